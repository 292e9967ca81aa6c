package id.sop.worktime;

import static id.sop.worktime.OfficeDay.DAY;

import com.google.common.collect.Comparators;
import id.sop.worktime.Counting.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One question about time to one calendar: counts, and notes what the answer rests on. */
final class Deadlines {
  private static final int NANOS = 1_000_000_000;

  private final Konvensi konvensi;
  private final ZoneRules rules;
  private final OfficeTime office;
  private final Reservations reservations;

  /** From this local time on the zone does not change any more, as in Indonesia since 1964. */
  private long settledFrom = Long.MAX_VALUE;

  private int settledOffset;

  Deadlines(WorkCalendar calendar, OfficeTime office, ZoneRules rules) {
    this.konvensi = calendar.konvensi();
    this.rules = rules;
    this.office = office;
    this.reservations = new Reservations(calendar, office);
  }

  /** The deadline of a time that is counted; none while a stop has not ended. */
  Answer answer(Instant start, Waktu.Paling limit, List<ClockStop> stops) {
    Optional<Course> course;
    try {
      course = course(start, limit, stops);
    } catch (DateTimeException | ArithmeticException e) {
      reservations.note(WorktimeCode.BEYOND_CALENDAR);
      course = Optional.empty();
    }
    return new Answer(new Deadline(course.map(Course::due), reservations.notes()), course);
  }

  Reservations reservations() {
    return reservations;
  }

  private Optional<Course> course(Instant start, Waktu.Paling limit, List<ClockStop> stops) {
    Instant end = end(start, limit);
    List<ClockStop> effective = List.of();
    if (!stops.isEmpty()) {
      Stopped stopped = new Stopped(this, start, limit);
      stopped.delay(end, stops);
      if (stopped.stands()) {
        reservations.note(WorktimeCode.CLOCK_STANDS);
        return Optional.empty();
      }
      end = stopped.end();
      effective = stopped.effective();
    }
    Instant due = limit.satuan() == Satuan.HARI_KALENDER_SAMPAI_HARI_KERJA ? rolled(end) : end;
    note(start, limit.satuan(), end, due);
    return Optional.of(new Course(limit, start, effective, end, due));
  }

  /** So long before {@code date}, which does not count itself. */
  Answer beforeDate(LocalDate date, Waktu.Paling time) {
    return counted(
        () -> {
          Instant midnight = instant(date.toEpochDay() * DAY, 0);
          Instant at = new Backwards(this, office).before(date.toEpochDay(), time);
          noteBefore(local(at), time.satuan(), local(midnight));
          // Of a deadline in days the whole last day lies before the date.
          Instant from =
              time.satuan() == Satuan.HARI_KERJA
                  ? instant(OfficeTime.dayOf(local(at) - 1) * DAY, 0)
                  : at;
          return new Answer(
              new Deadline(Optional.of(at), reservations.notes()),
              Optional.empty(),
              Optional.of(new Course(time, from, List.of(), midnight, midnight)));
        });
  }

  /** Until the end of the office hours of {@code date}. */
  Answer onDate(LocalDate date) {
    return counted(
        () -> {
          Instant at = closing(date.toEpochDay());
          reservations.closing(date.toEpochDay());
          return new Answer(new Deadline(Optional.of(at), reservations.notes()), Optional.empty());
        });
  }

  /** So long after {@code date}, which does not count itself, by whatever convention. */
  Answer afterDate(LocalDate date, Waktu.Paling time, List<ClockStop> stops) {
    return counted(() -> answer(closing(date.toEpochDay()), time, stops));
  }

  private Answer counted(Supplier<Answer> counting) {
    try {
      return counting.get();
    } catch (DateTimeException | ArithmeticException e) {
      reservations.note(WorktimeCode.BEYOND_CALENDAR);
      return new Answer(new Deadline(Optional.empty(), reservations.notes()), Optional.empty());
    }
  }

  /** The moment that lies {@code time} before {@code end}. */
  Deadline before(Instant end, Waktu.Paling time) {
    Optional<Instant> at;
    try {
      at = Optional.of(new Backwards(this, office).before(end, time));
      noteBefore(local(at.get()), time.satuan(), local(end));
    } catch (DateTimeException | ArithmeticException e) {
      reservations.note(WorktimeCode.BEYOND_CALENDAR);
      at = Optional.empty();
    }
    return new Deadline(at, reservations.notes());
  }

  /** From when time counts. */
  Instant counted(Instant start, Waktu.Paling limit) {
    if (konvensi == Konvensi.BERGULIR || !limit.satuan().isDays()) {
      return start;
    }
    long day = OfficeTime.dayOf(local(start));
    if (konvensi == Konvensi.INKLUSIF && firstDay(start) == day) {
      return start;
    }
    return instant((day + 1) * DAY, 0);
  }

