package id.sop.record;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.journal.CaseId;
import id.sop.journal.StoredCase;
import id.sop.record.RecordArchive.Archived;
import id.sop.record.RecordProof.Extent;
import id.sop.store.CaseScript;
import id.sop.store.CaseStore;
import id.sop.store.Tombstone;
import id.sop.store.jdbc.CrashPlace;
import id.sop.store.jdbc.Database;
import id.sop.store.jdbc.JdbcStore;
import id.sop.store.jdbc.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that archives, again and again. Each case is then whole in the store, or in a
 * sound record that its tombstone names; who does the same again completes it.
 *
 * <p>{@code -Dsop.archive.kills=200} says how often for each store.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ArchiveCrashTest {
  private static final int ROUNDS = Integer.getInteger("sop.archive.kills", 5);
  private static final int ENDED = 30;
  private static final int RUNNING = 5;

  /** Each case is read for the plan and for the record, and said to be gone. */
  private static final int LINES = 3 * ENDED + 1;

  private static final int MOST_NANOSECONDS = 2_000_000;
  private static final long SEED = 20_261_122;
  private static final Instant LATER = CaseScript.BEGIN.plusSeconds(86_400);

  @TempDir Path folder;

  private final Map<CaseId, StoredCase> running = new TreeMap<>();
  private int withoutRecord;
  private int halfway;

  @Test
  void whenever_the_process_is_killed_each_case_is_in_the_file_or_in_a_proven_record()
      throws Exception {
    String file = folder.resolve("sop").toString();

    killed("H2 in a file", file, () -> JdbcStore.h2File(Path.of(file)));
  }

  @Test
  void whenever_the_process_is_killed_each_case_is_on_the_server_or_in_a_proven_record()
      throws Exception {
    DataSource database = Database.POSTGRESQL.withTables();

    killed("PostgreSQL", PostgresServer.url(database), () -> JdbcStore.open(database));
  }

  private void killed(String name, String place, Supplier<CaseStore> look) throws Exception {
    Random random = new Random(SEED);
    Process next = start(place, 0);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        Map<CaseId, StoredCase> ended = populate(look, round);
        Process worker = next;
        // What takes the longest is to start; the next one does it while this one works.
        next = start(place, round + 1);
        Set<CaseId> said = workUntilKilled(worker, random);
        CrashPlace.awaitNobody(place);
        String when = "seed " + SEED + ", round " + round;
        verify(look, ended, said, record(round), when);
        complete(look, ended, record(round), when);
      }
    } finally {
      next.destroyForcibly().waitFor();
    }
    System.out.println(
        "figure: processes killed while they archived from "
            + name
            + ": "
            + ROUNDS
            + ", before there was a record: "
            + withoutRecord
            + ", with some cases gone and some left: "
            + halfway);
    assertThat(withoutRecord).isPositive();
    assertThat(halfway).isPositive();
  }

  private Path record(int round) {
    return folder.resolve("arsip-" + round + ".jsonl");
  }

  /** The cases that are to be archived in this round; some run on. */
  private Map<CaseId, StoredCase> populate(Supplier<CaseStore> look, int round) {
    Map<CaseId, StoredCase> ended = new TreeMap<>();
    try (CaseStore store = look.get()) {
      for (int i = 0; i < ENDED + RUNNING; i++) {
        CaseScript script = CaseScript.of("B-" + round + "-" + i);
        store.append(script.start());
        for (int step = i % 4; step > 0; step--) {
          store.append(script.step());
        }
        if (i < ENDED) {
          store.append(script.end());
        }
        (i < ENDED ? ended : running).put(script.caseId(), store.stored(script.caseId()));
      }
    }
    return ended;
  }

  private Process start(String place, int round) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            ArchiveWorker.class.getName(),
            place,
            LATER.toString(),
            record(round).toString())
        .redirectError(folder.resolve("error-" + round).toFile())
        .start();
  }

  /** Kills by number of lines and then by chance: every moment is as good as another. */
  private Set<CaseId> workUntilKilled(Process worker, Random random) throws Exception {
    Set<CaseId> said = new HashSet<>();
    try (BufferedReader out = worker.inputReader();
        Writer sign = worker.outputWriter()) {
      sign.write('\n');
      sign.flush();
      int lines = random.nextInt(LINES);
      String line = "";
      for (int i = 0; i < lines && !line.equals("done"); i++) {
        line = out.readLine();
        assertThat(line).as("it goes on until it is killed").isNotNull();
        note(line, said);
      }
      long moment = System.nanoTime() + random.nextInt(MOST_NANOSECONDS);
      while (System.nanoTime() < moment) {
        Thread.onSpinWait();
      }
      // The handle, since the process itself would also throw away what is still to be read.
      worker.toHandle().destroyForcibly();
      // What it still said before it died counts as well.
      out.lines().forEach(rest -> note(rest, said));
    } finally {
      worker.destroyForcibly().waitFor();
    }
    return said;
  }

  /** The last line may have been cut by the kill. */
  private static void note(String line, Set<CaseId> said) {
    String[] words = line.split(" ", -1);
    if (words.length == 3 && words[0].equals("gone") && words[2].equals(".")) {
      said.add(CaseId.of(words[1]));
    }
  }

  private void verify(
      Supplier<CaseStore> look,
      Map<CaseId, StoredCase> ended,
      Set<CaseId> said,
      Path record,
      String when) {
    try (CaseStore store = look.get()) {
      Map<CaseId, Tombstone> tombstones = tombstones(store);
      Set<CaseId> here = new HashSet<>(store.cases());
      Map<CaseId, StoredCase> recorded = new TreeMap<>();
      String digest = "";
      if (Files.exists(record)) {
        RecordProof proof = RecordProof.of(record, List.of(), Extent.PARTIAL);
        assertThat(proof.isSound()).as(when).isTrue();
        digest = proof.digests().get(0);
        RecordReader.read(record, raw -> recorded.put(raw.caseId(), raw.read()));
        assertThat(recorded).as(when).isEqualTo(ended);
      } else {
        withoutRecord++;
      }
      List<CaseId> gone = new ArrayList<>();
      for (CaseId caseId : ended.keySet()) {
        if (here.contains(caseId)) {
          assertThat(store.stored(caseId)).as(when).isEqualTo(ended.get(caseId));
          assertThat(said).as(when).doesNotContain(caseId);
          assertThat(tombstones).as(when).doesNotContainKey(caseId);
        } else {
          assertThat(recorded).as(when).containsEntry(caseId, ended.get(caseId));
          assertThat(tombstones.get(caseId).record()).as(when).isEqualTo(digest);
          gone.add(caseId);
        }
      }
      halfway += !gone.isEmpty() && gone.size() < ENDED ? 1 : 0;
      running.forEach((id, whole) -> assertThat(store.stored(id)).as(when).isEqualTo(whole));
    }
  }

  private static Map<CaseId, Tombstone> tombstones(CaseStore store) {
    Map<CaseId, Tombstone> tombstones = new TreeMap<>();
    store.archived().forEach(tombstone -> tombstones.put(tombstone.caseId(), tombstone));
    return tombstones;
  }

  /** Who does the same again, with the same file, is done with it. */
  private void complete(
      Supplier<CaseStore> look, Map<CaseId, StoredCase> ended, Path record, String when) {
    try (CaseStore store = look.get()) {
      ArchivePlan plan = RecordArchive.plan(store, LATER, List.of());
      Archived archived = RecordArchive.carryOut(store, plan, record);

      assertThat(archived.stays()).as(when).isEmpty();
      assertThat(store.cases()).as(when).containsExactlyElementsOf(running.keySet());
      Map<CaseId, StoredCase> recorded = new TreeMap<>();
      RecordReader.read(record, raw -> recorded.put(raw.caseId(), raw.read()));
      assertThat(recorded).as(when).isEqualTo(ended);
      assertThat(tombstones(store)).as(when).containsKeys(ended.keySet().toArray(CaseId[]::new));
    }
  }
}
