package id.sop.casework;

import id.sop.authority.RowRoles;
import id.sop.definition.Sifat;
import id.sop.definition.Step;
import id.sop.journal.CaseEvent;
import id.sop.routing.Target;
import java.util.List;

/** Decides whether a row arises: one that the document lets open by what happens. */
final class Raising {
  private Raising() {}

  static Decision decide(Deliberation on, Command.Raise command) {
    return on.knownRow(command.step())
        .map(step -> decide(on, command, step))
        .orElseGet(on.refusals::refuse);
  }

  private static Decision decide(Deliberation on, Command.Raise command, Step step) {
    on.notInTheFuture(on.occurredAt);
    on.state
        .startedAt()
        .ifPresent(start -> on.notBefore(on.occurredAt, start, "berkas " + command.caseId()));
    RowRoles roles = new RowRoles(on.sop, step, step.pelaksana().roles());
    on.performer(command.actor(), roles.mayAct(command.actor().role()), step.id(), roles.acting());
    on.reason(command.alasan());
    on.mustBe(step, Sifat.SEWAKTU_WAKTU, CaseworkCode.NOT_RAISABLE);
    if (step.is(Sifat.SEWAKTU_WAKTU)) {
      now(on, step);
    }
    return on.refusals.unless(() -> events(on, command, step));
  }

  private static void now(Deliberation on, Step step) {
    if (on.state.open().containsKey(step.id())) {
      on.refusals.add(CaseworkCode.ALREADY_OPEN, step.id().value());
    } else if (!step.canArise(on.state.open().keySet())) {
      on.refusals.add(
          CaseworkCode.CANNOT_ARISE_NOW,
          step.id().value(),
          Deliberation.list(step.selama()),
          Deliberation.list(on.state.open().keySet()));
    }
  }

  private static List<CaseEvent> events(Deliberation on, Command.Raise command, Step step) {
    Target target = new Target(step.id(), step.pelaksana().roles(), step.mutuBaku().waktu());
    return List.of(
        new CaseEvent.RowArose(
            step.id(), on.recorded(command.actor()), command.alasan(), on.occurredAt),
        Move.opened(
            on,
            Landmarks.of(on.sop, on.state),
            target,
            on.document(step, Sifat.SEWAKTU_WAKTU),
            on.occurredAt));
  }
}
