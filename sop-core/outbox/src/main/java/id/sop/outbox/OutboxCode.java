package id.sop.outbox;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can go wrong with the sending of events. */
public enum OutboxCode implements Code {
  /** The receiver did not take an event; it is sent again by itself. */
  NOT_RECEIVED(6551, Severity.WARNING),
  /** The next entry of a case cannot be read; the case is not sent further. */
  ENTRY_UNREADABLE(6552, Severity.ERROR);

  private final int number;
  private final Severity severity;

  OutboxCode(int number, Severity severity) {
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
