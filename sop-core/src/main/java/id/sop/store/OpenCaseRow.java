package id.sop.store;

import com.google.common.collect.ComparisonChain;
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
 */
public record OpenCaseRow(
    CaseId caseId,
    SopId sop,
    StepId step,
    int visit,
    List<PelaksanaCode> by,
    Instant openedAt,
    Optional<Instant> dueAt) {
  /** By due time (the not assessable last), case, row and visit: the order of an inbox. */
  public static final Comparator<OpenCaseRow> BY_DUE = OpenCaseRow::compareByDue;

  public OpenCaseRow {
    by = List.copyOf(by);
  }

  private static int compareByDue(OpenCaseRow one, OpenCaseRow other) {
    return ComparisonChain.start()
        .compare(one.dueAt.orElse(Instant.MAX), other.dueAt.orElse(Instant.MAX))
        .compare(one.caseId, other.caseId)
        .compare(one.step, other.step)
        .compare(one.visit, other.visit)
        .result();
  }
}
