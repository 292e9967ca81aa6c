package id.sop.routing;

import id.sop.definition.Label;
import java.util.List;
import java.util.Optional;

/**
 * A block as a decision reads it: asked at every step of every case, it holds arrays, so that
 * nothing is allocated and nothing is called that could be something else.
 */
final class Cells {
  /** Of a row or label that nobody foresaw. */
  static final Cells NONE =
      new Cells(new Block(new Grid(Optional.empty(), List.of()), List.of(Block.NO_ROUTE)));

  private final Optional<Label> label;
  private final Dimension[] dimensions;
  private final RouteAnswer[] answers;

  Cells(Block block) {
    Optional<RouteQuestion.Completed> asked = block.grid().asked();
    this.label = asked.isPresent() ? asked.get().label() : Optional.empty();
    this.dimensions = block.grid().dimensions().toArray(new Dimension[0]);
    this.answers = block.answers().toArray(new RouteAnswer[0]);
  }

  /** Whether these are the cells of {@code asked}; a row that decides nothing has no label. */
  boolean isFor(Optional<Label> asked) {
    return label.equals(asked);
  }

  /** The answer; {@link RouteAnswer.NoRoute} when the question falls into no cell. */
  RouteAnswer route(RouteQuestion question) {
    int cell = 0;
    for (Dimension dimension : dimensions) {
      int region = dimension.regionOf(question);
      if (region < 0) {
        return Block.NO_ROUTE;
      }
      cell = cell * dimension.size() + region;
    }
    return answers[cell];
  }
}
