package id.sop.testkit;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with how a test uses the kit. */
enum TestkitCode implements Code {
  UNKNOWN_ROW("SOP-8321"),
  UNKNOWN_ROLE("SOP-8322"),
  UNKNOWN_DATA("SOP-8323"),
  BAD_VALUE("SOP-8324"),
  BAD_MOMENT("SOP-8325"),
  TOO_LATE("SOP-8326"),
  NO_RETURN("SOP-8327"),
  REPORT_UNWRITABLE("SOP-8328"),
  NO_BUNDLE("SOP-8329"),
  NOT_HERE("SOP-8330");

  private final String id;

  TestkitCode(String id) {
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
