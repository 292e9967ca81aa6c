package id.sop.store.jdbc;

import id.sop.journal.Head;
import id.sop.journal.StoredEntry;
import id.sop.store.CaseStore.Change;
import id.sop.store.CaseTag;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/**
 * A change as a few small statements that go to PostgreSQL in one trip, and so are one transaction.
 * All but the first look whether the case ends at the new digest: when the first found it
 * elsewhere, they write nothing.
 *
 * <p>For the changes that nearly all commands are: with few entries and few lines. Their texts
 * depend on both numbers, and the server plans each text once. Costs a third of {@link
 * PostgresAppend}, whose one large statement has to be set up anew each time.
 */
record PipelinedAppend(
    Dialect dialect, Change change, NewRows rows, Head head, List<InboxLine> lines, TagLines tags)
    implements Append {
  private static final int MOST_ENTRIES = 6;
  private static final int MOST_LINES = 6;
  private static final int MOST_TAGS = 6;

  /** Whether {@code change} is one of those for which this pays. */
  static boolean isFor(NewRows rows, List<InboxLine> lines, TagLines tags) {
    return rows.size() <= MOST_ENTRIES && lines.size() <= MOST_LINES && tags.size() <= MOST_TAGS;
  }

  private static final String BEGIN =
      """
      INSERT INTO sop_case (sop, sop_digest, status, seq, head, case_id)
      SELECT n.*
      FROM (VALUES (?, ?, ?, ?::int8, ?, ?)) AS n (sop, sop_digest, status, seq, head, case_id)
      WHERE NOT EXISTS (SELECT 1 FROM sop_case c WHERE c.case_id = n.case_id)
      """;

  private static final String MOVE =
      """
      UPDATE sop_case
      SET sop = ?, sop_digest = ?, status = ?, seq = ?, head = ?
      WHERE case_id = ? AND seq = ? AND head = ?
      """;

  private static final String WRITE =
      """
      ;
      INSERT INTO sop_entry
        (case_id, seq, recorded_at, command_key, command_digest, event, previous, digest)
      SELECT c.case_id, e.*
      FROM sop_case c, (VALUES %s) AS e
      WHERE c.case_id = ? AND c.seq = ? AND c.head = ?
      """;

  private static final String ENTRY = "(?::int8, ?::int8, ?, ?, ?, ?, ?)";

  private static final String WRITE_PACKED =
      """
      ;
      INSERT INTO sop_entry (case_id, seq, recorded_at, pack)
      SELECT c.case_id, e.*
      FROM sop_case c, (VALUES %s) AS e
      WHERE c.case_id = ? AND c.seq = ? AND c.head = ?
      """;

  private static final String PACKED = "(?::int8, ?::int8, ?::bytea)";

  /** Lines that stay as they are are not written again. */
  private static final String CLEAR =
      """
      ;
      DELETE FROM sop_inbox i
      USING sop_case c
      WHERE c.case_id = ? AND c.seq = ? AND c.head = ? AND i.case_id = c.case_id
      """;

  private static final String BUT =
      """
      AND (i.step, i.visit, i.place, i.pelaksana, i.bersama, i.sop, i.step_number, i.opened_at,
        i.due_at, i.claimed_by) NOT IN (%s)
      """;

  /** Nobody else adds any meanwhile: the case is locked since it was moved. */
  private static final String SHOW =
      """
      ;
      INSERT INTO sop_inbox
        (case_id, step, visit, place, pelaksana, bersama, sop, step_number, opened_at, due_at,
          claimed_by)
      SELECT c.case_id, l.*
      FROM sop_case c, (VALUES %s) AS l (step, visit, place)
      WHERE c.case_id = ? AND c.seq = ? AND c.head = ?
        AND NOT EXISTS (
          SELECT 1 FROM sop_inbox i
          WHERE i.case_id = c.case_id AND i.step = l.step AND i.visit = l.visit
            AND i.place = l.place)
      """;

  private static final String LINE = "(?, ?::int4, ?::int4, ?, ?, ?, ?::int8, ?::int8, ?::int8, ?)";

  private static final String UNTAG =
      """
      DELETE FROM sop_tag t
      USING sop_case c
      WHERE c.case_id = ? AND c.seq = ? AND c.head = ? AND t.case_id = c.case_id
        AND (t.tag_name, t.tag_value) IN (%s)
      """;

  private static final String TAG =
      """
      INSERT INTO sop_tag (case_id, tag_name, tag_value)
      SELECT c.case_id, a.*
      FROM sop_case c, (VALUES %s) AS a
      WHERE c.case_id = ? AND c.seq = ? AND c.head = ?
      ON CONFLICT DO NOTHING
      """;

  private static final String ONE_TAG = "(?, ?)";

  @Override
  public boolean isOneStatement() {
    return true;
  }

  private boolean begins() {
    return change.expectedSeq() == 0;
  }

  private String sql() {
    StringBuilder sql = new StringBuilder(begins() ? BEGIN : MOVE);
    if (!rows.single().isEmpty()) {
      sql.append(WRITE.replace("%s", times(rows.single().size(), ENTRY)));
    }
    if (!rows.packed().isEmpty()) {
      sql.append(WRITE_PACKED.replace("%s", times(rows.packed().size(), PACKED)));
    }
    sql.append(CLEAR);
    if (!lines.isEmpty()) {
      sql.append(BUT.replace("%s", times(lines.size(), LINE)));
      sql.append(SHOW.replace("%s", times(lines.size(), LINE)));
    }
    if (tags.size() > 0) {
      sql.append(";\n").append(tagging());
    }
    return sql.toString();
  }

  /** One statement. */
  private String tagging() {
    String untag = UNTAG.replace("%s", times(tags.gone().size(), ONE_TAG));
    String tag = TAG.replace("%s", times(tags.added().size(), ONE_TAG));
    if (tags.gone().isEmpty()) {
      return tag;
    }
    return tags.added().isEmpty() ? untag : "WITH untagged AS (\n" + untag + ")\n" + tag;
  }

  private static String times(int count, String marks) {
    return String.join(", ", Collections.nCopies(count, marks));
  }

  @Override
  public boolean to(Connection connection) throws SQLException {
    try (PreparedStatement append = connection.prepareStatement(sql())) {
      int next = CaseRows.set(append, change, head);
      if (!rows.single().isEmpty()) {
        for (StoredEntry entry : rows.single()) {
          next = EntryRows.set(append, entry, next);
        }
        next = moved(append, next);
      }
      if (!rows.packed().isEmpty()) {
        for (NewRows.Packed row : rows.packed()) {
          next = EntryRows.set(append, row, next);
        }
        next = moved(append, next);
      }
      next = moved(append, next);
      if (!lines.isEmpty()) {
        next = moved(append, shown(append, shown(append, next)));
      }
      if (!tags.gone().isEmpty()) {
        next = set(append, tags.gone(), moved(append, next));
      }
      if (!tags.added().isEmpty()) {
        moved(append, set(append, tags.added(), next));
      }
      append.execute();
      return append.getUpdateCount() == 1;
    } catch (SQLException e) {
      if (dialect.isDuplicate(e)) {
        // Begun by somebody else at this moment; or entries that the case does not know of.
        return false;
      }
      throw e;
    }
  }

  private int shown(PreparedStatement append, int index) throws SQLException {
    int next = index;
    for (InboxLine line : lines) {
      next = InboxRows.set(append, line.columns().subList(1, line.columns().size()), next);
    }
    return next;
  }

  private static int set(PreparedStatement append, List<CaseTag> some, int index)
      throws SQLException {
    int next = index;
    for (CaseTag tag : some) {
      append.setString(next++, tag.name());
      append.setString(next++, tag.value());
    }
    return next;
  }

  private int moved(PreparedStatement append, int index) throws SQLException {
    append.setString(index, change.caseId().value());
    append.setLong(index + 1, head.seq());
    append.setString(index + 2, head.digest());
    return index + 3;
  }
}
