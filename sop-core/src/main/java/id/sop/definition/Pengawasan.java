package id.sop.definition;

import id.sop.worktime.Waktu;
import java.util.List;

/**
 * How the time of a row is watched over: who is told before and after it is due. That a row is late
 * is told to its performer in any case.
 *
 * @param pengingat how long before it is due its performer is reminded
 * @param eskalasi who is told once it is late
 */
public record Pengawasan(List<Waktu.Paling> pengingat, List<Eskalasi> eskalasi) {
  /** Nobody is reminded, and nobody above is told. */
  public static final Pengawasan NONE = new Pengawasan(List.of(), List.of());

  public Pengawasan {
    pengingat = List.copyOf(pengingat);
    eskalasi = List.copyOf(eskalasi);
  }
}
