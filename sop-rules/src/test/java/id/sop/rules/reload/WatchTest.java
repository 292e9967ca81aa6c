package id.sop.rules.reload;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.problem.Problem;
import id.sop.routing.Procedure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The thread that watches a folder. */
@Timeout(120)
class WatchTest {
  @TempDir Path root;

  private final BlockingQueue<ReloadOutcome> told = new LinkedBlockingQueue<>();
  private final List<Procedure> taken = new CopyOnWriteArrayList<>();

  private Path folder() {
    return root.resolve("uji").resolve("surat");
  }

  private RuleReloadBuilder reload() {
    return RuleReload.of(root, (procedure, date, replaced) -> taken.add(procedure))
        .listener(told::add);
  }

  private ReloadOutcome next() throws InterruptedException {
    ReloadOutcome outcome = told.poll(60, SECONDS);
    assertThat(outcome).as("what the watcher tells").isNotNull();
    return outcome;
  }

  /** Changes that a test plays: each question of the watcher takes the next answer. */
  private static final class Played implements Changes {
    private final BlockingQueue<Boolean> answers = new LinkedBlockingQueue<>();
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean closed;

    /** Waits until the watcher has done what it does with the last answer, and asks again. */
    void awaitQuestion() throws InterruptedException {
      assertThat(asked.tryAcquire(60, SECONDS)).as("the watcher asks").isTrue();
    }

    void saved() {
      answers.add(true);
    }

    void quiet() {
      answers.add(false);
    }

    @Override
    public boolean within(Duration time) throws InterruptedException {
      asked.release();
      return !closed && answers.take();
    }

    @Override
    public void close() {
      closed = true;
      quiet();
    }
  }

  @Test
  void what_is_saved_in_several_steps_is_read_once_when_it_has_come_to_rest() throws Exception {
    Played played = new Played();
    Letter.version(1).in(folder());
    try (RuleReload reload = reload().changes(f -> played).build().watch()) {
      ReloadOutcome first = next();
      played.awaitQuestion();

      Letter.write(folder(), SopBundle.RUTE, "rule \"half");
      played.saved();
      played.awaitQuestion();
      Letter.write(folder(), SopBundle.SOP, "sop: ");
      played.saved();
      played.awaitQuestion();
      Letter.version(2).in(folder());
      played.saved();
      played.quiet();
      ReloadOutcome second = next();

      assertThat(first).isInstanceOf(ReloadOutcome.Loaded.class);
      assertThat(second).isInstanceOf(ReloadOutcome.Loaded.class);
      assertThat(reload.check()).hasOnlyElementsOfType(ReloadOutcome.Unchanged.class);
    }
    assertThat(taken).extracting(p -> p.sop().versi()).containsExactly("1", "2");
  }

  @Test
  void one_who_saves_without_a_pause_is_not_waited_for_for_ever() throws Exception {
    Played played = new Played();
    try (RuleReload reload = reload().changes(f -> played).build()) {
      Letter.version(1).in(folder());
      reload.watch();
      next();
      Letter.version(2).in(folder());
      for (int i = 0; i < 70; i++) {
        played.saved();
      }

      ReloadOutcome outcome = next();

      assertThat(outcome).isInstanceOf(ReloadOutcome.Loaded.class);
    }
  }

  @Test
  void the_watcher_survives_whatever_takes_the_versions() throws Exception {
    Played played = new Played();
    BlockingQueue<Integer> attempts = new LinkedBlockingQueue<>();
    Letter.version(1).in(folder());
    Taker failing =
        (procedure, date, replaced) -> {
          attempts.add(1);
          if (taken.isEmpty()) {
            taken.add(procedure);
            throw new IllegalStateException("the first time");
          }
        };
    try (RuleReload reload =
        RuleReload.of(root, failing).listener(told::add).changes(f -> played).build().watch()) {
      assertThat(attempts.poll(60, SECONDS)).isNotNull();

      played.saved();
      played.quiet();
      ReloadOutcome outcome = next();

      assertThat(outcome).isInstanceOf(ReloadOutcome.Loaded.class);
    }
  }

  @Test
  void a_closed_watcher_tells_nothing_more() throws Exception {
    Played played = new Played();
    Letter.version(1).in(folder());
    RuleReload reload = reload().changes(f -> played).build().watch();
    next();

    reload.close();
    Letter.version(2).in(folder());
    played.saved();
    played.quiet();

    assertThat(watchers()).isEmpty();
    assertThat(told).isEmpty();
  }

  private static List<Thread> watchers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("sop-reload"))
        .toList();
  }

  @Test
  void the_files_of_a_folder_are_really_watched() throws Exception {
    Duration quick = Duration.ofMillis(50);
    try (RuleReload reload = reload().settle(quick).build().watch()) {
      Letter.version(1).in(folder());
      awaitVersion("1");

      Letter.write(folder(), SopBundle.RUTE, "rule \"half");
      awaitRefusal();
      Letter.version(2).in(folder());
      awaitVersion("2");

      Letter.delete(folder());
      awaitRemoval();
      Letter.version(3).in(folder());
      awaitVersion("3");
    }
    assertThat(watchers()).isEmpty();
  }

  @Test
  void a_watched_folder_that_vanishes_is_found_when_it_is_back() throws Exception {
    Path office = root.resolve("uji");
    Letter.version(1).in(folder());
    try (RuleReload reload =
        RuleReload.of(office, (procedure, date, replaced) -> taken.add(procedure))
            .listener(told::add)
            .settle(Duration.ofMillis(50))
            .build()
            .watch()) {
      awaitVersion("1");

      Letter.delete(folder());
      assertThat(office.toFile().delete()).isTrue();
      List<Problem> problems = awaitRefusal();
      Letter.version(2).in(folder());
      awaitVersion("2");

      assertThat(problems).extracting(Problem::code).contains(ReloadCode.FOLDER_UNREADABLE);
    }
  }

  /** Files are saved one by one, and a slow machine may let them come to rest in between. */
  private void awaitVersion(String versi) throws InterruptedException {
    ReloadOutcome outcome;
    do {
      outcome = next();
    } while (!(outcome instanceof ReloadOutcome.Loaded loaded)
        || !loaded.procedure().sop().versi().equals(versi));
  }

  private List<Problem> awaitRefusal() throws InterruptedException {
    ReloadOutcome outcome;
    do {
      outcome = next();
    } while (!(outcome instanceof ReloadOutcome.Refused));
    return ((ReloadOutcome.Refused) outcome).problems();
  }

  private void awaitRemoval() throws InterruptedException {
    ReloadOutcome outcome;
    do {
      outcome = next();
    } while (!(outcome instanceof ReloadOutcome.Removed));
  }
}
