package id.sop.routing;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules say to a {@link RouteQuestion}. */
public sealed interface RouteAnswer {

  /** Opens one row, or several at once (a fork). */
  record Open(List<Target> targets, RouteReason why) implements RouteAnswer {
    public Open {
      checkArgument(!targets.isEmpty(), "an arrow leads somewhere");
      targets = List.copyOf(targets);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.open(this);
    }
  }

  /** Opens nothing yet: other rows must be completed first (a join). */
  record Wait(RouteReason why) implements RouteAnswer {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.await(this);
    }
  }

  /**
   * This branch ends here; the case ends with it when no other row holds up the end.
   *
   * @param outcome how, such as {@code SELESAI} or {@code DITOLAK}
   * @param seluruhnya whether the case ends at once, whatever else is open, as when the applicant
   *     withdraws
   */
  record End(String outcome, RouteReason why, boolean seluruhnya) implements RouteAnswer {
    /** The end of a branch. */
    public End(String outcome, RouteReason why) {
      this(outcome, why, false);
    }

    /**
     * Whether the case ends with it. Rows that do not hold up the end then lapse. A row that runs
     * along ({@link Sifat#LATAR}) ends the case only when nothing else is open.
     *
     * @param row the row whose completion is answered; empty for the start
     * @param others the rows that are open besides
     */
    public boolean endsCase(Sop sop, Optional<StepId> row, Collection<StepId> others) {
      if (seluruhnya || others.isEmpty()) {
        return true;
      }
      boolean inBackground = row.isPresent() && !holdsUp(sop, row.get());
      return !inBackground && others.stream().noneMatch(o -> holdsUp(sop, o));
    }

    private static boolean holdsUp(Sop sop, StepId row) {
      Optional<Step> step = sop.step(row);
      return step.isEmpty() || step.get().holdsUpTheEnd();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.end(this);
    }
  }

  /** No rule answers: nothing may move. */
  record NoRoute() implements RouteAnswer {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.noRoute(this);
    }
  }

  /** Rules contradict each other: nothing may move. */
  record Conflict(List<RouteReason> rules) implements RouteAnswer {
    public Conflict {
      rules = List.copyOf(rules);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.conflict(this);
    }
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R open(Open open);

    R await(Wait wait);

    R end(End end);

    R noRoute(NoRoute none);

    R conflict(Conflict conflict);
  }

  /**
   * Whether both lead to the same rows, performers and times, or to the same end, by whatever rule.
   * What does not lead anywhere is like nothing, itself included.
   */
  default boolean leadsLike(RouteAnswer other) {
    if (this instanceof Open a && other instanceof Open b) {
      return Set.copyOf(a.targets()).equals(Set.copyOf(b.targets()));
    }
    if (this instanceof End a && other instanceof End b) {
      return a.outcome().equals(b.outcome()) && a.seluruhnya() == b.seluruhnya();
    }
    return this instanceof Wait && other instanceof Wait;
  }

  /** The rule that gave it; empty when none did, or several that contradict each other. */
  default Optional<RouteReason> reason() {
    if (this instanceof Open open) {
      return Optional.of(open.why());
    }
    if (this instanceof End end) {
      return Optional.of(end.why());
    }
    return this instanceof Wait wait ? Optional.of(wait.why()) : Optional.empty();
  }

  <R> R match(Cases<R> cases);
}
