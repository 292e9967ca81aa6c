package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GatedConnectionsTest {
  private final FileGate gate = new FileGate(Duration.ZERO);
  private DataSource gated;

  @BeforeEach
  void open() throws SQLException {
    DataSource database = Database.H2.fresh();
    Database.execute(database, "CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (1)");
    gated = GatedConnections.of(database, gate);
  }

  interface Use {
    void of(Connection connection) throws SQLException;
  }

  record Named(String name, Use use) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Named> changes() {
    return Stream.of(
        new Named("execute", c -> c.createStatement().execute("DELETE FROM t")),
        new Named("executeUpdate", c -> c.createStatement().executeUpdate("DELETE FROM t")),
        new Named("prepared", c -> c.prepareStatement("DELETE FROM t").executeUpdate()),
        new Named("called", c -> c.prepareCall("DELETE FROM t").executeUpdate()),
        new Named("batch", GatedConnectionsTest::batch),
        new Named("locks", c -> c.prepareStatement("SELECT id FROM t FOR UPDATE").executeQuery()),
        new Named(
            "changes and reads",
            c ->
                c.prepareStatement(" select id from\nFINAL  TABLE (INSERT INTO t VALUES (2))")
                    .executeQuery()));
  }

  static Stream<Named> ends() {
    return Stream.of(
        new Named("commit", Connection::commit),
        new Named("rollback", Connection::rollback),
        new Named("commit by the way", c -> c.setAutoCommit(true)),
        new Named("close", Connection::close));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void the_end_of_a_change_waits_and_that_of_nothing_does_not(Named end) throws Exception {
    try (Connection changed = gated.getConnection();
        Connection unchanged = gated.getConnection()) {
      changed.setAutoCommit(false);
      unchanged.setAutoCommit(false);
      unchanged.prepareStatement("SELECT id FROM t").executeQuery();
      changed.prepareStatement("DELETE FROM t").executeUpdate();

      assertThat(triedWhileWritten(unchanged, end.use())).isEqualTo(Thread.State.TERMINATED);
      assertThat(triedWhileWritten(changed, end.use())).isEqualTo(Thread.State.WAITING);
    }
  }

  private static void batch(Connection connection) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
      insert.setInt(1, 7);
      insert.addBatch();
      insert.executeBatch();
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void what_changes_or_locks_waits_for_whoever_writes_down(Named change) throws Exception {
    try (Connection connection = gated.getConnection()) {
      connection.setAutoCommit(false);

      assertThat(triedWhileWritten(connection, change.use())).isEqualTo(Thread.State.WAITING);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT id FROM t", "\n  select COUNT(*) FROM t WHERE id > 0\n"})
  void what_reads_does_not(String sql) throws Exception {
    try (Connection connection = gated.getConnection()) {
      Use read = c -> c.prepareStatement(sql).executeQuery();

      assertThat(triedWhileWritten(connection, read)).isEqualTo(Thread.State.TERMINATED);
    }
  }

  private Thread.State triedWhileWritten(Connection connection, Use use) throws Exception {
    commit();
    List<Thread.State> states = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    gate.write(
        () -> {
          Thread thread = Waiting.started(() -> use(use, connection));
          Waiting.await(thread);
          states.add(thread.getState());
          threads.add(thread);
        });
    threads.get(0).join();
    return states.get(0);
  }

  private static void use(Use use, Connection connection) {
    try {
      use.of(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Something that was committed, without which there is nothing to be written down. */
  private void commit() {
    FileGate.Turn turn = new FileGate.Turn();
    gate.enter(turn, true);
    gate.leave(turn, true);
  }

  @Test
  void a_transaction_that_has_begun_goes_on_to_its_end_while_one_waits_to_write() throws Exception {
    try (Connection connection = gated.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      Savepoint savepoint = connection.setSavepoint();
      statement.execute("UPDATE t SET id = 2");
      FileGate.Turn other = new FileGate.Turn();
      gate.enter(other, true);
      Thread writer = Waiting.started(this::write);
      Waiting.await(writer);

      statement.execute("UPDATE t SET id = 3");
      connection.rollback(savepoint);
      statement.execute("UPDATE t SET id = 4");
      connection.commit();

      Thread next = Waiting.started(() -> use(c -> statement.execute("DELETE FROM t"), connection));
      Waiting.await(next);
      assertThat(next.getState()).as("a new transaction").isEqualTo(Thread.State.WAITING);
      gate.leave(other, true);
      writer.join();
      next.join();
    }
  }

  private void write() {
    try {
      gate.write(() -> {});
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_fails_fails_as_it_would_and_leaves_the_gate() throws Exception {
    try (Connection connection = gated.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("INSERT INTO t VALUES (1)"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
      commit();
      gate.write(() -> {});

      assertThat(connection.unwrap(JdbcConnection.class)).isNotNull();
    }
  }
}
