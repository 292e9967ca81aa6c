package id.sop.rules.shape;

import id.sop.rules.shape.Drawn.Arrow;
import id.sop.rules.shape.Drawn.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What should happen, worked out from the drawing alone in the plainest way. It shares no code with
 * the machine.
 */
final class Reference {
  final Set<String> open = new TreeSet<>();
  final Set<String> lapsed = new TreeSet<>();
  final Map<String, Integer> visits = new HashMap<>();
  String outcome = "";
  private final Drawn drawn;

  /** How it stood before the last row was done; empty once anything else has happened. */
  private Optional<Before> last = Optional.empty();

  private record Before(String row, Set<String> open, Map<String, Integer> visits) {}

  Reference(Drawn drawn) {
    this.drawn = drawn;
    opens(drawn.first);
  }

  boolean runs() {
    return outcome.isEmpty();
  }

  private void opens(String row) {
    open.add(row);
    visits.merge(row, 1, Integer::sum);
  }

  /** Whether a row can be done with this label, blank for none; if so, it is. */
  boolean completes(String id, String label) {
    Row row = drawn.rows.get(id);
    boolean fits = label.isEmpty() ? row.labels().isEmpty() : row.labels().contains(label);
    Before before = new Before(id, new TreeSet<>(open), new HashMap<>(visits));
    boolean done = runs() && open.contains(id) && fits && leaves(id, label);
    last = done ? Optional.of(before) : last;
    return done;
  }

  /** Whether what was done last can be taken back; if so, all is as it was before. */
  boolean recalls(String id) {
    boolean may = runs() && last.filter(before -> before.row().equals(id)).isPresent();
    if (may) {
      open.clear();
      open.addAll(last.get().open());
      visits.clear();
      visits.putAll(last.get().visits());
      last = Optional.empty();
    }
    return may;
  }

  boolean skips(String id) {
    boolean may =
        runs() && open.contains(id) && drawn.rows.get(id).is("opsional") && leaves(id, "DILEWATI");
    last = may ? Optional.empty() : last;
    return may;
  }

  boolean repeats(String id) {
    boolean may = runs() && open.contains(id) && drawn.rows.get(id).is("berulang");
    if (may) {
      last = Optional.empty();
      visits.merge(id, 1, Integer::sum);
    }
    return may;
  }

  boolean arises(String id) {
    Row row = drawn.rows.get(id);
    boolean now = row.selama().isEmpty() || row.selama().stream().anyMatch(open::contains);
    boolean may = runs() && row.is("sewaktu-waktu") && !open.contains(id) && now;
    if (may) {
      last = Optional.empty();
      opens(id);
    }
    return may;
  }

  private boolean leaves(String id, String label) {
    Set<String> others = new TreeSet<>(open);
    others.remove(id);
    List<Arrow> taken =
        drawn.arrows.get(id).stream()
            .filter(a -> a.label().equals(label) || (a.label().isEmpty() && isUnlabelled(id)))
            .filter(a -> a.holds(others, visits.get(id)))
            .toList();
    if (taken.size() != 1) {
      throw new AssertionError("the drawing itself is not sound at " + id + ": " + taken);
    }
    open.remove(id);
    Arrow arrow = taken.get(0);
    arrow.to().forEach(this::opens);
    if (!arrow.end().isEmpty() && ends(drawn.rows.get(id), arrow)) {
      outcome = arrow.end();
      lapsed.addAll(open);
      open.clear();
    }
    return true;
  }

  private boolean isUnlabelled(String id) {
    return drawn.rows.get(id).labels().isEmpty();
  }

  private boolean ends(Row row, Arrow arrow) {
    if (arrow.all() || open.isEmpty()) {
      return true;
    }
    return !row.is("latar") && open.stream().map(drawn.rows::get).allMatch(r -> r.is("latar"));
  }
}