  /** Day 1 of a count that includes the day of the event, unless the office has closed. */
  private long firstDay(Instant start) {
    long local = local(start);
    long day = OfficeTime.dayOf(local);
    return OfficeTime.secondOf(local) < office.day(day).closing() ? day : day + 1;
  }

  private Instant end(Instant start, Waktu.Paling limit) {
    int n = limit.jumlah();
    return switch (limit.satuan()) {
      case MENIT_KERJA -> afterOfficeTime(start, n * 60L, 0);
      case JAM_KERJA -> afterOfficeTime(start, n * 3_600L, 0);
      case JAM_KALENDER -> start.plusSeconds(n * 3_600L);
      case HARI_KERJA -> workingDays(start, n);
      case HARI_KALENDER, HARI_KALENDER_SAMPAI_HARI_KERJA -> calendarDays(start, n);
      case MINGGU -> calendarDays(start, 7 * n);
      case BULAN -> months(start, n);
    };
  }

  private Instant workingDays(Instant start, int n) {
    return switch (konvensi) {
      case HARI_BERIKUT -> closing(office.workingDayAfter(OfficeTime.dayOf(local(start)), n));
      case INKLUSIF -> closing(office.workingDayAfter(firstDay(start) - 1, n));
      case BERGULIR -> afterWorkingDays(start, Share.of(n, 1));
    };
  }

  /** Where {@code n} working days end that would have ended at {@code end}, had none been lost. */
  Instant workingDaysLater(Instant start, int n, Instant end, Share lost) {
    return konvensi == Konvensi.BERGULIR
        ? afterWorkingDays(start, Share.of(n, 1).plus(lost))
        : afterWorkingDays(end, lost);
  }

  private Instant calendarDays(Instant start, int n) {
    return switch (konvensi) {
      case HARI_BERIKUT -> closing(OfficeTime.dayOf(local(start)) + n);
      case INKLUSIF -> closing(firstDay(start) + n - 1);
      case BERGULIR -> instant(local(start) + (long) n * DAY, nanos(start));
    };
  }

  private Instant months(Instant start, int n) {
    long local = local(start);
    long day = konvensi == Konvensi.INKLUSIF ? firstDay(start) : OfficeTime.dayOf(local);
    LocalDate first = OfficeTime.date(day);
    LocalDate last = first.plusMonths(n);
    return switch (konvensi) {
      case HARI_BERIKUT -> closing(last.toEpochDay());
      // From the 5th to the 4th; the end of a month that is too short is such an end already.
      case INKLUSIF ->
          closing(last.toEpochDay() - (last.getDayOfMonth() == first.getDayOfMonth() ? 1 : 0));
      case BERGULIR -> instant(last.toEpochDay() * DAY + OfficeTime.secondOf(local), nanos(start));
    };
  }

  private Instant closing(long day) {
    return instant(office.closing(day), 0);
  }

  /** The end of the office hours of the first working day on which they end at this or later. */
  private Instant rolled(Instant end) {
    long local = local(end);
    long day = OfficeTime.dayOf(local - 1);
    OfficeDay hours = office.day(day);
    long second = local - day * DAY + (nanos(end) > 0 ? 1 : 0);
    boolean stays = hours.isWorking() && second <= hours.closing();
    return closing(stays ? day : office.workingDayAfter(day, 1));
  }

  /** The earliest moment at which so much office time has gone by since {@code start}. */
  Instant afterOfficeTime(Instant start, long seconds, int nanos) {
    long local = local(start);
    long fraction = (long) nanos + openNanos(start, local);
    long whole = seconds + fraction / NANOS;
    int rest = (int) (fraction % NANOS);
    if (rest > 0) {
      // It ends within a second of office time, so not at the end of the hours before.
      return instant(office.after(local, whole + 1) - 1, rest);
    }
    return whole == 0 ? start : instant(office.after(local, whole), 0);
  }

  /** The office time from one moment to a later one. */
  Duration officeTime(Instant from, Instant to) {
    long begin = local(from);
    long end = local(to);
    return Duration.ofSeconds(
        office.between(begin, end), openNanos(to, end) - openNanos(from, begin));
  }

  /** The office time that {@code course} has left at a moment; negative once it is late. */
  Duration remaining(Course course, Instant moment) {
    if (moment.isAfter(course.due())) {
      return officeTime(course.due(), moment).negated();
    }
    Instant at = Comparators.max(moment, counted(course.start(), course.limit()));
    Duration left = officeTime(at, course.due());
    for (ClockStop stop : course.stops()) {
      Instant from = Comparators.max(at, stop.from());
      Instant to = stop.to().orElse(from);
      if (to.isAfter(from)) {
        left = left.minus(officeTime(from, to));
      }
    }
    return left;
  }

