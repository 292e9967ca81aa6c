package id.sop.rules.arrow;

import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.problem.SopException;
import id.sop.rules.dialect.Action;
import id.sop.rules.dialect.Comparison;
import id.sop.rules.dialect.Condition;
import id.sop.rules.dialect.Fact;
import id.sop.rules.dialect.Relation;
import id.sop.rules.dialect.RouteRule;
import id.sop.worktime.Waktu;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes rules as a decision table, in the words in which {@link ArrowSheet} reads them. */
public final class ArrowTable {
  private static final List<String> WORDS =
      List.of(
          "mulai",
          "selesai",
          "berakhir",
          "tunggu",
          "menunggu",
          "baris",
          "langkah",
          "selain",
          "dan",
          "atau",
          "serta",
          "tidak",
          "belum",
          "terbuka",
          "pernah");

  private final Sop sop;
  private final RouteRule rule;
  private final Map<Column, String> cells = new EnumMap<>(Column.class);

  private ArrowTable(Sop sop, RouteRule rule) {
    this.sop = sop;
    this.rule = rule;
  }

  /**
   * The rows of a decision table that says the same as {@code rules}, the headings first. Columns
   * that no rule needs are left out.
   *
   * @throws SopException SOP-2139 when a rule says what no row can, such as alternatives within a
   *     negation
   */
  public static List<List<String>> rows(Sop sop, List<RouteRule> rules) {
    List<Map<Column, String>> all =
        rules.stream().map(r -> new ArrowTable(sop, r).cells()).toList();
    List<Column> columns =
        java.util.Arrays.stream(Column.values())
            .filter(
                c ->
                    c == Column.DARI
                        || c == Column.KE
                        || c == Column.DASAR_HUKUM
                        || all.stream().anyMatch(row -> row.containsKey(c)))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::heading).toList());
    all.forEach(row -> rows.add(columns.stream().map(c -> row.getOrDefault(c, "")).toList()));
    return List.copyOf(rows);
  }

  private SopException notWritable() {
    return new SopException(ArrowCode.NOT_WRITABLE, '"' + rule.name() + '"');
  }

  private void put(Column column, String text) {
    if (!text.isEmpty()) {
      cells.put(column, text);
    }
  }

  private Map<Column, String> cells() {
    put(Column.ATURAN, rule.name());
    put(Column.DASAR_HUKUM, rule.reason().dasarHukum());
    put(Column.KARENA, rule.reason().karena());
    put(Column.KETERANGAN, rule.keterangan());
    List<String> syarat = new ArrayList<>();
    trigger(syarat);
    for (Condition condition : rule.conditions()) {
      if (!condition.equals(rule.trigger())) {
        syarat.add(condition(condition));
      }
    }
    put(Column.SYARAT, String.join("; ", syarat));
    action();
    baris();
    return cells;
  }

  /** Only where the table would not find it by itself. */
  private void baris() {
    String from = cells.getOrDefault(Column.DARI, "");
    String near = from.equals("mulai") ? cells.getOrDefault(Column.KE, "") : from;
    if (!near.equals(rule.reason().baris())) {
      put(Column.BARIS, rule.reason().baris());
    }
  }

  private void trigger(List<String> syarat) {
    Condition trigger = rule.trigger();
    if (trigger.fact() == Fact.MULAI) {
      put(Column.DARI, "mulai");
      return;
    }
    for (Comparison comparison : trigger.comparisons()) {
      switch (comparison.field()) {
        case Fact.LANGKAH -> putOnce(Column.DARI, words(comparison, ArrowTable::row));
        case Fact.KEPUTUSAN -> putOnce(Column.KEPUTUSAN, words(comparison, l -> l));
        case Fact.KUNJUNGAN -> syarat.add(comparison("kunjungan", comparison, DataValue::teks));
        default -> syarat.add("oleh " + words(comparison, r -> r));
      }
    }
    if (!cells.containsKey(Column.DARI)) {
      throw notWritable();
    }
  }

  private void putOnce(Column column, String text) {
    if (cells.put(column, text) != null) {
      throw notWritable();
    }
  }

  /** Words: one, some of which any will do, or some of which none will. */
  private String words(Comparison comparison, UnaryOperator<String> word) {
    List<Relation> relations = comparison.anyOf().stream().flatMap(List::stream).toList();
    boolean allAlone = comparison.anyOf().stream().allMatch(all -> all.size() == 1);
    boolean allEqual =
        relations.stream().allMatch(r -> r.op() == Relation.Op.EQ || r.op() == Relation.Op.IN);
    boolean except =
        relations.size() == 1
            && (relations.get(0).op() == Relation.Op.NE
                || relations.get(0).op() == Relation.Op.NOT_IN);
    if (!allAlone || !(allEqual || except)) {
      throw notWritable();
    }
    return (except ? "selain " : "")
        + comparison.values().stream()
            .map(v -> word.apply(v.teks()))
            .collect(Collectors.joining(" atau "));
  }

  private String condition(Condition condition) {
    String not = condition.negated() ? "tidak " : "";
    if (condition.fact() == Fact.TERBUKA || condition.fact() == Fact.PERNAH) {
      if (condition.comparisons().size() != 1) {
        throw notWritable();
      }
      String word = condition.fact() == Fact.TERBUKA ? "terbuka " : "pernah ";
      return not + word + words(condition.comparisons().get(0), ArrowTable::row);
    }
    List<String> all = condition.comparisons().stream().map(this::data).toList();
    if (!condition.negated()) {
      return String.join("; ", all);
    }
    boolean alternatives = condition.comparisons().stream().anyMatch(c -> c.anyOf().size() > 1);
    if (all.size() > 1 && alternatives) {
      throw notWritable();
    }
    return "tidak (" + String.join(" dan ", all) + ")";
  }

  private String data(Comparison comparison) {
    DataField field = Optional.ofNullable(sop.facts().get(comparison.field())).orElseThrow();
    boolean grouped =
        field.domain() instanceof DataDomain.Uang || field.domain() instanceof DataDomain.Bilangan;
    return comparison(comparison.field(), comparison, v -> grouped ? grouped(v) : v.teks());
  }

  private static String grouped(DataValue value) {
    return String.format(Locale.ROOT, "%,d", Long.valueOf(value.teks())).replace(',', '.');
  }

  private static String comparison(
      String field, Comparison comparison, Function<DataValue, String> value) {
    boolean several = comparison.anyOf().size() > 1;
    return field
        + " "
        + comparison.anyOf().stream()
            .map(all -> tests(all, several, value))
            .collect(Collectors.joining(" atau "));
  }

  private static String tests(
      List<Relation> all, boolean several, Function<DataValue, String> value) {
    String joined = all.stream().map(r -> relation(r, value)).collect(Collectors.joining(" dan "));
    return several && all.size() > 1 ? "(" + joined + ")" : joined;
  }

  private static String relation(Relation relation, Function<DataValue, String> value) {
    String values = relation.values().stream().map(value).collect(Collectors.joining(" atau "));
    return switch (relation.op()) {
      case EQ, IN -> "= " + values;
      case NE, NOT_IN -> "bukan " + values;
      case LT, LE, GT, GE -> relation.op().text() + " " + values;
    };
  }

  private void action() {
    rule.action()
        .match(
            new Action.Cases<Boolean>() {
              @Override
              public Boolean ke(Action.Ke ke) {
                targets(ke.targets());
                return true;
              }

              @Override
              public Boolean tunggu(Action.Tunggu tunggu) {
                put(Column.KE, "tunggu");
                return true;
              }

              @Override
              public Boolean selesai(Action.Selesai selesai) {
                String hasil = selesai.hasil();
                String word = selesai.seluruhnya() ? "akhiri" : "selesai";
                boolean usual = hasil.equals("SELESAI") && !selesai.seluruhnya();
                put(Column.KE, usual ? word : word + ": " + hasil);
                return true;
              }
            });
  }

  private void targets(List<Action.Tujuan> targets) {
    if (targets.stream().anyMatch(t -> !t.eskalasi().isEmpty())) {
      throw notWritable();
    }
    put(
        Column.KE,
        targets.stream().map(t -> row(t.step().value())).collect(Collectors.joining(" dan ")));
    put(Column.OLEH, said(targets, t -> t.oleh().map(ArrowTable::roles)));
    put(Column.WAKTU, said(targets, t -> t.selama().map(Waktu::teks)));
  }

  /** A row that is called like a word of the table is told from the word. */
  private static String row(String id) {
    return WORDS.contains(id.toLowerCase(Locale.ROOT)) ? "baris " + id : id;
  }

  private static String roles(List<PelaksanaCode> roles) {
    return roles.stream().map(PelaksanaCode::value).collect(Collectors.joining(", "));
  }

  private static String said(
      List<Action.Tujuan> targets, Function<Action.Tujuan, Optional<String>> what) {
    List<Optional<String>> all = targets.stream().map(what).toList();
    if (all.stream().distinct().count() == 1) {
      return all.get(0).orElse("");
    }
    return targets.stream()
        .flatMap(t -> what.apply(t).stream().map(said -> t.step() + ": " + said))
        .collect(Collectors.joining("; "));
  }
}
