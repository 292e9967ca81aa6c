package id.sop.bundle;

import id.sop.problem.Problem;
import id.sop.problem.Severity;
import id.sop.problem.SopException;
import java.util.List;

/** A bundle that was to be run has errors. The message names the first; the list has all. */
public final class UnsoundBundleException extends SopException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  private UnsoundBundleException(String folder, List<Problem> errors) {
    super(BundleCode.NOT_LOADED, folder, Integer.toString(errors.size()), errors.get(0).toString());
    this.problems = errors;
  }

  /**
   * The exception for {@code bundle}.
   *
   * @param problems what is wrong with it; one of them at least is an error
   */
  public static UnsoundBundleException of(SopBundle bundle, List<Problem> problems) {
    return new UnsoundBundleException(
        bundle.folder(), problems.stream().filter(p -> p.severity() == Severity.ERROR).toList());
  }

  /** All errors, in file order. */
  public List<Problem> problems() {
    return problems;
  }
}
