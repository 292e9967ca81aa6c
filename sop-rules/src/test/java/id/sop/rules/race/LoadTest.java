package id.sop.rules.race;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.bundle.SopBundle;
import id.sop.casework.CaseStatus;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.example.SettableClock;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.routing.Procedure;
import id.sop.rules.SopRules;
import id.sop.store.CaseStore;
import id.sop.store.jdbc.Database;
import id.sop.store.jdbc.JdbcStore;
import id.sop.store.jdbc.PostgresServer;
import id.sop.testing.Desk;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * Many clerks on two nodes over one server, who work on the branches of a case at the same time.
 * Some want what another does at that moment; some ask twice. {@code -Dsop.cases=10000} says how
 * many cases.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoadTest {
  private static final int CASES = Integer.getInteger("sop.cases", 1_000);
  private static final int THREADS = 64;

  /** A pool is smaller than the number of those who want a connection. */
  private static final int CONNECTIONS_OF_A_NODE = 16;

  private static final long SEED = 20_261_122;

  private static final Procedure PROCEDURE =
      SopRules.loadOrThrow(
          SopBundle.inFolder(Path.of("src", "test", "resources", "bentuk", "c05-cabang-gabung")));

  private static final Map<String, String> ROLES =
      Map.of("1", "KABAG", "2", "STAF", "3", "KASUBAG", "4", "STAF", "5", "KABAG", "6", "STAF");

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Map<CaseId, History> histories = new ConcurrentHashMap<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong moment = new AtomicLong();
  private final AtomicInteger submitted = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final CountDownLatch allDone = new CountDownLatch(1);

  @Test
  void nobody_is_turned_away_by_a_lock_and_each_case_went_as_if_one_did_it_all() throws Exception {
    String url = PostgresServer.url(Database.POSTGRESQL.withTables());
    JdbcConnectionPool[] pools = {pool(url), pool(url)};
    CaseStore[] stores = {JdbcStore.open(pools[0]), JdbcStore.open(pools[1])};
    List<SopEngine> nodes = List.of(engine(stores[0]), engine(stores[1]));
    long began = System.nanoTime();
    try {
      waiting.addAndGet(CASES);
      for (int i = 0; i < CASES; i++) {
        CaseId caseId = CaseId.of("B-" + i);
        histories.put(caseId, new History());
        submit(
            nodes, Command.start(caseId, PROCEDURE.sop().id(), Desk.as("KABAG")).key("0").build());
      }
      allDone.await();
      long worked = System.nanoTime() - began;

      assertThat(failures).isEmpty();
      histories.forEach(
          (caseId, history) -> {
            history.assertSound(caseId, stores[0].read(caseId), LoadTest::engine);
            assertThat(nodes.get(1).state(caseId).status()).isEqualTo(CaseStatus.SELESAI);
          });
      assertThat(stores[1].openRows()).isEmpty();
      assertThat(stores[0].cases()).hasSize(CASES);
      report(worked);
    } finally {
      threads.shutdownNow();
      pools[0].dispose();
      pools[1].dispose();
    }
  }

  private void report(long nanoseconds) {
    int commands = histories.values().stream().mapToInt(History::size).sum();
    int late = histories.values().stream().mapToInt(History::late).sum();
    System.out.println(
        "figure: "
            + THREADS
            + " threads on two nodes, cases: "
            + CASES
            + ", commands: "
            + commands
            + ", of these too late or asked twice: "
            + late
            + ", seconds: "
            + TimeUnit.NANOSECONDS.toSeconds(nanoseconds));
    assertThat(late).isGreaterThan(CASES / 2);
  }

  private static JdbcConnectionPool pool(String url) {
    PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    source.setURL(url);
    JdbcConnectionPool pool = JdbcConnectionPool.create(source);
    pool.setMaxConnections(CONNECTIONS_OF_A_NODE);
    return pool;
  }

  private static SopEngine engine(CaseStore store) {
    return SopEngine.builder()
        .procedure(PROCEDURE)
        .store(store)
        .calendar(Desk.PLAIN)
        .clock(SettableClock.at(Desk.MORNING, ZoneOffset.UTC))
        .build();
  }

  /** Has some thread submit {@code command}, and then whatever it makes possible. */
  private void submit(List<SopEngine> nodes, Command command) {
    SopEngine node = nodes.get(submitted.getAndIncrement() % nodes.size());
    threads.execute(
        () -> {
          try {
            long begun = moment.incrementAndGet();
            Outcome outcome = node.submit(command);
            History.Done done = new History.Done(command, begun, moment.incrementAndGet(), outcome);
            histories.get(command.caseId()).add(done);
            if (outcome instanceof Outcome.Recorded recorded && !recorded.repeated()) {
              goOn(nodes, recorded);
            }
          } catch (RuntimeException | Error e) {
            failures.add(e);
          } finally {
            if (waiting.decrementAndGet() == 0) {
              allDone.countDown();
            }
          }
        });
  }

  /** Every row that was opened is done by one clerk or by several, all of them at once. */
  private void goOn(List<SopEngine> nodes, Outcome.Recorded recorded) {
    CaseId caseId = recorded.receipt().caseId();
    Random random = new Random(SEED ^ recorded.receipt().head().hashCode());
    for (CaseEvent event : recorded.receipt().events()) {
      if (event instanceof CaseEvent.RowOpened opened) {
        String row = opened.step().value();
        complete(nodes, caseId, row, row);
        switch (random.nextInt(4)) {
          case 0 -> complete(nodes, caseId, row, row);
          case 1 -> complete(nodes, caseId, row, row + "-lain");
          default -> {}
        }
      }
    }
  }

  private void complete(List<SopEngine> nodes, CaseId caseId, String row, String key) {
    waiting.incrementAndGet();
    submit(nodes, Command.complete(caseId, row, Desk.as(ROLES.get(row))).key(key).build());
  }
}
