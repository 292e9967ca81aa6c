package id.sop.store.jdbc;

import com.google.common.io.Resources;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables: made by plain SQL files, checked by one row. */
final class Schema {
  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  /**
   * Within so many versions tables are only added to, with defaults for what earlier libraries do
   * not know: one of them may work on the tables of a later one while the nodes of a host are
   * renewed one by one.
   */
  private static final int ERA = 100;

  private final Dialect dialect;

  Schema(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Refuses tables that this library cannot work with: older ones, and those of another era. */
  void check(Connection connection) throws SQLException {
    OptionalInt found = version(connection);
    String known = Integer.toString(dialect.version());
    if (found.isEmpty()) {
      throw new StoreException(StoreCode.SCHEMA_MISSING, dialect.folder());
    }
    String version = Integer.toString(found.getAsInt());
    if (found.getAsInt() < dialect.version()) {
      throw new StoreException(StoreCode.SCHEMA_OLDER, version, known, dialect.folder());
    }
    if (found.getAsInt() / ERA != dialect.version() / ERA) {
      throw new StoreException(StoreCode.SCHEMA_NEWER, version, known);
    }
    LOG.info("tables for cases checked: {} version {}", dialect, version);
  }

  /**
   * Runs the files that were not run yet. Each may be run again after it broke off half-way, and
   * says at its end that it was run.
   */
  void create(Connection connection) throws SQLException {
    int done = version(connection).orElse(0);
    for (String script : dialect.scripts()) {
      if (Dialect.number(script) > done) {
        run(connection, script);
        LOG.info("tables for cases made: {} {}", dialect, script);
      }
    }
  }

  private static final String SELECT_VERSION =
      """
      SELECT MAX(version) FROM sop_schema
      """;

  private OptionalInt version(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT_VERSION);
        ResultSet row = select.executeQuery()) {
      row.next();
      int version = row.getInt(1);
      return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(version);
    } catch (SQLException e) {
      if (dialect.isTableMissing(e)) {
        return OptionalInt.empty();
      }
      throw e;
    }
  }

  private void run(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements(script)) {
        statement.execute(sql);
      }
    }
  }

  /** The statements of a file: they end with a semicolon at the end of a line. */
  private Iterable<String> statements(String script) {
    try {
      String text =
          Resources.toString(
              Resources.getResource(Schema.class, dialect.folder() + "/" + script),
              StandardCharsets.UTF_8);
      return Arrays.stream(text.split(";\\s*\n")).filter(sql -> !sql.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
