package id.sop.routing;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.List;

/**
 * The answers to all questions of one {@link Grid}, cell by cell.
 *
 * @param grid the questions
 * @param answers one for each cell
 */
public record Block(Grid grid, List<RouteAnswer> answers) {
  public Block {
    checkArgument(grid.cells() == answers.size(), "one answer for each cell");
    answers = List.copyOf(answers);
  }

  static final RouteAnswer NO_ROUTE = new RouteAnswer.NoRoute();

  /**
   * The same answers with fewer cells: what no answer depends on is dropped, and neighbouring
   * ranges with the same answers become one.
   */
  Block reduced() {
    Block block = this;
    int at = 0;
    while (at < block.grid.dimensions().size()) {
      List<List<RouteAnswer>> slices = block.slices(at);
      if (slices.stream().allMatch(slices.get(0)::equals)) {
        block = block.without(at);
      } else {
        block = block.merged(at, slices);
        at++;
      }
    }
    return block;
  }

  /** The answers of each region of one dimension, in the order of the other dimensions. */
  private List<List<RouteAnswer>> slices(int at) {
    List<List<RouteAnswer>> slices = new ArrayList<>();
    for (int region = 0; region < grid.dimensions().get(at).size(); region++) {
      slices.add(new ArrayList<>());
    }
    for (int cell = 0; cell < answers.size(); cell++) {
      slices.get(grid.regions(cell)[at]).add(answers.get(cell));
    }
    return slices;
  }

  private Block without(int at) {
    List<Dimension> rest = new ArrayList<>(grid.dimensions());
    rest.remove(at);
    return new Block(new Grid(grid.asked(), rest), slices(at).get(0));
  }

  private Block merged(int at, List<List<RouteAnswer>> slices) {
    Dimension dimension = grid.dimensions().get(at);
    List<Range> ranges =
        dimension instanceof Dimension.Amounts a
            ? a.ranges()
            : dimension instanceof Dimension.Visits v ? v.ranges() : List.of();
    int offset = dimension.size() - ranges.size();
    List<Range> joined = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    for (int region = 0; region < dimension.size(); region++) {
      boolean mergeable = region > offset && !joined.isEmpty();
      if (mergeable && slices.get(region).equals(slices.get(region - 1))) {
        int last = joined.size() - 1;
        joined.set(last, new Range(joined.get(last).from(), ranges.get(region - offset).to()));
      } else {
        kept.add(region);
        if (region >= offset && !ranges.isEmpty()) {
          joined.add(ranges.get(region - offset));
        }
      }
    }
    if (kept.size() == dimension.size()) {
      return this;
    }
    Dimension fewer =
        dimension instanceof Dimension.Amounts a
            ? new Dimension.Amounts(a.field(), a.dates(), joined)
            : new Dimension.Visits(joined);
    List<Dimension> dimensions = new ArrayList<>(grid.dimensions());
    dimensions.set(at, fewer);
    List<RouteAnswer> fewerAnswers = new ArrayList<>();
    for (int cell = 0; cell < answers.size(); cell++) {
      if (kept.contains(grid.regions(cell)[at])) {
        fewerAnswers.add(answers.get(cell));
      }
    }
    return new Block(new Grid(grid.asked(), dimensions), fewerAnswers);
  }
}
