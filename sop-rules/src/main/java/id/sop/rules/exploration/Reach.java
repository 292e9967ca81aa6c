package id.sop.rules.exploration;

import com.google.common.collect.ImmutableSortedSet;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Pelaksana;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.Range;
import id.sop.routing.RouteQuestion;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which questions can come up in a situation. What a case knows is followed as far as it is
 * certain: a fact is known once the row that demands it has been completed, and has the demanded
 * value when that very row is completed; otherwise it may be absent or have any declared value.
 */
final class Reach {
  private final Sop sop;
  private final Set<StepId> remembered = new HashSet<>();

  Reach(Sop sop, List<Grid> grids) {
    this.sop = sop;
    grids.stream().flatMap(g -> g.dimensions().stream()).forEach(this::remember);
  }

  private void remember(Dimension dimension) {
    if (dimension instanceof Dimension.AnyRow any && any.ever()) {
      remembered.addAll(any.rows());
    }
    field(dimension).flatMap(DataField::wajibPada).ifPresent(remembered::add);
  }

  private Optional<DataField> field(Dimension dimension) {
    if (dimension instanceof Dimension.Words words) {
      return Optional.ofNullable(sop.data().get(words.field()));
    }
    return dimension instanceof Dimension.Amounts amounts
        ? Optional.ofNullable(sop.data().get(amounts.field()))
        : Optional.empty();
  }

  /** The situation once {@code row} is completed, before its arrow is followed. */
  State after(State state, StepId row, Grid grid) {
    Optional<Dimension.Visits> counted = visits(grid);
    long visit = visit(state, row, counted);
    return state.completed(row, visit, counted.isPresent(), remembered.contains(row));
  }

  private static Optional<Dimension.Visits> visits(Grid grid) {
    return grid.dimensions().stream()
        .filter(Dimension.Visits.class::isInstance)
        .map(Dimension.Visits.class::cast)
        .findFirst();
  }

  private static long visit(State state, StepId row, Optional<Dimension.Visits> counted) {
    Long before = state.visits().get(row);
    long visit = before == null ? 1 : before + 1;
    return counted
        .map(Dimension.Visits::ranges)
        .map(ranges -> ranges.get(ranges.size() - 1))
        .map(last -> Math.min(visit, last.from()))
        .orElse(visit);
  }

  /** Whether {@code cell} can come up when, in {@code state}, the grid's row is completed. */
  boolean canComeUp(State state, Grid grid, int cell) {
    int[] regions = grid.regions(cell);
    Optional<Step> step = grid.asked().map(RouteQuestion.Completed::step).flatMap(sop::step);
    for (int i = 0; i < regions.length; i++) {
      if (!canComeUp(state, step, grid, grid.dimensions().get(i), regions[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean canComeUp(
      State state, Optional<Step> step, Grid grid, Dimension dimension, int region) {
    if (dimension instanceof Dimension.AnyRow any) {
      // The row asked about is no longer open by then, and is among those ever completed.
      Set<StepId> rows = new HashSet<>(any.ever() ? state.done() : state.open());
      step.map(Step::id).ifPresent(any.ever() ? rows::add : rows::remove);
      return Collections.disjoint(any.rows(), rows) == (region == 0);
    }
    if (dimension instanceof Dimension.Visits visits) {
      Range range = visits.ranges().get(region);
      long visit = step.map(s -> visit(state, s.id(), visits(grid))).orElse(0L);
      return range.from() <= visit && visit <= range.to();
    }
    if (dimension instanceof Dimension.Performer performer) {
      return step.isPresent()
          && performers(step.get()).stream().anyMatch(p -> regionOf(performer, p) == region);
    }
    return dataCanBe(state, step, dimension, region);
  }

  private boolean dataCanBe(State state, Optional<Step> step, Dimension dimension, int region) {
    DataField field = field(dimension).orElseThrow();
    boolean demandedNow = step.isPresent() && field.wajibPada().equals(step.map(Step::id));
    boolean known = demandedNow || field.wajibPada().filter(state.done()::contains).isPresent();
    if (region == 0) {
      return !known;
    }
    if (demandedNow && field.harus().isPresent()) {
      Map<String, DataValue> must = Map.of(field.nama(), field.harus().get());
      return dimension.regionOf(RouteQuestion.start(must)) == region;
    }
    return true;
  }

  private static int regionOf(Dimension.Performer performer, PelaksanaCode role) {
    int index = performer.named().indexOf(role);
    return index < 0 ? performer.named().size() : index;
  }

  /** All who may complete a row: its roles, whoever belongs to a group, who records for others. */
  private Set<PelaksanaCode> performers(Step step) {
    Performers performers = step.pelaksana();
    Set<PelaksanaCode> all = new HashSet<>();
    boolean any = performers.mode() == Performers.Mode.SALAH_SATU;
    for (PelaksanaCode role : any ? performers.roles() : List.of(performers.completing())) {
      all.add(role);
      Optional.ofNullable(sop.pelaksana().get(role)).map(Pelaksana::anggota).ifPresent(all::addAll);
    }
    if (performers.mode() == Performers.Mode.EKSTERNAL) {
      all.addAll(step.penerima());
    }
    return ImmutableSortedSet.copyOf(all);
  }
}
