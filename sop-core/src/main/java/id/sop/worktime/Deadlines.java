package id.sop.worktime;

import id.sop.problem.Code;
import id.sop.worktime.Deadline.Note;
import id.sop.worktime.WorkCalendar.InForce;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One question about time to one calendar: counts, and notes what the answer rests on. */
final class Deadlines {
  private final WorkCalendar calendar;
  private final ZoneId zone;
  private final LocalDate knownOn;
  private final Set<Note> notes = new LinkedHashSet<>();

  Deadlines(WorkCalendar calendar, ZoneId zone, LocalDate knownOn) {
    this.calendar = calendar;
    this.zone = zone;
    this.knownOn = knownOn;
  }

  Deadline due(Instant start, Waktu waktu) {
    return waktu.match(
        new Waktu.Cases<>() {
          @Override
          public Deadline paling(Waktu.Paling paling) {
            LocalDateTime due = due(start.atZone(zone).toLocalDateTime(), paling);
            return new Deadline(Optional.of(due.atZone(zone).toInstant()), List.copyOf(notes));
          }

          @Override
          public Deadline sesuaiJadwal(Waktu.SesuaiJadwal jadwal) {
            return Deadline.none();
          }

          @Override
          public Deadline menurutAturan(Waktu.MenurutAturan aturan) {
            return Deadline.none();
          }
        });
  }

  private LocalDateTime due(LocalDateTime start, Waktu.Paling paling) {
    int n = paling.jumlah();
    return switch (paling.satuan()) {
      case MENIT_KERJA -> afterOfficeTime(start, Duration.ofMinutes(n));
      case JAM_KERJA -> afterOfficeTime(start, Duration.ofHours(n));
      case HARI_KERJA -> closing(afterWorkingDays(start.toLocalDate(), n));
      case HARI_KALENDER -> closing(start.toLocalDate().plusDays(n));
    };
  }

  private LocalDate afterWorkingDays(LocalDate start, int days) {
    LocalDate date = start;
    for (int left = days; left > 0; ) {
      date = date.plusDays(1);
      noteDay(date);
      if (calendar.isWorkingDay(date, knownOn)) {
        left--;
      }
    }
    return date;
  }

  private LocalDateTime closing(LocalDate date) {
    noteDay(date);
    noteHours(date);
    return date.atTime(calendar.closing(date, knownOn));
  }

  private LocalDateTime afterOfficeTime(LocalDateTime start, Duration time) {
    LocalDate date = start.toLocalDate();
    LocalTime cursor = start.toLocalTime();
    Duration left = time;
    while (true) {
      noteDay(date);
      List<OfficeInterval> hours = calendar.officeHours(date, knownOn);
      for (int i = 0; i < hours.size(); i++) {
        OfficeInterval interval = hours.get(i);
        if (cursor.isBefore(interval.to())) {
          noteHours(date);
          LocalTime from = cursor.isAfter(interval.from()) ? cursor : interval.from();
          Duration here = Duration.between(from, interval.to());
          if (left.compareTo(here) <= 0) {
            return date.atTime(from.plus(left));
          }
          left = left.minus(here);
          if (i + 1 < hours.size()) {
            noteBreak(date);
          }
        }
      }
      date = date.plusDays(1);
      cursor = LocalTime.MIN;
    }
  }

  Duration workingTime(Instant from, Instant to) {
    LocalDateTime start = from.atZone(zone).toLocalDateTime();
    LocalDateTime end = to.atZone(zone).toLocalDateTime();
    Duration sum = Duration.ZERO;
    LocalDate last = end.toLocalDate();
    for (LocalDate date = start.toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
      for (OfficeInterval interval : calendar.officeHours(date, knownOn)) {
        LocalDateTime opens = date.atTime(interval.from());
        LocalDateTime closes = date.atTime(interval.to());
        LocalDateTime begin = start.isAfter(opens) ? start : opens;
        LocalDateTime stop = end.isBefore(closes) ? end : closes;
        if (begin.isBefore(stop)) {
          sum = sum.plus(Duration.between(begin, stop));
        }
      }
    }
    return sum;
  }

  private void noteDay(LocalDate date) {
    if (!calendar.isDecreed(date.getYear(), knownOn)) {
      note(WorktimeCode.YEAR_UNKNOWN, Integer.toString(date.getYear()));
    }
    for (Closure closure : calendar.closuresOf(date, knownOn)) {
      // On a day that is free anyway the entry changes nothing.
      if (closure.unconfirmed()
          && closure.closedForAsn()
          && calendar.inForce(date, knownOn).timetable().hours().containsKey(date.getDayOfWeek())) {
        note(WorktimeCode.CLOSURE_UNCONFIRMED, date.toString(), closure.nama(), closure.source());
      }
    }
  }

  private void noteHours(LocalDate date) {
    InForce inForce = calendar.inForce(date, knownOn);
    inForce
        .season()
        .filter(Season::unconfirmed)
        .ifPresent(
            s ->
                note(
                    WorktimeCode.SEASON_UNCONFIRMED,
                    s.nama(),
                    s.from().toString(),
                    s.to().toString()));
    if (inForce.assumed()) {
      note(WorktimeCode.HOURS_ASSUMED, date.toString(), inForce.timetable().nama());
    }
  }

  private void noteBreak(LocalDate date) {
    Timetable timetable = calendar.inForce(date, knownOn).timetable();
    if (timetable.breakUnconfirmed()) {
      note(WorktimeCode.BREAK_UNCONFIRMED, timetable.nama());
    }
  }

  private void note(Code code, String... facts) {
    notes.add(new Note(code, List.of(facts)));
  }
}
