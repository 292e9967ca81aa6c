package id.sop.rules.reload;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.casework.CaseState;
import id.sop.casework.CaseStatus;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.routing.RouteReason;
import id.sop.store.MemoryStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases go on while versions are swapped below them. */
class ReloadUnderLoadTest {
  private static final int CLERKS = 2;
  private static final int VERSIONS = 12;
  private static final int LEAST_CASES = 50;
  private static final Actor STAF = Actor.of("u-1", "STAF");
  private static final Actor KASUBAG = Actor.of("u-2", "KASUBAG");

  @TempDir Path root;

  private final SopEngine engine = SopEngine.builder().store(MemoryStore.create()).build();
  private final Map<String, String> digests = new ConcurrentHashMap<>();
  private volatile boolean done;

  @Test
  void every_case_follows_one_version_from_its_beginning_to_its_end() throws Exception {
    RuleReload reload = RuleReload.of(root, engine).build();
    load(reload, 1);
    ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
    List<Future<List<CaseId>>> work = new ArrayList<>();
    for (int clerk = 1; clerk <= CLERKS; clerk++) {
      String prefix = "P" + clerk + "-";
      work.add(clerks.submit(() -> cases(prefix)));
    }

    for (int version = 2; version <= VERSIONS; version++) {
      load(reload, version);
    }
    done = true;

    Set<String> met = new TreeSet<>();
    int cases = 0;
    for (Future<List<CaseId>> some : work) {
      for (CaseId id : some.get(60, TimeUnit.SECONDS)) {
        met.add(version(id));
        cases++;
      }
    }
    clerks.shutdown();
    engine.close();
    System.out.println(
        "figure: " + cases + " cases on " + met.size() + " of " + VERSIONS + " versions");
    assertThat(cases).isGreaterThanOrEqualTo(CLERKS * LEAST_CASES);
    assertThat(met).hasSizeGreaterThan(3);
  }

  private void load(RuleReload reload, int version) {
    Letter.version(version).in(root);
    ReloadOutcome outcome = reload.check().get(0);
    assertThat(outcome).isInstanceOf(ReloadOutcome.Loaded.class);
    digests.put(Integer.toString(version), ((ReloadOutcome.Loaded) outcome).procedure().digest());
  }

  private List<CaseId> cases(String prefix) {
    List<CaseId> cases = new ArrayList<>();
    while (!done || cases.size() < LEAST_CASES) {
      CaseId id = CaseId.of(prefix + cases.size());
      recorded(Command.start(id, Letter.ID, STAF).build());
      recorded(Command.complete(id, "1", STAF).build());
      recorded(Command.complete(id, "2", KASUBAG).decision("TIDAK").alasan("salah ketik").build());
      recorded(Command.complete(id, "1", STAF).build());
      recorded(Command.complete(id, "2", KASUBAG).decision("YA").build());
      cases.add(id);
    }
    return cases;
  }

  private void recorded(Command command) {
    assertThat(engine.submit(command)).isInstanceOf(Outcome.Recorded.class);
  }

  /** The one version that every entry of the case names. */
  private String version(CaseId id) {
    List<Entry> journal = engine.journal(id);
    CaseState state = CaseState.of(id, journal);
    String version = state.pinned().orElseThrow().versi();
    assertThat(state.status()).isEqualTo(CaseStatus.SELESAI);
    assertThat(state.pinned().orElseThrow().digest()).isEqualTo(digests.get(version));
    assertThat(journal.stream().map(Entry::event).flatMap(ReloadUnderLoadTest::rules))
        .hasSize(9)
        .allSatisfy(rule -> assertThat(rule).endsWith(", versi " + version));
    return version;
  }

  private static Stream<String> rules(CaseEvent event) {
    if (event instanceof CaseEvent.RowOpened opened) {
      return Stream.of(opened.why()).map(RouteReason::rule);
    }
    if (event instanceof CaseEvent.RowCompleted completed) {
      return Stream.of(completed.why()).map(RouteReason::rule);
    }
    return event instanceof CaseEvent.Ended ended
        ? Stream.of(ended.why()).map(RouteReason::rule)
        : Stream.of();
  }
}
