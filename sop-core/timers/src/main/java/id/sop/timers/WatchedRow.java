package id.sop.timers;

import id.sop.casework.Rung;
import id.sop.definition.StepId;
import id.sop.journal.CaseId;
import java.time.Instant;
import java.util.Comparator;

/**
 * A visit of an open row whose ladder is to be looked at.
 *
 * @param dueAt when the store says that it is due
 */
record WatchedRow(CaseId caseId, StepId step, int visit, Instant dueAt) {
  /** In the order of the keys of both tables: all pages together are one pass through them. */
  static final Comparator<WatchedRow> BY_KEY =
      Comparator.<WatchedRow, String>comparing(row -> row.caseId().value())
          .thenComparing(row -> row.step().value())
          .thenComparing(WatchedRow::visit);

  /** Comes before every row. */
  static final WatchedRow FIRST = new WatchedRow(CaseId.of("0"), StepId.of("0"), 0, Instant.EPOCH);

  /** Whether {@code key} is a rung of this row. */
  boolean has(Rung.Key key) {
    return key.caseId().equals(caseId) && key.step().equals(step) && key.visit() == visit;
  }
}
