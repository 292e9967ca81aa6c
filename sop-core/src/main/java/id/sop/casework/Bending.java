package id.sop.casework;

import id.sop.casework.CompliancePolicy.Check;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Step;
import id.sop.internal.Unicode;
import id.sop.journal.Actor;
import id.sop.routing.RouteReason;
import id.sop.routing.Target;
import id.sop.worktime.Waktu;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** What all acts share by which an office leaves the arrows of its SOP. */
final class Bending {
  private Bending() {}

  /** That the policy lets {@code what} be done at all. */
  static void allowed(Deliberation on, Check check, String what) {
    if (on.enforces(check)) {
      on.refusals.add(CaseworkCode.NOT_BY_SOP, what, on.sop.id().value());
    }
  }

  /** That {@code actor} is one who may leave the arrows. */
  static void authorised(Deliberation on, Actor actor) {
    Set<PelaksanaCode> named = on.circumstances.policy().bending();
    Set<PelaksanaCode> allowed = named.isEmpty() ? on.sop.pelaksana().keySet() : named;
    if (!allowed.contains(actor.role())) {
      on.refusals.add(CaseworkCode.MAY_NOT_BEND, actor.role().value(), Deliberation.list(allowed));
    }
    on.appointed(actor);
  }

  /** That a ground is given. */
  static void ground(Deliberation on, Optional<String> dasar) {
    if (dasar.filter(d -> !Unicode.isBlank(d)).isEmpty()) {
      on.refusals.add(CaseworkCode.BEND_GROUND_BLANK);
    }
  }

  /**
   * Who is to do {@code step} and by when, where no arrow says it: as when it was last done, or
   * else as the document has it. Where both are silent of the time, it is refused.
   */
  static Optional<Target> target(Deliberation on, Step step) {
    Optional<OpenRow> before =
        on.state.completions().stream()
            .filter(c -> c.row().step().equals(step.id()) && on.state.sameVersionAs(c.seq()))
            .max(Comparator.comparingLong(Completion::seq))
            .map(Completion::row);
    if (before.isPresent()) {
      OpenRow row = before.get();
      return Optional.of(new Target(step.id(), row.by(), row.waktu(), row.eskalasi()));
    }
    Waktu waktu = step.mutuBaku().waktu();
    if (waktu instanceof Waktu.MenurutAturan) {
      on.refusals.add(CaseworkCode.TIME_BY_RULES_ONLY, step.id().value());
      return Optional.empty();
    }
    return Optional.of(new Target(step.id(), step.pelaksana().roles(), waktu));
  }

  /** The word of the office for opening {@code step}. */
  static RouteReason why(
      Deliberation on, String act, Step step, Optional<String> dasar, String alasan) {
    return RouteReason.ofOffice(act, step, dasar, alasan, on.digest());
  }
}
