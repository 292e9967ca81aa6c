package id.sop.rules.reload;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** Why a bundle that is sound in itself is not taken, or a folder not watched. */
public enum ReloadCode implements Code {
  ID_TWICE(8031),
  EFFECTIVE_DATE_MISSING(8032),
  STILL_CHANGING(8033),
  FOLDER_UNREADABLE(8034),
  CANNOT_WATCH(8035);

  private final int number;

  ReloadCode(int number) {
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
