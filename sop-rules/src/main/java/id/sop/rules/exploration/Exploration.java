package id.sop.rules.exploration;

import com.google.common.math.LongMath;
import id.sop.definition.Sop;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RoutingTable;
import id.sop.rules.dialect.RouteRule;
import id.sop.rules.live.LiveRouter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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
   * @param findings what is wrong with the graph, in file order
   */
  public record Result(Optional<RoutingTable> table, List<Finding> findings) {
    public Result {
      findings = List.copyOf(findings);
    }

    /** What is wrong with the graph, without the witnesses. */
    public List<Problem> problems() {
      return findings.stream().map(Finding::problem).toList();
    }
  }

  /** Explores the rules of {@code sop}, at least one, which {@code live} answers for. */
  public static Result explore(Sop sop, List<RouteRule> rules, LiveRouter live) {
    try (LiveRouter.Sitting drools = live.sit()) {
      return explore(sop, rules, drools::ask);
    }
  }

  static Result explore(
      Sop sop, List<RouteRule> rules, Function<RouteQuestion, LiveRouter.Heard> drools) {
    List<Grid> grids = Grids.of(sop, rules);
    Optional<Problem> tooMany = tooMany(grids, rules);
    if (tooMany.isPresent()) {
      return failed(tooMany.get());
    }
    Place file = fileOf(rules);
    List<Asked> asked = grids.stream().map(g -> Asked.ask(g, drools, sop)).toList();
    Optional<Asked> wrong = asked.stream().filter(a -> a.differing().isPresent()).findFirst();
    if (wrong.isPresent()) {
      return failed(Problem.at(file, ExplorationCode.CUT_WRONGLY, wrong.get().differingText()));
    }
    Walk walk = Walk.through(sop, asked, true);
    List<Problem> notes = new ArrayList<>();
    if (walk.isTooLarge()) {
      walk = Walk.through(sop, asked, false);
      notes.add(Problem.at(file, ExplorationCode.FACTS_NOT_CARRIED));
    }
    if (walk.isTooLarge()) {
      return failed(
          Problem.at(file, ExplorationCode.TOO_MANY_STATES, Integer.toString(Walk.MAX_STATES)));
    }
    return result(sop, asked, findings(sop, rules, walk, drools, notes));
  }

  private static List<Finding> findings(
      Sop sop,
      List<RouteRule> rules,
      Walk walk,
      Function<RouteQuestion, LiveRouter.Heard> drools,
      List<Problem> notes) {
    Evidence evidence = new Evidence(sop, drools, new Retelling(sop, walk, true));
    notes.forEach(evidence::tell);
    Answers.check(sop, rules, walk, evidence);
    Liveness.check(sop, rules, walk, evidence);
    Arrows.check(sop, rules, walk, evidence);
    return evidence.sorted();
  }

  private static Result result(Sop sop, List<Asked> asked, List<Finding> findings) {
    Result without = new Result(Optional.empty(), findings);
    if (Problems.hasErrors(without.problems())) {
      return without;
    }
    RoutingTable table =
        RoutingTable.of(asked.stream().map(Asked::block).toList(), sop.pelaksana().keySet());
    return new Result(Optional.of(table), findings);
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
    return new Result(Optional.empty(), List.of(new Finding(problem, Optional.empty())));
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
