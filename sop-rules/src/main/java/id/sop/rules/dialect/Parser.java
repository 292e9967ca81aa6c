package id.sop.rules.dialect;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the grammar of a rule file, by hand and without recursion: what it does not name, it
 * refuses. After a mistake it goes on at the next part of the rule, so that one mistake hides
 * neither the other parts nor the other rules. Each step takes a token, and none is looked at
 * twice.
 */
final class Parser {
  static final int MAX_RULES = 2_000;
  // Drools reads an expression by recursion: one of thousands of parts overflows its stack.
  static final int MAX_PARTS = 200;

  private static final Pattern PARAMETER = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

  private final Refusals refusals;
  private final List<Token> tokens;
  private final List<Raw.Rule> rules = new ArrayList<>();
  private int next;
  private int parts;

  private Parser(Refusals refusals, List<Token> tokens) {
    this.refusals = refusals;
    this.tokens = tokens;
  }

  /**
   * The rules; what is wrong goes to {@code refusals}.
   *
   * @param packageName what the file must name as its package; empty when that cannot be judged
   */
  static List<Raw.Rule> rules(List<Token> tokens, Optional<String> packageName, Refusals refusals) {
    Parser parser = new Parser(refusals, tokens);
    parser.file(new Header(refusals, packageName));
    return List.copyOf(parser.rules);
  }

  /** Leaves a part of a rule that is already told to be wrong. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused() {
      super(null, null, false, false);
    }
  }

  // Tokens

  private Token peek() {
    return tokens.get(next);
  }

  private Token peekAfter() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  private Token take() {
    Token token = peek();
    if (!token.is(Token.Kind.END)) {
      next++;
    }
    return token;
  }

  private boolean takeIf(String sign) {
    boolean isThere = peek().isSign(sign);
    if (isThere) {
      take();
    }
    return isThere;
  }

  private boolean startsLine(int index) {
    return index == 0 || line(tokens.get(index - 1)) < line(tokens.get(index));
  }

  private int line(Token token) {
    return refusals.source().line(token.from());
  }

  // Mistakes

  private Refused refuse(Token at, DialectCode code, String... facts) {
    if (!at.isTold()) {
      refusals.tell(at.from(), code, facts);
    }
    return new Refused();
  }

  /**
   * What is missing is told where it should stand: after the last word, when the line ends there
   * and the next one does not begin with a sign that is wrong anyhow.
   */
  private Refused expected(String what) {
    Token found = peek();
    boolean isForeign = found.is(Token.Kind.SIGN) && !found.isSign("@");
    boolean isAtLineEnd = next > 0 && !isForeign && (startsLine(next) || found.is(Token.Kind.END));
    int offset = isAtLineEnd ? tokens.get(next - 1).to() : found.from();
    if (!found.isTold()) {
      refusals.tell(offset, DialectCode.EXPECTED, what, found.shown());
    }
    return new Refused();
  }

  /** A sign that stands once too often, or one that must be {@code what}. */
  private Refused wrongSign(String what) {
    Token found = peek();
    boolean isTwice = next > 0 && found.is(Token.Kind.SIGN) && isSame(tokens.get(next - 1), found);
    return isTwice ? refuse(found, DialectCode.EXTRA_SIGN, found.shown()) : expected(what);
  }

  private static boolean isSame(Token a, Token b) {
    return a.is(b.kind()) && a.text().equals(b.text());
  }

  private Token expect(Token.Kind kind, String what) throws Refused {
    if (!peek().is(kind)) {
      throw wrongSign(what);
    }
    return take();
  }

  private void expectSign(String sign) throws Refused {
    if (!peek().isSign(sign)) {
      throw wrongSign(sign);
    }
    take();
  }

  /** Counts one more condition, value or call of the rule. */
  private void part() throws Refused {
    parts++;
    if (parts == MAX_PARTS + 1) {
      refuse(peek(), DialectCode.RULE_TOO_LARGE, Integer.toString(MAX_PARTS));
    }
    if (parts > MAX_PARTS) {
      throw new Refused();
    }
  }

  // The file

