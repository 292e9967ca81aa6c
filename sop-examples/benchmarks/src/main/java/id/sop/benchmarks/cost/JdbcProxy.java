package id.sop.benchmarks.cost;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Looks on at what goes through a data source. */
abstract class JdbcProxy {
  /** A connection is about to be used, or one of its statements, which says {@code sql}. */
  abstract void before(Connection connection, Object target, String method, String sql)
      throws SQLException;

  /** The same has happened. */
  void after(Connection connection, Object target, String method) throws SQLException {}

  final DataSource around(DataSource dataSource) {
    return proxy(DataSource.class, dataSource, null, "");
  }

  private <T> T proxy(Class<T> type, Object target, @Nullable Connection connection, String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            JdbcProxy.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> invoke(target, connection, sql, method, args)));
  }

  private @Nullable Object invoke(
      Object target,
      @Nullable Connection connection,
      String sql,
      Method method,
      @Nullable Object[] args)
      throws Throwable {
    String text = args != null && args.length > 0 && args[0] instanceof String first ? first : sql;
    try {
      if (connection == null) {
        return wrapped(method.invoke(target, args), null, "");
      }
      before(connection, target, method.getName(), text);
      Object result = method.invoke(target, args);
      after(connection, target, method.getName());
      return wrapped(result, connection, text);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private @Nullable Object wrapped(
      @Nullable Object result, @Nullable Connection connection, String sql) {
    if (result instanceof Connection made) {
      return proxy(Connection.class, made, made, "");
    }
    if (result instanceof PreparedStatement statement) {
      return proxy(PreparedStatement.class, statement, connection, sql);
    }
    return result instanceof Statement statement
        ? proxy(Statement.class, statement, connection, sql)
        : result;
  }

  static boolean isWrite(String sql) {
    String verb = sql.stripLeading();
    return !verb.regionMatches(true, 0, "SELECT", 0, 6) && !verb.isEmpty();
  }
}
