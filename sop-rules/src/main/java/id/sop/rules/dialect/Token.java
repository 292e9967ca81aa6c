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
  enum Kind {
    WORD,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  boolean is(Kind other, String word) {
    return kind == other && text.equals(word);
  }

  boolean isWord(String word) {
    return is(Kind.WORD, word);
  }

  boolean isSign(String sign) {
    return is(Kind.SIGN, sign);
  }

  /** As it is shown to an author, shortened. */
  String shown() {
    String plain =
        switch (kind) {
          case TEXT -> '"' + text + '"';
          case END -> "akhir berkas";
          case WORD, NUMBER, SIGN -> text;
        };
    return plain.length() <= 60 ? plain : plain.substring(0, 57) + "...";
  }
}
