package id.sop.worktime;

import static id.sop.worktime.OfficeDay.DAY;

import com.google.common.collect.Comparators;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;

/**
 * What is due when in one zone, by a calendar as known on one day; and what that rests on.
 *
 * <p>Immutable, as seen from outside; threads may share it.
 */
final class Deadlines {
  private static final int NANOS = 1_000_000_000;

  private static final Notes BEYOND_CALENDAR = Notes.of(WorktimeCode.BEYOND_CALENDAR);
  private static final Notes CLOCK_STANDS = Notes.of(WorktimeCode.CLOCK_STANDS);

  private final Konvensi konvensi;
  private final ZoneTime zone;
  private final OfficeTime office;
  private final Reservations reservations;

  Deadlines(Konvensi konvensi, OfficeTime office, ZoneId zone) {
    this.konvensi = konvensi;
    this.zone = new ZoneTime(zone);
    this.office = office;
    this.reservations = new Reservations(office);
  }

  /**
   * @param course how the time ran; empty when it has no end
   */
  record Counted(Optional<Course> course, Notes notes) {}

  /** How a time runs; it has no end while a stop has not ended. */
  Counted counted(Instant start, Waktu.Paling limit, List<ClockStop> stops) {
    try {
      return course(start, limit, stops);
    } catch (DateTimeException | ArithmeticException e) {
      return new Counted(Optional.empty(), BEYOND_CALENDAR);
    }
  }

  /** The deadline of a time that never stops. */
  Deadline due(Instant start, Waktu.Paling limit) {
    try {
      Instant end = end(start, limit);
      Instant due = due(limit, end);
      return new Deadline(Optional.of(due), notes(start, limit.satuan(), end, due).list());
    } catch (DateTimeException | ArithmeticException e) {
      return new Deadline(Optional.empty(), BEYOND_CALENDAR.list());
    }
  }

  private Counted course(Instant start, Waktu.Paling limit, List<ClockStop> stops) {
    Instant end = end(start, limit);
    List<ClockStop> effective = List.of();
    if (!stops.isEmpty()) {
      Stopped stopped = new Stopped(this, start, limit);
      stopped.delay(end, stops);
      if (stopped.stands()) {
        return new Counted(Optional.empty(), CLOCK_STANDS);
      }
      end = stopped.end();
      effective = stopped.effective();
    }
    Instant due = due(limit, end);
    return new Counted(
        Optional.of(new Course(limit, start, effective, end, due)),
        notes(start, limit.satuan(), end, due));
  }

  private Instant due(Waktu.Paling limit, Instant end) {
    return limit.satuan() == Satuan.HARI_KALENDER_SAMPAI_HARI_KERJA ? rolled(end) : end;
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

  private Notes notes(Instant start, Satuan satuan, Instant end, Instant due) {
    long from = local(start);
    long to = local(due);
    // Hours that last until 24:00 end on the day that they belong to.
    long last = OfficeTime.dayOf(to - 1);
    return switch (satuan) {
      case MENIT_KERJA, JAM_KERJA -> officeTimeNotes(from, to);
      case HARI_KERJA -> {
        if (konvensi == Konvensi.BERGULIR) {
          yield officeTimeNotes(from, to);
        }
        long day = OfficeTime.dayOf(from);
        yield closingNotes(konvensi == Konvensi.INKLUSIF ? day : day + 1, last);
      }
      case HARI_KALENDER_SAMPAI_HARI_KERJA -> closingNotes(OfficeTime.dayOf(local(end) - 1), last);
      case HARI_KALENDER, MINGGU, BULAN ->
          konvensi == Konvensi.BERGULIR ? Notes.NONE : reservations.closing(Notes.NONE, last);
      // The clock on the wall rests on nothing.
      case JAM_KALENDER -> Notes.NONE;
    };
  }

  private Notes officeTimeNotes(long from, long to) {
    Notes days = reservations.days(Notes.NONE, OfficeTime.dayOf(from), OfficeTime.dayOf(to - 1));
    return reservations.officeTime(days, from, to);
  }

  private Notes closingNotes(long first, long last) {
    return reservations.closing(reservations.days(Notes.NONE, first, last), last);
  }

  private static int nanos(Instant at) {
    return at.get(ChronoField.NANO_OF_SECOND);
  }

  long local(Instant at) {
    return zone.local(at);
  }

  Instant instant(long local, int nanos) {
    return zone.instant(local, nanos);
  }
}
