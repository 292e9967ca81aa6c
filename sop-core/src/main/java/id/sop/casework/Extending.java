package id.sop.casework;

import id.sop.casework.CompliancePolicy.Check;
import id.sop.internal.Unicode;
import id.sop.journal.CaseEvent;
import id.sop.journal.DueCause;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides whether the time of a row is extended. */
final class Extending {
  private final Deliberation on;
  private final Command.Extend command;
  private final OpenRow row;

  private Extending(Deliberation on, Command.Extend command, OpenRow row) {
    this.on = on;
    this.command = command;
    this.row = row;
  }

  static Decision decide(Deliberation on, Command.Extend command) {
    return on.openRow(command.step())
        .map(row -> new Extending(on, command, row).decide())
        .orElseGet(on.refusals::refuse);
  }

  private Decision decide() {
    on.notInTheFuture(on.occurredAt);
    on.notBefore(on.occurredAt, row.openedAt(), "baris " + row.step());
    on.performer(
        command.actor(),
        on.sop.pelaksana().containsKey(command.actor().role()),
        row.step(),
        on.sop.pelaksana().keySet());
    if (Unicode.isBlank(command.alasan())) {
      on.refusals.add(CaseworkCode.REASON_BLANK);
    }
    Optional<Waktu> more = on.step(row).dinilai().perpanjangan();
    if (more.isEmpty()) {
      on.refusals.add(CaseworkCode.NO_EXTENSION, row.step().value(), row.waktu().teks());
    }
    row.clock()
        .perpanjangan()
        .ifPresent(
            before ->
                on.refusals.add(
                    CaseworkCode.EXTENDED_BEFORE,
                    row.step().value(),
                    before.waktu().teks(),
                    on.moment(before.occurredAt())));
    if (on.refusals.none()) {
      due();
    }
    return on.refusals.unless(() -> events(more.orElseThrow()));
  }

  private void due() {
    Optional<Stop> standing = row.clock().stops().stream().filter(Stop::stands).findFirst();
    Optional<Instant> due =
        row.waktu().dapatDijadwalkan() ? Optional.empty() : new RowDues(on).of(row);
    if (due.isEmpty() && standing.isPresent()) {
      Suspending.refuse(on, row.step(), standing.get());
    } else if (due.isEmpty()) {
      on.refusals.add(CaseworkCode.NOTHING_TO_EXTEND, row.step().value(), row.waktu().teks());
    } else if (on.occurredAt.isAfter(due.get())
        && on.circumstances.policy().enforces(Check.PERPANJANGAN)) {
      on.refusals.add(CaseworkCode.EXTENSION_TOO_LATE, row.step().value(), on.moment(due.get()));
    }
  }

  private List<CaseEvent> events(Waktu more) {
    CaseEvent.Extended extended =
        new CaseEvent.Extended(
            row.step(),
            row.visit(),
            on.recorded(command.actor()),
            more,
            command.alasan(),
            command.document(),
            on.occurredAt);
    List<CaseEvent> events = new ArrayList<>(List.of(extended));
    events.addAll(
        new RowDues(on)
            .between(
                row,
                row.with(row.clock().extended(extended)),
                on.recorded(command.actor()),
                new DueCause.Extension()));
    return events;
  }
}
