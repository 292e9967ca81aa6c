package id.sop.record;

import id.sop.problem.SopException;

/** The file of a record or of an anchor cannot be taken for what it says it is. */
public final class RecordException extends SopException {
  private static final long serialVersionUID = 1L;

  RecordException(RecordCode code, String... facts) {
    super(code, facts);
  }

  RecordException(RecordCode code, Throwable cause, String... facts) {
    super(code, cause, facts);
  }
}
