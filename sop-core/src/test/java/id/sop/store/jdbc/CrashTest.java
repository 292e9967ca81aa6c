package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.store.CaseScript;
import id.sop.store.CaseStore;
import id.sop.store.OpenCaseRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that writes, again and again, and looks what is left in its file. */
class CrashTest {
  private static final int ROUNDS = 50;
  private static final long SEED = 20_260_105;

  @TempDir Path folder;

  /** The last entry that was acknowledged, by case. */
  private final Map<CaseId, Integer> acknowledged = new TreeMap<>();

  @Test
  void what_was_acknowledged_survives_the_death_of_the_process_and_nothing_is_half_there()
      throws Exception {
    Random random = new Random(SEED);
    Path file = folder.resolve("sop");

    for (int round = 0; round < ROUNDS; round++) {
      writeUntilKilled(file, 1_000 * round, random.nextInt(60));
      // Only what this round wrote: that no later round harmed it is looked at once, at the end.
      verify(file, 1_000 * round, "seed " + SEED + ", round " + round);
    }

    verify(file, 0, "seed " + SEED + ", after all rounds");
    assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
  }

  /** Kills by number of lines, not by time: a slow machine does the same as a fast one. */
  private void writeUntilKilled(Path file, int firstCase, int lines) throws Exception {
    Process writer = start(file, firstCase);
    try (BufferedReader out = writer.inputReader()) {
      for (int i = 0; i < lines; ) {
        String line = out.readLine();
        assertThat(line).as("the writer goes on until it is killed").isNotNull();
        i += note(line) ? 1 : 0;
      }
      // The handle, since the process itself would also throw away what is still to be read.
      writer.toHandle().destroyForcibly();
      // What it still said before it died counts as well.
      out.lines().forEach(this::note);
    } finally {
      writer.destroyForcibly();
      writer.waitFor();
    }
  }

  private static Process start(Path file, int firstCase) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            CrashWriter.class.getName(),
            file.toString(),
            Integer.toString(firstCase))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Whether this is a whole acknowledgement; the last line may have been cut by the kill. */
  private boolean note(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 4 || !words[0].equals("ack") || words[3].length() != 64) {
      return false;
    }
    acknowledged.put(CaseId.of(words[1]), Integer.parseInt(words[2]));
    return true;
  }

  private void verify(Path file, int firstCase, String round) {
    try (CaseStore store = JdbcStore.h2File(file)) {
      assertThat(store.cases()).as(round).containsAll(acknowledged.keySet());
      Map<CaseId, List<OpenCaseRow>> open =
          store.openRows().stream().collect(Collectors.groupingBy(OpenCaseRow::caseId));
      for (CaseId caseId : store.cases()) {
        if (Integer.parseInt(caseId.value().substring(2)) < firstCase) {
          continue;
        }
        List<Entry> entries = store.read(caseId);

        assertThat(entries.size())
            .as("%s, %s", round, caseId)
            .isGreaterThanOrEqualTo(acknowledged.getOrDefault(caseId, 0));
        assertWhole(caseId, entries, open.getOrDefault(caseId, List.of()), round);
        assertThat(Chain.verify(store.stored(caseId))).as("%s, %s", round, caseId).isEmpty();
      }
    }
  }

  /** The case is exactly what its script makes of it after some number of whole changes. */
  private static void assertWhole(
      CaseId caseId, List<Entry> entries, List<OpenCaseRow> open, String round) {
    CaseScript script = CaseScript.of(caseId.value());
    List<Entry> expected = new ArrayList<>();
    int openRows = 0;
    for (int i = 0; expected.size() < entries.size(); i++) {
      CaseStore.Change change = CrashWriter.change(script, i);
      expected.addAll(change.entries());
      openRows = change.open().size();
    }

    assertThat(entries).as("%s, %s", round, caseId).isEqualTo(expected);
    assertThat(open).as("%s, %s", round, caseId).hasSize(openRows);
  }
}
