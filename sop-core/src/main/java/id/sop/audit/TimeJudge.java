package id.sop.audit;

import id.sop.definition.Step;
import id.sop.internal.Moments;
import id.sop.journal.CaseEvent;
import id.sop.journal.Entry;
import id.sop.worktime.DueDates;
import id.sop.worktime.Term;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges time. The deadline is computed anew, with the holidays known on the day the completion was
 * recorded, or today for an open row: a holiday decreed while a row was open moves its deadline.
 */
final class TimeJudge {
  private final ZoneId zone;
  private final DueDates calendar;
  private final Instant now;

  TimeJudge(ZoneId zone, DueDates calendar, Instant now) {
    this.zone = zone;
    this.calendar = calendar;
    this.now = now;
  }

  Finding judge(Visit visit, Step step) {
    Waktu waktu = visit.waktu(step.dinilai().waktu());
    if (!waktu.dapatDijadwalkan()) {
      return byDeadline(visit, step);
    }
    // Without a schedule only "sesuai jadwal" leaves a standard unmet; the others set none.
    return waktu instanceof Waktu.SesuaiJadwal || !visit.schedules.isEmpty()
        ? bySchedule(visit)
        : RowJudge.found(visit, AuditCode.NO_TIME_SET, waktu.teks());
  }

  /** What the time that was judged is made of, where that is more than one length. */
  List<Finding> notes(Visit visit, Step step) {
    List<Finding> notes = new ArrayList<>();
    Waktu waktu = visit.waktu(step.dinilai().waktu());
    Term term = visit.term(waktu);
    if (term.waktu() instanceof Waktu.PerKeputusan each) {
      visit
          .completed
          .flatMap(c -> c.event().decision())
          .flatMap(
              label ->
                  each.untuk(label.value())
                      .map(
                          w ->
                              RowJudge.found(
                                  visit, AuditCode.TIME_BY_DECISION, label.value(), w.teks())))
          .ifPresent(notes::add);
    }
    Optional<Instant> opened = visit.opened.map(o -> o.event().occurredAt());
    if (waktu instanceof Waktu.Bersama || opened.filter(visit.since::isBefore).isPresent()) {
      notes.add(
          RowJudge.found(
              visit,
              AuditCode.TIME_SHARED,
              term.waktu().teks(),
              opened.isPresent() ? moment(visit.since) : "-"));
    }
    return notes;
  }

  /** The last moment that is not late. */
  Optional<Instant> due(Visit visit, Step step) {
    Waktu waktu = visit.waktu(step.dinilai().waktu());
    return waktu.dapatDijadwalkan()
        ? schedule(visit).map(s -> s.event().to())
        : computed(visit, decided(visit, visit.term(waktu)));
  }

  /** Judged by the decision that was taken, where the time depends on it. */
  private static Term decided(Visit visit, Term term) {
    return visit
        .completed
        .flatMap(c -> c.event().decision())
        .map(label -> term.decided(label.value()))
        .orElse(term);
  }

  /** Says so when the deadline told then is not the one computed now. */
  Optional<Finding> recomputed(Visit visit, Step step) {
    Waktu waktu = visit.waktu(step.dinilai().waktu());
    if (waktu.dapatDijadwalkan() || visit.opened.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> told = visit.told();
    Optional<Instant> is = computed(visit, visit.term(waktu));
    return told.equals(is)
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                AuditCode.DUE_RECOMPUTED,
                visit.openedIn(),
                visit.step.value(),
                told.map(this::moment).orElse("-"),
                is.map(this::moment).orElse("-")));
  }

  String moment(Instant at) {
    return Moments.text(at, zone);
  }

  private Finding byDeadline(Visit visit, Step step) {
    Optional<Instant> due = due(visit, step);
    if (due.isEmpty()) {
      return withoutDue(visit, visit.term(visit.waktu(step.dinilai().waktu())).waktu());
    }
    String limit = moment(due.get());
    if (visit.doneAt().isPresent()) {
      Instant done = visit.doneAt().get();
      return RowJudge.found(
          visit, done.isAfter(due.get()) ? AuditCode.LATE : AuditCode.IN_TIME, moment(done), limit);
    }
    return notDone(visit, due.get());
  }

  private static Finding withoutDue(Visit visit, Waktu waktu) {
    boolean refers = waktu instanceof Waktu.Relatif || waktu instanceof Waktu.Bersama;
    if (!refers || visit.opened.isEmpty()) {
      return RowJudge.found(visit, AuditCode.DUE_NOT_COMPUTABLE);
    }
    boolean over = visit.completed.isPresent() || visit.stopped.isPresent();
    return RowJudge.found(
        visit, over ? AuditCode.REFERENCE_MISSING : AuditCode.WAITS_FOR_REFERENCE, waktu.teks());
  }

  private Finding bySchedule(Visit visit) {
    Optional<Visit.Noted<CaseEvent.ScheduleRecorded>> schedule = schedule(visit);
    if (schedule.isEmpty()) {
      return withoutSchedule(visit);
    }
    CaseEvent.ScheduleRecorded window = schedule.get().event();
    if (visit.doneAt().isEmpty()) {
      return notDone(visit, window.to());
    }
    Instant done = visit.doneAt().get();
    boolean inside = !done.isBefore(window.from()) && !done.isAfter(window.to());
    List<Long> bukti = new ArrayList<>(List.of(schedule.get().seq()));
    bukti.addAll(visit.doneIn());
    return Finding.of(
        inside ? AuditCode.INSIDE_SCHEDULE : AuditCode.OUTSIDE_SCHEDULE,
        bukti,
        visit.step.value(),
        moment(done),
        moment(window.from()),
        moment(window.to()));
  }

  private Finding withoutSchedule(Visit visit) {
    if (visit.completed.isEmpty()) {
      return RowJudge.found(
          visit, visit.stopped.isPresent() ? AuditCode.STOPPED : AuditCode.NO_SCHEDULE_YET);
    }
    if (visit.schedules.isEmpty()) {
      return RowJudge.found(visit, AuditCode.NO_SCHEDULE);
    }
    return RowJudge.found(
        visit,
        AuditCode.SCHEDULE_TOO_LATE,
        moment(visit.schedules.get(0).event().occurredAt()),
        moment(visit.doneAt().orElseThrow()));
  }

  private Finding notDone(Visit visit, Instant due) {
    Instant until = visit.stopped.map(e -> e.event().occurredAt()).orElse(now);
    if (until.isAfter(due)) {
      return RowJudge.found(visit, AuditCode.OVERDUE, moment(due), moment(until));
    }
    return visit.stopped.isPresent()
        ? RowJudge.found(visit, AuditCode.STOPPED)
        : RowJudge.found(visit, AuditCode.NOT_DUE, moment(due));
  }

  private Optional<Instant> computed(Visit visit, Term term) {
    Instant known =
        visit
            .completed
            .map(c -> c.entry().recordedAt())
            .or(() -> visit.stopped.map(Entry::recordedAt))
            .orElse(now);
    return visit.opened.flatMap(
        o ->
            calendar
                .due(term.start(), term.waktu(), zone, LocalDate.ofInstant(known, zone))
                .dueAt());
  }

  /** The schedule that holds: the last one, and none that was set after the row was done. */
  private static Optional<Visit.Noted<CaseEvent.ScheduleRecorded>> schedule(Visit visit) {
    return visit.schedules.stream()
        .filter(s -> visit.doneAt().filter(s.event().occurredAt()::isAfter).isEmpty())
        .reduce((first, last) -> last);
  }
}
