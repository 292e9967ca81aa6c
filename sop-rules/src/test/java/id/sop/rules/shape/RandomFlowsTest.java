package id.sop.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.authority.Authority;
import id.sop.bundle.SopBundle;
import id.sop.casework.CaseState;
import id.sop.casework.CaseStatus;
import id.sop.casework.Casework;
import id.sop.casework.Circumstances;
import id.sop.casework.Command;
import id.sop.casework.CompliancePolicy;
import id.sop.casework.Decision;
import id.sop.casework.Edition;
import id.sop.casework.Editions;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.routing.Procedure;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.worktime.WorkCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Flows of every shape, drawn by chance and loaded as files, walked by chance beside a reference
 * that knows nothing of the machine. {@code -Dsop.flows=...} and {@code -Dsop.walks=...} walk more.
 */
class RandomFlowsTest {
  private static final int FLOWS = Integer.getInteger("sop.flows", 40);
  private static final int WALKS = Integer.getInteger("sop.walks", 150);
  private static final long FIRST_SEED = 20_260_500_000L;
  private static final CaseId ID = CaseId.of("B-1");
  private static final Actor STAF = Actor.of("u-1", "STAF");
  private static final Instant MORNING = Instant.parse("2026-01-05T01:00:00Z");
  private static final WorkCalendar CALENDAR = WorkCalendar.indonesia();

  /** What chance can do with a row. */
  private enum Act {
    COMPLETE,
    SKIP,
    REPEAT,
    ARISE,
    RECALL
  }

  private final Map<Act, Integer> done = new EnumMap<>(Act.class);
  private int refused;
  private int lapsed;

  @Test
  void every_flow_goes_as_drawn_whatever_is_submitted_and_every_case_can_end() {
    int walks = 0;
    Set<String> outcomes = new TreeSet<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + FLOWS; seed++) {
      Drawn drawn = RandomFlow.draw(new Random(seed));
      Procedure procedure = load(drawn, seed);
      for (int walk = 0; walk < WALKS; walk++, walks++) {
        try {
          Random random = new Random(seed * 1_000_003 + walk);
          outcomes.add(new Walk(drawn, procedure, random, walk % 10 == 0).toItsEnd());
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError(
              "seed " + seed + ", walk " + walk + ": " + e.getMessage() + "\n" + drawn.rules(), e);
        }
      }
    }

