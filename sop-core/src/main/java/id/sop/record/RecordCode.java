package id.sop.record;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with the file of a record or of an anchor. */
public enum RecordCode implements Code {
  /** It is not there, or cannot be read or written. */
  FILE_UNREADABLE("SOP-5201"),
  /** It is no such file. */
  OTHER_FILE("SOP-5202"),
  /** A line is not as it was written. */
  LINE_DAMAGED("SOP-5203"),
  /** A line is longer than any that is written. */
  LINE_TOO_LONG("SOP-5204"),
  /** It ends before its last line. */
  FILE_CUT("SOP-5205"),
  /** Something stands after its last line. */
  FILE_CONTINUED("SOP-5206"),
  /** It does not give the digest, or the number of cases or entries, that it ends with. */
  FILE_CHANGED("SOP-5207"),
  /** Two parts of it are about one case. */
  CASE_TWICE("SOP-5208"),
  /** A record to be taken in holds entries that were tampered with. */
  RECORD_UNSOUND("SOP-5209"),
  /** The store has a case of that name already. */
  CASE_THERE("SOP-5210"),
  /** An anchor is not the one that was handed out. */
  ANCHOR_OTHER("SOP-5211");

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
