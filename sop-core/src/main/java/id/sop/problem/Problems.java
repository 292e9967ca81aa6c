package id.sop.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers problems while something is read, so that all of them come out in one go. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Notes a problem. */
  public void add(Place place, Code code, String... facts) {
    found.add(Problem.at(place, code, facts));
  }

  /** Notes problems found elsewhere. */
  public void addAll(Iterable<Problem> problems) {
    for (Problem problem : problems) {
      found.add(problem);
    }
  }

  /** Whether one of them is an error. */
  public boolean hasErrors() {
    return hasErrors(found);
  }

  /** Whether one of {@code problems} is an error. */
  public static boolean hasErrors(List<Problem> problems) {
    for (Problem problem : problems) {
      if (problem.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /** All of them in file order, each once. */
  public List<Problem> sorted() {
    List<Problem> inOrder = new ArrayList<>(found);
    inOrder.sort(Problem.IN_FILE_ORDER);
    List<Problem> each = new ArrayList<>();
    for (Problem problem : inOrder) {
      // Equal ones now lie side by side.
      boolean first =
          each.isEmpty()
              || Problem.IN_FILE_ORDER.compare(each.get(each.size() - 1), problem) != 0
              || !each.contains(problem);
      if (first) {
        each.add(problem);
      }
    }
    return List.copyOf(each);
  }
}
