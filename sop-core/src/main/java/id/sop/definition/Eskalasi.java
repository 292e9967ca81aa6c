package id.sop.definition;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.worktime.Waktu;
import java.util.List;

/**
 * Who is told of a row that is late, and after how long.
 *
 * @param setelah how long after the row was due
 * @param kepada who is told; at least one
 */
public record Eskalasi(Waktu.Paling setelah, List<PelaksanaCode> kepada) {
  public Eskalasi {
    kepada = List.copyOf(kepada);
    checkArgument(!kepada.isEmpty(), "an escalation tells somebody");
  }
}
