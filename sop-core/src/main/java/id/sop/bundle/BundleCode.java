package id.sop.bundle;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with the files of a bundle as such. */
public enum BundleCode implements Code {
  FOLDER_MISSING(8001),
  FILE_MISSING(8002),
  FILE_UNREADABLE(8003),
  FILE_TOO_LARGE(8004),
  NOT_UTF8(8005),
  ID_DIFFERS(8006),
  NOT_LOADED(8007),
  CALENDAR_MISSING(8008),
  TWO_ROUTES(2101);

  private final int number;

  BundleCode(int number) {
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
