package id.sop.timers;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.casework.Command;
import id.sop.journal.CaseId;
import id.sop.store.jdbc.Database;
import id.sop.store.jdbc.JdbcStore;
import id.sop.store.jdbc.PostgresServer;
import id.sop.testing.Desk;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several nodes over one database, one of which dies in the middle. */
class TwoNodesTest {
  /** {@code -Dsop.rungs=10000} for the full number. */
  private static final int RUNGS = Integer.getInteger("sop.rungs", 2_000);

  private static final long SEED = 20_261_122;

  /** All rungs of all cases are called for: the cases began in March. */
  private static Set<String> begun(Office office, int cases) {
    Set<String> ids = new TreeSet<>();
    for (int i = 0; i < cases; i++) {
      CaseId caseId = CaseId.of("B-" + i);
      office.did(Command.start(caseId, Office.PROCEDURE.sop().id(), Desk.as("STAF")));
      office.engine.ladder(caseId).rungs().forEach(rung -> ids.add(rung.key().toString()));
    }
    assertThat(ids).hasSize(cases * Office.RUNGS);
    return ids;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void of_two_nodes_one_is_killed_and_no_rung_is_lost_and_none_is_told_twice(boolean turns)
      throws Exception {
    Random random = new Random(SEED);
    DataSource database = Database.POSTGRESQL.withTables();
    Told.createTable(database);
    Nodes.createTable(database);
    Set<String> all = begun(Office.on(JdbcStore.open(database)), RUNGS / Office.RUNGS);
    String url = url(database);
    int until = RUNGS / 4 + random.nextInt(RUNGS / 4);

    List<String> said = new ArrayList<>();
    long begin = System.nanoTime();
    try (NodeProcess first = NodeProcess.start(url, turns, "a")) {
      first.next().ifPresent(said::add);
      try (NodeProcess second = NodeProcess.start(url, turns, "b")) {
        while (said.size() < until) {
          first.next().ifPresent(said::add);
        }
        first.kill();
        Set<String> left = new HashSet<>(all);
        left.removeAll(Told.in(database));
        int killedAfter = all.size() - left.size();
        while (!left.isEmpty()) {
          // What it says may not be committed yet; at the end of a round it is.
          second.next().ifPresentOrElse(said::add, () -> left.removeAll(toldIn(database)));
        }
        System.out.printf(
            "figure: %d rungs, two nodes%s, one killed after %d (seed %d): %d ms, %d said outside"
                + " of the database, %d of them twice%n",
            all.size(),
            turns ? " in turns" : " at once",
            killedAfter,
            SEED,
            (System.nanoTime() - begin) / 1_000_000,
            said.size(),
            said.size() - new HashSet<>(said).size());
      }
    }

    assertThat(Told.in(database)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    assertThat(said.size() - new HashSet<>(said).size())
        .as("what was done outside of the database comes again only for the rung at hand")
        .isLessThanOrEqualTo(1);
  }

  private static List<String> toldIn(DataSource database) {
    try {
      return Told.in(database);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static String url(DataSource database) throws Exception {
    try (Connection connection = database.getConnection()) {
      return PostgresServer.url() + "&currentSchema=" + connection.getSchema();
    }
  }

  @ParameterizedTest
  @EnumSource
  void threads_that_sweep_at_once_tell_each_rung_once(Database kind) throws Exception {
    int nodes = 4;
    DataSource database = kind.withTables();
    Told.createTable(database);
    JdbcStore store = JdbcStore.open(database);
    Office office = Office.on(store);
    Set<String> all = begun(office, 60);
    CyclicBarrier together = new CyclicBarrier(nodes);
    ExecutorService threads = Executors.newFixedThreadPool(nodes);
    int told = 0;
    try {
      List<Callable<Sweep>> sweeps = new ArrayList<>();
      for (int i = 0; i < nodes; i++) {
        String name = "n" + i;
        Timers timers =
            Timers.of(office.engine, store, notice -> Told.keep(notice, name), Retry.USUAL);
        sweeps.add(
            () -> {
              together.await();
              return timers.fire(Office.day(30));
            });
      }
      for (Future<Sweep> sweep : threads.invokeAll(sweeps)) {
        assertThat(sweep.get().failed()).isZero();
        told += sweep.get().told();
      }
    } finally {
      threads.shutdownNow();
    }
    // What each left to the other is told next time.
    told +=
        Timers.of(office.engine, store, notice -> Told.keep(notice, "last"))
            .fire(Office.day(30))
            .told();

    assertThat(Told.in(database)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    assertThat(told).isEqualTo(all.size());
  }
}
