package id.sop.casework;

import id.sop.authority.RowRoles;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.definition.PelaksanaCode;
import id.sop.journal.CaseEvent;
import id.sop.worktime.Waktu;
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
    if (!(row.waktu() instanceof Waktu.SesuaiJadwal)) {
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
                    command.actor(),
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
    PelaksanaCode role = command.actor().role();
    RowRoles roles = new RowRoles(on.sop, on.step(row), row.by());
    CompliancePolicy policy = on.circumstances.policy();
    if (policy.enforces(Check.PELAKSANA) && !roles.mayParticipate(role)) {
      on.refusals.add(
          CaseworkCode.PARTICIPATION_NOT_EXPECTED,
          role.value(),
          row.step().value(),
          Deliberation.list(roles.participating()));
    }
    on.appointed(command.actor());
    List<PelaksanaCode> waitingFor = roles.unsignedBefore(role, row.participants());
    if (policy.enforces(Check.URUTAN_PARAF) && !waitingFor.isEmpty()) {
      on.refusals.add(
          CaseworkCode.SIGNATURE_OUT_OF_ORDER,
          role.value(),
          row.step().value(),
          Deliberation.list(waitingFor));
    }
    return on.refusals.unless(
        () ->
            List.of(
                new CaseEvent.Participated(
                    row.step(), row.visit(), command.actor(), command.evidence(), on.occurredAt)));
  }

  private static void during(Deliberation on, OpenRow row) {
    on.notInTheFuture(on.occurredAt);
    on.notBefore(on.occurredAt, row.openedAt(), "baris " + row.step());
  }
}
