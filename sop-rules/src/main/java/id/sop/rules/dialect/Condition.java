package id.sop.rules.dialect;

import id.sop.definition.DataValue;
import java.util.List;
import java.util.function.Predicate;

/**
 * One line of a rule's <i>when</i>.
 *
 * @param negated whether it says {@code not}
 * @param fact the fact it looks for
 * @param comparisons what it asks of that fact; all must hold
 */
public record Condition(boolean negated, Fact fact, List<Comparison> comparisons) {
  public Condition {
    comparisons = List.copyOf(comparisons);
  }

  /** Whether {@code word} passes all that is asked of {@code field}. */
  public boolean admits(String field, String word) {
    return comparisons.stream()
        .filter(c -> c.field().equals(field))
        .allMatch(c -> c.holds(DataValue.of(word)));
  }

  /** Whether nothing at all, such as no label, passes what is asked of {@code field}. */
  boolean admitsNothing(String field) {
    return comparisons.stream().filter(c -> c.field().equals(field)).allMatch(Comparison::isDenial);
  }

  /** Whether something is asked of {@code field}. */
  public boolean asks(String field) {
    return comparisons.stream().anyMatch(c -> c.field().equals(field));
  }

  /** Those of {@code words} that pass what is asked of {@code langkah}. */
  public <T> List<T> admitted(List<T> words) {
    Predicate<T> passes = w -> admits(Fact.LANGKAH, String.valueOf(w));
    return words.stream().filter(passes).toList();
  }
}
