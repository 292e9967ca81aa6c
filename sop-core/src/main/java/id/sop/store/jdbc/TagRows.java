package id.sop.store.jdbc;

import id.sop.journal.CaseId;
import id.sop.store.CaseTag;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The table with what cases are found by. */
final class TagRows {
  private TagRows() {}

  private static final String DELETE_TAG =
      """
      DELETE FROM sop_tag WHERE tag_name = ? AND tag_value = ? AND case_id = ?
      """;

  private static final String INSERT_TAG =
      """
      INSERT INTO sop_tag (tag_name, tag_value, case_id) VALUES (?, ?, ?)
      """;

  /** Whoever writes has moved the case, so nobody else writes its tags meanwhile. */
  static void replace(Connection connection, CaseId caseId, TagLines tags) throws SQLException {
    if (tags.size() > 0) {
      try (PreparedStatement delete = connection.prepareStatement(DELETE_TAG)) {
        add(delete, caseId, tags.gone());
        // Left behind by a node that did not know of tags.
        add(delete, caseId, tags.added());
        delete.executeBatch();
      }
    }
    if (!tags.added().isEmpty()) {
      try (PreparedStatement insert = connection.prepareStatement(INSERT_TAG)) {
        add(insert, caseId, tags.added());
        insert.executeBatch();
      }
    }
  }

  private static void add(PreparedStatement statement, CaseId caseId, List<CaseTag> tags)
      throws SQLException {
    for (CaseTag tag : tags) {
      statement.setString(1, tag.name());
      statement.setString(2, tag.value());
      statement.setString(3, caseId.value());
      statement.addBatch();
    }
  }
}
