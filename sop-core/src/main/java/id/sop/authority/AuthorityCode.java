package id.sop.authority;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What a register of appointments cannot do. */
public enum AuthorityCode implements Code {
  /** The register has no appointment of this number. */
  NO_SUCH_APPOINTMENT("SOP-4121"),
  /** The appointment ends earlier by its own letter. */
  ENDS_AFTER_ITS_LETTER("SOP-4122"),
  /** A text is blank, too long or unprintable, or a time too far away. */
  CANNOT_BE_KEPT("SOP-4123"),
  /** An entry of the register makes no sense: somebody else wrote it. */
  ENTRY_UNREADABLE("SOP-4124");

  private final String id;

  AuthorityCode(String id) {
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
