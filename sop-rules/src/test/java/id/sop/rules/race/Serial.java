package id.sop.rules.race;

import id.sop.SopEngine;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import java.util.List;
import java.util.Optional;

/**
 * What came of two commands to a case.
 *
 * @param first what the first one was told
 * @param second what the second one was told
 * @param journal the journal of the case afterwards
 */
record Serial(Outcome first, Outcome second, List<Entry> journal) {
  /** The first, then the second, with nobody else there. */
  static Serial firstThenSecond(
      Optional<CaseStore.Change> before, CaseId caseId, Command first, Command second) {
    SopEngine alone = alone(before);
    Outcome toFirst = alone.submit(first);
    Outcome toSecond = alone.submit(second);
    return new Serial(toFirst, toSecond, alone.journal(caseId));
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
