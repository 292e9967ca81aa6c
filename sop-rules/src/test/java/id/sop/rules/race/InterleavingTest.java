package id.sop.rules.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sop.SopEngine;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.store.CaseStore;
import id.sop.store.OpenCaseRow;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two nodes, each with a command to the same case: every kind of command against every kind, each
 * node stopped at every border between two of its statements while the other goes on. What comes of
 * it is what comes of one of the two orders, and no error reaches a caller.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterleavingTest {
  /**
   * {@code -Dsop.races=all}: the second node, too, is stopped at every border, and on databases,
   * too, every kind of command meets every kind.
   */
  private static final boolean ALL = "all".equals(System.getProperty("sop.races"));

  /** Of each way in which a command changes the tables, one. */
  private static final Set<Kind> EACH_WAY =
      EnumSet.of(
          Kind.START, Kind.COMPLETE, Kind.RELEASE, Kind.CALL, Kind.COMPLETE_OTHER, Kind.TERMINATE);

  private int cases;
  private int waited;

  @Test
  void every_kind_of_command_is_there_and_would_be_recorded_were_it_alone() {
    for (Kind kind : Kind.values()) {
      CaseId caseId = CaseId.of("S-1");

      Outcome outcome = Serial.alone(kind.stand().of(caseId)).submit(kind.of(caseId, "k"));

      assertThat(outcome).as("%s", kind).isInstanceOf(Outcome.Recorded.class);
    }
    List<String> tried =
        Stream.of(Kind.values())
            .map(kind -> kind.of(CaseId.of("S-1"), "k").getClass().getSimpleName())
            .distinct()
            .toList();
    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Command.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
  }

  @ParameterizedTest
  @EnumSource
  void two_commands_come_out_as_in_one_of_their_two_orders_wherever_they_are_stopped(Track track)
      throws Exception {
    Track.Nodes nodes = track.nodes();
    try (Racer first = new Racer();
        Racer second = new Racer()) {
      SopEngine one = Meeting.node(nodes.view().of(first));
      SopEngine other = Meeting.node(nodes.view().of(second));
      Race race = new Race(nodes, first, one, second, other);
      for (Kind mine : Kind.values()) {
        for (Kind theirs : meets(track, mine)) {
          for (Stand stand : EnumSet.of(mine.stand(), theirs.stand())) {
            race.stoppedEverywhere(stand, mine, "a", theirs, "b");
          }
        }
        race.stoppedEverywhere(mine.stand(), mine, "a", mine, "a");
      }
    }
    assertShownOpen(nodes.store());
    System.out.println(
        "figure: two commands interleaved on "
            + track
            + ": "
            + cases
            + " times, one waiting for the other in "
            + waited);
    assertThat(cases).isGreaterThan(Kind.values().length * EACH_WAY.size() * 2);
  }

  private static Set<Kind> meets(Track track, Kind mine) {
    boolean every = ALL || track == Track.MEMORY || EACH_WAY.contains(mine);
    return every ? EnumSet.allOf(Kind.class) : EACH_WAY;
  }

  private final class Race {
    private final Track.Nodes nodes;
    private final Racer first;
    private final SopEngine one;
    private final Racer second;
    private final SopEngine other;

    Race(Track.Nodes nodes, Racer first, SopEngine one, Racer second, SopEngine other) {
      this.nodes = nodes;
      this.first = first;
      this.one = one;
      this.second = second;
      this.other = other;
    }

    /** The first stops after each number of statements; then the second, after each. */
    void stoppedEverywhere(Stand stand, Kind mine, String myKey, Kind theirs, String theirKey) {
      boolean stopped = true;
      for (int i = 0; stopped; i++) {
        boolean secondStopped = true;
        for (int j = ALL ? 1 : Integer.MAX_VALUE; secondStopped; j++) {
          CaseId caseId = CaseId.of("S-" + ++cases);
          Command a = mine.of(caseId, myKey);
          Command b = theirs.of(caseId, theirKey);
          Serial inOrder = Serial.firstThenSecond(stand, caseId, a, b);
          Serial turned = Serial.secondThenFirst(stand, caseId, a, b);
          stand.of(caseId).forEach(nodes.store()::append);

          first.begin(() -> one.submit(a));
          for (int passed = 0; passed < i; passed++) {
            first.pass(() -> false);
          }
          stopped = !first.isDone();
          second.begin(() -> other.submit(b));
          secondStopped = goOn(j) && stopped;

          Serial happened =
              Serial.of(
                  caseId, first.result(Outcome.class), second.result(Outcome.class), nodes.store());
          assertThat(happened)
              .as("%s: %s stopped after %s statements, %s after %s", stand, mine, i, theirs, j)
              .isIn(stopped ? List.of(inOrder, turned) : List.of(inOrder));
        }
      }
    }

    /** Whether the second could be stopped after so many statements; then both are done. */
    private boolean goOn(int statements) {
      boolean free = true;
      for (int passed = 0; passed < statements && free && !second.isDone(); passed++) {
        free = second.pass(nodes.waiting());
      }
      boolean stopped = free && !second.isDone();
      waited += free ? 0 : 1;
      if (stopped && !first.finish(nodes.waiting())) {
        waited++;
      }
      finishBoth();
      return stopped;
    }

    /**
     * Who was seen to wait may by now stand at a border, or was only slow, and may hold what the
     * other waits for: they go on by turns.
     */
    private void finishBoth() {
      while (!first.isDone() || !second.isDone()) {
        first.pass(nodes.waiting());
        second.pass(nodes.waiting());
      }
    }
  }

  /** The open rows that an inbox shows are those of the journals, and no chain is broken. */
  private static void assertShownOpen(CaseStore store) {
    Map<CaseId, List<OpenCaseRow>> shown =
        store.openRows().stream().collect(Collectors.groupingBy(OpenCaseRow::caseId));
    for (CaseId caseId : store.cases()) {
      CaseState state = CaseState.of(caseId, store.read(caseId));
      assertThat(shown.getOrDefault(caseId, List.of()))
          .as("%s", caseId)
          .extracting(OpenCaseRow::step, OpenCaseRow::visit, OpenCaseRow::by, OpenCaseRow::dueAt)
          .containsExactlyInAnyOrderElementsOf(
              (state.running() ? state.openRows() : List.<OpenRow>of())
                  .stream().map(r -> tuple(r.step(), r.visit(), r.by(), r.dueAt())).toList());
      assertThat(Chain.verify(store.stored(caseId))).as("%s", caseId).isEmpty();
    }
  }
}
