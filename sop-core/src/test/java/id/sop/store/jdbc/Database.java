package id.sop.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The databases that stores are tested on. A server runs once for all tests of a JVM. */
public enum Database {
  H2 {
    @Override
    DataSource make(String name, boolean pooled) {
      return JdbcConnectionPool.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
    }
  },

  POSTGRESQL {
    @Override
    DataSource make(String name, boolean pooled) throws SQLException {
      DataSource server = pooled ? PostgresServer.pool() : PostgresServer.plain();
      execute(server, "CREATE SCHEMA " + name);
      return handing(server, connection -> connection.setSchema(name));
    }
  },

  MARIADB {
    @Override
    DataSource make(String name, boolean pooled) throws SQLException {
      DataSource server = pooled ? MariaDbServer.pool() : MariaDbServer.plain();
      execute(server, "CREATE DATABASE " + name);
      return handing(server, connection -> connection.setCatalog(name));
    }
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /**
   * An empty database, in a pool. Where its server cannot run on this machine, the test is skipped,
   * and it is printed why.
   */
  public DataSource fresh() throws SQLException {
    return make("sop_test_" + NUMBER.incrementAndGet(), true);
  }

  /** An empty database with the tables of this library, in a pool. */
  public DataSource withTables() throws SQLException {
    DataSource database = fresh();
    JdbcStore.createSchema(database);
    return database;
  }

  /** The same as earlier libraries left them: with a row for each entry. */
  public DataSource withTablesForEarlierNodes() throws SQLException {
    DataSource database = fresh();
    forEarlierNodes(database);
    return database;
  }

  /** Makes tables as earlier libraries left them. */
  static void forEarlierNodes(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Schema.ofCases(Dialect.of(connection)).create(connection, 0, 99);
    }
  }

  /** The same, which makes each connection anew: a pool would hand out those that were cut. */
  DataSource withTablesUnpooled() throws SQLException {
    DataSource database = make("sop_test_" + NUMBER.incrementAndGet(), false);
    JdbcStore.createSchema(database);
    return database;
  }

  abstract DataSource make(String name, boolean pooled) throws SQLException;

  public static void execute(DataSource database, String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** What is done to each connection before it is handed out. */
  interface Preparing {
    void prepare(Connection connection) throws SQLException;
  }

  static DataSource handing(DataSource server, Preparing preparing) {
    return (DataSource)
        Proxy.newProxyInstance(
            Database.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, args) -> {
              try {
                Object result = method.invoke(server, args);
                if (result instanceof Connection connection) {
                  preparing.prepare(connection);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
