package id.sop.rules.difference;

import id.sop.casework.CaseState;
import id.sop.casework.OpenRow;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.Target;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a running case can still meet a change. Rows that it can come to are followed as long as
 * both versions answer alike: from the first change on, the ways part anyway.
 *
 * <p>What is certain of the case is used: the facts that only a row that is done can establish, the
 * rows that were completed, how often. Which rows are open at the same time, and who completes
 * them, is not followed. Corrections are left aside.
 */
final class Future {
  private final Difference difference;
  private final CaseState state;
  private final Sop sop;
  private final Map<String, DataValue> data;
  private final Set<StepId> done;
  private final Set<StepId> reached = new TreeSet<>();
  private final Set<Change.Routed> met = new LinkedHashSet<>();

  private Future(Difference difference, CaseState state) {
    this.difference = difference;
    this.state = state;
    sop = difference.before().sop();
    data = state.data();
    done = state.ever();
    state.openRows().stream().map(OpenRow::step).forEach(reached::add);
  }

  /** The changes that it can meet, in the order of the difference. */
  static List<Change.Routed> of(Difference difference, CaseState state) {
    if (difference.routes().isEmpty()) {
      return List.of();
    }
    Future future = new Future(difference, state);
    // Each row reached can make more questions possible.
    int before;
    do {
      before = future.reached.size();
      future.look();
    } while (future.reached.size() > before);
    return difference.routes().stream().filter(future.met::contains).toList();
  }

  private void look() {
    for (Compared compared : difference.compared()) {
      Optional<StepId> from = compared.grid().asked().map(RouteQuestion.Completed::step);
      if (from.filter(reached::contains).isPresent()) {
        for (Compared.Cell cell : compared.cells()) {
          if (canComeUp(compared.grid(), from.get(), cell)) {
            follow(compared.grid(), cell);
          }
        }
      }
    }
  }

  private void follow(Grid grid, Compared.Cell cell) {
    if (cell.differs()) {
      grid.witness(cell.number(), difference.roles())
          .flatMap(difference::route)
          .ifPresent(met::add);
    } else if (cell.before() instanceof RouteAnswer.Open open) {
      open.targets().stream().map(Target::step).forEach(reached::add);
    }
  }

  /** What the old version does not foresee cannot come up on it. */
  private boolean canComeUp(Grid grid, StepId from, Compared.Cell cell) {
    if (cell.before() instanceof RouteAnswer.NoRoute) {
      return false;
    }
    int[] regions = grid.regions(cell.number());
    for (int i = 0; i < regions.length; i++) {
      if (!canComeUp(grid.dimensions().get(i), regions[i], from)) {
        return false;
      }
    }
    return true;
  }

  private boolean canComeUp(Dimension dimension, int region, StepId from) {
    if (dimension instanceof Dimension.Visits visits) {
      return visits.ranges().get(region).to() >= nextVisit(from);
    }
    if (dimension instanceof Dimension.AnyRow any) {
      boolean already = any.ever() && !Collections.disjoint(any.rows(), done);
      boolean later = !Collections.disjoint(any.rows(), reached);
      return region == 0 ? !already : already || later;
    }
    if (dimension instanceof Dimension.Words words) {
      return dataCanBe(words.field(), dimension, region, from);
    }
    return !(dimension instanceof Dimension.Amounts amounts)
        || dataCanBe(amounts.field(), dimension, region, from);
  }

  private int nextVisit(StepId row) {
    OpenRow open = state.open().get(row);
    return open == null ? state.visits().getOrDefault(row, 0) + 1 : open.visit();
  }

  private boolean dataCanBe(String name, Dimension dimension, int region, StepId from) {
    DataField field = sop.data().get(name);
    if (field == null) {
      // The old version does not ask for it.
      return region == 0;
    }
    boolean asksHere = field.wajibPada().filter(from::equals).isPresent();
    if (region == 0) {
      return !asksHere && !data.containsKey(name);
    }
    if (asksHere && field.harus().isPresent()) {
      return isIn(dimension, region, name, field.harus().get());
    }
    if (!field.domain().contains(value(dimension, region))) {
      // Only the new version has such a value.
      return false;
    }
    DataValue known = data.get(name);
    return known == null || !isEstablished(field) || isIn(dimension, region, name, known);
  }

  /** Whether only a row that is over and done with could say otherwise. */
  private boolean isEstablished(DataField field) {
    return field.wajibPada().filter(r -> done.contains(r) && !reached.contains(r)).isPresent();
  }

  /** A value in a region of a fact, which either version declares as a whole or not at all. */
  private static DataValue value(Dimension dimension, int region) {
    if (dimension instanceof Dimension.Words words) {
      return words.values().get(region - 1);
    }
    Dimension.Amounts amounts = (Dimension.Amounts) dimension;
    long from = amounts.ranges().get(region - 1).from();
    return amounts.dates() ? DataValue.of(LocalDate.ofEpochDay(from)) : DataValue.of(from);
  }

  private static boolean isIn(Dimension dimension, int region, String name, DataValue value) {
    return dimension.regionOf(RouteQuestion.start(Map.of(name, value))) == region;
  }
}
