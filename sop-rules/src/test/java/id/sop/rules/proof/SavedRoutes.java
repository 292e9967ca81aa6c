package id.sop.rules.proof;

import id.sop.definition.Label;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.EventCodec;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.Router;
import id.sop.routing.RoutingTable;
import id.sop.routing.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lines of a table, handed to a process that has no rule engine: one line of text for each, as
 * row, label and facts, and what follows in the words of the journal. Only for tables in which
 * facts are single values and nothing opens in twos.
 */
final class SavedRoutes implements Router {
  private static final CaseId NOBODY = CaseId.of("TABEL");

  private final Map<String, List<Line>> lines = new LinkedHashMap<>();

  private record Line(Map<String, String> facts, RouteAnswer answer) {}

  private SavedRoutes() {}

  static void save(RoutingTable table, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (RoutingTable.Entry entry : table.entries()) {
      List<String> facts = new ArrayList<>();
      entry.data().forEach((name, value) -> facts.add(name + "=" + value));
      lines.add(
          String.join(
              "\t",
              key(entry.from(), entry.label()),
              String.join(",", facts),
              EventCodec.encode(event(entry.answer()))));
    }
    Files.write(file, lines);
  }

  static SavedRoutes read(Path file) throws IOException {
    SavedRoutes routes = new SavedRoutes();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("\t", 3);
      Map<String, String> facts = new TreeMap<>();
      for (String fact : parts[1].isEmpty() ? new String[0] : parts[1].split(",", -1)) {
        facts.put(fact.substring(0, fact.indexOf('=')), fact.substring(fact.indexOf('=') + 1));
      }
      routes
          .lines
          .computeIfAbsent(parts[0], k -> new ArrayList<>())
          .add(new Line(facts, answer(EventCodec.decode(NOBODY, 1, parts[2]))));
    }
    return routes;
  }

  @Override
  public RouteAnswer route(RouteQuestion question) {
    String key =
        key(
            question.completed().map(RouteQuestion.Completed::step),
            question.completed().flatMap(RouteQuestion.Completed::label));
    return lines.getOrDefault(key, List.of()).stream()
        .filter(l -> l.facts().entrySet().stream().allMatch(f -> holds(f, question)))
        .map(Line::answer)
        .findFirst()
        .orElseGet(RouteAnswer.NoRoute::new);
  }

  private static boolean holds(Map.Entry<String, String> fact, RouteQuestion question) {
    return Optional.ofNullable(question.data().get(fact.getKey()))
        .filter(v -> v.teks().equals(fact.getValue()))
        .isPresent();
  }

  private static String key(Optional<StepId> row, Optional<Label> label) {
    return row.map(StepId::value).orElse("mulai") + " " + label.map(Label::value).orElse("-");
  }

  private static CaseEvent event(RouteAnswer answer) {
    if (answer instanceof RouteAnswer.End end) {
      return new CaseEvent.Ended(end.outcome(), end.why(), Instant.EPOCH);
    }
    RouteAnswer.Open open = (RouteAnswer.Open) answer;
    if (open.targets().size() != 1) {
      throw new AssertionError("opens several rows: " + open);
    }
    Target target = open.targets().get(0);
    return new CaseEvent.RowOpened(
        target.step(), 1, target.by(), target.waktu(), Optional.empty(), open.why(), Instant.EPOCH);
  }

  private static RouteAnswer answer(CaseEvent event) {
    if (event instanceof CaseEvent.Ended end) {
      return new RouteAnswer.End(end.outcome(), end.why());
    }
    CaseEvent.RowOpened opened = (CaseEvent.RowOpened) event;
    RouteReason why = opened.why();
    return new RouteAnswer.Open(
        List.of(new Target(opened.step(), opened.by(), opened.waktu())), why);
  }
}
