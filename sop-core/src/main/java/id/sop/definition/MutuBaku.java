package id.sop.definition;

import id.sop.worktime.Waktu;
import java.util.List;
import java.util.Optional;

/**
 * The quality standard of a row (PermenPAN-RB 35/2012).
 *
 * @param kelengkapan what must be there before the row is done
 * @param waktu the time allowed
 * @param output what comes out
 * @param perpanjangan by how much the time may be extended, once and on a ground; empty when the
 *     SOP gives no extension
 * @param butirKelengkapan those entries of {@code kelengkapan} of which more is said than the name
 * @param butirOutput those of {@code output}
 */
public record MutuBaku(
    List<String> kelengkapan,
    Waktu waktu,
    List<String> output,
    Optional<Waktu> perpanjangan,
    List<Butir> butirKelengkapan,
    List<Butir> butirOutput) {
  public MutuBaku {
    kelengkapan = List.copyOf(kelengkapan);
    output = List.copyOf(output);
    butirKelengkapan = List.copyOf(butirKelengkapan);
    butirOutput = List.copyOf(butirOutput);
  }

  /** A standard whose checklists are plain names. */
  public MutuBaku(
      List<String> kelengkapan, Waktu waktu, List<String> output, Optional<Waktu> perpanjangan) {
    this(kelengkapan, waktu, output, perpanjangan, List.of(), List.of());
  }

  /** A standard whose time cannot be extended. */
  public MutuBaku(List<String> kelengkapan, Waktu waktu, List<String> output) {
    this(kelengkapan, waktu, output, Optional.empty());
  }
}
