package id.sop.rules.arrow;

import com.google.common.hash.Hashing;
import id.sop.definition.Sop;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.routing.RouteReason;
import id.sop.rules.dialect.Action;
import id.sop.rules.dialect.DialectCode;
import id.sop.rules.dialect.Gate;
import id.sop.rules.dialect.RouteRule;
import id.sop.rules.sheet.Cell;
import id.sop.rules.sheet.SheetFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a decision table as the arrows of an SOP. Each of its rows is written as a rule of the
 * dialect and passes the gate like a rule that an author wrote; what is wrong is told at its cell.
 */
public final class ArrowSheet {
  private static final String GENERATED = "rute";

  private final Table table;
  private final Sop sop;
  private final Problems problems = new Problems();
  private final Tracked text = new Tracked();
  // The rows that became rules, by the line of the text on which each begins.
  private final NavigableMap<Integer, Made> made = new TreeMap<>();

  private record Made(int row, String name) {}

  private ArrowSheet(Table table, Sop sop) {
    this.table = table;
    this.sop = sop;
  }

  /**
   * Reads a table. Whatever the bytes are, this does not throw.
   *
   * @param file the file as its problems shall name it
   * @param bytes its contents: CSV or XLSX
   * @param sop the document that declares the rows, roles, labels and facts
   */
  public static Gate.Reading read(String file, byte[] bytes, Sop sop) {
    SheetFile.Result read = SheetFile.read(file, bytes, Table::fit);
    Problems problems = new Problems();
    problems.addAll(read.problems());
    if (read.hasErrors()) {
      return new Gate.Reading(List.of(), Set.of(), problems.sorted());
    }
    Optional<Table> table = Table.find(file, read.sheets(), problems);
    if (table.isEmpty() || problems.hasErrors()) {
      return new Gate.Reading(List.of(), Set.of(), problems.sorted());
    }
    ArrowSheet sheet = new ArrowSheet(table.get(), sop);
    List<RouteRule> rules = sheet.rules();
    problems.addAll(sheet.problems.sorted());
    return new Gate.Reading(rules, Set.of(), problems.sorted());
  }

  private List<RouteRule> rules() {
    if (table.rows().isEmpty()) {
      problems.add(table.headerPlace(), ArrowCode.NO_ARROWS);
      return List.of();
    }
    write();
    if (made.isEmpty()) {
      return List.of();
    }
    Gate.Reading reading = Gate.read(GENERATED, text.text(), sop);
    reading.problems().forEach(p -> problems.addAll(List.of(atItsCell(p))));
    return reading.rules().stream().map(this::atItsRow).toList();
  }

  private void write() {
    Cell header = table.own(table.rows().get(0));
    text.add("package sop." + sop.id().value().replace('-', '_') + "\n", header);
    text.add("import id.sop.rules.fact.*\nglobal Rute rute\n", header);
    Terms terms = new Terms(sop);
    Names names = new Names(table, problems);
    int line = 4;
    for (int row : table.rows()) {
      String name = names.of(row);
      Optional<Tracked> rule = new Arrow(table, row, terms, problems).rule(name);
      if (rule.isPresent()) {
        made.put(line, new Made(row, name));
        text.add(rule.get());
        line += (int) rule.get().text().chars().filter(c -> c == '\n').count();
      }
    }
  }

  private Problem atItsCell(Problem problem) {
    Tracked.Origin origin = text.origin(problem.place());
    Optional<Made> at =
        Optional.ofNullable(made.floorEntry(problem.place().line()))
            .map(Map.Entry::getValue)
            .filter(m -> namesRule(problem, m.name()));
    if (at.isEmpty()) {
      return new Problem(problem.code(), origin.place(), problem.facts());
    }
    return inOwnWords(problem, origin, at.get().row())
        .orElseGet(
            () -> {
              List<String> facts = new ArrayList<>(problem.facts());
              facts.set(0, facts.get(0) + ", sel " + origin.cell().name());
              return new Problem(problem.code(), origin.place(), facts);
            });
  }

  /** Whether the first fact is the rule's name, which a message shows in quotes and shortened. */
  private static boolean namesRule(Problem problem, String name) {
    String first = problem.facts().isEmpty() ? "" : problem.facts().get(0);
    String shown = first.replaceFirst("^\"", "").replaceFirst("(\"|\\.\\.\\.)$", "");
    return first.startsWith("\"") && name.startsWith(shown);
  }

  /** What the gate says in words of a rule file, in words of a table. */
  private Optional<Problem> inOwnWords(Problem problem, Tracked.Origin origin, int row) {
    String cell = origin.cell().name();
    List<String> facts = problem.facts();
    if (!(problem.code() instanceof DialectCode code)) {
      return Optional.empty();
    }
    return switch (code) {
      case LABEL_NOT_ASKED ->
          problem(origin.place(), ArrowCode.LABEL_NOT_ASKED, cell, facts.get(1), facts.get(2));
      case WRONG_TYPE ->
          problem(origin.place(), ArrowCode.WRONG_VALUE, cell, facts.get(1), facts.get(2));
      case WAKTU_MISSING -> {
        Cell waktu =
            table.has(Column.WAKTU) ? table.cell(row, Column.WAKTU) : table.cell(row, Column.KE);
        yield problem(waktu.place(), ArrowCode.WAKTU_MISSING, waktu.name(), facts.get(1));
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> problem(Place place, ArrowCode code, String... facts) {
    return Optional.of(Problem.at(place, code, facts));
  }

  private RouteRule atItsRow(RouteRule rule) {
    RouteReason why = rule.reason();
    Made at = Objects.requireNonNull(made.floorEntry(why.place().line())).getValue();
    RouteReason reason =
        new RouteReason(
            why.rule(),
            table.own(at.row()).place(),
            digest(at.row()),
            why.baris(),
            why.dasarHukum(),
            why.karena());
    return new RouteRule(reason, rule.keterangan(), rule.conditions(), atItsCells(rule.action()));
  }

  private Action atItsCells(Action action) {
    if (!(action instanceof Action.Ke ke)) {
      return action;
    }
    return new Action.Ke(
        ke.targets().stream()
            .map(
                t ->
                    new Action.Tujuan(
                        t.step(),
                        t.oleh(),
                        t.selama(),
                        t.eskalasi(),
                        text.origin(t.place()).place()))
            .toList());
  }

  /** SHA-256 over what the row says, the same for CSV and XLSX. */
  private String digest(int row) {
    StringBuilder said = new StringBuilder();
    for (Column column : Column.values()) {
      said.append(column.name()).append('\0').append(table.cell(row, column).words()).append('\n');
    }
    return Hashing.sha256().hashString(said, StandardCharsets.UTF_8).toString();
  }
}
