package id.sop.definition;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with what a {@code sop.yaml} says. */
public enum DefinitionCode implements Code {
  BAD_SOP_ID(1101),
  BAD_ROW_ID(1102),
  BAD_ROLE_CODE(1103),
  BAD_DATA_NAME(1104),
  RESERVED_DATA_NAME(1105),
  BAD_LABEL(1106),
  BAD_CHOICE(1107),
  RESERVED_LABEL(1108),
  RESERVED_ROLE(1109),
  DUPLICATE_ROW(1110),
  DUPLICATE_ROLE(1111),
  DUPLICATE_DATA(1112),
  DUPLICATE_ASSUMPTION(1113),
  NAME_CLASH(1114, Severity.WARNING),
  UNKNOWN_ROW(1120),
  UNKNOWN_ROLE(1121),
  MEMBERS_MISSING(1122),
  MEMBERS_UNWANTED(1123),
  MEMBER_CYCLE(1124),
  NOT_COLLEGIAL(1125),
  NOT_EXTERNAL(1126),
  BAD_PERFORMERS(1127),
  WAKTU_MISSING(1130),
  WAKTU_UNKNOWN(1131),
  TOO_FEW_LABELS(1132),
  REPEATED_DECISION(1133),
  NO_RULE_FOR_TIME(1134),
  SELAMA_UNWANTED(1135),
  BAD_VALUE(1140),
  EMPTY_RANGE(1141),
  NEGATIVE_MONEY(1142),
  HARUS_WITHOUT_ROW(1143),
  HARUS_OUTSIDE(1144),
  KEY_OF_OTHER_JENIS(1145),
  BAD_LETTER(1150),
  DIPILIH_UNKNOWN(1151),
  NOTHING_LISTED(1152),
  UNUSED_ROLE(1160, Severity.WARNING),
  IDENTITY_GAP(1161, Severity.WARNING),
  PERFORMER_NOT_PRINTED(1162, Severity.WARNING),
  WAKTU_NOT_PRINTED(1163, Severity.WARNING),
  NUMBER_TWICE(1164, Severity.WARNING),
  NUMBER_LEFT_OUT(1165, Severity.WARNING),
  TEXT_CONTRADICTS(1166, Severity.WARNING);

  private final int number;
  private final Severity severity;

  DefinitionCode(int number) {
    this(number, Severity.ERROR);
  }

  DefinitionCode(int number, Severity severity) {
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
