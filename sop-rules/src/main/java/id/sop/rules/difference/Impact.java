package id.sop.rules.difference;

import id.sop.casework.CaseState;
import id.sop.casework.Completion;
import id.sop.casework.Pinned;
import id.sop.journal.CaseId;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.store.CaseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a new version would mean for the cases that run on the old one. They stay on the old one;
 * this says for which of them that makes a difference.
 *
 * @param running how many cases run on the old version
 * @param touched those that would go another way, by id
 */
public record Impact(int running, List<TouchedCase> touched) {
  public Impact {
    touched = List.copyOf(touched);
  }

  /**
   * Replays the cases of a store that run on the old version, and looks where they can still go.
   *
   * @throws SopException when the store or a journal in it cannot be read
   */
  public static Impact of(Difference difference, CaseStore store) {
    Procedure old = difference.before();
    int running = 0;
    List<TouchedCase> touched = new ArrayList<>();
    for (CaseId id : store.cases()) {
      CaseState state = CaseState.of(id, store.read(id));
      if (state.running() && state.pinned().filter(p -> isOn(p, old)).isPresent()) {
        running++;
        touched(difference, state).ifPresent(touched::add);
      }
    }
    return new Impact(running, touched);
  }

  private static boolean isOn(Pinned pinned, Procedure procedure) {
    return pinned.sop().equals(procedure.sop().id()) && pinned.digest().equals(procedure.digest());
  }

  private static Optional<TouchedCase> touched(Difference difference, CaseState state) {
    List<PastMove> past = past(difference, state);
    List<Change.Routed> future = Future.of(difference, state);
    return past.isEmpty() && future.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TouchedCase(
                state.caseId(),
                state.openRows().stream().map(r -> r.step()).toList(),
                past,
                future));
  }

  private static List<PastMove> past(Difference difference, CaseState state) {
    List<PastMove> past = new ArrayList<>();
    move(difference, 1, RouteQuestion.start(state.startData())).ifPresent(past::add);
    for (Completion completion : state.completions()) {
      move(difference, completion.seq(), completion.asked()).ifPresent(past::add);
    }
    return past;
  }

  private static Optional<PastMove> move(Difference difference, long seq, RouteQuestion asked) {
    RouteAnswer before = difference.before().router().route(asked);
    RouteAnswer after = difference.after().router().route(asked);
    return Compared.alike(before, after)
        ? Optional.empty()
        : Optional.of(
            new PastMove(
                seq,
                asked.completed().map(RouteQuestion.Completed::step),
                asked.completed().flatMap(RouteQuestion.Completed::label),
                before,
                after));
  }
}
