package id.sop.rules.exploration;

import com.google.common.collect.ImmutableSortedSet;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.routing.Block;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.Range;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.Target;
import id.sop.rules.dialect.RouteRule;
import id.sop.rules.live.LiveRouter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A grid whose every question Drools has answered.
 *
 * @param grid the questions
 * @param heard the answers, cell by cell; no route where no question can fall
 * @param differing a question in whose region Drools gave two answers: then the grid was cut
 *     wrongly, and no answer can be trusted
 */
record Asked(Grid grid, List<LiveRouter.Heard> heard, Optional<RouteQuestion> differing) {
  Asked {
    heard = List.copyOf(heard);
  }

  /** Asks for each cell at its lower end and, where it is wide, at its upper end too. */
  static Asked ask(Grid grid, Function<RouteQuestion, LiveRouter.Heard> drools, Sop sop) {
    LiveRouter.Heard nothing = new LiveRouter.Heard(new RouteAnswer.NoRoute(), List.of());
    List<LiveRouter.Heard> all = new ArrayList<>();
    Optional<RouteQuestion> differing = Optional.empty();
    for (int cell = 0; cell < grid.cells(); cell++) {
      Optional<RouteQuestion> lower = grid.witness(cell, sop.pelaksana().keySet());
      LiveRouter.Heard heard = lower.map(drools).orElse(nothing);
      all.add(heard);
      if (differing.isEmpty() && lower.isPresent()) {
        RouteQuestion upper = upperEnd(grid, cell, lower.get());
        if (!upper.equals(lower.get()) && !drools.apply(upper).equals(heard)) {
          differing = Optional.of(upper);
        }
      }
    }
    return new Asked(grid, all, differing);
  }

  private static RouteQuestion upperEnd(Grid grid, int cell, RouteQuestion lower) {
    int[] regions = grid.regions(cell);
    Map<String, DataValue> data = new LinkedHashMap<>(lower.data());
    Optional<RouteQuestion.Completed> completed = lower.completed();
    for (int i = 0; i < regions.length; i++) {
      int region = regions[i];
      if (grid.dimensions().get(i) instanceof Dimension.Amounts amounts && region > 0) {
        data.put(amounts.field(), end(amounts, region, false));
      } else if (grid.dimensions().get(i) instanceof Dimension.Visits visits) {
        int most = (int) visits.ranges().get(region).to();
        completed =
            completed.map(c -> new RouteQuestion.Completed(c.step(), c.label(), c.by(), most));
      }
    }
    return new RouteQuestion(completed, lower.open(), lower.ever(), data);
  }

  /** The lowest or the highest value of a region. */
  static DataValue end(Dimension.Amounts amounts, int region, boolean isLowest) {
    Range range = amounts.ranges().get(region - 1);
    long value = isLowest ? range.from() : range.to();
    return amounts.dates() ? DataValue.of(LocalDate.ofEpochDay(value)) : DataValue.of(value);
  }

  Optional<StepId> from() {
    return grid.asked().map(RouteQuestion.Completed::step);
  }

  Optional<Label> label() {
    return grid.asked().flatMap(RouteQuestion.Completed::label);
  }

  RouteAnswer answer(int cell) {
    return heard.get(cell).answer();
  }

  /** The rows that its answers open. */
  Set<StepId> opened() {
    return heard.stream()
        .flatMap(h -> opened(h.answer()).stream())
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** The rows that {@code answer} opens. */
  static List<StepId> opened(RouteAnswer answer) {
    return answer instanceof RouteAnswer.Open open
        ? open.targets().stream().map(Target::step).toList()
        : List.of();
  }

  /** Whether no rule was asked: the document itself lets this happen. */
  boolean isOfDocument() {
    return heard.size() == 1 && heard.get(0).fired().isEmpty() && !opened().isEmpty();
  }

  Block block() {
    return new Block(grid, heard.stream().map(LiveRouter.Heard::answer).toList());
  }

  boolean canBeAnsweredBy(RouteRule rule) {
    return rule.canAnswer(from(), label());
  }

  /**
   * The question to which Drools answered differently within one region; empty if there is none.
   */
  String differingText() {
    return differing.map(q -> text(grid.cellOf(q)) + ": " + q.data()).orElse("");
  }

  /** The question as an author reads it: {@code baris 10, lokasi LUAR_PROVINSI}. */
  String text(int cell) {
    StringBuilder text = new StringBuilder(from().map(r -> "baris " + r).orElse("mulai"));
    label().ifPresent(l -> text.append(", keputusan ").append(l));
    int[] regions = grid.regions(cell);
    for (int i = 0; i < regions.length; i++) {
      Dimension dimension = grid.dimensions().get(i);
      text.append(", ").append(dimension.name()).append(' ').append(dimension.text(regions[i]));
    }
    return text.toString();
  }
}
