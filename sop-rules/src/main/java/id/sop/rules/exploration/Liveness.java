package id.sop.rules.exploration;

import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.routing.RouteAnswer;
import id.sop.rules.dialect.Action;
import id.sop.rules.dialect.RouteRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether every row can be reached, and from everywhere an end. */
final class Liveness {
  private final Sop sop;
  private final List<RouteRule> rules;
  private final Walk walk;
  private final Evidence evidence;

  private Liveness(Sop sop, List<RouteRule> rules, Walk walk, Evidence evidence) {
    this.sop = sop;
    this.rules = rules;
    this.walk = walk;
    this.evidence = evidence;
  }

  static void check(Sop sop, List<RouteRule> rules, Walk walk, Evidence evidence) {
    Liveness liveness = new Liveness(sop, rules, walk, evidence);
    liveness.ends();
    liveness.waits();
    liveness.reopened();
    liveness.traps();
    liveness.unreachableRows();
  }

  private void ends() {
    if (rules.stream().noneMatch(r -> r.action() instanceof Action.Selesai)) {
      Place file = Place.startOf(rules.get(0).reason().place().file());
      evidence.tell(file, ExplorationCode.END_MISSING);
    }
  }

  private void waits() {
    for (Walk.Hop hop : firstOfEachRule(walk.waitsForever())) {
      evidence.show(
          walk.way(hop),
          heard -> heard.answer() instanceof RouteAnswer.Wait,
          rule(hop).reason().place(),
          ExplorationCode.WAITS_FOREVER,
          rule(hop).name(),
          hop.asked().text(hop.cell()));
    }
    for (Walk.Hop hop : firstOfEachRule(walk.unreleased())) {
      Set<StepId> others = new TreeSet<>(Reach.others(hop.before(), hop.asked().grid()));
      evidence.show(
          walk.way(hop),
          heard -> heard.answer() instanceof RouteAnswer.Wait,
          rule(hop).reason().place(),
          ExplorationCode.NEVER_RELEASED,
          rule(hop).name(),
          joined(others));
    }
  }

  private void reopened() {
    for (Walk.Hop hop : firstOfEachRule(walk.reopened())) {
      Set<StepId> twice = Reach.others(hop.before(), hop.asked().grid());
      twice.retainAll(Asked.opened(hop.answer()));
      evidence.show(
          walk.way(hop),
          heard -> !Collections.disjoint(twice, Asked.opened(heard.answer())),
          rule(hop).reason().place(),
          ExplorationCode.REOPENED,
          rule(hop).name(),
          joined(new TreeSet<>(twice)),
          hop.asked().text(hop.cell()));
    }
  }

  private static List<Walk.Hop> firstOfEachRule(List<Walk.Hop> hops) {
    Set<RouteRule> told = new HashSet<>();
    return hops.stream().filter(h -> told.add(rule(h))).toList();
  }

  private static RouteRule rule(Walk.Hop hop) {
    return hop.asked().heard().get(hop.cell()).fired().get(0);
  }

  private static String joined(Set<StepId> rows) {
    return rows.stream().map(StepId::value).collect(Collectors.joining(", "));
  }

  private void traps() {
    for (Walk.Trap trap : walk.traps()) {
      StepId first = trap.rows().iterator().next();
      RouteAnswer entry = trap.entry().answer();
      evidence.show(
          walk.way(trap.entry()),
          heard -> heard.answer().leadsLike(entry),
          sop.step(first).orElseThrow().place(),
          ExplorationCode.NO_WAY_OUT,
          joined(trap.rows()));
    }
  }

  /** Of a whole part that nobody reaches, only the rows where it would be entered are told. */
  private void unreachableRows() {
    Set<StepId> reached = walk.openRows();
    if (reached.isEmpty()) {
      return;
    }
    Set<StepId> unreached = new TreeSet<>(sop.langkah().keySet());
    unreached.removeAll(reached);
    Map<StepId, Set<StepId>> leadsTo = new HashMap<>();
    Set<StepId> entered = new HashSet<>();
    for (StepId from : unreached) {
      for (RouteRule rule : rules) {
        if (comesFrom(rule, from)) {
          for (Action.Tujuan target : rule.action().targets()) {
            leadsTo.computeIfAbsent(from, f -> new TreeSet<>()).add(target.step());
            if (!target.step().equals(from)) {
              entered.add(target.step());
            }
          }
        }
      }
    }
    Set<StepId> covered = new HashSet<>();
    List<StepId> entrances = new ArrayList<>(unreached);
    entrances.removeAll(entered);
    entrances.addAll(unreached);
    for (StepId row : entrances) {
      if (covered.add(row)) {
        evidence.tell(
            sop.step(row).orElseThrow().place(), ExplorationCode.ROW_UNREACHABLE, row.value());
        cover(row, leadsTo, covered);
      }
    }
  }

  private static void cover(StepId row, Map<StepId, Set<StepId>> leadsTo, Set<StepId> covered) {
    for (StepId further : leadsTo.getOrDefault(row, Set.of())) {
      if (covered.add(further)) {
        cover(further, leadsTo, covered);
      }
    }
  }

  private boolean comesFrom(RouteRule rule, StepId row) {
    return walk.all().stream()
        .anyMatch(a -> a.from().equals(Optional.of(row)) && a.canBeAnsweredBy(rule));
  }
}
