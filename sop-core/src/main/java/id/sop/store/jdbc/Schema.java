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

  /**
   * Refuses tables that this library cannot work with: older ones, and those of a later era.
   *
   * @return their version
   */
  int check(Connection connection) throws SQLException {
    OptionalInt found = version(connection);
    if (found.isEmpty()) {
      throw new StoreException(StoreCode.SCHEMA_MISSING, dialect.folder());
    }
    int version = found.getAsInt();
    int known = last(version / ERA);
    if (version < known) {
      throw new StoreException(
          StoreCode.SCHEMA_OLDER,
          Integer.toString(version),
          Integer.toString(known),
          dialect.folder());
    }
    if (version / ERA != known / ERA) {
      throw new StoreException(
          StoreCode.SCHEMA_NEWER, Integer.toString(version), Integer.toString(known));
    }
    LOG.info("tables for cases checked: {} version {}", dialect, version);
    return version;
  }

  /** The last version that this library knows of an era, or of the last one that it knows. */
  private int last(int era) {
    return dialect.scripts().stream()
        .mapToInt(Dialect::number)
        .filter(number -> number / ERA <= era)
        .max()
        .orElseThrow();
  }

  /**
   * Runs the files that were not run yet: all of them where there are no tables. Each may be run
   * again after it broke off half-way, and says at its end that it was run.
   *
   * @param renew whether tables of an earlier era are taken into the last one
   */
  void create(Connection connection, boolean renew) throws SQLException {
    OptionalInt found = version(connection);
    int done = found.orElse(0);
    boolean all = renew || found.isEmpty();
    for (String script : dialect.scripts()) {
      int number = Dialect.number(script);
      if (number > done && (all || number / ERA == done / ERA)) {
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
