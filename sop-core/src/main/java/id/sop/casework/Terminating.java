package id.sop.casework;

import id.sop.definition.PelaksanaCode;
import id.sop.internal.Unicode;
import id.sop.journal.CaseEvent;
import java.util.List;
import java.util.Set;

/** Decides whether a case may be stopped outside its SOP. */
final class Terminating {
  private Terminating() {}

  static Decision decide(Deliberation on, Command.Terminate command) {
    on.notInTheFuture(on.occurredAt);
    on.state
        .startedAt()
        .ifPresent(start -> on.notBefore(on.occurredAt, start, "berkas " + command.caseId()));
    Set<PelaksanaCode> named = on.circumstances.policy().terminating();
    Set<PelaksanaCode> allowed = named.isEmpty() ? on.sop.pelaksana().keySet() : named;
    if (!allowed.contains(command.actor().role())) {
      on.refusals.add(
          CaseworkCode.MAY_NOT_TERMINATE,
          command.actor().role().value(),
          Deliberation.list(allowed));
    }
    on.appointed(command.actor());
    if (Unicode.isBlank(command.alasan())) {
      on.refusals.add(CaseworkCode.REASON_BLANK);
    }
    return on.refusals.unless(
        () ->
            List.of(
                new CaseEvent.Terminated(
                    on.recorded(command.actor()), command.alasan(), on.occurredAt)));
  }
}
