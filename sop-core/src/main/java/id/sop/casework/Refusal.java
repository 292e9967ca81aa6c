package id.sop.casework;

import id.sop.problem.Code;
import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.util.List;

/**
 * Why a command was not carried out. Nothing was recorded.
 *
 * @param code the stable code
 * @param facts what the texts name, in the order of their placeholders
 */
public record Refusal(Code code, List<String> facts) {
  public Refusal {
    facts = List.copyOf(facts);
  }

  public static Refusal of(Code code, String... facts) {
    return new Refusal(code, List.of(facts));
  }

  /** What is wrong, in one sentence. */
  public String text(Language language) {
    return Texts.text(code, language, facts);
  }

  /** The way out, in one sentence. */
  public String hint(Language language) {
    return Texts.hint(code, language, facts);
  }

  @Override
  public String toString() {
    return code.id() + " " + text(Language.ID) + " " + hint(Language.ID);
  }
}
