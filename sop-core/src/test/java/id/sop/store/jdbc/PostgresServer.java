package id.sop.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A PostgreSQL server of the tests' own. It refuses to run as root; its starter then runs it in a
 * user namespace, where the kernel allows one.
 */
public final class PostgresServer {
  private static final Optional<PostgresServer> SERVER = start();

  private final EmbeddedPostgres server;
  private final JdbcConnectionPool pool;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
    PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    source.setURL(server.getJdbcUrl("postgres", "postgres"));
    pool = JdbcConnectionPool.create(source);
    pool.setMaxConnections(80);
  }

  private static Optional<PostgresServer> start() {
    try {
      return Optional.of(
          new PostgresServer(EmbeddedPostgres.builder().setServerConfig("jit", "off").start()));
    } catch (IOException | RuntimeException e) {
      System.out.println("figure: tests on PostgreSQL skipped, no server can run here: " + e);
      return Optional.empty();
    }
  }

  private static PostgresServer get() {
    return SERVER.orElseGet(() -> Assumptions.abort("no PostgreSQL server can run here"));
  }

  static DataSource pool() {
    return get().pool;
  }

  static DataSource plain() {
    return get().server.getPostgresDatabase();
  }

  /** The URL of its one database, for another process. */
  public static String url() {
    return get().server.getJdbcUrl("postgres", "postgres");
  }

  /** The URL of one of the databases of {@link Database#POSTGRESQL}. */
  public static String url(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return url() + "&currentSchema=" + connection.getSchema();
    }
  }
}
