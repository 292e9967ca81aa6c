package id.sop.rules;

import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.problem.Severity;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import java.util.List;
import java.util.Optional;

/**
 * What became of a bundle.
 *
 * @param procedure the SOP, ready to be carried out; empty when there is an error
 * @param table its arrows as a table; empty when there is an error
 * @param problems what is wrong, in file order; without an error these are warnings
 */
public record LoadedSop(
    Optional<Procedure> procedure, Optional<RoutingTable> table, List<Problem> problems) {
  public LoadedSop {
    problems = List.copyOf(problems);
  }

  static LoadedSop failed(List<Problem> problems) {
    return new LoadedSop(Optional.empty(), Optional.empty(), problems);
  }

  /** Whether nothing may be carried out before something is mended. */
  public boolean hasErrors() {
    return Problems.hasErrors(problems);
  }

  /** The errors alone. */
  public List<Problem> errors() {
    return problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
  }
}
