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
 * @param open the rows that are open
 * @param done of the rows that matter later, those completed at least once
 * @param visits of the rows whose visits are counted, how often each was completed, up to the count
 *     beyond which rules see no difference
 */
record State(
    ImmutableSortedSet<StepId> open,
    ImmutableSortedSet<StepId> done,
    ImmutableSortedMap<StepId, Long> visits) {

  static final State BEFORE =
      new State(ImmutableSortedSet.of(), ImmutableSortedSet.of(), ImmutableSortedMap.of());

  boolean isEnded() {
    return open.isEmpty();
  }

  State opened(Set<StepId> rows) {
    TreeSet<StepId> all = new TreeSet<>(open);
    all.addAll(rows);
    return new State(ImmutableSortedSet.copyOf(all), done, visits);
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
        ImmutableSortedSet.copyOf(rest),
        ImmutableSortedSet.copyOf(all),
        ImmutableSortedMap.copyOf(counts));
  }
}
