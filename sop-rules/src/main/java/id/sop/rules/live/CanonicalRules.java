package id.sop.rules.live;

import static java.util.stream.Collectors.joining;

import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Sop;
import id.sop.rules.dialect.Action;
import id.sop.rules.dialect.Comparison;
import id.sop.rules.dialect.Condition;
import id.sop.rules.dialect.Fact;
import id.sop.rules.dialect.Relation;
import id.sop.rules.dialect.RouteRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules written anew, from nothing but what the gate understood: the only text that Drools sees.
 * Names are numbers and literals are quoted here, so that no character of an author's file reaches
 * a compiler unread.
 */
final class CanonicalRules {
  static final String PACKAGE = "sop.kanonik";
  private static final String RULE = "aturan ";

  private final Sop sop;
  private final List<RouteRule> rules = new ArrayList<>();
  private final Map<String, Integer> indexes = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private CanonicalRules(Sop sop) {
    this.sop = sop;
  }

  /** Rules that mean the same are written once. */
  static CanonicalRules of(Sop sop, List<RouteRule> rules) {
    CanonicalRules canonical = new CanonicalRules(sop);
    canonical.header();
    rules.forEach(canonical::add);
    return canonical;
  }

  private void add(RouteRule rule) {
    String meaning = meaning(rule);
    if (indexes.putIfAbsent(meaning, rules.size()) == null) {
      line("");
      line("rule " + quoted(name(rules.size())));
      text.append(meaning);
      rules.add(rule);
    }
  }

  String text() {
    return text.toString();
  }

  /** The rules, one for each meaning; the index of each is in its name. */
  List<RouteRule> rules() {
    return List.copyOf(rules);
  }

  /** The index of the rule here that means the same as {@code rule}; -1 when there is none. */
  int indexOf(RouteRule rule) {
    return indexes.getOrDefault(meaning(rule), -1);
  }

  /** The index of the rule that Drools knows as {@code name}. */
  static int index(String name) {
    return Integer.parseInt(name.substring(RULE.length()));
  }

  /** The name under which Drools knows the rule at {@code index}. */
  static String name(int index) {
    return RULE + index;
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  private void header() {
    line("package " + PACKAGE);
    for (String fact : List.of("Mulai", "Selesai", "Terbuka", "Pernah", "Rute")) {
      line("import id.sop.rules.fact." + fact);
    }
    line("global Rute rute");
    line("declare Data");
    sop.facts().values().forEach(f -> line("  " + property(f.nama()) + " : " + type(f)));
    line("end");
  }

  /** The name of a field's property: never a word that Java or Drools keeps for itself. */
  static String property(String field) {
    return "d_" + field;
  }

  private static String type(DataField field) {
    if (field.domain() instanceof DataDomain.Pilihan) {
      return "String";
    }
    return field.domain() instanceof DataDomain.YaTidak ? "Boolean" : "Long";
  }

  /** What Drools holds for a value: dates as days, because it compares them as text otherwise. */
  static Object held(DataValue value) {
    if (value instanceof DataValue.YaTidak y) {
      return y.value();
    }
    return value instanceof DataValue.Pilihan p ? p.value() : (Object) Relation.asNumber(value);
  }

  private static String meaning(RouteRule rule) {
    String conditions =
        rule.conditions().stream().map(c -> "  " + condition(c) + "\n").collect(joining());
    return "when\n" + conditions + "then\n  rute" + action(rule.action()) + ";\nend\n";
  }

  private static String condition(Condition condition) {
    String pattern =
        condition.fact().word()
            + "( "
            + condition.comparisons().stream()
                .map(c -> comparison(condition.fact(), c))
                .collect(joining(", "))
            + " )";
    if (condition.negated()) {
      return "not " + pattern;
    }
    boolean several = condition.fact() == Fact.TERBUKA || condition.fact() == Fact.PERNAH;
    return several ? "exists " + pattern : pattern;
  }

  /**
   * A fact that is not known is null here, and passes no comparison, {@code !=} neither. No label
   * is null, too, but it is known that there is none: it passes {@code !=}.
   */
  private static String comparison(Fact fact, Comparison comparison) {
    String field = fact == Fact.DATA ? property(comparison.field()) : comparison.field();
    String tests =
        comparison.anyOf().stream()
            .map(
                all -> all.stream().map(r -> relation(field, r)).collect(joining(" && ", "(", ")")))
            .collect(joining(" || ", "(", ")"));
    boolean mayBeUnknown = fact == Fact.DATA;
    return mayBeUnknown ? field + " != null && " + tests : tests;
  }

  private static String relation(String field, Relation relation) {
    List<String> values = relation.values().stream().map(CanonicalRules::literal).toList();
    return switch (relation.op()) {
      case EQ, NE, LT, LE, GT, GE -> field + " " + relation.op().text() + " " + values.get(0);
      case IN -> values.stream().map(v -> field + " == " + v).collect(joining(" || ", "(", ")"));
      case NOT_IN ->
          values.stream().map(v -> field + " != " + v).collect(joining(" && ", "(", ")"));
    };
  }

  private static String literal(DataValue value) {
    Object held = held(value);
    if (held instanceof Long number) {
      return number + "L";
    }
    return held instanceof String word ? quoted(word) : held.toString();
  }

  private static String action(Action action) {
    return action.match(
        new Action.Cases<>() {
          @Override
          public String ke(Action.Ke ke) {
            return ke.targets().stream().map(CanonicalRules::target).collect(joining());
          }

          @Override
          public String tunggu(Action.Tunggu tunggu) {
            return ".tunggu()";
          }

          @Override
          public String selesai(Action.Selesai selesai) {
            String call = selesai.seluruhnya() ? ".akhiri(" : ".selesai(";
            return call + quoted(selesai.hasil()) + ")";
          }
        });
  }

  private static String target(Action.Tujuan target) {
    String roles =
        target
            .oleh()
            .map(o -> o.stream().map(r -> quoted(r.value())).collect(joining(", ", ".oleh(", ")")))
            .orElse("");
    String time = target.selama().map(w -> ".selama(" + quoted(w.teks()) + ")").orElse("");
    String above =
        target.eskalasi().stream()
            .map(
                e ->
                    e.kepada().stream()
                        .map(r -> quoted(r.value()))
                        .collect(
                            joining(", ", ".eskalasi(" + quoted(e.setelah().teks()) + ", ", ")")))
            .collect(joining());
    return ".ke(" + quoted(target.step().value()) + ")" + roles + time + above;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
