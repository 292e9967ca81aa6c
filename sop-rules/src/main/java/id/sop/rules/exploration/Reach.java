package id.sop.rules.exploration;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import id.sop.definition.DataField;
import id.sop.definition.Pelaksana;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.Range;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which questions can come up in a situation, and which situation follows. Who may complete a row
 * is taken from its document: that an arrow named fewer is not followed.
 */
final class Reach {
  private final Sop sop;
  private final Facts facts;
  private final Set<StepId> arising;
  private final Map<StepId, Long> mostVisits = new HashMap<>();
  private final Ahead<StepId> visitsAhead;
  private final Ahead<StepId> doneAhead;
  private final Ahead<String> factsAhead;

  Reach(Sop sop, List<Asked> all, Set<StepId> arising, boolean carriesFacts) {
    this.sop = sop;
    this.arising = arising;
    this.facts = new Facts(sop, all.stream().map(Asked::grid).toList(), carriesFacts);
    SetMultimap<StepId, StepId> arrows = HashMultimap.create();
    SetMultimap<StepId, StepId> countsVisits = HashMultimap.create();
    SetMultimap<StepId, StepId> asksDone = HashMultimap.create();
    SetMultimap<StepId, StepId> isDone = HashMultimap.create();
    SetMultimap<StepId, String> looks = HashMultimap.create();
    SetMultimap<StepId, String> settles = HashMultimap.create();
    for (Asked asked : all) {
      asked.from().ifPresent(row -> asked.opened().forEach(to -> arrows.put(row, to)));
      asked.from().filter(this::isSettled).ifPresent(row -> isDone.put(row, row));
      for (Dimension dimension : asked.grid().dimensions()) {
        asked.from().ifPresent(row -> looksAt(row, dimension, countsVisits, asksDone, looks));
      }
    }
    for (DataField field : sop.data().values()) {
      field.wajibPada().filter(this::isSettled).ifPresent(row -> settles.put(row, field.nama()));
    }
    this.visitsAhead = Ahead.of(arrows, countsVisits, ImmutableSetMultimap.of());
    this.doneAhead = Ahead.of(arrows, asksDone, isDone);
    this.factsAhead = Ahead.of(arrows, looks, settles);
  }

  /** Whether whatever comes after {@code row} finds it done: it was not skipped. */
  private boolean isSettled(StepId row) {
    return sop.step(row).filter(s -> s.is(Sifat.OPSIONAL)).isEmpty();
  }

  private void looksAt(
      StepId row,
      Dimension dimension,
      SetMultimap<StepId, StepId> countsVisits,
      SetMultimap<StepId, StepId> asksDone,
      SetMultimap<StepId, String> looks) {
    if (dimension instanceof Dimension.Visits visits) {
      countsVisits.put(row, row);
      mostVisits.merge(row, visits.ranges().get(visits.ranges().size() - 1).from(), Math::max);
    } else if (dimension instanceof Dimension.AnyRow any && any.ever()) {
      asksDone.putAll(row, any.rows());
    }
    facts
        .field(dimension)
        .filter(f -> !isSettled(row) || !Facts.isDemanded(f, Optional.of(row)))
        .ifPresent(
            field -> {
              looks.put(row, field.nama());
              field.wajibPada().ifPresent(demanding -> asksDone.put(row, demanding));
            });
    if (isSettled(row)) {
      asksDone.remove(row, row);
    }
  }

  /** Whether somebody can wait for {@code row}. */
  boolean holdsUpTheEnd(StepId row) {
    return sop.step(row).filter(Step::holdsUpTheEnd).isPresent();
  }

  Facts facts() {
    return facts;
  }

  /** For each dimension of {@code grid}, the regions that can come up in {@code state}. */
  List<List<Integer>> admitted(State state, Grid grid) {
    Optional<StepId> row = grid.asked().map(RouteQuestion.Completed::step);
    Optional<StepId> done = done(grid);
    return grid.dimensions().stream().map(d -> admitted(state, row, done, d)).toList();
  }

