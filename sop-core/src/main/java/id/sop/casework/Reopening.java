package id.sop.casework;

import id.sop.casework.CompliancePolicy.Check;
import id.sop.definition.Step;
import id.sop.journal.CaseEvent;
import id.sop.routing.Target;
import java.util.List;
import java.util.Optional;

/** Decides whether a case that has ended, or was stopped, runs again. */
final class Reopening {
  private Reopening() {}

  static Decision decide(Deliberation on, Command.Reopen command) {
    return on.knownRow(command.step())
        .map(step -> decide(on, command, step))
        .orElseGet(on.refusals::refuse);
  }

  private static Decision decide(Deliberation on, Command.Reopen command, Step step) {
    if (on.state.running()) {
      on.refusals.add(
          CaseworkCode.CASE_RUNS,
          command.caseId().value(),
          Deliberation.list(on.state.open().keySet()));
      return on.refusals.refuse();
    }
    on.notInTheFuture(on.occurredAt);
    on.state
        .endedAt()
        .ifPresent(at -> on.notBefore(on.occurredAt, at, "akhir berkas " + command.caseId()));
    on.reason(command.alasan());
    Bending.allowed(on, Check.PEMBUKAAN_KEMBALI, "pembukaan kembali");
    Bending.authorised(on, command.actor());
    Bending.ground(on, Optional.of(command.dasar()));
    Optional<Target> target = Bending.target(on, step);
    return on.refusals.unless(
        () ->
            List.of(
                new CaseEvent.Reopened(
                    step.id(),
                    on.recorded(command.actor()),
                    command.alasan(),
                    command.dasar(),
                    on.occurredAt),
                Move.opened(
                    on,
                    Landmarks.of(on.sop, on.state),
                    target.orElseThrow(),
                    Bending.why(
                        on, "dibuka kembali", step, Optional.of(command.dasar()), command.alasan()),
                    on.occurredAt)));
  }
}
