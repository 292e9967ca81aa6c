package id.sop.store;

import id.sop.problem.SopException;

/** The case is no longer here: it was archived, into a record that the tombstone names. */
public final class CaseArchivedException extends SopException {
  private static final long serialVersionUID = 1L;

  private final transient Tombstone tombstone;

  /** The exception for the case of {@code tombstone}. */
  public CaseArchivedException(Tombstone tombstone) {
    super(
        StoreCode.CASE_ARCHIVED,
        tombstone.caseId().value(),
        Long.toString(tombstone.head().seq()),
        tombstone.record());
    this.tombstone = tombstone;
  }

  /** What stays of it. */
  public Tombstone tombstone() {
    return tombstone;
  }
}
