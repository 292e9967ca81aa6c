package id.sop.cli;

import id.sop.SopEngine;
import id.sop.casework.CaseState;
import id.sop.example.Example;
import id.sop.example.ExampleStep;
import id.sop.example.SettableClock;
import id.sop.journal.CaseId;
import id.sop.problem.Problem;
import id.sop.routing.Procedure;
import id.sop.rules.example.ExamplePlay;
import id.sop.rules.example.ExamplePlay.Played;
import java.util.ArrayList;
import java.util.List;

/** Plays an example on a durable store and tells each step. */
final class ExampleWalk {
  private final SopEngine engine;
  private final Example example;
  private final CaseId caseId;
  private final SettableClock clock;
  private final Teller teller;
  private final ExamplePlay play;

  ExampleWalk(
      SopEngine engine,
      Procedure procedure,
      Example example,
      CaseId caseId,
      SettableClock clock,
      Teller teller) {
    this.engine = engine;
    this.example = example;
    this.caseId = caseId;
    this.clock = clock;
    this.teller = teller;
    this.play = new ExamplePlay(engine, procedure.sop(), caseId, clock);
  }

  /** Opens the case; returns the mismatches. */
  List<Problem> start() {
    Played played = play.start(example.mulai());
    tell(played);
    return played.mismatches();
  }

  /** Says what a process finds that knows nothing but the files. */
  void resume() {
    CaseState state = engine.state(caseId);
    teller.said(
        "Proses baru (%d) menemukan berkas %s: %d catatan, %d baris terbuka."
            .formatted(
                ProcessHandle.current().pid(), caseId, state.seq(), state.openRows().size()));
    state.openRows().forEach(teller::row);
  }

  /** Plays the steps from {@code first}, without {@code end}; returns the mismatches. */
  List<Problem> play(int first, int end) {
    List<Problem> mismatches = new ArrayList<>();
    for (ExampleStep step : example.langkah().subList(first, end)) {
      Played played = play.step(step);
      tell(played);
      mismatches.addAll(played.mismatches());
    }
    return mismatches;
  }

  /** Verifies the record and prints the report. */
  void finish() {
    teller.verified(engine.journal(caseId).size(), engine.verify(caseId));
    teller.report(engine.report(caseId));
  }

  private void tell(Played played) {
    teller.prepared(played.preparations());
    teller.done(played.command(), clock.instant(), played.outcome());
  }
}
