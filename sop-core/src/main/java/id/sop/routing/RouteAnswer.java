package id.sop.routing;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;

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
   * This branch ends here; the case ends with it when no other row is open.
   *
   * @param outcome how, such as {@code SELESAI} or {@code DITOLAK}
   */
  record End(String outcome, RouteReason why) implements RouteAnswer {
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

  <R> R match(Cases<R> cases);
}
