package id.sop.worktime;

import com.google.common.collect.ImmutableSet;
import id.sop.problem.Code;
import id.sop.worktime.Deadline.Note;
import java.util.List;

/** What an answer rests on that nobody has confirmed: first the days counted, then their hours. */
final class Reservations {
  private final WorkCalendar calendar;
  private final OfficeTime office;
  private List<Note> notes = List.of();

  Reservations(WorkCalendar calendar, OfficeTime office) {
    this.calendar = calendar;
    this.office = office;
  }

  List<Note> notes() {
    return notes;
  }

  void note(Code code, String... facts) {
    note(List.of(new Note(code, List.of(facts))));
  }

  private void note(List<Note> more) {
    // Nearly always there is none, or one that many answers share.
    if (notes.isEmpty()) {
      notes = more;
    } else if (!notes.containsAll(more)) {
      notes = ImmutableSet.<Note>builder().addAll(notes).addAll(more).build().asList();
    }
  }

  /** Notes what the days from {@code from} to {@code to} rest on, both included. */
  void days(long from, long to) {
    for (CalendarYear year = office.yearOf(from); ; year = office.after(year)) {
      if (!year.isDecreed()) {
        note(WorktimeCode.YEAR_UNKNOWN, Integer.toString(year.year()));
      }
      for (int doubt : year.doubts()) {
        long day = year.first() + doubt;
        if (day >= from && day <= to) {
          closures(day);
        }
      }
      if (to <= year.last()) {
        return;
      }
    }
  }

  private void closures(long day) {
    for (Closure closure : office.closures(calendar, day)) {
      if (closure.unconfirmed() && closure.closedForAsn()) {
        note(
            WorktimeCode.CLOSURE_UNCONFIRMED,
            closure.date().toString(),
            closure.nama(),
            closure.source());
      }
    }
  }

  /** Notes what the end of the office hours of {@code day} rests on. */
  void closing(long day) {
    days(day, day);
    CalendarYear year = office.yearOf(day);
    int index = (int) (day - year.first());
    for (CalendarYear.Regime regime : year.regimes()) {
      if (regime.from() <= index && index <= regime.to()) {
        hours(regime, day);
      }
    }
  }

  /** Notes what the office time between two moments rests on. */
  void officeTime(long from, long to) {
    long last = OfficeTime.dayOf(to);
    for (CalendarYear year = office.yearOf(OfficeTime.dayOf(from)); ; year = office.after(year)) {
      for (CalendarYear.Regime regime : year.regimes()) {
        if (regime.isUnsure()) {
          officeTime(year, regime, from, to);
        }
      }
      if (last <= year.last()) {
        return;
      }
    }
  }

  private void officeTime(CalendarYear year, CalendarYear.Regime regime, long from, long to) {
    boolean noted = false;
    boolean breakSure = regime.breaks().isEmpty();
    long first = Math.max(OfficeTime.dayOf(from), year.first() + regime.from());
    long last = Math.min(OfficeTime.dayOf(to), year.first() + regime.to());
    // One day is enough for each note, so this ends within the first week.
    for (long day = first; day <= last && !(noted && breakSure); day++) {
      OfficeDay hours = year.day(day);
      long begin = Math.max(from - day * OfficeDay.DAY, 0);
      long end = Math.min(to - day * OfficeDay.DAY, OfficeDay.DAY);
      if (hours.isWorking() && begin < hours.closing()) {
        if (!noted) {
          hours(regime, day);
          noted = true;
        }
        if (!breakSure && hours.hasBreak((int) begin, (int) end)) {
          note(regime.breaks());
          breakSure = true;
        }
      }
    }
  }

  private void hours(CalendarYear.Regime regime, long day) {
    note(regime.reservations());
    if (regime.hours().assumed()) {
      note(
          WorktimeCode.HOURS_ASSUMED,
          OfficeTime.date(day).toString(),
          regime.hours().timetable().nama());
    }
  }
}
