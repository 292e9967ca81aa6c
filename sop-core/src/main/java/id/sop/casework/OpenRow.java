package id.sop.casework;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.routing.RouteReason;
import id.sop.worktime.Term;
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
 *     empty when not assessable, and while a clock stands that stopped before it
 * @param why the rule that opened it
 * @param schedules the schedules recorded for this visit, oldest first; the last one holds
 * @param participations who took part in or signed this visit, in order
 * @param clock when its clock stood still, how its time was extended, and how its due time moved
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
    RowClock clock) {
  public OpenRow {
    by = List.copyOf(by);
    schedules = List.copyOf(schedules);
    participations = List.copyOf(participations);
  }

  /** A row as it is when it is opened, with a clock that runs. */
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
    this(
        step,
        visit,
        by,
        waktu,
        openedAt,
        dueAt,
        why,
        schedules,
        participations,
        RowClock.of(List.of()));
  }

  /** Whether its clock stands still: nobody can be late with it. */
  public boolean suspended() {
    return clock.stands();
  }

  /** What was allowed, from when, when the clock stood still, and what was added. */
  public Term term() {
    return new Term(
        openedAt,
        waktu,
        clock.stops().stream().map(Stop::clockStop).toList(),
        clock.perpanjangan().map(CaseEvent.Extended::waktu));
  }

  /** The end of the window that was scheduled; empty without one, or while the clock stands. */
  Optional<Instant> scheduledDue() {
    return schedules.isEmpty()
        ? Optional.empty()
        : Optional.of(schedules.get(schedules.size() - 1).to())
            .filter(to -> !clock.standsBefore(to));
  }

  /** The same with another clock. */
  OpenRow with(RowClock other) {
    return new OpenRow(
        step, visit, by, waktu, openedAt, dueAt, why, schedules, participations, other);
  }

  /** The same, due when {@code event} says. */
  OpenRow moved(CaseEvent.DueMoved event) {
    return new OpenRow(
        step,
        visit,
        by,
        waktu,
        openedAt,
        event.to(),
        why,
        schedules,
        participations,
        clock.moved(event));
  }

  /** The same with one more schedule; the end of its window is when the row is due. */
  OpenRow scheduled(CaseEvent.ScheduleRecorded schedule) {
    return new OpenRow(
        step,
        visit,
        by,
        waktu,
        openedAt,
        Optional.of(schedule.to()).filter(to -> !clock.standsBefore(to)),
        why,
        ImmutableList.<CaseEvent.ScheduleRecorded>builder().addAll(schedules).add(schedule).build(),
        participations,
        clock);
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
        clock);
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
