package id.sop.casework;

import id.sop.authority.RowRoles;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether an open row is handed to another person: by whoever has it in hand or, as long as
 * nobody has, by one who may do it; else by a superior. The other must be one who may do the row.
 */
final class Transferring {
  private Transferring() {}

  static Decision decide(Deliberation on, Command.Transfer command) {
    return on.openRow(command.step())
        .map(row -> decide(on, command, row))
        .orElseGet(on.refusals::refuse);
  }

  private static Decision decide(Deliberation on, Command.Transfer command, OpenRow row) {
    RowRoles roles = on.roles(row);
    Actor to = command.kepada();
    on.notInTheFuture(on.occurredAt);
    on.notBefore(on.occurredAt, row.openedAt(), "baris " + row.step());
    on.reason(command.alasan());
    Optional<Actor> holder = row.claim().map(CaseEvent.Claimed::actor);
    boolean own = holder.isEmpty() && roles.mayComplete(command.actor().role());
    if (own || holder.filter(h -> h.id().equals(command.actor().id())).isPresent()) {
      on.appointed(command.actor());
    } else {
      Claiming.superior(
          on,
          command.actor(),
          row.step(),
          holder.map(Actor::role).orElse(roles.completing().get(0)));
    }
    if (holder.filter(h -> h.id().equals(to.id())).isPresent()) {
      on.refusals.add(CaseworkCode.TRANSFERRED_TO_HOLDER, row.step().value());
    }
    receiver(on, to, row, roles);
    return on.refusals.unless(
        () ->
            List.of(
                new CaseEvent.Transferred(
                    row.step(),
                    row.visit(),
                    on.recorded(command.actor()),
                    new Acting(on.circumstances.authority(), on.occurredAt).recorded(to),
                    command.alasan(),
                    on.occurredAt)));
  }

  private static void receiver(Deliberation on, Actor to, OpenRow row, RowRoles roles) {
    if (on.enforces(Check.PELAKSANA)) {
      if (!roles.mayComplete(to.role())) {
        on.refusals.add(
            CaseworkCode.WRONG_PERFORMER,
            to.role().value(),
            row.step().value(),
            Deliberation.list(roles.completing()));
      }
      if (!new Acting(on.circumstances.authority(), on.occurredAt).ground(to).allows()) {
        on.refusals.add(CaseworkCode.NOT_APPOINTED, to.role().value(), on.moment(on.occurredAt));
      }
    }
    on.apart(to, row.step());
  }
}
