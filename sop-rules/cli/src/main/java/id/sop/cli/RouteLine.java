package id.sop.cli;

import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteReason;
import id.sop.routing.Target;
import java.util.List;
import java.util.Optional;

/**
 * An answer as a line of the table has it.
 *
 * @param to the rows opened; none when the case ends or waits
 * @param end how the case ends, if it does
 * @param why the rule
 */
record RouteLine(List<Target> to, Optional<String> end, RouteReason why) {

  static RouteLine of(RouteAnswer answer) {
    return answer.match(new Cases());
  }

  private static final class Cases implements RouteAnswer.Cases<RouteLine> {
    @Override
    public RouteLine open(RouteAnswer.Open open) {
      return new RouteLine(open.targets(), Optional.empty(), open.why());
    }

    @Override
    public RouteLine await(RouteAnswer.Wait wait) {
      return new RouteLine(List.of(), Optional.empty(), wait.why());
    }

    @Override
    public RouteLine end(RouteAnswer.End end) {
      return new RouteLine(List.of(), Optional.of(end.outcome()), end.why());
    }

    @Override
    public RouteLine noRoute(RouteAnswer.NoRoute none) {
      throw new IllegalStateException("a table lists routes only");
    }

    @Override
    public RouteLine conflict(RouteAnswer.Conflict conflict) {
      throw new IllegalStateException("a sound table has no conflict: " + conflict);
    }
  }
}
