package id.sop.timers;

import id.sop.definition.StepId;
import id.sop.journal.CaseId;
import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.time.Instant;
import java.util.List;

/**
 * A rung that could not be told, or a row whose ladder could not be derived.
 *
 * @param code which of these, and whether it is tried again by itself
 * @param caseId the case
 * @param step the row
 * @param visit which time, from 1
 * @param anak which rung of the row; empty when the row itself could not be looked at
 * @param attempts how often it failed
 * @param failedAt when it last did, by the time of the database
 * @param problem the code or the kind of what went wrong
 */
public record Incident(
    TimerCode code,
    CaseId caseId,
    StepId step,
    int visit,
    String anak,
    int attempts,
    Instant failedAt,
    String problem) {
  /** What is wrong, in one sentence. */
  public String text(Language language) {
    return Texts.text(code, language, facts());
  }

  /** What to do about it, in one sentence. */
  public String hint(Language language) {
    return Texts.hint(code, language, facts());
  }

  private List<String> facts() {
    return List.of(caseId.value(), step.value(), anak, Integer.toString(attempts), problem);
  }
}
