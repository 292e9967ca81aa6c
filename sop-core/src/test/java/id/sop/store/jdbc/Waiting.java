package id.sop.store.jdbc;

/** Threads that are to wait for another. */
final class Waiting {
  private Waiting() {}

  /** A thread that does {@code work}. */
  static Thread started(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  /** Until it waits, or is done where it should have waited. */
  static void await(Thread thread) {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TERMINATED) {
      Thread.onSpinWait();
    }
  }
}
