package id.sop.record;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with the file of a record or of an anchor, and why a case is not archived. */
public enum RecordCode implements Code {
  /** It is not there, or cannot be read or written. */
  FILE_UNREADABLE("SOP-5301"),
  /** It is no such file. */
  OTHER_FILE("SOP-5302"),
  /** A line is not as it was written. */
  LINE_DAMAGED("SOP-5303"),
  /** A line is longer than any that is written. */
  LINE_TOO_LONG("SOP-5304"),
  /** It ends before its last line. */
  FILE_CUT("SOP-5305"),
  /** Something stands after its last line. */
  FILE_CONTINUED("SOP-5306"),
  /** It does not give the digest, or the number of cases or entries, that it ends with. */
  FILE_CHANGED("SOP-5307"),
  /** Two parts of it are about one case. */
  CASE_TWICE("SOP-5308"),
  /** A record to be taken in holds entries that were tampered with. */
  RECORD_UNSOUND("SOP-5309"),
  /** The store has a case of that name already. */
  CASE_THERE("SOP-5310"),
  /** An anchor is not the one that was handed out. */
  ANCHOR_OTHER("SOP-5311"),
  /** The store had a case of that name, which was archived. */
  CASE_ARCHIVED("SOP-5312"),
  /** A case stays because of a legal hold. */
  STAYS_HELD("SOP-5313"),
  /** A case stays because one stays that it belongs to. */
  STAYS_WITH_KIN("SOP-5314"),
  /** A case stays because one that it belongs to is nowhere. */
  STAYS_WITHOUT_KIN("SOP-5315"),
  /** A case stays because its journal is not sound. */
  STAYS_DAMAGED("SOP-5316"),
  /** A case stays because the record, which was there before, does not hold it. */
  STAYS_OUTSIDE("SOP-5317"),
  /** A case that is held was archived before. */
  HELD_TOO_LATE("SOP-5318"),
  /** A hold names a case that nobody knows. */
  HOLD_UNKNOWN("SOP-5319"),
  /** A file of holds has mistakes. */
  HOLDS_UNREADABLE("SOP-5320"),
  /** What a hold names cannot be the id of a case. */
  HOLD_CASE_ID("SOP-5321"),
  /** Two holds of a file are about one case. */
  HOLD_TWICE("SOP-5322");

  private final String id;

  RecordCode(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
