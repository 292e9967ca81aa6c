package id.sop.rules.difference;

import id.sop.definition.PelaksanaCode;
import id.sop.document.FlowDrawing;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RoutingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one version of an SOP says otherwise than another. How a file is laid out, in which order
 * its rules stand and what is remarked in it makes no difference. Immutable; threads may share it.
 *
 * <p>Both versions are compared by what they answer, question by question: all that one of them
 * foresees is asked of both. A rule that never answers because another one, which stands before it,
 * says the same, is not seen.
 */
public final class Difference {
  private final Procedure before;
  private final Procedure after;
  private final List<Compared> compared;
  private final List<Change> changes;

  private Difference(Procedure before, Procedure after, List<Compared> compared) {
    this.before = before;
    this.after = after;
    this.compared = compared;
    List<Change> all = new ArrayList<>(Routes.changed(compared));
    all.addAll(Documents.changed(before.sop(), after.sop()));
    all.addAll(Rules.changed(compared));
    changes = List.copyOf(all);
  }

  /**
   * Compares two versions.
   *
   * @throws SopException when their routes are not tables, or when together they raise more
   *     questions than can be asked
   */
  public static Difference between(Procedure before, Procedure after) {
    return new Difference(
        before, after, Compared.of(before.sop(), table(before), after.sop(), table(after)));
  }

  private static RoutingTable table(Procedure procedure) {
    if (procedure.router() instanceof RoutingTable table) {
      return table;
    }
    throw new SopException(DifferenceCode.NO_TABLE, procedure.sop().id().value());
  }

  /** The old version. */
  public Procedure before() {
    return before;
  }

  /** The new version. */
  public Procedure after() {
    return after;
  }

  /**
   * All changes: first the routes, the start before the rows, then the document from top to bottom,
   * then the rules.
   */
  public List<Change> changes() {
    return changes;
  }

  /** Whether both versions say the same. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The questions that are answered otherwise, the start before the rows. */
  public List<Change.Routed> routes() {
    return changes.stream()
        .filter(Change.Routed.class::isInstance)
        .map(Change.Routed.class::cast)
        .toList();
  }

  /** How {@code question} is answered otherwise; empty when both versions answer alike. */
  public Optional<Change.Routed> route(RouteQuestion question) {
    return routes().stream().filter(r -> r.where().contains(question)).findFirst();
  }

  /**
   * The flow of the new version, with what came, what went and what changed marked. Rows that are
   * gone are drawn where they stood.
   */
  public FlowDrawing drawing() {
    return Drawn.of(this, table(after));
  }

  /** The roles that either version knows. */
  Set<PelaksanaCode> roles() {
    return Compared.roles(before.sop(), after.sop());
  }

  List<Compared> compared() {
    return compared;
  }
}
