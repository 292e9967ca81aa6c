package id.sop.store.jdbc;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;

import id.sop.SopEngine;
import id.sop.casework.CaseStatus;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.casework.Receipt;
import id.sop.definition.Sop;
import id.sop.example.SettableClock;
import id.sop.journal.CaseId;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.SopBuilder;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** An SOP of one row, then branches that are open at the same time, then its end. */
final class Forked {
  static final int BRANCHES = 8;
  static final Procedure PROCEDURE = procedure();

  private Forked() {}

  private static Procedure procedure() {
    SopBuilder rows = aSop().row(aRow("1"));
    String[] branches = branches().toArray(String[]::new);
    branches().forEach(branch -> rows.row(aRow(branch)));
    Sop sop = rows.build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to(branches);
    for (String branch : branches) {
      arrows.from(branch).whileOthersAreOpen().waits();
      arrows.from(branch).whenAlone().ends();
    }
    return new Procedure(sop, arrows, "f".repeat(64));
  }

  static List<String> branches() {
    return IntStream.rangeClosed(2, 1 + BRANCHES).mapToObj(Integer::toString).toList();
  }

  static SopEngine engine(CaseStore store) {
    return engine(store, 1);
  }

  static SopEngine engine(CaseStore store, int remembered) {
    return SopEngine.builder()
        .procedure(PROCEDURE)
        .store(store)
        .calendar(Desk.PLAIN)
        .clock(SettableClock.at(Desk.MORNING, ZoneOffset.UTC))
        .remember(remembered)
        .build();
  }

  static Command start(CaseId caseId) {
    return Command.start(caseId, PROCEDURE.sop().id(), Desk.as("STAF")).build();
  }

  static Command complete(CaseId caseId, String row) {
    return Command.complete(caseId, row, Desk.as("STAF")).build();
  }

  /** The case at its branches. */
  static void forked(SopEngine engine, CaseId caseId) {
    recorded(engine.submit(start(caseId)));
    recorded(engine.submit(complete(caseId, "1")));
  }

  static Receipt recorded(Outcome outcome) {
    if (outcome instanceof Outcome.Recorded recorded) {
      return recorded.receipt();
    }
    throw new AssertionError(outcome);
  }

  static boolean ended(SopEngine engine, CaseId caseId) {
    return engine.state(caseId).status() == CaseStatus.SELESAI && engine.verify(caseId).isEmpty();
  }
}
