package id.sop.timers;

import id.sop.casework.Ladder;
import id.sop.casework.Rung;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import id.sop.store.jdbc.JdbcStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps marks in the database of the cases. Who attends to a row holds a lock on its line until the
 * rung is told and marked; the database frees it when the node dies, and with it all that was not
 * committed.
 */
final class JdbcWatch implements Watch {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcWatch.class);

  /** The class of SQL states that tell of a key that is there already. */
  private static final String CONSTRAINT = "23";

  private final JdbcStore store;
  private final RungListener listener;
  private final Retry retry;

  JdbcWatch(JdbcStore store, RungListener listener, Retry retry) {
    this.store = store;
    this.listener = listener;
    this.retry = retry;
  }

  @Override
  public Instant now() {
    return store.databaseTime();
  }

  @Override
  public List<WatchedRow> rows(Look look, Instant now, WatchedRow after, int most) {
    List<WatchedRow> unwatched = new ArrayList<>();
    List<WatchedRow> rows =
        store.inTransaction(
            connection -> DutyRows.rows(connection, look, now, after, most, unwatched));
    if (!unwatched.isEmpty()) {
      watch(unwatched, now);
    }
    return rows;
  }

  private void watch(List<WatchedRow> rows, Instant now) {
    try {
      store.inTransaction(
          connection -> {
            DutyRows.watch(connection, rows, now);
            return true;
          });
    } catch (StoreException e) {
      // Another node was faster with one of them; those that it left are found again.
      if (!(e.getCause() instanceof SQLException sql)
          || !String.valueOf(sql.getSQLState()).startsWith(CONSTRAINT)) {
        throw e;
      }
    }
  }

  @Override
  public Attended attend(WatchedRow row, Ladder ladder, Instant now) {
    Attempt attempt = new Attempt(row, ladder, now);
    try {
      return store.inTransaction(attempt::in);
    } catch (Failure e) {
      if (e.why() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        return Attended.LEFT;
      }
      return failed(row, attempt, now, Failure.kindOf(e.why()));
    } catch (StoreException e) {
      if (attempt.call.isPresent()) {
        // The listener may have left the transaction unusable; that must not stop the others.
        return failed(row, attempt, now, Failure.kindOf(e));
      }
      if (e.code() == StoreCode.BUSY) {
        return Attended.LEFT;
      }
      throw e;
    }
  }

  /** One transaction: the row is locked, its rung told, and marked. */
  private final class Attempt {
    private final WatchedRow row;
    private final Ladder ladder;
    private final Instant now;

    /** What the listener was told of. */
    private Optional<Rung.Call> call = Optional.empty();

    Attempt(WatchedRow row, Ladder ladder, Instant now) {
      this.row = row;
      this.ladder = ladder;
      this.now = now;
    }

    Attended in(Connection connection) throws SQLException {
      if (DutyRows.lock(connection, row).isEmpty()) {
        return Attended.LEFT;
      }
      OptionalLong due = DutyRows.due(connection, row);
      if (due.isEmpty() || due.getAsLong() != Micros.of(row.dueAt())) {
        // Done or moved just now; the ladder is that of before.
        return Attended.LEFT;
      }
      Map<String, Mark> marks = DutyRows.marks(connection, row);
      Plan plan = Plan.of(ladder, row, now, marks);
      if (plan.first().isPresent()) {
        tell(connection, plan.first().get(), marks);
      }
      DutyRows.looked(connection, row, now, plan.nextLook());
      return plan.first().isPresent() ? Attended.TOLD : Attended.QUIET;
    }

    private void tell(Connection connection, Rung.Call called, Map<String, Mark> marks)
        throws SQLException {
      call = Optional.of(called);
      try {
        listener.tell(new Notice(called, Optional.of(connection)));
      } catch (Exception e) {
        throw new Failure(e);
      }
      String anak = called.rung().key().anak();
      Optional<Mark> before = Optional.ofNullable(marks.get(anak));
      DutyRows.mark(
          connection, row, anak, before.isEmpty(), Mark.done(before), called.rung().at(), now, "");
    }
  }

  /** What the listener wrote is undone by now; only that it failed is kept. */
  private Attended failed(WatchedRow row, Attempt attempt, Instant now, String problem) {
    Rung.Call call = attempt.call.orElseThrow();
    String anak = call.rung().key().anak();
    return store.inTransaction(
        connection -> {
          if (DutyRows.lock(connection, row).isEmpty()) {
            return Attended.LEFT;
          }
          Optional<Mark> before = Optional.ofNullable(DutyRows.marks(connection, row).get(anak));
          if (before.filter(mark -> mark.restsAt(now)).isPresent()) {
            // Told after all, by another node or by a commit of which the answer was lost.
            return Attended.LEFT;
          }
          Mark mark = Mark.failed(before, now, retry);
          DutyRows.mark(
              connection, row, anak, before.isEmpty(), mark, call.rung().at(), now, problem);
          DutyRows.looked(connection, row, now, Optional.of(now));
          warn(row, anak, mark, problem);
          return Attended.FAILED;
        });
  }

  private static void warn(WatchedRow row, String anak, Mark mark, String problem) {
    LOG.warn(
        "{} case {}, row {}: {} could not be told, {}",
        mark.status() == Mark.Status.PARKED
            ? TimerCode.RUNG_PARKED.id()
            : TimerCode.RUNG_WAITS.id(),
        row.caseId(),
        row.step(),
        anak,
        problem);
  }

  @Override
  public Attended unreadable(WatchedRow row, Instant now, String problem) {
    LOG.warn(
        "{} case {}, row {}: {}", TimerCode.ROW_UNREADABLE.id(), row.caseId(), row.step(), problem);
    return store.inTransaction(
        connection -> {
          Optional<Integer> attempts = DutyRows.lock(connection, row);
          if (attempts.isPresent()) {
            int failures = attempts.get() + 1;
            Instant next = retry.after(now, failures);
            DutyRows.unreadable(connection, row, now, next, failures, problem);
          }
          return attempts.isPresent() ? Attended.UNREADABLE : Attended.LEFT;
        });
  }

  @Override
  public List<Incident> incidents() {
    return store.inTransaction(DutyRows::incidents);
  }

  @Override
  public boolean retry(Incident incident) {
    return store.inTransaction(connection -> DutyRows.retry(connection, incident));
  }

  @Override
  public void tidy() {
    store.inTransaction(
        connection -> {
          DutyRows.deleteClosed(connection);
          return true;
        });
  }
}
