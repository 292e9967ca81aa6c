package id.sop.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.casework.Command;
import id.sop.journal.Entry;
import id.sop.routing.Procedure;
import id.sop.rules.Shipped;
import id.sop.store.CaseStore;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import id.sop.store.jdbc.JdbcStore;
import id.sop.store.jdbc.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server dies below clerks who work, or cuts off all of them at once. {@code
 * -Dsop.server.kills=10} says how often.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerDeathTest {
  private static final int ROUNDS = Integer.getInteger("sop.server.kills", 4);
  private static final int CUTS_BETWEEN = 2;
  private static final int CLERKS = 4;
  private static final int CASES_OF_A_CLERK = 2;
  private static final int COMMANDS = 60;
  private static final long SEED = 20_261_123;

  @TempDir Path folder;

  private final List<Procedure> procedures =
      Shipped.ids().stream().map(Shipped::procedure).toList();
  private final Twin twin = new Twin(procedures);
  private final Random random = new Random(SEED);
  private int unanswered;

  @Test
  void whenever_the_server_dies_or_cuts_all_off_it_has_what_was_acknowledged_and_nothing_half()
      throws Exception {
    // Where no server can run, this says so and skips the test.
    PostgresServer.url();
    ExecutorService threads = Executors.newFixedThreadPool(CLERKS);
    try (MortalServer server = new MortalServer(folder.resolve("data"))) {
      JdbcStore.createSchema(server.pool());
      for (int round = 0; round < ROUNDS; round++) {
        String when = "seed " + SEED + ", round " + round;
        for (int cut = 0; cut < CUTS_BETWEEN; cut++) {
          work(threads, server, server::terminateConnections, when + ", cut " + cut);
        }
        work(threads, server, server::dieAndRise, when + ", killed");
      }
      JdbcConnectionPool pool = server.pool();
      twin.verifyAll(JdbcStore.open(pool), "seed " + SEED + ", after all rounds");
      pool.dispose();
    } finally {
      threads.shutdownNow();
    }
    System.out.println(
        "figure: servers killed: "
            + ROUNDS
            + ", all connections cut: "
            + ROUNDS * CUTS_BETWEEN
            + ", commands acknowledged and found: "
            + twin.acknowledged()
            + ", left without an answer: "
            + unanswered);
    assertThat(unanswered).isPositive();
  }

  /** What befalls the server. */
  private interface Blow {
    void fall() throws Exception;
  }

  private void work(ExecutorService threads, MortalServer server, Blow blow, String when)
      throws Exception {
    JdbcConnectionPool before = server.pool();
    Queue<Acknowledged> said = new ConcurrentLinkedQueue<>();
    Queue<Office.UnansweredException> silent = new ConcurrentLinkedQueue<>();
    CountDownLatch enough = new CountDownLatch(1 + random.nextInt(COMMANDS));
    List<Future<?>> clerks = new ArrayList<>();
    Office office = new Office(procedures, JdbcStore.open(before), CLERKS * CASES_OF_A_CLERK);
    for (int i = 0; i < CLERKS; i++) {
      int from = i * CASES_OF_A_CLERK;
      Random choices = new Random(random.nextLong());
      clerks.add(threads.submit(() -> workUntilCut(office, from, choices, said, silent, enough)));
    }
    enough.await();
    blow.fall();
    for (Future<?> clerk : clerks) {
      clerk.get();
    }
    before.dispose();

    unanswered += silent.size();
    JdbcConnectionPool after = server.pool();
    verify(JdbcStore.open(after), said, silent, when);
    after.dispose();
  }

  private static void workUntilCut(
      Office office,
      int from,
      Random random,
      Queue<Acknowledged> said,
      Queue<Office.UnansweredException> silent,
      CountDownLatch enough) {
    try {
      office.work(
          from,
          from + CASES_OF_A_CLERK,
          random,
          (command, recorded) -> {
            said.add(Acknowledged.of(command, recorded));
            enough.countDown();
            return true;
          });
    } catch (Office.UnansweredException e) {
      silent.add(e);
    } catch (StoreException e) {
      // It came while he looked where the case stands.
      assertThat(e.code()).isEqualTo(StoreCode.DATABASE_FAILED);
    }
  }

  private void verify(
      CaseStore store,
      Collection<Acknowledged> said,
      Collection<Office.UnansweredException> silent,
      String when) {
    for (Office.UnansweredException one : silent) {
      assertThat(one.code()).as(when).isIn(StoreCode.DATABASE_FAILED, StoreCode.COMMIT_UNKNOWN);
      if (one.code() == StoreCode.DATABASE_FAILED) {
        assertThat(isThere(store, one.command())).as("%s, %s", when, one.command()).isFalse();
      }
    }
    twin.verify(store, said, when);
  }

  private static boolean isThere(CaseStore store, Command command) {
    return store.read(command.caseId()).stream()
        .map(Entry::command)
        .anyMatch(mark -> mark.orElseThrow().key().equals(command.key().orElseThrow()));
  }
}
