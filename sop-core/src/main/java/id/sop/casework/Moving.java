package id.sop.casework;

import id.sop.authority.RowRoles;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.definition.Step;
import id.sop.internal.Unicode;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseEvent.RowMoved.Cara;
import id.sop.routing.Target;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a file leaves an open row along no arrow. Back to a row that was done before, it
 * is sent by whoever has it; elsewhere, by one who may leave the arrows, and on a ground.
 */
final class Moving {
  private Moving() {}

  static Decision decide(Deliberation on, Command.Move command) {
    Optional<OpenRow> row = on.openRow(command.step());
    Optional<Step> to = on.knownRow(command.ke());
    return row.isPresent() && to.isPresent()
        ? decide(on, command, row.get(), to.get())
        : on.refusals.refuse();
  }

  private static Decision decide(Deliberation on, Command.Move command, OpenRow row, Step to) {
    on.notInTheFuture(on.occurredAt);
    on.notBefore(on.occurredAt, row.openedAt(), "baris " + row.step());
    on.reason(command.alasan());
    Calling.running(on, row);
    if (command.cara() == Cara.KEMBALI) {
      back(on, command, row, to);
    } else {
      Bending.allowed(on, Check.PEMINDAHAN, "pemindahan");
      Bending.authorised(on, command.actor());
      Bending.ground(on, command.dasar());
    }
    Completing.clockRuns(on, row);
    if (on.state.open().containsKey(to.id())) {
      on.refusals.add(CaseworkCode.ALREADY_OPEN, to.id().value());
    }
    Optional<Target> target = Bending.target(on, to);
    return on.refusals.unless(() -> events(on, command, row, to, target.orElseThrow()));
  }

  private static void back(Deliberation on, Command.Move command, OpenRow row, Step to) {
    RowRoles roles = on.roles(row);
    Bending.allowed(on, Check.PENGEMBALIAN, "pengembalian");
    on.performer(command.actor(), roles.mayAct(command.actor().role()), row.step(), roles.acting());
    Claiming.heldBy(on, row, command.actor().id());
    boolean doneBefore = on.state.ever().contains(to.id());
    if (!doneBefore || !on.sop.pointsBack(row.step(), to.id())) {
      on.refusals.add(
          CaseworkCode.NOT_BEFORE_THIS_ROW,
          to.id().value(),
          row.step().value(),
          Deliberation.list(
              on.state.ever().stream().filter(r -> on.sop.pointsBack(row.step(), r)).toList()));
    }
  }

  private static List<CaseEvent> events(
      Deliberation on, Command.Move command, OpenRow row, Step to, Target target) {
    Optional<String> dasar = command.dasar().filter(d -> !Unicode.isBlank(d));
    String act = command.cara() == Cara.KEMBALI ? "dikembalikan" : "dipindahkan";
    return List.of(
        new CaseEvent.RowMoved(
            row.step(),
            row.visit(),
            on.recorded(command.actor()),
            command.cara(),
            to.id(),
            command.alasan(),
            dasar,
            on.occurredAt),
        Move.opened(
            on,
            Landmarks.of(on.sop, on.state),
            target,
            Bending.why(on, act, to, dasar, command.alasan()),
            on.occurredAt));
  }
}
