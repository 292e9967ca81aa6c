package id.sop.audit;

import id.sop.definition.Step;
import id.sop.internal.Moments;
import id.sop.journal.CaseEvent;
import id.sop.journal.Entry;
import id.sop.worktime.Term;
import id.sop.worktime.UnitClock;
import id.sop.worktime.Waktu;
import id.sop.worktime.Zona;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges time. The deadline is computed anew, with the holidays known on the day the completion was
 * recorded, or today for an open row: a holiday decreed while a row was open moves its deadline.
 * Stops are given back as the journal tells them; an extension counts where the SOP gives one.
 */
final class TimeJudge {
  private final UnitClock time;

  /** How moments are named that are not by the clock of the SOP. */
  private final String zone;

  private final Instant now;
  private final Knowledge knowledge;

  /**
   * @param usual the zone of the SOP
   */
  TimeJudge(UnitClock time, ZoneId usual, Instant now, Knowledge knowledge) {
    this.time = time;
    this.zone = time.zone().equals(usual) ? "" : " " + Zona.teks(time.zone());
    this.now = now;
    this.knowledge = knowledge;
  }

  List<Finding> judge(Visit visit, Step step) {
    List<Finding> findings = new ArrayList<>();
    Waktu waktu = visit.waktu(step.dinilai().waktu());
    if (waktu.dapatDijadwalkan()) {
      // Without a schedule only "sesuai jadwal" leaves a standard unmet; the others set none.
      findings.add(
          waktu instanceof Waktu.SesuaiJadwal || !visit.schedules.isEmpty()
              ? bySchedule(visit)
              : RowJudge.found(visit, AuditCode.NO_TIME_SET, waktu.teks()));
    } else if (waktu instanceof Waktu.PalingCepat) {
      findings.add(byWait(visit, step));
    } else {
      findings.add(byDeadline(visit, step));
    }
    doneWhileStopped(visit).ifPresent(findings::add);
    visit.extensions.forEach(e -> extension(visit, step, e).ifPresent(findings::add));
    return findings;
  }

  /** What is worth knowing of the clock of a visit. */
  List<Finding> notes(Visit visit, Step step) {
    List<Finding> notes = new ArrayList<>();
    for (Halt halt : visit.concerned()) {
      CaseEvent.ClockStopped why = halt.begun.event();
      String from = moment(halt.from());
      String to = halt.to().map(this::moment).orElse("-");
      notes.add(
          Finding.of(
              AuditCode.CLOCK_STOPPED,
              halt.bukti(),
              visit.step.value(),
              from,
              to,
              why.alasan(),
              why.dasar().orElse("-")));
      if (why.dasar().isEmpty()) {
        notes.add(Finding.of(AuditCode.STOP_WITHOUT_BASIS, halt.bukti(), visit.step.value(), from));
      }
      recordedLate(visit, step, halt).ifPresent(notes::add);
    }
    counted(visit, step)
        .ifPresent(
            e ->
                notes.add(
                    Finding.of(
                        AuditCode.EXTENDED,
                        List.of(e.seq()),
                        visit.step.value(),
                        e.event().waktu().teks(),
                        e.event().alasan())));
    if (knowledge == Knowledge.NOW) {
      knownLater(visit, step).ifPresent(notes::add);
    }
    composed(visit, step, notes);
    return notes;
  }

  /** What the time that was judged is made of, where that is more than one length. */
  private void composed(Visit visit, Step step, List<Finding> notes) {
    Waktu waktu = visit.waktu(step.dinilai().waktu());
    Term term = term(visit, step);
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
  }

  /** A stop told only when the time was over: it may be true, but somebody should look. */
  private Optional<Finding> recordedLate(Visit visit, Step step, Halt halt) {
    Term whole = term(visit, step);
    Term without =
        new Term(
            whole.start(),
            whole.waktu(),
            whole.stops().stream().filter(s -> !s.equals(halt.clockStop(visit.doneAt()))).toList(),
            whole.perpanjangan());
    return due(without, known(visit))
        .filter(due -> halt.from().isBefore(due))
        .filter(due -> halt.begun.entry().recordedAt().isAfter(due))
        .map(
            due ->
                Finding.of(
                    AuditCode.STOP_RECORDED_LATE,
                    halt.bukti(),
                    visit.step.value(),
                    moment(halt.from()),
                    moment(halt.begun.entry().recordedAt()),
                    moment(due)));
  }

