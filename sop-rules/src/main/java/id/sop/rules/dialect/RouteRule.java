package id.sop.rules.dialect;

import id.sop.definition.Label;
import id.sop.definition.StepId;
import id.sop.routing.RouteReason;
import java.util.List;
import java.util.Optional;

/**
 * One rule that was understood and agrees with its {@code sop.yaml}: one arrow.
 *
 * @param reason its name, place, digest and basis, as a record of the case will name them
 * @param keterangan a remark of its author; empty when there is none
 * @param conditions when it answers; exactly one of them is {@code Mulai} or {@code Selesai}
 * @param action what it answers
 */
public record RouteRule(
    RouteReason reason, String keterangan, List<Condition> conditions, Action action) {
  public RouteRule {
    conditions = List.copyOf(conditions);
  }

  /** Its name. */
  public String name() {
    return reason.rule();
  }

  /** Whether it can answer when {@code from} was completed with {@code label}, or at the start. */
  public boolean canAnswer(Optional<StepId> from, Optional<Label> label) {
    Condition trigger = trigger();
    if (from.isEmpty()) {
      return trigger.fact() == Fact.MULAI;
    }
    return trigger.fact() == Fact.SELESAI
        && trigger.admits(Fact.LANGKAH, from.get().value())
        && label
            .map(l -> trigger.admits(Fact.KEPUTUSAN, l.value()))
            .orElseGet(() -> trigger.admitsNothing(Fact.KEPUTUSAN));
  }

  /** Its {@code Mulai} or {@code Selesai}. */
  public Condition trigger() {
    return conditions.stream()
        .filter(c -> c.fact() == Fact.MULAI || c.fact() == Fact.SELESAI)
        .findFirst()
        .orElseThrow();
  }
}
