package id.sop.routing;

/** Answers route questions. Implemented by {@link RoutingTable}; a host may bring its own. */
@FunctionalInterface
public interface Router {
  /** The answer to {@code question}. Threads may share a router. */
  RouteAnswer route(RouteQuestion question);
}
