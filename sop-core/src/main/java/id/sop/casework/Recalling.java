package id.sop.casework;

import id.sop.authority.RowRoles;
import id.sop.definition.Step;
import id.sop.journal.CaseEvent;
import id.sop.routing.RouteAnswer;
import id.sop.routing.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether somebody takes back his own completion. He can while nothing has followed from
 * it: the case has not gone on since, and nobody has touched the rows that it opened.
 */
final class Recalling {
  private Recalling() {}

  static Decision decide(Deliberation on, Command.Recall command) {
    Optional<Step> step = on.knownRow(command.step());
    if (step.isEmpty()) {
      return on.refusals.refuse();
    }
    Optional<Completion> done =
        on.state.completions().stream()
            .filter(
                c -> on.state.now(c.event().step(), c.seq()).equals(Optional.of(command.step())))
            .max(Comparator.comparingLong(Completion::seq));
    if (done.isEmpty()) {
      on.refusals.add(CaseworkCode.NOTHING_TO_RECALL, command.step().value());
      return on.refusals.refuse();
    }
    return decide(on, command, step.get(), done.get());
  }

  private static Decision decide(
      Deliberation on, Command.Recall command, Step step, Completion done) {
    RowRoles roles = on.roles(step, done.row());
    on.notInTheFuture(on.occurredAt);
    on.notBefore(on.occurredAt, done.event().occurredAt(), "penyelesaian baris " + command.step());
    on.reason(command.alasan());
    on.performer(
        command.actor(), roles.mayAct(command.actor().role()), command.step(), roles.acting());
    if (!done.event().actor().id().equals(command.actor().id())) {
      on.refusals.add(CaseworkCode.NOT_OWN_COMPLETION, command.step().value());
    }
    done.row()
        .child()
        .ifPresent(
            child ->
                on.refusals.add(
                    CaseworkCode.RESULT_NOT_RECALLED,
                    command.step().value(),
                    child.begun().berkas().value()));
    List<OpenRow> opened = opened(on, done);
    if (!nothingFollowed(on, done, opened)) {
      on.refusals.add(
          CaseworkCode.RECALL_TOO_LATE,
          command.step().value(),
          Deliberation.list(opened.stream().map(OpenRow::step).toList()));
    }
    return on.refusals.unless(() -> events(on, command, done, opened));
  }

  /** The rows that {@code done} opened, those that are open still. */
  private static List<OpenRow> opened(Deliberation on, Completion done) {
    return on.state.openRows().stream()
        .filter(r -> !done.asked().open().contains(r.step()))
        .filter(r -> r.why().equals(done.event().why()))
        .toList();
  }

  private static boolean nothingFollowed(Deliberation on, Completion done, List<OpenRow> opened) {
    return done.seq() == on.state.moved()
        && !done.event().again()
        && done.corrections().isEmpty()
        && done.acknowledgements().isEmpty()
        && on.state.stops().stream().noneMatch(s -> touches(s, done))
        && opened.stream().allMatch(r -> r.isUntouched() && isAsOpened(on, done, r));
  }

  /** Whether the clock of the case stood still at any time since. */
  private static boolean touches(Stop stop, Completion done) {
    return stop.to().filter(to -> !to.isAfter(done.event().occurredAt())).isEmpty();
  }

  /** Whether neither its performers were changed nor documents put to it. */
  private static boolean isAsOpened(Deliberation on, Completion done, OpenRow row) {
    boolean attached =
        on.state.attached().stream().anyMatch(a -> a.row().filter(row::isVisit).isPresent());
    return !attached
        && on.route(done.asked()) instanceof RouteAnswer.Open open
        && open.targets().stream()
            .filter(t -> t.step().equals(row.step()))
            .map(Target::by)
            .anyMatch(row.by()::equals);
  }

  private static List<CaseEvent> events(
      Deliberation on, Command.Recall command, Completion done, List<OpenRow> opened) {
    List<CaseEvent> events = new ArrayList<>();
    events.add(
        new CaseEvent.Recalled(
            done.seq(),
            done.row().step(),
            done.row().visit(),
            on.recorded(command.actor()),
            opened.stream().map(r -> new CaseEvent.RowVisit(r.step(), r.visit())).toList(),
            command.alasan(),
            on.occurredAt));
    Set<Object> gone = new HashSet<>(opened.stream().map(OpenRow::step).toList());
    for (CaseEvent due :
        Dues.moved(on, Landmarks.without(on.sop, on.state, done), Optional.empty())) {
      if (!(due instanceof CaseEvent.DueSet set) || !gone.contains(set.step())) {
        events.add(due);
      }
    }
    return events;
  }
}
