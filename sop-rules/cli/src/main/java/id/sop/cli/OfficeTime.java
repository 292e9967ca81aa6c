package id.sop.cli;

import id.sop.worktime.DueDates;
import id.sop.worktime.OfficeInterval;
import id.sop.worktime.UnitCalendars;
import id.sop.worktime.UnitClock;
import id.sop.worktime.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Moments at which somebody is in the office, and how many working days lie between two. */
final class OfficeTime {
  private final WorkCalendar calendar;
  private final ZoneId zone;
  private final Map<LocalDate, Boolean> working = new HashMap<>();

  private OfficeTime(WorkCalendar calendar, ZoneId zone) {
    this.calendar = calendar;
    this.zone = zone;
  }

  /** The time of a unit, whose calendar is one that lies beside an SOP. */
  static OfficeTime of(UnitClock clock) {
    DueDates calendar =
        clock.calendar() instanceof UnitCalendars several ? several.usual() : clock.calendar();
    return new OfficeTime((WorkCalendar) calendar, clock.zone());
  }

  /**
   * The moment at {@code part} of the way, or the next at which the office is open, but never after
   * {@code to}.
   */
  Instant between(Instant from, Instant to, double part) {
    long millis = Math.max(0, ChronoUnit.MILLIS.between(from, to));
    Instant at = from.plusMillis((long) (millis * part)).truncatedTo(ChronoUnit.SECONDS);
    Instant open = opening(at.isBefore(from) ? from : at, to);
    return open.isAfter(to) ? (to.isBefore(from) ? from : to) : open;
  }

  private Instant opening(Instant at, Instant last) {
    ZonedDateTime moment = at.atZone(zone);
    LocalTime time = moment.toLocalTime();
    for (LocalDate date = moment.toLocalDate();
        !date.atStartOfDay(zone).toInstant().isAfter(last);
        date = date.plusDays(1)) {
      for (OfficeInterval interval : calendar.officeHours(date, date)) {
        if (time.isBefore(interval.to())) {
          LocalTime open = time.isBefore(interval.from()) ? interval.from() : time;
          return date.atTime(open).atZone(zone).toInstant();
        }
      }
      time = LocalTime.MIN;
    }
    return last;
  }

  /** Working days from the one moment to the other; the day of the first does not count. */
  int workingDays(Instant from, Instant to) {
    int days = 0;
    LocalDate last = to.atZone(zone).toLocalDate();
    for (LocalDate date = from.atZone(zone).toLocalDate().plusDays(1);
        !date.isAfter(last);
        date = date.plusDays(1)) {
      days += working.computeIfAbsent(date, d -> calendar.isWorkingDay(d, d)) ? 1 : 0;
    }
    return days;
  }
}
