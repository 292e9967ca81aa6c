package id.sop.casework;

import id.sop.authority.Act;
import id.sop.authority.RowRoles;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.StepId;
import id.sop.internal.Unicode;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import java.util.List;
import java.util.Optional;

/**
 * Decides who else, or who no longer, signs an open row or does it together with the others. Who
 * completes the row stays: the rules were explored with him.
 */
final class Signers {
  private final Deliberation on;
  private final OpenRow row;
  private final RowRoles roles;
  private final List<Act> standing;

  private Signers(Deliberation on, OpenRow row) {
    this.on = on;
    this.row = row;
    this.roles = on.roles(row);
    this.standing = roles.standing(on.acts(row));
  }

  static Decision add(Deliberation on, Command.AddSigner command) {
    return on.openRow(command.step())
        .map(row -> new Signers(on, row).add(command))
        .orElseGet(on.refusals::refuse);
  }

  static Decision remove(Deliberation on, Command.RemoveSigner command) {
    return on.openRow(command.step())
        .map(row -> new Signers(on, row).remove(command))
        .orElseGet(on.refusals::refuse);
  }

  private Decision add(Command.AddSigner command) {
    if (!changeable(command.actor(), command.alasan(), command.dasar())) {
      return on.refusals.refuse();
    }
    PelaksanaCode signer = command.signer();
    if (!on.sop.pelaksana().containsKey(signer)) {
      on.refusals.add(
          CaseworkCode.SIGNER_UNKNOWN,
          signer.value(),
          Deliberation.nearest(
              signer.value(),
              on.sop.pelaksana().keySet().stream().map(PelaksanaCode::value).toList()));
    } else if (row.by().contains(signer)) {
      on.refusals.add(
          CaseworkCode.SIGNER_ALREADY,
          signer.value(),
          row.step().value(),
          Deliberation.list(row.by()));
    }
    List<PelaksanaCode> places = places();
    if (command.sebelum().filter(place -> !places.contains(place)).isPresent()) {
      on.refusals.add(
          CaseworkCode.SIGNER_POSITION,
          command.sebelum().get().value(),
          row.step().value(),
          Deliberation.list(places));
    }
    return on.refusals.unless(
        () ->
            List.of(
                new CaseEvent.SignerAdded(
                    row.step(),
                    row.visit(),
                    on.recorded(command.actor()),
                    signer,
                    command.sebelum().or(this::last),
                    command.alasan(),
                    command.dasar(),
                    on.occurredAt)));
  }

  /** Before whom one more can sign: whoever has signed, did so after those who came before. */
  private List<PelaksanaCode> places() {
    return inOrder() ? roles.without(row.by(), standing) : List.of();
  }

  private Optional<PelaksanaCode> last() {
    return inOrder() ? Optional.of(row.by().get(row.by().size() - 1)) : Optional.empty();
  }

  private Decision remove(Command.RemoveSigner command) {
    if (!changeable(command.actor(), command.alasan(), command.dasar())) {
      return on.refusals.refuse();
    }
    List<PelaksanaCode> removable = removable();
    if (!removable.contains(command.signer())) {
      on.refusals.add(
          CaseworkCode.SIGNER_NOT_REMOVABLE,
          command.signer().value(),
          row.step().value(),
          Deliberation.list(removable));
    }
    return on.refusals.unless(
        () ->
            List.of(
                new CaseEvent.SignerRemoved(
                    row.step(),
                    row.visit(),
                    on.recorded(command.actor()),
                    command.signer(),
                    command.alasan(),
                    command.dasar(),
                    on.occurredAt)));
  }

  /** Who has not acted and does not complete the row, while those who stay make a quorum. */
  private List<PelaksanaCode> removable() {
    boolean quorate =
        on.step(row).pelaksana().kuorum().stream().allMatch(kuorum -> row.by().size() > kuorum);
    return quorate ? roles.without(roles.preparing(), standing) : List.of();
  }

  private boolean changeable(Actor actor, String alasan, String dasar) {
    on.notInTheFuture(on.occurredAt);
    on.notBefore(on.occurredAt, row.openedAt(), "baris " + row.step());
    if (!inOrder() && on.step(row).pelaksana().mode() != Mode.BERSAMA) {
      StepId step = row.step();
      on.refusals.add(CaseworkCode.SIGNERS_NOT_CHANGEABLE, step.value());
      return false;
    }
    on.performer(actor, roles.mayComplete(actor.role()), row.step(), roles.completing());
    on.covered(actor, on.step(row), Optional.empty());
    if (Unicode.isBlank(alasan)) {
      on.refusals.add(CaseworkCode.REASON_BLANK);
    }
    if (Unicode.isBlank(dasar)) {
      on.refusals.add(CaseworkCode.GROUND_BLANK);
    }
    return true;
  }

  private boolean inOrder() {
    return on.step(row).pelaksana().mode() == Mode.BERJENJANG;
  }
}
