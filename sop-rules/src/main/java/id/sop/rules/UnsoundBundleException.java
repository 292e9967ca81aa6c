package id.sop.rules;

import id.sop.bundle.BundleCode;
import id.sop.problem.Problem;
import id.sop.problem.SopException;
import java.util.List;

/** A bundle that was to be run has errors. The message names the first; the list has all. */
public final class UnsoundBundleException extends SopException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  UnsoundBundleException(String folder, List<Problem> problems) {
    super(
        BundleCode.NOT_LOADED,
        folder,
        Integer.toString(problems.size()),
        problems.get(0).toString());
    this.problems = List.copyOf(problems);
  }

  /** All errors, in file order. */
  public List<Problem> problems() {
    return problems;
  }
}
