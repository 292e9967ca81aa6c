package id.sop.rules.flow;

import id.sop.rules.flow.Drawn.Arrow;
import id.sop.rules.flow.Drawn.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where a case stands in its flow, worked out from the drawing alone in the plainest way. */
final class Flow {
  final Drawn drawn;
  final Map<String, Visit> open = new TreeMap<>();
  final Map<String, Integer> visits = new HashMap<>();
  final Set<String> lapsed = new TreeSet<>();
  String outcome = "";

  Flow(Drawn drawn) {
    this.drawn = drawn;
  }

  Visit opens(String row) {
    Visit visit = new Visit(drawn.rows.get(row), visits.merge(row, 1, Integer::sum));
    open.put(row, visit);
    return visit;
  }

  /** As if the row had never been opened this time. */
  void undo(Visit visit) {
    open.remove(visit.row.id());
    visits.computeIfPresent(visit.row.id(), (row, n) -> n == 1 ? null : n - 1);
  }

  /** The arrow by which an open row is left; empty when that would open a row twice, or wait. */
  Optional<Arrow> way(Visit visit, String label) {
    Set<String> others = new TreeSet<>(open.keySet());
    others.remove(visit.row.id());
    return way(drawn, visit.row, visit.number, label, others);
  }

  static Optional<Arrow> way(Drawn drawn, Row row, int number, String label, Set<String> others) {
    List<Arrow> taken =
        drawn.arrows.get(row.id()).stream()
            .filter(a -> a.label().equals(label) || (a.label().isEmpty() && !row.decides()))
            .filter(a -> a.holds(others, number))
            .toList();
    if (taken.size() != 1) {
      throw new AssertionError("the drawing itself is not sound at " + row.id() + ": " + taken);
    }
    Arrow arrow = taken.get(0);
    boolean waits = arrow.to().isEmpty() && arrow.end().isEmpty();
    boolean forSomebody = others.stream().anyMatch(o -> !drawn.rows.get(o).is("latar"));
    return arrow.to().stream().anyMatch(others::contains) || (waits && !forSomebody)
        ? Optional.empty()
        : Optional.of(arrow);
  }

  static boolean ends(Drawn drawn, Row row, Arrow arrow, Set<String> others) {
    if (arrow.end().isEmpty()) {
      return false;
    }
    boolean nobodyElse = others.stream().allMatch(o -> drawn.rows.get(o).is("latar"));
    return arrow.all() || others.isEmpty() || (!row.is("latar") && nobodyElse);
  }

  /** Leaves the row: what is opened by that. What lapses with the end is added to {@code gone}. */
  List<Visit> leave(Visit visit, Arrow arrow, List<Visit> gone) {
    open.remove(visit.row.id());
    List<Visit> opened = new ArrayList<>();
    arrow.to().forEach(row -> opened.add(opens(row)));
    if (ends(drawn, visit.row, arrow, open.keySet())) {
      outcome = arrow.end();
      lapsed.addAll(open.keySet());
      gone.addAll(open.values());
      open.clear();
    }
    return opened;
  }
}
