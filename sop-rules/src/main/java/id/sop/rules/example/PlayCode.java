package id.sop.rules.example;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** How an example can fail to hold. */
enum PlayCode implements Code {
  POSITION("SOP-8201"),
  PERFORMER("SOP-8202"),
  DUE("SOP-8203"),
  NOT_REFUSED("SOP-8204"),
  OTHER_REFUSAL("SOP-8205"),
  REFUSED("SOP-8206"),
  END("SOP-8207"),
  NO_ROW_OPENED("SOP-8208"),
  ROW_NOT_OPEN("SOP-8209");

  private final String id;

  PlayCode(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
