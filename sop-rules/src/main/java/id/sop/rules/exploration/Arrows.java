package id.sop.rules.exploration;

import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.routing.RouteAnswer;
import id.sop.rules.dialect.Action;
import id.sop.rules.dialect.RouteRule;
import id.sop.worktime.Waktu;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether each arrow is of use, has a basis, and agrees with the document and with its likes. */
final class Arrows {
  /** What authors write where they do not know the basis yet. */
  private static final Set<String> NO_BASIS =
      Set.of(
          "todo",
          "tbd",
          "tba",
          "fixme",
          "xx",
          "xxx",
          "na",
          "nihil",
          "kosong",
          "belum",
          "belum ada",
          "belum tahu",
          "tidak ada",
          "tidak tahu",
          "isi",
          "isi di sini",
          "menyusul",
          "dasar hukum");

  private final Sop sop;
  private final List<RouteRule> rules;
  private final Walk walk;
  private final Evidence evidence;

  private Arrows(Sop sop, List<RouteRule> rules, Walk walk, Evidence evidence) {
    this.sop = sop;
    this.rules = rules;
    this.walk = walk;
    this.evidence = evidence;
  }

  static void check(Sop sop, List<RouteRule> rules, Walk walk, Evidence evidence) {
    Arrows arrows = new Arrows(sop, rules, walk, evidence);
    arrows.dead();
    arrows.withoutBasis();
    arrows.timesAgainstTheTable();
    arrows.differingTargets();
    arrows.labelsAlike();
  }

  private void dead() {
    Set<Place> used = new HashSet<>();
    for (Asked asked : walk.all()) {
      walk.reached(asked)
          .forEach(
              cell -> asked.heard().get(cell).fired().forEach(r -> used.add(r.reason().place())));
    }
    Set<StepId> reached = walk.openRows();
    for (RouteRule rule : written()) {
      if (used.contains(rule.reason().place())) {
        continue;
      }
      List<Asked> askable = walk.all().stream().filter(a -> a.canBeAnsweredBy(rule)).toList();
      // That nobody comes to its row is told at the row.
      boolean couldBeAsked =
          askable.stream().anyMatch(a -> a.from().map(reached::contains).orElse(true));
      if (couldBeAsked || askable.isEmpty()) {
        evidence.tell(rule.reason().place(), ExplorationCode.ARROW_DEAD, rule.name());
      }
    }
  }

  /** Each rule of the file once, also one that stands for several periods. */
  private Collection<RouteRule> written() {
    Map<Place, RouteRule> written = new LinkedHashMap<>();
    rules.forEach(rule -> written.putIfAbsent(rule.reason().place(), rule));
    return written.values();
  }

  private void withoutBasis() {
    for (RouteRule rule : written()) {
      if (isPlaceholder(rule.reason().dasarHukum())) {
        evidence.tell(
            rule.reason().place(),
            ExplorationCode.BASIS_MISSING,
            rule.name(),
            rule.reason().dasarHukum());
      }
    }
  }

  private static boolean isPlaceholder(String basis) {
    String words =
        basis
            .codePoints()
            .filter(c -> Character.isLetterOrDigit(c) || c == ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip()
            .toLowerCase(Locale.ROOT);
    return words.length() <= 1 || NO_BASIS.contains(words);
  }

  /** A row has one time, unless its document leaves it to the rules. */
  private void timesAgainstTheTable() {
    for (RouteRule rule : written()) {
      for (Action.Tujuan target : rule.action().targets()) {
        if (isAgainstTheTable(target)) {
          evidence.tell(
              target.place(),
              ExplorationCode.TIME_DIFFERS,
              target.step().value(),
              target.selama().orElseThrow().teks(),
              row(target).mutuBaku().waktu().teks(),
              row(target).place().toString());
        }
      }
    }
  }

  private boolean isAgainstTheTable(Action.Tujuan target) {
    Waktu own = row(target).mutuBaku().waktu();
    return !(own instanceof Waktu.MenurutAturan)
        && target.selama().filter(t -> !t.equals(own)).isPresent();
  }

  private Step row(Action.Tujuan target) {
    return sop.step(target.step()).orElseThrow();
  }

  /** Who is to do a row, and by when, as an arrow into it says. */
  private record Said(RouteRule rule, List<PelaksanaCode> by, Waktu waktu) {
    String text() {
      return by + ", " + waktu.teks();
    }

    boolean agreesWith(Said other) {
      return by.equals(other.by) && waktu.equals(other.waktu);
    }
  }

  private void differingTargets() {
    Map<StepId, Said> first = new HashMap<>();
    for (RouteRule rule : written()) {
      for (Action.Tujuan target : rule.action().targets()) {
        Step step = row(target);
        // A time that differs from the table's is told by itself.
        Waktu own = step.mutuBaku().waktu();
        Waktu waktu = isAgainstTheTable(target) ? own : target.selama().orElse(own);
        Said said = new Said(rule, target.oleh().orElse(step.pelaksana().roles()), waktu);
        Said before = first.putIfAbsent(step.id(), said);
        if (before != null && !before.agreesWith(said)) {
          evidence.tell(
              target.place(),
              ExplorationCode.TARGETS_DIFFER,
              step.id().value(),
              said.text(),
              before.text(),
              Answers.named(List.of(before.rule())));
        }
      }
    }
  }

  private void labelsAlike() {
    for (Step step : sop.langkah().values()) {
      List<List<String>> outcomes =
          walk.all().stream()
              .filter(a -> a.from().equals(Optional.of(step.id())))
              .filter(a -> !a.label().equals(Optional.of(Label.DILEWATI)))
              .map(a -> a.heard().stream().map(h -> outcome(h.answer())).toList())
              .toList();
      boolean alike = outcomes.stream().distinct().count() == 1;
      boolean somewhere = outcomes.stream().flatMap(List::stream).anyMatch(o -> !o.isEmpty());
      if (outcomes.size() > 1 && alike && somewhere) {
        evidence.tell(step.place(), ExplorationCode.LABELS_ALIKE, step.id().value());
      }
    }
  }

  /** What an answer leads to, whichever rule gave it; empty without a route. */
  private static String outcome(RouteAnswer answer) {
    if (answer instanceof RouteAnswer.Open open) {
      return open.targets().toString();
    }
    if (answer instanceof RouteAnswer.End end) {
      return (end.seluruhnya() ? "seluruhnya " : "") + end.outcome();
    }
    return answer instanceof RouteAnswer.Wait ? "tunggu" : "";
  }
}
