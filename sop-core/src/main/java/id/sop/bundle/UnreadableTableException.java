package id.sop.bundle;

import id.sop.problem.Problem;

/** Reading a saved table stopped. Within this package only: a caller gets the problem. */
final class UnreadableTableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  UnreadableTableException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
