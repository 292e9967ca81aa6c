package id.sop.store.jdbc;

import com.google.common.collect.ImmutableSortedMap;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Head;
import id.sop.store.CaseStore.Change;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The table with one row per case. */
final class CaseRows {
  private CaseRows() {}

  /** The digest that the change says it follows; the database says whether that is so. */
  static String headBefore(Change change) {
    return change.expectedSeq() == 0 || change.entries().isEmpty()
        ? Chain.GENESIS
        : change.entries().get(0).previous();
  }

  /** Whether the case was still where the change follows it, and has moved on. */
  static boolean move(Connection connection, Dialect dialect, Change change, Head head)
      throws SQLException {
    return change.expectedSeq() == 0
        ? insert(connection, dialect, change, head)
        : update(connection, change, head);
  }

  private static final String INSERT_CASE =
      """
      INSERT INTO sop_case (sop, sop_digest, status, seq, head, case_id)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static boolean insert(Connection connection, Dialect dialect, Change change, Head head)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_CASE)) {
      set(insert, change, head);
      insert.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (dialect.isDuplicate(e)) {
        return false;
      }
      throw e;
    }
  }

  private static final String UPDATE_CASE =
      """
      UPDATE sop_case
      SET sop = ?, sop_digest = ?, status = ?, seq = ?, head = ?
      WHERE case_id = ? AND seq = ? AND head = ?
      """;

  private static boolean update(Connection connection, Change change, Head head)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE_CASE)) {
      set(update, change, head);
      return update.executeUpdate() == 1;
    }
  }

  /** Sets what begins a case or moves it on, and says which parameter comes next. */
  static int set(PreparedStatement statement, Change change, Head head) throws SQLException {
    statement.setString(1, change.sop().value());
    statement.setString(2, change.digest());
    statement.setString(3, change.status().name());
    statement.setLong(4, head.seq());
    statement.setString(5, head.digest());
    statement.setString(6, change.caseId().value());
    if (change.expectedSeq() == 0) {
      return 7;
    }
    statement.setLong(7, change.expectedSeq());
    statement.setString(8, headBefore(change));
    return 9;
  }

  private static final String SELECT_HEAD =
      """
      SELECT seq, head FROM sop_case WHERE case_id = ?
      """;

  /** Where the journal of a case ends; below zero, where it ended before it was archived. */
  static Optional<Head> head(Connection connection, CaseId caseId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT_HEAD)) {
      select.setString(1, caseId.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Head(row.getLong(1), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  private static final String SELECT_CASES =
      """
      SELECT case_id FROM sop_case WHERE seq > 0
      """;

  static List<CaseId> ids(Connection connection) throws SQLException {
    List<CaseId> cases = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT_CASES);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        cases.add(CaseId.of(row.getString(1)));
      }
    }
    return cases.stream().sorted().toList();
  }

  private static final String SELECT_HEADS =
      """
      SELECT case_id, seq, head FROM sop_case
      """;

  /** Where the journals of all cases end, or ended. */
  static SortedMap<CaseId, Head> heads(Connection connection) throws SQLException {
    ImmutableSortedMap.Builder<CaseId, Head> heads = ImmutableSortedMap.naturalOrder();
    try (PreparedStatement select = connection.prepareStatement(SELECT_HEADS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        heads.put(
            CaseId.of(row.getString(1)), new Head(Math.abs(row.getLong(2)), row.getString(3)));
      }
    }
    return heads.buildOrThrow();
  }
}
