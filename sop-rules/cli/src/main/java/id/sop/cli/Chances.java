package id.sop.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How likely the labels of decisions and the values of facts are. What is not said shares the rest
 * evenly.
 */
final class Chances {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9._-]{1,64}):([A-Za-z0-9_-]{1,64})=(0|1|0?\\.[0-9]{1,9}|1\\.0)");
  private static final double SLACK = 1e-9;

  /** What is said of a row that arises by what happens. */
  private static final String ARISES = "MUNCUL";

  /** An optional row without labels is done or skipped. */
  private static final String DONE = "DIKERJAKAN";

  private final Map<String, Map<String, Double>> said;
  private final Map<String, Double> arising;

  private Chances(Map<String, Map<String, Double>> said, Map<String, Double> arising) {
    this.said = ImmutableMap.copyOf(said);
    this.arising = ImmutableMap.copyOf(arising);
  }

  /** A chance that cannot be. */
  static final class Invalid extends Exception {
    private static final long serialVersionUID = 1L;

    Invalid(String message) {
      super(message);
    }
  }

  /** Reads {@code 3:TIDAK=0.2} and {@code lokasi:LUAR_PROVINSI=0.3}. */
  static Chances parse(Sop sop, List<String> texts) throws Invalid {
    Map<String, Map<String, Double>> said = new LinkedHashMap<>();
    Map<String, Double> arising = new LinkedHashMap<>();
    for (String text : texts) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new Invalid(
            text + " bukan peluang. Tulis BARIS:LABEL=P atau FAKTA:NILAI=P, misalnya 3:TIDAK=0.2.");
      }
      String what = form.group(1);
      if (form.group(2).equals(ARISES)
          && row(sop, what).filter(s -> s.is(Sifat.SEWAKTU_WAKTU)).isPresent()) {
        arising.put(what, Double.parseDouble(form.group(3)));
        continue;
      }
      List<String> known = values(sop, what);
      if (known.isEmpty()) {
        throw new Invalid(
            what + " bukan baris yang memutus dan bukan fakta pilihan atau ya-tidak.");
      }
      if (!known.contains(form.group(2))) {
        throw new Invalid(
            what
                + " tidak mempunyai "
                + form.group(2)
                + "; pilih "
                + String.join(", ", known)
                + ".");
      }
      said.computeIfAbsent(what, w -> new LinkedHashMap<>())
          .put(form.group(2), Double.parseDouble(form.group(3)));
    }
    for (Map.Entry<String, Map<String, Double>> one : said.entrySet()) {
      double sum = sum(one.getValue());
      boolean all = one.getValue().size() == values(sop, one.getKey()).size();
      if (sum > 1 + SLACK || (all && sum < 1 - SLACK)) {
        throw new Invalid(
            "Jumlah peluang " + one.getKey() + (all ? " harus 1." : " tidak boleh lebih dari 1."));
      }
    }
    return new Chances(said, arising);
  }

  /** The labels of a deciding row, or the values of a fact that has few. */
  private static List<String> values(Sop sop, String what) {
    List<String> choices = row(sop, what).map(Chances::choices).orElse(List.of());
    if (!choices.isEmpty()) {
      return choices;
    }
    DataField field = sop.data().get(what);
    return field == null
        ? List.of()
        : few(field.domain()).stream().map(DataValue::teks).collect(Collectors.toList());
  }

  private static Optional<Step> row(Sop sop, String what) {
    return StepId.isValid(what) ? sop.step(StepId.of(what)) : Optional.empty();
  }

  /** What can come of a row: its labels, and that it is skipped; none when it is just done. */
  static List<String> choices(Step row) {
    List<String> labels = row.labels().stream().map(Label::value).toList();
    return row.decides() || labels.isEmpty()
        ? labels
        : ImmutableList.<String>builder().add(DONE).addAll(labels).build();
  }

  /** Whether {@code row}, which can arise now, does; never when nothing is said of it. */
  boolean arises(Step row, Random random) {
    Double chance = arising.get(row.id().value());
    return chance != null && random.nextDouble() < chance;
  }

  /** All values of a domain that has few. */
  static List<DataValue> few(DataDomain domain) {
    if (domain instanceof DataDomain.Pilihan choice) {
      return choice.nilai().stream().map(DataValue::of).toList();
    }
    return domain instanceof DataDomain.YaTidak
        ? List.of(DataValue.of(true), DataValue.of(false))
        : List.of();
  }

  private static double sum(Map<String, Double> chances) {
    return chances.values().stream().mapToDouble(c -> c).sum();
  }

  /** One of {@code values}, by chance. */
  String draw(String what, List<String> values, Random random) {
    Map<String, Double> chances = said.getOrDefault(what, Map.of());
    long unsaid = values.stream().filter(v -> !chances.containsKey(v)).count();
    double even = unsaid == 0 ? 0 : (1 - sum(chances)) / unsaid;
    double at = random.nextDouble();
    for (String value : values) {
      at -= chances.getOrDefault(value, even);
      if (at < 0) {
        return value;
      }
    }
    return values.get(values.size() - 1);
  }
}
