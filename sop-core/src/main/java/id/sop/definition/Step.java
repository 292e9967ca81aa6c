package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.problem.Place;
import java.util.List;
import java.util.Map;

/**
 * One row of the body of an SOP.
 *
 * @param id its key
 * @param no the number printed in column <i>No</i>
 * @param kegiatan the activity, as on paper with evident slips mended
 * @param pelaksana who does it
 * @param penerima who receives what comes out, or is told
 * @param mutuBaku the standard as printed
 * @param dinilai the standard that compliance is assessed against: the printed one, but for cells
 *     that stand in the wrong row of the paper
 * @param keterangan remark; empty when there is none
 * @param keputusan the labels of its decision; empty when the row decides nothing
 * @param tercetak by field, the text as it stands on paper where it was unclear
 * @param place where the row stands in its file
 * @param strategis whether its act changes the legal standing of the organisation, of its staff or
 *     of a budget (UU 30/2014, art. 14): no mandate for routine acts covers it
 */
public record Step(
    StepId id,
    String no,
    String kegiatan,
    Performers pelaksana,
    List<PelaksanaCode> penerima,
    MutuBaku mutuBaku,
    MutuBaku dinilai,
    String keterangan,
    List<Label> keputusan,
    Map<String, String> tercetak,
    Place place,
    boolean strategis) {
  public Step {
    penerima = List.copyOf(penerima);
    keputusan = List.copyOf(keputusan);
    tercetak = ImmutableMap.copyOf(tercetak);
  }

  /** A row that is not strategic. */
  public Step(
      StepId id,
      String no,
      String kegiatan,
      Performers pelaksana,
      List<PelaksanaCode> penerima,
      MutuBaku mutuBaku,
      MutuBaku dinilai,
      String keterangan,
      List<Label> keputusan,
      Map<String, String> tercetak,
      Place place) {
    this(
        id,
        no,
        kegiatan,
        pelaksana,
        penerima,
        mutuBaku,
        dinilai,
        keterangan,
        keputusan,
        tercetak,
        place,
        false);
  }

  /** Whether this row decides. */
  public boolean decides() {
    return !keputusan.isEmpty();
  }
}
