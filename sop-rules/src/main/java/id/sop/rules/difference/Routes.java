package id.sop.rules.difference;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.routing.Grid;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.Target;
import id.sop.worktime.Waktu;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/** Which questions are answered otherwise, told in as few lines as were found. */
final class Routes {
  private Routes() {}

  static List<Change.Routed> changed(List<Compared> all) {
    List<Change.Routed> changes = new ArrayList<>();
    all.forEach(compared -> changes.addAll(changed(compared)));
    return changes;
  }

  private static List<Change.Routed> changed(Compared compared) {
    List<List<Compared.Cell>> groups = new ArrayList<>();
    for (Compared.Cell cell : compared.cells()) {
      if (cell.differs()) {
        groups.stream()
            .filter(g -> together(g.get(0), cell))
            .findFirst()
            .orElseGet(
                () -> {
                  List<Compared.Cell> group = new ArrayList<>();
                  groups.add(group);
                  return group;
                })
            .add(cell);
      }
    }
    List<Set<Integer>> possible = groups.isEmpty() ? List.of() : compared.possible();
    List<Change.Routed> changes = new ArrayList<>();
    for (List<Compared.Cell> group : groups) {
      Map<Integer, Compared.Cell> byNumber = new LinkedHashMap<>();
      group.forEach(c -> byNumber.put(c.number(), c));
      for (List<SortedSet<Integer>> box : Boxes.of(compared.grid(), byNumber.keySet())) {
        Compared.Cell first =
            group.stream().filter(c -> holds(box, compared.grid(), c)).findFirst().orElseThrow();
        changes.add(
            new Change.Routed(
                where(compared, box, possible),
                first.before(),
                first.after(),
                aspects(first.before(), first.after())));
      }
    }
    return changes;
  }

  private static boolean together(Compared.Cell a, Compared.Cell b) {
    return Compared.alike(a.before(), b.before()) && Compared.alike(a.after(), b.after());
  }

  private static boolean holds(List<SortedSet<Integer>> box, Grid grid, Compared.Cell cell) {
    int[] regions = grid.regions(cell.number());
    for (int i = 0; i < regions.length; i++) {
      if (!box.get(i).contains(regions[i])) {
        return false;
      }
    }
    return true;
  }

  private static Where where(
      Compared compared, List<SortedSet<Integer>> box, List<Set<Integer>> possible) {
    Grid grid = compared.grid();
    List<Extent> extents = new ArrayList<>();
    for (int i = 0; i < box.size(); i++) {
      if (!box.get(i).containsAll(possible.get(i))) {
        extents.add(new Extent(grid.dimensions().get(i), List.copyOf(box.get(i))));
      }
    }
    return new Where(
        grid.asked().map(RouteQuestion.Completed::step),
        grid.asked().flatMap(RouteQuestion.Completed::label),
        extents);
  }

  private static Set<Change.Aspect> aspects(RouteAnswer before, RouteAnswer after) {
    if (before instanceof RouteAnswer.Open a && after instanceof RouteAnswer.Open b) {
      Map<StepId, List<PelaksanaCode>> who = byRow(a, Target::by);
      Map<StepId, Waktu> until = byRow(a, Target::waktu);
      if (who.keySet().equals(byRow(b, Target::by).keySet())) {
        Set<Change.Aspect> aspects = EnumSet.noneOf(Change.Aspect.class);
        if (!who.equals(byRow(b, Target::by))) {
          aspects.add(Change.Aspect.PELAKSANA);
        }
        if (!until.equals(byRow(b, Target::waktu))
            || !byRow(a, Target::eskalasi).equals(byRow(b, Target::eskalasi))) {
          aspects.add(Change.Aspect.TENGGAT);
        }
        return aspects;
      }
    }
    return EnumSet.of(Change.Aspect.TUJUAN);
  }

  private static <T> Map<StepId, T> byRow(RouteAnswer.Open open, Function<Target, T> part) {
    Map<StepId, T> byRow = new TreeMap<>();
    open.targets().forEach(t -> byRow.put(t.step(), part.apply(t)));
    return byRow;
  }
}
