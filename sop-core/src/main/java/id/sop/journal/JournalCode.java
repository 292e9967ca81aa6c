package id.sop.journal;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can be wrong with a record. */
public enum JournalCode implements Code {
  /** An event is not strict JSON. */
  NOT_JSON("SOP-5001"),
  /** An event is of a kind that this version does not know. */
  KIND_UNKNOWN("SOP-5002"),
  /** An event is written in a form that this version does not know. */
  FORM_UNKNOWN("SOP-5003"),
  /** An event has a field that its kind does not have. */
  FIELD_UNKNOWN("SOP-5004"),
  /** An event lacks a field. */
  FIELD_MISSING("SOP-5005"),
  /** A field of an event has the wrong type. */
  FIELD_MISTYPED("SOP-5006"),
  /** A field of an event has a value that cannot be. */
  FIELD_INVALID("SOP-5007"),
  /** A text cannot be written in Unicode. */
  TEXT_NOT_UNICODE("SOP-5008"),
  /** A time lies outside the years 0 to 9999. */
  TIME_OUT_OF_RANGE("SOP-5009"),
  /** A stored entry has a value outside its event that cannot be. */
  ROW_INVALID("SOP-5010"),
  /** An entry no longer says what was recorded. */
  EDITED("SOP-5021"),
  /** An entry stands at another place than the one where it was recorded. */
  MOVED("SOP-5022"),
  /** An entry was put in afterwards. */
  INSERTED("SOP-5023"),
  /** Entries were taken out. */
  MISSING("SOP-5024"),
  /** The last entries were taken off. */
  CUT("SOP-5025"),
  /** An entry is whole, but not the one that stood there. */
  REPLACED("SOP-5026"),
  /** An entry is as it was recorded, but cannot be read. */
  UNREADABLE("SOP-5027"),
  /** The case itself is gone, or never was; its entries are there. */
  HEAD_MISSING("SOP-5028"),
  /** An entry was recorded later than it says. */
  BACKDATED("SOP-5029");

  private final String id;

  JournalCode(String id) {
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
