package id.sop.casework;

import id.sop.definition.StepId;
import id.sop.internal.Unicode;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.DueCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides whether the clock of a row, or of the whole case, is stopped, and runs again. */
final class Suspending {
  private static final String CASE = "berkas";

  private Suspending() {}

  static Decision suspend(Deliberation on, Command.Suspend command) {
    Optional<OpenRow> row = command.step().flatMap(on::openRow);
    if (command.step().isPresent() && row.isEmpty()) {
      return on.refusals.refuse();
    }
    on.notInTheFuture(on.occurredAt);
    notBeforeBeginning(on, row);
    anyRole(on, command.actor(), row);
    if (Unicode.isBlank(command.alasan())) {
      on.refusals.add(CaseworkCode.REASON_BLANK);
    }
    standing(on, row)
        .ifPresent(
            stop -> on.refusals.add(CaseworkCode.CLOCK_STANDS, what(row), on.moment(stop.from())));
    return on.refusals.unless(
        () -> {
          CaseEvent.ClockStopped stopped =
              new CaseEvent.ClockStopped(
                  row.map(Suspending::visit),
                  on.recorded(command.actor()),
                  command.alasan(),
                  command.dasar().filter(d -> !Unicode.isBlank(d)),
                  command.dokumen(),
                  on.occurredAt);
          Stop stop = new Stop(stopped, Optional.empty());
          List<CaseEvent> events = new ArrayList<>(List.of(stopped));
          for (OpenRow each : concerned(on, row)) {
            events.addAll(
                moves(on, each, each.clock().stopped(stop), on.recorded(command.actor())));
          }
          return events;
        });
  }

  static Decision resume(Deliberation on, Command.Resume command) {
    Optional<OpenRow> row = command.step().flatMap(on::openRow);
    if (command.step().isPresent() && row.isEmpty()) {
      return on.refusals.refuse();
    }
    on.notInTheFuture(on.occurredAt);
    anyRole(on, command.actor(), row);
    Optional<Stop> stop = standing(on, row);
    if (stop.isEmpty()) {
      on.refusals.add(CaseworkCode.CLOCK_RUNS, what(row), others(on, row));
      return on.refusals.refuse();
    }
    on.notBefore(on.occurredAt, stop.get().from(), "penghentian waktu " + what(row));
    return on.refusals.unless(
        () -> {
          CaseEvent.ClockResumed resumed =
              new CaseEvent.ClockResumed(
                  row.map(Suspending::visit),
                  on.recorded(command.actor()),
                  command.alasan().filter(a -> !Unicode.isBlank(a)),
                  command.dokumen(),
                  on.occurredAt);
          List<CaseEvent> events = new ArrayList<>(List.of(resumed));
          for (OpenRow each : concerned(on, row)) {
            events.addAll(
                moves(
                    on,
                    each,
                    each.clock().resumed(stop.get(), resumed),
                    on.recorded(command.actor())));
          }
          return events;
        });
  }

  /** That nothing is done at {@code step} while {@code stop} lasts. */
  static void refuse(Deliberation on, StepId step, Stop stop) {
    on.refusals.add(
        CaseworkCode.ROW_SUSPENDED,
        step.value(),
        on.moment(stop.from()),
        stop.begun().alasan(),
        stop.ofCase() ? CASE : "baris " + step);
  }

  private static List<CaseEvent.DueMoved> moves(
      Deliberation on, OpenRow before, RowClock after, Actor actor) {
    return new RowDues(on).between(before, before.with(after), actor, new DueCause.Stop());
  }

  private static void notBeforeBeginning(Deliberation on, Optional<OpenRow> row) {
    if (row.isPresent()) {
      on.notBefore(on.occurredAt, row.get().openedAt(), what(row));
    } else {
      on.state.startedAt().ifPresent(start -> on.notBefore(on.occurredAt, start, CASE));
    }
  }

  /** Whoever has a role in the SOP may: it is often a superior's word, not the performer's. */
  static void anyRole(Deliberation on, Actor actor, Optional<OpenRow> row) {
    on.performer(
        actor,
        on.sop.pelaksana().containsKey(actor.role()),
        row.orElseGet(() -> on.state.openRows().get(0)).step(),
        on.sop.pelaksana().keySet());
  }

  private static Optional<Stop> standing(Deliberation on, Optional<OpenRow> row) {
    return row.isPresent() ? row.get().clock().standing(false) : on.state.standing();
  }

  /** What stands instead, to which the command may have been meant. */
  private static String others(Deliberation on, Optional<OpenRow> row) {
    List<String> standing = new ArrayList<>();
    if (row.isPresent() && on.state.standing().isPresent()) {
      standing.add(CASE);
    }
    on.state.openRows().stream()
        .filter(r -> r.clock().standing(false).isPresent())
        .forEach(r -> standing.add("baris " + r.step()));
    return Deliberation.list(standing);
  }

  private static List<OpenRow> concerned(Deliberation on, Optional<OpenRow> row) {
    return row.map(List::of).orElseGet(on.state::openRows);
  }

  private static CaseEvent.RowVisit visit(OpenRow row) {
    return new CaseEvent.RowVisit(row.step(), row.visit());
  }

  private static String what(Optional<OpenRow> row) {
    return row.map(r -> "baris " + r.step()).orElse(CASE);
  }
}
