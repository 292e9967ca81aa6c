package id.sop.worktime;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with a calendar file, and what can be unsure about a deadline. */
enum WorktimeCode implements Code {
  BAD_YEAR(7013, Severity.ERROR),
  BAD_TIME(7014, Severity.ERROR),
  BAD_HOURS(7015, Severity.ERROR),
  HOURS_OUT_OF_ORDER(7018, Severity.ERROR),
  PERIOD_REVERSED(7019, Severity.ERROR),
  NO_WORKING_DAY(7020, Severity.ERROR),
  WRONG_WEEKDAY(7021, Severity.ERROR),
  WRONG_YEAR(7022, Severity.ERROR),
  DUPLICATE_DATE(7023, Severity.ERROR),
  NO_TIMETABLE(7024, Severity.ERROR),
  WITHDRAWS_NOTHING(7025, Severity.ERROR),
  KNOWN_AFTERWARDS(7026, Severity.WARNING),

  YEAR_UNKNOWN(7101, Severity.WARNING),
  CLOSURE_UNCONFIRMED(7102, Severity.WARNING),
  SEASON_UNCONFIRMED(7103, Severity.WARNING),
  HOURS_ASSUMED(7104, Severity.WARNING),
  BREAK_UNCONFIRMED(7105, Severity.INFO),
  HOURS_UNCONFIRMED(7106, Severity.WARNING),
  BEYOND_CALENDAR(7107, Severity.WARNING),
  CLOCK_STANDS(7108, Severity.INFO),
  QUANTITY_MISSING(7109, Severity.WARNING),
  LAST_CHOICE(7110, Severity.WARNING);

  private final int number;
  private final Severity severity;

  WorktimeCode(int number, Severity severity) {
    this.number = number;
    this.severity = severity;
  }

  @Override
  public String id() {
    return "SOP-" + number;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
