package id.sop.testkit;

import id.sop.SopEngine;
import id.sop.casework.CompliancePolicy;
import id.sop.definition.Sop;
import id.sop.example.Example;
import id.sop.example.SettableClock;
import id.sop.journal.CaseId;
import id.sop.routing.Procedure;
import id.sop.store.MemoryStore;
import id.sop.worktime.DueDates;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What one test plays on: an engine in memory, its clock, and the cases that the test asked for.
 */
final class Scene implements AutoCloseable {
  /** A Monday morning on which offices work; a test that cares sets the clock. */
  private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 8, 0);

  private final Procedure procedure;
  private final SettableClock clock;
  private final SopEngine engine;
  private final List<Berkas> cases = new ArrayList<>();

  Scene(Kit kit) {
    this(kit.procedure(), kit.calendar());
  }

  Scene(Procedure procedure, DueDates calendar) {
    this.procedure = procedure;
    Sop sop = procedure.sop();
    clock = SettableClock.at(START.atZone(sop.zona()).toInstant(), sop.zona());
    engine =
        SopEngine.builder()
            // The paper may not say from when it is in force; a scenario may begin on any day.
            .procedure(procedure, sop.identitas().tanggalEfektif().orElse(LocalDate.EPOCH))
            .store(MemoryStore.create())
            .calendar(calendar)
            .policy(CompliancePolicy.alone())
            .clock(clock)
            .build();
  }

  Procedure procedure() {
    return procedure;
  }

  SettableClock clock() {
    return clock;
  }

  SopEngine engine() {
    return engine;
  }

  Berkas berkas() {
    Berkas berkas = new Berkas(this, CaseId.of("BERKAS-" + (cases.size() + 1)));
    cases.add(berkas);
    return berkas;
  }

  /** Carries out what was said last and not yet looked at. */
  void finish() {
    cases.forEach(Berkas::finish);
  }

  /** What was done, as examples that can be played again. */
  List<Example> recorded(String name) {
    List<Example> recorded = new ArrayList<>();
    for (Berkas berkas : cases) {
      String own = cases.size() == 1 ? name : name + " (" + berkas.id() + ")";
      berkas.recorded(own).ifPresent(recorded::add);
    }
    return recorded;
  }

  @Override
  public void close() {
    engine.close();
  }
}
