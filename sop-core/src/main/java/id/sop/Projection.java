package id.sop;

import com.google.common.collect.ImmutableSet;
import id.sop.casework.BrokenJournalException;
import id.sop.casework.CaseworkCode;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.casework.Refusal;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.JournalException;
import id.sop.problem.Code;
import id.sop.problem.SopException;
import id.sop.store.CaseStore;
import id.sop.store.ConcurrentChangeException;
import id.sop.store.OpenCaseRow;
import id.sop.worktime.CalendarChange;
import id.sop.worktime.DueDates;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calendar of an engine, and what is open computed anew by it. Remembers by what that was last
 * done, so that the next time only what changed since is looked at.
 */
final class Projection {
  private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

  private final CaseStore store;
  private final Clock clock;
  private final Function<Command, Outcome> submit;

  /** The rows of which opening and due tell whether a day can have moved them. */
  private final Predicate<OpenCaseRow> runsFromOpening;

  private volatile DueDates calendar;

  /** By what the open rows were last computed anew; empty when nobody knows. */
  private Optional<Projected> projected = Optional.empty();

  /** How many changes were decided by a calendar that was replaced before they were stored. */
  private int strays;

  private record Projected(DueDates calendar, LocalDate knownOn) {}

  Projection(
      CaseStore store,
      DueDates calendar,
      Clock clock,
      Function<Command, Outcome> submit,
      Predicate<OpenCaseRow> runsFromOpening) {
    this.store = store;
    this.calendar = calendar;
    this.clock = clock;
    this.submit = submit;
    this.runsFromOpening = runsFromOpening;
  }

  DueDates calendar() {
    return calendar;
  }

  synchronized void calendar(DueDates dueDates) {
    // Rows may have been opened by a calendar that was never projected: then nobody knows.
    projected = projected.filter(p -> p.calendar() == calendar);
    calendar = dueDates;
  }

  /** Tells that something was stored that was decided by {@code dueDates}. */
  void recordedBy(DueDates dueDates) {
    if (dueDates != calendar) {
      synchronized (this) {
        strays++;
        projected = Optional.empty();
      }
    }
  }

  Reprojection reproject() {
    // The latest day that it is anywhere.
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX);
    return reproject(
        now ->
            projected
                .map(p -> CalendarChange.between(p.calendar(), p.knownOn(), now, today))
                .orElseGet(() -> CalendarChange.sinceUnknown(now)));
  }

  Reprojection reprojectAll() {
    return reproject(now -> CalendarChange.everything());
  }

  private Reprojection reproject(Function<DueDates, CalendarChange> changeTo) {
    // A day that it has been everywhere.
    LocalDate knownOn = LocalDate.ofInstant(clock.instant(), ZoneOffset.MIN);
    DueDates now;
    CalendarChange change;
    int straysBefore;
    synchronized (this) {
      now = calendar;
      change = changeTo.apply(now);
      straysBefore = strays;
    }
    List<OpenCaseRow> rows = store.openRows();
    Set<CaseId> touched =
        rows.stream()
            .filter(row -> canMove(row, change))
            .map(OpenCaseRow::caseId)
            .collect(ImmutableSet.toImmutableSet());
    List<Reprojection.Failure> failures = new ArrayList<>();
    int moved = 0;
    for (CaseId caseId : touched) {
      moved += moved(caseId, failures);
    }
    synchronized (this) {
      // What failed is looked at again next time.
      projected =
          failures.isEmpty() && calendar == now && strays == straysBefore
              ? Optional.of(new Projected(now, knownOn))
              : Optional.empty();
    }
    return new Reprojection(rows.size(), touched.size(), moved, failures);
  }

  /** Of times that run from elsewhere, only that something changed can be told without the case. */
  private boolean canMove(OpenCaseRow row, CalendarChange change) {
    return row.dueAt().isPresent()
        && !change.isNone()
        && (!runsFromOpening.test(row) || change.touches(row.openedAt(), row.dueAt().get()));
  }

  private int moved(CaseId caseId, List<Reprojection.Failure> failures) {
    try {
      return submit
          .apply(Command.reproject(caseId, Actor.SISTEM).build())
          .match(
              new Outcome.Cases<Integer>() {
                @Override
                public Integer recorded(Outcome.Recorded recorded) {
                  return recorded.receipt().events().size();
                }

                @Override
                public Integer refused(Outcome.Refused refused) {
                  Refusal why = refused.why().get(0);
                  if (!isNothingToDo(why.code())) {
                    failures.add(new Reprojection.Failure(caseId, why.code(), why.facts()));
                  }
                  return 0;
                }
              });
    } catch (JournalException | BrokenJournalException | ConcurrentChangeException e) {
      failures.add(failure(caseId, e));
      return 0;
    }
  }

  /** A case that ended, or was computed anew, in the meantime needs nothing. */
  private static boolean isNothingToDo(Code code) {
    return code == CaseworkCode.DUE_UNCHANGED || code == CaseworkCode.CASE_CLOSED;
  }

  private static Reprojection.Failure failure(CaseId caseId, SopException e) {
    LOG.debug("case {}: not projected, {}", caseId, e.code().id());
    return new Reprojection.Failure(caseId, e.code(), e.facts());
  }
}
