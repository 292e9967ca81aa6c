package id.sop.routing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.LongMath;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All questions that one row (with one label), or the start, can raise: the cells of a block whose
 * sides are dimensions. The last dimension turns fastest.
 *
 * @param asked the row and label, completed by the role that usually does; empty for the start
 * @param dimensions what rules look at
 */
public record Grid(Optional<RouteQuestion.Completed> asked, List<Dimension> dimensions) {
  public Grid {
    dimensions = List.copyOf(dimensions);
  }

  /**
   * What can raise a question in {@code sop}, as a grid is asked for it: the start, then each row
   * with each of its labels, as printed.
   */
  public static List<Optional<RouteQuestion.Completed>> askedIn(Sop sop) {
    List<Optional<RouteQuestion.Completed>> asked = new ArrayList<>();
    asked.add(Optional.empty());
    for (Step step : sop.langkah().values()) {
      if (!step.decides()) {
        asked.add(completed(step, Optional.empty()));
      }
      for (Label label : step.labels()) {
        asked.add(completed(step, Optional.of(label)));
      }
    }
    return List.copyOf(asked);
  }

  private static Optional<RouteQuestion.Completed> completed(Step step, Optional<Label> label) {
    PelaksanaCode by = step.pelaksana().completing();
    return Optional.of(new RouteQuestion.Completed(step.id(), label, by, 1));
  }

  /** The number of cells; {@link Long#MAX_VALUE} when it is larger than that. */
  public long cells() {
    long cells = 1;
    for (Dimension dimension : dimensions) {
      cells = LongMath.saturatedMultiply(cells, dimension.size());
    }
    return cells;
  }

  /** The cell that {@code question} falls into; -1 when it falls into none. */
  public int cellOf(RouteQuestion question) {
    int cell = 0;
    for (int i = 0; i < dimensions.size(); i++) {
      Dimension dimension = dimensions.get(i);
      int region = dimension.regionOf(question);
      if (region < 0) {
        return -1;
      }
      cell = cell * dimension.size() + region;
    }
    return cell;
  }

  /** The region of each dimension in {@code cell}. */
  public int[] regions(int cell) {
    int[] regions = new int[dimensions.size()];
    int rest = cell;
    for (int i = regions.length - 1; i >= 0; i--) {
      int size = dimensions.get(i).size();
      regions[i] = rest % size;
      rest /= size;
    }
    checkArgument(rest == 0, "no such cell: %s", cell);
    return regions;
  }

  /**
   * A question that falls into {@code cell}; empty when no question can, as when one row is open
   * and no row is open.
   *
   * @param roles the roles of the SOP, from which one is taken for "any other"
   */
  public Optional<RouteQuestion> witness(int cell, Collection<PelaksanaCode> roles) {
    int[] regions = regions(cell);
    Map<String, DataValue> data = new LinkedHashMap<>();
    Optional<RouteQuestion.Completed> completed = asked;
    for (int i = 0; i < regions.length; i++) {
      Dimension dimension = dimensions.get(i);
      int region = regions[i];
      if (dimension instanceof Dimension.Words words && region > 0) {
        data.put(words.field(), words.values().get(region - 1));
      } else if (dimension instanceof Dimension.Amounts amounts && region > 0) {
        data.put(amounts.field(), amounts.sample(region));
      } else if (dimension instanceof Dimension.Visits visits) {
        int visit = (int) visits.ranges().get(region).from();
        completed = completed.map(c -> with(c, c.by(), visit));
      } else if (dimension instanceof Dimension.Performer performer) {
        completed = completed.flatMap(c -> by(c, performer, region, roles));
      }
    }
    if (completed.isPresent() != asked.isPresent()) {
      return Optional.empty();
    }
    RouteQuestion question =
        new RouteQuestion(completed, rows(regions, false), rows(regions, true), data);
    return cellOf(question) == cell ? Optional.of(question) : Optional.empty();
  }

  private static RouteQuestion.Completed with(
      RouteQuestion.Completed c, PelaksanaCode by, int visit) {
    return new RouteQuestion.Completed(c.step(), c.label(), by, visit);
  }

  private static Optional<RouteQuestion.Completed> by(
      RouteQuestion.Completed c,
      Dimension.Performer performer,
      int region,
      Collection<PelaksanaCode> roles) {
    if (region < performer.named().size()) {
      return Optional.of(with(c, performer.named().get(region), c.visit()));
    }
    if (!performer.named().contains(c.by())) {
      return Optional.of(c);
    }
    return roles.stream()
        .filter(r -> !performer.named().contains(r))
        .findFirst()
        .map(r -> with(c, r, c.visit()));
  }

  /** Rows that are open (or were ever completed): one for each "yes", none that a "no" forbids. */
  private Set<StepId> rows(int[] regions, boolean ever) {
    Set<StepId> forbidden = new TreeSet<>();
    if (!ever) {
      asked.ifPresent(c -> forbidden.add(c.step()));
    }
    for (int i = 0; i < regions.length; i++) {
      if (regions[i] == 0) {
        forbidden.addAll(rowsOf(dimensions.get(i), ever));
      }
    }
    Set<StepId> rows = new TreeSet<>();
    if (ever) {
      asked.filter(c -> !c.skipped()).ifPresent(c -> rows.add(c.step()));
    }
    for (int i = 0; i < regions.length; i++) {
      if (regions[i] == 1) {
        rowsOf(dimensions.get(i), ever).stream()
            .filter(r -> !forbidden.contains(r))
            .findFirst()
            .ifPresent(rows::add);
      }
    }
    return rows;
  }

  private static Set<StepId> rowsOf(Dimension dimension, boolean ever) {
    return dimension instanceof Dimension.AnyRow any && any.ever() == ever ? any.rows() : Set.of();
  }
}
