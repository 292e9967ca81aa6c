package id.sop.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A condition on one fact, under which an entry of a checklist is asked for.
 *
 * @param data the fact
 * @param op how it is compared
 * @param nilai with what: several for {@link Op#SALAH_SATU}, else one; none where a parameter says
 * @param parameter the parameter whose value in force is meant; empty where {@code nilai} says it
 */
public record Syarat(String data, Op op, List<DataValue> nilai, Optional<String> parameter) {

  /** How a fact is compared. */
  public enum Op {
    /** It is one of these. */
    SALAH_SATU(""),
    /** It is less. */
    KURANG("<"),
    /** It is that much, or less. */
    SAMPAI("<="),
    /** It is more. */
    LEBIH(">"),
    /** It is that much, or more. */
    SEDIKITNYA(">=");

    private final String tanda;

    Op(String tanda) {
      this.tanda = tanda;
    }

    /** The sign with which it is written; none for {@link #SALAH_SATU}. */
    public String tanda() {
      return tanda;
    }
  }

  public Syarat {
    nilai = List.copyOf(nilai);
  }

  /**
   * Whether it holds with {@code facts}; empty while the fact is not known, or the value in force.
   */
  public Optional<Boolean> berlaku(Map<String, DataValue> facts, Sop sop) {
    Optional<DataValue> known = Optional.ofNullable(facts.get(data));
    List<DataValue> values = parameter.map(name -> value(name, facts, sop)).orElse(nilai);
    if (known.isEmpty() || values.isEmpty()) {
      return Optional.empty();
    }
    if (op == Op.SALAH_SATU) {
      return Optional.of(values.contains(known.get()));
    }
    int order = Long.compare(ordered(known.get()), ordered(values.get(0)));
    return Optional.of(
        switch (op) {
          case KURANG -> order < 0;
          case SAMPAI -> order <= 0;
          case LEBIH -> order > 0;
          case SEDIKITNYA -> order >= 0;
          case SALAH_SATU -> throw new AssertionError(op);
        });
  }

  private static List<DataValue> value(String name, Map<String, DataValue> facts, Sop sop) {
    Parameter parameter = sop.parameter().get(name);
    return parameter != null
            && facts.get(Parameter.TANGGAL_MULAI) instanceof DataValue.Tanggal begun
        ? parameter.pada(begun.value()).map(v -> List.of(v.nilai())).orElse(List.of())
        : List.of();
  }

  private static long ordered(DataValue value) {
    return value instanceof DataValue.Tanggal date
        ? date.value().toEpochDay()
        : ((DataValue.Bilangan) value).value();
  }

  /** As an author writes it: {@code nilai > batasLangsung}. */
  public String teks() {
    String values =
        parameter.orElseGet(
            () -> nilai.stream().map(DataValue::teks).collect(Collectors.joining(" / ")));
    return op == Op.SALAH_SATU ? data + " = " + values : data + " " + op.tanda() + " " + values;
  }
}
