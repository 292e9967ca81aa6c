package id.sop.casework;

import id.sop.authority.RowRoles;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.definition.Step;
import id.sop.journal.CaseEvent;
import java.util.List;
import java.util.Optional;

/** Decides whether a recipient may say that he has what came out of a row. */
final class Acknowledging {
  private Acknowledging() {}

  static Decision decide(Deliberation on, Command.Acknowledge command) {
    Optional<Step> step = on.knownRow(command.step());
    if (step.isEmpty()) {
      return on.refusals.refuse();
    }
    Optional<Completion> last =
        on.state.completions().stream()
            .filter(
                c -> on.state.now(c.event().step(), c.seq()).equals(Optional.of(command.step())))
            .reduce((first, second) -> second);
    if (last.isEmpty()) {
      on.refusals.add(CaseworkCode.NOTHING_TO_ACKNOWLEDGE, command.step().value());
      return on.refusals.refuse();
    }
    return decide(on, command, step.get(), last.get());
  }

  private static Decision decide(
      Deliberation on, Command.Acknowledge command, Step step, Completion last) {
    RowRoles roles = on.roles(step, last.row());
    on.notInTheFuture(on.occurredAt);
    on.notBefore(on.occurredAt, last.row().openedAt(), "baris " + command.step());
    if (on.enforces(Check.PELAKSANA) && !roles.mayReceive(command.actor().role())) {
      on.refusals.add(
          CaseworkCode.NOT_A_RECIPIENT,
          command.actor().role().value(),
          command.step().value(),
          Deliberation.list(step.penerima()));
    }
    on.appointed(command.actor());
    return on.refusals.unless(
        () ->
            List.of(
                new CaseEvent.Acknowledged(
                    command.step(),
                    last.event().visit(),
                    on.recorded(command.actor()),
                    on.occurredAt)));
  }
}