  private Optional<Finding> knownLater(Visit visit, Step step) {
    if (visit.opened.isEmpty() || visit.waktu(step.dinilai().waktu()).dapatDijadwalkan()) {
      return Optional.empty();
    }
    Term term = term(visit, step);
    Optional<Instant> then = due(term, knownThen(visit));
    Optional<Instant> is = due(term, now);
    return then.equals(is)
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                AuditCode.KNOWN_LATER,
                visit.openedIn(),
                visit.step.value(),
                then.map(this::moment).orElse("-"),
                is.map(this::moment).orElse("-"),
                RowJudge.list(time.decrees(term, then, now))));
  }

  private Optional<Finding> doneWhileStopped(Visit visit) {
    return visit
        .doneAt()
        .flatMap(
            done ->
                visit.concerned().stream()
                    .filter(h -> h.covers(done))
                    .findFirst()
                    .map(
                        h ->
                            RowJudge.found(
                                visit,
                                AuditCode.DONE_WHILE_STOPPED,
                                moment(done),
                                moment(h.from()),
                                h.begun.event().alasan())));
  }

  private Optional<Finding> extension(
      Visit visit, Step step, Visit.Noted<CaseEvent.Extended> extension) {
    if (visit.opened.isEmpty() || !counted(visit, step).equals(Optional.of(extension))) {
      return Optional.of(
          Finding.of(
              AuditCode.EXTENSION_NOT_GIVEN,
              List.of(extension.seq()),
              visit.step.value(),
              extension.event().waktu().teks()));
    }
    Term whole = term(visit, step);
    return due(new Term(whole.start(), whole.waktu(), whole.stops()), known(visit))
        .filter(extension.event().occurredAt()::isAfter)
        .map(
            due ->
                Finding.of(
                    AuditCode.EXTENDED_LATE,
                    List.of(extension.seq()),
                    visit.step.value(),
                    moment(extension.event().occurredAt()),
                    moment(due)));
  }

  /** The extension that the SOP gives: the first one, by no more than it says. */
  private static Optional<Visit.Noted<CaseEvent.Extended>> counted(Visit visit, Step step) {
    return visit.extensions.stream()
        .findFirst()
        .filter(e -> step.dinilai().perpanjangan().equals(Optional.of(e.event().waktu())));
  }

  /** The time of a visit, counted from what it refers to. */
  private static Term term(Visit visit, Step step) {
    return new Term(
            visit.since,
            visit.waktu(step.dinilai().waktu()),
            visit.concerned().stream().map(h -> h.clockStop(visit.doneAt())).toList(),
            counted(visit, step).map(e -> e.event().waktu()))
        .resolved(visit.references);
  }

  /** The last moment that is not late. */
  Optional<Instant> due(Visit visit, Step step) {
    Waktu waktu = visit.waktu(step.dinilai().waktu());
    return waktu.dapatDijadwalkan()
        ? schedule(visit).map(s -> s.event().to())
        : computed(visit, decided(visit, term(visit, step)));
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
    Optional<Instant> told = visit.told;
    Optional<Instant> is = computed(visit, term(visit, step));
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
    return Moments.text(at, time.zone()) + zone;
  }

  private Finding byDeadline(Visit visit, Step step) {
    Optional<Instant> due = due(visit, step);
    if (due.isEmpty()) {
      return suspended(visit).orElseGet(() -> withoutDue(visit, term(visit, step).waktu()));
    }
    String limit = moment(due.get());
    if (visit.doneAt().isPresent()) {
      Instant done = visit.doneAt().get();
      return RowJudge.found(
          visit, done.isAfter(due.get()) ? AuditCode.LATE : AuditCode.IN_TIME, moment(done), limit);
    }
    return notDone(visit, due.get());
  }

  /** That nobody can be late with it, because its clock stands. */
  private Optional<Finding> suspended(Visit visit) {
    return visit.doneAt().isPresent()
        ? Optional.empty()
        : visit.concerned().stream()
            .filter(Halt::stands)
            .findFirst()
            .map(
                h ->
                    visit.stopped.isPresent()
                        ? RowJudge.found(visit, AuditCode.STOPPED)
                        : RowJudge.found(
                            visit,
                            AuditCode.SUSPENDED,
                            moment(h.from()),
                            h.begun.event().alasan()));
  }

  private Finding byWait(Visit visit, Step step) {
    Optional<Instant> earliest =
        visit.opened.flatMap(o -> time.notBefore(term(visit, step), known(visit)));
    if (visit.doneAt().isEmpty()) {
      return suspended(visit)
          .orElseGet(
              () ->
                  visit.stopped.isPresent()
                      ? RowJudge.found(visit, AuditCode.STOPPED)
                      : RowJudge.found(
                          visit, AuditCode.WAITING, earliest.map(this::moment).orElse("-")));
    }
    if (earliest.isEmpty()) {
      return RowJudge.found(visit, AuditCode.DUE_NOT_COMPUTABLE);
    }
    Instant done = visit.doneAt().get();
    return RowJudge.found(
        visit,
        done.isBefore(earliest.get()) ? AuditCode.TOO_EARLY : AuditCode.WAIT_KEPT,
        moment(done),
        moment(earliest.get()));
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
      return suspended(visit)
          .filter(
              f ->
                  visit.concerned().stream()
                      .anyMatch(h -> h.stands() && h.from().isBefore(window.to())))
          .orElseGet(() -> notDone(visit, window.to()));
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
    return visit.opened.flatMap(o -> due(term, known(visit)));
  }

  private Optional<Instant> due(Term term, Instant known) {
    return time.due(term, known).dueAt();
  }

  private Instant known(Visit visit) {
    return knowledge == Knowledge.NOW ? now : knownThen(visit);
  }

  private Instant knownThen(Visit visit) {
    return visit
        .completed
        .map(c -> c.entry().recordedAt())
        .or(() -> visit.stopped.map(Entry::recordedAt))
        .orElse(now);
  }

  /** The schedule that holds: the last one, and none that was set after the row was done. */
  private static Optional<Visit.Noted<CaseEvent.ScheduleRecorded>> schedule(Visit visit) {
    return visit.schedules.stream()
        .filter(s -> visit.doneAt().filter(s.event().occurredAt()::isAfter).isEmpty())
        .reduce((first, last) -> last);
  }
}
