package id.sop.rules.bundle;

import id.sop.definition.DataDomain;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the examples of a shipped {@code uji.yaml} through the rules alone: only where the file
 * goes, not who may act or by when.
 */
final class ExampleReplay {
  private static final Pattern ENTRY = Pattern.compile("^ +(?:mulai: |- )\\{ (.*) }$");
  private static final Pattern FIELD =
      Pattern.compile("(\\w+): (\\[[^\\]]*]|\\{[^}]*}|[^,\\[{]+)(?:, |$)");

  private final Procedure procedure;
  private final List<Integer> disagreements = new ArrayList<>();
  private final Set<String> fired = new TreeSet<>();
  private final Map<String, DataValue> data = new HashMap<>();
  private final Set<StepId> ever = new TreeSet<>();
  private Optional<StepId> open = Optional.empty();

  private ExampleReplay(Procedure procedure) {
    this.procedure = procedure;
  }

  static ExampleReplay of(Procedure procedure, String uji) {
    ExampleReplay replay = new ExampleReplay(procedure);
    List<String> lines = uji.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher entry = ENTRY.matcher(lines.get(i));
      if (entry.matches()) {
        replay.follow(i + 1, lines.get(i).contains("mulai:"), fields(entry.group(1)));
      }
    }
    return replay;
  }

  /** The lines of the examples that the rules do not agree with. */
  List<Integer> disagreements() {
    return List.copyOf(disagreements);
  }

  /** The names of the rules that some example fires. */
  Set<String> fired() {
    return fired;
  }

  private void follow(int line, boolean start, Map<String, String> entry) {
    if (entry.containsKey("ditolak")) {
      return;
    }
    if (start) {
      data.clear();
      ever.clear();
      goTo(procedure.router().route(RouteQuestion.start(Map.of())));
    } else if (entry.containsKey("hentikan")) {
      open = Optional.empty();
    } else {
      complete(line, entry);
    }
    if (entry.containsKey("posisi") && !inner(entry.get("posisi")).equals(opened())) {
      disagreements.add(line);
    }
  }

  private void complete(int line, Map<String, String> entry) {
    StepId row = StepId.of(entry.get("baris"));
    if (!open.equals(Optional.of(row))) {
      disagreements.add(line);
    }
    ever.add(row);
    fields(inner(entry.getOrDefault("data", "{}"))).forEach(this::learn);
    Optional<Label> label = Optional.ofNullable(entry.get("keputusan")).map(Label::of);
    goTo(procedure.router().route(completed(row, label)));
  }

  private RouteQuestion completed(StepId row, Optional<Label> label) {
    Sop sop = procedure.sop();
    Step step = sop.step(row).orElseThrow();
    return new RouteQuestion(
        Optional.of(new RouteQuestion.Completed(row, label, step.pelaksana().completing(), 1)),
        Set.of(),
        ever,
        data);
  }

  private void goTo(RouteAnswer answer) {
    if (answer instanceof RouteAnswer.Open to) {
      fired.add(to.why().rule());
      open = Optional.of(to.targets().get(0).step());
    } else if (answer instanceof RouteAnswer.End end) {
      fired.add(end.why().rule());
      open = Optional.empty();
    } else {
      throw new AssertionError(answer);
    }
  }

  private String opened() {
    return open.map(StepId::value).orElse("");
  }

  private void learn(String field, String value) {
    DataDomain domain = procedure.sop().data().get(field).domain();
    data.put(
        field,
        domain instanceof DataDomain.YaTidak
            ? DataValue.of(value.equals("ya"))
            : domain instanceof DataDomain.Tanggal
                ? DataValue.of(LocalDate.parse(value))
                : DataValue.of(value));
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new HashMap<>();
    Matcher field = FIELD.matcher(text);
    while (field.find()) {
      fields.put(field.group(1), field.group(2).strip());
    }
    return fields;
  }

  private static String inner(String bracketed) {
    return bracketed.substring(1, bracketed.length() - 1).strip();
  }
}
