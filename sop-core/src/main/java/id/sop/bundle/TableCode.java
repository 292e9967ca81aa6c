package id.sop.bundle;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with a saved table. */
public enum TableCode implements Code {
  TABLE_MISSING(8011),
  TABLE_OUTDATED(8012),
  OTHER_FORM(8013),
  OTHER_DIALECT(8014),
  TABLE_ALTERED(8015),
  NOT_A_TABLE(8016),
  NAMES_UNKNOWN(8017),
  DOES_NOT_FIT(8018),
  TABLE_TOO_LARGE(8019),
  NOT_WRITTEN(8020);

  private final int number;

  TableCode(int number) {
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