  private void file(Header header) {
    while (!peek().is(Token.Kind.END)) {
      if (isRuleStart()) {
        header.finish(peek());
        if (rules.size() == MAX_RULES) {
          refusals.tell(peek().from(), DialectCode.TOO_MANY_RULES, Integer.toString(MAX_RULES));
          return;
        }
        rules.add(rule());
        refusals.leave();
      } else {
        if (!header.takes(restOfLine())) {
          skipTo(header);
        }
      }
    }
    header.finish(peek());
    if (rules.isEmpty() && refusals.errors() == 0) {
      expected(Keywords.RULE);
    }
  }

  private List<Token> restOfLine() {
    int from = next;
    do {
      take();
    } while (!peek().is(Token.Kind.END) && !startsLine(next) && !peek().isSign(";"));
    List<Token> words = tokens.subList(from, next);
    takeIf(";");
    return words;
  }

  private void skipTo(Header header) {
    while (!peek().is(Token.Kind.END) && !isRuleStart() && !header.isNextLine(peek())) {
      take();
    }
  }

  /** Whether a rule begins here, be its first word missing or misspelt. */
  private boolean isRuleStart() {
    Token after = peekAfter();
    if (peek().isWord(Keywords.RULE)) {
      return true;
    }
    if (!startsLine(next)) {
      return false;
    }
    boolean isHead = after.isSign("@") || after.isWord(Keywords.WHEN);
    return (Keywords.isSlipOf(Keywords.RULE, peek()) && after.isName())
        || (peek().is(Token.Kind.TEXT) && isHead);
  }

  // A rule

  private Raw.Rule rule() {
    parts = 0;
    Token keyword = peek();
    if (!keyword.is(Token.Kind.TEXT)) {
      take();
    }
    Token name = name(keyword);
    Set<Raw.Part> broken = EnumSet.noneOf(Raw.Part.class);
    List<Raw.Annotation> annotations = new ArrayList<>();
    List<Raw.Pattern> conditions = new ArrayList<>();
    List<Raw.Call> chain = new ArrayList<>();
    try {
      head(annotations);
    } catch (Refused told) {
      broken.add(Raw.Part.HEAD);
      skipToPart(Keywords.WHEN, Keywords.THEN, Keywords.END);
      takesKeyword(Keywords.WHEN);
    }
    when(conditions, broken);
    try {
      then();
      chain(chain);
    } catch (Refused told) {
      broken.add(Raw.Part.THEN);
      skipToPart(Keywords.END);
    }
    Token end = end(broken);
    if (end.isCut()) {
      broken.addAll(EnumSet.allOf(Raw.Part.class));
    }
    return new Raw.Rule(keyword, name, annotations, conditions, chain, end, broken);
  }

  /** The name, also where its quotation marks are missing. */
  private Token name(Token keyword) {
    if (peek().isName()) {
      Token name = take();
      refusals.enter(name);
      if (!keyword.isWord(Keywords.RULE)) {
        refuse(keyword, DialectCode.EXPECTED, Keywords.RULE, keyword.shown());
      }
      return name;
    }
    Token first = peek();
    if (startsLine(next) || first.is(Token.Kind.END)) {
      expected("\"...\"");
      return new Token(Token.Kind.BAD, "", keyword.to(), keyword.to());
    }
    int from = next;
    while (!peek().is(Token.Kind.END) && !startsLine(next)) {
      take();
    }
    int end = tokens.get(next - 1).to();
    String words = refusals.source().text().substring(first.from(), end);
    Token name = new Token(Token.Kind.BAD, words, first.from(), end);
    refusals.enter(name);
    refuse(tokens.get(from), DialectCode.EXPECTED, name.shown(), first.shown());
    return name;
  }

  /** Whether the next rule begins here: nothing of this one can follow. */
  private boolean isOver() {
    return peek().is(Token.Kind.END)
        || (peek().isWord(Keywords.RULE) && (peekAfter().isName() || startsLine(next)));
  }

  private void skipToPart(String... keywords) {
    while (!isOver() && !isAtPart(keywords)) {
      take();
    }
  }

