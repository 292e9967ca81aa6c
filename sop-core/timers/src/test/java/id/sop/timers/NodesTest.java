package id.sop.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.problem.SopException;
import id.sop.store.jdbc.Database;
import id.sop.store.jdbc.JdbcStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who does a round, on which database. */
class NodesTest {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private record Named(String name, Runnable work) implements Round {
    @Override
    public void run() {
      work.run();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_round_is_done_again_and_again_by_one_node_at_a_time(Database kind) throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database);
    Nodes.createTable(database);
    Nodes.createTable(database);
    CountDownLatch rounds = new CountDownLatch(6);
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Round round =
        new Named(
            "putaran",
            () -> {
              most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              rounds.countDown();
              atOnce.decrementAndGet();
            });

    try (Nodes one = Nodes.over(store, database).every(PAUSE, round).start();
        Nodes other = Nodes.over(store, database).every(PAUSE, round).start()) {
      assertThat(rounds.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(one).isNotSameAs(other);
    }

    assertThat(most).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void a_round_that_fails_is_done_again(Database kind) throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database);
    Nodes.createTable(database);
    CountDownLatch rounds = new CountDownLatch(3);
    Round round =
        new Named(
            "putaran",
            () -> {
              rounds.countDown();
              throw new IllegalStateException("each time");
            });

    try (Nodes node = Nodes.over(store, database).every(PAUSE, round).start()) {
      assertThat(rounds.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(node).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void timers_run_on_a_node(Database kind) throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database);
    Nodes.createTable(database);
    Office office = Office.on(store).begun("B-1");
    List<String> told = new ArrayList<>();
    CountDownLatch all = new CountDownLatch(Office.RUNGS);
    Timers timers =
        Timers.of(
            office.engine,
            store,
            notice -> {
              told.add(notice.rung().kind().name());
              all.countDown();
            });

    try (Nodes node = Nodes.over(store, database).every(PAUSE, timers).start()) {
      assertThat(all.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(node).isNotNull();
    }

    assertThat(told).containsExactly("PENGINGAT", "TERLAMBAT", "ESKALASI", "ESKALASI");
  }

  @Test
  void two_rounds_of_one_name_are_refused() throws Exception {
    DataSource database = Database.H2.withTables();
    Nodes.Builder node =
        Nodes.over(JdbcStore.open(database), database).every(PAUSE, new Named("a", () -> {}));

    assertThatThrownBy(() -> node.every(PAUSE, new Named("a", () -> {})))
        .isInstanceOfSatisfying(
            SopException.class, e -> assertThat(e.code()).isEqualTo(TimerCode.ROUND_TWICE));
  }

  @Test
  void retries_wait_twice_as_long_each_time_up_to_the_longest() {
    Retry retry = new Retry(Duration.ofMinutes(1), Duration.ofMinutes(5), 4);

    assertThat(List.of(1, 2, 3, 4, 1_000_000_000))
        .extracting(n -> Duration.between(Office.BEGIN, retry.after(Office.BEGIN, n)).toMinutes())
        .containsExactly(1L, 2L, 4L, 5L, 5L);
    assertThat(retry.isGivenUp(3)).isFalse();
    assertThat(retry.isGivenUp(4)).isTrue();
  }
}
