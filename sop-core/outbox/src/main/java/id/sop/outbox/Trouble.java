package id.sop.outbox;

import id.sop.problem.SopException;

/** What kept an entry from being sent, on its way out of the transaction that it undoes. */
final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 200;
  private static final String UNREADABLE = OutboxCode.ENTRY_UNREADABLE.id() + " ";

  private final transient Exception why;
  private final long seq;
  private final boolean unreadable;

  private Trouble(long seq, Exception why, boolean unreadable) {
    super(why);
    this.seq = seq;
    this.why = why;
    this.unreadable = unreadable;
  }

  static Trouble notReceived(long seq, Exception why) {
    return new Trouble(seq, why, false);
  }

  static Trouble unreadable(long seq, SopException why) {
    return new Trouble(seq, why, true);
  }

  Exception why() {
    return why;
  }

  long seq() {
    return seq;
  }

  /** What is kept of it: never its message, which may name people. */
  String problem() {
    String kind = why instanceof SopException sop ? sop.code().id() : why.getClass().getName();
    String all = unreadable ? UNREADABLE + kind : kind;
    return all.length() > LONGEST ? all.substring(all.length() - LONGEST) : all;
  }

  /** Which of the two kinds of trouble {@code problem} tells of. */
  static OutboxCode codeOf(String problem) {
    return problem.startsWith(UNREADABLE) ? OutboxCode.ENTRY_UNREADABLE : OutboxCode.NOT_RECEIVED;
  }
}
