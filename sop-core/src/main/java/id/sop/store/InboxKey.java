package id.sop.store;

import com.google.common.collect.ComparisonChain;
import id.sop.definition.StepId;
import id.sop.journal.CaseId;
import java.time.Instant;
import java.util.Optional;

/**
 * The place of an open row in the order of an inbox: by due time (the not assessable last), case,
 * row and visit. The next page begins after the key of the last row shown, whatever was opened or
 * done in between.
 *
 * @param dueAt the last moment that is not late; empty when not assessable
 * @param caseId the case
 * @param step the row
 * @param visit which time, from 1
 */
public record InboxKey(Optional<Instant> dueAt, CaseId caseId, StepId step, int visit)
    implements Comparable<InboxKey> {
  /** The key of {@code row}. */
  public static InboxKey of(OpenCaseRow row) {
    return new InboxKey(row.dueAt(), row.caseId(), row.step(), row.visit());
  }

  @Override
  public int compareTo(InboxKey other) {
    return ComparisonChain.start()
        .compare(dueAt.orElse(Instant.MAX), other.dueAt.orElse(Instant.MAX))
        .compare(caseId, other.caseId)
        .compare(step, other.step)
        .compare(visit, other.visit)
        .result();
  }
}
