package id.sop.rules.coverage;

import id.sop.example.Example;
import id.sop.routing.Procedure;
import id.sop.routing.Router;
import id.sop.routing.RoutingTable;
import id.sop.rules.example.ExamplePlay;
import id.sop.rules.example.ExamplePlay.Performance;
import id.sop.worktime.DueDates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The examples of one SOP, played on its own table. */
final class Suite {
  private final Procedure procedure;
  private final DueDates calendar;
  private final List<Played> played;

  private Suite(Procedure procedure, DueDates calendar, List<Played> played) {
    this.procedure = procedure;
    this.calendar = calendar;
    this.played = played;
  }

  /**
   * An example on the sound table.
   *
   * @param asked all that the machine asked the table for, also where the step was then refused
   */
  record Played(Example example, Performance performance, Set<Asked> asked) {}

  static Suite play(
      Procedure procedure, RoutingTable table, List<Example> examples, DueDates calendar) {
    List<Played> played = new ArrayList<>();
    for (Example example : examples) {
      Set<Asked> asked = new HashSet<>();
      Router listening =
          question -> {
            asked.add(Asked.by(question));
            return table.route(question);
          };
      Performance performance = ExamplePlay.perform(with(procedure, listening), example, calendar);
      played.add(new Played(example, performance, asked));
    }
    return new Suite(procedure, calendar, List.copyOf(played));
  }

  private static Procedure with(Procedure procedure, Router router) {
    return new Procedure(procedure.sop(), router, procedure.digest());
  }

  List<Coverage.Trial> trials() {
    return played.stream()
        .map(p -> new Coverage.Trial(p.example(), p.performance().mismatches()))
        .toList();
  }

  List<Played> holding() {
    return played.stream().filter(p -> p.performance().holds()).toList();
  }

  /** The first example that fails with {@code mutant}. */
  Optional<String> killer(Mutant mutant) {
    return holding().stream()
        .filter(p -> canNotice(p, mutant) && fails(p.example(), mutant))
        .map(p -> p.example().nama())
        .findFirst();
  }

  /** An example that never asks where the mutant answers otherwise goes as before. */
  private static boolean canNotice(Played played, Mutant mutant) {
    return !(mutant.router() instanceof Spoilt spoilt)
        || !Collections.disjoint(played.asked(), spoilt.touched());
  }

  private boolean fails(Example example, Mutant mutant) {
    return !ExamplePlay.perform(with(procedure, mutant.router()), example, calendar).holds();
  }
}
