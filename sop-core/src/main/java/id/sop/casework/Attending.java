package id.sop.casework;

import id.sop.authority.Act;
import id.sop.authority.RowRoles;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.definition.PelaksanaCode;
import id.sop.internal.Unicode;
import id.sop.journal.CaseEvent;
import java.util.List;
import java.util.Optional;

/** Decides about what is recorded of a row while it is open: its schedule, and who took part. */
final class Attending {
  private Attending() {}

  static Decision schedule(Deliberation on, Command.RecordSchedule command) {
    Optional<OpenRow> row = on.openRow(command.step());
    return row.isPresent() ? schedule(on, command, row.get()) : on.refusals.refuse();
  }

  private static Decision schedule(Deliberation on, Command.RecordSchedule command, OpenRow row) {
    during(on, row);
    // A schedule may be set by anybody in the SOP: by a council for its secretariat, for example.
    on.performer(
        command.actor(),
        on.sop.pelaksana().containsKey(command.actor().role()),
        row.step(),
        on.sop.pelaksana().keySet());
    if (!row.waktu().dapatDijadwalkan()) {
      on.refusals.add(CaseworkCode.SCHEDULE_NOT_EXPECTED, row.step().value(), row.waktu().teks());
    }
    if (command.to().isBefore(command.from())) {
      on.refusals.add(
          CaseworkCode.SCHEDULE_WINDOW_WRONG,
          row.step().value(),
          on.moment(command.from()),
          on.moment(command.to()));
    }
    return on.refusals.unless(
        () ->
            List.of(
                new CaseEvent.ScheduleRecorded(
                    row.step(),
                    row.visit(),
                    on.recorded(command.actor()),
                    command.document(),
                    command.from(),
                    command.to(),
                    on.occurredAt)));
  }

  static Decision participate(Deliberation on, Command.Participate command) {
    Optional<OpenRow> row = on.openRow(command.step());
    return row.isPresent() ? participate(on, command, row.get()) : on.refusals.refuse();
  }

  private static Decision participate(Deliberation on, Command.Participate command, OpenRow row) {
    during(on, row);
    RowRoles roles = on.roles(row);
    Optional<PelaksanaCode> below = roles.returnsTo(on.acts(row));
    if (command.kembali().isPresent()) {
      sendBack(on, command, row, roles);
    } else {
      takePart(on, command, row, roles);
    }
    on.appointed(command.actor());
    on.covered(command.actor(), on.step(row), Optional.empty());
    if (roles.mayAct(command.actor().role())) {
      on.apart(command.actor(), row.step());
    }
    return on.refusals.unless(
        () ->
            List.of(
                new CaseEvent.Participated(
                    row.step(),
                    row.visit(),
                    on.recorded(command.actor()),
                    command.evidence(),
                    command.kembali().map(why -> back(below.orElseThrow(), why)),
                    on.occurredAt)));
  }

  private static CaseEvent.Participated.Kembali back(PelaksanaCode below, String why) {
    return new CaseEvent.Participated.Kembali(below, why);
  }

  private static void takePart(
      Deliberation on, Command.Participate command, OpenRow row, RowRoles roles) {
    PelaksanaCode role = command.actor().role();
    if (on.enforces(Check.PELAKSANA) && !roles.mayParticipate(role)) {
      on.refusals.add(
          CaseworkCode.PARTICIPATION_NOT_EXPECTED,
          role.value(),
          row.step().value(),
          Deliberation.list(roles.participating()));
    }
    List<PelaksanaCode> waitingFor = roles.unsignedBefore(role, on.acts(row));
    if (on.enforces(Check.URUTAN_PARAF) && !waitingFor.isEmpty()) {
      on.refusals.add(
          CaseworkCode.SIGNATURE_OUT_OF_ORDER,
          role.value(),
          row.step().value(),
          Deliberation.list(waitingFor));
    }
  }

  /** Only the one whose turn it is can send a signing back, and only if somebody signed before. */
  private static void sendBack(
      Deliberation on, Command.Participate command, OpenRow row, RowRoles roles) {
    List<Act> acts = on.acts(row);
    List<PelaksanaCode> turn =
        roles.returnsTo(acts).isPresent() ? roles.turnToSign(acts).stream().toList() : List.of();
    boolean his = roles.mayActAs(command.actor().role(), turn);
    if (turn.isEmpty() || (on.enforces(Check.URUTAN_PARAF) && !his)) {
      on.refusals.add(
          CaseworkCode.RETURN_NOT_POSSIBLE,
          command.actor().role().value(),
          row.step().value(),
          Deliberation.list(turn));
    }
    if (command.kembali().filter(a -> !Unicode.isBlank(a)).isEmpty()) {
      on.refusals.add(CaseworkCode.REASON_BLANK);
    }
  }

  private static void during(Deliberation on, OpenRow row) {
    on.notInTheFuture(on.occurredAt);
    on.notBefore(on.occurredAt, row.openedAt(), "baris " + row.step());
  }
}
