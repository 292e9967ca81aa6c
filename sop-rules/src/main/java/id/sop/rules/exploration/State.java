package id.sop.rules.exploration;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import id.sop.definition.StepId;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A situation that a case can be in, as far as rules can tell.
 *
 * @param isStarted whether the case has begun
 * @param open the rows that are open
 * @param done of the rows that matter later, those completed at least once
 * @param visits of the rows whose visits are counted, how often each was completed, up to the count
 *     beyond which rules see no difference
 */
record State(
    boolean isStarted,
    ImmutableSortedSet<StepId> open,
    ImmutableSortedSet<StepId> done,
    ImmutableSortedMap<StepId, Long> visits) {

  /** Nothing has happened yet. */
  static final State BEFORE =
      new State(false, ImmutableSortedSet.of(), ImmutableSortedSet.of(), ImmutableSortedMap.of());

  /** The case has begun, and its first arrow is about to be followed. */
  static final State BEGUN =
      new State(true, ImmutableSortedSet.of(), ImmutableSortedSet.of(), ImmutableSortedMap.of());

  boolean isEnded() {
    return isStarted && open.isEmpty();
  }

  State opened(Set<StepId> rows) {
    TreeSet<StepId> all = new TreeSet<>(open);
    all.addAll(rows);
    return new State(true, ImmutableSortedSet.copyOf(all), done, visits);
  }

  /** The same with {@code row} completed for the {@code visit}th time. */
  State completed(StepId row, long visit, boolean isCounted, boolean isRemembered) {
    TreeSet<StepId> rest = new TreeSet<>(open);
    rest.remove(row);
    TreeSet<StepId> all = new TreeSet<>(done);
    if (isRemembered) {
      all.add(row);
    }
    TreeMap<StepId, Long> counts = new TreeMap<>(visits);
    if (isCounted) {
      counts.put(row, visit);
    }
    return new State(
        true,
        ImmutableSortedSet.copyOf(rest),
        ImmutableSortedSet.copyOf(all),
        ImmutableSortedMap.copyOf(counts));
  }
}
