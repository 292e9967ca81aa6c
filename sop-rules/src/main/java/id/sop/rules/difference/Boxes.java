package id.sop.rules.difference;

import id.sop.routing.Grid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Cells of a grid gathered into boxes: one set of regions for each dimension. A box is grown along
 * one dimension after the other; each dimension is tried as the first, and the fewest boxes are
 * taken.
 */
final class Boxes {
  private Boxes() {}

  /** The boxes that hold {@code cells} and nothing else, in the order of their first cells. */
  static List<List<SortedSet<Integer>>> of(Grid grid, Collection<Integer> cells) {
    List<List<SortedSet<Integer>>> single = new ArrayList<>();
    for (int cell : cells) {
      List<SortedSet<Integer>> box = new ArrayList<>();
      for (int region : grid.regions(cell)) {
        box.add(new TreeSet<>(List.of(region)));
      }
      single.add(box);
    }
    int dimensions = grid.dimensions().size();
    List<List<SortedSet<Integer>>> fewest = single;
    for (int first = 0; first < dimensions; first++) {
      List<List<SortedSet<Integer>>> boxes = single;
      for (int i = 0; i < dimensions; i++) {
        boxes = joined(boxes, (first + i) % dimensions);
      }
      if (boxes.size() < fewest.size()) {
        fewest = boxes;
      }
    }
    return fewest;
  }

  /** Boxes that differ in one dimension only become one. */
  private static List<List<SortedSet<Integer>>> joined(
      List<List<SortedSet<Integer>>> boxes, int dimension) {
    Map<List<SortedSet<Integer>>, SortedSet<Integer>> byOthers = new LinkedHashMap<>();
    for (List<SortedSet<Integer>> box : boxes) {
      List<SortedSet<Integer>> others = new ArrayList<>(box);
      SortedSet<Integer> regions = others.remove(dimension);
      byOthers.computeIfAbsent(others, o -> new TreeSet<>()).addAll(regions);
    }
    List<List<SortedSet<Integer>>> joined = new ArrayList<>();
    byOthers.forEach(
        (others, regions) -> {
          List<SortedSet<Integer>> box = new ArrayList<>(others);
          box.add(dimension, regions);
          joined.add(box);
        });
    return joined;
  }
}
