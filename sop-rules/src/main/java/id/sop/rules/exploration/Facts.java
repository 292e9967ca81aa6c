package id.sop.rules.exploration;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Parameter;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.Range;
import id.sop.routing.RouteQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The facts that rules look at. Rows cut a fact in different places; here it is cut wherever any
 * row cuts it, so that what one row saw can be held against what another one looks for. Regions are
 * numbered as those of a {@link Dimension}: 0 is "not known".
 *
 * <p>As in the machine, a fact that is known stays known; and once the row that demands it was
 * completed, it keeps its value until that row is completed again. Before, any row may change it.
 * The day on which the case began is known at once and never changes.
 */
final class Facts {
  private final Sop sop;
  private final boolean areCarried;
  private final Map<String, Dimension> finest = new LinkedHashMap<>();
  private final Map<Dimension, List<ImmutableSortedSet<Integer>>> meanings = new HashMap<>();

  /**
   * The facts of {@code grids}.
   *
   * @param areCarried whether what one row saw is held against what a later one looks for
   */
  Facts(Sop sop, List<Grid> grids, boolean areCarried) {
    this.sop = sop;
    this.areCarried = areCarried;
    Map<String, TreeMap<Long, Long>> cuts = new HashMap<>();
    for (Grid grid : grids) {
      for (Dimension dimension : grid.dimensions()) {
        if (dimension instanceof Dimension.Words words) {
          finest.put(words.field(), words);
        } else if (dimension instanceof Dimension.Amounts amounts) {
          TreeMap<Long, Long> ends = cuts.computeIfAbsent(amounts.field(), f -> new TreeMap<>());
          amounts.ranges().forEach(r -> ends.put(r.from(), r.to()));
          finest.put(
              amounts.field(),
              new Dimension.Amounts(amounts.field(), amounts.dates(), between(ends)));
        }
      }
    }
  }

  private static List<Range> between(NavigableMap<Long, Long> ends) {
    List<Range> ranges = new ArrayList<>();
    for (long from : ends.keySet()) {
      Long next = ends.higherKey(from);
      ranges.add(new Range(from, next == null ? ends.lastEntry().getValue() : next - 1));
    }
    return ranges;
  }

  /** The fact that {@code dimension} looks at; empty when it looks at something else. */
  Optional<DataField> field(Dimension dimension) {
    boolean isFact = dimension instanceof Dimension.Words || dimension instanceof Dimension.Amounts;
    return isFact ? Optional.ofNullable(sop.facts().get(dimension.name())) : Optional.empty();
  }

  /** The finest regions that {@code region} of {@code dimension} consists of. */
  ImmutableSortedSet<Integer> meant(Dimension dimension, int region) {
    return meanings
        .computeIfAbsent(
            dimension, d -> IntStream.range(0, d.size()).mapToObj(r -> meaning(d, r)).toList())
        .get(region);
  }

  private ImmutableSortedSet<Integer> meaning(Dimension dimension, int region) {
    if (region == 0
        || !(dimension instanceof Dimension.Amounts amounts)
        || !(finest.get(amounts.field()) instanceof Dimension.Amounts fine)) {
      return ImmutableSortedSet.of(region);
    }
    Range whole = amounts.ranges().get(region - 1);
    return regions(
        IntStream.range(1, fine.size())
            .filter(r -> whole.from() <= from(fine, r) && from(fine, r) <= whole.to()));
  }

  private static long from(Dimension.Amounts amounts, int region) {
    return amounts.ranges().get(region - 1).from();
  }

  private static ImmutableSortedSet<Integer> regions(IntStream regions) {
    return regions.boxed().collect(ImmutableSortedSet.toImmutableSortedSet(Integer::compare));
  }

