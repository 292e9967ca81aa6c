package id.sop.rules.dialect;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with the text of a rule file, alone or against its {@code sop.yaml}. */
public enum DialectCode implements Code {
  TOO_LARGE(2001),
  FORBIDDEN_CHARACTER(2002),
  UNICODE_ESCAPE(2003),
  UNTERMINATED_TEXT(2004),
  UNTERMINATED_COMMENT(2005),
  UNKNOWN_ESCAPE(2006),
  TEXT_TOO_LONG(2007),
  NUMBER_INVALID(2008),
  TOO_MANY_RULES(2009),
  EXPECTED(2010),
  EXPECTED_IN_RULE(2011),
  WRONG_PACKAGE(2012),
  HEADER_MISSING(2013),
  NOT_IN_DIALECT(2014),
  RULE_ATTRIBUTE(2015),
  RULE_NAME_TWICE(2016),
  RULE_NAME_INVALID(2017),
  UNKNOWN_ANNOTATION(2018),
  ANNOTATION_TWICE(2019),
  ANNOTATION_MISSING(2020),
  TRIGGER_MISSING(2021),
  TRIGGER_TWICE(2022),
  TRIGGER_NEGATED(2023),
  UNKNOWN_FACT(2024),
  FACT_WITHOUT_CONDITION(2025),
  UNKNOWN_FIELD(2026),
  UNKNOWN_OPERATOR(2027),
  NOT_A_LITERAL(2028),
  OTHER_FIELD(2029),
  WRONG_TYPE(2030),
  NOT_ORDERED(2031),
  UNKNOWN_ROW(2032),
  UNKNOWN_LABEL(2033),
  UNKNOWN_ROLE(2034),
  UNKNOWN_CHOICE(2035),
  OUTSIDE_RANGE(2036),
  DECIDES_NOTHING(2037),
  LABEL_NOT_ASKED(2038, Severity.WARNING),
  THEN_EMPTY(2039),
  UNKNOWN_CALL(2040),
  CALL_NOT_HERE(2041),
  WRONG_ARGUMENTS(2042),
  SECOND_STATEMENT(2043),
  TARGET_TWICE(2044),
  CALL_TWICE(2045),
  ROLE_NOT_OF_ROW(2046),
  ROLES_NOT_ALL(2047),
  WAKTU_INVALID(2048),
  WAKTU_MISSING(2049),
  OUTCOME_INVALID(2050),
  RULE_TOO_LARGE(2051),
  TOO_MANY_WORDS(2052),
  WORD_TOO_LONG(2053),
  SPECIAL_SPACE(2054),
  FOREIGN_LETTER(2055),
  WRONG_QUOTE(2056),
  UNOPENED_TEXT(2057),
  EXTRA_QUOTE(2058),
  EXTRA_SIGN(2059),
  CONDITIONS_JOINED(2060),
  MORE_PROBLEMS(2061),
  ESCALATION_TIME(2063),
  WAKTU_DOES_NOT_FIT(2064),
  MORE_WARNINGS(2062, Severity.WARNING);

  private final int number;
  private final Severity severity;

  DialectCode(int number) {
    this(number, Severity.ERROR);
  }

  DialectCode(int number, Severity severity) {
    this.number = number;
    this.severity = severity;
  }

  @Override
  public String id() {
    return "SOP-" + number;
  }

  boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
