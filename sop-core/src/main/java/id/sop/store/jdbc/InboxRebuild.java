package id.sop.store.jdbc;

import id.sop.casework.BrokenJournalException;
import id.sop.casework.CaseState;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.journal.JournalException;
import id.sop.journal.StoredCase;
import id.sop.journal.StoredEntry;
import id.sop.store.CaseStore.Change;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the inbox and the tags anew from the journals, while commands go on. */
record InboxRebuild(Transactions transactions, EntryForm form, boolean numbers) {
  private static final Logger LOG = LoggerFactory.getLogger(InboxRebuild.class);

  /** A deadlock with a command is bad luck: it has one row at a time. */
  private static final int ATTEMPTS = 10;

  List<CaseId> all() {
    repeated(
        connection -> {
          clear(connection);
          return true;
        });
    List<CaseId> damaged = new ArrayList<>();
    for (CaseId caseId : transactions.read(InboxRebuild::running)) {
      try {
        if (!repeated(connection -> one(connection, caseId))) {
          damaged.add(caseId);
        }
      } catch (JournalException | BrokenJournalException e) {
        LOG.debug("case {}: not shown anew, {}", caseId, e.code().id());
        damaged.add(caseId);
      }
    }
    return List.copyOf(damaged);
  }

  private boolean repeated(Transactions.Work<Boolean> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.inTransaction(work);
      } catch (StoreException e) {
        if (attempt == ATTEMPTS || e.code() != StoreCode.BUSY) {
          throw e;
        }
      }
    }
  }

  private static final List<String> CLEAR =
      List.of(
          """
          DELETE FROM sop_tag
          """,
          """
          DELETE FROM sop_inbox
          WHERE NOT EXISTS (
            SELECT 1 FROM sop_case c
            WHERE c.case_id = sop_inbox.case_id AND c.status = 'BERJALAN')
          """);

  /** All tags, for nobody knows which are wrong; and what is shown of cases that have ended. */
  private static void clear(Connection connection) throws SQLException {
    for (String sql : CLEAR) {
      try (PreparedStatement delete = connection.prepareStatement(sql)) {
        delete.executeUpdate();
      }
    }
  }

  private static final String RUNNING =
      """
      SELECT case_id FROM sop_case WHERE status = 'BERJALAN'
      """;

  private static List<CaseId> running(Connection connection) throws SQLException {
    List<CaseId> running = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(RUNNING);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        running.add(CaseId.of(row.getString(1)));
      }
    }
    return running;
  }

  private static final String LOCK =
      """
      UPDATE sop_case SET seq = seq WHERE case_id = ? AND status = 'BERJALAN'
      """;

  /** Whether its journal is genuine, so that what it says could be shown. */
  private boolean one(Connection connection, CaseId caseId) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setString(1, caseId.value());
      if (lock.executeUpdate() == 0) {
        // It ended meanwhile, and the command that ended it has cleared what was shown.
        return true;
      }
    }
    StoredCase stored =
        new StoredCase(
            caseId, CaseRows.head(connection, caseId), EntryRows.of(connection, form, caseId));
    if (!Chain.verify(stored).isEmpty()) {
      return false;
    }
    List<Entry> entries = stored.entries().stream().map(StoredEntry::toEntry).toList();
    CaseState none = CaseState.none(caseId);
    Change whole = Change.of(none, entries, none.after(entries), numbers);
    InboxRows.clear(connection, caseId);
    InboxRows.show(connection, whole);
    transactions.dialect().tag(connection, caseId, TagLines.of(whole, numbers));
    return true;
  }
}
