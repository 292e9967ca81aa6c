package id.sop.rules.coverage;

import id.sop.problem.Place;
import java.util.List;

/**
 * Something that examples can cover.
 *
 * @param measure what it counts for
 * @param name what it is, as an author reads it
 * @param place where it is written: the row in {@code sop.yaml}, the rule in {@code rute.drl}
 * @param examples the names of the examples that cover it, in their order; none when it is a gap
 */
public record Item(Measure measure, String name, Place place, List<String> examples) {
  public Item {
    examples = List.copyOf(examples);
  }

  /** Whether an example covers it. */
  public boolean covered() {
    return !examples.isEmpty();
  }
}
