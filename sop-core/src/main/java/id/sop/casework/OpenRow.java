package id.sop.casework;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.routing.RouteReason;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** The same with one more schedule; the end of its window is when the row is due. */
  OpenRow scheduled(CaseEvent.ScheduleRecorded schedule) {
    return new OpenRow(
        step,
        visit,
        by,
        waktu,
        openedAt,
        Optional.of(schedule.to()),
        why,
        ImmutableList.<CaseEvent.ScheduleRecorded>builder().addAll(schedules).add(schedule).build(),
        participations);
  }

  /** The same with one more participation. */
  OpenRow participated(CaseEvent.Participated participation) {
    return new OpenRow(
        step,
        visit,
        by,
        waktu,
        openedAt,
        dueAt,
        why,
        schedules,
        ImmutableList.<CaseEvent.Participated>builder()
            .addAll(participations)
            .add(participation)
            .build());
  }

  /** The roles that took part in or signed this visit. */
  Set<PelaksanaCode> participants() {
    ImmutableSet.Builder<PelaksanaCode> participants = ImmutableSet.builder();
    for (CaseEvent.Participated participation : participations) {
      participants.add(participation.actor().role());
    }
    return participants.build();
  }
}
