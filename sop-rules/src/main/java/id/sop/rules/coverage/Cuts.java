package id.sop.rules.coverage;

import id.sop.routing.Block;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.Range;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteReason;
import id.sop.rules.coverage.Mutant.Slip;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Slips in the conditions of rules, as they show in one block: where its cells are cut. */
final class Cuts {
  private final Block block;
  private final List<Cut> cuts = new ArrayList<>();

  private Cuts(Block block) {
    this.block = block;
  }

  /**
   * A block that is cut in another way.
   *
   * @param rule the rule whose condition slipped
   */
  record Cut(Slip slip, RouteReason rule, String change, Block block) {}

  /** All slips in the conditions of {@code block}. */
  static List<Cut> of(Block block) {
    Cuts all = new Cuts(block);
    for (int at = 0; at < block.grid().dimensions().size(); at++) {
      all.boundaries(at);
      all.widenings(at);
    }
    return List.copyOf(all.cuts);
  }

  private Dimension dimension(int at) {
    return block.grid().dimensions().get(at);
  }

  // A boundary that is off by one: < for <=, 50 for 51.

  private void boundaries(int at) {
    List<Range> ranges = ranges(dimension(at));
    int offset = dimension(at).size() - ranges.size();
    for (int i = 0; i + 1 < ranges.size(); i++) {
      Optional<RouteReason> rule = ruleIn(at, i + offset);
      // What no rule answers cannot be asked for: the exploration would have said so.
      if (rule.isPresent() && ruleIn(at, i + 1 + offset).isPresent()) {
        moved(at, ranges, i, 1, rule.get());
        moved(at, ranges, i, -1, rule.get());
      }
    }
  }

  private void moved(int at, List<Range> ranges, int lower, int by, RouteReason rule) {
    Range below = ranges.get(lower);
    Range above = ranges.get(lower + 1);
    if (below.to() + by < below.from() || above.from() + by > above.to()) {
      return;
    }
    List<Range> shifted = new ArrayList<>(ranges);
    shifted.set(lower, new Range(below.from(), below.to() + by));
    shifted.set(lower + 1, new Range(above.from() + by, above.to()));
    Dimension was = dimension(at);
    Dimension is =
        was instanceof Dimension.Amounts amounts
            ? new Dimension.Amounts(amounts.field(), amounts.dates(), shifted)
            : new Dimension.Visits(shifted);
    List<Dimension> dimensions = new ArrayList<>(block.grid().dimensions());
    dimensions.set(at, is);
    int region = lower + was.size() - ranges.size();
    cuts.add(
        new Cut(
            Slip.BATAS,
            rule,
            "batas " + was.name() + " digeser: " + was.text(region) + " menjadi " + is.text(region),
            new Block(new Grid(block.grid().asked(), dimensions), block.answers())));
  }

  private static List<Range> ranges(Dimension dimension) {
    if (dimension instanceof Dimension.Amounts amounts) {
      return amounts.ranges();
    }
    return dimension instanceof Dimension.Visits visits ? visits.ranges() : List.of();
  }

  private Optional<RouteReason> ruleIn(int at, int region) {
    for (int cell = 0; cell < block.answers().size(); cell++) {
      Optional<RouteReason> rule = block.answers().get(cell).reason();
      if (block.grid().regions(cell)[at] == region && rule.isPresent()) {
        return rule;
      }
    }
    return Optional.empty();
  }

  // A condition that holds too often: cells of another region take a rule's answer.

  private void widenings(int at) {
    Dimension dimension = dimension(at);
    boolean ordered = !ranges(dimension).isEmpty();
    for (int from = 0; from < dimension.size(); from++) {
      for (int to = 0; to < dimension.size(); to++) {
        // Between ranges an author slips to the next one; words have no order.
        if (from != to && (!ordered || Math.abs(from - to) == 1)) {
          for (RouteReason rule : rulesIn(at, from)) {
            widened(at, from, to, rule);
          }
        }
      }
    }
  }

  private Set<RouteReason> rulesIn(int at, int region) {
    Set<RouteReason> rules = new LinkedHashSet<>();
    for (int cell = 0; cell < block.answers().size(); cell++) {
      if (block.grid().regions(cell)[at] == region) {
        block.answers().get(cell).reason().ifPresent(rules::add);
      }
    }
    return rules;
  }

  private void widened(int at, int from, int to, RouteReason rule) {
    Grid grid = block.grid();
    List<RouteAnswer> answers = new ArrayList<>(block.answers());
    for (int cell = 0; cell < answers.size(); cell++) {
      int[] regions = grid.regions(cell);
      // A cell that no rule answers cannot be asked for, so nobody could notice.
      if (regions[at] == to && block.answers().get(cell).reason().isPresent()) {
        RouteAnswer neighbour = block.answers().get(cell(grid, regions, at, from));
        if (Mutants.isOf(rule, neighbour)) {
          answers.set(cell, neighbour);
        }
      }
    }
    Dimension dimension = dimension(at);
    cuts.add(
        new Cut(
            Slip.SYARAT,
            rule,
            "berlaku juga bila " + dimension.name() + " " + dimension.text(to),
            new Block(grid, answers)));
  }

  /** The cell that differs from {@code regions} only in the region of one dimension. */
  private static int cell(Grid grid, int[] regions, int at, int region) {
    int cell = 0;
    for (int i = 0; i < regions.length; i++) {
      cell = cell * grid.dimensions().get(i).size() + (i == at ? region : regions[i]);
    }
    return cell;
  }
}
