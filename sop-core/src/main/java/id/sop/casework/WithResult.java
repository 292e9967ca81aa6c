package id.sop.casework;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.SopMikro;
import id.sop.definition.Step;
import id.sop.journal.CaseEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The completion of a row that stands for another SOP, with what the case of that SOP gave. */
final class WithResult {
  private WithResult() {}

  /** The command, with the result of the case that the row waited for, if that has ended. */
  static Command.Complete of(Deliberation on, Command.Complete command) {
    OpenRow row = on.state.open().get(command.step());
    return row == null || row.child().isEmpty() || row.child().get().running()
        ? command
        : of(on, command, row.child().get().begun(), row.child().get().ended().orElseThrow());
  }

  /** The same with the result {@code ended}, which is not recorded yet. */
  static Command.Complete of(
      Deliberation on,
      Command.Complete command,
      CaseEvent.ChildBegun begun,
      CaseEvent.ChildEnded ended) {
    SopMikro.Exit exit = Calling.exit(on.sop.step(command.step()).orElseThrow(), ended);
    if (!exit.done() && ended.outcome().equals(SopMikro.DIHENTIKAN)) {
      return command;
    }
    return new Command.Complete(
        command.caseId(),
        command.step(),
        command.actor(),
        command.decision().or(() -> exit.label().map(Label::value)),
        command.alasan(),
        both(begun.kelengkapan(), command.kelengkapan()),
        both(ended.output(), command.output()),
        ImmutableMap.<String, DataValue>builder()
            .putAll(usable(on, ended))
            .putAll(command.data())
            .buildKeepingLast(),
        command.occurredAt(),
        command.key());
  }

  /**
   * That the case of the other SOP has ended, and that nobody says otherwise than its end.
   *
   * @param command the completion, with the result
   */
  static void check(Deliberation on, Step step, OpenRow row, Command.Complete command) {
    Optional<CaseEvent.ChildEnded> ended = row.child().flatMap(Child::ended);
    boolean stopped = ended.filter(e -> e.outcome().equals(SopMikro.DIHENTIKAN)).isPresent();
    if (row.child().filter(Child::running).isPresent()) {
      Calling.running(on, row);
    } else if (ended.isEmpty() || (stopped && !Calling.exit(step, ended.get()).done())) {
      if (on.enforces(Check.SOP_MIKRO)) {
        on.refusals.add(
            CaseworkCode.CHILD_MISSING,
            row.step().value(),
            step.mikro().orElseThrow().sop().value());
      }
    } else {
      agrees(on, step, ended.get(), command);
    }
  }

  private static void agrees(
      Deliberation on, Step step, CaseEvent.ChildEnded ended, Command.Complete command) {
    Optional<String> label = Calling.exit(step, ended).label().map(Label::value);
    if (label.isPresent() && !command.decision().equals(label)) {
      otherwise(on, ended, "keputusan", label.get(), command.decision().orElse("-"));
    }
    usable(on, ended)
        .forEach(
            (name, value) -> {
              DataValue said = command.data().getOrDefault(name, value);
              if (!said.teks().equals(value.teks())) {
                otherwise(on, ended, name, value.teks(), said.teks());
              }
            });
  }

  private static void otherwise(
      Deliberation on, CaseEvent.ChildEnded ended, String what, String is, String said) {
    on.refusals.add(
        CaseworkCode.CHILD_SAYS_OTHERWISE,
        ended.step().value(),
        ended.berkas().value(),
        what,
        is,
        said);
  }

  /** What came back and can be a fact of this SOP; for the rest somebody must say what holds. */
  private static Map<String, DataValue> usable(Deliberation on, CaseEvent.ChildEnded ended) {
    ImmutableMap.Builder<String, DataValue> usable = ImmutableMap.builder();
    ended
        .data()
        .forEach(
            (name, value) -> {
              DataField field = on.sop.data().get(name);
              if (field != null && field.domain().contains(value)) {
                usable.put(name, value);
              }
            });
    return usable.buildOrThrow();
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return ImmutableList.<T>builder().addAll(first).addAll(second).build();
  }
}
