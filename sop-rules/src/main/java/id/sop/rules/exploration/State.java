package id.sop.rules.exploration;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import id.sop.definition.StepId;

/**
 * A situation that a case can be in, as far as rules can tell from here on.
 *
 * @param isStarted whether the case has begun
 * @param open the rows that are open
 * @param done of the rows that matter later, those completed at least once
 * @param visits of the rows whose visits matter later, how often each was completed, up to the
 *     count beyond which rules see no difference
 * @param facts of the facts that matter later, the regions (see {@link Facts}) in which each can
 *     be; one that is missing can be in any
 */
record State(
    boolean isStarted,
    ImmutableSortedSet<StepId> open,
    ImmutableSortedSet<StepId> done,
    ImmutableSortedMap<StepId, Long> visits,
    ImmutableSortedMap<String, ImmutableSortedSet<Integer>> facts) {

  /** Nothing has happened yet. */
  static final State BEFORE =
      new State(
          false,
          ImmutableSortedSet.of(),
          ImmutableSortedSet.of(),
          ImmutableSortedMap.of(),
          ImmutableSortedMap.of());

  boolean isEnded() {
    return isStarted && open.isEmpty();
  }
}
