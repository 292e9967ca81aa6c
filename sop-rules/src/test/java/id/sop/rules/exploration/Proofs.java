package id.sop.rules.exploration;

import id.sop.SopEngine;
import id.sop.casework.Outcome;
import id.sop.definition.DataValue;
import id.sop.definition.Sop;
import id.sop.example.Example;
import id.sop.example.ExampleStart;
import id.sop.example.ExampleStep;
import id.sop.example.Expected;
import id.sop.example.Located;
import id.sop.example.SettableClock;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.problem.Place;
import id.sop.routing.Procedure;
import id.sop.routing.RouteQuestion;
import id.sop.rules.dialect.RouteRule;
import id.sop.rules.example.ExamplePlay;
import id.sop.rules.live.LiveRouter;
import id.sop.store.MemoryStore;
import id.sop.worktime.WorkCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Examples that pass every arrow at both ends of what it holds for, as the correct SOP plays them.
 */
final class Proofs {
  private static final Place PLACE = new Place("uji.yaml", 1, 1);
  private static final LocalDateTime FIRST = LocalDateTime.of(2026, 3, 2, 8, 0);
  private static final Expected NOTHING =
      new Expected(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final Procedure procedure;
  private final Sop sop;

  private Proofs(Procedure procedure) {
    this.procedure = procedure;
    this.sop = procedure.sop();
  }

  static List<Example> of(Sop sop, List<RouteRule> rules, LiveRouter live, Procedure procedure) {
    List<Asked> asked =
        Grids.of(sop, rules).stream().map(g -> Asked.ask(g, live::ask, sop)).toList();
    Walk walk = Walk.through(sop, asked, true);
    Set<List<RouteQuestion>> ways = new LinkedHashSet<>();
    for (Asked each : asked) {
      for (int cell : walk.reached(each)) {
        for (boolean isLowest : new boolean[] {true, false}) {
          ways.add(new Retelling(sop, walk, isLowest).of(walk.way(each, cell)).path());
        }
      }
    }
    Proofs proofs = new Proofs(procedure);
    List<Example> examples = new ArrayList<>();
    for (List<RouteQuestion> way : ways) {
      boolean isPartOfAnother =
          ways.stream()
              .anyMatch(w -> w.size() > way.size() && w.subList(0, way.size()).equals(way));
      if (!isPartOfAnother) {
        examples.add(proofs.proof(proofs.bare("jalan " + examples.size(), way)));
      }
    }
    return examples;
  }

  /** The way as an example that expects nothing yet. */
  private Example bare(String name, List<RouteQuestion> way) {
    List<ExampleStep> steps = new ArrayList<>();
    for (int i = 1; i < way.size(); i++) {
      RouteQuestion.Completed completed = way.get(i).completed().orElseThrow();
      Map<String, DataValue> news = new LinkedHashMap<>(way.get(i).data());
      news.entrySet().removeAll(way.get(i - 1).data().entrySet());
      steps.add(
          new ExampleStep.Completed(
              at(completed.step()),
              FIRST.plusDays(i),
              Optional.of(at(completed.by())),
              completed.label().map(l -> at(l.value())),
              completed.label().map(l -> "belum lengkap"),
              located(news),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              NOTHING,
              PLACE));
    }
    Map<String, Located<DataValue>> known = located(way.get(0).data());
    ExampleStart start = new ExampleStart(FIRST, Optional.empty(), known, NOTHING, PLACE);
    return new Example(name, start, steps, Optional.empty(), PLACE);
  }

  private static <T> Located<T> at(T value) {
    return new Located<>(value, PLACE);
  }

  private static Map<String, Located<DataValue>> located(Map<String, DataValue> data) {
    Map<String, Located<DataValue>> located = new LinkedHashMap<>();
    data.forEach((name, value) -> located.put(name, at(value)));
    return located;
  }

  /** The same, expecting what came of it. */
  private Example proof(Example bare) {
    SettableClock clock = SettableClock.at(FIRST.atZone(sop.zona()).toInstant(), sop.zona());
    try (SopEngine engine =
        SopEngine.builder()
            .procedure(procedure, LocalDate.of(2026, 1, 1))
            .store(MemoryStore.create())
            .calendar(WorkCalendar.indonesia())
            .clock(clock)
            .build()) {
      CaseId caseId = CaseId.of("BUKTI");
      ExamplePlay play = new ExamplePlay(engine, sop, caseId, clock);
      ExampleStart start = bare.mulai();
      ExampleStart started =
          new ExampleStart(
              start.pada(),
              start.oleh(),
              start.data(),
              expected(play.start(start), engine, caseId),
              PLACE);
      List<ExampleStep> steps = new ArrayList<>();
      for (ExampleStep step : bare.langkah()) {
        steps.add(
            expecting((ExampleStep.Completed) step, expected(play.step(step), engine, caseId)));
      }
      Optional<Located<String>> end = engine.state(caseId).outcome().map(Proofs::at);
      return new Example(bare.nama(), started, steps, end, PLACE);
    }
  }

  private static ExampleStep expecting(ExampleStep.Completed step, Expected expected) {
    return new ExampleStep.Completed(
        step.baris(),
        step.pada(),
        step.oleh(),
        step.keputusan(),
        step.alasan(),
        step.data(),
        step.kelengkapan(),
        step.output(),
        step.peserta(),
        step.jadwal(),
        expected,
        step.place());
  }

  private Expected expected(ExamplePlay.Played played, SopEngine engine, CaseId caseId) {
    if (!(played.outcome() instanceof Outcome.Recorded recorded)) {
      throw new AssertionError(sop.id() + " refuses its own way: " + played.outcome());
    }
    List<CaseEvent.RowOpened> opened =
        recorded.receipt().events().stream()
            .filter(CaseEvent.RowOpened.class::isInstance)
            .map(CaseEvent.RowOpened.class::cast)
            .toList();
    Optional<CaseEvent.RowOpened> only =
        opened.size() == 1 ? Optional.of(opened.get(0)) : Optional.empty();
    return new Expected(
        Optional.of(at(List.copyOf(engine.state(caseId).open().keySet()))),
        only.map(o -> at(o.by())),
        only.map(o -> at(o.dueAt().map(d -> d.atZone(sop.zona()).toLocalDateTime()))),
        Optional.empty());
  }
}
