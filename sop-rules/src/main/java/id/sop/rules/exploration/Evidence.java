package id.sop.rules.exploration;

import com.google.common.collect.Sets;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.routing.RouteQuestion;
import id.sop.rules.live.LiveRouter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Gathers findings. One with a witness is replayed on Drools before it is told: what does not show
 * there is our own error, and is told as such.
 */
final class Evidence {
  private final Sop sop;
  private final Function<RouteQuestion, LiveRouter.Heard> drools;
  private final Retelling retelling;
  private final List<Finding> found = new ArrayList<>();

  Evidence(Sop sop, Function<RouteQuestion, LiveRouter.Heard> drools, Retelling retelling) {
    this.sop = sop;
    this.drools = drools;
    this.retelling = retelling;
  }

  /** Notes what no case can show. */
  void tell(Place place, ExplorationCode code, String... facts) {
    tell(Problem.at(place, code, facts));
  }

  /** Notes a problem that is known already. */
  void tell(Problem problem) {
    found.add(new Finding(problem, Optional.empty()));
  }

  /**
   * Notes what the last question of {@code way} shows. The way is the last of the problem's facts.
   *
   * @param isSo whether it shows in what Drools says to that question
   */
  void show(
      List<Walk.Hop> way,
      Predicate<LiveRouter.Heard> isSo,
      Place place,
      ExplorationCode code,
      String... facts) {
    Witness witness = retelling.of(way);
    List<String> all = new ArrayList<>(List.of(facts));
    all.add(witness.text());
    Problem problem =
        holds(witness, isSo)
            ? new Problem(code, place, all)
            : Problem.at(place, ExplorationCode.WITNESS_FAILED, code.id(), witness.text());
    found.add(new Finding(problem, Optional.of(witness)));
  }

  private boolean holds(Witness witness, Predicate<LiveRouter.Heard> isSo) {
    List<RouteQuestion> path = witness.path();
    Set<StepId> open = Set.of();
    for (RouteQuestion question : path.subList(0, path.size() - 1)) {
      if (!comesUp(question, open)) {
        return false;
      }
      Set<StepId> next = new TreeSet<>(question.open());
      next.addAll(Asked.opened(drools.apply(question).answer()));
      open = next;
    }
    return comesUp(witness.question(), open) && isSo.test(drools.apply(witness.question()));
  }

  /**
   * Whether {@code question} is one that is raised while these rows are open, and others perhaps
   * that arose since.
   */
  private boolean comesUp(RouteQuestion question, Set<StepId> open) {
    Set<StepId> now = new TreeSet<>(question.open());
    question.completed().ifPresent(c -> now.add(c.step()));
    Set<StepId> arose = Sets.difference(now, open);
    return now.containsAll(open)
        && arose.stream()
            .allMatch(r -> sop.step(r).filter(s -> s.is(Sifat.SEWAKTU_WAKTU)).isPresent());
  }

  /** All findings in file order, each problem once. */
  List<Finding> sorted() {
    List<Finding> sorted = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparing(Finding::problem, Problem.IN_FILE_ORDER))
        .filter(
            f -> sorted.isEmpty() || !sorted.get(sorted.size() - 1).problem().equals(f.problem()))
        .forEachOrdered(sorted::add);
    return sorted;
  }
}
