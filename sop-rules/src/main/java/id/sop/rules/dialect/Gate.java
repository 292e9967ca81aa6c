package id.sop.rules.dialect;

import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.problem.Problem;
import id.sop.routing.RouteReason;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The gate before Drools: reads a rule file by an allow list, and lets through only rules of which
 * every word was understood and agrees with the {@code sop.yaml}. First the characters are checked,
 * then the grammar, then the words; within each of these all problems come out at once.
 */
public final class Gate {
  static final List<String> ANNOTATIONS = List.of("baris", "dasarHukum", "keterangan");
  private static final int MAX_NAME = 200;
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]++|[\\s\\p{Z}]++$");

  private final Sop sop;
  private final Refusals refusals;

  private Gate(Sop sop, Refusals refusals) {
    this.sop = sop;
    this.refusals = refusals;
  }

  /**
   * What came through.
   *
   * @param rules the rules that were understood, in file order; to be used only without errors
   * @param names the names that facts are compared with, which may be those of parameters
   * @param problems what was refused
   */
  public record Reading(List<RouteRule> rules, Set<String> names, List<Problem> problems) {
    public Reading {
      rules = List.copyOf(rules);
      names = Set.copyOf(names);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads the rule file {@code file} with the content {@code text} as the arrows of {@code sop}.
   */
  public static Reading read(String file, String text, Sop sop) {
    Refusals refusals = new Refusals(new Source(file, text));
    List<Raw.Rule> raw = grammar(Optional.of(sop.id()), refusals);
    Gate gate = new Gate(sop, refusals);
    List<RouteRule> rules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Raw.Rule rule : raw) {
      names.addAll(rule.names());
      rules.addAll(gate.understand(rule));
      if (rules.size() > Parser.MAX_RULES) {
        // Only periods can make them more than the rules that the parser let through.
        String most = Integer.toString(Parser.MAX_RULES);
        refusals.tell(rule.keyword().from(), DialectCode.TOO_MANY_RULES, most);
        break;
      }
    }
    return new Reading(rules, names, refusals.sorted());
  }

  /**
   * What is wrong with the characters and the grammar alone, when there is no SOP to ask.
   *
   * @param id the SOP that the file is about; without it, its package is not judged
   */
  public static List<Problem> checkGrammar(String file, String text, Optional<SopId> id) {
    Refusals refusals = new Refusals(new Source(file, text));
    grammar(id, refusals);
    return refusals.sorted();
  }

  private static List<Raw.Rule> grammar(Optional<SopId> id, Refusals refusals) {
    List<Token> tokens = Tokenizer.tokens(refusals);
    if (tokens.isEmpty()) {
      return List.of();
    }
    Optional<String> packageName = id.map(i -> "sop." + i.value().replace('-', '_'));
    List<Raw.Rule> rules = Parser.rules(tokens, packageName, refusals);
    checkNames(rules, refusals);
    return rules;
  }

  private static void checkNames(List<Raw.Rule> rules, Refusals refusals) {
    Map<String, Token> first = new HashMap<>();
    for (Raw.Rule rule : rules) {
      Token name = rule.name();
      String read = asRead(name.text());
      refusals.enter(name);
      if (name.is(Token.Kind.TEXT) && (read.isEmpty() || name.text().length() > MAX_NAME)) {
        refusals.tell(name.from(), DialectCode.RULE_NAME_INVALID, Integer.toString(MAX_NAME));
      }
      Token other = first.putIfAbsent(read, name);
      if (other != null && !read.isEmpty()) {
        refusals.tell(name.from(), DialectCode.RULE_NAME_TWICE, refusals.place(other).toString());
      }
      refusals.leave();
    }
  }

  /** A name as a reader tells it from others: spacing, case and forms of letters do not count. */
  private static String asRead(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return SPACES.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** {@code text} without the spaces around it, be they of any kind. */
  private static String stripped(String text) {
    return EDGES.matcher(text).replaceAll("");
  }

  /**
   * The rule; one that compares with parameters, once for each period in which they have the same
   * values.
   */
  private List<RouteRule> understand(Raw.Rule rule) {
    List<Period> periods = Period.of(sop, rule.names());
    if (periods.isEmpty()) {
      return understand(rule, new Vocabulary(sop, refusals)).map(List::of).orElse(List.of());
    }
    List<RouteRule> all = new ArrayList<>();
    for (Period period : periods) {
      refusals.rereads(!all.isEmpty());
      Optional<RouteRule> one = understand(rule, new Vocabulary(sop, refusals, period.from()));
      refusals.rereads(false);
      if (one.isEmpty()) {
        return List.of();
      }
      all.add(period.holding(one.get()));
    }
    return List.copyOf(all);
  }

  private Optional<RouteRule> understand(Raw.Rule rule, Vocabulary words) {
    int before = refusals.errors();
    refusals.enter(rule.name());
    Map<String, String> annotations = annotations(rule, words);
    List<Condition> conditions = Meaning.understand(rule, words);
    Optional<Chain.Understood> then =
        rule.isWhole(Raw.Part.THEN) ? Chain.understand(rule.chain(), words) : Optional.empty();
    refusals.leave();
    if (!rule.broken().isEmpty() || then.isEmpty() || refusals.errors() > before) {
      return Optional.empty();
    }
    Source source = refusals.source();
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
    boolean isWhole = rule.isWhole(Raw.Part.HEAD);
    for (Raw.Annotation a : rule.annotations()) {
      String name = a.name().text();
      if (!ANNOTATIONS.contains(name)) {
        words.refuseUnknown(a.name(), DialectCode.UNKNOWN_ANNOTATION, ANNOTATIONS);
        // Which of them it was meant to be is not known, so none of them is called missing.
        isWhole = false;
      } else if (found.putIfAbsent(name, stripped(a.value().text())) != null) {
        words.refuse(a.name(), DialectCode.ANNOTATION_TWICE, name);
        isWhole = false;
      } else if (name.equals("dasarHukum") && found.get(name).isEmpty()) {
        words.refuse(a.value(), DialectCode.ANNOTATION_MISSING, name);
      } else if (name.equals("baris")) {
        words.row(a.value());
      }
    }
    for (String required : List.of("baris", "dasarHukum")) {
      if (isWhole && !found.containsKey(required)) {
        words.refuse(rule.name(), DialectCode.ANNOTATION_MISSING, required);
      }
    }
    return found;
  }
}
