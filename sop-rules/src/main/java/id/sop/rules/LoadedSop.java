package id.sop.rules;

import id.sop.bundle.SavedTable;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.problem.Severity;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import id.sop.rules.exploration.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What became of a bundle.
 *
 * @param procedure the SOP, ready to be carried out; empty when there is an error
 * @param table its arrows as a table; empty when there is an error
 * @param problems what is wrong, in file order; without an error these are warnings
 * @param findings those of the problems that concern the graph of the arrows, each with a case in
 *     which it shows where there can be one; empty when the files themselves are not in order
 */
public record LoadedSop(
    Optional<Procedure> procedure,
    Optional<RoutingTable> table,
    List<Problem> problems,
    List<Finding> findings) {
  public LoadedSop {
    problems = List.copyOf(problems);
    findings = List.copyOf(findings);
  }

  static LoadedSop failed(List<Problem> problems) {
    return failed(problems, List.of());
  }

  static LoadedSop failed(List<Problem> problems, List<Finding> findings) {
    return new LoadedSop(Optional.empty(), Optional.empty(), problems, findings);
  }

  /** What a saved table gives: it would not have been saved with a fault in its graph. */
  static LoadedSop of(SavedTable.Result saved) {
    return new LoadedSop(saved.procedure(), saved.table(), saved.problems(), List.of());
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
