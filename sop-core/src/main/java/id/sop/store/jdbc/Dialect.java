package id.sop.store.jdbc;

import com.google.common.collect.ImmutableList;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** In what one database differs from another. */
enum Dialect {
  H2("001-cases.sql") {
    /** Its REPEATABLE READ takes the snapshot of a table only when the table is first read. */
    @Override
    int oneState() {
      return Connection.TRANSACTION_SERIALIZABLE;
    }

    @Override
    boolean isTableMissing(SQLException e) {
      // Not found: at all, but with a similar name, in an empty database.
      return Set.of("42S02", "42S03", "42S04").contains(Transactions.state(e));
    }

    @Override
    boolean isBusy(SQLException e) {
      return Set.of("HYT00", "40001").contains(Transactions.state(e));
    }
  };

  private final ImmutableList<String> scripts;

  Dialect(String... scripts) {
    this.scripts = ImmutableList.copyOf(scripts);
  }

  /** The dialect of the database behind {@code connection}. */
  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return Arrays.stream(values())
        .filter(dialect -> dialect.name().equalsIgnoreCase(product))
        .findFirst()
        .orElseThrow(
            () -> new StoreException(StoreCode.DATABASE_UNKNOWN, String.valueOf(product), known()));
  }

  private static String known() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  /** The folder of its scripts, below this package. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scripts that make the tables, in order; the n-th leads to version n. */
  List<String> scripts() {
    return scripts;
  }

  /** The version of the tables that this library works with. */
  int version() {
    return scripts.size();
  }

  /** The isolation under which all statements of a transaction read one state of all tables. */
  abstract int oneState();

  abstract boolean isTableMissing(SQLException e);

  /** Whether it gave up waiting for others, so that the same again may succeed. */
  abstract boolean isBusy(SQLException e);

  /** Whether a row with this key is there already. */
  boolean isDuplicate(SQLException e) {
    return "23505".equals(e.getSQLState());
  }

  /** Whether a value is longer than its column. */
  boolean isTooLong(SQLException e) {
    return "22001".equals(e.getSQLState());
  }
}
