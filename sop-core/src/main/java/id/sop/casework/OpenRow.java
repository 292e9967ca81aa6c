package id.sop.casework;

import com.google.common.collect.ImmutableList;
import id.sop.authority.Act;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.routing.RouteReason;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
 * @param claim who took it upon himself; empty while nobody has
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
    List<CaseEvent.Participated> participations,
    Optional<CaseEvent.Claimed> claim) {
  public OpenRow {
    by = List.copyOf(by);
    schedules = List.copyOf(schedules);
    participations = List.copyOf(participations);
  }

  /** A row that nobody has claimed. */
  public OpenRow(
      StepId step,
      int visit,
      List<PelaksanaCode> by,
      Waktu waktu,
      Instant openedAt,
      Optional<Instant> dueAt,
      RouteReason why,
      List<CaseEvent.ScheduleRecorded> schedules,
      List<CaseEvent.Participated> participations) {
    this(step, visit, by, waktu, openedAt, dueAt, why, schedules, participations, Optional.empty());
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
        participations,
        claim);
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
            .build(),
        claim);
  }

  /** The same, claimed by somebody or by nobody. */
  OpenRow claimed(Optional<CaseEvent.Claimed> by) {
    return new OpenRow(
        step, visit, this.by, waktu, openedAt, dueAt, why, schedules, participations, by);
  }

  /** The same, to be done by others. */
  OpenRow by(List<PelaksanaCode> others) {
    return new OpenRow(
        step, visit, others, waktu, openedAt, dueAt, why, schedules, participations, claim);
  }

  /** What was done in this visit, in order. */
  List<Act> acts(ZoneId zone) {
    List<Act> acts = new ArrayList<>();
    for (CaseEvent.Participated each : participations) {
      Optional<PelaksanaCode> sentBackTo =
          each.kembali().isPresent()
              ? Optional.of(each.kembali().get().kepada())
              : Optional.empty();
      acts.add(act(each.actor(), each.occurredAt(), sentBackTo, zone));
    }
    return List.copyOf(acts);
  }

  static Act act(Actor actor, Instant at, Optional<PelaksanaCode> sentBackTo, ZoneId zone) {
    return new Act(actor.id(), actor.role(), LocalDate.ofInstant(at, zone), sentBackTo);
  }
}
