package id.sop.store;

import id.sop.journal.CaseId;
import id.sop.problem.SopException;

/**
 * Somebody else changed the case between reading it and storing this change; nothing was stored.
 * Whoever catches it reads the case again and decides again; in a transaction of the host, {@link
 * #inTransactionOfHost()}, only after rolling that back.
 */
public final class ConcurrentChangeException extends SopException {
  private static final long serialVersionUID = 1L;

  private final transient CaseId caseId;
  private final long expected;
  private final long found;
  private final boolean inTransactionOfHost;

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
    inTransactionOfHost = false;
  }

  /**
   * The change cannot follow within the transaction that the host has open, which may go on seeing
   * the case as it was.
   *
   * @param expected the number of the last entry when the change was decided
   * @param state the SQL state by which the database said so, or what else it said
   */
  public ConcurrentChangeException(CaseId caseId, long expected, String state) {
    super(StoreCode.CONCURRENT_TRANSACTION, caseId.value(), Long.toString(expected), state);
    this.caseId = caseId;
    this.expected = expected;
    found = expected;
    inTransactionOfHost = true;
  }

  /** The case. */
  public CaseId caseId() {
    return caseId;
  }

  /** The number of the last entry when the change was decided. */
  public long expected() {
    return expected;
  }

  /**
   * The number of the last entry now; 0 when there is no such case. In a transaction of the host it
   * is not known and the same as {@link #expected()}.
   */
  public long found() {
    return found;
  }

  /** Whether the host must roll its transaction back, and begin it anew, before trying again. */
  public boolean inTransactionOfHost() {
    return inTransactionOfHost;
  }
}
