package id.sop.rules.dialect;

import id.sop.problem.Place;
import id.sop.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the grammar of a rule file, by hand and without recursion: what it does not name, it
 * refuses. After a mistake it goes on at the next rule, so that all broken rules are told at once.
 */
final class Parser {
  static final int MAX_RULES = 2_000;
  // Drools reads an expression by recursion: one of thousands of parts overflows its stack.
  static final int MAX_PARTS = 200;
  private static final List<String> BODY_WORDS = List.of("rule", "when", "not", "then", "end");

  private final Source source;
  private final List<Token> tokens;
  private final Problems problems;
  private final List<Raw.Rule> rules = new ArrayList<>();
  private int next;
  private String rule = "";
  private int parts;

  private Parser(Source source, List<Token> tokens, Problems problems) {
    this.source = source;
    this.tokens = tokens;
    this.problems = problems;
  }

  /** The rules whose grammar is right; what is wrong goes to {@code problems}. */
  static List<Raw.Rule> rules(
      Source source, List<Token> tokens, String packageName, Problems problems) {
    Parser parser = new Parser(source, tokens, problems);
    parser.file(packageName);
    return List.copyOf(parser.rules);
  }

  /** Leaves a statement that is already told to be wrong. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused() {
      super(null, null, false, false);
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token peekAfter() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  private Token take() {
    Token token = peek();
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  private boolean takeIf(Token.Kind kind, String text) {
    boolean there = peek().is(kind, text);
    if (there) {
      take();
    }
    return there;
  }

  private Refused refuse(Token at, DialectCode code, String... facts) {
    problems.add(source.place(at.from()), code, facts);
    return new Refused();
  }

  /**
   * What is missing is told where it should stand: after the last word, when the line ends there.
   */
  private Refused expected(String what) {
    Token found = peek();
    int offset = found.from();
    if (next > 0) {
      Token last = tokens.get(next - 1);
      if (source.line(last.to()) < source.line(found.from()) || found.kind() == Token.Kind.END) {
        offset = last.to();
      }
    }
    Place place = source.place(offset);
    if (rule.isEmpty()) {
      problems.add(place, DialectCode.EXPECTED, what, found.shown());
    } else {
      problems.add(place, DialectCode.EXPECTED_IN_RULE, rule, what, found.shown());
    }
    return new Refused();
  }

  private Token expect(Token.Kind kind, String what) throws Refused {
    if (peek().kind() != kind) {
      throw expected(what);
    }
    return take();
  }

  private Token expectSign(String sign) throws Refused {
    if (!peek().isSign(sign)) {
      throw expected(sign);
    }
    return take();
  }

  private Token expectWord(String word) throws Refused {
    if (!peek().isWord(word)) {
      throw expected(word);
    }
    return take();
  }

  private void file(String packageName) {
    Header header = new Header(packageName);
    while (peek().kind() != Token.Kind.END) {
      try {
        if (peek().isWord("rule")) {
          header.finish(peek());
          rules.add(rule());
          if (rules.size() > MAX_RULES) {
            throw refuse(tokens.get(0), DialectCode.TOO_MANY_RULES, Integer.toString(MAX_RULES));
          }
        } else {
          header.statement();
        }
      } catch (Refused told) {
        skip(header);
        if (rules.size() > MAX_RULES) {
          return;
        }
      }
      rule = "";
    }
    header.finish(peek());
    if (rules.isEmpty() && !problems.hasErrors()) {
      expected("rule");
    }
  }

  /** Goes on before the next rule; above the first one, before the next line of the header. */
  private void skip(Header header) {
    do {
      take();
    } while (peek().kind() != Token.Kind.END
        && !(peek().isWord("rule") && peekAfter().kind() == Token.Kind.TEXT)
        && !header.isNextLine(peek()));
  }

  /** The three lines above the rules: each must be there, once, word for word. */
  private final class Header {
    private final List<String> lines;
    private final List<String> missing;
    private boolean finished;

    Header(String packageName) {
      lines = List.of("package " + packageName, "import id.sop.rules.fact.*", "global Rute rute");
      missing = new ArrayList<>(lines);
    }

