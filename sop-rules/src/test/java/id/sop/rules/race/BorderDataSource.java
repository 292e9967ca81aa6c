package id.sop.rules.race;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.sql.DataSource;

/** Says before each statement, commit and rollback that it is about to come. */
final class BorderDataSource implements InvocationHandler {
  private final Object target;
  private final Runnable border;
  private final boolean autoCommit;

  private BorderDataSource(Object target, Runnable border, boolean autoCommit) {
    this.target = target;
    this.border = border;
    this.autoCommit = autoCommit;
  }

  /**
   * {@code database} with borders.
   *
   * @param autoCommit as a pool hands out its connections
   */
  static DataSource of(DataSource database, Runnable border, boolean autoCommit) {
    return new BorderDataSource(database, border, autoCommit).as(DataSource.class);
  }

  private <T> T as(Class<T> type) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
  }

  @Override
  public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] args)
      throws Throwable {
    String name = method.getName();
    if (name.startsWith("execute") || name.equals("commit") || name.equals("rollback")) {
      border.run();
    }
    try {
      return bordered(method.invoke(target, args));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Object bordered(Object result) throws java.sql.SQLException {
    if (result instanceof PreparedStatement made) {
      return new BorderDataSource(made, border, autoCommit).as(PreparedStatement.class);
    }
    // A statement's own connection stays bare: it is asked for types only.
    if (result instanceof Connection made && target instanceof DataSource) {
      made.setAutoCommit(autoCommit);
      return new BorderDataSource(made, border, autoCommit).as(Connection.class);
    }
    return result;
  }
}
