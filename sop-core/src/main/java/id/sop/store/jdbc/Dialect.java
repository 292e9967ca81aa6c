package id.sop.store.jdbc;

import com.google.common.collect.ImmutableList;
import id.sop.journal.CaseId;
import id.sop.journal.Head;
import id.sop.store.CaseStore.Change;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In what one database differs from another. All else that the store says is SQL that each of them
 * understands, and each runs the same contract tests.
 *
 * <p>Oracle and SQL Server are not here, and nothing was tried on them. Who adds one writes its SQL
 * files, an element of this enum, and a contract test on a real server. Known to differ:
 *
 * <ul>
 *   <li>Oracle: the empty text is NULL (the line of a row without performers needs another sign);
 *       {@code VARCHAR2} counts bytes unless told {@code CHAR}, and holds 4000 of them, so that
 *       events are {@code CLOB}; {@code FETCH FIRST n ROWS ONLY} in place of {@code LIMIT}; no
 *       comparison of rows by {@code >}; no release of savepoints; codes: 1 duplicate, 60 deadlock,
 *       30006 and 54 busy, 8177 not serializable, 942 table missing, 12899 too long.
 *   <li>SQL Server: readers wait for writers unless {@code READ_COMMITTED_SNAPSHOT} is on; ids need
 *       a binary collation such as {@code Latin1_General_BIN2}; events are {@code NVARCHAR(MAX)};
 *       {@code OFFSET 0 ROWS FETCH NEXT n ROWS ONLY} in place of {@code LIMIT}; no comparison of
 *       rows; codes: 2627 and 2601 duplicate, 1205 deadlock, 1222 busy, 3960 not serializable, 208
 *       table missing, 2628 and 8152 too long.
 * </ul>
 */
enum Dialect {
  H2("H2") {
    /** Its REPEATABLE READ takes the snapshot of a table only when the table is first read. */
    @Override
    int oneState() {
      return Connection.TRANSACTION_SERIALIZABLE;
    }

    @Override
    String time() {
      return "SELECT CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000000 AS BIGINT)";
    }

    @Override
    void tag(Connection connection, CaseId caseId, TagLines tags) throws SQLException {
      TagRows.merge(connection, caseId, tags);
    }

    @Override
    boolean isTableMissing(SQLException e) {
      // Not found: at all, but with a similar name, in an empty database.
      return Set.of("42S02", "42S03", "42S04").contains(Transactions.state(e));
    }

    @Override
    boolean isGivenUp(SQLException e) {
      return "HYT00".equals(e.getSQLState());
    }

    @Override
    boolean isUndone(SQLException e) {
      // Deadlock, row changed meanwhile.
      return Set.of("40001", "90131").contains(Transactions.state(e));
    }
  },

  POSTGRESQL("PostgreSQL") {
    @Override
    String time() {
      return "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)";
    }

    /** Only of what is shown anew: {@link #append} writes tags with the rest. */
    @Override
    void tag(Connection connection, CaseId caseId, TagLines tags) throws SQLException {
      String insert =
          """
          INSERT INTO sop_tag (tag_name, tag_value, case_id) VALUES (?, ?, ?)
          ON CONFLICT DO NOTHING
          """;
      TagRows.insert(connection, caseId, tags, insert);
    }

    @Override
    boolean isTableMissing(SQLException e) {
      return "42P01".equals(e.getSQLState());
    }

    @Override
    boolean isGivenUp(SQLException e) {
      return "55P03".equals(e.getSQLState());
    }

    @Override
    boolean isUndone(SQLException e) {
      // Not serializable, deadlock.
      return Set.of("40001", "40P01").contains(Transactions.state(e));
    }

    @Override
    Append append(Change change, NewRows rows, TagLines tags, Head head) {
      List<InboxLine> lines = InboxLine.of(change);
      return PipelinedAppend.isFor(rows, lines, tags)
          ? new PipelinedAppend(this, change, rows, head, lines, tags)
          : new PostgresAppend(change, rows, head, lines, tags);
    }
  },

