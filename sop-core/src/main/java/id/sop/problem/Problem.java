package id.sop.problem;

import com.google.common.collect.ComparisonChain;
import java.util.Comparator;
import java.util.List;

/**
 * One thing wrong with what an author wrote.
 *
 * @param code what kind of problem
 * @param place where it stands
 * @param facts what the texts name, in the order of their placeholders; never a person's name
 */
public record Problem(Code code, Place place, List<String> facts) {
  /** By file, line, column, then code: the order in which problems are printed. */
  public static final Comparator<Problem> IN_FILE_ORDER = Problem::compareInFile;

  public Problem {
    facts = List.copyOf(facts);
  }

  private static int compareInFile(Problem one, Problem other) {
    return ComparisonChain.start()
        .compare(one.place.file(), other.place.file())
        .compare(one.place.line(), other.place.line())
        .compare(one.place.column(), other.place.column())
        .compare(one.code.id(), other.code.id())
        .compare(one.facts.toString(), other.facts.toString())
        .result();
  }

  /** A problem with the given facts. */
  public static Problem at(Place place, Code code, String... facts) {
    return new Problem(code, place, List.of(facts));
  }

  /** How much it weighs. */
  public Severity severity() {
    return code.severity();
  }

  /** What is wrong, in one sentence. */
  public String text(Language language) {
    return Texts.text(code, language, facts);
  }

  /** What to do about it, in one sentence. */
  public String hint(Language language) {
    return Texts.hint(code, language, facts);
  }

  /** {@code file:line:column: CODE text}, in Indonesian. */
  @Override
  public String toString() {
    return place + ": " + code.id() + " " + text(Language.ID);
  }
}
