package id.sop.store.jdbc;

import id.sop.store.CaseStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.PooledConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * Where the cases of a process are kept that is to be killed: the path of an H2 file, or the URL of
 * a PostgreSQL database.
 */
public final class CrashPlace {
  private static final String SERVER = "jdbc:postgresql:";

  /** Each connection holds it shared, so that whoever gets it alone knows that all are gone. */
  private static final String PRESENT = "SELECT pg_advisory_lock_shared(1)";

  private static final String ALONE = "SELECT pg_advisory_lock(1)";

  private CrashPlace() {}

  /** For those who work there. */
  public static CaseStore open(String place) {
    return place.startsWith(SERVER)
        ? JdbcStore.open(JdbcConnectionPool.create(present(place)))
        : JdbcStore.h2File(Path.of(place));
  }

  /**
   * Waits until nothing goes on any more at {@code place}: a server notices only after the command
   * that it is at that its client died.
   */
  public static void awaitNobody(String place) throws SQLException {
    if (place.startsWith(SERVER)) {
      try (Connection connection = DriverManager.getConnection(place);
          Statement statement = connection.createStatement()) {
        statement.execute(ALONE);
      }
    }
  }

  private static PGConnectionPoolDataSource present(String url) {
    PGConnectionPoolDataSource source =
        new PGConnectionPoolDataSource() {
          private static final long serialVersionUID = 1L;

          @Override
          public PooledConnection getPooledConnection() throws SQLException {
            PooledConnection pooled = super.getPooledConnection();
            try (Connection connection = pooled.getConnection();
                Statement statement = connection.createStatement()) {
              statement.execute(PRESENT);
            }
            return pooled;
          }
        };
    source.setURL(url);
    return source;
  }
}
