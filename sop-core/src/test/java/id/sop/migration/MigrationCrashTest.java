package id.sop.migration;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.casework.CaseState;
import id.sop.casework.Pinned;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.store.OpenCaseRow;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that takes cases over to a new version, again and again. Each case is then, entry
 * by entry, what it is before or after in a store that nothing happened to.
 *
 * <p>{@code -Dsop.migration.kills=200} says how often for each store.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MigrationCrashTest {
  private static final int ROUNDS = Integer.getInteger("sop.migration.kills", 5);
  private static final int CASES = 100;
  private static final int LINES = 20;
  private static final int MOST_NANOSECONDS = 1_000_000;
  private static final long SEED = 20_260_701;

  @TempDir Path folder;

  /** The cases that are taken over now, as they are before and after. */
  private Population now = new Population(0);

  private int killedHalfway;
  private int acknowledged;

  private static final class Population {
    private final int first;
    private final Map<CaseId, Look> before;
    private final Map<CaseId, Look> after;

    Population(int first) {
      this.first = first;
      CaseStore twin = MemoryStore.create();
      List<CaseId> cases = CrashOffice.open(twin, first, first + CASES);
      before = looks(twin, cases);
      MigrationSummary summary = CrashOffice.migration(twin).apply(verdict -> {});
      after = looks(twin, cases);
      assertThat(summary.moves()).isEqualTo(CASES * 3 / 5);
      assertThat(summary.stays()).isEqualTo(CASES * 2 / 5);
    }
  }

  /** All that a store has of a case. */
  private record Look(List<Entry> entries, Set<OpenCaseRow> open) {
    Optional<String> version(CaseId id) {
      return CaseState.of(id, entries).pinned().map(Pinned::digest);
    }
  }

  private static Map<CaseId, Look> looks(CaseStore store, List<CaseId> cases) {
    Map<CaseId, Set<OpenCaseRow>> open =
        store.openRows().stream()
            .collect(Collectors.groupingBy(OpenCaseRow::caseId, Collectors.toSet()));
    return cases.stream()
        .collect(
            Collectors.toMap(
                id -> id, id -> new Look(store.read(id), open.getOrDefault(id, Set.of()))));
  }

  @Test
  void whenever_the_process_is_killed_each_case_in_a_file_is_wholly_on_one_version()
      throws Exception {
    String file = folder.resolve("sop").toString();

    killed("H2 in a file", file, () -> JdbcStore.h2File(Path.of(file)));
  }

  @Test
  void whenever_the_process_is_killed_each_case_on_a_server_is_wholly_on_one_version()
      throws Exception {
    DataSource database = Database.POSTGRESQL.withTables();

    killed("PostgreSQL", PostgresServer.url(database), () -> JdbcStore.open(database));
  }

  private void killed(String name, String place, Supplier<CaseStore> look) throws Exception {
    Random random = new Random(SEED);
    try (CaseStore store = look.get()) {
      CrashOffice.open(store, now.first, now.first + CASES);
    }
    Process next = start(place);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        Process migrator = next;
        // What takes the longest is to start; the next one does it while this one works.
        next = start(place);
        Set<CaseId> said = workUntilKilled(migrator, random);
        CrashPlace.awaitNobody(place);
        verify(look, said, "seed " + SEED + ", round " + round);
      }
    } finally {
      next.destroyForcibly().waitFor();
    }
    finish(look);
    System.out.println(
        "figure: processes killed in a migration over "
            + name
            + ": "
            + ROUNDS
            + ", with cases left to take over: "
            + killedHalfway
            + ", cases acknowledged and found: "
            + acknowledged);
    assertThat(killedHalfway).isPositive();
  }

  private Set<CaseId> workUntilKilled(Process migrator, Random random) throws Exception {
    Set<CaseId> said = new HashSet<>();
    try (BufferedReader out = migrator.inputReader();
        Writer sign = migrator.outputWriter()) {
      sign.write('\n');
      sign.flush();
      int lines = random.nextInt(LINES);
      String line = "";
      while (said.size() < lines && !line.equals("done")) {
        line = out.readLine();
        assertThat(line).as("it ended before it was killed: %s", error()).isNotNull();
        note(line, said);
      }
      awaitChance(random);
      // The handle, since the process itself would also throw away what is still to be read.
      migrator.toHandle().destroyForcibly();
      // What it still said before it died counts as well.
      out.lines().forEach(rest -> note(rest, said));
    } finally {
      migrator.destroyForcibly().waitFor();
    }
    return said;
  }

  /** The last line may have been cut by the kill. */
  private static void note(String line, Set<CaseId> said) {
    String[] words = line.split(" ", -1);
    if (words.length == 3 && words[0].equals("ack") && words[2].equals(".")) {
      said.add(CaseId.of(words[1]));
    }
  }

  /** Any moment of a case is as good for dying as another. */
  private static void awaitChance(Random random) {
    long moment = System.nanoTime() + random.nextInt(MOST_NANOSECONDS);
    while (System.nanoTime() < moment) {
      Thread.onSpinWait();
    }
  }

  private void verify(Supplier<CaseStore> look, Set<CaseId> said, String when) {
    acknowledged += said.size();
    try (CaseStore store = look.get()) {
      Map<CaseId, Look> found = looks(store, List.copyOf(now.before.keySet()));
      long left = 0;
      for (Map.Entry<CaseId, Look> each : found.entrySet()) {
        CaseId id = each.getKey();
        assertThat(each.getValue())
            .as("%s: %s", when, id)
            .isIn(now.before.get(id), now.after.get(id));
        assertThat(Chain.verify(store.stored(id))).as("%s: %s", when, id).isEmpty();
        boolean moved = each.getValue().version(id).orElseThrow().equals(TwoVersions.NEW);
        assertThat(moved || !said.contains(id)).as("%s: %s was acknowledged", when, id).isTrue();
        left += moved || CrashOffice.stays(id) ? 0 : 1;
      }
      killedHalfway += left > 0 ? 1 : 0;
      if (left == 0) {
        now = new Population(now.first + CASES);
        CrashOffice.open(store, now.first, now.first + CASES);
      }
    }
  }

  /** A migration that is begun anew goes on with what is left, and then finds nothing to do. */
  private void finish(Supplier<CaseStore> look) {
    try (CaseStore store = look.get()) {
      CrashOffice.migration(store).apply(verdict -> {});
      assertThat(looks(store, List.copyOf(now.after.keySet()))).isEqualTo(now.after);
      assertThat(CrashOffice.migration(store).apply(verdict -> {}).moves()).isZero();
      assertThat(store.cases()).hasSize(now.first + CASES);
    }
  }

  private Process start(String place) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            CrashMigrator.class.getName(),
            place)
        .redirectError(ProcessBuilder.Redirect.appendTo(errors()))
        .start();
  }

  private File errors() {
    return folder.resolve("error.txt").toFile();
  }

  private String error() throws IOException {
    return Files.readString(errors().toPath());
  }
}
