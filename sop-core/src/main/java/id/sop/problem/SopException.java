package id.sop.problem;

import java.util.List;

/**
 * What a programmer, a file or a database caused. What an official can cause is a refusal, never an
 * exception. The message is English: the code, what is wrong, what to do next.
 */
public class SopException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Code code;
  private final transient List<String> facts;

  /** An exception with the texts of {@code code} over {@code facts}. */
  public SopException(Code code, String... facts) {
    super(message(code, List.of(facts)));
    this.code = code;
    this.facts = List.of(facts);
  }

  /** The same, caused by something below. */
  public SopException(Code code, Throwable cause, String... facts) {
    super(message(code, List.of(facts)), cause);
    this.code = code;
    this.facts = List.of(facts);
  }

  private static String message(Code code, List<String> facts) {
    return code.id()
        + ": "
        + Texts.text(code, Language.EN, facts)
        + " "
        + Texts.hint(code, Language.EN, facts);
  }

  /** The stable code. */
  public final Code code() {
    return code;
  }

  /** What the texts name, in the order of their placeholders. */
  public final List<String> facts() {
    return facts;
  }

  /** What is wrong, in the given language. */
  public final String text(Language language) {
    return Texts.text(code, language, facts);
  }

  /** What to do next, in the given language. */
  public final String hint(Language language) {
    return Texts.hint(code, language, facts);
  }
}
