package id.sop.rules.coverage;

import id.sop.definition.Label;
import id.sop.definition.StepId;
import id.sop.routing.Grid;
import id.sop.routing.RouteQuestion;
import java.util.Optional;

/**
 * The row and label of a question: which block of the table answers it.
 *
 * @param step the row completed; empty for the start
 * @param label the label of its decision; empty when it decides nothing
 */
record Asked(Optional<StepId> step, Optional<Label> label) {
  static Asked by(RouteQuestion question) {
    return of(question.completed());
  }

  static Asked in(Grid grid) {
    return of(grid.asked());
  }

  private static Asked of(Optional<RouteQuestion.Completed> completed) {
    return new Asked(
        completed.map(RouteQuestion.Completed::step),
        completed.flatMap(RouteQuestion.Completed::label));
  }

  /** Such as {@code baris 3 YA}, or {@code mulai}. */
  @Override
  public String toString() {
    return step.map(s -> "baris " + s).orElse("mulai") + label.map(l -> " " + l).orElse("");
  }
}