    void statement() throws Refused {
      Token first = take();
      Optional<String> known =
          lines.stream()
              .filter(l -> first.kind() == Token.Kind.WORD)
              .filter(l -> l.startsWith(first.text() + " "))
              .findFirst();
      if (known.isEmpty()) {
        throw refuse(first, DialectCode.NOT_IN_DIALECT, first.shown());
      }
      Token said = peek();
      String found = first.text() + " " + restOfLine(first);
      if (found.equals(known.get()) && missing.remove(found)) {
        return;
      }
      if (first.isWord("package") && missing.remove(known.get())) {
        problems.add(source.place(said.from()), DialectCode.WRONG_PACKAGE, found, known.get());
      } else {
        problems.add(source.place(first.from()), DialectCode.NOT_IN_DIALECT, found);
      }
    }

    private String restOfLine(Token first) {
      StringBuilder words = new StringBuilder();
      int line = source.line(first.from());
      int end = first.to();
      boolean apart = false;
      while (peek().kind() != Token.Kind.END
          && source.line(peek().from()) == line
          && !peek().isSign(";")) {
        Token token = take();
        if (apart && end < token.from()) {
          words.append(' ');
        }
        words.append(token.text());
        end = token.to();
        apart = true;
      }
      takeIf(Token.Kind.SIGN, ";");
      return words.toString();
    }

    boolean isNextLine(Token token) {
      return !finished
          && token.kind() == Token.Kind.WORD
          && missing.stream().anyMatch(l -> l.startsWith(token.text() + " "));
    }

    void finish(Token at) {
      if (!finished) {
        missing.forEach(
            line -> problems.add(source.place(at.from()), DialectCode.HEADER_MISSING, line));
        finished = true;
      }
    }
  }

  private Raw.Rule rule() throws Refused {
    Token keyword = take();
    Token name = expect(Token.Kind.TEXT, "\"nama aturan\"");
    rule = name.shown();
    parts = 0;
    List<Raw.Annotation> annotations = new ArrayList<>();
    while (!peek().isWord("when")) {
      if (peek().kind() == Token.Kind.WORD && !isBodyWord(peek())) {
        throw refuse(peek(), DialectCode.RULE_ATTRIBUTE, rule, peek().shown());
      }
      annotations.add(annotation());
    }
    take();
    List<Raw.Pattern> conditions = new ArrayList<>();
    while (!peek().isWord("then")) {
      conditions.add(pattern());
    }
    take();
    List<Raw.Call> chain = chain();
    if (peek().kind() == Token.Kind.WORD && !peek().isWord("end") && !peek().isWord("rule")) {
      throw refuse(peek(), DialectCode.SECOND_STATEMENT, rule, peek().shown());
    }
    Token end = expectWord("end");
    return new Raw.Rule(keyword, name, annotations, conditions, chain, end);
  }

  /** Whether a word belongs to the body of a rule, so that something before it is missing. */
  private static boolean isBodyWord(Token word) {
    return BODY_WORDS.contains(word.text()) || Fact.of(word.text()).isPresent();
  }

  private Raw.Annotation annotation() throws Refused {
    if (!peek().isSign("@")) {
      throw expected("when");
    }
    take();
    Token name = expect(Token.Kind.WORD, "baris / dasarHukum / keterangan");
    expectSign("(");
    Token value = expect(Token.Kind.TEXT, "\"teks\"");
    expectSign(")");
    return new Raw.Annotation(name, value);
  }

  private Raw.Pattern pattern() throws Refused {
    part();
    Optional<Token> not = peek().isWord("not") ? Optional.of(take()) : Optional.empty();
    Token fact = expect(Token.Kind.WORD, not.isPresent() ? "Terbuka / Pernah / Data" : "then");
    if (Fact.of(fact.text()).isEmpty()) {
      throw refuse(fact, DialectCode.UNKNOWN_FACT, Vocabulary.unknown(rule, fact, Fact.words()));
    }
    expectSign("(");
    List<Raw.Constraint> constraints = new ArrayList<>();
    while (!peek().isSign(")")) {
      if (!constraints.isEmpty()) {
        if (!peek().isSign(",")) {
          throw expected(", / && / || / )");
        }
        take();
      }
      constraints.add(constraint(constraints.isEmpty()));
    }
    take();
    return new Raw.Pattern(not, fact, constraints);
  }

