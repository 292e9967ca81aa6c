package id.sop.rules.flow;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.SopEngineBuilder;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.example.SettableClock;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.routing.Procedure;
import id.sop.rules.flow.Deed.Act;
import id.sop.rules.flow.Drawn.Row;
import id.sop.rules.flow.Visit.Person;
import id.sop.store.CaseStore;
import id.sop.worktime.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/** A family of cases under commands drawn by chance, beside what is expected of it. */
final class Walk {
  private static final Instant MORNING = Instant.parse("2026-01-05T01:00:00Z");
  private static final WorkCalendar CALENDAR = WorkCalendar.indonesia();
  private static final int MOST = 3_000;

  private final Random random;
  private final Drawn drawn;
  private final List<Procedure> procedures;
  private final Map<Drawn, WayOut> ways;
  private final Tally tally;
  private final boolean restarting;
  private final SettableClock clock = SettableClock.at(MORNING, ZoneOffset.UTC);
  private final FollowedStore store = new FollowedStore();
  private final Family family = new Family();
  private final Deeds deeds;
  private final Map<String, CaseState> states = new TreeMap<>();
  private SopEngine engine;

  /**
   * @param restarting whether each command finds an engine that has just begun
   */
  Walk(
      Drawn drawn,
      List<Procedure> procedures,
      Map<Drawn, WayOut> ways,
      Random random,
      boolean restarting,
      Tally tally) {
    this.drawn = drawn;
    this.procedures = procedures;
    this.ways = ways;
    this.random = random;
    this.restarting = restarting;
    this.tally = tally;
    deeds = new Deeds(random, family);
    engine = started();
  }

  private SopEngine started() {
    SopEngineBuilder builder = SopEngine.builder().store(store).calendar(CALENDAR).clock(clock);
    procedures.forEach(builder::procedure);
    return builder.build();
  }

  /** How the outermost case ended. */
  String toItsEnd(int steps) {
    Row first = drawn.rows.get(drawn.first);
    Person starter = new Person("u-1", first.doers().acting().get(0));
    Expected root = Expected.root(family, family.newId(), drawn);
    family.add(root);
    assertThat(
            recorded(
                Command.start(CaseId.of(root.id), SopId.of(drawn.id), Deeds.actor(starter))
                    .build()))
        .isTrue();
    compare();

    for (int i = 0; i < steps; i++) {
      submit(deeds.anything(this::entries));
    }
    for (int i = 0; family.runs(); i++) {
      assertThat(i).as("steps to reach all ends").isLessThan(MOST);
      submit(onwards(any(family.running())));
    }
    String end = root.end();
    submit(deeds.anything(this::entries));
    family.all.forEach(this::verify);
    assertThat(store.openRows())
        .hasSize(family.all.stream().mapToInt(c -> c.flow.open.size()).sum());
    tally.ended(family);
    return end;
  }

  private void verify(Expected one) {
    CaseId id = CaseId.of(one.id);
    if (restarting) {
      assertThat(engine.verify(id)).isEmpty();
    }
    Set<String> gone = new TreeSet<>();
    for (Entry entry : engine.journal(id)) {
      if (entry.event() instanceof CaseEvent.RowLapsed event) {
        gone.add(event.step().value());
      }
    }
    assertThat(gone).as(one.id).isEqualTo(one.flow.lapsed);
  }

  /** The entry of each completion; one that there is not yet, for one too many. */
  private LongUnaryOperator entries(Expected one) {
    CaseState state = states.get(one.id);
    return which ->
        which < state.completions().size()
            ? state.completions().get((int) which).seq()
            : state.seq() + 1;
  }

  private void submit(Deed deed) {
    clock.advance(Duration.ofSeconds(1 + random.nextInt(7_200)));
    family.now++;
    boolean is = recorded(deed.command());
    boolean must = deed.expected().getAsBoolean();
    assertThat(is).as("%s %s in %s", deed.act(), deed.words(), deed.about().id).isEqualTo(must);
    tally.counts(deed.act(), must);
    compare();
  }

  private boolean recorded(Command command) {
    if (restarting) {
      engine = started();
    }
    return engine.submit(command) instanceof Outcome.Recorded;
  }

  /** The machine stands where it must, and so does one that only has the journal. */
  private void compare() {
    Map<String, CaseStore.Change> changed = store.changes();
    for (Expected one : family.all) {
      CaseStore.Change change = changed.get(one.id);
      if (change != null) {
        follow(one.id, change);
        compare(one);
      }
      // What the machine left as it was must be so here, too.
      CaseState state = states.get(one.id);
      assertThat(names(state.open().keySet())).as(one.id).isEqualTo(one.flow.open.keySet());
      assertThat(state.outcome().orElse(state.running() ? "" : state.status().name()))
          .as(one.id)
          .isEqualTo(one.end());
    }
    assertThat(states).hasSize(family.all.size());
  }

