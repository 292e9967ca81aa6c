package id.sop.cli;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with an iCalendar file of holidays. */
enum IcsCode implements Code {
  NOT_A_CALENDAR(7030, Severity.ERROR),
  NO_EVENT(7031, Severity.ERROR),
  TOO_MUCH(7032, Severity.ERROR),
  NOT_A_DAY(7033, Severity.ERROR),
  NO_NAME(7034, Severity.ERROR),
  NOT_DATED(7035, Severity.ERROR),
  REPEATED(7036, Severity.ERROR),
  TOO_LONG(7037, Severity.ERROR),
  BAD_LINE(7038, Severity.ERROR),
  CANCELLED(7039, Severity.WARNING);

  private final int number;
  private final Severity severity;

  IcsCode(int number, Severity severity) {
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
