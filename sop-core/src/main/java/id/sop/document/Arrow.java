package id.sop.document;

import id.sop.definition.Label;
import id.sop.definition.StepId;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RoutingTable;
import java.util.List;
import java.util.Optional;

/**
 * One arrow of the flowchart. Several lines of a table may be the same arrow, under several
 * conditions.
 *
 * @param from the row that it leaves; empty for the start
 * @param label the label of the decision that it leaves by; empty when the row decides nothing
 * @param to where it points to
 */
public record Arrow(Optional<StepId> from, Optional<Label> label, Goal to) {

  /** The arrows that a line of the table draws: several when it is a fork. */
  public static List<Arrow> of(RoutingTable.Entry entry) {
    return goals(entry.answer()).stream()
        .map(goal -> new Arrow(entry.from(), entry.label(), goal))
        .toList();
  }

  /** Where an answer leads; nowhere when nothing may move. */
  public static List<Goal> goals(RouteAnswer answer) {
    return answer.match(
        new RouteAnswer.Cases<List<Goal>>() {
          @Override
          public List<Goal> open(RouteAnswer.Open open) {
            return open.targets().stream()
                .<Goal>map(target -> new Goal.Row(target.step()))
                .distinct()
                .toList();
          }

          @Override
          public List<Goal> await(RouteAnswer.Wait wait) {
            return List.of(new Goal.Wait());
          }

          @Override
          public List<Goal> end(RouteAnswer.End end) {
            return List.of(new Goal.End(end.outcome()));
          }

          @Override
          public List<Goal> noRoute(RouteAnswer.NoRoute none) {
            return List.of();
          }

          @Override
          public List<Goal> conflict(RouteAnswer.Conflict conflict) {
            return List.of();
          }
        });
  }
}
