package id.sop.rules.race;

import id.sop.SopEngine;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.Outcome;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.journal.EventCodec;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.testing.Desk;
import java.util.ArrayList;
import java.util.List;

/** Where a case of {@link Meeting} stands when commands are raced for it. */
enum Stand {
  NOT_BEGUN,

  /** Row 1 is done, and nothing has followed from it. */
  FIRST_ROW_DONE,

  /** At its parallel rows: row 3 stands still, row 5 is claimed, row 9 awaits its case. */
  UNDERWAY,

  /** The same, and the case of row 9 has begun. */
  CALLED,

  STOPPED;

  /** The case that was worked on; those that are raced for are copies of it. */
  private static final CaseId LIKE = CaseId.of("RAPAT");

  private List<CaseStore.Change> changes;

  /** The case of row 9. */
  static CaseId other(CaseId caseId) {
    return CaseId.of(caseId.value() + "/konsumsi");
  }

  /** The case {@code caseId} as it stands, and that of its row 9 if it has one. */
  synchronized List<CaseStore.Change> of(CaseId caseId) {
    if (changes == null) {
      changes = worked(LIKE);
    }
    return changes.stream().map(change -> renamed(change, caseId)).toList();
  }

  private List<CaseStore.Change> worked(CaseId caseId) {
    MemoryStore store = MemoryStore.create();
    SopEngine engine = Meeting.firstNode(store);
    for (CommandBuilder<?> command : commands(caseId)) {
      Outcome outcome = engine.submit(command.build());
      if (!(outcome instanceof Outcome.Recorded)) {
        throw new AssertionError(outcome);
      }
    }
    return store.cases().stream().map(each -> change(each, store.read(each))).toList();
  }

  private List<CommandBuilder<?>> commands(CaseId caseId) {
    List<CommandBuilder<?>> commands = new ArrayList<>();
    if (this != NOT_BEGUN) {
      commands.add(Command.start(caseId, Meeting.SOP, Desk.as("KABAG")));
      commands.add(
          Command.complete(caseId, "1", Desk.as("KABAG"))
              .output(Document.of("Rencana rapat", "1")));
    }
    if (this == UNDERWAY || this == CALLED) {
      commands.add(Command.suspend(caseId, Desk.as("KABAG"), "Menunggu tamu").row("3"));
      commands.add(Command.claim(caseId, "5", Desk.as("KASUBAG")));
      commands.add(Command.raise(caseId, "9", Desk.as("STAF"), "Tamu datang"));
    }
    if (this == CALLED) {
      commands.add(Command.call(caseId, "9", Desk.as("STAF"), other(caseId)));
    }
    if (this == STOPPED) {
      commands.add(Command.terminate(caseId, Desk.as("KABAG"), "Ditunda"));
    }
    return commands;
  }

  private static CaseStore.Change change(CaseId caseId, List<Entry> journal) {
    CaseState before = CaseState.none(caseId);
    return CaseStore.Change.of(before, journal, before.after(journal), true);
  }

  private static CaseStore.Change renamed(CaseStore.Change like, CaseId name) {
    CaseId caseId = CaseId.of(like.caseId().value().replace(LIKE.value(), name.value()));
    List<Entry> journal = new ArrayList<>();
    String head = Chain.GENESIS;
    for (Entry entry : like.entries()) {
      String event = EventCodec.encode(entry.event()).replace(LIKE.value(), name.value());
      Entry copy =
          Chain.next(
              caseId,
              entry.seq(),
              entry.recordedAt(),
              entry.command(),
              EventCodec.decode(caseId, entry.seq(), event),
              head);
      journal.add(copy);
      head = copy.digest();
    }
    return change(caseId, journal);
  }
}
