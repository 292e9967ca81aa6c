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
    while (!isWaiting(thread) && thread.getState() != Thread.State.TERMINATED) {
      Thread.onSpinWait();
    }
  }

  static boolean isWaiting(Thread thread) {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }
}
