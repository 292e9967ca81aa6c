package id.sop.migration;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;

import id.sop.SopEngine;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.Outcome;
import id.sop.definition.Sop;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.SopBuilder;
import id.sop.worktime.DueDates;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** An office with two versions of one SOP: cases begin on the old one. */
final class TwoVersions {
  static final String OLD = "a".repeat(64);
  static final String NEW = "b".repeat(64);
  static final Actor BIRO = Actor.of("u-9", "BIRO_ORGANISASI");
  static final Document LETTER = Document.of("SURAT EDARAN", "065/7/2026");

  final Procedure before;
  final Procedure after;
  final SettableClock clock = SettableClock.at(Desk.MORNING, ZoneOffset.UTC);
  final CaseStore store;
  final SopEngine engine;

  TwoVersions(Procedure before, Procedure after) {
    this(before, after, MemoryStore.create(), Desk.PLAIN);
  }

  TwoVersions(Procedure before, Procedure after, CaseStore store, DueDates calendar) {
    this.before = before;
    this.after = after;
    this.store = store;
    engine =
        SopEngine.builder()
            .procedure(before, LocalDate.of(2026, 1, 1))
            // Nobody begins on it yet.
            .procedure(after, LocalDate.of(2199, 1, 1))
            .store(store)
            .calendar(calendar)
            .clock(clock)
            .build();
  }

  /** Three rows one after the other, and a row inserted before the third, which so becomes 4. */
  static TwoVersions inserted() {
    return new TwoVersions(chain("1", OLD, s -> s, "1", "2", "3"), fourRows(s -> s));
  }

  /** The new version of {@link #inserted}, edited. */
  static Procedure fourRows(UnaryOperator<SopBuilder> edit) {
    return chain("2", NEW, edit, "1", "2", "3", "4");
  }

  static Procedure chain(
      String versi, String digest, UnaryOperator<SopBuilder> edit, String... rows) {
    SopBuilder builder = aSop().versi(versi);
    for (String row : rows) {
      builder.row(aRow(row));
    }
    Sop sop = edit.apply(builder).build();
    return procedure(sop, inOrder(sop, rows), digest);
  }

  static Procedure procedure(Sop sop, Arrows arrows, String digest) {
    return new Procedure(sop, arrows, digest);
  }

  static Arrows inOrder(Sop sop, String... rows) {
    Arrows arrows = Arrows.of(sop);
    arrows.start().to(rows[0]);
    for (int i = 0; i + 1 < rows.length; i++) {
      arrows.from(rows[i]).to(rows[i + 1]);
    }
    arrows.from(rows[rows.length - 1]).ends();
    return arrows;
  }

  static CaseId id(int number) {
    return CaseId.of("B-" + number);
  }

  /** Begins a case and completes the rows {@code done}. */
  CaseId at(int number, String... done) {
    CaseId id = id(number);
    did(Command.start(id, before.sop().id(), Desk.as("STAF")));
    for (String row : done) {
      did(Command.complete(id, row, Desk.as("STAF")));
    }
    return id;
  }

  Outcome did(CommandBuilder<?> command) {
    Outcome outcome = engine.submit(command.build());
    if (!(outcome instanceof Outcome.Recorded)) {
      throw new AssertionError(outcome);
    }
    return outcome;
  }

  MigrationPlan.Builder plan() {
    return MigrationPlan.to(before.sop().id(), after.digest())
        .by(BIRO)
        .because("SOP baru berlaku")
        .onGround(LETTER);
  }

  List<CaseVerdict> dryRun(MigrationPlan.Builder plan) {
    List<CaseVerdict> verdicts = new ArrayList<>();
    engine.migration(plan.build()).dryRun(verdicts::add);
    return verdicts;
  }

  List<CaseVerdict> apply(MigrationPlan.Builder plan) {
    List<CaseVerdict> verdicts = new ArrayList<>();
    engine.migration(plan.build()).apply(verdicts::add);
    return verdicts;
  }

  List<String> open(CaseId id) {
    return engine.state(id).openRows().stream().map(r -> r.step().value()).toList();
  }
}
