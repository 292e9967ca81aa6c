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
import org.jspecify.annotations.Nullable;

/**
 * The table with the entries: up to version 99 with a row for each, from version 101 on with a row
 * for those of one change. Rows that were there before are read as they are.
 */
final class EntryRows {
  private EntryRows() {}

  private static final String INSERT_ENTRY =
      """
      INSERT INTO sop_entry
        (case_id, seq, recorded_at, command_key, command_digest, event, previous, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  static void insert(Connection connection, NewRows rows) throws SQLException {
    if (!rows.single().isEmpty()) {
      insertSingle(connection, rows.single());
    }
    if (!rows.packed().isEmpty()) {
      insertPacked(connection, rows.packed());
    }
  }

  private static void insertSingle(Connection connection, List<StoredEntry> entries)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_ENTRY)) {
      for (StoredEntry entry : entries) {
        insert.setString(1, entry.caseId());
        set(insert, entry, 2);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static final String INSERT_PACKED =
      """
      INSERT INTO sop_entry (case_id, seq, recorded_at, pack)
      VALUES (?, ?, ?, ?)
      """;

  private static void insertPacked(Connection connection, List<NewRows.Packed> rows)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_PACKED)) {
      for (NewRows.Packed row : rows) {
        insert.setString(1, row.caseId());
        set(insert, row, 2);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Sets all but the case, and says which parameter comes next. */
  static int set(PreparedStatement statement, NewRows.Packed row, int from) throws SQLException {
    statement.setLong(from, row.seq());
    statement.setLong(from + 1, row.recordedAt());
    statement.setBytes(from + 2, row.pack());
    return from + 3;
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
      """;

  private static final String SELECT_PACKED =
      """
      SELECT case_id, seq, recorded_at, command_key, command_digest, event, previous, digest, pack
      FROM sop_entry
      """;

  private static final String OF_CASE =
      """
      WHERE case_id = ?
      ORDER BY seq
      """;

  private static final String BEHIND =
      """
      WHERE case_id = ? AND seq > ?
      ORDER BY seq
      LIMIT ?
      """;

  /** All entries of a case, in order. */
  static List<StoredEntry> of(Connection connection, EntryForm form, CaseId caseId)
      throws SQLException {
    return read(connection, form, OF_CASE, List.of(caseId.value()));
  }

  /** The first entries of a case behind number {@code after}, in order. */
  static List<StoredEntry> behind(
      Connection connection, EntryForm form, CaseId caseId, long after, int most)
      throws SQLException {
    // A row holds one entry at least, and the first may hold some that are not asked for.
    return read(connection, form, BEHIND, List.of(caseId.value(), after, most)).stream()
        .filter(entry -> entry.seq() > after)
        .limit(most)
        .toList();
  }

  private static List<StoredEntry> read(
      Connection connection, EntryForm form, String which, List<?> values) throws SQLException {
    List<StoredEntry> entries = new ArrayList<>();
    boolean packed = form.isPacked();
    try (PreparedStatement select =
        connection.prepareStatement((packed ? SELECT_PACKED : SELECT_ENTRIES) + which)) {
      InboxRows.set(select, values, 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (!packed && row.getString(6) == null) {
            form.becomePacked();
            return read(connection, form, which, values);
          }
          add(entries, row, packed);
        }
      }
    }
    return entries;
  }

  /** What stands beside a pack is an entry too: somebody has put it there. */
  private static void add(List<StoredEntry> entries, ResultSet row, boolean packed)
      throws SQLException {
    byte @Nullable [] pack = packed ? row.getBytes(9) : null;
    if (pack != null) {
      entries.addAll(Pack.entries(row.getString(1), row.getLong(2), row.getLong(3), pack));
    }
    if (pack == null || isAnySet(row)) {
      entries.add(
          new StoredEntry(
              row.getString(1),
              row.getLong(2),
              row.getLong(3),
              Optional.ofNullable(row.getString(4)),
              Optional.ofNullable(row.getString(5)),
              orEmpty(row.getString(6)),
              orEmpty(row.getString(7)),
              orEmpty(row.getString(8))));
    }
  }

  private static boolean isAnySet(ResultSet row) throws SQLException {
    for (int column = 4; column <= 8; column++) {
      if (row.getString(column) != null) {
        return true;
      }
    }
    return false;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
