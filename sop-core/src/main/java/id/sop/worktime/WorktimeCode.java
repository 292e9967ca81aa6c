package id.sop.worktime;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with a calendar file, and what can be unsure about a deadline. */
enum WorktimeCode implements Code {
  NOT_YAML(7001, Severity.ERROR),
  NOT_PLAIN(7002, Severity.ERROR),
  UNKNOWN_KEY(7003, Severity.ERROR),
  DUPLICATE_KEY(7004, Severity.ERROR),
  MISSING_KEY(7005, Severity.ERROR),
  WRONG_SHAPE(7006, Severity.ERROR),
  BAD_VALUE(7007, Severity.ERROR),
  HOURS_OUT_OF_ORDER(7008, Severity.ERROR),
  PERIOD_REVERSED(7009, Severity.ERROR),
  NO_WORKING_DAY(7010, Severity.ERROR),
  WRONG_WEEKDAY(7011, Severity.ERROR),
  WRONG_YEAR(7012, Severity.ERROR),
  DUPLICATE_DATE(7013, Severity.ERROR),
  NO_TIMETABLE(7014, Severity.ERROR),
  EMPTY_CALENDAR(7015, Severity.ERROR),

  YEAR_UNKNOWN(7101, Severity.WARNING),
  CLOSURE_UNCONFIRMED(7102, Severity.WARNING),
  SEASON_UNCONFIRMED(7103, Severity.WARNING),
  HOURS_ASSUMED(7104, Severity.WARNING),
  BREAK_UNCONFIRMED(7105, Severity.INFO);

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
