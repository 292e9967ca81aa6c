package id.sop.document;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.routing.Block;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RoutingTable;
import id.sop.routing.Target;
import id.sop.worktime.Waktu;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arrows that a table really has, each once.
 *
 * @param arrows in the order of the table: the start first, then as the rows are printed
 * @param waktu by row, the times that the arrows into it give, in their order
 */
record Flow(List<FlowArrow> arrows, Map<StepId, Set<Waktu>> waktu) {
  Flow {
    arrows = List.copyOf(arrows);
    waktu = ImmutableMap.copyOf(waktu);
  }

  static Flow of(Sop sop, RoutingTable table) {
    List<FlowArrow> arrows = new ArrayList<>();
    Map<StepId, Set<Waktu>> waktu = new LinkedHashMap<>();
    int forks = 0;
    Map<Optional<StepId>, Set<Goal>> whenDone = new HashMap<>();
    for (Block block : table.blocks()) {
      Map<Integer, RouteAnswer> answers = answers(sop, block);
      boolean waits = answers.values().stream().anyMatch(a -> a instanceof RouteAnswer.Wait);
      boolean opens = answers.values().stream().anyMatch(a -> !(a instanceof RouteAnswer.Wait));
      Map<Goal, List<Integer>> cells = new LinkedHashMap<>();
      Map<Goal, Set<Goal>> together = new LinkedHashMap<>();
      answers.forEach(
          (cell, answer) -> {
            if (answer instanceof RouteAnswer.Open open) {
              open.targets().forEach(target -> note(waktu, target));
            }
            List<Goal> goals = Arrow.goals(answer);
            for (Goal goal : goals) {
              cells.computeIfAbsent(goal, g -> new ArrayList<>()).add(cell);
              together.computeIfAbsent(goal, g -> new LinkedHashSet<>()).addAll(goals);
            }
          });
      Optional<StepId> from = block.grid().asked().map(RouteQuestion.Completed::step);
      boolean skipped = block.grid().asked().filter(RouteQuestion.Completed::skipped).isPresent();
      if (skipped && cells.keySet().equals(whenDone.get(from))) {
        // A row that may be skipped says so itself; the way on is the same.
        continue;
      }
      whenDone.putIfAbsent(from, cells.keySet());
      Conditions conditions = new Conditions(sop, block.grid(), answers.keySet(), waits && opens);
      Map<Set<Goal>, Integer> numbers = new LinkedHashMap<>();
      for (Map.Entry<Goal, List<Integer>> goal : cells.entrySet()) {
        if (waits && opens && goal.getKey() instanceof Goal.Wait) {
          continue;
        }
        Set<Goal> siblings = together.getOrDefault(goal.getKey(), Set.of());
        int fork = FlowArrow.NO_FORK;
        if (siblings.size() > 1) {
          Integer known = numbers.get(siblings);
          fork = known == null ? forks++ : known;
          numbers.put(siblings, fork);
        }
        arrows.add(
            new FlowArrow(
                new Arrow(
                    block.grid().asked().map(RouteQuestion.Completed::step),
                    block.grid().asked().flatMap(RouteQuestion.Completed::label),
                    goal.getKey()),
                conditions.texts(goal.getValue()),
                fork,
                waits && opens));
      }
    }
    return new Flow(arrows, waktu);
  }

  private static void note(Map<StepId, Set<Waktu>> waktu, Target target) {
    waktu.computeIfAbsent(target.step(), s -> new LinkedHashSet<>()).add(target.waktu());
  }

  /** By cell, the answers that lead somewhere and that a question can fall on. */
  private static Map<Integer, RouteAnswer> answers(Sop sop, Block block) {
    Map<Integer, RouteAnswer> answers = new LinkedHashMap<>();
    for (int cell = 0; cell < block.answers().size(); cell++) {
      RouteAnswer answer = block.answers().get(cell);
      if (!Arrow.goals(answer).isEmpty()
          && block.grid().witness(cell, sop.pelaksana().keySet()).isPresent()) {
        answers.put(cell, answer);
      }
    }
    return answers;
  }
}
