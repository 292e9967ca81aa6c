package id.sop.rules.coverage;

import id.sop.casework.CaseState;
import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.routing.Block;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.RoutingTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts what examples pass through. */
final class Tally {
  private final Map<Key, Found> found = new LinkedHashMap<>();

  /** What is counted: a row, a rule and where it leads, a cell. */
  private record Key(Measure measure, Object what) {}

  private record Found(String name, Place place, List<String> examples) {}

  /** An arrow: a rule, and the row that it opens or how it ends. */
  private record Arrow(RouteReason rule, String to) {}

  /** A cell of the block that answers {@code asked}. */
  private record Cell(Asked asked, int cell) {}

  private Tally() {}

  static List<Item> of(Sop sop, RoutingTable table, List<Suite.Played> played) {
    Tally tally = new Tally();
    sop.langkah().values().forEach(tally::expectRow);
    Map<Asked, Block> blocks = new LinkedHashMap<>();
    for (Block block : table.blocks()) {
      blocks.put(Asked.in(block.grid()), block);
      tally.expectAnswers(sop, block);
    }
    for (Suite.Played one : played) {
      Set<Key> passed = new HashSet<>();
      for (RouteQuestion question : questions(one.performance().state())) {
        row(question, passed);
        arrows(table.route(question), passed);
        cell(blocks, question).ifPresent(passed::add);
      }
      passed.forEach(key -> tally.passed(key, one.example().nama()));
    }
    List<Item> items = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      tally.found.forEach(
          (key, f) -> {
            if (key.measure() == measure) {
              items.add(new Item(measure, f.name(), f.place(), f.examples()));
            }
          });
    }
    return List.copyOf(items);
  }

  private void passed(Key key, String example) {
    Found item = found.get(key);
    if (item != null) {
      item.examples().add(example);
    }
  }

  private void expect(Measure measure, Object what, String name, Place place) {
    found.putIfAbsent(new Key(measure, what), new Found(name, place, new ArrayList<>()));
  }

  private void expectRow(Step row) {
    expect(Measure.BARIS, row.id(), "baris " + row.id(), row.place());
    for (Label label : row.labels()) {
      expect(Measure.LABEL, label(row.id(), label), "baris " + row.id() + " " + label, row.place());
    }
  }

  private void expectAnswers(Sop sop, Block block) {
    Asked asked = Asked.in(block.grid());
    for (int cell = 0; cell < block.answers().size(); cell++) {
      RouteAnswer answer = block.answers().get(cell);
      Optional<RouteReason> rule = answer.reason();
      if (rule.isPresent() && block.grid().witness(cell, sop.pelaksana().keySet()).isPresent()) {
        Place place = rule.get().place();
        expect(Measure.ATURAN, rule.get(), "“" + rule.get().rule() + "”", place);
        for (String to : leadsTo(answer)) {
          String name = "“" + rule.get().rule() + "” → " + to;
          expect(Measure.PANAH, new Arrow(rule.get(), to), name, place);
        }
        expect(Measure.SEL, new Cell(asked, cell), asked + conditions(block, cell), place);
      }
    }
  }

  private static String conditions(Block block, int cell) {
    StringBuilder text = new StringBuilder();
    int[] regions = block.grid().regions(cell);
    for (int i = 0; i < regions.length; i++) {
      var dimension = block.grid().dimensions().get(i);
      text.append(", ").append(dimension.name()).append(" ").append(dimension.text(regions[i]));
    }
    return text.toString();
  }

  private static List<String> leadsTo(RouteAnswer answer) {
    if (answer instanceof RouteAnswer.Open open) {
      return open.targets().stream().map(t -> "baris " + t.step()).toList();
    }
    return List.of(
        answer instanceof RouteAnswer.End end ? "berakhir " + end.outcome() : "menunggu");
  }

  private static List<Object> label(StepId row, Label label) {
    return List.of(row, label);
  }

  // What an example passed through, by what the rules were asked.

  private static List<RouteQuestion> questions(CaseState state) {
    List<RouteQuestion> questions = new ArrayList<>();
    if (state.startedAt().isPresent()) {
      questions.add(RouteQuestion.start(state.startData()));
    }
    state.completions().stream()
        .filter(c -> !c.event().again())
        .forEach(c -> questions.add(c.asked()));
    state.skipped().forEach(s -> questions.add(s.asked()));
    return questions;
  }

  private static void row(RouteQuestion question, Set<Key> passed) {
    question
        .completed()
        .ifPresent(
            c -> {
              passed.add(new Key(Measure.BARIS, c.step()));
              c.label().ifPresent(l -> passed.add(new Key(Measure.LABEL, label(c.step(), l))));
            });
  }

  private static void arrows(RouteAnswer answer, Set<Key> passed) {
    answer
        .reason()
        .ifPresent(
            rule -> {
              passed.add(new Key(Measure.ATURAN, rule));
              leadsTo(answer)
                  .forEach(to -> passed.add(new Key(Measure.PANAH, new Arrow(rule, to))));
            });
  }

  private static Optional<Key> cell(Map<Asked, Block> blocks, RouteQuestion question) {
    Asked asked = Asked.by(question);
    return Optional.ofNullable(blocks.get(asked))
        .map(block -> new Key(Measure.SEL, new Cell(asked, block.grid().cellOf(question))));
  }
}
