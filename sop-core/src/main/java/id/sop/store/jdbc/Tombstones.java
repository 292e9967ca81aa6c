package id.sop.store.jdbc;

import id.sop.casework.CaseStatus;
import id.sop.journal.CaseId;
import id.sop.journal.Head;
import id.sop.store.CaseArchivedException;
import id.sop.store.ConcurrentChangeException;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import id.sop.store.Tombstone;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rows of {@code sop_case} that stand for archived cases. Their number is counted below zero,
 * so that no change which was decided before finds the case where it follows it; in the place of
 * the digest of the SOP stands that of the record.
 */
final class Tombstones {
  private Tombstones() {}

  private static final String OF_CASE =
      """
      SELECT case_id, seq, head, sop_digest
      FROM sop_case
      WHERE case_id = ? AND seq < 0
      """;

  /** Refuses to go on with a case that was archived. */
  static void requireNone(Connection connection, CaseId caseId) throws SQLException {
    Optional<Tombstone> found = of(connection, caseId);
    if (found.isPresent()) {
      throw new CaseArchivedException(found.get());
    }
  }

  static Optional<Tombstone> of(Connection connection, CaseId caseId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OF_CASE)) {
      select.setString(1, caseId.value());
      return read(select).stream().findFirst();
    }
  }

  private static final String ALL =
      """
      SELECT case_id, seq, head, sop_digest
      FROM sop_case
      WHERE seq < 0
      """;

  static List<Tombstone> all(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ALL)) {
      return read(select).stream().sorted(Comparator.comparing(Tombstone::caseId)).toList();
    }
  }

  private static List<Tombstone> read(PreparedStatement select) throws SQLException {
    List<Tombstone> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new Tombstone(
                CaseId.of(row.getString(1)),
                new Head(-row.getLong(2), row.getString(3)),
                row.getString(4)));
      }
    }
    return found;
  }

  private static final String PUT =
      """
      UPDATE sop_case
      SET sop_digest = ?, status = 'DIARSIPKAN', seq = -seq
      WHERE case_id = ? AND seq = ? AND head = ? AND status <> 'BERJALAN'
      """;

  /** Puts tombstones in the place of cases, each of which must have ended where it says. */
  static boolean put(Connection connection, List<Tombstone> tombstones) throws SQLException {
    // In one order everywhere: two that wait for each other would be a deadlock.
    for (Tombstone tombstone :
        tombstones.stream().sorted(Comparator.comparing(Tombstone::caseId)).toList()) {
      try (PreparedStatement update = connection.prepareStatement(PUT)) {
        update.setString(1, tombstone.record());
        update.setString(2, tombstone.caseId().value());
        update.setLong(3, tombstone.head().seq());
        update.setString(4, tombstone.head().digest());
        if (update.executeUpdate() != 1) {
          throw refusal(connection, tombstone);
        }
      }
      requireSent(connection, tombstone);
      for (String delete : REST) {
        delete(connection, delete, tombstone.caseId());
      }
    }
    return true;
  }

  private static final String ADD =
      """
      INSERT INTO sop_case (sop, sop_digest, status, seq, head, case_id)
      VALUES ('', ?, 'DIARSIPKAN', ?, ?, ?)
      """;

  /** Adds tombstones of cases that were never here. */
  static boolean add(Connection connection, List<Tombstone> tombstones) throws SQLException {
    for (Tombstone tombstone : tombstones) {
      CaseId caseId = tombstone.caseId();
      Optional<Head> head = CaseRows.head(connection, caseId);
      if (head.isPresent() && head.get().seq() > 0) {
        throw new ConcurrentChangeException(caseId, 0, head.get().seq());
      }
      if (head.isEmpty()) {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
          insert.setString(1, tombstone.record());
          insert.setLong(2, -tombstone.head().seq());
          insert.setString(3, tombstone.head().digest());
          insert.setString(4, caseId.value());
          insert.executeUpdate();
        }
      } else if (!of(connection, caseId).equals(Optional.of(tombstone))) {
        requireNone(connection, caseId);
      }
    }
    return true;
  }

  private static final List<String> REST =
      List.of(
          """
          DELETE FROM sop_entry WHERE case_id = ?
          """,
          """
          DELETE FROM sop_inbox WHERE case_id = ?
          """,
          """
          DELETE FROM sop_duty WHERE kind IN ('ROW', 'RUNG', 'SENT', 'UNSENT') AND case_id = ?
          """);

  private static void delete(Connection connection, String sql, CaseId caseId) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setString(1, caseId.value());
      delete.executeUpdate();
    }
  }

  private static final String STATUS =
      """
      SELECT seq, head, status FROM sop_case WHERE case_id = ?
      """;

  private static RuntimeException refusal(Connection connection, Tombstone tombstone)
      throws SQLException {
    CaseId caseId = tombstone.caseId();
    requireNone(connection, caseId);
    try (PreparedStatement select = connection.prepareStatement(STATUS)) {
      select.setString(1, caseId.value());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return new StoreException(StoreCode.CASE_UNKNOWN, caseId.value());
        }
        String status = row.getString(3);
        return status.equals(CaseStatus.BERJALAN.name())
            ? new StoreException(StoreCode.CASE_RUNNING, caseId.value(), status)
            : new StoreException(
                StoreCode.HEAD_OTHER,
                caseId.value(),
                Long.toString(tombstone.head().seq()),
                row.getString(1),
                row.getString(2));
      }
    }
  }

  private static final String SENT =
      """
      SELECT mark
      FROM sop_duty
      WHERE kind = 'SENT' AND case_id = ? AND step = '' AND visit = 0 AND anak = ''
      FOR UPDATE
      """;

  private static final String ANY_SENT =
      """
      SELECT mark FROM sop_duty WHERE kind = 'SENT' LIMIT 1
      """;

  /** Where cases are sent to receivers, this one must have been sent to its end. */
  private static void requireSent(Connection connection, Tombstone tombstone) throws SQLException {
    Optional<Long> mark;
    try (PreparedStatement select = connection.prepareStatement(SENT)) {
      select.setString(1, tombstone.caseId().value());
      mark = number(select);
    }
    if (mark.isEmpty()) {
      try (PreparedStatement select = connection.prepareStatement(ANY_SENT)) {
        mark = number(select).map(other -> 0L);
      }
    }
    if (mark.isPresent() && mark.get() < tombstone.head().seq()) {
      throw new StoreException(
          StoreCode.CASE_UNSENT,
          tombstone.caseId().value(),
          Long.toString(mark.get()),
          Long.toString(tombstone.head().seq()));
    }
  }

  private static Optional<Long> number(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
    }
  }
}
