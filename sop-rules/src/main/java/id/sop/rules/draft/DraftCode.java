package id.sop.rules.draft;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can keep a table in the official form from becoming a bundle. */
public enum DraftCode implements Code {
  HEADER_MISSING(8501),
  TWO_TABLES(8502),
  COLUMN_TWICE(8503),
  COLUMN_LEFT_OUT(8504, Severity.WARNING),
  NO_ROWS(8505),
  TOO_MANY_ROWS(8506),
  TEXT_TOO_LONG(8507),
  ROW_LEFT_OUT(8508, Severity.WARNING),
  CELL_CONVERTED(8509),
  JOINED_ACROSS(8510),
  TOO_MANY_ROLES(8511),
  NO_PERFORMER_COLUMN(8512),
  FOLDER_EXISTS(8513),
  NOTHING_TO_START_FROM(8514),
  BAD_ID(8515),
  TABLE_UNREADABLE(8516);

  private final int number;
  private final Severity severity;

  DraftCode(int number) {
    this(number, Severity.ERROR);
  }

  DraftCode(int number, Severity severity) {
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