  /** The row that is done with this, and settles what it demands; none when it was skipped. */
  static Optional<StepId> done(Grid grid) {
    return grid.asked().filter(c -> !c.skipped()).map(RouteQuestion.Completed::step);
  }

  private List<Integer> admitted(
      State state, Optional<StepId> row, Optional<StepId> done, Dimension dimension) {
    if (dimension instanceof Dimension.AnyRow any) {
      // The row asked about is no longer open by then, and is among those ever completed, unless it
      // was skipped.
      Set<StepId> rows = new HashSet<>(any.ever() ? state.done() : state.open());
      (any.ever() ? done : row).ifPresent(any.ever() ? rows::add : rows::remove);
      return List.of(Collections.disjoint(any.rows(), rows) ? 0 : 1);
    }
    if (dimension instanceof Dimension.Visits visits) {
      long visit = row.map(r -> visit(state, r)).orElse(0L);
      return regions(visits, r -> isIn(visits.ranges().get(r), visit));
    }
    if (dimension instanceof Dimension.Performer performer) {
      Set<PelaksanaCode> all = row.flatMap(sop::step).map(this::performers).orElse(Set.of());
      return regions(performer, r -> all.stream().anyMatch(p -> regionOf(performer, p) == r));
    }
    DataField field = facts.field(dimension).orElseThrow();
    return facts.possible(state, field, done, dimension);
  }

  private static List<Integer> regions(Dimension dimension, IntPredicate canComeUp) {
    return IntStream.range(0, dimension.size()).filter(canComeUp).boxed().toList();
  }

  private static boolean isIn(Range range, long visit) {
    return range.from() <= visit && visit <= range.to();
  }

  private long visit(State state, StepId row) {
    long visit = state.visits().getOrDefault(row, 0L) + 1;
    return Math.min(visit, mostVisits.getOrDefault(row, 1L));
  }

  /** The rows that are open besides, once the row of {@code grid} is completed. */
  static Set<StepId> others(State state, Grid grid) {
    Set<StepId> others = new HashSet<>(state.open());
    grid.asked().map(RouteQuestion.Completed::step).ifPresent(others::remove);
    return others;
  }

  /**
   * The situation once the row of {@code grid} is completed and its arrow followed.
   *
   * @param seen the regions in which the question fell
   */
  State after(State state, Grid grid, int[] seen, RouteAnswer answer) {
    Optional<StepId> row = grid.asked().map(RouteQuestion.Completed::step);
    Set<StepId> open = others(state, grid);
    open.addAll(Asked.opened(answer));
    if (answer instanceof RouteAnswer.End end && end.endsCase(sop, row, open)) {
      open.clear();
    }
    Set<StepId> done = new HashSet<>(state.done());
    Map<StepId, Long> visits = new HashMap<>(state.visits());
    Set<StepId> ahead = open.isEmpty() ? open : Sets.union(open, arising);
    done(grid).ifPresent(done::add);
    row.ifPresent(r -> visits.put(r, visit(state, r)));
    return new State(
        true,
        ImmutableSortedSet.copyOf(open),
        ImmutableSortedSet.copyOf(Sets.filter(done, r -> doneAhead.matters(r, ahead))),
        ImmutableSortedMap.copyOf(Maps.filterKeys(visits, r -> visitsAhead.matters(r, ahead))),
        ImmutableSortedMap.copyOf(
            Maps.filterKeys(
                facts.after(state, done(grid), grid, seen), f -> factsAhead.matters(f, ahead))));
  }

  /** The performer who completes {@code step} when the question falls into {@code region}. */
  PelaksanaCode performer(Step step, Dimension.Performer performer, int region) {
    return performers(step).stream()
        .filter(p -> regionOf(performer, p) == region)
        .findFirst()
        .orElseThrow();
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
      Optional.ofNullable(sop.pelaksana().get(role)).map(Pelaksana::anggota).stream()
          .flatMap(List::stream)
          .map(Pelaksana.Anggota::kode)
          .forEach(all::add);
    }
    if (performers.mode() == Performers.Mode.EKSTERNAL) {
      all.addAll(step.penerima());
    }
    return ImmutableSortedSet.copyOf(all);
  }
}
