package id.sop.casework;

import com.google.common.collect.ImmutableMap;
import id.sop.authority.RowRoles;
import id.sop.definition.DataValue;
import id.sop.definition.Identitas;
import id.sop.definition.Sop;
import id.sop.definition.SopMikro;
import id.sop.definition.Step;
import id.sop.journal.CaseEvent;
import id.sop.routing.Procedure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether a case of another SOP may be begun for an open row, which stands for that SOP.
 */
final class Calling {
  private Calling() {}

  static Decision decide(Deliberation on, Command.Call command) {
    return on.openRow(command.step())
        .map(row -> decide(on, command, row))
        .orElseGet(on.refusals::refuse);
  }

  private static Decision decide(Deliberation on, Command.Call command, OpenRow row) {
    Step step = on.step(row);
    if (step.mikro().isEmpty()) {
      on.refusals.add(
          CaseworkCode.NO_OTHER_SOP,
          row.step().value(),
          Deliberation.list(
              on.sop.langkah().values().stream()
                  .filter(s -> s.mikro().isPresent())
                  .map(Step::id)
                  .toList()));
      return on.refusals.refuse();
    }
    RowRoles roles = on.roles(row);
    on.notInTheFuture(on.occurredAt);
    on.notBefore(on.occurredAt, row.openedAt(), "baris " + row.step());
    on.performer(
        command.actor(), roles.mayComplete(command.actor().role()), row.step(), roles.completing());
    on.apart(command.actor(), row.step());
    on.covered(command.actor(), step, Optional.empty());
    Claiming.heldBy(on, row, command.actor().id());
    Completing.kelengkapan(
        on, step, on.state.data(), Completing.there(on, row, command.kelengkapan()));
    noOtherChild(on, step, row);
    Optional<Procedure> other = procedure(on, row, step.mikro().get());
    return on.refusals.unless(() -> List.of(begun(on, command, row, step, other.orElseThrow())));
  }

  /** One case at a time; another only after one that was stopped and left the row undone. */
  private static void noOtherChild(Deliberation on, Step step, OpenRow row) {
    Optional<Child> child = row.child();
    if (child.filter(Child::running).isPresent()) {
      running(on, row);
    } else if (child.flatMap(Child::ended).filter(e -> exit(step, e).done()).isPresent()) {
      on.refusals.add(
          CaseworkCode.CHILD_ENDED,
          row.step().value(),
          child.get().begun().berkas().value(),
          child.get().ended().get().outcome());
    }
  }

  /** Refuses because {@code row} waits for a case, if it does. */
  static void running(Deliberation on, OpenRow row) {
    row.child()
        .filter(Child::running)
        .ifPresent(
            child ->
                on.refusals.add(
                    CaseworkCode.CHILD_RUNNING,
                    row.step().value(),
                    child.begun().berkas().value(),
                    child.begun().sop().value()));
  }

  static SopMikro.Exit exit(Step step, CaseEvent.ChildEnded ended) {
    return step.mikro().orElseThrow().exit(step, ended.outcome());
  }

  /** The version on which the other case is to run: the one that is named, or the one in force. */
  private static Optional<Procedure> procedure(Deliberation on, OpenRow row, SopMikro mikro) {
    Editions editions = on.circumstances.editions();
    Optional<Procedure> inForce =
        mikro.versi().isPresent()
            ? editions.ofVersion(mikro.sop(), mikro.versi().get(), on.occurredAt)
            : editions.inForce(mikro.sop(), on.occurredAt);
    if (inForce.isEmpty()) {
      on.refusals.add(
          CaseworkCode.OTHER_SOP_MISSING,
          row.step().value(),
          mikro.sop().value(),
          mikro.versi().orElse("-"),
          Deliberation.list(editions.versions(mikro.sop())));
      return Optional.empty();
    }
    Optional<String> nomor =
        inForce.map(Procedure::sop).map(Sop::identitas).flatMap(Identitas::nomor);
    if (mikro.nomor().filter(n -> !nomor.equals(Optional.of(n))).isPresent()) {
      on.refusals.add(
          CaseworkCode.OTHER_SOP_NUMBER,
          row.step().value(),
          mikro.sop().value(),
          mikro.nomor().get(),
          nomor.orElse("-"));
      return Optional.empty();
    }
    return inForce;
  }

  private static CaseEvent begun(
      Deliberation on, Command.Call command, OpenRow row, Step step, Procedure other) {
    return new CaseEvent.ChildBegun(
        row.step(),
        row.visit(),
        on.recorded(command.actor()),
        command.child(),
        other.sop().id(),
        other.sop().versi(),
        other.digest(),
        passed(on, command, step.mikro().orElseThrow()),
        command.kelengkapan(),
        on.occurredAt);
  }

  /** What the other case is given: what the document passes on, and what the official adds. */
  private static Map<String, DataValue> passed(
      Deliberation on, Command.Call command, SopMikro mikro) {
    Map<String, DataValue> known = on.state.data();
    ImmutableMap.Builder<String, DataValue> passed = ImmutableMap.builder();
    passed.putAll(command.data());
    mikro
        .masuk()
        .forEach(
            (there, here) ->
                Optional.ofNullable(known.get(here)).ifPresent(v -> passed.put(there, v)));
    return passed.buildKeepingLast();
  }
}
