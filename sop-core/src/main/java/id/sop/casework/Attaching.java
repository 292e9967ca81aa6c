package id.sop.casework;

import id.sop.internal.Unicode;
import id.sop.journal.CaseEvent;
import java.util.List;
import java.util.Optional;

/** Decides whether documents are put to a file. */
final class Attaching {
  private Attaching() {}

  static Decision decide(Deliberation on, Command.Attach command) {
    Optional<OpenRow> row = command.step().flatMap(on::openRow);
    if (command.step().isPresent() && row.isEmpty()) {
      return on.refusals.refuse();
    }
    on.notInTheFuture(on.occurredAt);
    if (row.isPresent()) {
      on.notBefore(on.occurredAt, row.get().openedAt(), "baris " + row.get().step());
    } else {
      on.state
          .startedAt()
          .ifPresent(start -> on.notBefore(on.occurredAt, start, "berkas " + command.caseId()));
    }
    Suspending.anyRole(on, command.actor(), row);
    if (command.dokumen().isEmpty()) {
      on.refusals.add(CaseworkCode.NOTHING_ATTACHED);
    }
    return on.refusals.unless(
        () ->
            List.of(
                new CaseEvent.Attached(
                    row.map(r -> new CaseEvent.RowVisit(r.step(), r.visit())),
                    on.recorded(command.actor()),
                    command.dokumen(),
                    command.keterangan().filter(k -> !Unicode.isBlank(k)),
                    on.occurredAt)));
  }
}
