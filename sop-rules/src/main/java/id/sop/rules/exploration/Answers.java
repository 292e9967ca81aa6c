package id.sop.rules.exploration;

import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.problem.Place;
import id.sop.routing.Dimension;
import id.sop.routing.RouteAnswer;
import id.sop.rules.dialect.RouteRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether each question that can come up has exactly one answer. */
final class Answers {
  private static final int SHOWN = 5;

  private final Sop sop;
  private final List<RouteRule> rules;
  private final Walk walk;
  private final Evidence evidence;

  private Answers(Sop sop, List<RouteRule> rules, Walk walk, Evidence evidence) {
    this.sop = sop;
    this.rules = rules;
    this.walk = walk;
    this.evidence = evidence;
  }

  static void check(Sop sop, List<RouteRule> rules, Walk walk, Evidence evidence) {
    Answers answers = new Answers(sop, rules, walk, evidence);
    walk.all().forEach(answers::check);
  }

  private void check(Asked asked) {
    if (rules.stream().noneMatch(asked::canBeAnsweredBy)) {
      withoutArrow(asked);
      return;
    }
    List<Integer> gaps = new ArrayList<>();
    Map<List<RouteRule>, Integer> clashes = new LinkedHashMap<>();
    for (int cell : walk.reached(asked)) {
      List<RouteRule> fired = asked.heard().get(cell).fired();
      if (fired.isEmpty()) {
        gaps.add(cell);
      } else if (fired.size() > 1) {
        clashes.putIfAbsent(fired, cell);
      }
    }
    if (!gaps.isEmpty()) {
      gap(asked, gaps);
    }
    clashes.forEach((fired, cell) -> clash(asked, fired, cell));
  }

  private void withoutArrow(Asked asked) {
    Optional<Step> step = asked.from().flatMap(sop::step);
    if (step.isEmpty()) {
      Place file = Place.startOf(rules.get(0).reason().place().file());
      evidence.tell(file, ExplorationCode.START_MISSING);
    } else if (asked.label().isPresent()) {
      evidence.tell(
          step.get().place(),
          ExplorationCode.LABEL_WITHOUT_ARROW,
          step.get().id().value(),
          asked.label().get().value());
    } else {
      evidence.tell(step.get().place(), ExplorationCode.ROW_WITHOUT_ARROW, step.get().id().value());
    }
  }

  private void gap(Asked asked, List<Integer> gaps) {
    List<RouteRule> beside = beside(asked, gaps);
    evidence.show(
        walk.way(asked, gaps.get(0)),
        heard -> heard.fired().isEmpty(),
        beside.get(0).reason().place(),
        ExplorationCode.NO_ROUTE,
        texts(asked, gaps),
        named(beside));
  }

  private static String texts(Asked asked, List<Integer> cells) {
    String shown = cells.stream().limit(SHOWN).map(asked::text).collect(Collectors.joining("; "));
    return cells.size() > SHOWN ? shown + "; ... (" + cells.size() + ")" : shown;
  }

  /** The rules that answer right beside the gaps, or else all that look at this row. */
  private List<RouteRule> beside(Asked asked, List<Integer> gaps) {
    Set<Integer> indexes = new TreeSet<>();
    for (int gap : gaps) {
      for (int neighbour : neighbours(asked, gap)) {
        asked.heard().get(neighbour).fired().forEach(r -> indexes.add(rules.indexOf(r)));
      }
    }
    return indexes.isEmpty()
        ? rules.stream().filter(asked::canBeAnsweredBy).toList()
        : indexes.stream().map(rules::get).toList();
  }

  /**
   * The cells that differ from {@code cell} in one dimension: by one step where it has an order.
   */
  private static List<Integer> neighbours(Asked asked, int cell) {
    List<Integer> neighbours = new ArrayList<>();
    List<Dimension> dimensions = asked.grid().dimensions();
    int[] regions = asked.grid().regions(cell);
    int stride = 1;
    for (int i = dimensions.size() - 1; i >= 0; i--) {
      Dimension dimension = dimensions.get(i);
      boolean isOrdered =
          dimension instanceof Dimension.Amounts || dimension instanceof Dimension.Visits;
      int first = isOrdered ? Math.max(0, regions[i] - 1) : 0;
      int last = isOrdered ? Math.min(dimension.size() - 1, regions[i] + 1) : dimension.size() - 1;
      int here = cell - regions[i] * stride;
      for (int region = first; region <= last; region++) {
        neighbours.add(here + region * stride);
      }
      stride *= dimension.size();
    }
    return neighbours;
  }

  private void clash(Asked asked, List<RouteRule> fired, int cell) {
    boolean differ = asked.answer(cell) instanceof RouteAnswer.Conflict;
    evidence.show(
        walk.way(asked, cell),
        heard ->
            heard.fired().equals(fired) && differ == heard.answer() instanceof RouteAnswer.Conflict,
        fired.get(0).reason().place(),
        differ ? ExplorationCode.CONFLICT : ExplorationCode.ARROW_TWICE,
        fired.get(0).name(),
        named(fired.subList(1, fired.size())),
        asked.text(cell));
  }

  /** Rules by name and place. */
  static String named(Collection<RouteRule> rules) {
    return rules.stream()
        .map(r -> '"' + r.name() + "\" (" + r.reason().place() + ")")
        .collect(Collectors.joining(", "));
  }
}
