package id.sop.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where statements pass, many at a time, or one who writes down what they did, alone.
 *
 * <p>Who wants to be alone waits until no statement is being carried out. He also waits a moment
 * for transactions that have begun, so that theirs is written down with his; no longer than that,
 * since some stay open for long. Others wait for him meanwhile. A transaction that has begun passes
 * him as long as he waits for somebody: that may be one who waits for a row which it holds.
 */
final class FileGate {
  private final long patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int passing;
  private int waiting;
  private boolean alone;

  /** How many transactions have begun in this era. */
  private int open;

  /** Ends when somebody has waited long enough for those that are open. */
  private long era;

  /** How many commits were begun. */
  private long commits;

  /** How many of these are written down. */
  private long written;

  /**
   * @param patience how long transactions are waited for
   */
  FileGate(Duration patience) {
    this.patience = patience.toNanos();
  }

  /** The transactions of a connection, one after the other. */
  static final class Turn {
    private boolean open;
    private long era;

    /** Whether something was changed or locked that has not ended. */
    boolean isOpen() {
      return open;
    }
  }

  /** Writes down all that was committed. */
  interface Writing {
    void run() throws SQLException;
  }

  /**
   * Before a statement, or the end of a transaction.
   *
   * @param commits whether it is the end, and others may see afterwards what was changed
   */
  void enter(Turn turn, boolean commits) {
    lock.lock();
    try {
      while (alone || waiting > 0 && !(turn.open && (passing > 0 || open > 0))) {
        changed.awaitUninterruptibly();
      }
      passing++;
      if (commits) {
        this.commits++;
      } else if (!turn.open) {
        turn.open = true;
        turn.era = era;
        open++;
      }
    } finally {
      lock.unlock();
    }
  }

  /** After it, whatever came of it; says the same. */
  void leave(Turn turn, boolean commits) {
    lock.lock();
    try {
      passing--;
      if (commits && turn.open) {
        turn.open = false;
        open -= turn.era == era ? 1 : 0;
      }
      if (waiting > 0 && passing == 0 && open == 0) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns once all that was committed is written down, by this thread or by another.
   *
   * @return how many commits are
   */
  long write(Writing writing) throws SQLException {
    if (enterAlone()) {
      boolean done = false;
      try {
        writing.run();
        done = true;
      } finally {
        leaveAlone(done);
      }
    }
    return written();
  }

  /** How many commits are written down. */
  long written() {
    lock.lock();
    try {
      return written;
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is still something to be written down. */
  private boolean enterAlone() {
    lock.lock();
    try {
      long seen = commits;
      waiting++;
      await(seen);
      waiting--;
      if (written >= seen) {
        changed.signalAll();
        return false;
      }
      alone = true;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void await(long seen) {
    boolean interrupted = false;
    long left = patience;
    while (written < seen && (alone || passing > 0 || open > 0)) {
      if (alone || open == 0) {
        changed.awaitUninterruptibly();
      } else if (left <= 0) {
        open = 0;
        era++;
      } else {
        try {
          left = changed.awaitNanos(left);
        } catch (InterruptedException e) {
          interrupted = true;
          left = 0;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void leaveAlone(boolean done) {
    lock.lock();
    try {
      alone = false;
      // Nobody has committed since it was entered.
      written = done ? commits : written;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
