package id.sop.rules.difference;

import id.sop.definition.Label;
import id.sop.definition.StepId;
import id.sop.routing.RouteQuestion;
import java.util.List;
import java.util.Optional;

/**
 * Some of the questions that a row, or the start, can raise.
 *
 * @param from the row completed; empty for the start
 * @param label the label of its decision; empty when it decides nothing
 * @param extents what must be true besides; what is not named does not matter
 */
public record Where(Optional<StepId> from, Optional<Label> label, List<Extent> extents) {
  public Where {
    extents = List.copyOf(extents);
  }

  /** Whether {@code question} is one of them. */
  public boolean contains(RouteQuestion question) {
    return question.completed().map(RouteQuestion.Completed::step).equals(from)
        && question.completed().flatMap(RouteQuestion.Completed::label).equals(label)
        && extents.stream().allMatch(e -> e.contains(question));
  }

  /** As an author reads it: {@code baris 10, lokasi LUAR_PROVINSI}. */
  public String text() {
    StringBuilder text = new StringBuilder(from.map(r -> "baris " + r).orElse("mulai"));
    label.ifPresent(l -> text.append(' ').append(l));
    extents.forEach(e -> text.append(", ").append(e));
    return text.toString();
  }

  @Override
  public String toString() {
    return text();
  }
}
