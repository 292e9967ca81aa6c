package id.sop.rules.race;

import id.sop.SopEngine;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import java.util.List;

/**
 * What came of two commands to a case and to that of its row.
 *
 * @param first what the first one was told
 * @param second what the second one was told
 * @param journal what was recorded of the case
 * @param other what was recorded of the case of its row
 */
record Serial(Outcome first, Outcome second, List<Entry> journal, List<Entry> other) {

  static Serial of(CaseId caseId, Outcome first, Outcome second, CaseStore store) {
    return new Serial(first, second, store.read(caseId), store.read(Stand.other(caseId)));
  }

  /** The first, then the second, with nobody else there. */
  static Serial firstThenSecond(Stand stand, CaseId caseId, Command first, Command second) {
    MemoryStore store = MemoryStore.create();
    SopEngine alone = alone(store, stand.of(caseId));
    Outcome toFirst = alone.submit(first);
    Outcome toSecond = alone.submit(second);
    return of(caseId, toFirst, toSecond, store);
  }

  /** The second, then the first. */
  static Serial secondThenFirst(Stand stand, CaseId caseId, Command first, Command second) {
    Serial turned = firstThenSecond(stand, caseId, second, first);
    return new Serial(turned.second(), turned.first(), turned.journal(), turned.other());
  }

  static SopEngine alone(List<CaseStore.Change> before) {
    return alone(MemoryStore.create(), before);
  }

  private static SopEngine alone(MemoryStore store, List<CaseStore.Change> before) {
    before.forEach(store::append);
    return Meeting.node(store);
  }
}
