package id.sop.rules.exploration;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.routing.Grid;
import id.sop.routing.RouteAnswer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Goes through every situation that a case can come into, from the start, nearest first. */
final class Walk {
  static final int MAX_STATES = 20_000;
  private static final long MAX_CHECKS = 2_000_000;

  private final List<Asked> all;
  private final Map<Optional<StepId>, List<Asked>> byRow = new HashMap<>();
  private final Reach reach;
  private final Arising arising;
  private final IdentityHashMap<Asked, SortedMap<Integer, State>> reached = new IdentityHashMap<>();
  private final Map<State, Set<State>> next = new LinkedHashMap<>();
  private final Map<State, Hop> arrivals = new HashMap<>();
  private final Deque<State> toVisit = new ArrayDeque<>();
  private final Set<State> stuck = new HashSet<>();
  private final List<Hop> waitsForever = new ArrayList<>();
  private final List<Hop> reopened = new ArrayList<>();
  private final Map<StepId, List<Waiting>> waits = new TreeMap<>();
  private long checks;

  /**
   * One arrow followed in one situation.
   *
   * @param before the situation
   * @param asked what was asked in it
   * @param cell where the question fell
   */
  record Hop(State before, Asked asked, int cell) {
    RouteAnswer answer() {
      return asked.answer(cell);
    }

    int[] regions() {
      return asked.grid().regions(cell);
    }
  }

  /** A branch that waits, and the situation in which it leaves the others. */
  private record Waiting(Hop hop, State after) {}

  private Walk(Sop sop, List<Asked> all, boolean carriesFacts) {
    this.all = all;
    this.arising = Arising.of(sop, all);
    this.reach = new Reach(sop, all, arising.rows(), carriesFacts);
    for (Asked asked : all) {
      byRow.computeIfAbsent(asked.from(), r -> new ArrayList<>()).add(asked);
    }
  }

  /**
   * Walks through everything that {@code all} leads to.
   *
   * @param carriesFacts whether what one row saw of a fact holds for later rows, as in the machine;
   *     without it there are fewer situations, and some that cannot come up
   */
  static Walk through(Sop sop, List<Asked> all, boolean carriesFacts) {
    Walk walk = new Walk(sop, all, carriesFacts);
    walk.run();
    return walk;
  }

  private void run() {
    visit(State.BEFORE, Optional.empty());
    while (!toVisit.isEmpty() && !isTooLarge()) {
      State state = toVisit.remove();
      for (StepId row : arising.next(state)) {
        visit(state, Optional.of(row));
        arising.again(row).ifPresent(again -> next(state).add(happens(state, again)));
      }
      // Nobody may count on it: it is no way out of a loop, and releases no wait.
      arising.arises(state).forEach(arises -> happens(state, arises));
    }
  }

  /** The situation after what the document lets happen in {@code state}. */
  private State happens(State state, Asked document) {
    checks++;
    Hop hop = new Hop(state, document, 0);
    State after = reach.after(state, document.grid(), hop.regions(), hop.answer());
    comeTo(after, hop);
    return after;
  }

  private void comeTo(State after, Hop hop) {
    if (!next.containsKey(after)) {
      next.put(after, new LinkedHashSet<>());
      arrivals.put(after, hop);
      toVisit.add(after);
    }
  }

  private Set<State> next(State state) {
    return Objects.requireNonNull(next.get(state));
  }

  private void visit(State state, Optional<StepId> row) {
    next.putIfAbsent(state, new LinkedHashSet<>());
    byRow.getOrDefault(row, List.of()).forEach(asked -> follow(state, asked));
  }

  /** Follows each answer that can come up when {@code asked} is asked in {@code state}. */
  private void follow(State state, Asked asked) {
    Grid grid = asked.grid();
    for (List<Integer> regions : Lists.cartesianProduct(reach.admitted(state, grid))) {
      if (++checks > MAX_CHECKS) {
        return;
      }
      Hop hop = new Hop(state, asked, cell(grid, regions));
      reached.computeIfAbsent(asked, a -> new TreeMap<>()).putIfAbsent(hop.cell(), state);
      follow(hop);
    }
  }

  private static int cell(Grid grid, List<Integer> regions) {
    int cell = 0;
    for (int i = 0; i < regions.size(); i++) {
      cell = cell * grid.dimensions().get(i).size() + regions.get(i);
    }
    return cell;
  }

  private void follow(Hop hop) {
    Grid grid = hop.asked().grid();
    List<StepId> targets = Asked.opened(hop.answer());
    Set<StepId> others = Reach.others(hop.before(), grid);
    boolean leadsOn =
        hop.answer()
            .match(
                new RouteAnswer.Cases<>() {
                  @Override
                  public Boolean open(RouteAnswer.Open open) {
                    return Collections.disjoint(others, targets) || !reopened.add(hop);
                  }

                  @Override
                  public Boolean await(RouteAnswer.Wait wait) {
                    return others.stream().anyMatch(reach::holdsUpTheEnd) || !waitsForever.add(hop);
                  }

                  @Override
                  public Boolean end(RouteAnswer.End end) {
                    return true;
                  }

                  @Override
                  public Boolean noRoute(RouteAnswer.NoRoute none) {
                    return false;
                  }

                  @Override
                  public Boolean conflict(RouteAnswer.Conflict conflict) {
                    return false;
                  }
                });
    if (!leadsOn) {
      stuck.add(hop.before());
      return;
    }
    State after = reach.after(hop.before(), grid, hop.regions(), hop.answer());
    if (hop.answer() instanceof RouteAnswer.Wait) {
      StepId row = hop.asked().from().orElseThrow();
      waits.computeIfAbsent(row, r -> new ArrayList<>()).add(new Waiting(hop, after));
    }
    next(hop.before()).add(after);
    comeTo(after, hop);
  }

