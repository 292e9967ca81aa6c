package id.sop.rules.arrow;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with a decision table, beyond what a {@code rute.drl} can have wrong. */
public enum ArrowCode implements Code {
  HEADER_MISSING(2115),
  COLUMN_TWICE(2116),
  COLUMN_UNKNOWN(2117),
  STRAY_CELL(2118),
  TWO_TABLES(2119),
  CELL_MISSING(2120),
  CELL_CONVERTED(2121),
  EXPECTED(2122),
  NUMBER_FORM(2123),
  JOINED_ACROSS(2124),
  AND_OR(2125),
  EITHER_ROW(2126),
  ROLE_AMBIGUOUS(2127),
  NO_ARROWS(2128),
  FIELD_UNKNOWN(2129),
  NOT_A_TARGET(2130),
  LABEL_NOT_ASKED(2131, Severity.WARNING),
  WRONG_VALUE(2132),
  NOT_ORDERED(2133),
  WAKTU_MISSING(2134),
  NAME_TWICE(2135),
  DATE_FORM(2136),
  CELL_UNWANTED(2137),
  LIST_UNCLEAR(2138),
  NOT_WRITABLE(2139);

  private final int number;
  private final Severity severity;

  ArrowCode(int number) {
    this(number, Severity.ERROR);
  }

  ArrowCode(int number, Severity severity) {
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
