package id.sop;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.SopMikro;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.problem.Place;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Families of cases, five SOPs deep, under commands drawn by chance, beside a reference that knows
 * nothing of the machine. The engine keeps nothing between two commands: each begins from the
 * journals. {@code -Dsop.walks=...} walks more.
 */
class OtherSopWalkTest {
  private static final int WALKS = Integer.getInteger("sop.walks", 1_500);
  private static final int STEPS = 40;
  private static final long FIRST_SEED = 20_260_900_000L;
  private static final Actor STAF = Actor.of("u-1", "STAF");

  private int accepted;
  private int refused;
  private int abandoned;

  /** Row 1, row 2 that is the SOP below, row 3; a TIDAK in row 2 ends it as GAGAL. */
  private static Procedure level(int level) {
    var two = aRow("2").decides("YA", "TIDAK");
    if (level < SopMikro.DEEPEST) {
      two.standsFor(
          new SopMikro(
              id(level + 1),
              Optional.empty(),
              Optional.empty(),
              Map.of(),
              Map.of(),
              Map.of("SELESAI", Label.of("YA"), "GAGAL", Label.of("TIDAK")),
              Place.startOf("sop.yaml")));
    }
    Sop sop = aSop().id(id(level).value()).row(aRow("1")).row(two).row(aRow("3")).build();
    Arrows arrows = Arrows.of(sop).start().to("1");
    arrows.from("1").to("2");
    arrows.from("2").label("YA").to("3");
    arrows.from("2").label("TIDAK").ends("GAGAL");
    arrows.from("3").ends();
    return new Procedure(sop, arrows, Integer.toString(level).repeat(64));
  }

  private static SopId id(int level) {
    return SopId.of("kota.tingkat" + level);
  }

  /** One case as it must be. */
  private static final class Expected {
    private final CaseId id;
    private final int level;
    private final Optional<Expected> parent;
    private Optional<Expected> child = Optional.empty();
    private String open = "1";
    private String end = "";

    Expected(CaseId id, int level, Optional<Expected> parent) {
      this.id = id;
      this.level = level;
      this.parent = parent;
    }

    boolean runs() {
      return end.isEmpty();
    }

    boolean waits() {
      return child.filter(Expected::runs).isPresent();
    }

    boolean completes(String row, String label) {
      boolean decides = row.equals("2");
      boolean fits = runs() && open.equals(row) && decides != label.isEmpty();
      if (!fits || (decides && level < SopMikro.DEEPEST)) {
        return false;
      }
      done(label);
      return true;
    }

    private void done(String label) {
      if (open.equals("2") && label.equals("TIDAK")) {
        ends("GAGAL");
      } else if (open.equals("3")) {
        ends("SELESAI");
      } else {
        open = open.equals("1") ? "2" : "3";
      }
    }

    private void ends(String how) {
      end = how;
      open = "";
      parent.ifPresent(p -> p.done(how.equals("SELESAI") ? "YA" : "TIDAK"));
    }

    boolean calls() {
      return runs() && open.equals("2") && level < SopMikro.DEEPEST && !waits();
    }

    /** How many cases stop. */
    int stops() {
      if (!runs()) {
        return 0;
      }
      end = "DIHENTIKAN";
      open = "";
      return 1 + child.map(Expected::stops).orElse(0);
    }
  }

  @Test
  void every_family_stands_where_it_must_after_every_command() {
    for (int walk = 0; walk < WALKS; walk++) {
      long seed = FIRST_SEED + walk;
      try {
        walk(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }

    System.out.printf(
        Locale.ROOT,
        "figure: %d walks of families of cases (first seed %d): %d commands accepted, %d refused,"
            + " %d cases stopped with another%n",
        WALKS,
        FIRST_SEED,
        accepted,
        refused,
        abandoned);
    assertThat(abandoned).isPositive();
    assertThat(refused).isPositive();
  }

  private void walk(Random random) {
    CaseStore store = MemoryStore.create();
    SopEngineBuilder builder =
        SopEngine.builder()
            .store(store)
            .calendar(Desk.PLAIN)
            .clock(Clock.fixed(Desk.MORNING, ZoneOffset.UTC));
    for (int level = 1; level <= SopMikro.DEEPEST; level++) {
      builder.procedure(level(level));
    }
    SopEngine engine = builder.build();
    List<Expected> all = new ArrayList<>();
    all.add(new Expected(CaseId.of("B-0"), 1, Optional.empty()));
    assertThat(recorded(engine, Command.start(CaseId.of("B-0"), id(1), STAF).build())).isTrue();

    for (int i = 0; i < STEPS; i++) {
      Expected one = all.get(random.nextInt(all.size()));
      // One at which something can be done most often, so that families grow deep.
      for (int look = 0; look < 8 && (!one.runs() || one.waits()); look++) {
        one = all.get(random.nextInt(all.size()));
      }
      boolean expected;
      boolean is;
      int act = random.nextInt(20);
      if (act == 0) {
        int stopped = one.stops();
        expected = stopped > 0;
        abandoned += Math.max(0, stopped - 1);
        is = recorded(engine, Command.terminate(one.id, STAF, "acak").build());
      } else if (act < 9) {
        CaseId child = CaseId.of("B-" + all.size());
        expected = one.calls();
        if (expected) {
          Expected begun = new Expected(child, one.level + 1, Optional.of(one));
          one.child = Optional.of(begun);
          all.add(begun);
        }
        is = recorded(engine, Command.call(one.id, "2", STAF, child).build());
      } else {
        String row = one.open.isEmpty() || random.nextInt(6) == 0 ? "2" : one.open;
        String label = row.equals("2") ? (random.nextInt(4) == 0 ? "TIDAK" : "YA") : "";
        expected = one.completes(row, label);
        var command = Command.complete(one.id, row, STAF).alasan("acak");
        is = recorded(engine, (label.isEmpty() ? command : command.decision(label)).build());
      }
      assertThat(is).as("step %s of %s", i, one.id).isEqualTo(expected);
      accepted += is ? 1 : 0;
      refused += is ? 0 : 1;
      all.forEach(each -> compare(engine.state(each.id), each));
    }
    all.forEach(each -> assertThat(engine.verify(each.id)).isEmpty());
    assertThat(store.cases()).hasSize(all.size());
  }

  private static boolean recorded(SopEngine engine, Command command) {
    return engine.submit(command) instanceof Outcome.Recorded;
  }

  private static void compare(CaseState state, Expected expected) {
    String open = String.join(",", state.open().keySet().stream().map(Object::toString).toList());
    String end = state.outcome().orElse(state.running() ? "" : state.status().name());
    assertThat(open + " " + end)
        .as("%s", expected.id)
        .isEqualTo(expected.open + " " + expected.end);
  }
}
