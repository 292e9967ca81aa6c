package id.sop.rules.flow;

import id.sop.rules.flow.Drawn.Arrow;
import id.sop.rules.flow.Drawn.Calls;
import id.sop.rules.flow.Drawn.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a case can come to an end along the arrows from where it stands, whoever does the rows:
 * every way is followed. What was found is remembered.
 */
final class WayOut {
  /** More visits than any arrow asks about are all alike. */
  private static final int MANY = 4;

  private final Drawn drawn;
  private final Set<String> counted = new TreeSet<>();
  private final Map<Place, Boolean> known = new HashMap<>();

  /** The open rows, and how often those were opened whose arrows ask for it. */
  private record Place(Set<String> open, Map<String, Integer> visits) {}

  WayOut(Drawn drawn) {
    this.drawn = drawn;
    drawn.arrows.forEach(
        (row, all) -> {
          if (all.stream().anyMatch(a -> a.visits() > 0)) {
            counted.add(row);
          }
        });
  }

  boolean from(Flow flow) {
    Map<String, Integer> visits = new HashMap<>();
    counted.forEach(row -> visits.put(row, Math.min(MANY, flow.visits.getOrDefault(row, 0))));
    Place start = new Place(Set.copyOf(flow.open.keySet()), visits);
    if (!known.containsKey(start)) {
      search(start);
    }
    return known.get(start);
  }

  private void search(Place start) {
    Map<Place, List<Place>> before = new HashMap<>(Map.of(start, new ArrayList<>()));
    Deque<Place> next = new ArrayDeque<>(List.of(start));
    Deque<Place> good = new ArrayDeque<>();
    while (!next.isEmpty()) {
      Place here = next.poll();
      if (known.getOrDefault(here, false)) {
        good.add(here);
        continue;
      }
      if (known.containsKey(here)) {
        continue;
      }
      for (String id : here.open()) {
        Row row = drawn.rows.get(id);
        for (String label : labels(row)) {
          step(here, row, label, before, next, good);
        }
      }
    }
    Set<Place> ends = new HashSet<>(good);
    while (!good.isEmpty()) {
      before.get(good.poll()).stream().filter(ends::add).forEach(good::add);
    }
    before.keySet().forEach(place -> known.put(place, ends.contains(place)));
  }

  private void step(
      Place here,
      Row row,
      String label,
      Map<Place, List<Place>> before,
      Deque<Place> next,
      Deque<Place> good) {
    Set<String> others = new TreeSet<>(here.open());
    others.remove(row.id());
    int visit = here.visits().getOrDefault(row.id(), 1);
    Arrow arrow = Flow.way(drawn, row, visit, label, others).orElse(null);
    if (arrow == null) {
      return;
    }
    if (Flow.ends(drawn, row, arrow, others)) {
      good.add(here);
      return;
    }
    Map<String, Integer> visits = new HashMap<>(here.visits());
    for (String to : arrow.to()) {
      others.add(to);
      visits.computeIfPresent(to, (r, n) -> Math.min(MANY, n + 1));
    }
    Place there = new Place(Set.copyOf(others), visits);
    if (!before.containsKey(there)) {
      before.put(there, new ArrayList<>());
      next.add(there);
    }
    before.get(there).add(here);
  }

  /** How the row can be left: a row that is another flow, as that can end. */
  private static Set<String> labels(Row row) {
    Set<String> labels = new TreeSet<>(row.decides() ? row.labels() : List.of(""));
    if (row.decides() && row.calls().isPresent()) {
      Calls calls = row.calls().get();
      Set<String> ends = calls.sop().ends();
      if (calls.hasil().keySet().containsAll(ends)) {
        labels.retainAll(calls.hasil().values());
      }
    }
    if (row.is("opsional")) {
      labels.add("DILEWATI");
    }
    return labels;
  }
}
