package id.sop.store.jdbc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  // In order; each leads to the version of its number.
  private static final ImmutableList<String> CASES =
      ImmutableList.of(
          "001-cases.sql",
          "002-inbox.sql",
          "003-duties.sql",
          "004-pages.sql",
          "005-tags.sql",
          "101-packs.sql",
          "102-tags.sql");
  private static final ImmutableList<String> APPOINTMENTS =
      ImmutableList.of("001-appointments.sql");

  private final Dialect dialect;
  private final String folder;
  private final ImmutableList<String> scripts;
  private final String versions;
  private final String maker;

  private Schema(
      Dialect dialect,
      String folder,
      ImmutableList<String> scripts,
      String versions,
      String maker) {
    this.dialect = dialect;
    this.folder = folder;
    this.scripts = scripts;
    this.versions = versions;
    this.maker = maker;
  }

  /** The tables for cases. */
  static Schema ofCases(Dialect dialect) {
    return new Schema(dialect, dialect.folder(), CASES, "sop_schema", "JdbcStore.createSchema");
  }

  /** The table for appointments, for a host that has no register of its own. */
  static Schema ofAppointments(Dialect dialect) {
    return new Schema(
        dialect,
        "appointments/" + dialect.folder(),
        APPOINTMENTS,
        "sop_appointment_schema",
        "JdbcRegister.createSchema");
  }

  /**
   * Refuses tables that this library cannot work with: older ones, and those of a later era.
   *
   * @return their version
   */
  int check(Connection connection) throws SQLException {
    OptionalInt found = version(connection);
    if (found.isEmpty()) {
      throw new StoreException(StoreCode.SCHEMA_MISSING, folder, versions, maker);
    }
    int version = found.getAsInt();
    int needed = last(version / ERA);
    if (version < needed) {
      throw new StoreException(
          StoreCode.SCHEMA_OLDER,
          Integer.toString(version),
          Integer.toString(needed),
          folder,
          maker);
    }
    if (version / ERA != needed / ERA) {
      throw new StoreException(
          StoreCode.SCHEMA_NEWER, Integer.toString(version), Integer.toString(needed));
    }
    LOG.info("{} checked: {} version {}", versions, dialect, version);
    return version;
  }

  /** The last version that this library knows up to the end of an era. */
  private int last(int era) {
    return scripts.stream()
        .mapToInt(Schema::number)
        .filter(number -> number / ERA <= era)
        .max()
        .orElseThrow();
  }

  /**
   * Runs the files that were not run yet: all of them where there are no tables, else those of the
   * era that the tables are of. Each may be run again after it broke off half-way, and says at its
   * end that it was run.
   */
  void create(Connection connection) throws SQLException {
    create(connection, done(connection));
  }

  /** The number of the last file that was run; 0 when none was. */
  int done(Connection connection) throws SQLException {
    return version(connection).orElse(0);
  }

  /** The same, where {@code done} was the last that was run. */
  void create(Connection connection, int done) throws SQLException {
    create(connection, done, done == 0 ? Integer.MAX_VALUE : (done / ERA + 1) * ERA - 1);
  }

  /** Runs all files that were not run yet, and so takes the tables into the last era. */
  void renew(Connection connection) throws SQLException {
    create(connection, done(connection), Integer.MAX_VALUE);
  }

  /**
   * Runs the files after number {@code done}, up to number {@code last}. An era is entered at its
   * last version: nobody who looks meanwhile finds an earlier one of it, which he would refuse.
   */
  void create(Connection connection, int done, int last) throws SQLException {
    List<String> marks = new ArrayList<>();
    for (String script : scripts) {
      int number = number(script);
      if (number > done && number <= last) {
        List<String> statements = statements(script);
        run(connection, statements.subList(0, statements.size() - 1));
        marks.add(statements.get(statements.size() - 1));
        LOG.info("{}: {} {} was run", versions, dialect, script);
        if (number == Math.min(last(number / ERA), last)) {
          run(connection, Lists.reverse(marks));
          marks.clear();
        }
      }
    }
  }

  /** The version that a script leads to, and says at its end. */
  private static int number(String script) {
    return Integer.parseInt(script.substring(0, 3));
  }

  private static final String SELECT_VERSION =
      """
      SELECT MAX(version) FROM %s
      """;

  private OptionalInt version(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(SELECT_VERSION.formatted(versions));
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

  private static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /**
   * The statements of a file, which end with a semicolon at the end of a line. The last one says
   * that the file was run.
   */
  private List<String> statements(String script) {
    try {
      String text =
          Resources.toString(
              Resources.getResource(Schema.class, folder + "/" + script), StandardCharsets.UTF_8);
      return Arrays.stream(text.split(";\\s*\n")).filter(sql -> !sql.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