  /** The regions in which {@code field} can be when {@code row} is completed in {@code state}. */
  ImmutableSortedSet<Integer> possible(State state, DataField field, Optional<StepId> row) {
    if (isDemanded(field, row)) {
      return established(field);
    }
    ImmutableSortedSet<Integer> seen = state.facts().get(field.nama());
    if (seen != null) {
      return seen;
    }
    if (isFixed(state, field)) {
      return areCarried ? established(field) : known(field);
    }
    return regions(IntStream.range(0, finestOf(field).size()));
  }

  /** Where {@code field} can be once its own row was completed. */
  private ImmutableSortedSet<Integer> established(DataField field) {
    return field.harus().map(v -> ImmutableSortedSet.of(regionOf(field, v))).orElse(known(field));
  }

  /** The regions of {@code dimension} in which {@code field} can be, as {@link #possible} says. */
  List<Integer> possible(State state, DataField field, Optional<StepId> row, Dimension dimension) {
    ImmutableSortedSet<Integer> all = possible(state, field, row);
    return IntStream.range(0, dimension.size())
        .filter(r -> meant(dimension, r).stream().anyMatch(all::contains))
        .boxed()
        .toList();
  }

  /**
   * What is known of the facts once {@code row} was completed in {@code state} and its rules saw
   * {@code seen}, region by region.
   */
  Map<String, ImmutableSortedSet<Integer>> after(
      State state, Optional<StepId> row, Grid grid, int[] seen) {
    if (!areCarried) {
      return Map.of();
    }
    Map<String, ImmutableSortedSet<Integer>> after = new HashMap<>(state.facts());
    for (DataField field : sop.data().values()) {
      if (isDemanded(field, row)) {
        after.remove(field.nama());
      }
    }
    for (int i = 0; i < seen.length; i++) {
      Dimension dimension = grid.dimensions().get(i);
      Optional<DataField> field = field(dimension);
      if (field.isPresent()) {
        ImmutableSortedSet<Integer> kept = kept(state, field.get(), row, dimension, seen[i]);
        boolean isFixed = isFixed(state, field.get()) || isDemanded(field.get(), row);
        if (kept.contains(0) || (isFixed && kept.equals(established(field.get())))) {
          after.remove(field.get().nama());
        } else {
          after.put(field.get().nama(), kept);
        }
      }
    }
    return after;
  }

  private ImmutableSortedSet<Integer> kept(
      State state, DataField field, Optional<StepId> row, Dimension dimension, int region) {
    if (isFixed(state, field) || isDemanded(field, row)) {
      return ImmutableSortedSet.copyOf(
          Sets.intersection(possible(state, field, row), meant(dimension, region)));
    }
    return region > 0 ? known(field) : ImmutableSortedSet.of(0);
  }

  /** Whether {@code field} cannot change in {@code state}, but by its own row. */
  boolean isFixed(State state, DataField field) {
    return isGiven(field) || field.wajibPada().filter(state.done()::contains).isPresent();
  }

  /** Whether {@code field} is known from the start and never changes: nobody can leave it out. */
  private static boolean isGiven(DataField field) {
    return field.nama().equals(Parameter.TANGGAL_MULAI);
  }

  static boolean isDemanded(DataField field, Optional<StepId> row) {
    return row.isPresent() && field.wajibPada().equals(row);
  }

  boolean areCarried() {
    return areCarried;
  }

  private ImmutableSortedSet<Integer> known(DataField field) {
    return regions(IntStream.range(1, finestOf(field).size()));
  }

  private Dimension finestOf(DataField field) {
    return Objects.requireNonNull(finest.get(field.nama()));
  }

  private int regionOf(DataField field, DataValue value) {
    return finestOf(field).regionOf(RouteQuestion.start(Map.of(field.nama(), value)));
  }

  /** A value in {@code region} of {@code field}: the lowest, or else the highest. */
  DataValue value(DataField field, int region, boolean isLowest) {
    Dimension dimension = finestOf(field);
    if (dimension instanceof Dimension.Words words) {
      return words.values().get(region - 1);
    }
    return Asked.end((Dimension.Amounts) dimension, region, isLowest);
  }
}
