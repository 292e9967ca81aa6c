package id.sop.store.jdbc;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.internal.Micros;
import id.sop.journal.CaseId;
import id.sop.store.CaseStore.Change;
import id.sop.store.CaseTag;
import id.sop.store.InboxKey;
import id.sop.store.InboxQuery;
import id.sop.store.OpenCaseRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table with the open rows, one line for each performer of a row. */
final class InboxRows {
  private InboxRows() {}

  private static final String DELETE_LINES =
      """
      DELETE FROM sop_inbox WHERE case_id = ?
      """;

  private static final String INSERT_LINE =
      """
      INSERT INTO sop_inbox
        (case_id, step, visit, place, pelaksana, bersama, sop, step_number, opened_at, due_at,
          claimed_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** Takes away what is shown of a case. */
  static void clear(Connection connection, CaseId caseId) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE_LINES)) {
      delete.setString(1, caseId.value());
      delete.executeUpdate();
    }
  }

  /** Shows the rows that the change leaves open, of a case of which none are shown. */
  static void show(Connection connection, Change change) throws SQLException {
    List<InboxLine> lines = InboxLine.of(change);
    if (lines.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT_LINE)) {
      for (InboxLine line : lines) {
        set(insert, line.columns(), 1);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static int set(PreparedStatement statement, List<?> values, int from) throws SQLException {
    int index = from;
    for (Object value : values) {
      statement.setObject(index++, value);
    }
    return index;
  }

  private static final String SELECT_LINES =
      """
      SELECT case_id, sop, step, visit, bersama, opened_at, due_at, claimed_by, step_number
      FROM sop_inbox
      """;

  private static final String BY_DUE =
      """
      ORDER BY due_at, case_id, step_number, step, visit
      LIMIT ?
      """;

  static List<OpenCaseRow> page(Connection connection, Dialect dialect, InboxQuery query)
      throws SQLException {
    List<Conditions> each = Conditions.of(dialect, query, TagRows.common(connection, query.tags()));
    if (each.isEmpty()) {
      return List.of();
    }
    try (PreparedStatement select = connection.prepareStatement(page(each))) {
      int next = 1;
      for (Conditions conditions : each) {
        next = set(select, conditions.values(), next);
        select.setInt(next++, query.limit());
      }
      if (each.size() > 1) {
        select.setInt(next, query.limit());
      }
      return rows(select);
    }
  }

  private static final String SELECT_ALL =
      """
      SELECT * FROM (
      """;

  /** Of several performers a page of each, and of all these rows the first, each once. */
  private static String page(List<Conditions> each) {
    List<String> pages = each.stream().map(one -> SELECT_LINES + one.where() + BY_DUE).toList();
    return pages.size() == 1
        ? pages.get(0)
        : SELECT_ALL + "(" + String.join(") UNION (", pages) + ")) AS page\n" + BY_DUE;
  }

  private static final String COUNT_LINES =
      """
      SELECT COUNT(*) FROM sop_inbox
      """;

  private static final String COUNT_ALL =
      """
      SELECT COUNT(*) FROM (
      """;

  private static final String SELECT_KEYS =
      """
      SELECT case_id, step, visit FROM sop_inbox
      """;

  private static String counted(List<Conditions> each) {
    if (each.size() == 1) {
      return COUNT_LINES + each.get(0).where();
    }
    List<String> keys = each.stream().map(one -> SELECT_KEYS + one.where()).toList();
    return COUNT_ALL + String.join("UNION ", keys) + ") AS asked\n";
  }

  static long count(Connection connection, Dialect dialect, InboxQuery query) throws SQLException {
    List<Conditions> each = Conditions.of(dialect, query, Set.of());
    if (each.isEmpty()) {
      return 0;
    }
    try (PreparedStatement select = connection.prepareStatement(counted(each))) {
      int next = 1;
      for (Conditions conditions : each) {
        next = set(select, conditions.values(), next);
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static final String OF_EACH_ROW =
      """
      WHERE place = 0
      """;

  static List<OpenCaseRow> all(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT_LINES + OF_EACH_ROW)) {
      // Sorted here: a database would sort a table that it must read whole anyway no faster.
      return rows(select).stream().sorted(OpenCaseRow.BY_DUE).toList();
    }
  }

  private static List<OpenCaseRow> rows(PreparedStatement select) throws SQLException {
    List<OpenCaseRow> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(
            new OpenCaseRow(
                CaseId.of(row.getString(1)),
                SopId.of(row.getString(2)),
                StepId.of(row.getString(3)),
                row.getInt(4),
                split(row.getString(5)),
                Micros.toInstant(row.getLong(6)),
                due(row.getLong(7)),
                Optional.of(row.getString(8)).filter(person -> !person.isEmpty())));
      }
    }
    return rows;
  }

  private static Optional<Instant> due(long micros) {
    return micros == InboxLine.NEVER_DUE ? Optional.empty() : Optional.of(Micros.toInstant(micros));
  }

  private static List<PelaksanaCode> split(String joined) {
    return Arrays.stream(joined.split(" ", -1))
        .filter(code -> !code.isEmpty())
        .map(PelaksanaCode::of)
        .toList();
  }

  /** What a query asks for, as SQL. */
  private record Conditions(String where, List<Object> values) {
    /**
     * One for each performer that is asked for; one for all where none is.
     *
     * @param common the tags that are looked for row by row, in the order of the inbox
     */
    static List<Conditions> of(Dialect dialect, InboxQuery query, Set<CaseTag> common) {
      return query
          .pelaksana()
          .map(
              codes ->
                  codes.stream()
                      .map(
                          code ->
                              of(dialect, query, common, "pelaksana = ?\n", List.of(code.value())))
                      .toList())
          // A text in place of a mark: an index may hold the lines with this value only.
          .orElseGet(() -> List.of(of(dialect, query, common, "place = 0\n", List.of())));
    }

    private static Conditions of(
        Dialect dialect,
        InboxQuery query,
        Set<CaseTag> common,
        String whose,
        List<String> performer) {
      List<String> conditions = new ArrayList<>();
      conditions.add(whose);
      List<Object> values = new ArrayList<>(performer);
      query
          .sop()
          .ifPresent(
              sop -> {
                conditions.add("sop = ?\n");
                values.add(sop.value());
              });
      query
          .caseId()
          .ifPresent(
              caseId -> {
                conditions.add("case_id = ?\n");
                values.add(caseId.value());
              });
      query
          .claimedBy()
          .ifPresent(
              person -> {
                conditions.add("claimed_by = ?\n");
                values.add(person);
                tagged(IN, CaseTag.person(person), conditions, values);
              });
      for (CaseTag tag : query.tags()) {
        tagged(common.contains(tag) ? HAS : IN, tag, conditions, values);
      }
      query
          .dueFrom()
          .ifPresent(
              from -> {
                conditions.add("due_at >= ?\n");
                values.add(atLeast(from));
              });
      if (query.dueFrom().isPresent() || query.dueBefore().isPresent()) {
        conditions.add("due_at < ?\n");
        values.add(query.dueBefore().map(Conditions::atLeast).orElse(InboxLine.NEVER_DUE));
      }
      query
          .after()
          .ifPresent(
              key -> {
                conditions.add(dialect.behind());
                values.addAll(behind(dialect, key));
              });
      return new Conditions("WHERE " + String.join("AND ", conditions), values);
    }

    private static final String IN =
        """
        case_id IN (SELECT t.case_id FROM sop_tag t WHERE t.tag_name = ? AND t.tag_value = ?)
        """;

    /** Counted, so that no database looks for all cases with the tag first. */
    private static final String HAS =
        """
        (SELECT COUNT(*) FROM sop_tag t
          WHERE t.tag_name = ? AND t.tag_value = ? AND t.case_id = sop_inbox.case_id) > 0
        """;

    private static void tagged(
        String condition, CaseTag tag, List<String> conditions, List<Object> values) {
      conditions.add(condition);
      values.add(tag.name());
      values.add(tag.value());
    }

    private static List<Object> behind(Dialect dialect, InboxKey key) {
      return dialect.behind(
          key.dueAt().map(Micros::of).orElse(InboxLine.NEVER_DUE),
          key.caseId().value(),
          key.step().leadingNumber(),
          key.step().value(),
          key.visit());
    }

    /** The first microsecond that is not before {@code moment}. */
    private static long atLeast(Instant moment) {
      Instant whole = Micros.truncate(moment);
      return Micros.of(whole) + (whole.equals(moment) ? 0 : 1);
    }
  }
}
