package id.sop.migration;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What is wrong with a plan, and what is told of the cases. */
public enum MigrationCode implements Code {
  /** Parts of the plan are missing. */
  PLAN_INCOMPLETE(6701, Severity.ERROR),
  /** A version of the plan is not loaded. */
  VERSION_NOT_LOADED(6702, Severity.ERROR),
  /** The plan names a row that no version has. */
  ROW_UNKNOWN(6703, Severity.ERROR),
  /** The plan gives the id of a row to another one and does not say what becomes of the first. */
  ROW_GIVEN_AWAY(6704, Severity.ERROR),
  /** The plan begins where it leads to. */
  SAME_VERSION(6705, Severity.ERROR),
  /** A case goes over. */
  MOVES(6711, Severity.INFO),
  /** A case stays. */
  STAYS(6712, Severity.INFO),
  /** A case could not be looked at. */
  FAILED(6713, Severity.WARNING),
  /** How many of each. */
  SUMMARY(6714, Severity.INFO);

  private final int number;
  private final Severity severity;

  MigrationCode(int number, Severity severity) {
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
