package id.sop.rules.sheet;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with a spreadsheet as such. */
public enum SheetCode implements Code {
  DAMAGED(2102),
  OLD_OR_LOCKED(2103),
  MACROS(2104),
  TOO_LARGE(2105),
  TOO_MANY_CELLS(2106),
  CELL_TOO_LONG(2107),
  FOREIGN_XML(2108),
  NOT_UTF8(2109),
  QUOTE_NOT_CLOSED(2110),
  QUOTE_STRAY(2111),
  FORMULA(2112, Severity.WARNING),
  FORMULA_FAILED(2113),
  NOTHING_THERE(2114);

  private final int number;
  private final Severity severity;

  SheetCode(int number) {
    this(number, Severity.ERROR);
  }

  SheetCode(int number, Severity severity) {
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
