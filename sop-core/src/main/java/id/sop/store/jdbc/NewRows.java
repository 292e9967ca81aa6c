package id.sop.store.jdbc;

import id.sop.journal.StoredEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a change adds to {@code sop_entry}.
 *
 * @param single entries that have a row each
 * @param packed entries that have a row together
 */
record NewRows(List<StoredEntry> single, List<Packed> packed) {
  /**
   * One row of several entries.
   *
   * @param seq the number of the last
   * @param recordedAt when the latest was recorded
   * @param pack see {@link Pack}
   */
  record Packed(String caseId, long seq, long recordedAt, byte[] pack) {}

  /** A row for each entry: tables up to version 99. */
  static NewRows single(List<StoredEntry> entries) {
    return new NewRows(entries, List.of());
  }

  /** As few rows as may be: tables from version 101 on. */
  static NewRows packed(List<StoredEntry> entries) {
    List<StoredEntry> single = new ArrayList<>();
    List<Packed> packed = new ArrayList<>();
    List<StoredEntry> next = new ArrayList<>();
    int size = 0;
    for (StoredEntry entry : entries) {
      boolean fits = Pack.takes(entry);
      if (!fits
          || next.size() == Pack.MOST_ENTRIES
          || size + Pack.sizeOf(entry) > Pack.MOST_BYTES) {
        pack(next, packed);
        size = 0;
      }
      if (fits) {
        next.add(entry);
        size += Pack.sizeOf(entry);
      } else {
        single.add(entry);
      }
    }
    pack(next, packed);
    return new NewRows(single, packed);
  }

  private static void pack(List<StoredEntry> next, List<Packed> packed) {
    if (next.isEmpty()) {
      return;
    }
    StoredEntry last = next.get(next.size() - 1);
    long latest = next.stream().mapToLong(StoredEntry::recordedAt).max().orElseThrow();
    packed.add(new Packed(last.caseId(), last.seq(), latest, Pack.of(next, latest)));
    next.clear();
  }

  int size() {
    return single.size() + packed.size();
  }
}
