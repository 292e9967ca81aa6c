package id.sop.rules.exploration;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.routing.RouteAnswer;
import id.sop.rules.dialect.Action;
import id.sop.rules.dialect.RouteRule;
import id.sop.worktime.Waktu;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the walk shows to be wrong, each at the rule or row where it can be mended. */
final class Findings {
  private static final int SHOWN = 5;

  private final Sop sop;
  private final List<RouteRule> rules;
  private final Walk walk;
  private final Problems problems = new Problems();
  private final Set<RouteRule> used = new HashSet<>();

  private Findings(Sop sop, List<RouteRule> rules, Walk walk) {
    this.sop = sop;
    this.rules = rules;
    this.walk = walk;
  }

  static List<Problem> of(Sop sop, List<RouteRule> rules, Walk walk) {
    Findings findings = new Findings(sop, rules, walk);
    walk.all().forEach(findings::answers);
    findings.mishaps();
    findings.ends();
    findings.unreachableRows();
    findings.deadArrows();
    findings.traps();
    findings.differingTargets();
    findings.labelsAlike();
    return findings.problems.sorted();
  }

  private Place fileStart() {
    return Place.startOf(rules.get(0).reason().place().file());
  }

  private void answers(Asked asked) {
    Optional<RouteRule> first = rules.stream().filter(asked::canBeAnsweredBy).findFirst();
    if (first.isEmpty()) {
      withoutArrow(asked);
      return;
    }
    List<Integer> gaps = new ArrayList<>();
    Map<List<RouteRule>, Integer> clashes = new LinkedHashMap<>();
    for (int cell : walk.reached(asked)) {
      List<RouteRule> fired = asked.heard().get(cell).fired();
      used.addAll(fired);
      if (fired.isEmpty()) {
        gaps.add(cell);
      } else if (fired.size() > 1) {
        clashes.putIfAbsent(fired, cell);
      }
    }
    if (!gaps.isEmpty()) {
      problems.add(first.get().reason().place(), ExplorationCode.NO_ROUTE, texts(asked, gaps));
    }
    clashes.forEach((fired, cell) -> clash(asked, fired, cell));
  }

  private void withoutArrow(Asked asked) {
    Optional<Step> step = asked.from().flatMap(sop::step);
    if (step.isEmpty()) {
      problems.add(fileStart(), ExplorationCode.START_MISSING);
    } else if (asked.label().isPresent()) {
      problems.add(
          step.get().place(),
          ExplorationCode.LABEL_WITHOUT_ARROW,
          step.get().id().value(),
          asked.label().get().value());
    } else {
      problems.add(step.get().place(), ExplorationCode.ROW_WITHOUT_ARROW, step.get().id().value());
    }
  }

  private static String texts(Asked asked, List<Integer> cells) {
    String shown = cells.stream().limit(SHOWN).map(asked::text).collect(Collectors.joining("; "));
    return cells.size() > SHOWN ? shown + "; ... (" + cells.size() + ")" : shown;
  }

  private void clash(Asked asked, List<RouteRule> fired, int cell) {
    boolean differ = asked.heard().get(cell).answer() instanceof RouteAnswer.Conflict;
    String others =
        fired.stream().skip(1).map(Findings::namedWithPlace).collect(Collectors.joining(", "));
    problems.add(
        fired.get(0).reason().place(),
        differ ? ExplorationCode.CONFLICT : ExplorationCode.ARROW_TWICE,
        fired.get(0).name(),
        others,
        asked.text(cell));
  }

  private static String namedWithPlace(RouteRule rule) {
    return '"' + rule.name() + "\" (" + rule.reason().place() + ")";
  }

  private void mishaps() {
    Set<RouteRule> told = new HashSet<>();
    for (Walk.Mishap mishap : walk.waitsForever()) {
      RouteRule rule = mishap.asked().heard().get(mishap.cell()).fired().get(0);
      if (told.add(rule)) {
        problems.add(
            rule.reason().place(),
            ExplorationCode.WAITS_FOREVER,
            rule.name(),
            mishap.asked().text(mishap.cell()));
      }
    }
    for (Walk.Mishap mishap : walk.reopened()) {
      RouteRule rule = mishap.asked().heard().get(mishap.cell()).fired().get(0);
      if (told.add(rule)) {
        problems.add(
            rule.reason().place(),
            ExplorationCode.REOPENED,
            rule.name(),
            mishap.reopened().map(StepId::value).orElse("-"),
            mishap.asked().text(mishap.cell()));
      }
    }
  }

