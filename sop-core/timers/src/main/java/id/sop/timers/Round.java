package id.sop.timers;

/** Work that is done again and again, on one node at a time. It may be done on two by accident. */
public interface Round {
  /** A short name that no other round of the database has. */
  String name();

  /**
   * Does what is to be done now. When the thread is interrupted, it ends soon, and the rest is left
   * to the next time.
   */
  void run();
}
