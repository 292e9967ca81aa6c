package id.sop.rules.difference;

import id.sop.definition.StepId;
import id.sop.journal.CaseId;
import java.util.List;

/**
 * A running case that would go, or would have gone, another way on the new version.
 *
 * @param caseId the case
 * @param open its open rows
 * @param past the moves that it would not have made, oldest first
 * @param future the changes that it can still meet, as far as both versions lead the same way until
 *     then; rather one too many than one too few
 */
public record TouchedCase(
    CaseId caseId, List<StepId> open, List<PastMove> past, List<Change.Routed> future) {
  public TouchedCase {
    open = List.copyOf(open);
    past = List.copyOf(past);
    future = List.copyOf(future);
  }
}