  boolean isTooLarge() {
    return next.size() > MAX_STATES || checks > MAX_CHECKS;
  }

  /** How many situations there are. */
  int states() {
    return next.size();
  }

  List<Asked> all() {
    return all;
  }

  Reach reach() {
    return reach;
  }

  /** The cells of {@code asked} that can come up, in order. */
  List<Integer> reached(Asked asked) {
    return List.copyOf(reached.getOrDefault(asked, new TreeMap<>()).keySet());
  }

  /** One of the shortest ways on which the question of {@code cell} comes up; it is the last. */
  List<Hop> way(Asked asked, int cell) {
    State state = Objects.requireNonNull(Objects.requireNonNull(reached.get(asked)).get(cell));
    return way(new Hop(state, asked, cell));
  }

  /** One of the shortest ways that end with {@code last}. */
  List<Hop> way(Hop last) {
    List<Hop> way = new ArrayList<>(List.of(last));
    for (Hop hop = arrivals.get(last.before()); hop != null; hop = arrivals.get(hop.before())) {
      way.add(hop);
    }
    return Lists.reverse(way);
  }

  /** Waits of the last row that was open. */
  List<Hop> waitsForever() {
    return waitsForever;
  }

  /** Arrows to rows that are open. */
  List<Hop> reopened() {
    return reopened;
  }

  /** The rows that are open in some situation. */
  Set<StepId> openRows() {
    Set<StepId> rows = new TreeSet<>();
    next.keySet().forEach(s -> rows.addAll(s.open()));
    return rows;
  }

  /**
   * A part of the SOP that a case, once in, goes round without coming out or getting stuck.
   *
   * @param rows its rows
   * @param entry the arrow on which a case first comes in
   */
  record Trap(Set<StepId> rows, Hop entry) {}

  List<Trap> traps() {
    Map<State, Set<State>> before = backwards();
    Set<State> fine = new HashSet<>(stuck);
    next.keySet().stream().filter(State::isEnded).forEach(fine::add);
    Set<State> trapped = new LinkedHashSet<>(next.keySet());
    trapped.removeAll(closure(fine, before));
    List<Trap> traps = new ArrayList<>();
    Set<Set<StepId>> told = new HashSet<>();
    while (!trapped.isEmpty()) {
      Set<State> bottom = bottom(trapped.iterator().next(), before);
      Set<StepId> rows = new TreeSet<>();
      bottom.forEach(s -> rows.addAll(s.open()));
      State first = next.keySet().stream().filter(bottom::contains).findFirst().orElseThrow();
      Hop entry = arrivals.get(first);
      if (entry != null && told.add(rows)) {
        traps.add(new Trap(rows, entry));
      }
      trapped.removeAll(closure(bottom, before));
    }
    return traps;
  }

  private Map<State, Set<State>> backwards() {
    Map<State, Set<State>> before = new HashMap<>();
    next.forEach(
        (s, all) -> all.forEach(t -> before.computeIfAbsent(t, x -> new HashSet<>()).add(s)));
    return before;
  }

  /**
   * Waits after which nothing that the row's own arrows lead to can come any more: the others go on
   * without the branch that waits.
   */
  List<Hop> unreleased() {
    Map<State, Set<State>> before = waits.isEmpty() ? Map.of() : backwards();
    List<Hop> unreleased = new ArrayList<>();
    waits.forEach(
        (row, all) -> {
          Set<State> released = closure(released(row), before);
          all.stream()
              .filter(w -> !released.contains(w.after()))
              .forEach(w -> unreleased.add(w.hop()));
        });
    return unreleased;
  }

  /** The situations in which something is open that {@code row} leads to when it need not wait. */
  private Set<State> released(StepId row) {
    List<Asked> own = byRow.getOrDefault(Optional.of(row), List.of());
    Set<StepId> targets = new HashSet<>();
    own.forEach(asked -> targets.addAll(asked.opened()));
    boolean canEnd =
        own.stream()
            .flatMap(a -> a.heard().stream())
            .anyMatch(h -> h.answer() instanceof RouteAnswer.End);
    Set<State> released = new LinkedHashSet<>(stuck);
    for (State state : next.keySet()) {
      if ((state.isEnded() && (canEnd || targets.isEmpty()))
          || !Collections.disjoint(state.open(), targets)) {
        released.add(state);
      }
    }
    return released;
  }

  /** From {@code state} downwards, states that can all reach each other and nothing else. */
  private Set<State> bottom(State state, Map<State, Set<State>> before) {
    State at = state;
    while (true) {
      Set<State> below = closure(Set.of(at), next);
      Set<State> oneWay = new LinkedHashSet<>(below);
      oneWay.removeAll(closure(Set.of(at), before));
      if (oneWay.isEmpty()) {
        return below;
      }
      // The farthest is most likely at the bottom.
      at = Iterables.getLast(oneWay);
    }
  }

  private static Set<State> closure(Set<State> from, Map<State, Set<State>> steps) {
    Set<State> found = new LinkedHashSet<>(from);
    Deque<State> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (State s : steps.getOrDefault(open.remove(), Set.of())) {
        if (found.add(s)) {
          open.add(s);
        }
      }
    }
    return found;
  }
}
