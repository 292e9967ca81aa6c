package id.sop.document;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which shape stands in which line and column: the start on top, the rows as printed, the ends at
 * the bottom.
 *
 * @param columns the roles that perform something, as the SOP orders them
 * @param nodes the lines
 * @param goals by goal, its line
 */
record Board(List<PelaksanaCode> columns, List<Node> nodes, Map<Goal, Node> goals) {
  Board {
    columns = List.copyOf(columns);
    nodes = List.copyOf(nodes);
    goals = ImmutableMap.copyOf(goals);
  }

  static Board of(Sop sop, List<FlowArrow> arrows) {
    List<PelaksanaCode> columns =
        Stream.concat(sop.pelaksana().keySet().stream(), Stream.of(PelaksanaCode.TIDAK_TERCETAK))
            .filter(
                role ->
                    sop.langkah().values().stream()
                        .anyMatch(step -> step.pelaksana().roles().contains(role)))
            .toList();
    List<Node> nodes = new ArrayList<>();
    Map<Goal, Node> goals = new LinkedHashMap<>();
    Map<StepId, Node> rows = new LinkedHashMap<>();
    int line = 1;
    for (Step step : sop.langkah().values()) {
      Node node = row(step, line++, columns);
      rows.put(step.id(), node);
      goals.put(new Goal.Row(step.id()), node);
    }
    int first =
        arrows.stream()
            .filter(arrow -> arrow.key().from().isEmpty())
            .flatMap(arrow -> Optional.ofNullable(goals.get(arrow.key().to())).stream())
            .findFirst()
            .map(Node::enter)
            .orElse(0);
    nodes.add(terminator(0, first, "MULAI"));
    nodes.addAll(rows.values());
    for (FlowArrow arrow : arrows) {
      Goal goal = arrow.key().to();
      if (!goals.containsKey(goal) && !(goal instanceof Goal.Row)) {
        int column =
            arrow
                .key()
                .from()
                .flatMap(from -> Optional.ofNullable(rows.get(from)))
                .map(Node::exit)
                .orElse(first);
        Node node = terminator(line++, column, name(goal));
        goals.put(goal, node);
        nodes.add(node);
      }
    }
    return new Board(columns, nodes, goals);
  }

  private static String name(Goal goal) {
    return goal instanceof Goal.End end ? end.outcome() : "MENUNGGU BARIS LAIN";
  }

  private static Node terminator(int line, int column, String name) {
    return new Node(
        line, Node.Kind.TERMINATOR, List.of(column), column, column, Optional.empty(), name);
  }

  private static Node row(Step step, int line, List<PelaksanaCode> columns) {
    Performers performers = step.pelaksana();
    Set<Integer> cells = new LinkedHashSet<>();
    performers.roles().forEach(role -> cells.add(columns.indexOf(role)));
    List<Integer> ordered = List.copyOf(cells);
    int last = ordered.get(ordered.size() - 1);
    return new Node(
        line,
        step.decides() ? Node.Kind.DECISION : Node.Kind.PROCESS,
        ordered,
        ordered.get(0),
        performers.mode() == Mode.BERJENJANG ? last : ordered.get(0),
        Optional.of(step),
        step.id().value());
  }

  /** The line that {@code arrow} leaves. */
  Node source(FlowArrow arrow) {
    return arrow.key().from().map(from -> node(new Goal.Row(from))).orElseGet(() -> nodes.get(0));
  }

  /** The line that {@code arrow} points to. */
  Node target(FlowArrow arrow) {
    return node(arrow.key().to());
  }

  private Node node(Goal goal) {
    Node node = goals.get(goal);
    checkState(node != null, "not on the board: %s", goal);
    return node;
  }

  /** Whether {@code node} opens several rows at once. */
  static boolean forks(Node node, Board board, List<FlowArrow> arrows) {
    return arrows.stream().anyMatch(arrow -> arrow.forks() && board.source(arrow).equals(node));
  }

  /** Whether arrows into {@code node} wait for each other. */
  static boolean joins(Node node, Board board, List<FlowArrow> arrows) {
    return arrows.stream().anyMatch(arrow -> arrow.joins() && board.target(arrow).equals(node));
  }

  /** Whether no shape stands in {@code column} between two lines, both excluded. */
  boolean isFree(int column, int above, int below) {
    for (int line = above + 1; line < below; line++) {
      if (nodes.get(line).columns().contains(column)) {
        return false;
      }
    }
    return true;
  }

  /** The first line under {@code line} with a shape in {@code column}. */
  Optional<Node> below(int line, int column) {
    return nodes.stream()
        .filter(node -> node.line() > line && node.columns().contains(column))
        .findFirst();
  }
}
