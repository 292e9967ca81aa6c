package id.sop.rules.exploration;

import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.routing.RouteAnswer;
import id.sop.routing.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Goes through every situation that a case can come into, from the start. */
final class Walk {
  static final int MAX_STATES = 20_000;
  private static final long MAX_CHECKS = 20_000_000;

  private final List<Asked> all;
  private final Map<Optional<StepId>, List<Asked>> byRow = new HashMap<>();
  private final Reach reach;
  private final IdentityHashMap<Asked, BitSet> reached = new IdentityHashMap<>();
  private final Map<State, Set<State>> next = new LinkedHashMap<>();
  private final Deque<State> toVisit = new ArrayDeque<>();
  private final Set<State> stuck = new HashSet<>();
  private final List<Mishap> waitsForever = new ArrayList<>();
  private final List<Mishap> reopened = new ArrayList<>();
  private long checks;

  /**
   * Something that goes wrong when an answer is followed.
   *
   * @param reopened the row that is opened although it is open
   */
  record Mishap(Asked asked, int cell, Optional<StepId> reopened) {}

  private Walk(Sop sop, List<Asked> all) {
    this.all = all;
    this.reach = new Reach(sop, all.stream().map(Asked::grid).toList());
    for (Asked asked : all) {
      byRow.computeIfAbsent(asked.from(), r -> new ArrayList<>()).add(asked);
    }
  }

  static Walk through(Sop sop, List<Asked> all) {
    Walk walk = new Walk(sop, all);
    walk.run();
    return walk;
  }

  private void run() {
    for (Asked start : byRow.getOrDefault(Optional.<StepId>empty(), List.of())) {
      follow(State.BEFORE, State.BEGUN, start);
    }
    while (!toVisit.isEmpty() && !isTooLarge()) {
      State state = toVisit.remove();
      for (StepId row : state.open()) {
        for (Asked asked : byRow.getOrDefault(Optional.of(row), List.of())) {
          follow(state, reach.after(state, row, asked.grid()), asked);
        }
      }
    }
  }

  /** Follows each answer that can come up when {@code asked} is asked in {@code state}. */
  private void follow(State state, State after, Asked asked) {
    Set<State> successors = next.computeIfAbsent(state, s -> new LinkedHashSet<>());
    for (int cell = 0; cell < asked.heard().size(); cell++) {
      checks++;
      if (reach.canComeUp(state, asked.grid(), cell)) {
        reached.computeIfAbsent(asked, a -> new BitSet()).set(cell);
        successor(state, after, asked, cell)
            .ifPresent(
                s -> {
                  successors.add(s);
                  if (!next.containsKey(s)) {
                    next.put(s, new LinkedHashSet<>());
                    toVisit.add(s);
                  }
                });
      }
    }
  }

  private Optional<State> successor(State state, State after, Asked asked, int cell) {
    RouteAnswer answer = asked.heard().get(cell).answer();
    return answer.match(
        new RouteAnswer.Cases<>() {
          @Override
          public Optional<State> open(RouteAnswer.Open open) {
            Set<StepId> rows = new TreeSet<>(open.targets().stream().map(Target::step).toList());
            if (!Collections.disjoint(rows, after.open())) {
              rows.retainAll(after.open());
              reopened.add(new Mishap(asked, cell, rows.stream().findFirst()));
              stuck.add(state);
              return Optional.empty();
            }
            return Optional.of(after.opened(rows));
          }

          @Override
          public Optional<State> await(RouteAnswer.Wait wait) {
            if (after.isEnded()) {
              waitsForever.add(new Mishap(asked, cell, Optional.empty()));
              stuck.add(state);
              return Optional.empty();
            }
            return Optional.of(after);
          }

          @Override
          public Optional<State> end(RouteAnswer.End end) {
            return Optional.of(after);
          }

          @Override
          public Optional<State> noRoute(RouteAnswer.NoRoute none) {
            stuck.add(state);
            return Optional.empty();
          }

          @Override
          public Optional<State> conflict(RouteAnswer.Conflict conflict) {
            stuck.add(state);
            return Optional.empty();
          }
        });
  }

  boolean isTooLarge() {
    return next.size() > MAX_STATES || checks > MAX_CHECKS;
  }

  List<Asked> all() {
    return all;
  }

  /** The cells of {@code asked} that can come up, in order. */
  List<Integer> reached(Asked asked) {
    return reached.getOrDefault(asked, new BitSet()).stream().boxed().toList();
  }

  List<Mishap> waitsForever() {
    return waitsForever;
  }

  List<Mishap> reopened() {
    return reopened;
  }

  /** The rows that are open in some situation. */
  Set<StepId> openRows() {
    Set<StepId> rows = new TreeSet<>();
    next.keySet().forEach(s -> rows.addAll(s.open()));
    return rows;
  }

  /** Sets of rows that a case, once in, goes round without ever coming out or getting stuck. */
  Set<Set<StepId>> traps() {
    Map<State, Set<State>> before = new HashMap<>();
    next.forEach(
        (s, all) -> all.forEach(t -> before.computeIfAbsent(t, x -> new HashSet<>()).add(s)));
    Set<State> fine = new HashSet<>(stuck);
    next.keySet().stream().filter(State::isEnded).forEach(fine::add);
    Set<State> trapped = new LinkedHashSet<>(next.keySet());
    trapped.removeAll(closure(fine, before));
    Set<Set<StepId>> traps = new LinkedHashSet<>();
    while (!trapped.isEmpty()) {
      Set<State> bottom = bottom(trapped.iterator().next(), before);
      Set<StepId> rows = new TreeSet<>();
      bottom.forEach(s -> rows.addAll(s.open()));
      traps.add(rows);
      trapped.removeAll(closure(bottom, before));
    }
    return traps;
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
      at = oneWay.iterator().next();
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
