package id.sop.casework;

import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import java.util.List;

/**
 * What a command did.
 *
 * @param caseId the case
 * @param seq the number of the last entry that it recorded
 * @param head the digest of that entry
 * @param events what was recorded, in order
 * @param open the rows that were open afterwards, in row order
 * @param status what had become of the case
 */
public record Receipt(
    CaseId caseId,
    long seq,
    String head,
    List<CaseEvent> events,
    List<OpenRow> open,
    CaseStatus status) {
  public Receipt {
    events = List.copyOf(events);
    open = List.copyOf(open);
  }
}
