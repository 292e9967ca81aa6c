package id.sop.store.jdbc;

import id.sop.journal.CaseId;
import id.sop.store.CaseTag;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The table with what cases are found by. Whoever writes has moved the case, so nobody else writes
 * its tags meanwhile; what a node left that did not know of tags may be there already.
 */
final class TagRows {
  private TagRows() {}

  /**
   * Up to so many cases with a tag are sooner fetched and put in order than a page of them is met
   * with in the order of an inbox: where both take as long among a million rows.
   */
  private static final int FEW = 4_000;

  private static final String COUNT_SOME =
      """
      SELECT COUNT(*)
      FROM (SELECT t.case_id FROM sop_tag t WHERE t.tag_name = ? AND t.tag_value = ? LIMIT ?) AS counted
      """;

  /**
   * Those of {@code tags} that many cases have. A server that keeps a plan for all values of a
   * statement cannot tell by itself.
   */
  static Set<CaseTag> common(Connection connection, Set<CaseTag> tags) throws SQLException {
    Set<CaseTag> common = new HashSet<>();
    for (CaseTag tag : tags) {
      try (PreparedStatement count = connection.prepareStatement(COUNT_SOME)) {
        count.setString(1, tag.name());
        count.setString(2, tag.value());
        count.setInt(3, FEW + 1);
        try (ResultSet row = count.executeQuery()) {
          row.next();
          if (row.getInt(1) > FEW) {
            common.add(tag);
          }
        }
      }
    }
    return common;
  }

  private static final String MERGE =
      """
      MERGE INTO sop_tag t
      USING (
        SELECT CAST(? AS VARCHAR) AS tag_name, CAST(? AS VARCHAR) AS tag_value,
          CAST(? AS VARCHAR) AS case_id, CAST(? AS BOOLEAN) AS is_gone) s
      ON t.tag_name = s.tag_name AND t.tag_value = s.tag_value AND t.case_id = s.case_id
      WHEN MATCHED AND s.is_gone THEN DELETE
      WHEN NOT MATCHED AND NOT s.is_gone THEN
        INSERT (tag_name, tag_value, case_id) VALUES (s.tag_name, s.tag_value, s.case_id)
      """;

  /** Both in one statement, as H2 can. */
  static void merge(Connection connection, CaseId caseId, TagLines tags) throws SQLException {
    if (tags.size() == 0) {
      return;
    }
    try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
      for (CaseTag tag : tags.gone()) {
        merge.setBoolean(4, true);
        add(merge, caseId, tag);
      }
      for (CaseTag tag : tags.added()) {
        merge.setBoolean(4, false);
        add(merge, caseId, tag);
      }
      merge.executeBatch();
    }
  }

  /** Those that were added, by a statement that takes no notice of what is there. */
  static void insert(Connection connection, CaseId caseId, TagLines tags, String sql)
      throws SQLException {
    if (tags.added().isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (CaseTag tag : tags.added()) {
        add(insert, caseId, tag);
      }
      insert.executeBatch();
    }
  }

  private static void add(PreparedStatement statement, CaseId caseId, CaseTag tag)
      throws SQLException {
    statement.setString(1, tag.name());
    statement.setString(2, tag.value());
    statement.setString(3, caseId.value());
    statement.addBatch();
  }

  private static final String DELETE_WITH_LINES =
      """
      DELETE i, t
      FROM sop_case c
      LEFT JOIN sop_inbox i ON i.case_id = c.case_id
      LEFT JOIN sop_tag t ON t.case_id = c.case_id AND (t.tag_name, t.tag_value) IN (%s)
      WHERE c.case_id = ?
      """;

  /** Those that are gone, and the lines of the inbox, in one statement, as MariaDB can. */
  static void deleteWithLines(Connection connection, CaseId caseId, List<CaseTag> gone)
      throws SQLException {
    String marks = String.join(", ", Collections.nCopies(gone.size(), "(?, ?)"));
    try (PreparedStatement delete =
        connection.prepareStatement(DELETE_WITH_LINES.replace("%s", marks))) {
      int next = 1;
      for (CaseTag tag : gone) {
        delete.setString(next++, tag.name());
        delete.setString(next++, tag.value());
      }
      delete.setString(next, caseId.value());
      delete.executeUpdate();
    }
  }
}
