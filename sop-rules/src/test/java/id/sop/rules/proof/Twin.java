package id.sop.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sop.SopEngine;
import id.sop.casework.CaseState;
import id.sop.casework.CaseStatus;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.store.OpenCaseRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The same cases as nobody ever disturbed them, in memory: what any other store is held to. */
final class Twin {
  private final List<Procedure> procedures;
  private final ThreadClock clock = new ThreadClock();
  private final SopEngine undisturbed;
  private final Map<String, Acknowledged> acknowledged = new LinkedHashMap<>();

  Twin(List<Procedure> procedures) {
    this.procedures = procedures;
    undisturbed = Office.engine(procedures, MemoryStore.create(), clock);
  }

  /** How many commands were acknowledged so far. */
  int acknowledged() {
    return acknowledged.size();
  }

  /**
   * Holds the store to what clerks were told last, and to whatever is open there: each command is
   * there once and whole, and who asks again is told the same.
   */
  void verify(CaseStore store, Collection<Acknowledged> said, String when) {
    for (Acknowledged told : said) {
      Acknowledged before = acknowledged.putIfAbsent(told.key(), told);
      if (before != null) {
        assertThat(told.seq()).as(when).isEqualTo(before.seq());
        assertThat(told.head()).as(when).isEqualTo(before.head());
        // One of them did it, if he lived to say so.
        assertThat(told.repeated() || before.repeated()).as("%s, %s", when, told).isTrue();
      }
    }
    SopEngine engine = Office.engine(procedures, store, clock);
    look(store, engine, said, when);
    said.forEach(told -> assertRepeatable(engine, told, when));
  }

  /** Holds the store to all that was ever acknowledged. */
  void verifyAll(CaseStore store, String when) {
    look(store, Office.engine(procedures, store, clock), acknowledged.values(), when);
    assertThat(store.cases().stream().mapToInt(c -> store.read(c).size()).sum())
        .as(when)
        .isEqualTo(store.cases().stream().mapToInt(c -> undisturbed.journal(c).size()).sum());
  }

  private void look(CaseStore store, SopEngine engine, Collection<Acknowledged> said, String when) {
    Map<CaseId, List<OpenCaseRow>> open =
        store.openRows().stream().collect(Collectors.groupingBy(OpenCaseRow::caseId));
    Set<CaseId> cases = new LinkedHashSet<>(open.keySet());
    said.forEach(told -> cases.add(told.caseId()));
    Map<CaseId, List<Entry>> journals = new LinkedHashMap<>();
    for (CaseId caseId : cases) {
      String where = when + ", case " + caseId;
      List<Entry> journal = engine.journal(caseId);
      assertThat(journal).as(where).isEqualTo(undisturbed(caseId, journal.size()));
      assertThat(engine.verify(caseId)).as(where).isEmpty();
      assertShownOpen(CaseState.of(caseId, journal), open.getOrDefault(caseId, List.of()), where);
      journals.put(caseId, journal);
    }
    said.forEach(told -> assertKept(journals.get(told.caseId()), told, when));
  }

  /** The journal after as many whole commands as it takes to record {@code entries}. */
  private List<Entry> undisturbed(CaseId caseId, int entries) {
    while (undisturbed.journal(caseId).size() < entries) {
      CaseState state = undisturbed.state(caseId);
      clock.set(Script.time(state));
      undisturbed.submit(Script.next(Office.sop(procedures, caseId), state));
    }
    return undisturbed.journal(caseId);
  }

  private static void assertShownOpen(CaseState state, List<OpenCaseRow> shown, String where) {
    assertThat(shown)
        .as(where)
        .extracting(OpenCaseRow::step, OpenCaseRow::visit, OpenCaseRow::by, OpenCaseRow::dueAt)
        .containsExactlyElementsOf(
            state.openRows().stream()
                .map(r -> tuple(r.step(), r.visit(), r.by(), r.dueAt()))
                .toList());
    assertThat(state.status())
        .as(where)
        .isEqualTo(shown.isEmpty() ? CaseStatus.SELESAI : CaseStatus.BERJALAN);
  }

  private static void assertKept(List<Entry> journal, Acknowledged told, String when) {
    assertThat(journal.size()).as("%s, %s", when, told).isGreaterThanOrEqualTo((int) told.seq());
    assertThat(journal.get((int) told.seq() - 1).digest())
        .as("%s, %s", when, told)
        .isEqualTo(told.head());
  }

  /** Who lost the answer and asks again gets the whole first one. */
  private void assertRepeatable(SopEngine engine, Acknowledged told, String when) {
    List<Entry> then = undisturbed.journal(told.caseId()).subList(0, told.before());
    Command again =
        Script.next(Office.sop(procedures, told.caseId()), CaseState.of(told.caseId(), then));

    Outcome outcome = engine.submit(again);

    assertThat(outcome)
        .as("%s, %s", when, told)
        .isInstanceOfSatisfying(
            Outcome.Recorded.class, recorded -> assertThat(recorded.repeated()).isTrue())
        .isEqualTo(undisturbed.submit(again));
  }
}
