package id.sop.worktime;

import com.google.common.collect.Sets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Which deadlines a change of a calendar can have moved, told from their beginning and end alone: a
 * deadline counted from its beginning can only move by a day that lies before it. Each answer is a
 * look-up.
 *
 * <p>Immutable; threads may share it.
 */
public final class CalendarChange {
  private static final CalendarChange EVERYTHING = new CalendarChange(new long[0], Long.MIN_VALUE);

  /** The days that may be others than before, in order. */
  private final long[] days;

  /** From this day on, every day may be. */
  private final long from;

  private CalendarChange(long[] days, long from) {
    this.days = days;
    this.from = from;
  }

  /**
   * What changed from {@code before}, by which deadlines were told, to {@code after}. Of calendars
   * that are not work calendars, or that differ in their hours or in how they count days,
   * everything may have; of those of several units, what changed in any of them.
   *
   * @param knownThen the day whose knowledge counted when they were told, or an earlier one
   * @param knownNow the day whose knowledge counts now
   */
  public static CalendarChange between(
      DueDates before, LocalDate knownThen, DueDates after, LocalDate knownNow) {
    if (before instanceof UnitCalendars || after instanceof UnitCalendars) {
      UnitCalendars had = UnitCalendars.of(before);
      UnitCalendars has = UnitCalendars.of(after);
      CalendarChange change = between(had.usual(), knownThen, has.usual(), knownNow);
      for (String name : Sets.union(had.named().keySet(), has.named().keySet())) {
        Optional<DueDates> was = had.named(name);
        Optional<DueDates> is = has.named(name);
        change =
            change.and(
                was.isPresent() && is.isPresent()
                    ? between(was.get(), knownThen, is.get(), knownNow)
                    : EVERYTHING);
      }
      return change;
    }
    if (!(before instanceof WorkCalendar was)
        || !(after instanceof WorkCalendar is)
        || was.konvensi() != is.konvensi()
        || !was.data().timetables().equals(is.data().timetables())) {
      return EVERYTHING;
    }
    Stream<LocalDate> changed =
        Stream.concat(decreed(was), decreed(is)).filter(isOther(was, knownThen, is, knownNow));
    long hours =
        is.data().timetables().stream()
            .filter(t -> t.knownFrom().isAfter(knownThen) && !t.knownFrom().isAfter(knownNow))
            .mapToLong(t -> t.from().toEpochDay())
            .min()
            .orElse(Long.MAX_VALUE);
    return new CalendarChange(sorted(changed), hours);
  }

  /**
   * What can have changed when nobody knows by which calendar the deadlines were told, but that its
   * office hours were those of {@code after}: every day of which a decree says something.
   */
  public static CalendarChange sinceUnknown(DueDates after) {
    if (after instanceof UnitCalendars several) {
      CalendarChange change = sinceUnknown(several.usual());
      for (DueDates each : several.named().values()) {
        change = change.and(sinceUnknown(each));
      }
      return change;
    }
    return after instanceof WorkCalendar is
        ? new CalendarChange(sorted(decreed(is)), Long.MAX_VALUE)
        : EVERYTHING;
  }

  /** Anything can have changed. */
  public static CalendarChange everything() {
    return EVERYTHING;
  }

  private CalendarChange and(CalendarChange other) {
    return new CalendarChange(
        LongStream.concat(Arrays.stream(days), Arrays.stream(other.days))
            .distinct()
            .sorted()
            .toArray(),
        Math.min(from, other.from));
  }

  /** Whether nothing changed, so that no deadline can move. */
  public boolean isNone() {
    return days.length == 0 && from == Long.MAX_VALUE;
  }

  /** Whether a deadline that began at {@code start} and was told to be {@code due} can move. */
  public boolean touches(Instant start, Instant due) {
    // A day more on either side, so that no zone is asked for.
    long first = day(start) - 1;
    long last = day(due) + 1;
    int found = Arrays.binarySearch(days, first);
    int next = found < 0 ? -found - 1 : found;
    return last >= from || (next < days.length && days[next] <= last);
  }

  private static long day(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), (long) OfficeDay.DAY);
  }

  private static long[] sorted(Stream<LocalDate> dates) {
    return dates.mapToLong(LocalDate::toEpochDay).distinct().sorted().toArray();
  }

  /** The days of which a decree says something. */
  private static Stream<LocalDate> decreed(WorkCalendar calendar) {
    return Stream.concat(
        calendar.data().closures().stream().map(Closure::date),
        calendar.data().seasons().stream().flatMap(s -> s.from().datesUntil(s.to().plusDays(1))));
  }

  private static Predicate<LocalDate> isOther(
      WorkCalendar was, LocalDate knownThen, WorkCalendar is, LocalDate knownNow) {
    return date -> {
      CalendarDay before = was.day(date, knownThen);
      CalendarDay after = is.day(date, knownNow);
      return !before.hours().equals(after.hours()) || !before.closing().equals(after.closing());
    };
  }
}
