package id.sop.rules.dialect;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a rule file into tokens. Every character belongs to a token, a comment or white space, or it
 * is refused where it stands: nothing is dropped. After a mistake it goes on with what was meant
 * where that is plain, and with a {@link Token.Kind#BAD} token where it is not.
 */
final class Tokenizer {
  static final int MAX_CHARACTERS = 1_000_000;
  static final int MAX_TOKENS = 200_000;
  static final int MAX_WORD = 100;
  static final int MAX_TEXT = 500;
  private static final int MAX_BEFORE_NAME = 8;
  // The wrong ones are told whole, with the right one beside them.
  private static final List<String> LONG_SIGNS =
      List.of("===", "!==", "==", "!=", "<=", ">=", "&&", "||", "=<", "=>", "<>", ":=", "=!");
  // Before a text none of them can stand, but a text can end with them.
  private static final List<String> SENTENCE_ENDS = List.of(".", ")", "?", "!", ":", "%");

  private final Source source;
  private final String text;
  private final Refusals refusals;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean isCut;

  private Tokenizer(Refusals refusals) {
    this.source = refusals.source();
    this.text = source.text();
    this.refusals = refusals;
  }

  /**
   * The tokens, the last one an {@link Token.Kind#END}; none when the file is too large to be read.
   */
  static List<Token> tokens(Refusals refusals) {
    Tokenizer tokenizer = new Tokenizer(refusals);
    boolean isRead = tokenizer.run();
    refusals.leave();
    return isRead ? List.copyOf(tokenizer.tokens) : List.of();
  }

  private boolean run() {
    if (text.length() > MAX_CHARACTERS) {
      refusals.tell(0, DialectCode.TOO_LARGE, Integer.toString(MAX_CHARACTERS));
      return false;
    }
    at = text.startsWith("\uFEFF") ? 1 : 0;
    while (at < text.length()) {
      next();
      if (tokens.size() >= MAX_TOKENS) {
        refusals.leave();
        refusals.tell(at, DialectCode.TOO_MANY_WORDS, Integer.toString(MAX_TOKENS));
        return false;
      }
    }
    tokens.add(new Token(Token.Kind.END, isCut ? Token.CUT : "", at, at));
    return true;
  }

  private void next() {
    int c = text.codePointAt(at);
    if (c == '\r' && !text.startsWith("\r\n", at)) {
      // Some editors show the line that it begins, and others do not.
      hidden(c);
    } else if (Characters.isSpace(c)) {
      at++;
    } else if (Characters.isHidden(c)) {
      hidden(c);
    } else if (Characters.isSpecialSpace(c)) {
      refusals.tellAnywhere(at, DialectCode.SPECIAL_SPACE, Characters.name(c));
      at += Character.charCount(c);
    } else if (text.startsWith("//", at)) {
      comment(source.lineEnd(at));
    } else if (text.startsWith("/*", at)) {
      block();
    } else if (c == '"' || Characters.isOtherQuote(c)) {
      quote(c);
    } else if (text.startsWith("\\u", at)) {
      refusals.tellAnywhere(at, DialectCode.UNICODE_ESCAPE);
      int from = at;
      at = wordEnd(at + 2);
      add(Token.Kind.BAD, from);
    } else if (Characters.isDigit(c)) {
      number();
    } else if (Characters.isWordStart(c)) {
      word();
    } else {
      sign();
    }
  }

  private void add(Token.Kind kind, int from) {
    tokens.add(new Token(kind, text.substring(from, at), from, at));
  }

  private void hidden(int c) {
    refusals.tellAnywhere(at, DialectCode.FORBIDDEN_CHARACTER, Characters.name(c));
    at += Character.charCount(c);
  }

  private void block() {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      refusals.tellAnywhere(at, DialectCode.UNTERMINATED_COMMENT);
      at = text.length();
      isCut = true;
    } else {
      comment(end + 2);
    }
  }

  /** A comment up to {@code end}: free but for what a reader of it cannot see. */
  private void comment(int end) {
    while (at < end) {
      int c = text.codePointAt(at);
      if (text.startsWith("\\u", at)) {
        refusals.tellAnywhere(at, DialectCode.UNICODE_ESCAPE);
      }
      if (Characters.isHidden(c) || (c == '\r' && !text.startsWith("\r\n", at))) {
        hidden(c);
      } else {
        at += Character.charCount(c);
      }
    }
  }

  // Texts

  private void quote(int c) {
    if (last().isWord(Keywords.RULE) || Keywords.isSlipOf(Keywords.RULE, last())) {
      enter(at);
    }
    if (c == '"' && closesUnopened()) {
      unopened();
    } else if (c == '"' && text.startsWith("\"\"", at) && startsWord(at + 2)) {
      refusals.tellAnywhere(at, DialectCode.EXTRA_QUOTE);
      at++;
    } else if (c == '"') {
      text();
    } else {
      otherQuote();
    }
  }

  private Token last() {
    return tokens.isEmpty() ? new Token(Token.Kind.END, "", 0, 0) : tokens.get(tokens.size() - 1);
  }

  private boolean startsWord(int offset) {
    return offset < text.length() && Characters.isWordPart(text.codePointAt(offset));
  }

  /** What follows is about the rule whose name begins with the quotation mark at {@code from}. */
  private void enter(int from) {
    int start = text.startsWith("\"\"", from) && startsWord(from + 2) ? from + 1 : from;
    int end = start + 1;
    boolean isOther = text.charAt(start) != '"';
    int limit = textEnd(start);
    while (end < limit && !(isOther && Characters.isOtherQuote(text.charAt(end)))) {
      end++;
    }
    boolean isClosed = end < text.length() && text.charAt(end) == '"';
    if (!isClosed && end > start + 1 && Characters.isOtherQuote(text.charAt(end - 1))) {
      end--;
    }
    refusals.enter(new Token(Token.Kind.TEXT, text.substring(start + 1, end), start, end));
  }

  /** The closing quotation mark of the text that begins at {@code from}, or the line's end. */
  private int textEnd(int from) {
    int i = from + 1;
    while (i < text.length() && "\"\n\r".indexOf(text.charAt(i)) < 0) {
      boolean isEscape = text.charAt(i) == '\\' && i + 1 < text.length();
      i += isEscape && "\n\r".indexOf(text.charAt(i + 1)) < 0 ? 2 : 1;
    }
    return i;
  }

  private void text() {
    int from = at;
    int end = textEnd(from);
    boolean isClosed = end < text.length() && text.charAt(end) == '"';
    if (!isClosed || startsWord(end + 1)) {
      open(from, isClosed);
      return;
    }
    boolean isSound = isSoundText(from, end);
    at = end + 1;
    tokens.add(new Token(isSound ? Token.Kind.TEXT : Token.Kind.BAD, content(from, end), from, at));
  }

  private String content(int from, int end) {
    StringBuilder content = new StringBuilder();
    for (int i = from + 1; i < end; i++) {
      boolean isEscaped = text.charAt(i) == '\\' && i + 1 < end;
      content.append(text.charAt(isEscaped ? ++i : i));
    }
    return content.toString();
  }

  /** Tells the first thing that is wrong inside a text. */
  private boolean isSoundText(int from, int end) {
    boolean isEscaped = false;
    for (int i = from + 1; i < end; i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if (Characters.isHidden(c)) {
        refusals.tellAnywhere(i, DialectCode.FORBIDDEN_CHARACTER, Characters.name(c));
        return false;
      }
      if (text.startsWith("\\u", i)) {
        refusals.tellAnywhere(i, DialectCode.UNICODE_ESCAPE);
        return false;
      }
      if (isEscaped && c != '"' && c != '\\') {
        refusals.tellAnywhere(i - 1, DialectCode.UNKNOWN_ESCAPE);
        return false;
      }
      isEscaped = c == '\\' && !isEscaped;
    }
    if (end - from - 1 > MAX_TEXT) {
      refusals.tellAnywhere(from, DialectCode.TEXT_TOO_LONG, Integer.toString(MAX_TEXT));
      return false;
    }
    return true;
  }

  /** A text that does not end, or ends in the middle of another: looks for what is wrong. */
  private void open(int from, boolean isClosed) {
    int end = source.lineEnd(from);
    int closing = otherClosing(from, end);
    boolean follows = last().is(Token.Kind.TEXT) && last().to() == from;
    if (follows) {
      refusals.tellAnywhere(from, DialectCode.EXTRA_QUOTE);
      at = from + 1;
    } else if (closing < end) {
      wrongQuote(closing);
      at = closing + 1;
      tokens.add(new Token(Token.Kind.TEXT, content(from, closing), from, at));
    } else if (!isClosed && text.substring(from, end).chars().noneMatch(Characters::isWordPart)) {
      refusals.tellAnywhere(from, DialectCode.EXTRA_QUOTE);
      at = from + 1;
    } else {
      refusals.tellAnywhere(from, DialectCode.UNTERMINATED_TEXT);
      at = end;
      tokens.add(new Token(Token.Kind.BAD, content(from, textEnd(from)), from, at));
    }
  }

  /** A mark of another kind that was meant to close the text: nothing follows but signs. */
  private int otherClosing(int from, int end) {
    int mark = end;
    for (int i = from + 1; i < end && text.charAt(i) != '"'; i++) {
      char c = text.charAt(i);
      if (Characters.isOtherQuote(c)) {
        mark = i;
      } else if (mark < end && ",);.".indexOf(c) >= 0) {
        return mark;
      } else if (c != ' ') {
        mark = end;
      }
    }
    return mark;
  }

  private void wrongQuote(int offset) {
    refusals.tellAnywhere(offset, DialectCode.WRONG_QUOTE, text.substring(offset, offset + 1));
  }

  /** A text between marks of another kind. */
  private void otherQuote() {
    int from = at;
    wrongQuote(from);
    int end = source.lineEnd(from);
    at = from + 1;
    while (at < end && text.charAt(at) != '"' && !Characters.isOtherQuote(text.charAt(at))) {
      at++;
    }
    boolean isClosed = at < end;
    String content = text.substring(from + 1, at);
    at = isClosed ? at + 1 : end;
    tokens.add(new Token(isClosed ? Token.Kind.TEXT : Token.Kind.BAD, content, from, at));
  }

  /** Whether a text ends here that began without its quotation mark, such as {@code KABAG")}. */
  private boolean closesUnopened() {
    Token last = last();
    boolean isWord = last.is(Token.Kind.WORD) || last.is(Token.Kind.NUMBER);
    boolean isPoint = last.is(Token.Kind.SIGN) && SENTENCE_ENDS.contains(last.text());
    return last.to() == at && !startsWord(at + 1) && (isWord || isPoint) && isInside(last);
  }

  /** Whether {@code token} can be a part of a text that was not opened on this line. */
  private boolean isInside(Token token) {
    boolean isOfTexts =
        token.is(Token.Kind.TEXT)
            || token.is(Token.Kind.BAD)
            || token.isWord(Keywords.RULE)
            || token.isSign("(")
            || LONG_SIGNS.contains(token.text())
            || Relation.Op.of(token.text()).isPresent();
    return !isOfTexts && source.line(token.from()) == source.line(at);
  }

  /** Takes the words back to where the text must have begun, and makes it one. */
  private void unopened() {
    int first = tokens.size() - 1;
    while (first > 0 && isInside(tokens.get(first - 1))) {
      first--;
    }
    while (tokens.get(first).isSign(",")) {
      first++;
    }
    int from = tokens.get(first).from();
    String content = text.substring(from, at);
    boolean isName = first > 0 && tokens.get(first - 1).isWord(Keywords.RULE);
    Token meant = new Token(Token.Kind.TEXT, content, from, ++at);
    if (isName) {
      refusals.enter(meant);
    }
    refusals.tellAnywhere(from, DialectCode.UNOPENED_TEXT, meant.shown());
    tokens.subList(first, tokens.size()).clear();
    tokens.add(meant);
  }

  // Words, numbers, signs

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && Characters.isWordPart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private void word() {
    int from = at;
    int errors = refusals.errors();
    at = wordEnd(at);
    if (text.substring(from, at).equals(Keywords.RULE)) {
      enterAhead();
    }
    while (at < text.length() && Characters.isHidden(text.codePointAt(at))) {
      hidden(text.codePointAt(at));
      at = wordEnd(at);
    }
    boolean isSound = errors == refusals.errors() && isSoundWord(from);
    if (at - from == Keywords.END.length() && text.startsWith(Keywords.END, from)) {
      refusals.leave();
    }
    add(isSound ? Token.Kind.WORD : Token.Kind.BAD, from);
  }

  /** Looks for the name, so that what stands before it is told of its rule already. */
  private void enterAhead() {
    int end = Math.min(at + MAX_BEFORE_NAME, text.length());
    for (int i = at; i < end && !Characters.isWordPart(text.codePointAt(i)); i++) {
      if (text.charAt(i) == '"') {
        enter(i);
        return;
      }
    }
  }

  private boolean isSoundWord(int from) {
    if (isTooLong(from)) {
      return false;
    }
    for (int i = from; i < at; i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if (Characters.isForeignLetter(c)) {
        String letter = Character.toString(c);
        String word = Token.shortened(text.substring(from, at));
        refusals.tellAnywhere(i, DialectCode.FOREIGN_LETTER, letter, Characters.name(c), word);
        return false;
      }
    }
    return true;
  }

  private boolean isTooLong(int from) {
    boolean isTooLong = at - from > MAX_WORD;
    if (isTooLong) {
      refusals.tellAnywhere(from, DialectCode.WORD_TOO_LONG, Integer.toString(MAX_WORD));
    }
    return isTooLong;
  }

  /** A number, also as people write it, such as 1.000.000 or 2026-01-31: it is told as a whole. */
  private void number() {
    int from = at;
    at = wordEnd(at);
    while (at + 1 < text.length()
        && ".-/".indexOf(text.charAt(at)) >= 0
        && Characters.isDigit(text.charAt(at + 1))) {
      at = wordEnd(at + 1);
    }
    add(isTooLong(from) ? Token.Kind.BAD : Token.Kind.NUMBER, from);
  }

  private void sign() {
    int from = at;
    int length =
        LONG_SIGNS.stream()
            .filter(s -> text.startsWith(s, from))
            .findFirst()
            .map(String::length)
            .orElseGet(() -> Character.charCount(text.codePointAt(from)));
    at += length;
    add(Token.Kind.SIGN, from);
  }
}
