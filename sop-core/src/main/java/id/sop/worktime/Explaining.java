package id.sop.worktime;

import static id.sop.worktime.OfficeDay.DAY;

import com.google.common.collect.Comparators;
import id.sop.worktime.Explanation.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes the course of a time apart, from the event to the deadline. */
final class Explaining {
  private final WorkCalendar calendar;
  private final LocalDate knownOn;
  private final Deadlines deadlines;
  private final Course course;
  private final List<Part> parts = new ArrayList<>();
  private int workingDays;

  Explaining(WorkCalendar calendar, LocalDate knownOn, Deadlines deadlines, Course course) {
    this.calendar = calendar;
    this.knownOn = knownOn;
    this.deadlines = deadlines;
    this.course = course;
  }

  List<Part> parts() {
    Instant counted = deadlines.counted(course.start(), course.limit());
    String convention = "Konvensi " + calendar.konvensi().teks();
    add(PartKind.HARI_AWAL, course.start(), counted, Duration.ZERO, "", convention);
    Instant cursor = counted;
    for (ClockStop stop : course.stops()) {
      running(cursor, stop.from());
      cursor = stop.to().orElse(stop.from());
      add(PartKind.DIHENTIKAN, stop.from(), cursor, Duration.ZERO, stop.why(), "");
    }
    running(cursor, course.end());
    eachDay(course.end(), course.due(), this::moved);
    return parts;
  }

  /** What lies between a deadline and the date that it is counted back from. */
  List<Part> back() {
    running(course.start(), course.end());
    return parts;
  }

  /** The clock ran from {@code from} to {@code to}. */
  private void running(Instant from, Instant to) {
    switch (course.limit().satuan()) {
      case MENIT_KERJA, JAM_KERJA -> eachDay(from, to, this::hours);
      case HARI_KERJA -> eachDay(from, to, this::day);
      case JAM_KALENDER, HARI_KALENDER, HARI_KALENDER_SAMPAI_HARI_KERJA, MINGGU, BULAN ->
          add(
              PartKind.MENURUT_KALENDER,
              from,
              to,
              Duration.between(from, to),
              "",
              course.limit().teks());
    }
  }

  @FunctionalInterface
  private interface OnDay {
    void stretch(CalendarDay day, Instant from, Instant to);
  }

  private void eachDay(Instant from, Instant to, OnDay stretch) {
    Instant cursor = from;
    for (long day = OfficeTime.dayOf(deadlines.local(from)); cursor.isBefore(to); day++) {
      Instant midnight = deadlines.instant((day + 1) * DAY, 0);
      Instant end = Comparators.min(midnight, to);
      if (end.isAfter(cursor)) {
        stretch.stretch(calendar.day(OfficeTime.date(day), knownOn), cursor, end);
        cursor = end;
      }
    }
  }

  private void moved(CalendarDay day, Instant from, Instant to) {
    if (day.isWorkingDay()) {
      add(PartKind.HARI_PENGGANTI, from, to, Duration.ZERO, "", day.source());
    } else {
      skipped(day, from, to);
    }
  }

  /** A working day that ran whole is one day; of another one only its hours are said. */
  private void day(CalendarDay day, Instant from, Instant to) {
    if (!day.isWorkingDay()) {
      skipped(day, from, to);
      return;
    }
    // Where the day of the event is day 1, it counts from its opening.
    boolean first = calendar.konvensi() == Konvensi.INKLUSIF && from.equals(course.start());
    Instant counted = first ? at(day, 0) : from;
    List<OfficeInterval> hours = day.hours();
    if (!counted.isAfter(at(day, hours.get(0).opens()))
        && !to.isBefore(at(day, hours.get(hours.size() - 1).closes()))) {
      workingDays++;
      add(PartKind.HARI_KERJA, from, to, deadlines.officeTime(counted, to), "", day.source());
    } else if (first) {
      add(PartKind.JAM_KERJA, from, to, deadlines.officeTime(counted, to), "", day.source());
    } else {
      hours(day, from, to);
    }
  }

  private void hours(CalendarDay day, Instant from, Instant to) {
    if (!day.isWorkingDay()) {
      skipped(day, from, to);
      return;
    }
    Instant cursor = from;
    for (OfficeInterval open : day.hours()) {
      Instant opens = Comparators.min(to, Comparators.max(cursor, at(day, open.opens())));
      Instant closes = Comparators.min(to, Comparators.max(opens, at(day, open.closes())));
      outside(cursor, opens, day);
      add(PartKind.JAM_KERJA, opens, closes, Duration.between(opens, closes), "", day.source());
      cursor = closes;
    }
    outside(cursor, to, day);
  }

  /** A night is one stretch, though it lies on two days. */
  private void outside(Instant from, Instant to, CalendarDay day) {
    int last = parts.size() - 1;
    if (last >= 0 && from.isBefore(to)) {
      Part before = parts.get(last);
      if (before.kind() == PartKind.DI_LUAR_JAM_KERJA && before.to().equals(from)) {
        parts.remove(last);
        add(PartKind.DI_LUAR_JAM_KERJA, before.from(), to, Duration.ZERO, "", before.source());
        return;
      }
    }
    add(PartKind.DI_LUAR_JAM_KERJA, from, to, Duration.ZERO, "", day.source());
  }

  private void skipped(CalendarDay day, Instant from, Instant to) {
    List<Closure> closures = day.closures().stream().filter(Closure::closedForAsn).toList();
    if (closures.isEmpty()) {
      add(PartKind.AKHIR_PEKAN, from, to, Duration.ZERO, "", day.source());
      return;
    }
    String nama = closures.stream().map(Closure::nama).distinct().collect(Collectors.joining("; "));
    add(PartKind.of(closures.get(0).kind()), from, to, Duration.ZERO, nama, day.source());
  }

  private Instant at(CalendarDay day, int second) {
    return deadlines.instant(day.date().toEpochDay() * DAY + second, 0);
  }

  private void add(
      PartKind kind, Instant from, Instant to, Duration counted, String nama, String source) {
    if (from.isBefore(to)) {
      parts.add(
          new Part(
              from,
              to,
              kind,
              OfficeTime.date(OfficeTime.dayOf(deadlines.local(from))),
              OfficeTime.date(OfficeTime.dayOf(deadlines.local(to) - 1)),
              counted,
              kind == PartKind.HARI_KERJA ? workingDays : 0,
              nama,
              source));
    }
  }
}
