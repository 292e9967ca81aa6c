package id.sop.rules.difference;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.problem.SopException;
import id.sop.routing.Block;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RoutingTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What both versions answer to all questions of one row and label, or of the start.
 *
 * @param grid the questions
 * @param cells those of its cells into which a question can fall
 */
record Compared(Grid grid, List<Cell> cells) {
  static final int MAX_QUESTIONS = 1_000_000;

  /** Stands for the start, which has no row, where rows are put in order. */
  private static final StepId FIRST = StepId.of("0");

  /**
   * One question and both answers.
   *
   * @param number the cell of the grid
   */
  record Cell(int number, RouteAnswer before, RouteAnswer after) {
    boolean differs() {
      return !alike(before, after);
    }
  }

  Compared {
    cells = List.copyOf(cells);
  }

  /** Of each dimension, the regions into which some question falls. */
  List<Set<Integer>> possible() {
    List<Set<Integer>> possible = new ArrayList<>();
    grid.dimensions().forEach(d -> possible.add(new TreeSet<>()));
    for (Cell cell : cells) {
      int[] regions = grid.regions(cell.number());
      for (int i = 0; i < regions.length; i++) {
        possible.get(i).add(regions[i]);
      }
    }
    return possible;
  }

  /** Whether both lead to the same, or both nowhere, by whatever rule. */
  static boolean alike(RouteAnswer a, RouteAnswer b) {
    return a.leadsLike(b) || (a instanceof RouteAnswer.NoRoute && b instanceof RouteAnswer.NoRoute);
  }

  /** Asks both tables everything that either foresees, the start first, then row by row. */
  static List<Compared> of(Sop before, RoutingTable old, Sop after, RoutingTable now) {
    Set<PelaksanaCode> roles = roles(before, after);
    List<Compared> all = new ArrayList<>();
    long questions = 0;
    for (List<Grid> grids : pairs(old, now)) {
      Grid grid = CommonGrid.of(grids, List.of(before, after));
      questions += Math.min(grid.cells(), Integer.MAX_VALUE);
      if (questions > MAX_QUESTIONS) {
        throw tooMany(grid);
      }
      all.add(ask(grid, roles, old, now));
    }
    return List.copyOf(all);
  }

  /** The roles that either version knows. */
  static Set<PelaksanaCode> roles(Sop before, Sop after) {
    Set<PelaksanaCode> roles = new LinkedHashSet<>(after.pelaksana().keySet());
    roles.addAll(before.pelaksana().keySet());
    return roles;
  }

  private static Compared ask(
      Grid grid, Set<PelaksanaCode> roles, RoutingTable old, RoutingTable now) {
    List<Cell> cells = new ArrayList<>();
    for (int cell = 0; cell < grid.cells(); cell++) {
      Optional<RouteQuestion> question = grid.witness(cell, roles);
      if (question.isPresent()) {
        cells.add(new Cell(cell, old.route(question.get()), now.route(question.get())));
      }
    }
    return new Compared(grid, cells);
  }

  /** The grids of both tables that belong together, the old one first. */
  private static List<List<Grid>> pairs(RoutingTable old, RoutingTable now) {
    Map<Object, List<Grid>> byKey = new LinkedHashMap<>();
    for (Block block : now.blocks()) {
      byKey.put(key(block.grid()), new ArrayList<>(List.of(block.grid())));
    }
    for (Block block : old.blocks()) {
      byKey.computeIfAbsent(key(block.grid()), k -> new ArrayList<>()).add(0, block.grid());
    }
    return byKey.values().stream()
        .sorted(
            Comparator.comparing((List<Grid> g) -> from(g.get(0)).isPresent())
                .thenComparing(g -> from(g.get(0)).orElse(FIRST)))
        .toList();
  }

  private static Optional<StepId> from(Grid grid) {
    return grid.asked().map(RouteQuestion.Completed::step);
  }

  private static Object key(Grid grid) {
    return grid.asked().map(c -> List.of(c.step(), c.label()));
  }

  private static SopException tooMany(Grid grid) {
    return new SopException(
        DifferenceCode.TOO_MANY_QUESTIONS,
        Integer.toString(MAX_QUESTIONS),
        grid.asked().map(c -> "baris " + c.step()).orElse("mulai"),
        grid.dimensions().stream()
            .map((Dimension d) -> d.name() + " (" + d.size() + ")")
            .collect(Collectors.joining(" x ")));
  }
}
