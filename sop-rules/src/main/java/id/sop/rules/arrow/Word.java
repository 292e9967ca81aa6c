package id.sop.rules.arrow;

import id.sop.rules.sheet.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A word, sign or quoted text of a cell.
 *
 * @param kind which
 * @param text the word as it stands; of a quoted text its content
 * @param from the first character
 * @param to after the last character
 */
record Word(Kind kind, String text, int from, int to) {
  enum Kind {
    WORD,
    QUOTED,
    SIGN,
    END
  }

  // Longer ones first.
  private static final List<String> SIGNS =
      List.of(
          "==", "!=", "<>", "<=", ">=", "=<", "=>", "=", "<", ">", "≠", "≤", "≥", "(", ")", ",",
          ";", ":");

  /** The words of a cell, the last one an {@link Kind#END}; a line break counts as a semicolon. */
  static List<Word> of(Cell cell) {
    String text = cell.text();
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int from = at;
      Optional<String> sign = SIGNS.stream().filter(s -> text.startsWith(s, from)).findFirst();
      int close = isQuote(c) ? closing(text, at) : -1;
      if (c == '\n' || c == '\r') {
        at++;
        addBreak(words, from);
      } else if (isSpace(c)) {
        at++;
      } else if (close > 0) {
        at = close + 1;
        words.add(new Word(Kind.QUOTED, text.substring(from + 1, close), from, at));
      } else if (sign.isPresent()) {
        at += sign.get().length();
        words.add(new Word(Kind.SIGN, sign.get(), from, at));
      } else {
        while (at < text.length() && !endsWord(text, at)) {
          at++;
        }
        words.add(new Word(Kind.WORD, text.substring(from, at), from, at));
      }
    }
    while (!words.isEmpty() && words.get(words.size() - 1).isSign(";")) {
      words.remove(words.size() - 1);
    }
    words.add(new Word(Kind.END, "", text.stripTrailing().length(), text.length()));
    return List.copyOf(words);
  }

  private static void addBreak(List<Word> words, int from) {
    if (!words.isEmpty() && !words.get(words.size() - 1).isSign(";")) {
      words.add(new Word(Kind.SIGN, ";", from, from + 1));
    }
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”';
  }

  private static int closing(String text, int open) {
    for (int i = open + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (isQuote(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean endsWord(String text, int at) {
    char c = text.charAt(at);
    return isSpace(c) || isQuote(c) || SIGNS.stream().anyMatch(s -> text.startsWith(s, at));
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** Whether this is one of {@code words}, in any case. */
  boolean is(String... words) {
    return kind == Kind.WORD && List.of(words).contains(text.toLowerCase(Locale.ROOT));
  }

  boolean isText() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  /** As it is shown to an author. */
  String shown() {
    return kind == Kind.END ? "akhir sel" : text;
  }
}
