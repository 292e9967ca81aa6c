package id.sop.document;

import id.sop.definition.Step;
import java.util.List;
import java.util.Optional;

/**
 * One line of the flowchart: a row of the SOP, the start, or an end.
 *
 * @param line which line, from 0
 * @param kind what its shapes look like
 * @param columns the columns in which it has a shape, in the order of its performers
 * @param enter the column that arrows point to
 * @param exit the column that arrows leave from
 * @param step the row; empty for the start and the ends
 * @param name what stands in the shape
 */
record Node(
    int line,
    Kind kind,
    List<Integer> columns,
    int enter,
    int exit,
    Optional<Step> step,
    String name) {

  /** The symbols of PermenPAN-RB 35/2012. */
  enum Kind {
    /** Start and end: a capsule. */
    TERMINATOR,
    /** An activity: a box. */
    PROCESS,
    /** A decision: a diamond. */
    DECISION
  }

  Node {
    columns = List.copyOf(columns);
  }

  /** Whether the line that joins the shapes of this row runs through gutter {@code gutter}. */
  boolean isJoinedAcross(int gutter) {
    int first = columns.stream().mapToInt(c -> c).min().orElse(0);
    int last = columns.stream().mapToInt(c -> c).max().orElse(0);
    return first < gutter && gutter <= last;
  }
}
