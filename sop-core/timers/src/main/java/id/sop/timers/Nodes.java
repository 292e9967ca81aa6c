package id.sop.timers;

import static com.google.common.base.Preconditions.checkArgument;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.google.common.io.Resources;
import id.sop.problem.SopException;
import id.sop.store.jdbc.JdbcStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Does rounds again and again on the nodes of an application: each round on one node at a time, and
 * on another when that one dies. The nodes find each other through one table, {@code sop_task}, in
 * the database of the cases; the work is that of db-scheduler. Who does a round is a matter of
 * thrift only: rounds stay right when two nodes do them at once.
 *
 * <p>A host that runs a db-scheduler of its own adds {@link #task} to it instead.
 */
public final class Nodes implements AutoCloseable {
  private static final String TABLE = "sop_task";

  private final Scheduler scheduler;

  private Nodes(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Begins a node.
   *
   * @param store says what time it is
   * @param database holds the table {@code sop_task}
   */
  public static Builder over(JdbcStore store, DataSource database) {
    return new Builder(store, database);
  }

  /** A round as a task of db-scheduler, {@code pause} between the end of one and the next. */
  public static RecurringTask<Void> task(Round round, Duration pause) {
    return Tasks.recurring(round.name(), FixedDelay.of(pause))
        .execute((instance, context) -> round.run());
  }

  /**
   * Makes the table {@code sop_task} where it is missing. A host may run the files {@code
   * id/sop/timers/*.sql} itself.
   *
   * @throws SopException when the database refuses
   */
  public static void createTable(DataSource database) {
    String folder = "";
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
      folder = product.equals("mysql") ? "mariadb" : product;
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(true);
      statement.execute(
          Resources.toString(
              Resources.getResource(Nodes.class, folder + ".sql"), StandardCharsets.UTF_8));
      connection.setAutoCommit(autoCommit);
    } catch (SQLException e) {
      throw new SopException(TimerCode.TABLE_FAILED, e, String.valueOf(e.getSQLState()), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes no new round; waits a little for those that run, then interrupts them. */
  @Override
  public void close() {
    scheduler.stop();
  }

  /** Builds a node. Not for several threads. */
  public static final class Builder {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration POLLING = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The fewest that db-scheduler takes. */
    private static final int MISSED_HEARTBEATS = 4;

    private final JdbcStore store;
    private final DataSource database;
    private final Map<String, RecurringTask<Void>> tasks = new LinkedHashMap<>();
    private Duration heartbeat = HEARTBEAT;
    private Duration shortest = POLLING;

    private Builder(JdbcStore store, DataSource database) {
      this.store = store;
      this.database = database;
    }

    /**
     * Does {@code round} again and again.
     *
     * @param pause from the end of one to the next
     * @throws SopException when there is a round with this name already
     */
    public Builder every(Duration pause, Round round) {
      if (tasks.putIfAbsent(round.name(), task(round, pause)) != null) {
        throw new SopException(TimerCode.ROUND_TWICE, round.name());
      }
      shortest = pause.compareTo(shortest) < 0 ? pause : shortest;
      return this;
    }

    /**
     * How often a node says that it lives; without this, every ten seconds. One that has not for
     * four times as long is taken for dead, and another does its rounds.
     */
    public Builder heartbeat(Duration interval) {
      heartbeat = interval;
      return this;
    }

    /** Starts the node; the table must be there. */
    public Nodes start() {
      checkArgument(!tasks.isEmpty(), "a node without rounds does nothing");
      List<RecurringTask<Void>> rounds = List.copyOf(tasks.values());
      Scheduler scheduler =
          Scheduler.create(database)
              .startTasks(rounds)
              .tableName(TABLE)
              .threads(rounds.size())
              .pollingInterval(shortest)
              .heartbeatInterval(heartbeat)
              .missedHeartbeatsLimit(MISSED_HEARTBEATS)
              .shutdownMaxWait(PATIENCE)
              .clock(clock()::instant)
              .build();
      scheduler.start();
      return new Nodes(scheduler);
    }

    /** The time of the database, as it was set against the clock of this machine at the start. */
    private Clock clock() {
      Clock machine = Clock.systemUTC();
      Instant before = machine.instant();
      Instant there = store.databaseTime();
      return Clock.offset(machine, Duration.between(before, there));
    }
  }
}
