package id.sop.store.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of which each statement that changes or locks something, and the end of a transaction
 * in which there was one, passes a {@link FileGate}.
 */
final class GatedConnections implements InvocationHandler {
  /** What only reads, however long it takes, is in nobody's way. */
  private static final Pattern READS =
      Pattern.compile(
          "\\s*SELECT\\b(?!.*\\b(?:FOR\\s+UPDATE|(?:FINAL|NEW|OLD)\\s+TABLE|NEXT\\s+VALUE)\\b).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Connection connection;
  private final FileGate gate;

  /** Whether the transaction that is open may hold what others wait for. */
  private boolean inMidst;

  private GatedConnections(Connection connection, FileGate gate) {
    this.connection = connection;
    this.gate = gate;
  }

  static DataSource of(DataSource dataSource, FileGate gate) {
    return proxy(
        DataSource.class,
        (proxy, method, args) -> {
          Object result = called(dataSource, method, args);
          return result instanceof Connection connection
              ? proxy(Connection.class, new GatedConnections(connection, gate))
              : result;
        });
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
      throws Throwable {
    if (inMidst && isEnd(method, args)) {
      Object result = passed(connection, true, method, args);
      inMidst = false;
      return result;
    }
    Object result = called(connection, method, args);
    return result instanceof Statement statement
        ? gated(statement, args == null ? "" : String.valueOf(args[0]))
        : result;
  }

  private static boolean isEnd(Method method, Object @Nullable [] args) {
    return switch (method.getName()) {
      case "commit", "close" -> true;
      // Not back to a savepoint.
      case "rollback" -> args == null;
      case "setAutoCommit" -> args != null && Boolean.TRUE.equals(args[0]);
      default -> false;
    };
  }

  /**
   * @param prepared the SQL, of a statement that has it from the beginning
   */
  private Statement gated(Statement statement, String prepared) {
    Class<? extends Statement> kind = Statement.class;
    if (statement instanceof CallableStatement) {
      kind = CallableStatement.class;
    } else if (statement instanceof PreparedStatement) {
      kind = PreparedStatement.class;
    }
    boolean reads = READS.matcher(prepared).matches();
    return proxy(
        kind,
        (proxy, method, args) ->
            method.getName().startsWith("execute") && !reads
                ? executed(statement, method, args)
                : called(statement, method, args));
  }

  private @Nullable Object executed(Statement statement, Method method, Object @Nullable [] args)
      throws Throwable {
    boolean commits = connection.getAutoCommit();
    try {
      return passed(statement, commits, method, args);
    } finally {
      inMidst = !commits;
    }
  }

  private @Nullable Object passed(
      Object target, boolean commits, Method method, Object @Nullable [] args) throws Throwable {
    gate.enter(inMidst, commits);
    try {
      return called(target, method, args);
    } finally {
      gate.leave();
    }
  }

  private static @Nullable Object called(Object target, Method method, Object @Nullable [] args)
      throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> kind, InvocationHandler handler) {
    return kind.cast(
        Proxy.newProxyInstance(
            GatedConnections.class.getClassLoader(), new Class<?>[] {kind}, handler));
  }
}
