package id.sop.rules.dialect;

import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.routing.RouteReason;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The gate before Drools: reads a rule file by an allow list, and lets through only rules of which
 * every word was understood and agrees with the {@code sop.yaml}. First the characters are checked,
 * then the grammar, then the words; within each of these all problems come out at once.
 */
public final class Gate {
  private static final List<String> ANNOTATIONS = List.of("baris", "dasarHukum", "keterangan");
  private static final int MAX_NAME = 200;
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private final Source source;
  private final Sop sop;
  private final Problems problems;

  private Gate(Source source, Sop sop, Problems problems) {
    this.source = source;
    this.sop = sop;
    this.problems = problems;
  }

  /**
   * What came through.
   *
   * @param rules the rules that were understood, in file order; to be used only without errors
   * @param problems what was refused
   */
  public record Reading(List<RouteRule> rules, List<Problem> problems) {
    public Reading {
      rules = List.copyOf(rules);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads the rule file {@code file} with the content {@code text} as the arrows of {@code sop}.
   */
  public static Reading read(String file, String text, Sop sop) {
    Source source = new Source(file, text);
    Problems problems = new Problems();
    List<Raw.Rule> raw = grammar(source, sop.id(), problems);
    Gate gate = new Gate(source, sop, problems);
    List<RouteRule> rules = raw.stream().map(gate::understand).flatMap(Optional::stream).toList();
    return new Reading(rules, problems.sorted());
  }

  /** What is wrong with the characters and the grammar alone, when there is no SOP to ask. */
  public static List<Problem> checkGrammar(String file, String text, SopId id) {
    Problems problems = new Problems();
    grammar(new Source(file, text), id, problems);
    return problems.sorted();
  }

  private static List<Raw.Rule> grammar(Source source, SopId id, Problems problems) {
    List<Token> tokens = Tokenizer.tokens(source, problems);
    if (problems.hasErrors()) {
      return List.of();
    }
    String packageName = "sop." + id.value().replace('-', '_');
    List<Raw.Rule> rules = Parser.rules(source, tokens, packageName, problems);
    checkNames(source, rules, problems);
    return rules;
  }

  private static void checkNames(Source source, List<Raw.Rule> rules, Problems problems) {
    Map<String, Token> first = new HashMap<>();
    for (Raw.Rule rule : rules) {
      Token name = rule.name();
      String read = asRead(name.text());
      if (read.isEmpty() || name.text().length() > MAX_NAME) {
        problems.add(
            source.place(name.from()),
            DialectCode.RULE_NAME_INVALID,
            name.shown(),
            Integer.toString(MAX_NAME));
      }
      Token other = first.putIfAbsent(read, name);
      if (other != null) {
        problems.add(
            source.place(name.from()),
            DialectCode.RULE_NAME_TWICE,
            name.shown(),
            source.place(other.from()).toString());
      }
    }
  }

  /** A name as a reader tells it from others: spacing and case do not count. */
  private static String asRead(String name) {
    return SPACES.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  private Optional<RouteRule> understand(Raw.Rule rule) {
    Vocabulary words = new Vocabulary(source, sop, rule.name().shown(), problems);
    Map<String, String> annotations = annotations(rule, words);
    List<Condition> conditions = Meaning.understand(rule, words);
    Optional<Chain.Understood> then = Chain.understand(rule.chain(), words);
    if (then.isEmpty() || words.refusals() > 0) {
      return Optional.empty();
    }
    RouteReason reason =
        new RouteReason(
            rule.name().text(),
            source.place(rule.keyword().from()),
            source.digest(rule.keyword().from(), rule.end().to()),
            annotations.getOrDefault("baris", ""),
            annotations.getOrDefault("dasarHukum", ""),
            then.get().karena());
    String keterangan = annotations.getOrDefault("keterangan", "");
    return Optional.of(new RouteRule(reason, keterangan, conditions, then.get().action()));
  }

  private Map<String, String> annotations(Raw.Rule rule, Vocabulary words) {
    Map<String, String> found = new HashMap<>();
    for (Raw.Annotation a : rule.annotations()) {
      String name = a.name().text();
      if (!ANNOTATIONS.contains(name)) {
        words.refuseUnknown(a.name(), DialectCode.UNKNOWN_ANNOTATION, ANNOTATIONS);
      } else if (found.putIfAbsent(name, a.value().text().strip()) != null) {
        words.refuse(a.name(), DialectCode.ANNOTATION_TWICE, name);
      } else if (name.equals("baris")) {
        words.row(a.value());
      }
    }
    for (String required : List.of("baris", "dasarHukum")) {
      if (found.getOrDefault(required, "").isEmpty()) {
        words.refuse(rule.name(), DialectCode.ANNOTATION_MISSING, required);
      }
    }
    return found;
  }
}