    System.out.printf(
        Locale.ROOT,
        "figure: %d walks through %d random flows (first seed %d): %s accepted, %d refused,"
            + " %d rows lapsed, ends %s%n",
        walks,
        FLOWS,
        FIRST_SEED,
        done,
        refused,
        lapsed,
        outcomes);
    assertThat(done.keySet()).containsExactlyInAnyOrder(Act.values());
    assertThat(refused).isPositive();
    assertThat(lapsed).isPositive();
    assertThat(outcomes).hasSizeGreaterThan(4);
  }

  private static Procedure load(Drawn drawn, long seed) {
    LoadedSop loaded =
        SopRules.load(
            SopBundle.of(
                "acak",
                Map.of(
                    SopBundle.SOP, drawn.sopYaml().getBytes(StandardCharsets.UTF_8),
                    SopBundle.RUTE, drawn.rules().getBytes(StandardCharsets.UTF_8))));
    assertThat(loaded.errors())
        .as("seed %d%n%s%n%s", seed, drawn.sopYaml(), drawn.rules())
        .isEmpty();
    return loaded.procedure().orElseThrow();
  }

  private final class Walk {
    private final Drawn drawn;
    private final Random random;
    private final boolean fromTheStart;
    private final Editions editions;
    private final Reference reference;
    private final List<Entry> journal = new ArrayList<>();
    private CaseState state = CaseState.none(ID);
    private Instant now = MORNING;

    /**
     * @param fromTheStart whether the journal is read anew from its start after each step, not only
     *     after some
     */
    Walk(Drawn drawn, Procedure procedure, Random random, boolean fromTheStart) {
      this.fromTheStart = fromTheStart;
      this.drawn = drawn;
      this.random = random;
      editions = Editions.of(new Edition(procedure, LocalDate.of(2026, 1, 2)));
      reference = new Reference(drawn);
      assertThat(submit(Command.start(ID, procedure.sop().id(), STAF).build())).isTrue();
      compare();
    }

    String toItsEnd() {
      for (int i = random.nextInt(20); i > 0 && state.running(); i--) {
        anything();
      }
      for (int i = 0; state.running(); i++) {
        assertThat(i).as("rows done to reach the end").isLessThan(2_000);
        String row = any(List.copyOf(reference.open));
        step(Act.COMPLETE, row, label(row));
      }
      assertThat(CaseState.of(ID, journal)).isEqualTo(state);
      anything();
      lapsed += reference.lapsed.size();
      return reference.outcome;
    }

    private void anything() {
      List<String> rows =
          random.nextInt(3) == 0 || reference.open.isEmpty()
              ? List.copyOf(drawn.rows.keySet())
              : List.copyOf(reference.open);
      String row = any(rows);
      if (random.nextInt(6) == 0 && !state.completions().isEmpty()) {
        step(Act.RECALL, lastDone(), "");
        return;
      }
      boolean slips = random.nextInt(10) == 0;
      step(any(List.of(Act.values())), row, slips ? "DILEWATI" : label(row));
    }

    private String lastDone() {
      return state.completions().get(state.completions().size() - 1).row().step().value();
    }

    private String label(String row) {
      List<String> labels = drawn.rows.get(row).labels();
      return labels.isEmpty() ? "" : any(labels);
    }

    private <T> T any(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }

    private void step(Act act, String row, String label) {
      now = now.plusSeconds(random.nextInt(7_200));
      var complete = Command.complete(ID, row, STAF).alasan("alasan");
      if (!label.isEmpty() && act == Act.COMPLETE) {
        complete.decision(label);
      }
      boolean expected =
          switch (act) {
            case COMPLETE -> reference.completes(row, label);
            case SKIP -> reference.skips(row);
            case REPEAT -> reference.repeats(row);
            case ARISE -> reference.arises(row);
            case RECALL -> reference.recalls(row);
          };
      boolean is =
          submit(
              switch (act) {
                case COMPLETE -> complete.build();
                case SKIP -> Command.skip(ID, row, STAF, "tidak perlu").build();
                case REPEAT -> complete.again();
                case ARISE -> Command.raise(ID, row, STAF, "terjadi").build();
                case RECALL -> Command.recall(ID, row, STAF, "keliru").build();
              });
      assertThat(is).as("%s %s %s while %s", act, row, label, reference.open).isEqualTo(expected);
      if (is) {
        done.merge(act, 1, Integer::sum);
      } else {
        refused++;
      }
      compare();
    }

    private boolean submit(Command command) {
      Decision decision =
          Casework.decide(
              state,
              command,
              new Circumstances(
                  editions, CALENDAR, CompliancePolicy.live(), Authority.trusting(), now));
      if (!(decision instanceof Decision.Accept accept)) {
        return false;
      }
      for (CaseEvent event : accept.events()) {
        Entry entry =
            Chain.next(ID, state.seq() + 1, now, Casework.mark(command), event, state.head());
        journal.add(entry);
        state = state.after(entry);
      }
      return true;
    }

    /** The machine stands where the reference does, and so does one that only has the journal. */
    private void compare() {
      if (fromTheStart || random.nextInt(16) == 0) {
        assertThat(CaseState.of(ID, journal)).isEqualTo(state);
      }
      assertThat(names(state.open().keySet())).isEqualTo(reference.open);
      assertThat(state.outcome().orElse("")).isEqualTo(reference.outcome);
      assertThat(state.status() == CaseStatus.SELESAI).isEqualTo(!reference.runs());
      state.visits().forEach((r, n) -> assertThat(n).isEqualTo(reference.visits.get(r.value())));
      Set<String> gone = new TreeSet<>();
      for (Entry entry : journal) {
        if (entry.event() instanceof CaseEvent.RowLapsed event) {
          gone.add(event.step().value());
        }
      }
      assertThat(gone).isEqualTo(reference.lapsed);
    }

    private Set<String> names(Set<StepId> rows) {
      return rows.stream().map(StepId::value).collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
