package id.sop.rules.dialect;

import id.sop.definition.DataValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One comparison with literals.
 *
 * @param op how
 * @param values with what: several for {@link Op#IN} and {@link Op#NOT_IN}, else one
 */
public record Relation(Op op, List<DataValue> values) {

  /** The operators of the dialect. */
  public enum Op {
    EQ("=="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">="),
    IN("in"),
    NOT_IN("not in");

    /** How they are written, in this order. */
    static final List<String> WRITTEN = Arrays.stream(values()).map(Op::text).toList();

    private final String text;

    Op(String text) {
      this.text = text;
    }

    /** The operator as it is written. */
    public String text() {
      return text;
    }

    static Optional<Op> of(String text) {
      return Arrays.stream(values()).filter(o -> o.text.equals(text)).findFirst();
    }

    boolean orders() {
      return this == LT || this == LE || this == GT || this == GE;
    }
  }

  public Relation {
    values = List.copyOf(values);
  }

  /** Whether a known {@code value} passes. */
  public boolean holds(DataValue value) {
    return switch (op) {
      case EQ, IN -> values.contains(value);
      case NE, NOT_IN -> !values.contains(value);
      case LT -> order(value) < 0;
      case LE -> order(value) <= 0;
      case GT -> order(value) > 0;
      case GE -> order(value) >= 0;
    };
  }

  private int order(DataValue value) {
    return Long.compare(asNumber(value), asNumber(values.get(0)));
  }

  /**
   * A number or date on one scale: the number itself, the day counted from 1970-01-01.
   *
   * @throws IllegalArgumentException when {@code value} has no order
   */
  public static long asNumber(DataValue value) {
    if (value instanceof DataValue.Bilangan b) {
      return b.value();
    }
    if (value instanceof DataValue.Tanggal t) {
      return t.value().toEpochDay();
    }
    throw new IllegalArgumentException("neither a number nor a date: " + value);
  }
}
