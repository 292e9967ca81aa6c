package id.sop.store.jdbc;

import id.sop.journal.CaseId;
import id.sop.journal.StoredEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table with one row per event. */
final class EntryRows {
  private EntryRows() {}

  private static final String INSERT_ENTRY =
      """
      INSERT INTO sop_entry
        (case_id, seq, recorded_at, command_key, command_digest, event, previous, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  static void insert(Connection connection, List<StoredEntry> entries) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_ENTRY)) {
      for (StoredEntry entry : entries) {
        insert.setString(1, entry.caseId());
        set(insert, entry, 2);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Sets all but the case, and says which parameter comes next. */
  static int set(PreparedStatement statement, StoredEntry entry, int from) throws SQLException {
    statement.setLong(from, entry.seq());
    statement.setLong(from + 1, entry.recordedAt());
    statement.setString(from + 2, entry.commandKey().orElse(null));
    statement.setString(from + 3, entry.commandDigest().orElse(null));
    statement.setString(from + 4, entry.event());
    statement.setString(from + 5, entry.previous());
    statement.setString(from + 6, entry.digest());
    return from + 7;
  }

  private static final String SELECT_ENTRIES =
      """
      SELECT case_id, seq, recorded_at, command_key, command_digest, event, previous, digest
      FROM sop_entry
      WHERE case_id = ?
      ORDER BY seq
      """;

  static List<StoredEntry> of(Connection connection, CaseId caseId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT_ENTRIES)) {
      select.setString(1, caseId.value());
      try (ResultSet row = select.executeQuery()) {
        List<StoredEntry> entries = new ArrayList<>();
        while (row.next()) {
          entries.add(
              new StoredEntry(
                  row.getString(1),
                  row.getLong(2),
                  row.getLong(3),
                  Optional.ofNullable(row.getString(4)),
                  Optional.ofNullable(row.getString(5)),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8)));
        }
        return entries;
      }
    }
  }
}
