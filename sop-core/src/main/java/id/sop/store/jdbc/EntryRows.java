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
        insert.setLong(2, entry.seq());
        insert.setLong(3, entry.recordedAt());
        insert.setString(4, entry.commandKey().orElse(null));
        insert.setString(5, entry.commandDigest().orElse(null));
        insert.setString(6, entry.event());
        insert.setString(7, entry.previous());
        insert.setString(8, entry.digest());
        insert.addBatch();
      }
      insert.executeBatch();
    }
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
