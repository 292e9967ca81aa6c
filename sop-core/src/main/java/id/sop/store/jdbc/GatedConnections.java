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
  private final FileGate.Turn turn = new FileGate.Turn();

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
    if (turn.isOpen() && isEnd(method, args)) {
      return passed(connection, true, method, args);
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
                ? passed(statement, connection.getAutoCommit(), method, args)
                : called(statement, method, args));
  }

  private @Nullable Object passed(
      Object target, boolean commits, Method method, Object @Nullable [] args) throws Throwable {
    gate.enter(turn, commits);
    try {
      return called(target, method, args);
    } finally {
      gate.leave(turn, commits);
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
