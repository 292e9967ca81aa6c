package id.sop.store.jdbc;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.Uninterruptibles;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does one thing after the other in a thread that nobody else has, and so nobody can interrupt. Who
 * asks waits for the end of it; an interrupt finds him afterwards. The thread ends when it has long
 * had nothing to do, and comes back for what is next: nothing is refused.
 */
final class OwnThread {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final ExecutorService executor;

  OwnThread(String name) {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            LONG.toNanos(),
            TimeUnit.NANOSECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Own(work, name);
              thread.setDaemon(true);
              return thread;
            });
    one.allowCoreThreadTimeOut(true);
    executor = one;
  }

  private static final class Own extends Thread {
    private Own(Runnable work, String name) {
      super(work, name);
    }
  }

  /** Whether it is one of these that asks. */
  static boolean isCurrent() {
    return Thread.currentThread() instanceof Own;
  }

  /** Something that is done with a database. */
  interface Work {
    void run() throws SQLException;
  }

  void run(Work work) throws SQLException {
    try {
      Uninterruptibles.getUninterruptibly(executor.submit(() -> done(work)));
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      Throwables.throwIfInstanceOf(cause, SQLException.class);
      Throwables.throwIfUnchecked(cause);
      throw new IllegalStateException(cause);
    }
  }

  private static boolean done(Work work) throws SQLException {
    work.run();
    return true;
  }

  /** The same, for what is not done with a database. */
  void runUnchecked(Runnable work) {
    Futures.getUnchecked(executor.submit(work));
  }
}
