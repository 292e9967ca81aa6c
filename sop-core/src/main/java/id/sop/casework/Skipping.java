package id.sop.casework;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import id.sop.authority.RowRoles;
import id.sop.definition.Label;
import id.sop.definition.Sifat;
import id.sop.definition.Step;
import id.sop.journal.CaseEvent;
import id.sop.routing.RouteQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether an open row may be skipped. The rules are asked as after a completion, with the
 * label {@link Label#DILEWATI}: an arrow without a label is the way of a row that was skipped, too.
 */
final class Skipping {
  private Skipping() {}

  static Decision decide(Deliberation on, Command.Skip command) {
    return on.openRow(command.step())
        .map(row -> decide(on, command, row))
        .orElseGet(on.refusals::refuse);
  }

  private static Decision decide(Deliberation on, Command.Skip command, OpenRow row) {
    Step step = on.step(row);
    RowRoles roles = on.roles(row);
    on.notInTheFuture(on.occurredAt);
    on.notBefore(on.occurredAt, row.openedAt(), "baris " + row.step());
    on.performer(
        command.actor(), roles.mayComplete(command.actor().role()), row.step(), roles.completing());
    Claiming.heldBy(on, row, command.actor().id());
    Completing.clockRuns(on, row);
    on.mustBe(step, Sifat.OPSIONAL, CaseworkCode.NOT_OPTIONAL);
    on.reason(command.alasan());
    if (row.child().isPresent()) {
      Calling.running(on, row);
    }
    Optional<Move> move =
        step.is(Sifat.OPSIONAL) ? Move.ask(on, question(on, command, row)) : Optional.empty();
    return on.refusals.unless(() -> events(on, command, row, move.orElseThrow()));
  }

  private static RouteQuestion question(Deliberation on, Command.Skip command, OpenRow row) {
    return new RouteQuestion(
        Optional.of(
            new RouteQuestion.Completed(
                row.step(), Optional.of(Label.DILEWATI), command.actor().role(), row.visit())),
        ImmutableSet.copyOf(Sets.difference(on.state.open().keySet(), Set.of(row.step()))),
        on.state.ever(),
        on.state.data());
  }

  private static List<CaseEvent> events(
      Deliberation on, Command.Skip command, OpenRow row, Move move) {
    List<CaseEvent> events = new ArrayList<>();
    events.add(
        new CaseEvent.RowSkipped(
            row.step(),
            row.visit(),
            on.recorded(command.actor()),
            command.alasan(),
            move.why(),
            on.occurredAt));
    events.addAll(move.events(on, on.occurredAt));
    return events;
  }
}
