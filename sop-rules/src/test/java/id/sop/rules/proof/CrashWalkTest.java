package id.sop.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sop.SopEngine;
import id.sop.casework.CaseState;
import id.sop.casework.CaseStatus;
import id.sop.casework.Command;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.casework.Receipt;
import id.sop.definition.Sop;
import id.sop.example.SettableClock;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.routing.Procedure;
import id.sop.rules.Shipped;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.store.OpenCaseRow;
import id.sop.store.jdbc.JdbcStore;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that works on cases of the five SOPs, again and again, over one file. It has no
 * rule engine on its class path: what it routes by are the saved tables.
 */
class CrashWalkTest {
  private static final int ROUNDS = 50;
  private static final int LINES = 60;
  private static final long SEED = 20_260_302;

  @TempDir Path folder;

  private final List<Procedure> procedures =
      Shipped.ids().stream().map(Shipped::procedure).toList();

  /** What was said to be recorded, by the key of its command. */
  private final Map<String, Acknowledged> acknowledged = new LinkedHashMap<>();

  private final SettableClock clock = SettableClock.at(Instant.EPOCH, ZoneOffset.UTC);

  /** The same cases as nobody ever killed them, by the real tables. */
  private final SopEngine twin = CrashClerk.engine(procedures, MemoryStore.create(), clock).build();

  private record Acknowledged(CaseId caseId, long seq, String head, int round) {}

  @Test
  void whenever_the_process_is_killed_what_it_acknowledged_is_there_and_nothing_is_half_there()
      throws Exception {
    Random random = new Random(SEED);
    Path file = folder.resolve("sop");

    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Acknowledged> said = workUntilKilled(file, 1 + random.nextInt(LINES), round);
      acknowledged.putAll(said);
      boolean all = round % 10 == 9;
      verify(file, said, all ? acknowledged : said, "seed " + SEED + ", round " + round);
    }

    assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * LINES / 4);
  }

  private Map<String, Acknowledged> workUntilKilled(Path file, int lines, int round)
      throws Exception {
    Map<String, Acknowledged> said = new LinkedHashMap<>();
    Process clerk = start(file);
    try (BufferedReader out = clerk.inputReader()) {
      for (int i = 0; i < lines; i++) {
        note(out.readLine(), said, round);
      }
      // The handle, since the process itself would also throw away what is still to be read.
      clerk.toHandle().destroyForcibly();
      // What it still said before it died counts as well.
      out.lines().forEach(line -> note(line, said, round));
    } finally {
      clerk.destroyForcibly();
      clerk.waitFor();
    }
    return said;
  }

  private Process start(Path file) throws IOException {
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
                file.toString()));
    procedures.forEach(p -> command.add(p.sop().id().value()));
    return new ProcessBuilder(command).redirectError(folder.resolve("error.txt").toFile()).start();
  }

  private static String withoutRuleEngine(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .filter(p -> !p.contains("/org/drools/") && !p.contains("/org/kie/"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void note(String line, Map<String, Acknowledged> said, int round) {
    assertThat(line).as("the process ended before it was killed").isNotNull();
    String[] words = line.split(" ", -1);
    if (words.length == 5 && words[3].length() == Chain.GENESIS.length()) {
      said.put(
          words[4],
          new Acknowledged(CaseId.of(words[1]), Long.parseLong(words[2]), words[3], round));
    }
  }

  /** Looks at the cases of {@code looked}, and at those that are still open. */
  private void verify(
      Path file, Map<String, Acknowledged> said, Map<String, Acknowledged> looked, String round) {
    try (CaseStore store = JdbcStore.h2File(file);
        SopEngine engine = CrashClerk.engine(procedures, store, clock).build()) {
      Map<CaseId, List<OpenCaseRow>> open =
          engine.openRows().stream().collect(Collectors.groupingBy(OpenCaseRow::caseId));
      Map<CaseId, List<Entry>> journals = new LinkedHashMap<>();
      looked.values().forEach(ack -> journals.computeIfAbsent(ack.caseId(), engine::journal));
      open.keySet().forEach(caseId -> journals.computeIfAbsent(caseId, engine::journal));

      looked.forEach((key, ack) -> assertKept(journals, ack, round + ", key " + key));
      journals.forEach(
          (caseId, journal) -> {
            String where = round + ", case " + caseId;
            assertThat(journal).as(where).isEqualTo(asNobodyWasKilled(caseId, journal.size()));
            assertThat(engine.verify(caseId)).as(where).isEmpty();
            assertShownOpen(
                CaseState.of(caseId, journal), open.getOrDefault(caseId, List.of()), where);
          });
      said.forEach((key, ack) -> assertRepeatable(engine, key, ack, round + ", key " + key));
    }
  }

  /** The journal after as many whole commands as it takes to record {@code entries}. */
  private List<Entry> asNobodyWasKilled(CaseId caseId, int entries) {
    while (twin.journal(caseId).size() < entries) {
      CaseState state = twin.state(caseId);
      clock.set(Script.time(state));
      twin.submit(Script.next(sop(caseId), state));
    }
    return twin.journal(caseId);
  }

  private Sop sop(CaseId caseId) {
    return procedures.get(CrashClerk.sopOf(caseId, procedures.size())).sop();
  }

  private static void assertShownOpen(CaseState state, List<OpenCaseRow> shown, String where) {
    assertThat(shown)
        .as(where)
        .extracting(OpenCaseRow::step, OpenCaseRow::visit, OpenCaseRow::by, OpenCaseRow::dueAt)
        .containsExactlyElementsOf(
            state.openRows().stream()
                .map(r -> tuple(r.step(), r.visit(), r.by(), r.dueAt()))
                .toList());
    assertThat(state.openRows().stream().map(OpenRow::by)).as(where).doesNotContain(List.of());
    assertThat(state.status())
        .as(where)
        .isEqualTo(shown.isEmpty() ? CaseStatus.SELESAI : CaseStatus.BERJALAN);
  }

  private static void assertKept(
      Map<CaseId, List<Entry>> journals, Acknowledged ack, String where) {
    List<Entry> journal = journals.getOrDefault(ack.caseId(), List.of());
    assertThat(journal.size()).as("%s, %s", where, ack).isGreaterThanOrEqualTo((int) ack.seq());
    assertThat(journal.get((int) ack.seq() - 1).digest()).as(where).isEqualTo(ack.head());
  }

  /** Who lost the answer and asks again gets the first one. */
  private void assertRepeatable(SopEngine engine, String key, Acknowledged ack, String where) {
    long before = Long.parseLong(key.substring(key.lastIndexOf('-') + 1));
    List<Entry> then = engine.journal(ack.caseId()).subList(0, (int) before);
    Command again = Script.next(sop(ack.caseId()), CaseState.of(ack.caseId(), then));

    Outcome outcome = engine.submit(again);

    assertThat(outcome).as(where).isInstanceOf(Outcome.Recorded.class);
    Outcome.Recorded recorded = (Outcome.Recorded) outcome;
    assertThat(recorded.repeated()).as(where).isTrue();
    assertThat(recorded.receipt())
        .as(where)
        .extracting(Receipt::seq, Receipt::head)
        .containsExactly(ack.seq(), ack.head());
  }
}
