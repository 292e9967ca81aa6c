package id.sop.authority;

import id.sop.problem.SopException;

/** A register of appointments could not do what it was asked; the code says why. */
public final class AuthorityException extends SopException {
  private static final long serialVersionUID = 1L;

  public AuthorityException(AuthorityCode code, String... facts) {
    super(code, facts);
  }

  public AuthorityException(AuthorityCode code, Throwable cause, String... facts) {
    super(code, cause, facts);
  }
}
