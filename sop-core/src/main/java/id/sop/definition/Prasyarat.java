package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.problem.Place;
import java.util.List;
import java.util.Map;

/**
 * What must hold of other cases before one of this SOP begins: no next reses without the report of
 * the last.
 *
 * @param sop the SOP of the other cases; it may be this one
 * @param keadaan how they must stand
 * @param hasil the ends that count; empty when each end that its SOP foresees does
 * @param sama the facts in which a case must agree to be meant: the name of each here, and its own;
 *     none when every case of that SOP is meant
 * @param keterangan why, in the words of the document
 * @param place where it is said
 */
public record Prasyarat(
    SopId sop,
    Keadaan keadaan,
    List<String> hasil,
    Map<String, String> sama,
    String keterangan,
    Place place) {

  /** How other cases must stand. */
  public enum Keadaan {
    /** None of them runs. */
    TIDAK_BERJALAN,
    /** One of them has ended, and the official says which. */
    SELESAI
  }

  /** By the words that stand for them in {@code sop.yaml}. */
  static final ImmutableMap<String, Keadaan> WORDS =
      ImmutableMap.of("tidak-berjalan", Keadaan.TIDAK_BERJALAN, "selesai", Keadaan.SELESAI);

  public Prasyarat {
    hasil = List.copyOf(hasil);
    sama = ImmutableMap.copyOf(sama);
  }
}
