package id.sop.timers;

import id.sop.definition.StepId;
import id.sop.journal.CaseId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The lines of {@code sop_duty} that timers keep: one per row that is watched, one per rung. */
final class DutyRows {
  /** Stands for a moment that never comes. */
  private static final long NEVER = Long.MAX_VALUE;

  /** So long may a transaction of a host stay open, and the clock of a node lag. */
  private static final Duration RECENT = Duration.ofMinutes(15);

  private DutyRows() {}

  private static final String SELECT_DUE_ROWS =
      """
      SELECT i.case_id, i.step, i.visit, i.due_at, d.next_at
      FROM sop_duty d
      JOIN sop_inbox i ON i.case_id = d.case_id AND i.step = d.step AND i.visit = d.visit
        AND i.place = 0
      WHERE d.kind = 'ROW' AND d.anak = '' AND d.next_at <= ?
        AND i.due_at < 9223372036854775807
        AND d.case_id >= ? AND (d.case_id, d.step, d.visit) > (?, ?, ?)
      ORDER BY d.case_id, d.step, d.visit
      LIMIT ?
      """;

  private static final String SELECT_RECENT_ROWS =
      """
      SELECT i.case_id, i.step, i.visit, i.due_at, d.next_at
      FROM (SELECT DISTINCT case_id FROM sop_entry WHERE recorded_at >= ?) e
      JOIN sop_inbox i ON i.case_id = e.case_id AND i.place = 0
      LEFT JOIN sop_duty d ON d.kind = 'ROW' AND d.case_id = i.case_id AND d.step = i.step
        AND d.visit = i.visit AND d.anak = ''
      WHERE i.due_at < 9223372036854775807 AND (d.kind IS NULL OR d.mark <> i.due_at)
        AND i.case_id >= ? AND (i.case_id, i.step, i.visit) > (?, ?, ?)
      ORDER BY i.case_id, i.step, i.visit
      LIMIT ?
      """;

  private static final String SELECT_ALL_ROWS =
      """
      SELECT i.case_id, i.step, i.visit, i.due_at, d.next_at
      FROM sop_inbox i
      LEFT JOIN sop_duty d ON d.kind = 'ROW' AND d.case_id = i.case_id AND d.step = i.step
        AND d.visit = i.visit AND d.anak = ''
      WHERE i.place = 0 AND i.due_at < 9223372036854775807
        AND (d.kind IS NULL OR d.mark <> i.due_at OR d.next_at <= ?)
        AND i.case_id >= ? AND (i.case_id, i.step, i.visit) > (?, ?, ?)
      ORDER BY i.case_id, i.step, i.visit
      LIMIT ?
      """;

