package id.sop.worktime;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * One date as the calendar sees it.
 *
 * @param date the date
 * @param hours the office hours in order; empty when the office does not work
 * @param closing when a duty of this date ends: the end of office hours, or what the timetable says
 *     for a date without any
 * @param closures the holidays and leave days on this date, whether or not it is a working weekday
 * @param timetable the name of the timetable in force
 * @param source what makes the date what it is: the decrees that close it, else the source of the
 *     timetable
 */
public record CalendarDay(
    LocalDate date,
    List<OfficeInterval> hours,
    LocalTime closing,
    List<Closure> closures,
    String timetable,
    String source) {
  public CalendarDay {
    hours = List.copyOf(hours);
    closures = List.copyOf(closures);
  }

  /** Whether the office works on this date: a hari kerja. */
  public boolean isWorkingDay() {
    return !hours.isEmpty();
  }
}