  private int openNanos(Instant at, long local) {
    int nanos = nanos(at);
    return nanos > 0 && office.day(OfficeTime.dayOf(local)).isOpen(OfficeTime.secondOf(local))
        ? nanos
        : 0;
  }

  /** The working days from one moment to a later one. */
  Share workingDaysBetween(Instant from, Instant to) {
    long first = OfficeTime.dayOf(local(from));
    long last = OfficeTime.dayOf(local(to));
    Share until = elapsed(to);
    Share before = elapsed(from);
    long days = office.workingDaysBetween(first - 1, last - 1);
    return until.plus(new Share(before.part().negate(), before.whole())).plus(Share.of(days, 1));
  }

  /** The earliest moment at which {@code days} have gone by since {@code start}. */
  private Instant afterWorkingDays(Instant start, Share days) {
    if (days.isNone()) {
      return start;
    }
    long day = OfficeTime.dayOf(local(start));
    Share sum = days.plus(elapsed(start));
    int before = sum.daysBefore();
    if (!office.day(day).isWorking()) {
      before++;
    }
    long last = before == 0 ? day : office.workingDayAfter(day, before);
    OfficeDay hours = office.day(last);
    return instant(last * DAY + hours.at(sum.intoLastDay(hours.seconds())), 0);
  }

  /** What has gone by of the working day of {@code at}. */
  private Share elapsed(Instant at) {
    long local = local(at);
    OfficeDay hours = office.day(OfficeTime.dayOf(local));
    return Share.of(
        (long) hours.elapsed(OfficeTime.secondOf(local)) * NANOS + openNanos(at, local),
        (long) hours.seconds() * NANOS);
  }

  private void note(Instant start, Satuan satuan, Instant end, Instant due) {
    long from = local(start);
    long to = local(due);
    // Hours that last until 24:00 end on the day that they belong to.
    long last = OfficeTime.dayOf(to - 1);
    switch (satuan) {
      case MENIT_KERJA, JAM_KERJA -> noteOfficeTime(from, to);
      case HARI_KERJA -> {
        if (konvensi == Konvensi.BERGULIR) {
          noteOfficeTime(from, to);
        } else {
          long day = OfficeTime.dayOf(from);
          reservations.days(konvensi == Konvensi.INKLUSIF ? day : day + 1, last);
          reservations.closing(last);
        }
      }
      case HARI_KALENDER_SAMPAI_HARI_KERJA -> {
        reservations.days(OfficeTime.dayOf(local(end) - 1), last);
        reservations.closing(last);
      }
      case HARI_KALENDER, MINGGU, BULAN -> {
        if (konvensi != Konvensi.BERGULIR) {
          reservations.closing(last);
        }
      }
      case JAM_KALENDER -> {
        // The clock on the wall rests on nothing.
      }
    }
  }

  private void noteBefore(long at, Satuan satuan, long end) {
    switch (satuan) {
      case MENIT_KERJA, JAM_KERJA -> noteOfficeTime(at, end);
      case HARI_KERJA, HARI_KALENDER_SAMPAI_HARI_KERJA -> {
        long day = OfficeTime.dayOf(at - 1);
        reservations.days(day, OfficeTime.dayOf(end - 1));
        reservations.closing(day);
      }
      case HARI_KALENDER, MINGGU, BULAN -> reservations.closing(OfficeTime.dayOf(at - 1));
      case JAM_KALENDER -> {
        // The clock on the wall rests on nothing.
      }
    }
  }

  private void noteOfficeTime(long from, long to) {
    reservations.days(OfficeTime.dayOf(from), OfficeTime.dayOf(to - 1));
    reservations.officeTime(from, to);
  }

  private static int nanos(Instant at) {
    return at.get(ChronoField.NANO_OF_SECOND);
  }

  long local(Instant at) {
    int offset = rules.getOffset(at).getTotalSeconds();
    long local = at.getEpochSecond() + offset;
    if (settledFrom == Long.MAX_VALUE && rules.nextTransition(at) == null) {
      settledFrom = local;
      settledOffset = offset;
    }
    return local;
  }

  /** The moment of a local time; one that the zone leaves out is as much later as it is pushed. */
  Instant instant(long local, int nanos) {
    int offset =
        local >= settledFrom
            ? settledOffset
            : rules
                .getOffset(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC))
                .getTotalSeconds();
    return Instant.ofEpochSecond(local - offset, nanos);
  }
}
