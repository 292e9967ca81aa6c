package id.sop.worktime;

import java.util.List;

/** What an answer rests on that nobody has confirmed: first the days counted, then their hours. */
final class Reservations {
  private final OfficeTime office;

  Reservations(OfficeTime office) {
    this.office = office;
  }

  /** With what the days from {@code from} to {@code to} rest on, both included. */
  Notes days(Notes before, long from, long to) {
    Notes notes = before;
    for (CalendarYear year = office.yearOf(from); ; year = office.after(year)) {
      notes = notes.and(year.unknown());
      List<CalendarYear.Doubt> doubts = year.doubts();
      for (int i = 0; i < doubts.size(); i++) {
        CalendarYear.Doubt doubt = doubts.get(i);
        if (doubt.day() >= from && doubt.day() <= to) {
          notes = notes.and(doubt.notes());
        }
      }
      if (to <= year.last()) {
        return notes;
      }
    }
  }

  /** With what the end of the office hours of {@code day} rests on. */
  Notes closing(Notes before, long day) {
    Notes notes = days(before, day, day);
    CalendarYear year = office.yearOf(day);
    int index = (int) (day - year.first());
    List<CalendarYear.Regime> regimes = year.regimes();
    for (int i = 0; i < regimes.size(); i++) {
      CalendarYear.Regime regime = regimes.get(i);
      if (regime.from() <= index && index <= regime.to()) {
        notes = hours(notes, regime, day);
      }
    }
    return notes;
  }

  /** With what the office time between two moments rests on. */
  Notes officeTime(Notes before, long from, long to) {
    Notes notes = before;
    long last = OfficeTime.dayOf(to);
    for (CalendarYear year = office.yearOf(OfficeTime.dayOf(from)); ; year = office.after(year)) {
      List<CalendarYear.Regime> regimes = year.regimes();
      for (int i = 0; i < regimes.size(); i++) {
        if (regimes.get(i).isUnsure()) {
          notes = officeTime(notes, year, regimes.get(i), from, to);
        }
      }
      if (last <= year.last()) {
        return notes;
      }
    }
  }

  private static Notes officeTime(
      Notes before, CalendarYear year, CalendarYear.Regime regime, long from, long to) {
    Notes notes = before;
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
          notes = hours(notes, regime, day);
          noted = true;
        }
        if (!breakSure && hours.hasBreak((int) begin, (int) end)) {
          notes = notes.and(regime.breaks());
          breakSure = true;
        }
      }
    }
    return notes;
  }

  private static Notes hours(Notes before, CalendarYear.Regime regime, long day) {
    Notes notes = before.and(regime.reservations());
    return regime.hours().assumed()
        ? notes.and(
            Notes.of(
                WorktimeCode.HOURS_ASSUMED,
                OfficeTime.date(day).toString(),
                regime.hours().timetable().nama()))
        : notes;
  }
}
