package id.sop.rules.exploration;

import com.google.common.math.LongMath;
import id.sop.definition.Sop;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.RoutingTable;
import id.sop.rules.dialect.RouteRule;
import id.sop.rules.live.LiveRouter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks Drools every question that can come up, keeps the answers, and tells what is wrong. */
public final class Exploration {
  /** More questions than this are not asked: it would take longer than anybody waits. */
  public static final int MAX_QUESTIONS = 200_000;

  private Exploration() {}

  /**
   * What was found.
   *
   * @param table the answers; empty when there is an error
   * @param problems what is wrong with the graph
   */
  public record Result(Optional<RoutingTable> table, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /** Explores the rules of {@code sop}, at least one, which {@code live} answers for. */
  public static Result explore(Sop sop, List<RouteRule> rules, LiveRouter live) {
    List<Grid> grids = Grids.of(sop, rules);
    Optional<Problem> tooMany = tooMany(grids, rules);
    if (tooMany.isPresent()) {
      return failed(tooMany.get());
    }
    Place file = fileOf(rules);
    List<Asked> asked = grids.stream().map(g -> Asked.ask(g, live, sop)).toList();
    Walk walk = Walk.through(sop, asked);
    if (walk.isTooLarge()) {
      return failed(
          Problem.at(file, ExplorationCode.TOO_MANY_STATES, Integer.toString(Walk.MAX_STATES)));
    }
    List<Problem> problems = Findings.of(sop, rules, walk);
    if (Problems.hasErrors(problems)) {
      return new Result(Optional.empty(), problems);
    }
    RoutingTable table =
        RoutingTable.of(asked.stream().map(Asked::block).toList(), sop.pelaksana().keySet());
    return new Result(Optional.of(table), problems);
  }

  /**
   * Whether the rules of {@code sop}, at least one, ask for more than can be explored: known from
   * the rules alone, so that they need not be compiled to find out.
   */
  public static Optional<Problem> tooMany(Sop sop, List<RouteRule> rules) {
    return tooMany(Grids.of(sop, rules), rules);
  }

  private static Optional<Problem> tooMany(List<Grid> grids, List<RouteRule> rules) {
    long questions = grids.stream().mapToLong(Grid::cells).reduce(0, LongMath::saturatedAdd);
    return questions > MAX_QUESTIONS
        ? Optional.of(tooMany(fileOf(rules), grids, questions))
        : Optional.empty();
  }

  private static Place fileOf(List<RouteRule> rules) {
    return Place.startOf(rules.get(0).reason().place().file());
  }

  private static Result failed(Problem problem) {
    return new Result(Optional.empty(), List.of(problem));
  }

  /** Names what multiplies in the largest block, so that the author sees what to take out. */
  private static Problem tooMany(Place file, List<Grid> grids, long questions) {
    Grid largest = grids.stream().max(Comparator.comparingLong(Grid::cells)).orElseThrow();
    String factors =
        largest.dimensions().stream()
            .map((Dimension d) -> d.name() + " (" + d.size() + ")")
            .collect(Collectors.joining(" x "));
    String from = largest.asked().map(c -> "baris " + c.step()).orElse("mulai");
    return Problem.at(
        file,
        ExplorationCode.TOO_MANY_QUESTIONS,
        String.format(Locale.ROOT, "%d", questions),
        Integer.toString(MAX_QUESTIONS),
        from,
        factors);
  }
}
