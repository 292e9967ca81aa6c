package id.sop.rules.exploration;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.SetMultimap;
import id.sop.definition.StepId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * What of the past can still make a difference. A case that has left a loop behind is in the same
 * situation however often it went round; without this the situations of a long SOP multiply.
 *
 * @param <T> a part of the past: a fact, a count, whether a row was done
 */
final class Ahead<T> {
  private final ImmutableSetMultimap<StepId, T> matters;

  private Ahead(SetMultimap<StepId, T> matters) {
    this.matters = ImmutableSetMultimap.copyOf(matters);
  }

  /**
   * Follows the arrows backwards.
   *
   * @param arrows from each row to those that it can open
   * @param looks what the rules of each row look at
   * @param settles what completing a row makes anew, so that its past no longer matters
   */
  static <T> Ahead<T> of(
      SetMultimap<StepId, StepId> arrows,
      SetMultimap<StepId, T> looks,
      SetMultimap<StepId, T> settles) {
    SetMultimap<StepId, StepId> backwards = HashMultimap.create();
    arrows.forEach((from, to) -> backwards.put(to, from));
    SetMultimap<StepId, T> matters = HashMultimap.create();
    matters.putAll(looks);
    Deque<StepId> changed = new ArrayDeque<>(looks.keySet());
    while (!changed.isEmpty()) {
      StepId row = changed.remove();
      for (StepId before : backwards.get(row)) {
        Set<T> more = new HashSet<>(matters.get(row));
        more.removeAll(settles.get(before));
        if (matters.putAll(before, more)) {
          changed.add(before);
        }
      }
    }
    return new Ahead<>(matters);
  }

  /** Whether {@code part} can still make a difference while these rows are open. */
  boolean matters(T part, Collection<StepId> open) {
    return open.stream().anyMatch(r -> matters.containsEntry(r, part));
  }
}