  private Raw.Constraint constraint(boolean isFirst) throws Refused {
    if (peek().kind() == Token.Kind.WORD && isBodyWord(peek())) {
      throw expected(")");
    }
    Token field = expect(Token.Kind.WORD, isFirst ? ")" : "nama isian");
    List<List<Raw.Comparing>> anyOf = new ArrayList<>();
    List<Raw.Comparing> all = new ArrayList<>();
    all.add(comparing());
    while (peek().isSign("&&") || peek().isSign("||")) {
      if (take().isSign("||")) {
        anyOf.add(all);
        all = new ArrayList<>();
      }
      if (peek().kind() == Token.Kind.WORD && !peek().isWord("in") && !peek().isWord("not")) {
        Token again = take();
        if (!again.text().equals(field.text())) {
          throw refuse(again, DialectCode.OTHER_FIELD, rule, field.shown(), again.shown());
        }
      }
      all.add(comparing());
    }
    anyOf.add(all);
    return new Raw.Constraint(field, anyOf);
  }

  private Raw.Comparing comparing() throws Refused {
    Token at = peek();
    if (at.isWord("in") || (at.isWord("not") && peekAfter().isWord("in"))) {
      Relation.Op op = takeIf(Token.Kind.WORD, "not") ? Relation.Op.NOT_IN : Relation.Op.IN;
      take();
      expectSign("(");
      return new Raw.Comparing(at, op, literals());
    }
    Optional<Relation.Op> op = Relation.Op.of(at.text());
    if (at.kind() != Token.Kind.SIGN || op.isEmpty()) {
      if (at.isSign(",") || at.isSign(")") || at.kind() == Token.Kind.END) {
        throw expected("== / != / < / <= / > / >= / in");
      }
      throw refuse(at, DialectCode.UNKNOWN_OPERATOR, rule, at.shown());
    }
    take();
    return new Raw.Comparing(at, op.get(), List.of(literal()));
  }

  /** Literals up to a closing parenthesis, at least one. */
  private List<Token> literals() throws Refused {
    List<Token> values = new ArrayList<>();
    do {
      values.add(literal());
    } while (takeIf(Token.Kind.SIGN, ","));
    expectSign(")");
    return values;
  }

  /** Counts one more condition or literal of the rule. */
  private void part() throws Refused {
    if (++parts > MAX_PARTS) {
      throw refuse(peek(), DialectCode.RULE_TOO_LARGE, rule, Integer.toString(MAX_PARTS));
    }
  }

  private Token literal() throws Refused {
    part();
    Token value = peek();
    boolean isLiteral =
        value.kind() == Token.Kind.TEXT
            || value.kind() == Token.Kind.NUMBER
            || value.isWord("true")
            || value.isWord("false")
            || (value.isSign("-") && peekAfter().kind() == Token.Kind.NUMBER);
    if (!isLiteral) {
      throw refuse(value, DialectCode.NOT_A_LITERAL, rule, value.shown());
    }
    take();
    if (!value.isSign("-")) {
      return value;
    }
    Token number = take();
    return new Token(Token.Kind.NUMBER, "-" + number.text(), value.from(), number.to());
  }

  private List<Raw.Call> chain() throws Refused {
    if (peek().isWord("end")) {
      throw refuse(peek(), DialectCode.THEN_EMPTY, rule);
    }
    if (!peek().isWord("rute")) {
      throw peek().kind() == Token.Kind.WORD
          ? refuse(
              peek(), DialectCode.UNKNOWN_CALL, Vocabulary.unknown(rule, peek(), List.of("rute")))
          : expected("rute");
    }
    take();
    List<Raw.Call> calls = new ArrayList<>();
    do {
      expectSign(".");
      calls.add(call());
    } while (peek().isSign("."));
    expectSign(";");
    return calls;
  }

  private Raw.Call call() throws Refused {
    Token name = expect(Token.Kind.WORD, String.join(" / ", Chain.CALLS));
    if (!Chain.CALLS.contains(name.text())) {
      throw refuse(name, DialectCode.UNKNOWN_CALL, Vocabulary.unknown(rule, name, Chain.CALLS));
    }
    expectSign("(");
    if (takeIf(Token.Kind.SIGN, ")")) {
      return new Raw.Call(name, List.of());
    }
    return new Raw.Call(name, literals());
  }
}
