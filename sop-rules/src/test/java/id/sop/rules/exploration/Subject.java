package id.sop.rules.exploration;

import id.sop.bundle.SopBundle;
import id.sop.definition.Sop;
import id.sop.example.Example;
import id.sop.problem.Problem;
import id.sop.problem.Severity;
import id.sop.routing.Block;
import id.sop.routing.Grid;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RoutingTable;
import id.sop.rules.Bundles;
import id.sop.rules.Shipped;
import id.sop.rules.dialect.Gate;
import id.sop.rules.dialect.RouteRule;
import id.sop.rules.example.ExamplePlay;
import id.sop.rules.live.CompiledRules;
import id.sop.rules.live.LiveRouter;
import id.sop.worktime.WorkCalendar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A correct SOP and its examples, against which spoilt rule files are held.
 *
 * @param sop its document
 * @param file its rules
 * @param examples empty when they are to be made from the graph
 */
record Subject(Sop sop, String file, List<Example> examples) {
  private static final WorkCalendar CALENDAR = WorkCalendar.indonesia();

  /** The shipped bundles, each with the examples that come with it. */
  static List<Subject> shipped() {
    return Shipped.ids().stream().map(Shipped::procedure).map(Subject::shipped).toList();
  }

  private static Subject shipped(Procedure procedure) {
    byte[] rules = SopBundle.onClassPath(procedure.sop().id()).bytes(SopBundle.RUTE).orElseThrow();
    return new Subject(
        procedure.sop(), new String(rules, StandardCharsets.UTF_8), Shipped.examples(procedure));
  }

  /** Who sees a slip first. */
  enum Finder {
    GATE,
    EXPLORATION,
    EXAMPLES,
    /** Nobody need see it: every question is answered as before. */
    NOBODY_NEED,
    NOBODY
  }

  /** A slip, who saw it, and what was told; examples tell at their own place. */
  record Verdict(MutantFiles.Mutant mutant, Finder finder, List<Problem> problems) {}

  private record Read(MutantFiles.Mutant mutant, Gate.Reading reading) {}

  Gate.Reading read(String rules) {
    return Gate.read(Bundles.FILE, rules, sop);
  }

  /** What becomes of every mutant; all that pass the gate are compiled in one go. */
  List<Verdict> verdicts() {
    Gate.Reading original = read(file);
    List<Read> mutants =
        MutantFiles.of(sop, file).stream().map(m -> new Read(m, read(m.text()))).toList();
    List<RouteRule> all =
        Stream.concat(
                Stream.of(original),
                mutants.stream().map(Read::reading).filter(r -> r.problems().isEmpty()))
            .flatMap(r -> r.rules().stream())
            .toList();
    try (CompiledRules compiled = CompiledRules.compile(sop, all, "mutants")) {
      Judge judge = new Judge(compiled, original.rules());
      return mutants.stream().map(judge::verdict).toList();
    }
  }

  private final class Judge {
    private final CompiledRules compiled;
    private final RoutingTable table;
    private final List<Example> proofs;

    Judge(CompiledRules compiled, List<RouteRule> rules) {
      this.compiled = compiled;
      LiveRouter live = compiled.router(rules).orElseThrow();
      Exploration.Result result = Exploration.explore(sop, rules, live);
      if (!result.findings().isEmpty()) {
        throw new AssertionError(sop.id() + " is not correct: " + result.problems());
      }
      this.table = result.table().orElseThrow();
      this.proofs = examples.isEmpty() ? Proofs.of(sop, rules, live, procedure(table)) : examples;
      List<Problem> mismatches = mismatches(table);
      if (!mismatches.isEmpty()) {
        throw new AssertionError(sop.id() + " fails its examples: " + mismatches);
      }
    }

    Verdict verdict(Read read) {
      if (!read.reading().problems().isEmpty()) {
        return new Verdict(read.mutant(), Finder.GATE, read.reading().problems());
      }
      List<RouteRule> rules = read.reading().rules();
      Exploration.Result result =
          Exploration.explore(sop, rules, compiled.router(rules).orElseThrow());
      List<Problem> problems =
          result.problems().stream().filter(p -> p.severity() != Severity.INFO).toList();
      if (!problems.isEmpty()) {
        return new Verdict(read.mutant(), Finder.EXPLORATION, problems);
      }
      List<Problem> mismatches = mismatches(result.table().orElseThrow());
      if (!mismatches.isEmpty()) {
        return new Verdict(read.mutant(), Finder.EXAMPLES, mismatches);
      }
      boolean isEqual = leadAlike(table, result.table().orElseThrow());
      return new Verdict(read.mutant(), isEqual ? Finder.NOBODY_NEED : Finder.NOBODY, List.of());
    }

    private List<Problem> mismatches(RoutingTable found) {
      for (Example example : proofs) {
        List<Problem> mismatches = ExamplePlay.run(procedure(found), example, CALENDAR);
        if (!mismatches.isEmpty()) {
          return mismatches;
        }
      }
      return List.of();
    }
  }

  private Procedure procedure(RoutingTable table) {
    return new Procedure(sop, table, "0".repeat(64));
  }

  /** Whether both tables answer alike on every cell of either. */
  private boolean leadAlike(RoutingTable one, RoutingTable other) {
    List<RouteQuestion> questions = new ArrayList<>();
    for (RoutingTable table : List.of(one, other)) {
      for (Block block : table.blocks()) {
        Grid grid = block.grid();
        for (int cell = 0; cell < grid.cells(); cell++) {
          Optional<RouteQuestion> question = grid.witness(cell, sop.pelaksana().keySet());
          question.ifPresent(questions::add);
        }
      }
    }
    return questions.stream().allMatch(q -> alike(one.route(q), other.route(q)));
  }

  private static boolean alike(RouteAnswer one, RouteAnswer other) {
    return one.leadsLike(other)
        || (one instanceof RouteAnswer.NoRoute && other instanceof RouteAnswer.NoRoute);
  }
}
