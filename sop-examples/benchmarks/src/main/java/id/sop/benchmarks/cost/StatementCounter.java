package id.sop.benchmarks.cost;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts statements, a batch as one, and the commits of what was written. */
final class StatementCounter extends JdbcProxy {
  private final AtomicLong statements = new AtomicLong();
  private final AtomicLong commits = new AtomicLong();

  DataSource counting(DataSource dataSource) {
    return around(dataSource);
  }

  long statements() {
    return statements.get();
  }

  long commits() {
    return commits.get();
  }

  @Override
  void before(Connection connection, Object target, String method, String sql) throws SQLException {
    if (target instanceof Statement && method.startsWith("execute")) {
      // Several may go at once, each on from the line after the last one's semicolon.
      statements.addAndGet(sql.split(";\\s*\n", -1).length);
      if (isWrite(sql) && connection.getAutoCommit()) {
        commits.incrementAndGet();
      }
    } else if (method.equals("commit")) {
      commits.incrementAndGet();
    }
  }
}
