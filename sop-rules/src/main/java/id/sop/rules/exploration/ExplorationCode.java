package id.sop.rules.exploration;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with the graph that the rules of an SOP draw. */
public enum ExplorationCode implements Code {
  NO_ROUTE(3001),
  LABEL_WITHOUT_ARROW(3002),
  ROW_WITHOUT_ARROW(3003),
  START_MISSING(3004),
  END_MISSING(3005),
  CONFLICT(3006),
  ARROW_TWICE(3007, Severity.WARNING),
  ROW_UNREACHABLE(3008),
  NO_WAY_OUT(3009),
  REOPENED(3010),
  WAITS_FOREVER(3011),
  /** An error, not a warning: the paper would show an arrow that no case can ever take. */
  ARROW_DEAD(3012),
  TARGETS_DIFFER(3013, Severity.WARNING),
  LABELS_ALIKE(3014, Severity.WARNING),
  TOO_MANY_QUESTIONS(3015),
  TOO_MANY_STATES(3016),
  /** Our own error: within what we took for one region Drools gave two answers. */
  CUT_WRONGLY(3017),
  /** Our own error: what we found does not show when it is replayed on Drools. */
  WITNESS_FAILED(3018),
  FACTS_NOT_CARRIED(3019, Severity.INFO),
  NEVER_RELEASED(3020),
  BASIS_MISSING(3021),
  TIME_DIFFERS(3022, Severity.WARNING);

  private final int number;
  private final Severity severity;

  ExplorationCode(int number) {
    this(number, Severity.ERROR);
  }

  ExplorationCode(int number, Severity severity) {
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
