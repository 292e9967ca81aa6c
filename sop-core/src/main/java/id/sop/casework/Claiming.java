package id.sop.casework;

import id.sop.authority.RowRoles;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.internal.Unicode;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides who has an open row in hand. */
final class Claiming {
  private Claiming() {}

  static Decision claim(Deliberation on, Command.Claim command) {
    return on.openRow(command.step())
        .map(row -> claim(on, command, row))
        .orElseGet(on.refusals::refuse);
  }

  private static Decision claim(Deliberation on, Command.Claim command, OpenRow row) {
    RowRoles roles = on.roles(row);
    during(on, row);
    on.performer(
        command.actor(), roles.mayComplete(command.actor().role()), row.step(), roles.completing());
    on.covered(command.actor(), on.step(row), Optional.empty());
    on.apart(command.actor(), row.step());
    // Two claims at a time would be none, whatever the policy.
    row.claim().ifPresent(claim -> refuse(on, claim));
    return on.refusals.unless(
        () ->
            List.of(
                new CaseEvent.Claimed(
                    row.step(), row.visit(), on.recorded(command.actor()), on.occurredAt)));
  }

  /** That {@code row}, if anybody has claimed it, is claimed by {@code person}. */
  static void heldBy(Deliberation on, OpenRow row, String person) {
    if (on.enforces(Check.KLAIM)
        && row.claim().isPresent()
        && !row.claim().get().actor().id().equals(person)) {
      refuse(on, row.claim().get());
    }
  }

  private static void refuse(Deliberation on, CaseEvent.Claimed claim) {
    on.refusals.add(
        CaseworkCode.CLAIMED_BY_ANOTHER,
        claim.step().value(),
        claim.actor().role().value(),
        on.moment(claim.occurredAt()));
  }

  static Decision release(Deliberation on, Command.Release command) {
    return on.openRow(command.step())
        .map(row -> release(on, command, row))
        .orElseGet(on.refusals::refuse);
  }

  private static Decision release(Deliberation on, Command.Release command, OpenRow row) {
    during(on, row);
    if (row.claim().isEmpty()) {
      on.refusals.add(CaseworkCode.NOT_CLAIMED, row.step().value());
      return on.refusals.refuse();
    }
    CaseEvent.Claimed claim = row.claim().get();
    on.notBefore(on.occurredAt, claim.occurredAt(), "penanganan baris " + row.step());
    Optional<String> alasan = command.alasan().filter(a -> !Unicode.isBlank(a));
    if (!claim.actor().id().equals(command.actor().id())) {
      superior(on, command.actor(), command.step(), claim.actor().role());
      if (alasan.isEmpty()) {
        on.refusals.add(CaseworkCode.REASON_BLANK);
      }
    }
    return on.refusals.unless(
        () ->
            List.of(
                new CaseEvent.Released(
                    row.step(), row.visit(), on.recorded(command.actor()), alasan, on.occurredAt)));
  }

  /** That {@code actor} is one who, as a superior of {@code claimant}, may decide who does it. */
  static void superior(Deliberation on, Actor actor, StepId step, PelaksanaCode claimant) {
    Set<PelaksanaCode> named = on.circumstances.policy().releasing();
    Set<PelaksanaCode> allowed =
        named.isEmpty()
            ? on.sop.pelaksana().keySet().stream()
                .filter(role -> !role.equals(claimant))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new))
            : named;
    if (!allowed.contains(actor.role())) {
      on.refusals.add(
          CaseworkCode.MAY_NOT_RELEASE,
          actor.role().value(),
          step.value(),
          Deliberation.list(allowed));
    }
    on.appointed(actor);
  }

  private static void during(Deliberation on, OpenRow row) {
    on.notInTheFuture(on.occurredAt);
    on.notBefore(on.occurredAt, row.openedAt(), "baris " + row.step());
  }
}
