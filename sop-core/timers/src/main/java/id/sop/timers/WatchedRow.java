package id.sop.timers;

import id.sop.casework.Rung;
import id.sop.definition.StepId;
import id.sop.journal.CaseId;
import java.time.Instant;

/**
 * A visit of an open row whose ladder is to be looked at.
 *
 * @param dueAt when the store says that it is due
 */
record WatchedRow(CaseId caseId, StepId step, int visit, Instant dueAt) {
  /** Whether {@code key} is a rung of this row. */
  boolean has(Rung.Key key) {
    return key.caseId().equals(caseId) && key.step().equals(step) && key.visit() == visit;
  }
}
