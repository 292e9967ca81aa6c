package id.sop.routing;

import id.sop.definition.Eskalasi;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.worktime.Waktu;
import java.util.List;

/**
 * A row that an arrow leads to.
 *
 * @param step the row
 * @param by who does it, in the order of its mode
 * @param waktu the time allowed: the rule's word or else the row's own; never "menurut aturan"
 * @param eskalasi who is told when it is late, by the rule's word; empty leaves it to the row
 */
public record Target(StepId step, List<PelaksanaCode> by, Waktu waktu, List<Eskalasi> eskalasi) {
  public Target {
    by = List.copyOf(by);
    eskalasi = List.copyOf(eskalasi);
  }

  /** A row whose escalation the rule leaves to the document. */
  public Target(StepId step, List<PelaksanaCode> by, Waktu waktu) {
    this(step, by, waktu, List.of());
  }
}
