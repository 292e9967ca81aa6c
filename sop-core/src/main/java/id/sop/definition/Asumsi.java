package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place where the paper is unclear, how it was read, and whether its owner has confirmed the
 * reading.
 *
 * @param kode its code within the SOP, such as {@code L2}
 * @param baris the rows it concerns; empty when it concerns the document
 * @param bidang what of those rows rests on it
 * @param teks what stands on paper and why it is unclear
 * @param pilihan the possible readings by letter
 * @param dipilih the letter of the reading chosen
 * @param alasan why
 * @param keyakinan how sure the reading is
 * @param dikonfirmasi whether the owner of the SOP has confirmed it
 */
public record Asumsi(
    String kode,
    List<StepId> baris,
    Set<Bidang> bidang,
    String teks,
    Map<String, String> pilihan,
    String dipilih,
    String alasan,
    Keyakinan keyakinan,
    boolean dikonfirmasi) {

  /** What an assumption can concern. */
  public enum Bidang {
    IDENTITAS,
    URUTAN,
    PELAKSANA,
    KELENGKAPAN,
    WAKTU,
    OUTPUT,
    KEPUTUSAN
  }

  /** How sure a reading is. */
  public enum Keyakinan {
    TINGGI,
    SEDANG,
    RENDAH
  }

  public Asumsi {
    baris = List.copyOf(baris);
    Set<Bidang> inOrder = EnumSet.noneOf(Bidang.class);
    inOrder.addAll(bidang);
    bidang = Collections.unmodifiableSet(inOrder);
    pilihan = ImmutableMap.copyOf(pilihan);
  }
}
