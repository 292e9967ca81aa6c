package id.sop.rules.coverage;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with a suite as a whole. */
public enum CoverageCode implements Code {
  BAD_THRESHOLD("SOP-8301"),
  BELOW_THRESHOLD("SOP-8302"),
  NO_EXAMPLES("SOP-8303");

  private final String id;

  CoverageCode(String id) {
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
