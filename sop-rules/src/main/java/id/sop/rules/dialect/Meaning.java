package id.sop.rules.dialect;

import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Understands the conditions of one rule. */
final class Meaning {
  private final Vocabulary words;

  private Meaning(Vocabulary words) {
    this.words = words;
  }

  /** The conditions; incomplete when something is wrong, which {@code words} has told. */
  static List<Condition> understand(Raw.Rule rule, Vocabulary words) {
    Meaning meaning = new Meaning(words);
    List<Condition> conditions = new ArrayList<>();
    Optional<Token> trigger = Optional.empty();
    for (Raw.Pattern pattern : rule.conditions()) {
      Fact fact = Fact.of(pattern.fact().text()).orElseThrow();
      if (fact == Fact.MULAI || fact == Fact.SELESAI) {
        if (trigger.isPresent()) {
          words.refuse(pattern.fact(), DialectCode.TRIGGER_TWICE, pattern.fact().text());
        }
        if (pattern.not().isPresent()) {
          words.refuse(pattern.not().get(), DialectCode.TRIGGER_NEGATED, pattern.fact().text());
        }
        trigger = Optional.of(pattern.fact());
      }
      conditions.add(meaning.condition(pattern, fact));
    }
    if (trigger.isEmpty() && rule.isWhole(Raw.Part.WHEN)) {
      words.refuse(rule.keyword(), DialectCode.TRIGGER_MISSING);
    }
    return conditions;
  }

  private Condition condition(Raw.Pattern pattern, Fact fact) {
    List<Comparison> comparisons = new ArrayList<>();
    List<Step> rows = words.rows();
    for (Raw.Constraint c : pattern.constraints()) {
      if (c.field().text().equals(Fact.LANGKAH) && fact.fields().contains(Fact.LANGKAH)) {
        Comparison comparison = rowComparison(c);
        comparisons.add(comparison);
        rows = rows.stream().filter(r -> comparison.holds(DataValue.of(r.id().value()))).toList();
      }
    }
    boolean isUnderstood =
        pattern.constraints().stream().allMatch(c -> words.fields(fact).contains(c.field().text()));
    if (isUnderstood && needsMore(fact, comparisons, pattern)) {
      words.refuse(pattern.fact(), DialectCode.FACT_WITHOUT_CONDITION, fact.word(), example(fact));
      return new Condition(false, fact, comparisons);
    }
    boolean labelAsked = false;
    for (Raw.Constraint c : pattern.constraints()) {
      String field = c.field().text();
      if (!words.fields(fact).contains(field)) {
        words.refuseField(c.field(), fact);
      } else if (field.equals(Fact.KEPUTUSAN)) {
        labelAsked = true;
        comparisons.add(labelComparison(c, rows));
      } else if (!field.equals(Fact.LANGKAH) || fact == Fact.DATA) {
        comparisons.add(comparison(c, fact));
      }
    }
    if (fact == Fact.SELESAI && !labelAsked) {
      rows.stream().filter(Step::decides).forEach(r -> labelNotAsked(pattern, r));
    }
    return new Condition(pattern.not().isPresent(), fact, comparisons);
  }

  private static boolean needsMore(Fact fact, List<Comparison> rows, Raw.Pattern pattern) {
    return switch (fact) {
      case SELESAI, PERNAH -> rows.isEmpty();
      case DATA -> pattern.constraints().isEmpty();
      case MULAI, TERBUKA -> false;
    };
  }

  private static String example(Fact fact) {
    return fact == Fact.DATA ? "Data( lokasi == \"...\" )" : fact.word() + "( langkah == \"1\" )";
  }

  private void labelNotAsked(Raw.Pattern pattern, Step row) {
    words.refuse(
        pattern.fact(),
        DialectCode.LABEL_NOT_ASKED,
        row.id().value(),
        Vocabulary.join(row.keputusan()));
  }

  private Comparison rowComparison(Raw.Constraint constraint) {
    return read(constraint, false, t -> words.row(t).map(r -> DataValue.of(r.id().value())));
  }

  private Comparison labelComparison(Raw.Constraint constraint, List<Step> rows) {
    List<Step> plain = rows.stream().filter(r -> r.labels().isEmpty()).toList();
    if (!plain.isEmpty()) {
      words.refuse(
          constraint.field(),
          DialectCode.DECIDES_NOTHING,
          Vocabulary.join(plain.stream().map(Step::id).toList()));
      return new Comparison(Fact.KEPUTUSAN, List.of());
    }
    // Without a row there is nothing to compare with; that the row is unknown is told already.
    return rows.isEmpty()
        ? new Comparison(Fact.KEPUTUSAN, List.of())
        : read(constraint, false, t -> words.label(t, rows));
  }

  private Comparison comparison(Raw.Constraint constraint, Fact fact) {
    String name = constraint.field().text();
    if (fact == Fact.DATA) {
      DataField field = words.data(name).orElseThrow();
      return read(constraint, Literals.isOrdered(field.domain()), t -> words.dataValue(t, field));
    }
    if (name.equals(Fact.KUNJUNGAN)) {
      return read(constraint, true, words::count);
    }
    return read(constraint, false, t -> words.role(t).map(r -> DataValue.of(r.value())));
  }

  /** Turns a token into the value that it means, or tells what is wrong with it. */
  private interface Reader {
    Optional<DataValue> read(Token token);
  }

  private Comparison read(Raw.Constraint constraint, boolean ordered, Reader reader) {
    List<List<Relation>> anyOf = new ArrayList<>();
    for (List<Raw.Comparing> tests : constraint.anyOf()) {
      List<Relation> all = new ArrayList<>();
      for (Raw.Comparing test : tests) {
        if (test.op().orders() && !ordered) {
          words.refuse(
              test.at(), DialectCode.NOT_ORDERED, constraint.field().text(), test.op().text());
        } else {
          List<DataValue> values =
              test.values().stream().map(reader::read).flatMap(Optional::stream).toList();
          all.add(new Relation(test.op(), values));
        }
      }
      anyOf.add(all);
    }
    return new Comparison(constraint.field().text(), anyOf);
  }
}
