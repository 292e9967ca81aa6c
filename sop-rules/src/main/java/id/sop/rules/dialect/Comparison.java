package id.sop.rules.dialect;

import id.sop.definition.DataValue;
import java.util.List;

/**
 * What a condition asks of one field.
 *
 * @param field the field
 * @param anyOf alternatives, each of tests that must all hold: {@code &&} binds before {@code ||}
 */
public record Comparison(String field, List<List<Relation>> anyOf) {
  public Comparison {
    anyOf = anyOf.stream().map(List::copyOf).toList();
  }

  /** Whether a known {@code value} of the field passes; one that is not known never does. */
  public boolean holds(DataValue value) {
    return anyOf.stream().anyMatch(all -> all.stream().allMatch(t -> t.holds(value)));
  }

  /** Whether what has no value passes: it is only said what must not be. */
  boolean isDenial() {
    return anyOf.stream()
        .anyMatch(
            all ->
                all.stream()
                    .allMatch(t -> t.op() == Relation.Op.NE || t.op() == Relation.Op.NOT_IN));
  }

  /** All literals that the field is compared with. */
  public List<DataValue> values() {
    return anyOf.stream().flatMap(List::stream).flatMap(t -> t.values().stream()).toList();
  }
}
