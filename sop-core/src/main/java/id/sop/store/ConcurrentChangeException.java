package id.sop.store;

import id.sop.journal.CaseId;
import id.sop.problem.SopException;

/**
 * Somebody else changed the case between reading it and storing this change; nothing was stored.
 * Whoever catches it reads the case again and decides again.
 */
public final class ConcurrentChangeException extends SopException {
  private static final long serialVersionUID = 1L;

  private final transient CaseId caseId;
  private final long expected;
  private final long found;

  /**
   * @param expected the number of the last entry when the change was decided
   * @param found the number of the last entry now; 0 when there is no such case
   */
  public ConcurrentChangeException(CaseId caseId, long expected, long found) {
    super(
        StoreCode.CONCURRENT_CHANGE, caseId.value(), Long.toString(expected), Long.toString(found));
    this.caseId = caseId;
    this.expected = expected;
    this.found = found;
  }

  /** The case. */
  public CaseId caseId() {
    return caseId;
  }

  /** The number of the last entry when the change was decided. */
  public long expected() {
    return expected;
  }

  /** The number of the last entry now; 0 when there is no such case. */
  public long found() {
    return found;
  }
}
