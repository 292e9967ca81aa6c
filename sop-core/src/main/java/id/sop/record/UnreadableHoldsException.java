package id.sop.record;

import id.sop.problem.Problem;
import id.sop.problem.SopException;
import java.util.List;

/** A file of legal holds has mistakes. The message names the first; the list has all. */
public final class UnreadableHoldsException extends SopException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  UnreadableHoldsException(String file, List<Problem> problems) {
    super(
        RecordCode.HOLDS_UNREADABLE,
        file,
        Integer.toString(problems.size()),
        problems.get(0).toString());
    this.problems = List.copyOf(problems);
  }

  /** All mistakes, in file order. */
  public List<Problem> problems() {
    return problems;
  }
}
