package id.sop.rules.dialect;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The facts that a condition can look for. */
public enum Fact {
  MULAI("Mulai", List.of()),
  SELESAI("Selesai", List.of(Fact.LANGKAH, Fact.KEPUTUSAN, Fact.OLEH, Fact.KUNJUNGAN)),
  TERBUKA("Terbuka", List.of(Fact.LANGKAH)),
  PERNAH("Pernah", List.of(Fact.LANGKAH)),
  /** Its fields are those that {@code sop.yaml} declares. */
  DATA("Data", List.of());

  /** The field that names a row. */
  public static final String LANGKAH = "langkah";

  /** The field that names a label. */
  public static final String KEPUTUSAN = "keputusan";

  /** The field that names a role. */
  public static final String OLEH = "oleh";

  /** The field that counts completions of a row. */
  public static final String KUNJUNGAN = "kunjungan";

  private final String word;
  private final ImmutableList<String> fields;

  Fact(String word, List<String> fields) {
    this.word = word;
    this.fields = ImmutableList.copyOf(fields);
  }

  /** The fact as it is written. */
  public String word() {
    return word;
  }

  List<String> fields() {
    return fields;
  }

  static Optional<Fact> of(String word) {
    return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Fact::word).toList();
  }
}
