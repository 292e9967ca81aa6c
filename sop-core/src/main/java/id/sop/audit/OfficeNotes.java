package id.sop.audit;

import id.sop.journal.CaseEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What an office did about one visit of a row beside doing it, and when that was recorded. */
final class OfficeNotes {
  private OfficeNotes() {}

  static List<Finding> of(Visit visit, ZoneId zone, TimeJudge time) {
    List<Finding> notes = new ArrayList<>();
    visit.recalled.forEach(
        taken ->
            notes.add(
                Finding.of(
                    AuditCode.RECALLED,
                    List.of(taken.getKey().seq(), taken.getValue().seq()),
                    visit.step.value(),
                    Long.toString(taken.getKey().seq()),
                    taken.getValue().event().alasan())));
    visit.transfers.forEach(
        t ->
            notes.add(
                Finding.of(
                    AuditCode.TRANSFERRED,
                    List.of(t.seq()),
                    visit.step.value(),
                    t.event().actor().role().value(),
                    t.event().kepada().role().value(),
                    t.event().alasan())));
    visit.completed.ifPresent(done -> recorded(visit, done, zone, time, notes));
    return notes;
  }

  private static void recorded(
      Visit visit,
      Visit.Noted<CaseEvent.RowCompleted> done,
      ZoneId zone,
      TimeJudge time,
      List<Finding> notes) {
    LocalDate day = LocalDate.ofInstant(done.event().occurredAt(), zone);
    LocalDate recorded = LocalDate.ofInstant(done.entry().recordedAt(), zone);
    if (day.isBefore(recorded)) {
      notes.add(
          Finding.of(
              AuditCode.RECORDED_AFTERWARDS,
              List.of(done.seq()),
              visit.step.value(),
              day.toString(),
              recorded.toString()));
    }
    visit.overtook.ifPresent(
        other ->
            notes.add(
                Finding.of(
                    AuditCode.RECORDED_OUT_OF_ORDER,
                    List.of(done.seq()),
                    visit.step.value(),
                    time.moment(done.event().occurredAt()),
                    other.step.value(),
                    time.moment(other.completed.map(c -> c.event().occurredAt()).orElseThrow()))));
  }
}
