package id.sop.rules.race;

import id.sop.SopEngine;
import id.sop.bundle.SopBundle;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.Outcome;
import id.sop.definition.SopId;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.routing.Procedure;
import id.sop.rules.SopRules;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.testing.Desk;
import id.sop.worktime.Deadline;
import id.sop.worktime.DueDates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** An SOP with rows of each kind, of which many are open at the same time. */
final class Meeting {
  static final SopId SOP = SopId.of("contoh.serempak");
  static final Instant MORNING = Desk.MORNING;

  /** The entry by which row 1 was completed. */
  static final long COMPLETED = 3;

  private static final Procedure PROCEDURE =
      SopRules.loadOrThrow(SopBundle.inFolder(Path.of("src", "test", "resources", "serempak")));

  /** As {@link Desk#PLAIN}, but everything is due an hour later. */
  private static final DueDates LATER =
      (start, waktu, zone, knownOn) ->
          Desk.PLAIN
              .due(start, waktu, zone, knownOn)
              .dueAt()
              .map(due -> Deadline.at(due.plus(Duration.ofHours(1))))
              .orElse(Deadline.none());

  private static final CaseStore.Change UNDERWAY = underway();

  private Meeting() {}

  /** The engine of a node, an hour after {@link #underway}, by a calendar that has changed. */
  static SopEngine node(CaseStore store) {
    return engine(store, LATER, MORNING.plus(Duration.ofHours(1)));
  }

  private static SopEngine engine(CaseStore store, DueDates calendar, Instant now) {
    return SopEngine.builder()
        .procedure(PROCEDURE)
        .store(store)
        .calendar(calendar)
        .clock(SettableClock.at(now, ZoneOffset.UTC))
        .build();
  }

  /** A case at its parallel rows, as one change: row 3 stands still, row 5 is claimed. */
  static CaseStore.Change underway(CaseId caseId) {
    List<Entry> entries = new ArrayList<>();
    String head = Chain.GENESIS;
    for (Entry like : UNDERWAY.entries()) {
      Entry entry =
          Chain.next(caseId, like.seq(), like.recordedAt(), like.command(), like.event(), head);
      entries.add(entry);
      head = entry.digest();
    }
    return new CaseStore.Change(
        caseId, UNDERWAY.sop(), UNDERWAY.digest(), 0, entries, UNDERWAY.status(), UNDERWAY.open());
  }

  private static CaseStore.Change underway() {
    CaseId caseId = CaseId.of("S");
    MemoryStore store = MemoryStore.create();
    SopEngine engine = engine(store, Desk.PLAIN, MORNING);
    Actor kabag = Desk.as("KABAG");
    List<CommandBuilder<?>> commands =
        List.of(
            Command.start(caseId, SOP, kabag),
            Command.complete(caseId, "1", kabag).output(Document.of("Rencana rapat", "1")),
            Command.suspend(caseId, kabag, "Menunggu tamu").row("3"),
            Command.claim(caseId, "5", Desk.as("KASUBAG")));
    for (CommandBuilder<?> command : commands) {
      Outcome outcome = engine.submit(command.build());
      if (!(outcome instanceof Outcome.Recorded)) {
        throw new AssertionError(outcome);
      }
    }
    CaseState state = engine.state(caseId);
    return new CaseStore.Change(
        caseId, SOP, PROCEDURE.digest(), 0, store.read(caseId), state.status(), state.openRows());
  }
}