  private boolean isAtPart(String... keywords) {
    for (String keyword : keywords) {
      boolean isSlip = startsLine(next) && !peekAfter().isSign("(");
      if (peek().isWord(keyword) || (isSlip && Keywords.isSlipOf(keyword, peek()))) {
        return true;
      }
    }
    return false;
  }

  /** Takes a keyword, or one that was meant to be it and is told. */
  private boolean takesKeyword(String keyword) {
    boolean isIt = peek().isWord(keyword);
    boolean isSlip = !isIt && Keywords.isSlipOf(keyword, peek()) && !peekAfter().isSign("(");
    if (isSlip) {
      refuse(peek(), DialectCode.EXPECTED, keyword, peek().shown());
    }
    if (isIt || isSlip) {
      take();
    }
    return isIt || isSlip;
  }

  private void head(List<Raw.Annotation> annotations) throws Refused {
    while (!takesKeyword(Keywords.WHEN)) {
      Token at = peek();
      if (at.isSign("@")) {
        annotations.add(annotation());
      } else if (isOver() || isAtPart(Keywords.THEN, Keywords.END) || isPattern()) {
        expected(Keywords.WHEN);
        return;
      } else if (at.is(Token.Kind.WORD) && peekAfter().isSign("(") && isAnnotation(at)) {
        String meant = "@" + Keywords.instead(at.text(), Gate.ANNOTATIONS);
        throw refuse(at, DialectCode.EXPECTED, meant, at.shown());
      } else if (at.is(Token.Kind.WORD)) {
        throw refuse(at, DialectCode.RULE_ATTRIBUTE, at.shown());
      } else {
        throw wrongSign(Keywords.WHEN);
      }
    }
  }

  private static boolean isAnnotation(Token word) {
    return Keywords.meant(word.text(), Gate.ANNOTATIONS).isPresent();
  }

  private Raw.Annotation annotation() throws Refused {
    take();
    Token name = expect(Token.Kind.WORD, String.join(" / ", Gate.ANNOTATIONS));
    expectSign("(");
    boolean isBare = peek().is(Token.Kind.NUMBER) || peek().is(Token.Kind.WORD);
    Token value = expect(Token.Kind.TEXT, isBare ? '"' + peek().shown() + '"' : "\"...\"");
    expectSign(")");
    return new Raw.Annotation(name, value);
  }

  /** Whether a condition begins here. */
  private boolean isPattern() {
    Token fact = peek().isWord(Keywords.NOT) ? peekAfter() : peek();
    return fact.is(Token.Kind.WORD) && Fact.of(fact.text()).isPresent();
  }

  private void when(List<Raw.Pattern> conditions, Set<Raw.Part> broken) {
    while (!isOver() && !isAtPart(Keywords.THEN, Keywords.END) && !peek().isWord(Keywords.RUTE)) {
      int before = next;
      try {
        conditions.add(pattern());
      } catch (Refused told) {
        broken.add(Raw.Part.WHEN);
        next = Math.max(next, before + 1);
        skipToPattern();
      }
    }
  }

  /** Goes on at the next line that begins with a condition. */
  private void skipToPattern() {
    while (!isOver()
        && !isAtPart(Keywords.THEN, Keywords.END)
        && !(peek().isWord(Keywords.RUTE) && peekAfter().isSign("."))
        && !(startsLine(next) && isPattern())) {
      take();
    }
  }

  private Raw.Pattern pattern() throws Refused {
    part();
    Token first = peek();
    if (Keywords.joins(first) || first.isSign("&&") || first.isSign("||")) {
      throw refuse(first, DialectCode.CONDITIONS_JOINED, first.shown());
    }
    Optional<Token> not = first.isWord(Keywords.NOT) ? Optional.of(take()) : Optional.empty();
    String facts = String.join(" / ", Fact.words());
    Token fact = expect(Token.Kind.WORD, not.isPresent() ? facts : facts + " / then");
    if (Fact.of(fact.text()).isEmpty()) {
      boolean isNot = Keywords.isSlipOf(Keywords.NOT, fact) && peek().is(Token.Kind.WORD);
      String instead = isNot ? Keywords.NOT : Keywords.instead(fact.text(), Fact.words());
      throw refuse(fact, DialectCode.UNKNOWN_FACT, fact.shown(), instead);
    }
    expectSign("(");
    List<Raw.Constraint> constraints = new ArrayList<>();
    while (!peek().isSign(")")) {
      if (!constraints.isEmpty()) {
        comma();
      }
      constraints.add(constraint(fact, constraints.isEmpty()));
    }
    take();
    return new Raw.Pattern(not, fact, constraints);
  }

