package id.sop.rules.exploration;

import com.google.common.collect.ImmutableSet;
import id.sop.definition.DataField;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.Target;
import id.sop.rules.live.LiveRouter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the document lets happen without an arrow: rows that arise, and rows that are done again.
 *
 * <p>A row that can arise at any time doubles the situations. Most such rows stand apart: no other
 * row looks at them, they look at nothing but who did them, and their arrows only end. Whatever
 * else happens while such a row is open could as well happen before it arose or after it was done.
 * So it is enough that it arises and is done at once, in each situation: with ten of them the
 * situations are eleven times as many, not a thousand times.
 */
final class Arising {
  private final Sop sop;
  private final List<Step> arising;
  private final Set<StepId> apart;

  private Arising(Sop sop, List<Step> arising, Set<StepId> apart) {
    this.sop = sop;
    this.arising = arising;
    this.apart = apart;
  }

  static Arising of(Sop sop, List<Asked> all) {
    List<Step> arising =
        sop.langkah().values().stream().filter(s -> s.is(Sifat.SEWAKTU_WAKTU)).toList();
    Set<StepId> apart = new HashSet<>();
    arising.stream().map(Step::id).filter(r -> standsApart(sop, r, all)).forEach(apart::add);
    return new Arising(sop, arising, ImmutableSet.copyOf(apart));
  }

  private static boolean standsApart(Sop sop, StepId row, List<Asked> all) {
    Set<String> demanded = new HashSet<>();
    for (DataField field : sop.data().values()) {
      field.wajibPada().filter(row::equals).ifPresent(r -> demanded.add(field.nama()));
    }
    for (Asked asked : all) {
      boolean own = asked.from().equals(Optional.of(row));
      if (asked.opened().contains(row)
          || (own && !asked.heard().stream().allMatch(h -> onlyEnds(h.answer())))) {
        return false;
      }
      for (Dimension dimension : asked.grid().dimensions()) {
        boolean looksHere =
            (own && !(dimension instanceof Dimension.Performer))
                || (dimension instanceof Dimension.AnyRow any && any.rows().contains(row))
                || demanded.contains(dimension.name());
        if (looksHere) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean onlyEnds(RouteAnswer answer) {
    return answer instanceof RouteAnswer.End || answer.reason().isEmpty();
  }

  /** The rows that can be done next in {@code state}: one that stands apart comes first. */
  Set<StepId> next(State state) {
    return state.open().stream()
        .filter(apart::contains)
        .findFirst()
        .<Set<StepId>>map(Set::of)
        .orElse(state.open());
  }

  /** The rows that can arise in {@code state}. */
  List<Asked> arises(State state) {
    boolean goesOn =
        state.isStarted() && !state.isEnded() && state.open().stream().noneMatch(apart::contains);
    return goesOn
        ? arising.stream()
            .filter(s -> s.canArise(state.open()))
            .map(s -> document(s, Optional.empty()))
            .toList()
        : List.of();
  }

  /** The row {@code id} done again, where it repeats. */
  Optional<Asked> again(StepId id) {
    return sop.step(id)
        .filter(s -> s.is(Sifat.BERULANG))
        .map(
            s ->
                document(
                    s,
                    Optional.of(
                        new RouteQuestion.Completed(
                            id, Optional.empty(), s.pelaksana().completing(), 1))));
  }

  /** All rows that can arise, now or later. */
  Set<StepId> rows() {
    return arising.stream().map(Step::id).collect(ImmutableSet.toImmutableSet());
  }

  /** An answer that no rule gave: the document opens {@code step}. */
  private Asked document(Step step, Optional<RouteQuestion.Completed> done) {
    RouteAnswer opens =
        new RouteAnswer.Open(
            List.of(new Target(step.id(), step.pelaksana().roles(), step.mutuBaku().waktu())),
            RouteReason.ofDocument(sop, step, Sifat.SEWAKTU_WAKTU, ""));
    return new Asked(
        new Grid(done, List.of()),
        List.of(new LiveRouter.Heard(opens, List.of())),
        Optional.empty());
  }
}
