package id.sop.outbox;

import id.sop.definition.SopId;
import id.sop.journal.CaseId;
import id.sop.journal.StoredEntry;
import id.sop.store.jdbc.JdbcStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The lines of {@code sop_duty} that the outbox keeps: how far each case was sent, and trouble. The
 * number of an archived case is below zero.
 */
final class SentRows {
  private SentRows() {}

  // Pages follow each other by the id of the case: whatever is sent meanwhile, none is passed over.

  /** A case with entries that were not sent, and whether it has a line that says how far it was. */
  record Waiting(CaseId caseId, boolean isKnown) {}

  private static final String RECENT =
      """
      SELECT e.case_id, MAX(d.mark)
      FROM sop_entry e
      LEFT JOIN sop_duty d ON d.kind = 'SENT' AND d.case_id = e.case_id AND d.step = ''
        AND d.visit = 0 AND d.anak = ''
      LEFT JOIN sop_duty u ON u.kind = 'UNSENT' AND u.case_id = e.case_id AND u.step = ''
        AND u.visit = 0 AND u.anak = ''
      WHERE e.recorded_at >= ? AND e.case_id > ? AND (d.kind IS NULL OR d.mark < e.seq)
        AND (u.kind IS NULL OR u.next_at <= ?)
      GROUP BY e.case_id
      ORDER BY e.case_id
      LIMIT ?
      """;

