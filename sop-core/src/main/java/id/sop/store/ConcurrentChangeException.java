package id.sop.store;

import id.sop.journal.CaseId;
import id.sop.problem.SopException;

/** Somebody else changed the case first; nothing was stored. */
public final class ConcurrentChangeException extends SopException {
  private static final long serialVersionUID = 1L;

  public ConcurrentChangeException(CaseId caseId, long expected, long found) {
    super(
        StoreCode.CONCURRENT_CHANGE, caseId.value(), Long.toString(expected), Long.toString(found));
  }
}
