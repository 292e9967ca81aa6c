package id.sop.rules.dialect;

/**
 * A word, text, number or sign of a rule file.
 *
 * @param kind which
 * @param text for a text its content, else the characters as they stand
 * @param from the first character
 * @param to after the last character
 */
record Token(Kind kind, String text, int from, int to) {
  /** The text of the end of a file whose rest is lost in a comment. */
  static final String CUT = "/*";

  private static final int MAX_SHOWN = 60;

  enum Kind {
    WORD,
    TEXT,
    NUMBER,
    SIGN,
    /** What is wrong with it is told already: nobody needs to complain again. */
    BAD,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** Whether what is wrong here is told already. */
  boolean isTold() {
    return kind == Kind.BAD || isCut();
  }

  boolean isCut() {
    return kind == Kind.END && text.equals(CUT);
  }

  /** Whether it can be the name of a rule; one that is not closed can. */
  boolean isName() {
    return kind == Kind.TEXT || kind == Kind.BAD;
  }

  /** As it is shown to an author, shortened. */
  String shown() {
    return switch (kind) {
      case TEXT, BAD -> '"' + shortened(text) + '"';
      case END -> "akhir berkas";
      case WORD, NUMBER, SIGN -> shortened(text);
    };
  }

  /** {@code text} without what does not show, and not longer than a line bears. */
  static String shortened(String text) {
    if (text.length() <= MAX_SHOWN) {
      return Characters.visible(text);
    }
    int end = text.offsetByCodePoints(0, text.codePointCount(0, MAX_SHOWN) - 3);
    return Characters.visible(text.substring(0, end)) + "...";
  }
}