  private void follow(String id, CaseStore.Change change) {
    CaseState state = states.getOrDefault(id, CaseState.none(CaseId.of(id)));
    for (Entry entry : change.entries()) {
      state = state.after(entry);
    }
    assertThat(engine.state(CaseId.of(id))).isEqualTo(state);
    states.put(id, state);
  }

  private void compare(Expected one) {
    CaseState state = states.get(one.id);
    assertThat(visits(state)).as(one.id).isEqualTo(one.flow.visits);
    assertThat(data(state)).as(one.id).isEqualTo(one.data());
    assertThat(names(state.ever())).as(one.id).isEqualTo(one.ever());
    one.flow.open.values().forEach(v -> compare(one, v, state));
    tally.provable(one, !one.runs() || ways.get(one.flow.drawn).from(one.flow));
  }

  private static void compare(Expected one, Visit visit, CaseState state) {
    var row = state.open().get(StepId.of(visit.row.id()));
    assertThat(row.visit()).isEqualTo(visit.number);
    assertThat(row.suspended()).as("%s %s", one.id, visit.row.id()).isEqualTo(one.suspended(visit));
    assertThat(row.claim().map(c -> c.actor().id())).isEqualTo(visit.holder.map(Person::name));
    assertThat(row.child().map(c -> c.begun().berkas().value()))
        .isEqualTo(visit.child.map(c -> c.id));
    assertThat(row.child().flatMap(c -> c.ended()).map(CaseEvent.ChildEnded::outcome))
        .isEqualTo(visit.result);
  }

  private static Set<String> names(Set<StepId> rows) {
    return rows.stream().map(StepId::value).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Integer> visits(CaseState state) {
    return state.visits().entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().value(), Map.Entry::getValue));
  }

  private static Map<String, Integer> data(CaseState state) {
    return state.data().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> Integer.valueOf(e.getValue().teks())));
  }

  // The way to the end: what has to be done next, at a case that waits for no other.

  private Deed onwards(Expected any) {
    Expected one = any;
    Visit visit = any(List.copyOf(one.flow.open.values()));
    while (visit.waits()) {
      one = visit.child.orElseThrow();
      visit = any(List.copyOf(one.flow.open.values()));
    }
    return onwards(one, visit);
  }

  private Deed onwards(Expected one, Visit visit) {
    Row row = visit.row;
    Doers doers = visit.doers();
    Person by = visit.holder.orElse(new Person("e-" + row.id(), doers.completing().get(0)));
    if (one.suspended(visit)) {
      return Deeds.resumes(one, one.stands ? Optional.empty() : Optional.of(row.id()), by);
    }
    if (visit.holder.isPresent() && one.didOther(visit, by)) {
      return Deeds.releases(one, row, by);
    }
    Optional<String> next = visit.turn().filter(r -> !doers.completing().contains(r));
    if (next.isPresent()) {
      return Deeds.attends(one, row, person(row, next.get()), false);
    }
    if (!visit.ready(Optional.of(by))) {
      String role = any(doers.roles());
      return Deeds.attends(one, row, person(row, role), doers.how() == Doers.How.BY_MEETING);
    }
    boolean stuck =
        one.flow.open.values().stream()
            .noneMatch(v -> labels(v).stream().anyMatch(l -> one.flow.way(v, l).isPresent()));
    List<String> closed =
        one.flow.drawn.rows.keySet().stream().filter(r -> !one.flow.open.containsKey(r)).toList();
    if (stuck && one.bent && !closed.isEmpty()) {
      tally.counts(Act.MOVE, true);
      return Deeds.moves(one, row, any(closed), by);
    }
    boolean result =
        visit.doneByResult() || visit.result.filter(end -> !end.equals(Drawn.STOPPED)).isPresent();
    if (row.calls().isPresent() && !result) {
      return Deeds.calls(one, row, by, family.newId());
    }
    // Mostly by the first label, which leads forward.
    List<String> labels = labels(visit);
    String label = random.nextInt(3) == 0 ? any(labels) : labels.get(0);
    label = visit.doneByResult() ? "" : label;
    return Deeds.completes(one, row, by, label, Map.of());
  }

  private static Person person(Row row, String role) {
    return new Person("p-" + role + "-" + row.id(), role);
  }

  private static List<String> labels(Visit visit) {
    return visit.row.decides() ? visit.row.labels() : List.of("");
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
