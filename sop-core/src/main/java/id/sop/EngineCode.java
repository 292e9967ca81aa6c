package id.sop;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What a host can get wrong with the engine. */
public enum EngineCode implements Code {
  /** Nobody said from which day an SOP is in force. */
  EFFECTIVE_DATE_MISSING(4902),
  /** A report was asked of a case that is not there. */
  NO_SUCH_CASE(4903),
  /** A report was asked of a case whose version is not loaded. */
  VERSION_NOT_LOADED(4904),
  /** Rows that stand for other SOPs lead back to their own, or too deep. */
  OTHER_SOPS_UNSOUND(4905);

  private final int number;

  EngineCode(int number) {
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
