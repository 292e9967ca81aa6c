package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.store.CaseArchivedException;
import id.sop.store.CaseScript;
import id.sop.store.CaseStore;
import id.sop.store.ConcurrentChangeException;
import id.sop.store.Tombstone;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of an archived case in the tables, and who keeps it from being archived. */
class TombstonesTest {
  private static final String RECORD = "77e0".repeat(16);

  private static Tombstone ended(CaseStore store, String caseId) {
    CaseScript script = CaseScript.of(caseId);
    store.append(script.start());
    store.append(script.end());
    List<Entry> journal = store.read(script.caseId());
    return new Tombstone(
        script.caseId(),
        new Head(journal.size(), journal.get(journal.size() - 1).digest()),
        RECORD);
  }

  private static long count(DataSource database, String of) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + of)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void duty(DataSource database, String kind, String caseId, long mark)
      throws SQLException {
    Database.execute(
        database,
        "INSERT INTO sop_duty (kind, case_id, step, visit, anak, status, mark, next_at,"
            + " changed_at, attempts, problem) VALUES ('%s', '%s', '', 0, '', 'SENT', %d, 0, 0, 0, '')"
                .formatted(kind, caseId, mark));
  }

  @ParameterizedTest
  @EnumSource
  void of_an_archived_case_one_row_is_left_and_of_others_all(Database kind) throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database);
    Tombstone gone = ended(store, "B-1");
    Tombstone stays = ended(store, "B-2");
    for (String each : List.of("ROW", "RUNG", "SENT")) {
      duty(database, each, "B-1", 4);
      duty(database, each, "B-2", 4);
    }

    store.remove(List.of(gone));

    for (String table : List.of("sop_entry", "sop_inbox", "sop_duty")) {
      assertThat(count(database, table + " WHERE case_id = 'B-1'")).as(table).isZero();
    }
    assertThat(count(database, "sop_case WHERE status = 'DIARSIPKAN'")).isEqualTo(1);
    assertThat(count(database, "sop_duty")).isEqualTo(3);
    assertThat(Chain.verify(store.stored(stays.caseId()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void where_cases_are_sent_none_goes_before_its_last_entry_was(Database kind) throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database);
    Tombstone half = ended(store, "B-1");
    Tombstone never = ended(store, "B-2");
    Tombstone whole = ended(store, "B-3");
    duty(database, "SENT", "B-1", 3);
    duty(database, "SENT", "B-3", 4);

    for (Tombstone unsent : List.of(half, never)) {
      assertThatThrownBy(() -> store.remove(List.of(whole, unsent)))
          .hasMessageStartingWith("SOP-6034")
          .hasMessageContaining(unsent.caseId().value());
    }
    assertThat(store.archived()).isEmpty();
    assertThat(store.read(whole.caseId())).hasSize(4);

    store.remove(List.of(whole));
    assertThat(store.archived()).containsExactly(whole);
    assertThat(count(database, "sop_duty")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void in_a_transaction_of_the_host_none_is_archived_and_an_archived_one_is_told(Database kind)
      throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database);
    Tombstone gone = ended(store, "B-1");
    Tombstone here = ended(store, "B-2");
    store.remove(List.of(gone));

    try (Connection host = database.getConnection()) {
      host.setAutoCommit(false);
      CaseStore within = store.within(host);
      assertThatThrownBy(() -> within.remove(List.of(here))).hasMessageStartingWith("SOP-6006");
      assertThatThrownBy(() -> within.read(gone.caseId()))
          .isInstanceOf(CaseArchivedException.class);
      assertThatThrownBy(() -> within.stored(gone.caseId()))
          .isInstanceOf(CaseArchivedException.class);
      assertThatThrownBy(() -> within.append(CaseScript.of("B-1").start()))
          .isInstanceOf(ConcurrentChangeException.class);
      host.rollback();
      host.setAutoCommit(true);
    }
    assertThat(store.read(here.caseId())).hasSize(4);
  }
}