  /**
   * Open rows with a due time that nobody has looked at, or not since their due time moved, or that
   * are to be looked at again by now.
   *
   * @param after only rows behind this one
   * @param unwatched gets those that have no line yet
   */
  static List<WatchedRow> rows(
      Connection connection,
      Watch.Look look,
      Instant now,
      WatchedRow after,
      int most,
      List<WatchedRow> unwatched)
      throws SQLException {
    String sql =
        switch (look) {
          case DUE -> SELECT_DUE_ROWS;
          case RECENT -> SELECT_RECENT_ROWS;
          case ALL -> SELECT_ALL_ROWS;
        };
    List<WatchedRow> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, Micros.of(look == Watch.Look.RECENT ? now.minus(RECENT) : now));
      select.setString(2, after.caseId().value());
      key(select, 3, after);
      select.setInt(6, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          WatchedRow found =
              new WatchedRow(
                  CaseId.of(row.getString(1)),
                  StepId.of(row.getString(2)),
                  row.getInt(3),
                  Micros.toInstant(row.getLong(4)));
          row.getLong(5);
          if (row.wasNull()) {
            unwatched.add(found);
          }
          rows.add(found);
        }
      }
    }
    return rows;
  }

  private static final String INSERT_ROW =
      """
      INSERT INTO sop_duty
        (kind, case_id, step, visit, anak, status, mark, next_at, changed_at, attempts, problem)
      VALUES ('ROW', ?, ?, ?, '', 'WATCHED', 0, 0, ?, 0, '')
      """;

  static void watch(Connection connection, List<WatchedRow> rows, Instant now) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_ROW)) {
      for (WatchedRow row : rows) {
        key(insert, 1, row);
        insert.setLong(4, Micros.of(now));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static final String LOCK_ROW =
      """
      SELECT attempts
      FROM sop_duty
      WHERE kind = 'ROW' AND case_id = ? AND step = ? AND visit = ? AND anak = ''
      FOR UPDATE SKIP LOCKED
      """;

  /** How often the row could not be looked at; empty when somebody else has it, or it is gone. */
  static Optional<Integer> lock(Connection connection, WatchedRow row) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOCK_ROW)) {
      key(select, 1, row);
      try (ResultSet line = select.executeQuery()) {
        return line.next() ? Optional.of(line.getInt(1)) : Optional.empty();
      }
    }
  }

  private static final String SELECT_DUE =
      """
      SELECT due_at FROM sop_inbox WHERE case_id = ? AND step = ? AND visit = ? AND place = 0
      """;

  /** When the row is due now; empty when it is no longer open. */
  static OptionalLong due(Connection connection, WatchedRow row) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT_DUE)) {
      key(select, 1, row);
      try (ResultSet line = select.executeQuery()) {
        return line.next() ? OptionalLong.of(line.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  private static final String SELECT_RUNGS =
      """
      SELECT anak, status, next_at, attempts
      FROM sop_duty
      WHERE kind = 'RUNG' AND case_id = ? AND step = ? AND visit = ?
      """;

  static Map<String, Mark> marks(Connection connection, WatchedRow row) throws SQLException {
    Map<String, Mark> marks = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT_RUNGS)) {
      key(select, 1, row);
      try (ResultSet line = select.executeQuery()) {
        while (line.next()) {
          marks.put(
              line.getString(1),
              new Mark(
                  Mark.Status.valueOf(line.getString(2)), moment(line.getLong(3)), line.getInt(4)));
        }
      }
    }
    return marks;
  }

  private static final String UPDATE_RUNG =
      """
      UPDATE sop_duty
      SET status = ?, mark = ?, next_at = ?, changed_at = ?, attempts = ?, problem = ?
      WHERE kind = 'RUNG' AND case_id = ? AND step = ? AND visit = ? AND anak = ?
      """;

  private static final String INSERT_RUNG =
      """
      INSERT INTO sop_duty
        (kind, status, mark, next_at, changed_at, attempts, problem, case_id, step, visit, anak)
      VALUES ('RUNG', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /**
   * Keeps what became of a rung.
   *
   * @param isNew whether nothing is kept of it yet; of two that both say so, the key lets one
   * @param calledFor since when it is called for
   */
  static void mark(
      Connection connection,
      WatchedRow row,
      String anak,
      boolean isNew,
      Mark mark,
      Instant calledFor,
      Instant now,
      String problem)
      throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(isNew ? INSERT_RUNG : UPDATE_RUNG)) {
      write.setString(1, mark.status().name());
      write.setLong(2, Micros.of(calledFor));
      write.setLong(3, mark.status() == Mark.Status.WAITS ? Micros.of(mark.nextAt()) : NEVER);
      write.setLong(4, Micros.of(now));
      write.setInt(5, mark.attempts());
      write.setString(6, problem);
      key(write, 7, row);
      write.setString(10, anak);
      write.executeUpdate();
    }
  }

  private static final String UPDATE_ROW =
      """
      UPDATE sop_duty
      SET status = ?, mark = ?, next_at = ?, changed_at = ?, attempts = ?, problem = ?
      WHERE kind = 'ROW' AND case_id = ? AND step = ? AND visit = ? AND anak = ''
      """;

  /** Notes that a row was looked at. */
  static void looked(Connection connection, WatchedRow row, Instant now, Optional<Instant> nextLook)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE_ROW)) {
      update.setString(1, "WATCHED");
      update.setLong(2, Micros.of(row.dueAt()));
      update.setLong(3, nextLook.isPresent() ? Micros.of(nextLook.get()) : NEVER);
      update.setLong(4, Micros.of(now));
      update.setInt(5, 0);
      update.setString(6, "");
      key(update, 7, row);
      update.executeUpdate();
    }
  }

  /** Notes that a row could not be looked at. */
  static void unreadable(
      Connection connection,
      WatchedRow row,
      Instant now,
      Instant nextLook,
      int attempts,
      String problem)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE_ROW)) {
      update.setString(1, "WAITS");
      update.setLong(2, Micros.of(row.dueAt()));
      update.setLong(3, Micros.of(nextLook));
      update.setLong(4, Micros.of(now));
      update.setInt(5, attempts);
      update.setString(6, problem);
      key(update, 7, row);
      update.executeUpdate();
    }
  }

  private static final String LOOK_NOW =
      """
      UPDATE sop_duty
      SET next_at = 0
      WHERE kind = 'ROW' AND case_id = ? AND step = ? AND visit = ? AND anak = ''
      """;

  private static final String TELL_AGAIN =
      """
      UPDATE sop_duty
      SET status = 'WAITS', next_at = 0, attempts = 0
      WHERE kind = 'RUNG' AND case_id = ? AND step = ? AND visit = ? AND anak = ?
        AND status <> 'DONE'
      """;

  /** Whether there was something to try again. */
  static boolean retry(Connection connection, Incident incident) throws SQLException {
    boolean found = incident.anak().isEmpty();
    if (!found) {
      try (PreparedStatement update = connection.prepareStatement(TELL_AGAIN)) {
        key(update, incident);
        update.setString(4, incident.anak());
        found = update.executeUpdate() == 1;
      }
    }
    try (PreparedStatement update = connection.prepareStatement(LOOK_NOW)) {
      key(update, incident);
      return update.executeUpdate() == 1 && found;
    }
  }

  private static final String SELECT_INCIDENTS =
      """
      SELECT status, case_id, step, visit, anak, attempts, changed_at, problem
      FROM sop_duty
      WHERE (kind = 'ROW' AND status = 'WAITS')
        OR (kind = 'RUNG' AND status <> 'DONE')
      ORDER BY changed_at, case_id, step, visit, anak
      """;

  static List<Incident> incidents(Connection connection) throws SQLException {
    List<Incident> incidents = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT_INCIDENTS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        String anak = row.getString(5);
        TimerCode code =
            row.getString(1).equals(Mark.Status.PARKED.name())
                ? TimerCode.RUNG_PARKED
                : anak.isEmpty() ? TimerCode.ROW_UNREADABLE : TimerCode.RUNG_WAITS;
        incidents.add(
            new Incident(
                code,
                CaseId.of(row.getString(2)),
                StepId.of(row.getString(3)),
                row.getInt(4),
                anak,
                row.getInt(6),
                Micros.toInstant(row.getLong(7)),
                row.getString(8)));
      }
    }
    return incidents;
  }

  private static final String DELETE_CLOSED =
      """
      DELETE FROM sop_duty
      WHERE kind IN ('ROW', 'RUNG') AND status <> 'PARKED'
        AND NOT EXISTS (
          SELECT 1 FROM sop_inbox i
          WHERE i.case_id = sop_duty.case_id AND i.step = sop_duty.step
            AND i.visit = sop_duty.visit)
      """;

  static void deleteClosed(Connection connection) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE_CLOSED)) {
      delete.executeUpdate();
    }
  }

  private static void key(PreparedStatement statement, int index, WatchedRow row)
      throws SQLException {
    statement.setString(index, row.caseId().value());
    statement.setString(index + 1, row.step().value());
    statement.setInt(index + 2, row.visit());
  }

  private static void key(PreparedStatement statement, Incident incident) throws SQLException {
    statement.setString(1, incident.caseId().value());
    statement.setString(2, incident.step().value());
    statement.setInt(3, incident.visit());
  }

  private static Instant moment(long micros) {
    return micros == NEVER ? Instant.MAX : Micros.toInstant(micros);
  }
}
