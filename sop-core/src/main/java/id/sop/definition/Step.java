package id.sop.definition;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import id.sop.problem.Place;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
 * @param sifat what it is besides a row like any other; none for most
 * @param selama for a row that is {@link Sifat#SEWAKTU_WAKTU}: the rows of which one must be open
 *     for it to arise; none when it can arise as long as the case runs
 * @param place where the row stands in its file
 * @param strategis whether its act changes the legal standing of the organisation, of its staff or
 *     of a budget (UU 30/2014, art. 14): no mandate for routine acts covers it
 * @param mikro the other SOP that it stands for; empty when it is work like any other
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
    Set<Sifat> sifat,
    Set<StepId> selama,
    Place place,
    boolean strategis,
    Optional<SopMikro> mikro) {
  public Step {
    penerima = List.copyOf(penerima);
    keputusan = List.copyOf(keputusan);
    tercetak = ImmutableMap.copyOf(tercetak);
    sifat = sifat.isEmpty() ? Set.of() : Sets.immutableEnumSet(sifat);
    selama = selama.isEmpty() ? Set.of() : ImmutableSet.copyOf(selama);
  }

  /** A row that stands for no other SOP. */
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
      Set<Sifat> sifat,
      Set<StepId> selama,
      Place place,
      boolean strategis) {
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
        sifat,
        selama,
        place,
        strategis,
        Optional.empty());
  }

  /** A row like any other: opened by its arrows, done once, not to be skipped, not strategic. */
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
        Set.of(),
        Set.of(),
        place,
        false);
  }

  /** The same row, standing for {@code other}. */
  public Step standingFor(SopMikro other) {
    return new Step(
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
        sifat,
        selama,
        place,
        strategis,
        Optional.of(other));
  }

  /** Whether this row decides. */
  public boolean decides() {
    return !keputusan.isEmpty();
  }

  /** Whether this row is {@code what}. */
  public boolean is(Sifat what) {
    return sifat.contains(what);
  }

  /** Whether the case cannot end while this row is open. */
  public boolean holdsUpTheEnd() {
    return !is(Sifat.LATAR);
  }

  /** Whether this row can arise while {@code open} are. */
  public boolean canArise(Set<StepId> open) {
    return is(Sifat.SEWAKTU_WAKTU)
        && !open.contains(id)
        && (selama.isEmpty() || !Collections.disjoint(selama, open));
  }

  /** The labels with which the rules can be asked of this row; none when only without. */
  public List<Label> labels() {
    return is(Sifat.OPSIONAL)
        ? ImmutableList.<Label>builder().addAll(keputusan).add(Label.DILEWATI).build()
        : keputusan;
  }
}
