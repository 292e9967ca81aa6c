package id.sop.outbox;

import id.sop.journal.CaseId;
import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.time.Instant;
import java.util.List;

/**
 * A case of which the next event could not be sent. It is tried again by itself.
 *
 * @param code why
 * @param caseId the case
 * @param seq the number of the entry that is not sent; those behind it wait
 * @param attempts how often it was tried
 * @param failedAt when it last failed, by the time of the database
 * @param problem the code or the kind of what went wrong
 */
public record Stuck(
    OutboxCode code, CaseId caseId, long seq, int attempts, Instant failedAt, String problem) {
  /** What is wrong, in one sentence. */
  public String text(Language language) {
    return Texts.text(code, language, facts());
  }

  /** What to do about it, in one sentence. */
  public String hint(Language language) {
    return Texts.hint(code, language, facts());
  }

  private List<String> facts() {
    return List.of(caseId.value(), Long.toString(seq), Integer.toString(attempts), problem);
  }
}
