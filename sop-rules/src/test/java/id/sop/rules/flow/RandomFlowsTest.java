package id.sop.rules.flow;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.definition.SopMikro;
import id.sop.routing.Procedure;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.rules.flow.Deed.Act;
import id.sop.rules.flow.Drawn.Arrow;
import id.sop.rules.flow.Drawn.Calls;
import id.sop.rules.flow.Drawn.Row;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Flows of every shape, drawn by chance and loaded as files, some of their rows being flows of
 * their own; walked by chance beside what is expected, which knows nothing of the machine. {@code
 * -Dsop.flows=...} and {@code -Dsop.walks=...} walk more.
 */
class RandomFlowsTest {
  private static final int FLOWS = Integer.getInteger("sop.flows", 8);
  private static final int WALKS = Integer.getInteger("sop.walks", 60);
  private static final long FIRST_SEED = 20_260_500_000L;
  private static final long DEEP_SEED = 20_260_900_000L;

  private final Tally tally = new Tally();
  private final Set<String> outcomes = new TreeSet<>();
  private int sops;

  @Test
  void every_flow_goes_as_drawn_whatever_is_submitted_and_every_case_can_end() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + FLOWS; seed++) {
      walk(RandomFlow.draw(new Random(seed)), seed, 40);
    }

    told(FLOWS * WALKS + " walks through " + FLOWS + " random flows", FIRST_SEED);
    assertThat(tally.done.keySet()).containsExactlyInAnyOrder(Act.values());
    assertThat(tally.refused.keySet()).containsExactlyInAnyOrder(Act.values());
    assertThat(tally.lapsed).isPositive();
    assertThat(tally.deepest).isEqualTo(3);
    assertThat(outcomes).hasSizeGreaterThan(4);
  }

  @Test
  void families_as_deep_as_they_can_be_go_as_drawn_too() {
    walk(deep(1), DEEP_SEED, 80);

    told(WALKS + " walks of families as deep as they can be", DEEP_SEED);
    assertThat(tally.deepest).isEqualTo(SopMikro.DEEPEST);
    assertThat(tally.done.get(Act.STOP)).isPositive();
  }

  /** Row r1, row r2 that is the flow below, row r3; a TIDAK in row r2 ends it as GAGAL. */
  private static Drawn deep(int level) {
    Drawn drawn = new Drawn("contoh.tingkat" + level);
    Optional<Calls> below =
        level < SopMikro.DEEPEST
            ? Optional.of(new Calls(deep(level + 1), Map.of("SELESAI", "YA", "GAGAL", "TIDAK")))
            : Optional.empty();
    Doers staf = Doers.one("STAF");
    drawn.row(new Row("r1", Set.of(), List.of(), Set.of(), staf, Optional.empty()));
    drawn.row(new Row("r2", Set.of(), List.of("YA", "TIDAK"), Set.of(), staf, below));
    drawn.row(new Row("r3", Set.of(), List.of(), Set.of(), staf, Optional.empty()));
    drawn.arrow("r1", Arrow.to("", "r2"));
    drawn.arrow("r2", Arrow.to("YA", "r3"));
    drawn.arrow("r2", Arrow.end("TIDAK", "GAGAL", false));
    drawn.arrow("r3", Arrow.end("", "SELESAI", false));
    drawn.first = "r1";
    return drawn;
  }

  private void walk(Drawn drawn, long seed, int steps) {
    List<Drawn> flows = drawn.family();
    List<Procedure> procedures = flows.stream().map(RandomFlowsTest::load).toList();
    Map<Drawn, WayOut> ways = new HashMap<>();
    flows.forEach(f -> ways.put(f, new WayOut(f)));
    sops += flows.size();
    for (int walk = 0; walk < WALKS; walk++) {
      try {
        Random random = new Random(seed * 1_000_003 + walk);
        outcomes.add(
            new Walk(drawn, procedures, ways, random, walk % 5 == 0, tally)
                .toItsEnd(random.nextInt(steps)));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "seed " + seed + ", walk " + walk + ": " + e.getMessage() + "\n" + files(flows), e);
      }
    }
  }

  private void told(String what, long seed) {
    System.out.printf(
        Locale.ROOT,
        "figure: %s, %d SOPs (first seed %d): %s accepted, %s refused, %d states, %d of them"
            + " without an arrow to an end, %d cases of other SOPs, %d deep, %d rows lapsed,"
            + " ends %s%n",
        what,
        sops,
        seed,
        tally.done,
        tally.refused,
        tally.states,
        tally.stuck,
        tally.children,
        tally.deepest,
        tally.lapsed,
        outcomes);
  }

  private static Procedure load(Drawn drawn) {
    LoadedSop loaded =
        SopRules.load(
            SopBundle.of(
                "acak",
                Map.of(
                    SopBundle.SOP, drawn.sopYaml().getBytes(StandardCharsets.UTF_8),
                    SopBundle.RUTE, drawn.rules().getBytes(StandardCharsets.UTF_8))));
    assertThat(loaded.errors()).as("%s%n%s", drawn.sopYaml(), drawn.rules()).isEmpty();
    return loaded.procedure().orElseThrow();
  }

  private static String files(List<Drawn> flows) {
    StringBuilder files = new StringBuilder();
    flows.forEach(f -> files.append(f.sopYaml()).append(f.rules()));
    return files.toString();
  }
}
