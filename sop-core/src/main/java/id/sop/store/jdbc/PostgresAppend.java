package id.sop.store.jdbc;

import id.sop.journal.Head;
import id.sop.journal.StoredEntry;
import id.sop.store.CaseStore.Change;
import id.sop.store.CaseTag;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change as one statement of PostgreSQL, and so one trip to the server: what is written to the
 * other tables hangs on the row of the case that was moved. For changes with many entries or lines.
 */
record PostgresAppend(Change change, NewRows rows, Head head, List<InboxLine> lines, TagLines tags)
    implements Append {
  private static final String BEGUN =
      """
      WITH moved AS (
        INSERT INTO sop_case (sop, sop_digest, status, seq, head, case_id)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (case_id) DO NOTHING
        RETURNING case_id
      ),
      """;

  private static final String MOVED =
      """
      WITH moved AS (
        UPDATE sop_case
        SET sop = ?, sop_digest = ?, status = ?, seq = ?, head = ?
        WHERE case_id = ? AND seq = ? AND head = ?
        RETURNING case_id
      ),
      """;

  private static final String AND_SINGLE =
      """
      written AS (
        INSERT INTO sop_entry
          (case_id, seq, recorded_at, command_key, command_digest, event, previous, digest)
        SELECT m.case_id, e.*
        FROM moved m, unnest(?, ?, ?, ?, ?, ?, ?) AS e
      ),
      """;

  private static final String AND_PACKED =
      """
      packed AS (
        INSERT INTO sop_entry (case_id, seq, recorded_at, pack)
        SELECT m.case_id, e.*
        FROM moved m, unnest(?, ?, ?) AS e
      ),
      """;

  /** Lines that stay as they are are not written again. */
  private static final String AND_LINES =
      """
      lines AS (
        SELECT *
        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS l
          (step, visit, place, pelaksana, bersama, sop, step_number, opened_at, due_at, claimed_by)
      ),
      gone AS (
        DELETE FROM sop_inbox i
        USING moved m
        WHERE i.case_id = m.case_id
          AND NOT EXISTS (
            SELECT 1 FROM lines l
            WHERE l.step = i.step AND l.visit = i.visit AND l.place = i.place)
      ),
      shown AS (
        INSERT INTO sop_inbox AS i
          (case_id, step, visit, place, pelaksana, bersama, sop, step_number, opened_at, due_at,
            claimed_by)
        SELECT m.case_id, l.*
        FROM moved m, lines l
        ON CONFLICT (case_id, step, visit, place) DO UPDATE
        SET pelaksana = EXCLUDED.pelaksana, bersama = EXCLUDED.bersama, sop = EXCLUDED.sop,
          step_number = EXCLUDED.step_number, opened_at = EXCLUDED.opened_at,
          due_at = EXCLUDED.due_at, claimed_by = EXCLUDED.claimed_by
        WHERE (i.pelaksana, i.bersama, i.sop, i.step_number, i.opened_at, i.due_at, i.claimed_by)
          IS DISTINCT FROM (EXCLUDED.pelaksana, EXCLUDED.bersama, EXCLUDED.sop,
            EXCLUDED.step_number, EXCLUDED.opened_at, EXCLUDED.due_at, EXCLUDED.claimed_by)
      )
      """;

  private static final String AND_TAGS =
      """
      , untagged AS (
        DELETE FROM sop_tag t
        USING moved m, unnest(?, ?) AS g (name, value)
        WHERE t.tag_name = g.name AND t.tag_value = g.value AND t.case_id = m.case_id
      ),
      tagged AS (
        INSERT INTO sop_tag (case_id, tag_name, tag_value)
        SELECT m.case_id, a.*
        FROM moved m, unnest(?, ?) AS a
        ON CONFLICT DO NOTHING
      )
      """;

  private static final String COUNT =
      """
      SELECT COUNT(*) FROM moved
      """;

  private static final List<String> LINE_TYPES =
      List.of("text", "int4", "int4", "text", "text", "text", "int8", "int8", "int8", "text");

  @Override
  public boolean isOneStatement() {
    return true;
  }

  @Override
  public boolean to(Connection connection) throws SQLException {
    boolean packed = !rows.packed().isEmpty();
    String sql =
        (change.expectedSeq() == 0 ? BEGUN : MOVED)
            + AND_SINGLE
            + (packed ? AND_PACKED : "")
            + AND_LINES
            + (tags.size() > 0 ? AND_TAGS : "")
            + COUNT;
    try (PreparedStatement append = connection.prepareStatement(sql)) {
      List<StoredEntry> entries = rows.single();
      int next = CaseRows.set(append, change, head);
      next = column(append, next, "int8", entries, StoredEntry::seq);
      next = column(append, next, "int8", entries, StoredEntry::recordedAt);
      next = column(append, next, "text", entries, entry -> entry.commandKey().orElse(null));
      next = column(append, next, "text", entries, entry -> entry.commandDigest().orElse(null));
      next = column(append, next, "text", entries, StoredEntry::event);
      next = column(append, next, "text", entries, StoredEntry::previous);
      next = column(append, next, "text", entries, StoredEntry::digest);
      if (packed) {
        next = column(append, next, "int8", rows.packed(), NewRows.Packed::seq);
        next = column(append, next, "int8", rows.packed(), NewRows.Packed::recordedAt);
        next = array(append, next, "bytea", packs());
      }
      for (int i = 0; i < LINE_TYPES.size(); i++) {
        // The case comes from the row that was moved.
        int column = i + 1;
        next = column(append, next, LINE_TYPES.get(i), lines, line -> line.columns().get(column));
      }
      if (tags.size() > 0) {
        for (List<CaseTag> some : List.of(tags.gone(), tags.added())) {
          next = column(append, next, "text", some, CaseTag::name);
          next = column(append, next, "text", some, CaseTag::value);
        }
      }
      try (ResultSet moved = append.executeQuery()) {
        moved.next();
        return moved.getLong(1) == 1;
      }
    }
  }

  private static <T> int column(
      PreparedStatement statement,
      int index,
      String type,
      List<T> rows,
      Function<T, @Nullable Object> value)
      throws SQLException {
    return array(statement, index, type, rows.stream().map(value).toArray());
  }

  /** The driver takes bytes in an array of their own type only. */
  private byte[][] packs() {
    return rows.packed().stream().map(NewRows.Packed::pack).toArray(byte[][]::new);
  }

  private static int array(
      PreparedStatement statement, int index, String type, @Nullable Object[] values)
      throws SQLException {
    statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    return index + 1;
  }
}
