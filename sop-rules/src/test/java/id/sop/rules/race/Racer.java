package id.sop.rules.race;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A thread that stops at each border between two statements until it is let pass. Whoever lets it
 * pass waits until it stands at the next border, is done, or waits for somebody else.
 */
final class Racer implements AutoCloseable {
  private static final long NANOSECONDS_BETWEEN_LOOKS = 200_000;

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private Place place = Place.DONE;
  private Future<?> work;

  private enum Place {
    RUNNING,
    AT_BORDER,
    DONE
  }

  /** Says whether somebody waits for another in the database. */
  interface Waiting {
    boolean somebody();
  }

  /** Begins, and stops at the first border. */
  <T> void begin(Callable<T> what) {
    place = Place.RUNNING;
    work =
        thread.submit(
            () -> {
              try {
                return what.call();
              } finally {
                move(Place.DONE);
              }
            });
    settle(() -> false);
  }

  /** A border: the thread of this racer stops here, any other passes. */
  void border() {
    lock.lock();
    try {
      if (place == Place.RUNNING) {
        place = Place.AT_BORDER;
        moved.signalAll();
        while (place == Place.AT_BORDER) {
          moved.awaitUninterruptibly();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  boolean isDone() {
    lock.lock();
    try {
      return place == Place.DONE;
    } finally {
      lock.unlock();
    }
  }

  /** Lets it pass one border; false when it then waits for another in the database. */
  boolean pass(Waiting waiting) {
    lock.lock();
    try {
      if (place == Place.AT_BORDER) {
        place = Place.RUNNING;
        moved.signalAll();
      }
    } finally {
      lock.unlock();
    }
    return settle(waiting);
  }

  /** Lets it pass all borders up to the end; false when it waits for another before. */
  boolean finish(Waiting waiting) {
    boolean settled = true;
    while (settled && !isDone()) {
      settled = pass(waiting);
    }
    return settled;
  }

  private boolean settle(Waiting waiting) {
    lock.lock();
    try {
      while (place == Place.RUNNING) {
        if (moved.awaitNanos(NANOSECONDS_BETWEEN_LOOKS) <= 0
            && waiting.somebody()
            && place == Place.RUNNING) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      lock.unlock();
    }
  }

  private void move(Place next) {
    lock.lock();
    try {
      place = next;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What came of it; an error fails the test. */
  <T> T result(Class<T> type) {
    Object result = resultOrError();
    if (result instanceof Throwable error) {
      throw new AssertionError("an error reached the caller", error);
    }
    return type.cast(result);
  }

  /** What came of it, or what it threw. */
  Object resultOrError() {
    try {
      return work.get(1, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
