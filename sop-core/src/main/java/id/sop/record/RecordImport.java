package id.sop.record;

import id.sop.casework.CaseState;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.journal.StoredCase;
import id.sop.journal.StoredEntry;
import id.sop.record.RecordProof.Extent;
import id.sop.record.RecordReader.Whole;
import id.sop.store.CaseArchivedException;
import id.sop.store.CaseStore;
import id.sop.store.Tombstone;
import java.nio.file.Path;
import java.util.List;

/** Takes records into a store. */
public final class RecordImport {
  private RecordImport() {}

  /**
   * Takes every case of a record into {@code store}, with the same entries and digests. The record
   * is proven first, and the store looked through for its cases; when either is not as it should
   * be, nothing is taken in. What the record says of archived cases is taken over, so that they are
   * not begun in this store either. When the store fails on the way, what was taken in so far
   * stays: the cases up to some id, each whole.
   *
   * @return how many cases were taken in
   * @throws RecordException when the record is unsound, or the store has one of its cases or had it
   *     until it was archived
   * @throws id.sop.journal.JournalException when this version of the library cannot read an event
   */
  public static long into(CaseStore store, Path record) {
    RecordProof.of(record, List.of(), Extent.PARTIAL).requireSound(record);
    Whole looked =
        RecordReader.read(
            record,
            raw -> {
              // An event that cannot be read shows here, before anything is taken in.
              raw.read().entries().forEach(StoredEntry::toEntry);
              requireNone(store, raw.caseId());
            });
    List<Tombstone> there = store.archived();
    List<Tombstone> archived =
        looked.archived().stream().filter(gone -> !there.contains(gone)).toList();
    archived.forEach(gone -> requireNone(store, gone.caseId()));
    store.bury(archived);
    return RecordReader.read(record, raw -> take(store, raw.read())).cases();
  }

  private static void requireNone(CaseStore store, CaseId caseId) {
    StoredCase there;
    try {
      there = store.stored(caseId);
    } catch (CaseArchivedException e) {
      throw new RecordException(
          RecordCode.CASE_ARCHIVED, e, caseId.value(), e.tombstone().record());
    }
    if (there.head().isPresent() || !there.entries().isEmpty()) {
      throw new RecordException(RecordCode.CASE_THERE, caseId.value());
    }
  }

  private static void take(CaseStore store, StoredCase stored) {
    List<Entry> entries = stored.entries().stream().map(StoredEntry::toEntry).toList();
    CaseState before = CaseState.none(stored.caseId());
    store.append(
        CaseStore.Change.of(before, entries, before.after(entries), store.findsDocuments()));
  }
}
