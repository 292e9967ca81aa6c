package id.sop.rules.dialect;

import id.sop.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a rule file into tokens. Every character belongs to a token, a comment or white space, or it
 * is refused where it stands: nothing is dropped.
 */
final class Tokenizer {
  static final int MAX_CHARACTERS = 1_000_000;
  static final int MAX_TEXT = 500;
  // Letters by their type, but blank on every screen.
  private static final String HANGUL_FILLERS = "\u115F\u1160\u3164\uFFA0";
  private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||");

  private final Source source;
  private final String text;
  private final Problems problems;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokenizer(Source source, Problems problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
  }

  /** The tokens, the last one an {@link Token.Kind#END}; what is wrong goes to {@code problems}. */
  static List<Token> tokens(Source source, Problems problems) {
    Tokenizer tokenizer = new Tokenizer(source, problems);
    if (source.text().length() > MAX_CHARACTERS) {
      tokenizer.refuse(0, DialectCode.TOO_LARGE, Integer.toString(MAX_CHARACTERS));
      return List.of();
    }
    tokenizer.checkCharacters();
    if (!problems.hasErrors()) {
      tokenizer.run();
    }
    return List.copyOf(tokenizer.tokens);
  }

  private void refuse(int offset, DialectCode code, String... facts) {
    problems.add(source.place(offset), code, facts);
  }

  /**
   * Refuses what an editor does not show, and unicode escapes: they mean one thing to this reader
   * and another to a compiler.
   */
  private void checkCharacters() {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u') {
        refuse(i, DialectCode.UNICODE_ESCAPE);
      } else if (isHidden(c) && !(i == 0 && c == '\uFEFF')) {
        refuse(i, DialectCode.FORBIDDEN_CHARACTER, String.format(Locale.ROOT, "U+%04X", c));
      }
    }
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    boolean whiteSpace = c == '\t' || c == '\n' || c == '\r';
    return (type == Character.CONTROL && !whiteSpace)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || HANGUL_FILLERS.indexOf(c) >= 0;
  }

  private void run() {
    if (text.startsWith("\uFEFF")) {
      at = 1;
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else if (text.startsWith("//", at)) {
        skipLine();
      } else if (text.startsWith("/*", at)) {
        skipBlock();
      } else if (c == '"') {
        text();
      } else if (isDigit(c)) {
        number();
      } else if (isWordStart(c)) {
        word();
      } else {
        sign();
      }
    }
    tokens.add(new Token(Token.Kind.END, "", at, at));
  }

  private void add(Token.Kind kind, int from) {
    tokens.add(new Token(kind, text.substring(from, at), from, at));
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
  }

  private void skipBlock() {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      refuse(at, DialectCode.UNTERMINATED_COMMENT);
      at = text.length();
    } else {
      at = end + 2;
    }
  }

  private void text() {
    int from = at++;
    StringBuilder content = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        break;
      }
      if (c == '\\') {
        at++;
        if (at >= text.length() || (text.charAt(at) != '"' && text.charAt(at) != '\\')) {
          refuse(at - 1, DialectCode.UNKNOWN_ESCAPE);
          continue;
        }
      }
      content.append(text.charAt(at++));
    }
    if (at >= text.length() || text.charAt(at) != '"') {
      refuse(from, DialectCode.UNTERMINATED_TEXT);
    } else {
      at++;
    }
    if (content.length() > MAX_TEXT) {
      refuse(from, DialectCode.TEXT_TOO_LONG, Integer.toString(MAX_TEXT));
    }
    tokens.add(new Token(Token.Kind.TEXT, content.toString(), from, at));
  }

  private void number() {
    int from = at;
    while (at < text.length() && (isWordStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    add(Token.Kind.NUMBER, from);
  }

  private void word() {
    int from = at;
    while (at < text.length() && (isWordStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    add(Token.Kind.WORD, from);
  }

  private void sign() {
    int from = at;
    boolean isLong = LONG_SIGNS.stream().anyMatch(s -> text.startsWith(s, from));
    at += isLong ? 2 : Character.charCount(text.codePointAt(at));
    add(Token.Kind.SIGN, from);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return c == '_' || c == '$' || Character.isLetter(c);
  }
}
