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
    problems.forEach(found::add);
  }

  /** Whether one of them is an error. */
  public boolean hasErrors() {
    return hasErrors(found);
  }

  /** Whether one of {@code problems} is an error. */
  public static boolean hasErrors(List<Problem> problems) {
    return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }

  /** All of them in file order, each once. */
  public List<Problem> sorted() {
    return found.stream().sorted(Problem.IN_FILE_ORDER).distinct().toList();
  }
}
