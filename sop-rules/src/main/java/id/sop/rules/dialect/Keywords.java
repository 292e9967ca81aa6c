package id.sop.rules.dialect;

import com.google.common.collect.ImmutableMap;
import id.sop.problem.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an author meant by a word or sign that is not of the dialect. */
final class Keywords {
  static final String RULE = "rule";
  static final String WHEN = "when";
  static final String THEN = "then";
  static final String END = "end";
  static final String NOT = "not";
  static final String RUTE = "rute";

  private static final List<String> ALL = List.of(RULE, WHEN, THEN, END, NOT, RUTE);
  private static final List<String> JOINING = List.of("dan", "atau", "and", "or", "&", "|");
  private static final int MAX_KNOWN = 12;
  // No keyword, and nothing that is written for one, is longer.
  private static final int MAX_SLIP = 12;

  /** Indonesian words, words of other languages, and signs as paper has them. */
  private static final ImmutableMap<String, String> MEANT =
      ImmutableMap.<String, String>builder()
          .put("aturan", RULE)
          .put("jika", WHEN)
          .put("bila", WHEN)
          .put("apabila", WHEN)
          .put("ketika", WHEN)
          .put("kalau", WHEN)
          .put("if", WHEN)
          .put("maka", THEN)
          .put("lalu", THEN)
          .put("akhir", END)
          .put("tamat", END)
          .put("selesai", END)
          .put("tidak", NOT)
          .put("bukan", NOT)
          .put("jalur", RUTE)
          .put("paket", "package")
          .put("impor", "import")
          .put("dan", "&&")
          .put("and", "&&")
          .put("&", "&&")
          .put("atau", "||")
          .put("or", "||")
          .put("|", "||")
          .put("=", "==")
          .put("===", "==")
          .put(":=", "==")
          .put(":", "==")
          .put("adalah", "==")
          .put("sama", "==")
          .put("ialah", "==")
          .put("is", "==")
          .put("<>", "!=")
          .put("!==", "!=")
          .put("=!", "!=")
          .put("!", "!=")
          .put("\u2260", "!=")
          .put("=>", ">=")
          .put("\u2265", ">=")
          .put("=<", "<=")
          .put("\u2264", "<=")
          .put("dalam", "in")
          .put("antara", "in")
          .build();

  private Keywords() {}

  /** The one of {@code known} that {@code word} stands for: by its meaning, or by a slip. */
  static Optional<String> meant(String word, Collection<String> known) {
    String shortened = Token.shortened(word);
    return Optional.ofNullable(MEANT.get(word.toLowerCase(Locale.ROOT)))
        .filter(known::contains)
        .or(() -> Suggestion.nearest(shortened, known));
  }

  /** Whether {@code token} stands where {@code &&} or {@code ||} was meant. */
  static boolean joins(Token token) {
    boolean isPlain = token.is(Token.Kind.WORD) || token.is(Token.Kind.SIGN);
    return isPlain && JOINING.contains(token.text());
  }

  /** Whether {@code token} is a word that is not {@code keyword}, but was meant to be. */
  static boolean isSlipOf(String keyword, Token token) {
    return (token.is(Token.Kind.WORD) || token.is(Token.Kind.BAD))
        && token.text().length() <= MAX_SLIP
        && !ALL.contains(token.text())
        && Fact.of(token.text()).isEmpty()
        && meant(token.text(), ALL).equals(Optional.of(keyword));
  }

  /**
   * What to write instead of {@code word}: the nearest of {@code known}, or else which there are.
   */
  static String instead(String word, Collection<String> known) {
    return meant(word, known).orElseGet(() -> listed(known));
  }

  private static String listed(Collection<String> known) {
    String first = String.join(", ", known.stream().limit(MAX_KNOWN).toList());
    return known.size() <= MAX_KNOWN ? first : first + ", ...";
  }
}
