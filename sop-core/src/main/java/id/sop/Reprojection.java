package id.sop;

import id.sop.journal.CaseId;
import id.sop.problem.Code;
import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.util.List;

/**
 * What came of computing the due times of all open rows anew.
 *
 * @param rows how many rows were open
 * @param read how many cases had to be read, because a change of the calendar can have touched them
 * @param moved how many due times moved
 * @param failures the cases that could not be computed; nothing of them was changed
 */
public record Reprojection(int rows, int read, int moved, List<Failure> failures) {
  public Reprojection {
    failures = List.copyOf(failures);
  }

  /**
   * A case that could not be computed.
   *
   * @param caseId the case
   * @param code why, as a code
   * @param facts what the texts name
   */
  public record Failure(CaseId caseId, Code code, List<String> facts) {
    public Failure {
      facts = List.copyOf(facts);
    }

    /** Why, in one sentence. */
    public String text(Language language) {
      return Texts.text(code, language, facts);
    }

    /** The way out. */
    public String hint(Language language) {
      return Texts.hint(code, language, facts);
    }
  }
}
