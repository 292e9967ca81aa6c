package id.sop.store.jdbc;

import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where statements pass, many at a time, or one who writes down what they did, alone.
 *
 * <p>Who wants to be alone waits until no statement is being carried out, not until no transaction
 * is open: some are open for long. Others wait for him meanwhile; only transactions that have begun
 * still pass as long as a statement is being carried out, since that one may be waiting for a row
 * that they hold.
 */
final class FileGate {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int passing;
  private int waiting;
  private boolean alone;

  /** How many commits were begun. */
  private long commits;

  /** How many of these are written down. */
  private long written;

  /** Writes down all that was committed. */
  interface Writing {
    void run() throws SQLException;
  }

  /**
   * Before a statement, or the end of a transaction.
   *
   * @param inMidst whether its transaction has begun
   * @param commits whether others may see afterwards what was changed
   */
  void enter(boolean inMidst, boolean commits) {
    lock.lock();
    try {
      while (alone || waiting > 0 && (!inMidst || passing == 0)) {
        changed.awaitUninterruptibly();
      }
      passing++;
      this.commits += commits ? 1 : 0;
    } finally {
      lock.unlock();
    }
  }

  /** After it, whatever came of it. */
  void leave() {
    lock.lock();
    try {
      passing--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns once all that was committed is written down, by this thread or by another. */
  void write(Writing writing) throws SQLException {
    if (!enterAlone()) {
      return;
    }
    boolean done = false;
    try {
      writing.run();
      done = true;
    } finally {
      leaveAlone(done);
    }
  }

  /** Whether there is still something to be written down. */
  private boolean enterAlone() {
    lock.lock();
    try {
      long seen = commits;
      waiting++;
      while (written < seen && (alone || passing > 0)) {
        changed.awaitUninterruptibly();
      }
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
