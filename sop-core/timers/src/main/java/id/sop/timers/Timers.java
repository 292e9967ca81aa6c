package id.sop.timers;

import id.sop.SopEngine;
import id.sop.casework.Ladder;
import id.sop.problem.SopException;
import id.sop.store.MemoryStore;
import id.sop.store.StoreException;
import id.sop.store.jdbc.JdbcStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets reminders, overdue and escalation take effect: tells a listener of each rung that is called
 * for, and marks it as told. Rungs are found by looking at the rows that are open now, so a row
 * that was done has none left, and a due time that moved has moved those that lie ahead. A rung
 * that was told is not told again for another due time of the same visit.
 *
 * <p>Threads may share one, and several nodes a database. A rung is told and marked in one
 * transaction; a node that dies in between has done neither, as far as the listener wrote through
 * {@link Notice#transaction()}. What it did outside of the database may then be done once more.
 */
public final class Timers implements Round {
  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
  private static final Duration BETWEEN_LOOKS_AT_ALL = Duration.ofHours(1);

  /** So many rows are found by one query. */
  private static final int PAGE = 200;

  /** After so many failures in a row the rest is left to the next sweep. */
  private static final int FAILURES = 10;

  private final SopEngine engine;
  private final Watch watch;
  private Optional<Instant> nextLookAtAll = Optional.empty();

  private Timers(SopEngine engine, Watch watch) {
    this.engine = engine;
    this.watch = watch;
  }

  /**
   * Timers over the cases in a database. What time it is, the database says.
   *
   * @param engine runs on {@code store}
   * @param listener is told of each rung
   */
  public static Timers of(SopEngine engine, JdbcStore store, RungListener listener) {
    return of(engine, store, listener, Retry.USUAL);
  }

  /** The same; {@code retry} says when a listener that failed is called again. */
  public static Timers of(SopEngine engine, JdbcStore store, RungListener listener, Retry retry) {
    return new Timers(engine, new JdbcWatch(store, listener, retry));
  }

  /**
   * Timers over cases in memory, for the life of the object.
   *
   * @param engine runs on a {@link MemoryStore}
   * @param clock what time it is
   */
  public static Timers inMemory(SopEngine engine, Clock clock, RungListener listener, Retry retry) {
    return new Timers(engine, new MemoryWatch(engine, clock, listener, retry));
  }

  @Override
  public String name() {
    return "sop-timers";
  }

  /**
   * Tells all that is called for by now. The first time, and from then on once an hour, it looks
   * through all rows that are open, and forgets those that were done; in between it looks at those
   * of cases that changed within the last quarter of an hour, and those whose next rung has come.
   */
  @Override
  public void run() {
    Instant now = watch.now();
    List<Watch.Look> looks = List.of(Watch.Look.DUE, Watch.Look.RECENT);
    if (isTimeForAll(now)) {
      watch.tidy();
      looks = List.of(Watch.Look.ALL);
    }
    Sweep sweep = fire(now, looks);
    if (sweep.told() + sweep.failed() > 0) {
      LOG.debug("{} rungs told, {} failed", sweep.told(), sweep.failed());
    }
  }

  private synchronized boolean isTimeForAll(Instant now) {
    boolean all = nextLookAtAll.filter(at -> at.isAfter(now)).isEmpty();
    if (all) {
      nextLookAtAll = Optional.of(now.plus(BETWEEN_LOOKS_AT_ALL));
    }
    return all;
  }

  /** Forgets what is kept of rows that are no longer open, except what is left to a person. */
  void tidy() {
    watch.tidy();
  }

  /**
   * Tells all that is called for by now, looking through all rows that are open.
   *
   * @throws StoreException when the store fails; what was told is marked, the rest is told next
   *     time
   */
  public Sweep sweep() {
    return fire(watch.now());
  }

  /** Tells all that is called for at {@code now}, for hosts that keep the time themselves. */
  public Sweep fire(Instant now) {
    return fire(now, List.of(Watch.Look.ALL));
  }

  private Sweep fire(Instant now, List<Watch.Look> looks) {
    Count count = new Count();
    looks.forEach(look -> fire(now, look, count));
    return new Sweep(count.told, count.failed);
  }

  private void fire(Instant now, Watch.Look look, Count count) {
    List<WatchedRow> rows = watch.rows(look, now, WatchedRow.FIRST, PAGE);
    while (!rows.isEmpty() && count.goesOn()) {
      for (WatchedRow row : rows) {
        Watch.Attended attended = Watch.Attended.TOLD;
        while (isMore(attended) && count.goesOn()) {
          attended = attend(row, now);
          count.add(attended);
        }
      }
      WatchedRow last = rows.get(rows.size() - 1);
      rows = rows.size() < PAGE ? List.of() : watch.rows(look, now, last, PAGE);
    }
  }

  /** What became of the rows of one sweep. */
  private static final class Count {
    private int told;
    private int failed;
    private int failedInARow;

    void add(Watch.Attended attended) {
      told += attended == Watch.Attended.TOLD ? 1 : 0;
      failed += isFailure(attended) ? 1 : 0;
      failedInARow =
          switch (attended) {
            case TOLD -> 0;
            case FAILED -> failedInARow + 1;
            case UNREADABLE, QUIET, LEFT -> failedInARow;
          };
    }

    /** Not when the listener seems to be at fault: then every rung would use up its attempts. */
    boolean goesOn() {
      return failedInARow < FAILURES && !Thread.currentThread().isInterrupted();
    }
  }

  private static boolean isMore(Watch.Attended attended) {
    return switch (attended) {
      case TOLD, FAILED -> true;
      case QUIET, UNREADABLE, LEFT -> false;
    };
  }

  private static boolean isFailure(Watch.Attended attended) {
    return attended == Watch.Attended.FAILED || attended == Watch.Attended.UNREADABLE;
  }

  private Watch.Attended attend(WatchedRow row, Instant now) {
    Ladder ladder;
    try {
      ladder = engine.ladder(row.caseId());
    } catch (StoreException e) {
      throw e;
    } catch (SopException e) {
      return watch.unreadable(row, now, e.code().id());
    }
    return watch.attend(row, ladder, now);
  }

  /** What could not be told or looked at and is tried again, or is left to a person. */
  public List<Incident> incidents() {
    return watch.incidents();
  }

  /**
   * Has the next sweep try again what an incident tells of.
   *
   * @return false when there is nothing left to try: it was told meanwhile, or the row was done
   */
  public boolean retry(Incident incident) {
    return watch.retry(incident);
  }
}
