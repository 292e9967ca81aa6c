package id.sop.outbox;

import id.sop.journal.JournalException;
import id.sop.problem.SopException;

/** What kept an entry from being sent, on its way out of the transaction that it undoes. */
final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 200;
  private static final String UNREADABLE = OutboxCode.ENTRY_UNREADABLE.id() + " ";

  private final transient Exception why;
  private final long seq;

  Trouble(long seq, Exception why) {
    super(why);
    this.seq = seq;
    this.why = why;
  }

  Exception why() {
    return why;
  }

  long seq() {
    return seq;
  }

  /** What is kept of it: never its message, which may name people. */
  String problem() {
    if (why instanceof JournalException journal) {
      return UNREADABLE + journal.code().id();
    }
    String kind = why instanceof SopException sop ? sop.code().id() : why.getClass().getName();
    return kind.length() > LONGEST ? kind.substring(kind.length() - LONGEST) : kind;
  }

  /** Which of the two kinds of trouble {@code problem} tells of. */
  static OutboxCode codeOf(String problem) {
    return problem.startsWith(UNREADABLE) ? OutboxCode.ENTRY_UNREADABLE : OutboxCode.NOT_RECEIVED;
  }
}
