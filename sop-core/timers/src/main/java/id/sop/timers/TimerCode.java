package id.sop.timers;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can go wrong with the telling of rungs. */
public enum TimerCode implements Code {
  /** The listener failed; the rung is told again by itself. */
  RUNG_WAITS(6511, Severity.WARNING),
  /** The listener failed too often; a person must see to it. */
  RUNG_PARKED(6512, Severity.ERROR),
  /** The ladder of a row could not be derived; it is tried again by itself. */
  ROW_UNREADABLE(6513, Severity.ERROR),
  /** Two rounds have the same name. */
  ROUND_TWICE(6514, Severity.ERROR),
  /** The table of the scheduler could not be made. */
  TABLE_FAILED(6515, Severity.ERROR);

  private final int number;
  private final Severity severity;

  TimerCode(int number, Severity severity) {
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
