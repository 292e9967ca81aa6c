package id.sop.store.jdbc;

/**
 * In which form a store adds entries: a row for each, or packed. It may change once while the store
 * is open, when the host brings the tables up to version 101 below it.
 */
final class EntryForm {
  /** From this version of the tables on entries are packed. */
  private static final int PACKED = 101;

  private volatile boolean packed;

  private EntryForm(boolean packed) {
    this.packed = packed;
  }

  /** What tables of this version take. */
  static EntryForm of(int version) {
    return new EntryForm(version >= PACKED);
  }

  boolean isPacked() {
    return packed;
  }

  /** Packed entries were found: somebody has brought the tables up. */
  void becomePacked() {
    packed = true;
  }
}
