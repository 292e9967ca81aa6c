package id.sop.worktime;

import id.sop.worktime.WorkCalendar.InForce;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One calendar year as known on one day, summed up so that a deadline is a look-up: how many
 * working days and how much office time lie before each day, and which day the n-th working day is.
 */
final class CalendarYear {
  private final int year;
  private final Notes unknown;
  private final long first;
  private final OfficeDay[] days;
  private final int[] workingBefore;
  private final int[] officeBefore;
  private final int[] workingDays;
  private final List<Doubt> doubts;
  private final List<Regime> regimes;

  /**
   * Days in a row under the same hours.
   *
   * @param from the first day of the year that has them, from 0
   * @param to the last such day
   * @param reservations what an answer that rests on the hours must say
   * @param breaks what it must say besides when it rests on a break
   */
  record Regime(int from, int to, InForce hours, Notes reservations, Notes breaks) {
    Regime(int from, int to, InForce hours) {
      this(from, to, hours, hours.reservations(), hours.breakReservations());
    }

    boolean isUnsure() {
      return hours.assumed() || !reservations.isEmpty() || !breaks.isEmpty();
    }
  }

  /**
   * A day whose being free nobody has confirmed.
   *
   * @param notes what an answer that rests on it must say
   */
  record Doubt(long day, Notes notes) {}

  CalendarYear(WorkCalendar calendar, int year, LocalDate knownOn) {
    this.year = year;
    this.unknown =
        calendar.isDecreed(year, knownOn)
            ? Notes.NONE
            : Notes.of(WorktimeCode.YEAR_UNKNOWN, Integer.toString(year));
    LocalDate date = LocalDate.of(year, 1, 1);
    this.first = date.toEpochDay();
    int length = Year.of(year).length();
    this.days = new OfficeDay[length];
    this.workingBefore = new int[length + 1];
    this.officeBefore = new int[length + 1];
    int[] working = new int[length];
    List<Doubt> doubtful = new ArrayList<>();
    List<Regime> runs = new ArrayList<>();
    Map<List<OfficeInterval>, OfficeDay> alike = new HashMap<>();
    int begun = 0;
    InForce before = calendar.inForce(date, knownOn);
    for (int i = 0; i < length; i++, date = date.plusDays(1)) {
      InForce hours = calendar.inForce(date, knownOn);
      if (!hours.isLike(before)) {
        runs.add(new Regime(begun, i - 1, before));
        alike.clear();
        begun = i;
        before = hours;
      }
      int otherwise = OfficeInterval.endOfDay(hours.timetable().otherDaysClose());
      List<OfficeInterval> open = calendar.officeHours(date, knownOn);
      OfficeDay day = alike.get(open);
      if (day == null) {
        day = new OfficeDay(open, otherwise);
        alike.put(open, day);
      }
      days[i] = day;
      working[workingBefore[i]] = i;
      workingBefore[i + 1] = workingBefore[i] + (days[i].isWorking() ? 1 : 0);
      officeBefore[i + 1] = officeBefore[i] + days[i].seconds();
      if (calendar.isDoubtful(date, knownOn)) {
        doubtful.add(new Doubt(first + i, calendar.doubts(date, knownOn)));
      }
    }
    runs.add(new Regime(begun, length - 1, before));
    this.regimes = List.copyOf(runs);
    this.workingDays = Arrays.copyOf(working, workingBefore[length]);
    this.doubts = List.copyOf(doubtful);
  }

  int year() {
    return year;
  }

  /** What an answer must say when the list of holidays of this year has not been decreed. */
  Notes unknown() {
    return unknown;
  }

  /** 1 January, as the day of the epoch. */
  long first() {
    return first;
  }

  /** 31 December. */
  long last() {
    return first + days.length - 1;
  }

  OfficeDay day(long day) {
    return days[(int) (day - first)];
  }

  /** Working days of the year up to {@code day}, which is included. */
  int workingDaysUntil(long day) {
    return workingBefore[(int) (day - first) + 1];
  }

  int workingDays() {
    return workingDays.length;
  }

  /** The {@code n}-th working day of the year, from 1. */
  long workingDay(int n) {
    return first + workingDays[n - 1];
  }

  /** Office seconds of the year before {@code day}. */
  int officeBefore(long day) {
    return officeBefore[(int) (day - first)];
  }

  int officeSeconds() {
    return officeBefore[days.length];
  }

  /** The earliest moment at which {@code elapsed} office seconds of the year, from 1, are over. */
  long at(int elapsed) {
    // The last day before which less than this has gone by.
    int low = 0;
    int high = days.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (officeBefore[middle] < elapsed) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return (first + low) * OfficeDay.DAY + days[low].at(elapsed - officeBefore[low]);
  }

  /** The days whose being free is unconfirmed, in order. */
  List<Doubt> doubts() {
    return doubts;
  }

  List<Regime> regimes() {
    return regimes;
  }
}
