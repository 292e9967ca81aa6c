package id.sop.worktime;

import static id.sop.worktime.OfficeDay.DAY;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as known on one day, in the local time of the office: days are days of the epoch,
 * moments seconds from the epoch as if the office lay in Greenwich.
 *
 * <p>Immutable, as seen from outside; threads may share it. All methods throw {@link
 * DateTimeException} beyond the years of an {@link Almanac}.
 */
final class OfficeTime {
  private static final long DAYS_OF_400_YEARS = 146_097;

  private final Almanac almanac;
  private final long knownOn;

  /** The year last asked for. Threads may overwrite it for each other; that costs a look-up. */
  private @Nullable CalendarYear current;

  OfficeTime(Almanac almanac, LocalDate knownOn) {
    this.almanac = almanac;
    this.knownOn = knownOn.toEpochDay();
  }

  static long dayOf(long moment) {
    return Math.floorDiv(moment, (long) DAY);
  }

  static LocalDate date(long day) {
    return LocalDate.ofEpochDay(day);
  }

  static int secondOf(long moment) {
    return Math.floorMod(moment, DAY);
  }

  CalendarYear yearOf(long day) {
    // Most questions stay within one year.
    @Nullable CalendarYear year = current;
    if (year == null || day < year.first() || day > year.last()) {
      // Right but for a day or two around New Year, and cheaper than a date.
      long guess = 1970 + Math.floorDiv(day * 400, DAYS_OF_400_YEARS);
      year =
          almanac.year((int) Math.max(Almanac.EARLIEST, Math.min(guess, Almanac.LATEST)), knownOn);
      if (day < year.first()) {
        year = almanac.year(year.year() - 1, knownOn);
      } else if (day > year.last()) {
        year = almanac.year(year.year() + 1, knownOn);
      }
      current = year;
    }
    return year;
  }

  CalendarYear after(CalendarYear year) {
    return almanac.year(year.year() + 1, knownOn);
  }

  OfficeDay day(long day) {
    return yearOf(day).day(day);
  }

  /** The end of the office hours of {@code day}. */
  long closing(long day) {
    return day * DAY + day(day).closing();
  }

  /** The {@code n}-th working day after {@code day}, from 1. */
  long workingDayAfter(long day, int n) {
    CalendarYear year = yearOf(day);
    int ordinal = year.workingDaysUntil(day) + n;
    while (ordinal > year.workingDays()) {
      ordinal -= year.workingDays();
      year = after(year);
    }
    return year.workingDay(ordinal);
  }

  /** The working days after {@code from} up to {@code to}, which is included. */
  long workingDaysBetween(long from, long to) {
    CalendarYear year = yearOf(from);
    long sum = -year.workingDaysUntil(from);
    for (; to > year.last(); year = after(year)) {
      sum += year.workingDays();
    }
    return sum + year.workingDaysUntil(to);
  }

  /** The earliest moment at which {@code seconds} of office time, at least one, have gone by. */
  long after(long moment, long seconds) {
    long day = dayOf(moment);
    CalendarYear year = yearOf(day);
    long target = elapsed(year, moment) + seconds;
    while (target > year.officeSeconds()) {
      target -= year.officeSeconds();
      year = after(year);
    }
    return year.at((int) target);
  }

  /** The office time from one moment to a later one, in seconds. */
  long between(long from, long to) {
    // An end beyond the calendar is refused before the years up to it are gone through.
    yearOf(dayOf(to));
    CalendarYear year = yearOf(dayOf(from));
    long sum = -elapsed(year, from);
    for (long last = dayOf(to); last > year.last(); year = after(year)) {
      sum += year.officeSeconds();
    }
    return sum + elapsed(year, to);
  }

  private static long elapsed(CalendarYear year, long moment) {
    long day = dayOf(moment);
    return (long) year.officeBefore(day) + year.day(day).elapsed(secondOf(moment));
  }
}
