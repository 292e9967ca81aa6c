package id.sop.rules.bundle;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.Router;
import id.sop.routing.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One arrow of a flowchart, as the loaded rules answer it.
 *
 * @param from the row it leaves; empty at the start
 * @param mark what it depends on, {@code (YA)} or {@code {lokasi=LUAR_PROVINSI}}; empty otherwise
 * @param to the row it leads to; empty at the end
 * @param why the rule that drew it
 */
record Arrow(Optional<StepId> from, String mark, Optional<Target> to, RouteReason why) {

  /** Every arrow, found by asking for each row, each label and each value of the open choices. */
  static List<Arrow> of(Procedure procedure) {
    List<Arrow> arrows = new ArrayList<>();
    arrows.add(
        arrow(Optional.empty(), "", procedure.router().route(RouteQuestion.start(Map.of()))));
    for (Step step : procedure.sop().langkah().values()) {
      if (step.decides()) {
        for (Label label : step.keputusan()) {
          arrows.addAll(out(procedure, step, Optional.of(label)));
        }
      } else {
        arrows.addAll(out(procedure, step, Optional.empty()));
      }
    }
    return List.copyOf(arrows);
  }

  /** The arrows that lead into {@code step}. */
  static List<Arrow> into(List<Arrow> arrows, StepId step) {
    return arrows.stream()
        .filter(a -> a.to().filter(t -> t.step().equals(step)).isPresent())
        .toList();
  }

  /** The arrows that leave {@code step}; the start's if it is empty. */
  static List<Arrow> outOf(List<Arrow> arrows, Optional<StepId> step) {
    return arrows.stream().filter(a -> a.from().equals(step)).toList();
  }

  private static List<Arrow> out(Procedure procedure, Step step, Optional<Label> label) {
    String decided = label.map(l -> "(" + l + ")").orElse("");
    Map<String, RouteAnswer> byFacts = new LinkedHashMap<>();
    for (Map<String, DataValue> choice : choices(procedure.sop())) {
      byFacts.put(mark(choice), ask(procedure.router(), procedure.sop(), step, label, choice));
    }
    Map<String, RouteAnswer> marked =
        byFacts.values().stream().distinct().count() == 1
            ? Map.of("", byFacts.values().iterator().next())
            : byFacts;
    List<Arrow> arrows = new ArrayList<>();
    marked.forEach(
        (facts, answer) -> arrows.add(arrow(Optional.of(step.id()), decided + facts, answer)));
    return arrows;
  }

  private static RouteAnswer ask(
      Router router, Sop sop, Step step, Optional<Label> label, Map<String, DataValue> choice) {
    Map<String, DataValue> known = new LinkedHashMap<>();
    sop.data().values().forEach(field -> given(field).ifPresent(v -> known.put(field.nama(), v)));
    known.putAll(choice);
    return router.route(
        new RouteQuestion(
            Optional.of(
                new RouteQuestion.Completed(step.id(), label, step.pelaksana().completing(), 1)),
            Set.of(),
            Set.of(step.id()),
            known));
  }

  /** The value of a fact on which no arrow depends. */
  private static Optional<DataValue> given(DataField field) {
    if (field.harus().isPresent()) {
      return field.harus();
    }
    return field.domain() instanceof DataDomain.Tanggal
        ? Optional.of(DataValue.of(LocalDate.of(2026, 6, 22)))
        : Optional.empty();
  }

  /** Each combination of the choices that no row prescribes. */
  private static List<Map<String, DataValue>> choices(Sop sop) {
    List<List<Map.Entry<String, DataValue>>> axes = new ArrayList<>();
    for (DataField field : sop.data().values()) {
      if (field.harus().isEmpty() && field.domain() instanceof DataDomain.Pilihan choice) {
        axes.add(
            choice.nilai().stream().map(v -> Map.entry(field.nama(), DataValue.of(v))).toList());
      }
    }
    return Lists.cartesianProduct(axes).stream()
        .<Map<String, DataValue>>map(ImmutableMap::copyOf)
        .toList();
  }

  private static String mark(Map<String, DataValue> facts) {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey() + "=" + fact.getValue().teks())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static Arrow arrow(Optional<StepId> from, String mark, RouteAnswer answer) {
    if (answer instanceof RouteAnswer.Open open && open.targets().size() == 1) {
      return new Arrow(from, mark, Optional.of(open.targets().get(0)), open.why());
    }
    if (answer instanceof RouteAnswer.End end) {
      return new Arrow(from, mark, Optional.empty(), end.why());
    }
    throw new AssertionError("after row " + from + mark + ": " + answer);
  }
}
