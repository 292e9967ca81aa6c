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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  /** Whether the second node, too, is stopped at every border: {@code -Dsop.races=all}. */
  private static final boolean ALL = "all".equals(System.getProperty("sop.races"));

  /** Those not raced yet. A call changes two cases, and a migration needs a second version. */
  private static final Set<Class<?>> NOT_RACED =
      Set.of(
          Command.Call.class,
          Command.Move.class,
          Command.Recall.class,
          Command.Transfer.class,
          Command.Reopen.class,
          Command.Attach.class,
          Command.Migrate.class);

  private int cases;
  private int waited;

  @Test
  void every_kind_of_command_is_there_and_would_be_recorded_were_it_alone() {
    for (Kind kind : Kind.values()) {
      CaseId caseId = CaseId.of("S-1");
      Optional<CaseStore.Change> before =
          kind == Kind.START ? Optional.empty() : Optional.of(Meeting.underway(caseId));

      Outcome outcome = Serial.alone(before).submit(kind.of(caseId, "k"));

      assertThat(outcome).as("%s", kind).isInstanceOf(Outcome.Recorded.class);
    }
    List<String> tried =
        Stream.of(Kind.values())
            .map(kind -> kind.of(CaseId.of("S-1"), "k").getClass().getSimpleName())
            .distinct()
            .toList();
    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Command.class.getPermittedSubclasses())
                .filter(kind -> !NOT_RACED.contains(kind))
                .map(Class::getSimpleName)
                .toList());
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
        for (Kind theirs : Kind.values()) {
          race.stoppedEverywhere(mine, "a", theirs, "b", true);
        }
        race.stoppedEverywhere(mine, "a", mine, "a", true);
        race.stoppedEverywhere(Kind.START, "a", mine, "b", false);
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
    assertThat(cases).isGreaterThan(Kind.values().length * Kind.values().length);
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
    void stoppedEverywhere(
        Kind mine, String myKey, Kind theirs, String theirKey, boolean underway) {
      CaseId like = CaseId.of("S");
      Optional<CaseStore.Change> before =
          underway ? Optional.of(Meeting.underway(like)) : Optional.empty();
      Command a = mine.of(like, myKey);
      Command b = theirs.of(like, theirKey);
      Serial inOrder = Serial.firstThenSecond(before, like, a, b);
      Serial turned = Serial.secondThenFirst(before, like, a, b);
      boolean stopped = true;
      for (int i = 0; stopped; i++) {
        boolean secondStopped = true;
        for (int j = ALL ? 1 : Integer.MAX_VALUE; secondStopped; j++) {
          CaseId caseId = CaseId.of("S-" + ++cases);
          if (underway) {
            nodes.store().append(Meeting.underway(caseId));
          }

          first.begin(() -> one.submit(mine.of(caseId, myKey)));
          for (int passed = 0; passed < i; passed++) {
            first.pass(nodes.waiting());
          }
          stopped = !first.isDone();
          second.begin(() -> other.submit(theirs.of(caseId, theirKey)));
          secondStopped = goOn(j) && stopped;

          Serial happened =
              Serial.of(
                  caseId,
                  first.result(Outcome.class),
                  second.result(Outcome.class),
                  nodes.store().read(caseId));
          assertThat(happened)
              .as("%s stopped after %s statements, %s after %s", mine, i, theirs, j)
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
        // The first waits for the second, who goes on.
        waited++;
        second.finish(() -> false);
      }
      first.finish(() -> false);
      second.finish(() -> false);
      return stopped;
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
