package id.sop.casework;

import id.sop.journal.CaseId;
import id.sop.problem.SopException;

/** An entry of a journal cannot follow the ones before it: the record was changed or damaged. */
public final class BrokenJournalException extends SopException {
  private static final long serialVersionUID = 1L;

  BrokenJournalException(CaseId caseId, long seq, String why) {
    super(CaseworkCode.JOURNAL_BROKEN, caseId.value(), Long.toString(seq), why);
  }
}
