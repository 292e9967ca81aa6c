package id.sop.worktime;

import com.google.common.collect.ImmutableListMultimap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The office hours of a week.
 *
 * @param season the kind of season in which they apply; empty for the ordinary hours
 * @param from the first date on which they are in force
 * @param to the last such date; empty while they are
 * @param otherDaysClose when a duty ends on a date without office hours
 * @param breakUnconfirmed whether the position of the breaks within the day is assumed
 * @param unconfirmed whether the hours as a whole are
 */
record Timetable(
    String nama,
    Optional<String> season,
    String source,
    LocalDate knownFrom,
    LocalDate from,
    Optional<LocalDate> to,
    ImmutableListMultimap<DayOfWeek, OfficeInterval> hours,
    LocalTime otherDaysClose,
    boolean breakUnconfirmed,
    boolean unconfirmed) {

  /** Whether these are the hours of {@code season}. */
  boolean isOf(Season inSeason) {
    return season.isPresent() && season.get().equals(inSeason.key());
  }

  boolean isInForce(LocalDate date, LocalDate knownOn) {
    return !date.isBefore(from)
        && (to.isEmpty() || !date.isAfter(to.get()))
        && !knownFrom.isAfter(knownOn);
  }
}
