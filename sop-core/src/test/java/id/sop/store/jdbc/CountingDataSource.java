package id.sop.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Counts what goes to the server. A batch is one statement and one trip. */
final class CountingDataSource {
  private static final Set<String> TRIPS_OF_A_CONNECTION =
      Set.of(
          "commit",
          "rollback",
          "setAutoCommit",
          "setTransactionIsolation",
          "getTransactionIsolation",
          "setSavepoint",
          "releaseSavepoint",
          "setReadOnly",
          "isValid");

  private final DataSource dataSource;
  private final List<String> statements = new ArrayList<>();
  private final List<String> trips = new ArrayList<>();

  CountingDataSource(DataSource database) {
    dataSource = proxy(DataSource.class, database, "");
  }

  DataSource dataSource() {
    return dataSource;
  }

  List<String> statements() {
    return statements;
  }

  List<String> trips() {
    return trips;
  }

  void forget() {
    statements.clear();
    trips.clear();
  }

  private <T> T proxy(Class<T> type, Object target, String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            CountingDataSource.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              count(target, method, sql);
              try {
                return counted(method.invoke(target, args), args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private Object counted(Object result, Object[] args) {
    String sql = args != null && args.length > 0 ? String.valueOf(args[0]) : "";
    if (result instanceof Connection) {
      return proxy(Connection.class, result, sql);
    }
    if (result instanceof java.sql.PreparedStatement) {
      return proxy(java.sql.PreparedStatement.class, result, sql);
    }
    return result;
  }

  private void count(Object target, Method method, String sql) {
    String name = method.getName();
    if (target instanceof Statement && name.startsWith("execute")) {
      statements.add(sql);
      trips.add(sql);
    } else if (target instanceof Connection && TRIPS_OF_A_CONNECTION.contains(name)) {
      trips.add(name);
    }
  }
}
