package id.sop.store.jdbc;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.Uninterruptibles;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Does one thing after the other in a thread that nobody else has, and so nobody can interrupt. Who
 * asks waits for the end of it; an interrupt finds him afterwards.
 */
final class OwnThread {
  private final ExecutorService executor;

  OwnThread(String name) {
    executor =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
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

  /** Does this last; then the thread ends. */
  void end(Runnable last) {
    Futures.getUnchecked(executor.submit(last));
    executor.shutdown();
  }
}
