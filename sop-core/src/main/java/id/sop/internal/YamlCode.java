package id.sop.internal;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with the form of a YAML file, whatever it is about. */
public enum YamlCode implements Code {
  TOO_LARGE(1001),
  NOT_UTF8(1002),
  BYTE_ORDER_MARK(1003, Severity.WARNING),
  CONTROL_CHARACTER(1004),
  EMPTY_FILE(1005),
  SYNTAX(1006),
  TAB(1007),
  COLON_IN_TEXT(1008),
  INDENTATION(1009),
  UNCLOSED_QUOTE(1010),
  UNCLOSED_BRACKET(1011),
  MISSING_COLON(1012),
  TOO_DEEP(1013),
  ALIAS(1014),
  TAG(1015),
  SECOND_DOCUMENT(1016),
  DUPLICATE_KEY(1017),
  KEY_NOT_TEXT(1018),
  UNKNOWN_KEY(1020),
  MISSING_KEY(1021),
  EMPTY_TEXT(1022),
  EXPECTED_TEXT(1023),
  EXPECTED_LIST(1024),
  EXPECTED_MAP(1025),
  TEXT_TOO_LONG(1026),
  LIST_TOO_LONG(1027),
  DUPLICATE_ITEM(1028),
  UNKNOWN_WORD(1029),
  NOT_A_DATE(1030);

  private final int number;
  private final Severity severity;

  YamlCode(int number) {
    this(number, Severity.ERROR);
  }

  YamlCode(int number, Severity severity) {
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