  private void comma() throws Refused {
    if (!peek().isSign(",")) {
      throw isEndOfPattern() ? expected(")") : wrongSign(", / && / || / )");
    }
    if (peekAfter().isSign(",") || peekAfter().isSign(")")) {
      throw refuse(peek(), DialectCode.EXTRA_SIGN, peek().shown());
    }
    take();
  }

  /** Whether the pattern must have ended before this word. */
  private boolean isEndOfPattern() {
    return isOver() || isPattern() || isAtPart(Keywords.THEN, Keywords.END);
  }

  private Raw.Constraint constraint(Token fact, boolean isFirst) throws Refused {
    if (isEndOfPattern()) {
      throw expected(")");
    }
    if (isFirst && peek().isSign(",")) {
      throw refuse(peek(), DialectCode.EXTRA_SIGN, peek().shown());
    }
    Token field = expect(Token.Kind.WORD, fields(fact));
    List<List<Raw.Comparing>> anyOf = new ArrayList<>();
    List<Raw.Comparing> all = new ArrayList<>();
    all.add(comparing(fact));
    while (joins()) {
      if (take().isSign("||")) {
        anyOf.add(all);
        all = new ArrayList<>();
      }
      if (peek().is(Token.Kind.WORD) && !peek().isWord("in") && !peek().isWord(Keywords.NOT)) {
        Token again = take();
        if (!again.text().equals(field.text())) {
          throw refuse(again, DialectCode.OTHER_FIELD, field.shown(), again.shown());
        }
      }
      all.add(comparing(fact));
    }
    anyOf.add(all);
    return new Raw.Constraint(field, anyOf);
  }

  private static String fields(Token fact) {
    List<String> fields = Fact.of(fact.text()).map(Fact::fields).orElse(List.of());
    return fields.isEmpty() ? "nama isian" : String.join(" / ", fields);
  }

  private boolean joins() throws Refused {
    Token at = peek();
    if (Keywords.joins(at)) {
      throw refuse(at, DialectCode.UNKNOWN_OPERATOR, at.shown(), operator(at));
    }
    return at.isSign("&&") || at.isSign("||");
  }

  private static String operator(Token found) {
    return Keywords.instead(found.text(), Relation.Op.WRITTEN);
  }

  private Raw.Comparing comparing(Token fact) throws Refused {
    Token at = peek();
    if (at.isWord("in") || (at.isWord(Keywords.NOT) && peekAfter().isWord("in"))) {
      Relation.Op op = at.isWord("in") ? Relation.Op.IN : Relation.Op.NOT_IN;
      next += at.isWord("in") ? 1 : 2;
      expectSign("(");
      return new Raw.Comparing(at, op, literals(fact));
    }
    Optional<Relation.Op> op = Relation.Op.of(at.text());
    if (!at.is(Token.Kind.SIGN) || op.isEmpty()) {
      boolean isMissing = at.isSign(",") || at.isSign(")") || isEndOfPattern() || isValue(at);
      if (isMissing) {
        throw expected("== / != / < / <= / > / >= / in");
      }
      throw refuse(at, DialectCode.UNKNOWN_OPERATOR, at.shown(), operator(at));
    }
    take();
    return new Raw.Comparing(at, op.get(), List.of(operand(fact)));
  }

