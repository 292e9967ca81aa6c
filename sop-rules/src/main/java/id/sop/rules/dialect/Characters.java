package id.sop.rules.dialect;

import java.util.Locale;

/** Which characters may stand in a rule file, and where. */
final class Characters {
  // Letters by their type, but blank on every screen.
  private static final String HANGUL_FILLERS = "\u115F\u1160\u3164\uFFA0";
  private static final String OTHER_QUOTES =
      "'`\u00B4\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2032\u2033\u00AB\u00BB\uFF02";

  private Characters() {}

  /**
   * Whether {@code c} does not show, or makes others show elsewhere than they stand. A carriage
   * return counts only where no line feed follows: see {@link Tokenizer}.
   */
  static boolean isHidden(int c) {
    int type = Character.getType(c);
    boolean whiteSpace = c == '\t' || c == '\n' || c == '\r';
    return (type == Character.CONTROL && !whiteSpace)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || isNoCharacter(c)
        || HANGUL_FILLERS.indexOf(c) >= 0;
  }

  /** Code points that Unicode keeps free for ever; others that are free today may get a letter. */
  private static boolean isNoCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  /** White space of the dialect. */
  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** A space that looks like any other but is none to a reader of rules. */
  static boolean isSpecialSpace(int c) {
    return c != ' ' && Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Whether a word may begin with {@code c}; letters beyond a to z are told later. */
  static boolean isWordStart(int c) {
    return c == '_' || c == '$' || Character.isLetter(c);
  }

  /** Whether {@code c} goes on a word. */
  static boolean isWordPart(int c) {
    return isWordStart(c) || isDigit(c);
  }

  static boolean isForeignLetter(int c) {
    return c > 127 && Character.isLetter(c);
  }

  /** A quotation mark, but not the one of the dialect. */
  static boolean isOtherQuote(int c) {
    return OTHER_QUOTES.indexOf(c) >= 0;
  }

  /** The name of a character that cannot be shown, such as {@code U+202E}. */
  static String name(int c) {
    return String.format(Locale.ROOT, "U+%04X", c);
  }

  /** {@code text} with what does not show replaced: a message must not carry it on. */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints().map(c -> isHidden(c) ? '\uFFFD' : c).forEach(visible::appendCodePoint);
    return visible.toString();
  }
}
