package id.sop.rules.difference;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** Why two versions cannot be compared. */
public enum DifferenceCode implements Code {
  NO_TABLE(8401),
  TOO_MANY_QUESTIONS(8402);

  private final int number;

  DifferenceCode(int number) {
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
