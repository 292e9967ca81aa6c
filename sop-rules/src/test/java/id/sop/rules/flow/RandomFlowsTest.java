package id.sop.rules.flow;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.routing.Procedure;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.rules.flow.Deed.Act;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private static final int FLOWS = Integer.getInteger("sop.flows", 40);
  private static final int WALKS = Integer.getInteger("sop.walks", 150);
  private static final long FIRST_SEED = 20_260_500_000L;

  @Test
  void every_flow_goes_as_drawn_whatever_is_submitted_and_every_case_can_end() {
    Tally tally = new Tally();
    int walks = 0;
    int sops = 0;
    Set<String> outcomes = new TreeSet<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + FLOWS; seed++) {
      Drawn drawn = RandomFlow.draw(new Random(seed));
      List<Drawn> flows = drawn.family();
      List<Procedure> procedures = flows.stream().map(RandomFlowsTest::load).toList();
      Map<Drawn, WayOut> ways = new HashMap<>();
      flows.forEach(f -> ways.put(f, new WayOut(f)));
      sops += flows.size();
      for (int walk = 0; walk < WALKS; walk++, walks++) {
        try {
          Random random = new Random(seed * 1_000_003 + walk);
          outcomes.add(
              new Walk(drawn, procedures, ways, random, walk % 2 == 0, tally)
                  .toItsEnd(random.nextInt(40)));
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError(
              "seed " + seed + ", walk " + walk + ": " + e.getMessage() + "\n" + files(flows), e);
        }
      }
    }

    System.out.printf(
        Locale.ROOT,
        "figure: %d walks through %d random flows of %d SOPs (first seed %d): %s accepted, %s"
            + " refused, %d states, %d of them without an arrow to an end, %d cases of other SOPs,"
            + " %d deep, %d rows lapsed, ends %s%n",
        walks,
        FLOWS,
        sops,
        FIRST_SEED,
        tally.done,
        tally.refused,
        tally.states,
        tally.stuck,
        tally.children,
        tally.deepest,
        tally.lapsed,
        outcomes);
    assertThat(tally.done.keySet()).containsExactlyInAnyOrder(Act.values());
    assertThat(tally.refused.keySet()).containsExactlyInAnyOrder(Act.values());
    assertThat(tally.lapsed).isPositive();
    assertThat(tally.deepest).isEqualTo(3);
    assertThat(outcomes).hasSizeGreaterThan(4);
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