  /** MariaDB, which is tested, and MySQL, which is not but takes the same SQL. */
  MARIADB("MariaDB", "MySQL") {
    @Override
    String time() {
      return "SELECT CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED)";
    }

    @Override
    void clear(Connection connection, CaseId caseId, TagLines tags) throws SQLException {
      if (tags.gone().isEmpty()) {
        super.clear(connection, caseId, tags);
      } else {
        TagRows.deleteWithLines(connection, caseId, tags.gone());
      }
    }

    @Override
    void tag(Connection connection, CaseId caseId, TagLines tags) throws SQLException {
      String insert =
          """
          INSERT IGNORE INTO sop_tag (tag_name, tag_value, case_id) VALUES (?, ?, ?)
          """;
      TagRows.insert(connection, caseId, tags, insert);
    }

    @Override
    boolean isTableMissing(SQLException e) {
      return "42S02".equals(e.getSQLState());
    }

    @Override
    boolean isGivenUp(SQLException e) {
      return e.getErrorCode() == 1205;
    }

    @Override
    boolean isUndone(SQLException e) {
      // Deadlock, changed since it was last read; the second has no SQL state of its own.
      return Set.of(1213, 1020).contains(e.getErrorCode());
    }

    @Override
    boolean isDuplicate(SQLException e) {
      return e.getErrorCode() == 1062;
    }

    /** It finds the way into an index only through conditions on single columns. */
    @Override
    String behind() {
      return """
          due_at >= ?
          AND (due_at > ?
            OR (due_at = ? AND case_id > ?)
            OR (due_at = ? AND case_id = ? AND step_number > ?)
            OR (due_at = ? AND case_id = ? AND step_number = ? AND step > ?)
            OR (due_at = ? AND case_id = ? AND step_number = ? AND step = ? AND visit > ?))
          """;
    }

    @Override
    List<Object> behind(Object due, Object caseId, Object number, Object step, Object visit) {
      return List.of(
          due, due, due, caseId, due, caseId, number, due, caseId, number, step, due, caseId,
          number, step, visit);
    }
  };

  private final ImmutableList<String> products;

  Dialect(String... products) {
    this.products = ImmutableList.copyOf(products);
  }

  /** The dialect of the database behind {@code connection}. */
  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return Arrays.stream(values())
        .filter(dialect -> dialect.products.stream().anyMatch(p -> p.equalsIgnoreCase(product)))
        .findFirst()
        .orElseThrow(
            () -> new StoreException(StoreCode.DATABASE_UNKNOWN, String.valueOf(product), known()));
  }

  private static String known() {
    return Arrays.stream(values())
        .flatMap(dialect -> dialect.products.stream())
        .collect(Collectors.joining(", "));
  }

  /** The name of the folders with its scripts. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The isolation under which all statements of a transaction read one state of all tables. */
  int oneState() {
    return Connection.TRANSACTION_REPEATABLE_READ;
  }

  /** Asks what time it is at the database, in microseconds since 1970. */
  abstract String time();

  abstract boolean isTableMissing(SQLException e);

  /** Whether it waited for others as long as it is set to, in vain. */
  abstract boolean isGivenUp(SQLException e);

  /** Whether it undid the transaction because of others, so that the same again may succeed. */
  abstract boolean isUndone(SQLException e);

  /** Whether a row with this key is there already. */
  boolean isDuplicate(SQLException e) {
    return "23505".equals(e.getSQLState());
  }

  /** Whether a value is longer than its column. */
  boolean isTooLong(SQLException e) {
    return "22001".equals(e.getSQLState());
  }

  /**
   * Clears what is shown of a case, and with it, where that is no statement more, the tags that are
   * gone.
   */
  void clear(Connection connection, CaseId caseId, TagLines tags) throws SQLException {
    InboxRows.clear(connection, caseId);
  }

  /** Writes what a case is found by, as far as {@link #clear} has not. */
  abstract void tag(Connection connection, CaseId caseId, TagLines tags) throws SQLException;

  /** How {@code change} is written. */
  Append append(Change change, NewRows rows, TagLines tags, Head head) {
    return new Append.TableByTable(this, change, rows, tags, head);
  }

  /** The condition that a line of the inbox comes behind a key. */
  String behind() {
    return "(due_at, case_id, step_number, step, visit) > (?, ?, ?, ?, ?)\n";
  }

  /** What the question marks of {@link #behind()} stand for. */
  List<Object> behind(Object due, Object caseId, Object number, Object step, Object visit) {
    return List.of(due, caseId, number, step, visit);
  }
}
