package id.sop.store.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Hands out the connection of the transaction that the thread has open, as a framework does: to
 * close it does nothing until the transaction ends. To end it there is a mistake.
 */
final class HostDataSource implements DataSource {
  private static final Set<String> FOR_THE_HOST_ALONE = Set.of("commit", "setAutoCommit", "abort");

  private final DataSource database;
  private final ThreadLocal<Connection> open = new ThreadLocal<>();

  HostDataSource(DataSource database) {
    this.database = database;
  }

  void begin() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    open.set(connection);
  }

  void commit() throws SQLException {
    open.get().commit();
    end();
  }

  void rollback() throws SQLException {
    open.get().rollback();
    end();
  }

  private void end() throws SQLException {
    open.get().close();
    open.remove();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = open.get();
    return connection == null ? database.getConnection() : guarded(connection);
  }

  private static Connection guarded(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            HostDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, args) -> {
              boolean wholeRollback = method.getName().equals("rollback") && args == null;
              if (FOR_THE_HOST_ALONE.contains(method.getName()) || wholeRollback) {
                throw new AssertionError("the transaction is the host's: " + method.getName());
              }
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(connection, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return database.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    database.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    database.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return database.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return database.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return database.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return database.isWrapperFor(type);
  }
}
