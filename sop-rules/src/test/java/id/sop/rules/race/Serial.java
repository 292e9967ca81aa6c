package id.sop.rules.race;

import id.sop.SopEngine;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.casework.Receipt;
import id.sop.casework.Refusal;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.CommandMark;
import id.sop.journal.Entry;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import java.util.List;
import java.util.Optional;

/**
 * What came of two commands to a case, whichever case it was.
 *
 * @param first what the first one was told
 * @param second what the second one was told
 * @param journal what was recorded, with the keys of the commands
 */
record Serial(List<Object> first, List<Object> second, List<Recorded> journal) {
  /** An event and the key of the command that it came of. */
  record Recorded(Optional<String> key, CaseEvent event) {
    private static Recorded of(Entry entry) {
      return new Recorded(
          entry.command().map(CommandMark::key).map(key -> key.value()), entry.event());
    }
  }

  static Serial of(CaseId caseId, Outcome first, Outcome second, List<Entry> journal) {
    return new Serial(
        told(caseId, first), told(caseId, second), journal.stream().map(Recorded::of).toList());
  }

  private static List<Object> told(CaseId caseId, Outcome outcome) {
    if (outcome instanceof Outcome.Recorded recorded) {
      Receipt receipt = recorded.receipt();
      return List.of(
          recorded.repeated(), receipt.seq(), receipt.events(), receipt.open(), receipt.status());
    }
    return List.copyOf(
        ((Outcome.Refused) outcome)
            .why().stream()
                .map(why -> new Refusal(why.code(), withoutCase(caseId, why.facts())))
                .toList());
  }

  private static List<String> withoutCase(CaseId caseId, List<String> facts) {
    return facts.stream().map(fact -> fact.replace(caseId.value(), "S")).toList();
  }

  /** The first, then the second, with nobody else there. */
  static Serial firstThenSecond(
      Optional<CaseStore.Change> before, CaseId caseId, Command first, Command second) {
    SopEngine alone = alone(before);
    Outcome toFirst = alone.submit(first);
    Outcome toSecond = alone.submit(second);
    return of(caseId, toFirst, toSecond, alone.journal(caseId));
  }

  /** The second, then the first. */
  static Serial secondThenFirst(
      Optional<CaseStore.Change> before, CaseId caseId, Command first, Command second) {
    Serial turned = firstThenSecond(before, caseId, second, first);
    return new Serial(turned.second(), turned.first(), turned.journal());
  }

  static SopEngine alone(Optional<CaseStore.Change> before) {
    MemoryStore store = MemoryStore.create();
    before.ifPresent(store::append);
    return Meeting.node(store);
  }
}
