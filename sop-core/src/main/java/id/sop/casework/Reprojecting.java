package id.sop.casework;

import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import java.util.List;

/** Computes the due times of a case anew, by the calendar as it is known now. */
final class Reprojecting {
  private Reprojecting() {}

  static Decision decide(Deliberation on, Command.Reproject command) {
    on.notInTheFuture(on.occurredAt);
    Actor actor = command.actor();
    // The application computes; it holds no role that anybody could have given it.
    if (!actor.equals(Actor.SISTEM)) {
      on.performer(
          actor,
          on.sop.pelaksana().containsKey(actor.role()),
          on.state.openRows().get(0).step(),
          on.sop.pelaksana().keySet());
    }
    RowDues dues = new RowDues(on);
    List<CaseEvent> moves =
        on.state.openRows().stream()
            .flatMap(row -> dues.byCalendar(row, actor).stream())
            .map(moved -> (CaseEvent) moved)
            .toList();
    if (moves.isEmpty()) {
      on.refusals.add(CaseworkCode.DUE_UNCHANGED, command.caseId().value());
    }
    return on.refusals.unless(() -> moves);
  }
}
