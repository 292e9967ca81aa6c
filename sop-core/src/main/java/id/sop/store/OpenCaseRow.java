package id.sop.store;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.journal.CaseId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An open row as an inbox shows it.
 *
 * @param caseId the case
 * @param sop the SOP that it follows
 * @param step the row
 * @param visit which time, from 1
 * @param by who is to do it
 * @param openedAt since when
 * @param dueAt the last moment that is not late; empty when not assessable
 * @param claimedBy the person who has taken it upon himself, by the host's id of him; empty while
 *     nobody has
 */
public record OpenCaseRow(
    CaseId caseId,
    SopId sop,
    StepId step,
    int visit,
    List<PelaksanaCode> by,
    Instant openedAt,
    Optional<Instant> dueAt,
    Optional<String> claimedBy) {
  /** By due time (the not assessable last), case, row and visit: the order of an inbox. */
  public static final Comparator<OpenCaseRow> BY_DUE = OpenCaseRow::compareByDue;

  public OpenCaseRow {
    by = List.copyOf(by);
  }

  private static int compareByDue(OpenCaseRow one, OpenCaseRow other) {
    return InboxKey.of(one).compareTo(InboxKey.of(other));
  }
}
