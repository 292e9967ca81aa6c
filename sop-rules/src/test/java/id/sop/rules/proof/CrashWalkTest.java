package id.sop.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.routing.Procedure;
import id.sop.rules.Shipped;
import id.sop.store.CaseStore;
import id.sop.store.jdbc.CrashPlace;
import id.sop.store.jdbc.Database;
import id.sop.store.jdbc.JdbcStore;
import id.sop.store.jdbc.PostgresServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process whose threads work on cases of the five SOPs, again and again, over one store. It
 * has no rule engine on its class path: what it routes by are the saved tables.
 *
 * <p>{@code -Dsop.kills=300} says how often for each store.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashWalkTest {
  private static final int ROUNDS = Integer.getInteger("sop.kills", 20);
  private static final int LINES = 60;
  private static final int ALL_EVERY = 50;
  private static final int MOST_NANOSECONDS = 2_000_000;
  private static final long SEED = 20_260_302;

  @TempDir Path folder;

  private final List<Procedure> procedures =
      Shipped.ids().stream().map(Shipped::procedure).toList();
  private final Twin twin = new Twin(procedures);

  @Test
  void whenever_the_process_is_killed_a_file_has_what_it_acknowledged_and_nothing_half()
      throws Exception {
    String file = folder.resolve("sop").toString();

    killed("H2 in a file", file, () -> JdbcStore.h2File(Path.of(file)));
  }

  @Test
  void whenever_the_process_is_killed_a_server_has_what_it_acknowledged_and_nothing_half()
      throws Exception {
    DataSource database = Database.POSTGRESQL.withTables();

    killed("PostgreSQL", PostgresServer.url(database), () -> JdbcStore.open(database));
  }

  private void killed(String name, String place, Supplier<CaseStore> look) throws Exception {
    Random random = new Random(SEED);
    Process next = start(place, random.nextLong());
    try {
      for (int round = 0; round < ROUNDS; round++) {
        Process clerks = next;
        // What takes the longest is to start; the next one does it while this one works.
        next = start(place, random.nextLong());
        List<Acknowledged> said = workUntilKilled(clerks, random);
        CrashPlace.awaitNobody(place);
        verify(look, said, round);
      }
    } finally {
      next.destroyForcibly().waitFor();
    }
    System.out.println(
        "figure: processes killed over "
            + name
            + ": "
            + ROUNDS
            + ", commands acknowledged and found: "
            + twin.acknowledged());
    assertThat(twin.acknowledged()).isGreaterThan(ROUNDS * LINES / 4);
  }

  private List<Acknowledged> workUntilKilled(Process clerks, Random random) throws Exception {
    List<Acknowledged> said = new ArrayList<>();
    try (BufferedReader out = clerks.inputReader();
        Writer sign = clerks.outputWriter()) {
      sign.write('\n');
      sign.flush();
      int lines = 1 + random.nextInt(LINES);
      while (said.size() < lines) {
        String line = out.readLine();
        assertThat(line).as("it ended before it was killed: %s", error()).isNotNull();
        Acknowledged.parse(line).ifPresent(said::add);
      }
      awaitChance(random);
      // The handle, since the process itself would also throw away what is still to be read.
      clerks.toHandle().destroyForcibly();
      // What it still said before it died counts as well.
      out.lines().forEach(line -> Acknowledged.parse(line).ifPresent(said::add));
    } finally {
      clerks.destroyForcibly().waitFor();
    }
    return said;
  }

  /** Any moment of a command is as good for dying as another. */
  private static void awaitChance(Random random) {
    long moment = System.nanoTime() + random.nextInt(MOST_NANOSECONDS);
    while (System.nanoTime() < moment) {
      Thread.onSpinWait();
    }
  }

  private void verify(Supplier<CaseStore> look, List<Acknowledged> said, int round) {
    String when = "seed " + SEED + ", round " + round;
    try (CaseStore store = look.get()) {
      twin.verify(store, said, when);
      if (round % ALL_EVERY == ALL_EVERY - 1 || round == ROUNDS - 1) {
        twin.verifyAll(store, when);
      }
    }
  }

  private Process start(String place, long seed) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                withoutRuleEngine(System.getProperty("java.class.path")),
                CrashClerk.class.getName(),
                place,
                Long.toString(seed)));
    procedures.forEach(p -> command.add(p.sop().id().value()));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(errors()))
        .start();
  }

  private File errors() {
    return folder.resolve("error.txt").toFile();
  }

  private String error() throws IOException {
    return Files.readString(errors().toPath());
  }

  private static String withoutRuleEngine(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .filter(p -> !p.contains("/org/drools/") && !p.contains("/org/kie/"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