  /** Cases of which an entry that was recorded at {@code from} or later was not sent. */
  static List<Waiting> recent(
      Connection connection, Instant from, String after, Instant now, int most)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(RECENT)) {
      select.setLong(1, micros(from));
      select.setString(2, after);
      select.setLong(3, micros(now));
      select.setInt(4, most);
      return waiting(select);
    }
  }

  private static final String ALL =
      """
      SELECT c.case_id, d.mark
      FROM sop_case c
      LEFT JOIN sop_duty d ON d.kind = 'SENT' AND d.case_id = c.case_id AND d.step = ''
        AND d.visit = 0 AND d.anak = ''
      LEFT JOIN sop_duty u ON u.kind = 'UNSENT' AND u.case_id = c.case_id AND u.step = ''
        AND u.visit = 0 AND u.anak = ''
      WHERE c.case_id > ? AND c.seq > 0 AND (d.kind IS NULL OR d.mark < c.seq)
        AND (u.kind IS NULL OR u.next_at <= ?)
      ORDER BY c.case_id
      LIMIT ?
      """;

  /** Cases of which an entry was not sent, whenever it was recorded. */
  static List<Waiting> all(Connection connection, String after, Instant now, int most)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ALL)) {
      select.setString(1, after);
      select.setLong(2, micros(now));
      select.setInt(3, most);
      return waiting(select);
    }
  }

  private static final String AGAIN =
      """
      SELECT case_id, mark
      FROM sop_duty
      WHERE kind = 'UNSENT' AND case_id > ? AND next_at <= ?
      ORDER BY case_id
      LIMIT ?
      """;

  /** Cases that failed and are to be tried again by now. */
  static List<Waiting> again(Connection connection, String after, Instant now, int most)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(AGAIN)) {
      select.setString(1, after);
      select.setLong(2, micros(now));
      select.setInt(3, most);
      return waiting(select);
    }
  }

  private static List<Waiting> waiting(PreparedStatement select) throws SQLException {
    List<Waiting> cases = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        row.getLong(2);
        boolean isKnown = !row.wasNull();
        cases.add(new Waiting(CaseId.of(row.getString(1)), isKnown));
      }
    }
    return cases;
  }

  private static final String INSERT =
      """
      INSERT INTO sop_duty
        (kind, case_id, step, visit, anak, status, mark, next_at, changed_at, attempts, problem)
      VALUES (?, ?, '', 0, '', ?, ?, ?, ?, ?, ?)
      """;

  /** The line of a case of which nothing was sent. */
  static void begin(Connection connection, CaseId caseId, Instant now) throws SQLException {
    insert(connection, "SENT", caseId, 0, 0, now, 0, "");
  }

  private static void insert(
      Connection connection,
      String kind,
      CaseId caseId,
      long mark,
      long nextAt,
      Instant now,
      int attempts,
      String problem)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, kind);
      insert.setString(2, caseId.value());
      insert.setString(3, kind);
      insert.setLong(4, mark);
      insert.setLong(5, nextAt);
      insert.setLong(6, micros(now));
      insert.setInt(7, attempts);
      insert.setString(8, problem);
      insert.executeUpdate();
    }
  }

  private static final String LOCK =
      """
      SELECT mark
      FROM sop_duty
      WHERE kind = 'SENT' AND case_id = ? AND step = '' AND visit = 0 AND anak = ''
      FOR UPDATE SKIP LOCKED
      """;

  /** How far the case was sent; empty when somebody else is sending it. */
  static OptionalLong lock(Connection connection, CaseId caseId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setString(1, caseId.value());
      try (ResultSet line = select.executeQuery()) {
        return line.next() ? OptionalLong.of(line.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  private static final String MARK =
      """
      SELECT d.mark, c.sop
      FROM sop_duty d
      JOIN sop_case c ON c.case_id = d.case_id
      WHERE d.kind = 'SENT' AND d.case_id = ? AND d.step = '' AND d.visit = 0 AND d.anak = ''
      """;

  /** The first entries of a case that were not sent, in order. */
  static List<Pending> next(JdbcStore store, Connection connection, CaseId caseId, int most)
      throws SQLException {
    List<Pending> next = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(MARK)) {
      select.setString(1, caseId.value());
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          SopId sop = SopId.of(row.getString(2));
          for (StoredEntry entry : store.entries(connection, caseId, row.getLong(1), most)) {
            next.add(
                new Pending(
                    caseId,
                    sop,
                    entry.seq(),
                    moment(entry.recordedAt()),
                    entry.event(),
                    entry.digest()));
          }
        }
      }
    }
    return next;
  }

  private static final String SENT =
      """
      UPDATE sop_duty
      SET mark = ?, changed_at = ?
      WHERE kind = 'SENT' AND case_id = ? AND step = '' AND visit = 0 AND anak = ''
      """;

  static void sent(Connection connection, CaseId caseId, long seq, Instant now)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(SENT)) {
      update.setLong(1, seq);
      update.setLong(2, micros(now));
      update.setString(3, caseId.value());
      update.executeUpdate();
    }
  }

  private static final String TROUBLE_OVER =
      """
      DELETE FROM sop_duty
      WHERE kind = 'UNSENT' AND case_id = ? AND step = '' AND visit = 0 AND anak = ''
      """;

  static void troubleOver(Connection connection, CaseId caseId) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(TROUBLE_OVER)) {
      delete.setString(1, caseId.value());
      delete.executeUpdate();
    }
  }

  private static final String ATTEMPTS =
      """
      SELECT mark, attempts
      FROM sop_duty
      WHERE kind = 'UNSENT' AND case_id = ? AND step = '' AND visit = 0 AND anak = ''
      """;

  /** How often this entry of the case failed already. */
  static int attempts(Connection connection, CaseId caseId, long seq) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ATTEMPTS)) {
      select.setString(1, caseId.value());
      try (ResultSet line = select.executeQuery()) {
        return line.next() && line.getLong(1) == seq ? line.getInt(2) : 0;
      }
    }
  }

  /** Keeps that an entry could not be sent, in the place of what was kept of the case before. */
  static void trouble(Connection connection, Stuck stuck, Instant nextAt) throws SQLException {
    troubleOver(connection, stuck.caseId());
    insert(
        connection,
        "UNSENT",
        stuck.caseId(),
        stuck.seq(),
        micros(nextAt),
        stuck.failedAt(),
        stuck.attempts(),
        stuck.problem());
  }

  private static final String STUCK =
      """
      SELECT case_id, mark, attempts, changed_at, problem
      FROM sop_duty
      WHERE kind = 'UNSENT'
      ORDER BY changed_at, case_id
      """;

  static List<Stuck> stuck(Connection connection) throws SQLException {
    List<Stuck> stuck = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(STUCK);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        String problem = row.getString(5);
        stuck.add(
            new Stuck(
                Trouble.codeOf(problem),
                CaseId.of(row.getString(1)),
                row.getLong(2),
                row.getInt(3),
                moment(row.getLong(4)),
                problem));
      }
    }
    return stuck;
  }

  private static final String RETRY =
      """
      UPDATE sop_duty
      SET next_at = 0
      WHERE kind = 'UNSENT' AND case_id = ? AND step = '' AND visit = 0 AND anak = ''
      """;

  static boolean retry(Connection connection, CaseId caseId) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(RETRY)) {
      update.setString(1, caseId.value());
      return update.executeUpdate() == 1;
    }
  }

  private static final String BEGIN_HERE =
      """
      INSERT INTO sop_duty
        (kind, case_id, step, visit, anak, status, mark, next_at, changed_at, attempts, problem)
      SELECT 'SENT', c.case_id, '', 0, '', 'SENT', c.seq, 0, ?, 0, ''
      FROM sop_case c
      WHERE c.seq > 0 AND NOT EXISTS (
        SELECT 1 FROM sop_duty d
        WHERE d.kind = 'SENT' AND d.case_id = c.case_id AND d.step = '' AND d.visit = 0
          AND d.anak = '')
      """;

  static int beginHere(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(BEGIN_HERE)) {
      insert.setLong(1, micros(now));
      return insert.executeUpdate();
    }
  }

  private static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  private static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
