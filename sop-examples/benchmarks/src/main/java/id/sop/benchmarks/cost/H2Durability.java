package id.sop.benchmarks.cost;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;

/**
 * Gives a program on H2 the durability that the library gives itself: a commit of H2 returns before
 * it is in the file, so that each commit of something written is followed by {@link #FLUSH}.
 */
final class H2Durability extends JdbcProxy {
  static final String FLUSH =
      """
      CHECKPOINT SYNC
      """;

  private final Set<Connection> written =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private H2Durability() {}

  static DataSource of(DataSource dataSource) {
    return new H2Durability().around(dataSource);
  }

  static void flush(Connection connection) throws SQLException {
    try (Statement checkpoint = connection.createStatement()) {
      checkpoint.execute(FLUSH);
    }
  }

  @Override
  void before(Connection connection, Object target, String method, String sql) {
    if (target instanceof Statement && method.startsWith("execute") && isWrite(sql)) {
      written.add(connection);
    }
  }

  @Override
  void after(Connection connection, Object target, String method) throws SQLException {
    boolean commits =
        target instanceof Connection
            ? method.equals("commit")
            : method.startsWith("execute") && connection.getAutoCommit();
    if (commits && written.remove(connection)) {
      flush(connection);
    }
  }
}
