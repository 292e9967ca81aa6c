package id.sop.rules.exploration;

import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.routing.Block;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.rules.dialect.RouteRule;
import id.sop.rules.live.LiveRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A grid whose every question Drools has answered.
 *
 * @param grid the questions
 * @param heard the answers, cell by cell; no route where no question can fall
 */
record Asked(Grid grid, List<LiveRouter.Heard> heard) {
  Asked {
    heard = List.copyOf(heard);
  }

  static Asked ask(Grid grid, LiveRouter live, Sop sop) {
    LiveRouter.Heard nothing = new LiveRouter.Heard(new RouteAnswer.NoRoute(), List.of());
    List<LiveRouter.Heard> heard = new ArrayList<>();
    for (int cell = 0; cell < grid.cells(); cell++) {
      heard.add(grid.witness(cell, sop.pelaksana().keySet()).map(live::ask).orElse(nothing));
    }
    return new Asked(grid, heard);
  }

  Optional<StepId> from() {
    return grid.asked().map(RouteQuestion.Completed::step);
  }

  Optional<Label> label() {
    return grid.asked().flatMap(RouteQuestion.Completed::label);
  }

  Block block() {
    return new Block(grid, heard.stream().map(LiveRouter.Heard::answer).toList());
  }

  boolean canBeAnsweredBy(RouteRule rule) {
    return rule.canAnswer(from(), label());
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
