package id.sop.timers;

import id.sop.problem.SopException;

/** What a listener threw, on its way out of the transaction that it undoes. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 200;

  private final transient Exception why;

  Failure(Exception why) {
    super(why);
    this.why = why;
  }

  Exception why() {
    return why;
  }

  /** What is kept of it: never its message, which may name people. */
  static String kindOf(Exception why) {
    String kind = why instanceof SopException sop ? sop.code().id() : why.getClass().getName();
    return kind.length() > LONGEST ? kind.substring(kind.length() - LONGEST) : kind;
  }
}
