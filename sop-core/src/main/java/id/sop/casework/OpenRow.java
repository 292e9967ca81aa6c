package id.sop.casework;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.routing.RouteReason;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row whose turn it is.
 *
 * @param step the row
 * @param visit which time, from 1
 * @param by who is to do it
 * @param waktu the time allowed
 * @param openedAt since when
 * @param dueAt the last moment that is not late; with a recorded schedule, the end of its window;
 *     empty when not assessable
 * @param why the rule that opened it
 * @param schedules the schedules recorded for this visit, oldest first; the last one holds
 * @param participations who took part in or signed this visit, in order
 */
public record OpenRow(
    StepId step,
    int visit,
    List<PelaksanaCode> by,
    Waktu waktu,
    Instant openedAt,
    Optional<Instant> dueAt,
    RouteReason why,
    List<CaseEvent.ScheduleRecorded> schedules,
    List<CaseEvent.Participated> participations) {
  public OpenRow {
    by = List.copyOf(by);
    schedules = List.copyOf(schedules);
    participations = List.copyOf(participations);
  }
}
