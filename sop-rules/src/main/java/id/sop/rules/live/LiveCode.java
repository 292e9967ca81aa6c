package id.sop.rules.live;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What Drools itself can report. */
public enum LiveCode implements Code {
  DROOLS_REFUSED(2090);

  private final int number;

  LiveCode(int number) {
    this.number = number;
  }

  @Override
  public String id() {
    return "SOP-" + number;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
