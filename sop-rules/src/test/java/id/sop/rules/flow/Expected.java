package id.sop.rules.flow;

import id.sop.rules.flow.Drawn.Arrow;
import id.sop.rules.flow.Drawn.Row;
import id.sop.rules.flow.Visit.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One case as it must be, and whether what somebody does to it is let in. It shares no code with
 * the machine. Each act says so, and if so has happened.
 */
final class Expected {
  static final String VALUE = "nilai";
  static final String RESULT = "hasil";

  final String id;
  final Flow flow;
  final List<Done> done = new ArrayList<>();
  boolean stopped;

  /** Whether the clock of the whole case stands, and when it ran again last. */
  boolean stands;

  private long ranAgain;

  /** Whether the office has left the arrows: what the drawing promises need not hold then. */
  boolean bent;

  private final Family family;
  private final Optional<Expected> parent;
  private final Optional<Visit> waiting;
  private final Map<String, Integer> start;

  /** What was done last, when nothing has moved the case since. */
  private Optional<Done> last = Optional.empty();

  private Expected(
      Family family,
      String id,
      Drawn drawn,
      Optional<Expected> parent,
      Optional<Visit> waiting,
      Map<String, Integer> start) {
    this.family = family;
    this.id = id;
    this.flow = new Flow(drawn);
    this.parent = parent;
    this.waiting = waiting;
    this.start = start;
    flow.opens(drawn.first);
  }

  static Expected root(Family family, String id, Drawn drawn) {
    return new Expected(family, id, drawn, Optional.empty(), Optional.empty(), Map.of());
  }

  /** How many cases lie around this one, itself included. */
  int depth() {
    return 1 + parent.map(Expected::depth).orElse(0);
  }

  boolean runs() {
    return flow.outcome.isEmpty() && !stopped;
  }

  /** How it ended; blank while it runs. */
  String end() {
    return stopped ? Drawn.STOPPED : flow.outcome;
  }

  Map<String, Integer> data() {
    Map<String, Integer> data = new HashMap<>(start);
    done.forEach(d -> data.putAll(d.data));
    return data;
  }

  Set<String> ever() {
    Set<String> ever = new HashSet<>();
    done.forEach(d -> ever.add(d.visit.row.id()));
    return ever;
  }

  boolean suspended(Visit visit) {
    return stands || visit.stands;
  }

  private Optional<Visit> open(String row) {
    return runs() ? Optional.ofNullable(flow.open.get(row)) : Optional.empty();
  }

  private boolean mayFinish(Visit visit, Person by) {
    return mayLeave(visit, by) && visit.ready(Optional.of(by)) && !didOther(visit, by);
  }

  /** Whether he has done the row that is kept apart from this one, or a part of it. */
  boolean didOther(Visit visit, Person by) {
    String other = flow.drawn.apartFrom(visit.row.id()).orElse("");
    Visit open = flow.open.get(other);
    boolean now =
        open != null
            && (open.tookPart(by.name())
                || (open.waits() && open.caller.orElseThrow().name().equals(by.name())));
    return now
        || done.stream()
            .filter(d -> d.visit.row.id().equals(other))
            .anyMatch(d -> d.wasDoneBy(by.name()));
  }

  /** Whether somebody could end the visit, were all the others done with it. */
  private boolean mayLeave(Visit visit, Person by) {
    return visit.doers().completing().contains(by.role())
        && !visit.heldByAnother(by)
        && !suspended(visit);
  }

  // What is done with a row that is open.

  boolean completes(String id, Person by, String label, Map<String, Integer> said) {
    Visit visit = open(id).filter(v -> mayFinish(v, by)).orElse(null);
    if (visit == null || (visit.row.calls().isPresent() && !agrees(visit, label, said))) {
      return false;
    }
    String decided =
        label.isEmpty() && visit.doneByResult() && visit.row.decides()
            ? visit.row.calls().orElseThrow().hasil().get(visit.result.orElseThrow())
            : label;
    Map<String, Integer> data = new HashMap<>(visit.given);
    data.putAll(said);
    return fits(visit.row, decided) && finishes(visit, by, decided, data);
  }

