package id.sop.journal;

import id.sop.problem.Code;
import id.sop.problem.SopException;

/** An event that cannot be written down, or a stored one that cannot be read back. */
public final class JournalException extends SopException {
  private static final long serialVersionUID = 1L;

  JournalException(Code code, String... facts) {
    super(code, facts);
  }

  JournalException(Code code, Throwable cause, String... facts) {
    super(code, cause, facts);
  }
}
