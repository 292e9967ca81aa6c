package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.problem.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Another SOP that a row of this one stands for (SOP makro and SOP mikro, PermenPAN-RB 35/2012):
 * the row is done when a case of that SOP has ended.
 *
 * @param sop the other SOP
 * @param nomor its number, where the paper names it; a loaded SOP with another one is not it
 * @param versi its version; empty takes the one in force on the day on which the case begins
 * @param masuk the facts that it is given: its name of each, and the name here
 * @param kembali the facts that come back: the name of each here, and its own
 * @param hasil which decision of the row each of its ends is; empty where they have the same names,
 *     or the row decides nothing
 * @param place where it is said
 */
public record SopMikro(
    SopId sop,
    Optional<String> nomor,
    Optional<String> versi,
    Map<String, String> masuk,
    Map<String, String> kembali,
    Map<String, Label> hasil,
    Place place) {
  /** How a case is called to have ended that was stopped outside its SOP. */
  public static final String DIHENTIKAN = "DIHENTIKAN";

  /** How deep SOPs may lie within each other, the outermost being 1. */
  public static final int DEEPEST = 5;

  public SopMikro {
    masuk = ImmutableMap.copyOf(masuk);
    kembali = ImmutableMap.copyOf(kembali);
    hasil = ImmutableMap.copyOf(hasil);
  }

  /** What {@code outcome} of the other SOP means for {@code row}, which stands for it. */
  public Exit exit(Step row, String outcome) {
    if (!row.decides()) {
      return new Exit(!outcome.equals(DIHENTIKAN), Optional.empty());
    }
    Optional<Label> label =
        hasil.isEmpty()
            ? row.keputusan().stream().filter(l -> l.value().equals(outcome)).findFirst()
            : Optional.ofNullable(hasil.get(outcome));
    return new Exit(label.isPresent(), label);
  }

  /** The ends of the other SOP with which {@code row} is done; empty when any will do. */
  public List<String> outcomes(Step row) {
    if (!row.decides()) {
      return List.of();
    }
    return hasil.isEmpty()
        ? row.keputusan().stream().map(Label::value).toList()
        : List.copyOf(new TreeSet<>(hasil.keySet()));
  }

  /**
   * What an end of the other SOP means for the row.
   *
   * @param done whether the row is done with it
   * @param label the decision of the row; empty when it decides nothing, or is not done
   */
  public record Exit(boolean done, Optional<Label> label) {}
}
