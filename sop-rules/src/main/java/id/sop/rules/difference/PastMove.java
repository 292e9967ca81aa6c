package id.sop.rules.difference;

import id.sop.definition.Label;
import id.sop.definition.StepId;
import id.sop.routing.RouteAnswer;
import java.util.Optional;

/**
 * A move of a case that the new version would have answered otherwise.
 *
 * @param seq the number of the entry that records it
 * @param from the row completed; empty for the start
 * @param label the label decided; empty when the row decides nothing
 * @param before the old answer, which was followed
 * @param after the new one
 */
public record PastMove(
    long seq,
    Optional<StepId> from,
    Optional<Label> label,
    RouteAnswer before,
    RouteAnswer after) {}
