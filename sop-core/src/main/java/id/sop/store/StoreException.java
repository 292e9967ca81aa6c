package id.sop.store;

import id.sop.problem.SopException;

/** A store could not do what it was asked; the code says why, and whether anything was stored. */
public final class StoreException extends SopException {
  private static final long serialVersionUID = 1L;

  public StoreException(StoreCode code, String... facts) {
    super(code, facts);
  }

  public StoreException(StoreCode code, Throwable cause, String... facts) {
    super(code, cause, facts);
  }
}