  /** Literals up to a closing parenthesis, at least one. */
  private List<Token> literals(Token of) throws Refused {
    List<Token> values = new ArrayList<>();
    values.add(operand(of));
    while (!takeIf(")")) {
      if (!peek().isSign(",")) {
        throw peek().is(Token.Kind.TEXT) ? expected(",") : expected(")");
      }
      if (peekAfter().isSign(",") || peekAfter().isSign(")")) {
        throw refuse(peek(), DialectCode.EXTRA_SIGN, peek().shown());
      }
      take();
      values.add(operand(of));
    }
    return values;
  }

  /** A literal or, where a fact of the case is compared, a name for the gate to look up. */
  private Token operand(Token of) throws Refused {
    boolean mayBeNamed = of.isWord(Fact.DATA.word()) && isParameterName(peek());
    boolean isCall = peekAfter().isSign("(") || peekAfter().isSign(".");
    if (!mayBeNamed || isCall || isEndOfPattern()) {
      return literal();
    }
    part();
    return take();
  }

  private static boolean isParameterName(Token token) {
    return Literals.isName(token) && PARAMETER.matcher(token.text()).matches();
  }

  private static boolean isValue(Token token) {
    return token.is(Token.Kind.TEXT) || token.is(Token.Kind.NUMBER);
  }

  private Token literal() throws Refused {
    part();
    Token value = peek();
    boolean isNegative = value.isSign("-") && peekAfter().is(Token.Kind.NUMBER);
    if (!isValue(value) && !value.isWord("true") && !value.isWord("false") && !isNegative) {
      boolean isCall = peekAfter().isSign("(") || peekAfter().isSign(".");
      boolean isBare = value.is(Token.Kind.WORD) && !isCall;
      throw refuse(
          value,
          DialectCode.NOT_A_LITERAL,
          value.shown(),
          isBare ? '"' + value.shown() + '"' : "\"...\" / 1_000_000");
    }
    take();
    if (!isNegative) {
      return value;
    }
    Token number = take();
    return new Token(Token.Kind.NUMBER, "-" + number.text(), value.from(), number.to());
  }

  // Then

  private void then() {
    if (!takesKeyword(Keywords.THEN)) {
      expected(Keywords.THEN);
    }
  }

  private void chain(List<Raw.Call> calls) throws Refused {
    Token first = peek();
    if (first.isWord(Keywords.END) || isOver()) {
      throw refuse(first, DialectCode.THEN_EMPTY);
    }
    if (!first.isWord(Keywords.RUTE)) {
      if (Chain.CALLS.contains(first.text())) {
        throw refuse(first, DialectCode.EXPECTED, "rute.", first.shown());
      }
      throw first.is(Token.Kind.WORD)
          ? refuse(first, DialectCode.UNKNOWN_CALL, first.shown(), Keywords.RUTE)
          : wrongSign(Keywords.RUTE);
    }
    take();
    do {
      expectSign(".");
      calls.add(call());
    } while (peek().isSign(".") && !peekAfter().isWord(Keywords.END));
    if (peek().isSign(".")) {
      throw refuse(peek(), DialectCode.EXPECTED, ";", ".");
    }
    if (Chain.CALLS.contains(peek().text())) {
      throw expected(".");
    }
    expectSign(";");
  }

  private Raw.Call call() throws Refused {
    Token name = expect(Token.Kind.WORD, String.join(" / ", Chain.CALLS));
    if (!Chain.CALLS.contains(name.text())) {
      throw refuse(
          name, DialectCode.UNKNOWN_CALL, name.shown(), Keywords.instead(name.text(), Chain.CALLS));
    }
    expectSign("(");
    if (takeIf(")")) {
      part();
      return new Raw.Call(name, List.of());
    }
    return new Raw.Call(name, literals(name));
  }

  private Token end(Set<Raw.Part> broken) {
    Token found = peek();
    boolean isSecond = found.is(Token.Kind.WORD) && !isOver() && !isAtPart(Keywords.END);
    if (takesKeyword(Keywords.END)) {
      return found;
    }
    broken.add(Raw.Part.THEN);
    if (isSecond) {
      refuse(found, DialectCode.SECOND_STATEMENT, found.shown());
    } else {
      wrongSign(Keywords.END);
    }
    skipToPart(Keywords.END);
    takesKeyword(Keywords.END);
    return found;
  }
}
