package id.sop.store;

import com.google.common.collect.ImmutableSet;
import id.sop.casework.CaseState;
import id.sop.casework.CaseStatus;
import id.sop.casework.OpenRow;
import id.sop.casework.Pinned;
import id.sop.definition.SopId;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Keeps journals. A host may implement it; every implementation passes the same contract tests. All
 * methods may be called by several threads.
 */
public interface CaseStore extends AutoCloseable {

  /**
   * Appends {@code change} as a whole or not at all. When this returns, it survives a crash.
   *
   * @throws ConcurrentChangeException when the case no longer ends at {@code change.expectedSeq()};
   *     nothing is stored
   * @throws CaseArchivedException when the case was archived; in a transaction of the host a {@link
   *     ConcurrentChangeException}
   * @throws StoreException when it cannot be stored; the code says why
   */
  void append(Change change);

  /**
   * Appends all of {@code changes}, of different cases, as a whole or not at all: a case that was
   * begun for the row of another, and that row. When this returns, they survive a crash.
   *
   * @throws ConcurrentChangeException when one of the cases no longer ends where its change
   *     follows; nothing is stored
   * @throws StoreException when they cannot be stored; the code says why
   */
  void append(List<Change> changes);

  /**
   * Whether what {@link #append} has returned from is there to stay: not where a transaction of the
   * host may still undo it. An engine then need not read a case again that it has just moved.
   */
  default boolean keepsAtOnce() {
    return false;
  }

  /**
   * Whether cases are found by the numbers of their papers ({@link InboxQuery#document}): changes
   * then have a tag for each.
   */
  default boolean findsDocuments() {
    return false;
  }

  /**
   * The journal of a case in order; empty when there is no such case. Whether it is genuine, {@link
   * id.sop.journal.Chain#verify(StoredCase)} says.
   *
   * @throws CaseArchivedException when the case was archived
   * @throws id.sop.journal.JournalException when an entry cannot be read
   */
  List<Entry> read(CaseId caseId);

  /**
   * The journal of a case and its head exactly as they are kept, damaged or not.
   *
   * @throws CaseArchivedException when the case was archived
   */
  StoredCase stored(CaseId caseId);

  /** The rows open in all running cases, by due time (the not assessable last), case and row. */
  List<OpenCaseRow> openRows();

  /**
   * One page of the rows open in all running cases that {@code query} asks for, by due time (the
   * not assessable last), case, row and visit.
   */
  List<OpenCaseRow> openRows(InboxQuery query);

  /** How many open rows {@code query} asks for, on all pages, from its {@code after} on. */
  long count(InboxQuery query);

  /** The ids of all cases that are here, in order; archived ones are not. */
  List<CaseId> cases();

  /**
   * How far the journal of each case goes, as one moment shows them all; of an archived one, how
   * far it went.
   */
  SortedMap<CaseId, Head> heads();

  /** What stays of the cases that were archived, by id. */
  List<Tombstone> archived();

  /**
   * Takes cases that have ended out of the store, all of them or none, and keeps a tombstone in the
   * place of each: the case can then not be begun again, and whoever asks for it is told where it
   * went. With its entries goes all else that is kept about it. When this returns, it survives a
   * crash. Never part of a transaction of the host.
   *
   * <p>That the record of each tombstone holds the case is for the caller to prove; {@code
   * id.sop.record.RecordArchive} does.
   *
   * @throws CaseArchivedException when one of them was archived already
   * @throws StoreException when one of them is unknown, still runs, ends elsewhere than its
   *     tombstone says, or was not sent whole where cases are sent; then all stay
   */
  void remove(List<Tombstone> cases);

  /**
   * Keeps tombstones of cases that were archived from another store, in whose place this one comes:
   * they can then not be begun here either. All or none; one that is kept already stays as it is.
   *
   * @throws CaseArchivedException when another tombstone of the case is kept
   * @throws ConcurrentChangeException when the case is here
   * @throws StoreException when they cannot be stored
   */
  void bury(List<Tombstone> archived);

  @Override
  void close();

  /**
   * What one command adds to a case.
   *
   * @param caseId the case
   * @param sop the SOP that it follows
   * @param digest the digest of the bundle that it is pinned to
   * @param expectedSeq the number of the last entry before this; 0 for a new case
   * @param entries what to add, at least one, numbered on from there
   * @param status what becomes of the case
   * @param open its open rows afterwards
   * @param tagsBefore by what they were found before this
   * @param tags by what they are found afterwards
   */
  record Change(
      CaseId caseId,
      SopId sop,
      String digest,
      long expectedSeq,
      List<Entry> entries,
      CaseStatus status,
      List<OpenRow> open,
      Set<CaseTag> tagsBefore,
      Set<CaseTag> tags) {
    public Change {
      entries = List.copyOf(entries);
      open = List.copyOf(open);
      tagsBefore = ImmutableSet.copyOf(tagsBefore);
      tags = ImmutableSet.copyOf(tags);
    }

    /**
     * What leads from one state of a case to a later one.
     *
     * @param documents whether the store that keeps it {@link CaseStore#findsDocuments}
     */
    public static Change of(
        CaseState before, List<Entry> entries, CaseState after, boolean documents) {
      Pinned pinned = after.pinned().orElseThrow();
      return new Change(
          after.caseId(),
          pinned.sop(),
          pinned.digest(),
          before.seq(),
          entries,
          after.status(),
          after.openRows(),
          CaseTag.of(before, documents),
          CaseTag.of(after, documents));
    }

    /**
     * Refuses entries that do not continue a journal which ends at {@code expectedSeq} with the
     * digest {@code head}. Every store calls this before it keeps anything.
     *
     * @throws StoreException naming the first entry that does not fit
     */
    public void requireContinues(String head) {
      if (entries.isEmpty()) {
        throw new StoreException(
            StoreCode.NOT_CONTINUING, caseId.value(), Long.toString(expectedSeq + 1));
      }
      long seq = expectedSeq;
      String previous = head;
      for (Entry entry : entries) {
        seq++;
        if (entry.seq() != seq
            || !entry.caseId().equals(caseId)
            || !entry.previous().equals(previous)) {
          throw new StoreException(StoreCode.NOT_CONTINUING, caseId.value(), Long.toString(seq));
        }
        previous = entry.digest();
      }
    }

    /** What an inbox shows of the case afterwards: nothing once it no longer runs. */
    public List<OpenRow> rowsToShow() {
      return status == CaseStatus.BERJALAN ? open : List.of();
    }
  }
}
