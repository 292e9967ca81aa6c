package id.sop.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.casework.CaseStatus;
import id.sop.casework.CaseworkCode;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.definition.SopId;
import id.sop.routing.Procedure;
import id.sop.rules.Shipped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the machine on the five shipped SOPs, whatever chance submits. */
class RandomWalksTest {
  private static final int WALKS = 2_000;
  private static final long FIRST_SEED = 20_260_300_000L;
  private static final Instant MORNING = Instant.parse("2026-01-05T01:00:00Z");
  private static final int DAYS = 700;

  static List<SopId> bundles() {
    return Shipped.ids();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void whatever_is_submitted_the_laws_hold_and_the_case_can_be_brought_to_its_end(SopId id) {
    Procedure procedure = Shipped.procedure(id);
    Set<CaseworkCode> refused = EnumSet.noneOf(CaseworkCode.class);
    int finished = 0;

    for (long seed = FIRST_SEED; seed < FIRST_SEED + WALKS; seed++) {
      Walk walk = new Walk(procedure, seed);
      try {
        finished += walk.toItsEnd() == CaseStatus.SELESAI ? 1 : 0;
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(id + ", seed " + seed + ": " + e.getMessage(), e);
      }
      refused.addAll(walk.refused);
    }

    assertThat(finished).as("walks that were not stopped").isGreaterThan(WALKS / 2);
    assertThat(refused).as("reasons met").hasSizeGreaterThanOrEqualTo(20);
  }

  /** One case, from before its start to after its end. */
  private static final class Walk {
    private final Random random;
    private final PureCase file;
    private final Clerk clerk;
    private final Set<CaseworkCode> refused = EnumSet.noneOf(CaseworkCode.class);
    private int keys;

    Walk(Procedure procedure, long seed) {
      random = new Random(seed);
      Instant first = MORNING.plus(Duration.ofHours(random.nextInt(24 * DAYS)));
      file = new PureCase(procedure, first);
      clerk = new Clerk(file, random);
    }

    CaseStatus toItsEnd() {
      wrong();
      right(clerk.start());
      for (int i = random.nextInt(30); i > 0 && file.state().running(); i--) {
        file.wait(Duration.ofMinutes(random.nextInt(3_000)));
        if (random.nextInt(3) == 0) {
          wrong();
        } else if (random.nextInt(12) == 0 && !file.keyed().isEmpty()) {
          file.repeats(clerk.any(file.keyed()));
        } else {
          right(clerk.anything());
        }
      }
      finish();
      wrong();
      replay();
      return file.state().status();
    }

    /**
     * From wherever it stands, every row once is enough, with the signatures and minutes of each.
     */
    private void finish() {
      int rows = file.procedure().sop().langkah().size();
      int before = file.state().completions().size();
      while (file.state().running()) {
        right(clerk.onward());
        assertThat(file.state().completions().size() - before)
            .as("rows done to reach the end")
            .isLessThanOrEqualTo(rows);
      }
    }

    private void right(CommandBuilder<?> command) {
      if (random.nextBoolean()) {
        command.key("k" + keys++);
      }
      file.accepts(command.build());
    }

    private void wrong() {
      Slips.Slip slip = clerk.any(Slips.at(file, clerk, random));
      Command command = slip.command();
      long before = file.state().seq();
      file.refuses(command, slip.code());
      assertThat(file.state().seq()).isEqualTo(before);
      refused.add(slip.code());
    }

    private void replay() {
      file.isChained();
      file.replays(file.entries());
      for (int i = 0; i < 3; i++) {
        file.replays(random.nextInt(file.entries()));
      }
    }
  }
}
