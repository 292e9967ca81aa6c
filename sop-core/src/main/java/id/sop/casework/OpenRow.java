package id.sop.casework;

import com.google.common.collect.ImmutableList;
import id.sop.authority.Act;
import id.sop.definition.Eskalasi;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.routing.RouteReason;
import id.sop.worktime.DueDates;
import id.sop.worktime.Term;
import id.sop.worktime.UnitClock;
import id.sop.worktime.Waktu;
import java.time.Instant;
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
 *     empty when not assessable, and while a clock stands that stopped before it
 * @param why the rule that opened it
 * @param schedules the schedules recorded for this visit, oldest first; the last one holds
 * @param participations who took part in or signed this visit, in order
 * @param eskalasi who is told when it is late, by the rule that opened it; empty leaves it to the
 *     SOP
 * @param countedFrom when the first of the rows was opened that share its time; empty when its time
 *     is counted from its own opening
 * @param clock when its clock stood still, how its time was extended, and how its due time moved
 * @param claim who took it upon himself; empty while nobody has
 * @param child the case of another SOP that was begun for it last; empty when none was
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
    List<Eskalasi> eskalasi,
    Optional<Instant> countedFrom,
    RowClock clock,
    Optional<CaseEvent.Claimed> claim,
    Optional<Child> child) {
  public OpenRow {
    by = List.copyOf(by);
    eskalasi = List.copyOf(eskalasi);
    schedules = List.copyOf(schedules);
    participations = List.copyOf(participations);
  }

  /** A row as it is when it is opened: with its own time, and a clock that runs. */
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
        List.of(),
        Optional.empty(),
        RowClock.of(by, List.of()),
        Optional.empty(),
        Optional.empty());
  }

  /** The time by which it is counted: that of the unit of the performer named first. */
  public UnitClock time(Sop sop, DueDates calendar) {
    return sop.clock(clock.pemilik(), calendar);
  }

  /** Whether its clock stands still: nobody can be late with it. */
  public boolean suspended() {
    return clock.stands();
  }

  /** Whether this is that visit. */
  boolean isVisit(CaseEvent.RowVisit row) {
    return step.equals(row.step()) && visit == row.visit();
  }

  /** Whether anybody has done something about it since it was opened. */
  boolean isUntouched() {
    return schedules.isEmpty()
        && participations.isEmpty()
        && claim.isEmpty()
        && child.isEmpty()
        && clock.perpanjangan().isEmpty()
        && clock.stops().stream().allMatch(Stop::ofCase);
  }

  /** Since when its time is counted, unless that refers to something else. */
  Instant since() {
    return countedFrom.orElse(openedAt);
  }

  /** What was allowed, from when, when the clock stood still, and what was added. */
  public Term term() {
    if (clock.stops().isEmpty() && clock.perpanjangan().isEmpty()) {
      return Term.of(since(), waktu);
    }
    return new Term(
        since(),
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
    return copy(by, dueAt, schedules, participations, other, claim);
  }

  /** The same, due when {@code event} says. */
  OpenRow moved(CaseEvent.DueMoved event) {
    return copy(by, event.to(), schedules, participations, clock.moved(event), claim);
  }

  /** The same, due at another moment. */
  OpenRow due(Optional<Instant> moment) {
    return copy(by, moment, schedules, participations, clock, claim);
  }

  /** The same with one more schedule; the end of its window is when the row is due. */
  OpenRow scheduled(CaseEvent.ScheduleRecorded schedule) {
    return copy(
        by,
        Optional.of(schedule.to()).filter(to -> !clock.standsBefore(to)),
        plus(schedules, schedule),
        participations,
        clock,
        claim);
  }

  /** The same with one more participation. */
  OpenRow participated(CaseEvent.Participated participation) {
    return copy(by, dueAt, schedules, plus(participations, participation), clock, claim);
  }

  /** The same, claimed by somebody or by nobody. */
  OpenRow claimed(Optional<CaseEvent.Claimed> claimant) {
    return copy(by, dueAt, schedules, participations, clock, claimant);
  }

  /** The same, with the case that was begun for it. */
  OpenRow child(Child other) {
    return new OpenRow(
        step,
        visit,
        by,
        waktu,
        openedAt,
        dueAt,
        why,
        schedules,
        participations,
        eskalasi,
        countedFrom,
        clock,
        claim,
        Optional.of(other));
  }

  /** The same, to be done by others. */
  OpenRow by(List<PelaksanaCode> others) {
    return copy(others, dueAt, schedules, participations, clock, claim);
  }

  /** The same as another version of the SOP has it. */
  OpenRow migrated(CaseEvent.Migrated.Open as) {
    return new OpenRow(
        as.step(),
        visit,
        as.by(),
        as.waktu(),
        openedAt,
        as.dueAt(),
        why,
        schedules,
        participations,
        eskalasi,
        as.countedFrom(),
        as.by().equals(by) ? clock : clock.of(as.by()),
        claim,
        child);
  }

  private static <T> List<T> plus(List<T> all, T one) {
    return ImmutableList.<T>builder().addAll(all).add(one).build();
  }

  private OpenRow copy(
      List<PelaksanaCode> performers,
      Optional<Instant> due,
      List<CaseEvent.ScheduleRecorded> planned,
      List<CaseEvent.Participated> taken,
      RowClock time,
      Optional<CaseEvent.Claimed> claimant) {
    return new OpenRow(
        step,
        visit,
        performers,
        waktu,
        openedAt,
        due,
        why,
        planned,
        taken,
        eskalasi,
        countedFrom,
        time,
        claimant,
        child);
  }

  /** What was done in this visit, in order. */
  List<Act> acts(Sop sop) {
    List<Act> acts = new ArrayList<>();
    for (CaseEvent.Participated each : participations) {
      Optional<PelaksanaCode> sentBackTo =
          each.kembali().isPresent()
              ? Optional.of(each.kembali().get().kepada())
              : Optional.empty();
      acts.add(act(each.actor(), each.occurredAt(), sentBackTo, sop));
    }
    return List.copyOf(acts);
  }

  static Act act(Actor actor, Instant at, Optional<PelaksanaCode> sentBackTo, Sop sop) {
    return Act.of(actor.id(), actor.role(), at, sentBackTo, sop);
  }
}