  /** Whether the case that the row waited for has a result, and nobody says otherwise. */
  private static boolean agrees(Visit visit, String label, Map<String, Integer> said) {
    if (visit.result.isEmpty() || visit.waits()) {
      return false;
    }
    String end = visit.result.get();
    if (end.equals(Drawn.STOPPED) && !visit.doneByResult()) {
      return false;
    }
    String decided = visit.row.calls().orElseThrow().hasil().getOrDefault(end, label);
    return (label.isEmpty() || decided.equals(label))
        && visit.given.entrySet().stream()
            .allMatch(e -> said.getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
  }

  private static boolean fits(Row row, String label) {
    return row.decides() ? row.labels().contains(label) : label.isEmpty();
  }

  private boolean finishes(Visit visit, Person by, String label, Map<String, Integer> data) {
    Arrow arrow = flow.way(visit, label).orElse(null);
    if (arrow == null) {
      return false;
    }
    List<Visit> gone = new ArrayList<>();
    Done now = new Done(visit, by, family.now, flow.leave(visit, arrow, gone), data);
    done.add(now);
    last = Optional.of(now);
    followsFrom(gone);
    return true;
  }

  /** Nobody waits for what was begun for the rows that are gone; whoever waits for this goes on. */
  private void followsFrom(List<Visit> gone) {
    gone.stream().filter(Visit::waits).forEach(v -> v.child.orElseThrow().stops());
    if (!runs()) {
      parent.ifPresent(p -> p.returned(this));
    }
  }

  boolean repeats(String id, Person by) {
    Visit visit = open(id).filter(v -> mayFinish(v, by)).orElse(null);
    if (visit == null || !visit.row.is("berulang")) {
      return false;
    }
    done.add(new Done(visit, by, family.now, List.of(), Map.of()));
    flow.opens(id);
    last = Optional.empty();
    return true;
  }

  boolean skips(String id, Person by) {
    Visit visit = open(id).filter(v -> mayLeave(v, by)).orElse(null);
    if (visit == null || !visit.row.is("opsional") || visit.waits()) {
      return false;
    }
    Arrow arrow = flow.way(visit, "DILEWATI").orElse(null);
    if (arrow == null) {
      return false;
    }
    List<Visit> gone = new ArrayList<>();
    flow.leave(visit, arrow, gone);
    last = Optional.empty();
    followsFrom(gone);
    return true;
  }

  boolean arises(String id, Person by) {
    Row row = flow.drawn.rows.get(id);
    boolean now = row.selama().isEmpty() || row.selama().stream().anyMatch(flow.open::containsKey);
    boolean may =
        runs()
            && row.is("sewaktu-waktu")
            && !flow.open.containsKey(id)
            && now
            && row.doers().acting().contains(by.role());
    if (may) {
      flow.opens(id);
      last = Optional.empty();
    }
    return may;
  }

  boolean attends(String id, Person by, boolean minutes) {
    return open(id).filter(v -> maySign(v, by)).filter(v -> v.attends(by, minutes)).isPresent();
  }

  boolean unsigns(String id, Person by) {
    return open(id).filter(v -> maySign(v, by)).filter(v -> v.unsigns(by)).isPresent();
  }

  /** Who merely receives what comes out has done no part. */
  private boolean maySign(Visit visit, Person by) {
    return !visit.doers().acting().contains(by.role()) || !didOther(visit, by);
  }

  boolean claims(String id, Person by) {
    Optional<Visit> visit =
        open(id)
            .filter(v -> v.holder.isEmpty())
            .filter(v -> v.doers().completing().contains(by.role()) && !didOther(v, by));
    visit.ifPresent(v -> v.holder = Optional.of(by));
    return visit.isPresent();
  }

  boolean releases(String id, Person by) {
    Optional<Visit> visit =
        open(id).filter(v -> v.holder.filter(h -> isOrIsAbove(by, h)).isPresent());
    visit.ifPresent(v -> v.holder = Optional.empty());
    return visit.isPresent();
  }

  private static boolean isOrIsAbove(Person by, Person holder) {
    return by.name().equals(holder.name()) || !by.role().equals(holder.role());
  }

  boolean hands(String id, Person by, Person to) {
    Visit visit = open(id).orElse(null);
    if (visit == null || !visit.doers().completing().contains(to.role()) || didOther(visit, to)) {
      return false;
    }
    boolean may =
        visit.holder.isEmpty()
            || (isOrIsAbove(by, visit.holder.get())
                && !visit.holder.get().name().equals(to.name()));
    if (may) {
      visit.holder = Optional.of(to);
    }
    return may;
  }

  boolean attaches(Optional<String> row) {
    if (row.isEmpty()) {
      return runs();
    }
    Optional<Visit> visit = open(row.get());
    visit.ifPresent(v -> v.papers = true);
    return visit.isPresent();
  }

  // The clock.

  boolean suspends(Optional<String> row) {
    if (row.isEmpty()) {
      boolean may = runs() && !stands;
      stands |= may;
      return may;
    }
    Optional<Visit> visit = open(row.get()).filter(v -> !v.stands);
    visit.ifPresent(
        v -> {
          v.stands = true;
          v.stood = true;
        });
    return visit.isPresent();
  }

  boolean resumes(Optional<String> row) {
    if (row.isEmpty()) {
      boolean may = runs() && stands;
      ranAgain = may ? family.now : ranAgain;
      stands &= !may;
      return may;
    }
    Optional<Visit> visit = open(row.get()).filter(v -> v.stands);
    visit.ifPresent(v -> v.stands = false);
    return visit.isPresent();
  }

  // What was done.

  boolean recalls(String id, Person by) {
    Done taken = last.filter(d -> runs() && d.visit.row.id().equals(id)).orElse(null);
    boolean may =
        taken != null
            && taken.by.name().equals(by.name())
            && taken.visit.doers().acting().contains(by.role())
            && taken.visit.child.isEmpty()
            && !taken.touched
            && !stands
            && ranAgain <= taken.at
            && taken.opened.stream().allMatch(Visit::untouched);
    if (may) {
      taken.opened.forEach(flow::undo);
      flow.open.put(id, taken.visit);
      done.remove(taken);
      last = Optional.empty();
    }
    return may;
  }

  boolean corrects(int which, Person by, int value) {
    boolean may = which < done.size() && done.get(which).visit.doers().acting().contains(by.role());
    if (may) {
      done.get(which).data.put(VALUE, value);
      done.get(which).touched = true;
    }
    return may;
  }

  boolean receives(String id, Person by) {
    Optional<Done> given =
        done.stream()
            .filter(d -> d.visit.row.id().equals(id))
            .reduce((first, second) -> second)
            .filter(d -> d.visit.doers().penerima().contains(by.role()));
    given.ifPresent(d -> d.touched = true);
    return given.isPresent();
  }

  // What leaves the arrows.

  boolean sendsBack(String id, Person by, String to) {
    Visit visit = open(id).orElse(null);
    return visit != null
        && visit.doers().acting().contains(by.role())
        && !visit.heldByAnother(by)
        && ever().contains(to)
        && flow.drawn.pointsBack(id, to)
        && moves(id, to);
  }

  boolean moves(String id, String to) {
    Visit visit = open(id).orElse(null);
    boolean may =
        visit != null && !visit.waits() && !suspended(visit) && !flow.open.containsKey(to);
    if (may) {
      flow.open.remove(id);
      flow.opens(to);
      last = Optional.empty();
      bent = true;
    }
    return may;
  }

  boolean stops() {
    if (!runs()) {
      return false;
    }
    stopped = true;
    List<Visit> gone = List.copyOf(flow.open.values());
    flow.open.clear();
    followsFrom(gone);
    return true;
  }

  /** Not while the row for which it was begun is open still and rests on how it ended. */
  boolean reopens(String row) {
    boolean awaited =
        parent.isPresent()
            && parent.get().flow.open.containsValue(waiting.orElseThrow())
            && waiting.get().child.filter(c -> c == this).isPresent();
    if (runs() || awaited) {
      return false;
    }
    stopped = false;
    flow.outcome = "";
    flow.opens(row);
    last = Optional.empty();
    bent = true;
    return true;
  }

  // Cases of other flows.

  boolean calls(String id, Person by, String child) {
    Visit visit =
        open(id)
            .filter(v -> v.row.calls().isPresent() && !v.waits() && !v.doneByResult())
            .filter(v -> v.doers().completing().contains(by.role()) && !v.heldByAnother(by))
            .filter(v -> !didOther(v, by))
            .orElse(null);
    if (visit == null || family.has(child)) {
      return false;
    }
    Map<String, Integer> passed = new HashMap<>(data());
    passed.keySet().retainAll(Set.of(VALUE));
    Drawn other = visit.row.calls().orElseThrow().sop();
    Expected begun =
        new Expected(family, child, other, Optional.of(this), Optional.of(visit), passed);
    family.add(begun);
    visit.child = Optional.of(begun);
    visit.caller = Optional.of(by);
    visit.result = Optional.empty();
    visit.given = Map.of();
    return true;
  }

  /** The end of a case that was begun for a row here: the row is done with it, if it can be. */
  private void returned(Expected child) {
    Visit visit = child.waiting.orElseThrow();
    boolean awaited =
        flow.open.containsValue(visit) && visit.waits() && visit.child.orElseThrow() == child;
    if (!awaited) {
      return;
    }
    visit.result = Optional.of(child.end());
    Integer value = child.data().get(VALUE);
    visit.given = value == null ? Map.of() : Map.of(RESULT, value);
    if (visit.doneByResult() && !suspended(visit)) {
      String label = visit.row.calls().orElseThrow().hasil().getOrDefault(child.end(), "");
      finishes(visit, visit.caller.orElseThrow(), label, visit.given);
    }
  }
}
