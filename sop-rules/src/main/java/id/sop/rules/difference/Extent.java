package id.sop.rules.difference;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.routing.Dimension;
import id.sop.routing.Range;
import id.sop.routing.RouteQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some of the regions of one thing that rules look at.
 *
 * @param dimension what is looked at
 * @param regions which of its regions, ascending
 */
public record Extent(Dimension dimension, List<Integer> regions) {
  public Extent {
    checkArgument(!regions.isEmpty(), "an extent holds something");
    regions = regions.stream().sorted().distinct().toList();
  }

  /** Whether {@code question} falls into one of the regions. */
  public boolean contains(RouteQuestion question) {
    return regions.contains(dimension.regionOf(question));
  }

  /** What is looked at, as a rule author names it. */
  public String name() {
    return dimension.name();
  }

  /** What is true here, as a person reads it; neighbouring ranges are told as one. */
  public String text() {
    if (dimension instanceof Dimension.Amounts amounts) {
      List<String> parts = new ArrayList<>();
      if (regions.contains(0)) {
        parts.add(amounts.text(0));
      }
      for (Range range : joined(amounts.ranges(), 1)) {
        parts.add(new Dimension.Amounts(amounts.field(), amounts.dates(), List.of(range)).text(1));
      }
      return String.join(" atau ", parts);
    }
    if (dimension instanceof Dimension.Visits visits) {
      return joined(visits.ranges(), 0).stream()
          .map(Extent::times)
          .collect(Collectors.joining(" atau "));
    }
    return regions.stream().map(dimension::text).collect(Collectors.joining(" atau "));
  }

  private List<Range> joined(List<Range> ranges, int first) {
    List<Range> joined = new ArrayList<>();
    for (int region : regions) {
      if (region >= first) {
        Range range = ranges.get(region - first);
        int last = joined.size() - 1;
        if (last >= 0 && joined.get(last).to() + 1 == range.from()) {
          joined.set(last, new Range(joined.get(last).from(), range.to()));
        } else {
          joined.add(range);
        }
      }
    }
    return joined;
  }

  private static String times(Range range) {
    if (range.from() == range.to()) {
      return Long.toString(range.from());
    }
    return range.to() == Integer.MAX_VALUE
        ? range.from() + " atau lebih"
        : range.from() + ".." + range.to();
  }

  @Override
  public String toString() {
    return name() + " " + text();
  }
}
