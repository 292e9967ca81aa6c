package id.sop.example;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with what a {@code uji.yaml} says. */
public enum ExampleCode implements Code {
  OTHER_SOP(8101),
  NO_EXAMPLES(8102),
  DUPLICATE_NAME(8103),
  UNKNOWN_ROW(8104),
  UNKNOWN_ROLE(8105),
  UNKNOWN_LABEL(8106),
  LABEL_MISSING(8107),
  UNKNOWN_DATA(8108),
  BAD_VALUE(8109),
  BAD_MOMENT(8110),
  BAD_REFUSAL(8111),
  BAD_OUTCOME(8112),
  SCHEDULE_REVERSED(8113);

  private final int number;

  ExampleCode(int number) {
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
