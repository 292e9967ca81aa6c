package id.sop.casework;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which row of one version of an SOP is which row of another. A row of which nothing is said is the
 * row of the same id, unless that id was given to another row.
 *
 * @param renamed rows that have another id in the new version
 * @param gone rows that the new version does not have, whatever it has under the same id
 * @param stays rows at which a case is not taken over: while one of them is open, it stays
 */
public record RowMapping(Map<StepId, StepId> renamed, Set<StepId> gone, Set<StepId> stays) {
  /** Each row is the row of the same id. */
  public static final RowMapping SAME = new RowMapping(Map.of(), Set.of(), Set.of());

  public RowMapping {
    renamed = ImmutableSortedMap.copyOf(renamed);
    gone = ImmutableSortedSet.copyOf(gone);
    stays = ImmutableSortedSet.copyOf(stays);
    checkArgument(
        Collections.disjoint(renamed.keySet(), gone), "a row is renamed or gone, not both");
  }

  /** What {@code row} is called in {@code version}; empty when that has no such row. */
  public Optional<StepId> in(Sop version, StepId row) {
    if (gone.contains(row)) {
      return Optional.empty();
    }
    StepId name = renamed.get(row);
    if (name == null) {
      // A name that was given away means another row now.
      return version.step(row).isPresent() && !renamed.containsValue(row)
          ? Optional.of(row)
          : Optional.empty();
    }
    return version.step(name).isPresent() ? Optional.of(name) : Optional.empty();
  }
}