  private void ends() {
    if (rules.stream().noneMatch(r -> r.action() instanceof Action.Selesai)) {
      problems.add(fileStart(), ExplorationCode.END_MISSING);
    }
  }

  /** Of a whole part that nobody reaches, only the rows where it would be entered are told. */
  private void unreachableRows() {
    Set<StepId> unreached = new TreeSet<>(sop.langkah().keySet());
    unreached.removeAll(walk.openRows());
    if (walk.openRows().isEmpty()) {
      return;
    }
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
        problems.add(
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

  private void deadArrows() {
    Set<StepId> reachedRows = walk.openRows();
    for (RouteRule rule : rules) {
      boolean couldBeAsked =
          walk.all().stream()
              .filter(a -> a.canBeAnsweredBy(rule))
              .anyMatch(a -> a.from().isEmpty() || reachedRows.contains(a.from().get()));
      boolean askedNowhere = walk.all().stream().noneMatch(a -> a.canBeAnsweredBy(rule));
      if (!used.contains(rule) && (couldBeAsked || askedNowhere)) {
        problems.add(rule.reason().place(), ExplorationCode.ARROW_DEAD, rule.name());
      }
    }
  }

  private void traps() {
    for (Set<StepId> rows : walk.traps()) {
      StepId first = rows.iterator().next();
      problems.add(
          sop.step(first).orElseThrow().place(),
          ExplorationCode.NO_WAY_OUT,
          rows.stream().map(StepId::value).collect(Collectors.joining(", ")));
    }
  }

  /** Who is to do a row, and by when, as an arrow into it says. */
  private record Said(List<PelaksanaCode> by, Waktu waktu) {
    String text() {
      return by + ", " + waktu.teks();
    }
  }

  private void differingTargets() {
    Map<StepId, RouteRule> firstRule = new HashMap<>();
    Map<StepId, Said> firstSaid = new HashMap<>();
    for (RouteRule rule : rules) {
      for (Action.Tujuan target : rule.action().targets()) {
        Step step = sop.step(target.step()).orElseThrow();
        Said said =
            new Said(
                target.oleh().orElse(step.pelaksana().roles()),
                target.selama().orElse(step.mutuBaku().waktu()));
        Said before = firstSaid.putIfAbsent(step.id(), said);
        firstRule.putIfAbsent(step.id(), rule);
        if (before != null && !before.equals(said)) {
          problems.add(
              target.place(),
              ExplorationCode.TARGETS_DIFFER,
              step.id().value(),
              said.text(),
              before.text(),
              namedWithPlace(firstRule.getOrDefault(step.id(), rule)));
        }
      }
    }
  }

  private void labelsAlike() {
    for (Step step : sop.langkah().values()) {
      List<List<String>> outcomes =
          walk.all().stream()
              .filter(a -> a.from().equals(Optional.of(step.id())))
              .map(a -> a.heard().stream().map(h -> outcome(h.answer())).toList())
              .toList();
      boolean alike = outcomes.stream().distinct().count() == 1;
      boolean somewhere = outcomes.stream().flatMap(List::stream).anyMatch(o -> !o.isEmpty());
      if (outcomes.size() > 1 && alike && somewhere) {
        problems.add(step.place(), ExplorationCode.LABELS_ALIKE, step.id().value());
      }
    }
  }

  /** What an answer leads to, whichever rule gave it; empty without a route. */
  private static String outcome(RouteAnswer answer) {
    if (answer instanceof RouteAnswer.Open open) {
      return open.targets().toString();
    }
    if (answer instanceof RouteAnswer.End end) {
      return end.outcome();
    }
    return answer instanceof RouteAnswer.Wait ? "tunggu" : "";
  }
}
