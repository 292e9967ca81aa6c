package id.sop.routing;

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
 */
public record Target(StepId step, List<PelaksanaCode> by, Waktu waktu) {
  public Target {
    by = List.copyOf(by);
  }
}
