package id.sop.rules.exploration;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Longs;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.Range;
import id.sop.routing.RouteQuestion;
import id.sop.rules.dialect.Comparison;
import id.sop.rules.dialect.Condition;
import id.sop.rules.dialect.Fact;
import id.sop.rules.dialect.Relation;
import id.sop.rules.dialect.RouteRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The questions that can come up: for the start and for each row and label, what the rules that may
 * answer look at, cut where they compare.
 */
final class Grids {
  private final Sop sop;
  private final List<RouteRule> rules;

  private Grids(Sop sop, List<RouteRule> rules) {
    this.sop = sop;
    this.rules = rules;
  }

  /** One grid for the start, and one for each row and label, in printed order. */
  static List<Grid> of(Sop sop, List<RouteRule> rules) {
    Grids grids = new Grids(sop, rules);
    return Grid.askedIn(sop).stream().map(grids::grid).toList();
  }

  private Grid grid(Optional<RouteQuestion.Completed> asked) {
    Optional<StepId> from = asked.map(RouteQuestion.Completed::step);
    Optional<Label> label = asked.flatMap(RouteQuestion.Completed::label);
    List<Condition> conditions =
        rules.stream()
            .filter(r -> r.canAnswer(from, label))
            .flatMap(r -> r.conditions().stream())
            .toList();
    List<Dimension> dimensions = new ArrayList<>();
    for (DataField field : sop.facts().values()) {
      List<DataValue> values = compared(conditions, Fact.DATA, field.nama());
      if (!values.isEmpty()) {
        dimensions.add(data(field, values));
      }
    }
    List<DataValue> roles = compared(conditions, Fact.SELESAI, Fact.OLEH);
    if (!roles.isEmpty()) {
      Set<PelaksanaCode> named = new TreeSet<>();
      roles.forEach(r -> named.add(PelaksanaCode.of(r.teks())));
      dimensions.add(new Dimension.Performer(List.copyOf(named)));
    }
    List<DataValue> visits = compared(conditions, Fact.SELESAI, Fact.KUNJUNGAN);
    if (!visits.isEmpty()) {
      dimensions.add(new Dimension.Visits(ranges(1, Integer.MAX_VALUE, visits)));
    }
    for (Set<StepId> rows : rowSets(conditions, Fact.TERBUKA, from)) {
      dimensions.add(new Dimension.AnyRow(false, rows));
    }
    for (Set<StepId> rows : rowSets(conditions, Fact.PERNAH, Optional.empty())) {
      dimensions.add(new Dimension.AnyRow(true, rows));
    }
    return new Grid(asked, dimensions);
  }

  private static List<DataValue> compared(List<Condition> conditions, Fact fact, String field) {
    return conditions.stream()
        .filter(c -> c.fact() == fact)
        .flatMap(c -> c.comparisons().stream())
        .filter(c -> c.field().equals(field))
        .map(Comparison::values)
        .flatMap(List::stream)
        .toList();
  }

  private static Dimension data(DataField field, List<DataValue> compared) {
    DataDomain domain = field.domain();
    if (domain instanceof DataDomain.Pilihan choice) {
      return new Dimension.Words(field.nama(), choice.nilai().stream().map(DataValue::of).toList());
    }
    if (domain instanceof DataDomain.Bilangan b) {
      return new Dimension.Amounts(field.nama(), false, ranges(b.dari(), b.sampai(), compared));
    }
    if (domain instanceof DataDomain.Uang u) {
      return new Dimension.Amounts(field.nama(), false, ranges(u.dari(), u.sampai(), compared));
    }
    if (domain instanceof DataDomain.Tanggal t) {
      return new Dimension.Amounts(
          field.nama(), true, ranges(t.dari().toEpochDay(), t.sampai().toEpochDay(), compared));
    }
    return new Dimension.Words(field.nama(), List.of(DataValue.of(true), DataValue.of(false)));
  }

  /** Below, at and above each constant: between them no comparison can tell values apart. */
  private static List<Range> ranges(long from, long to, List<DataValue> compared) {
    TreeSet<Long> starts = new TreeSet<>(Longs.asList(from));
    for (DataValue value : compared) {
      long cut = Relation.asNumber(value);
      starts.add(cut);
      if (cut < to) {
        starts.add(cut + 1);
      }
    }
    List<Range> ranges = new ArrayList<>();
    for (long start : starts) {
      Long next = starts.higher(start);
      ranges.add(new Range(start, next == null ? to : next - 1));
    }
    return ranges;
  }

  /** The sets of rows that conditions on {@code fact} admit: each is one yes or no. */
  private Set<Set<StepId>> rowSets(
      List<Condition> conditions, Fact fact, Optional<StepId> without) {
    Set<Set<StepId>> sets = new LinkedHashSet<>();
    List<StepId> rows =
        sop.langkah().keySet().stream().filter(r -> !without.equals(Optional.of(r))).toList();
    for (Condition condition : conditions) {
      if (condition.fact() == fact) {
        sets.add(ImmutableSet.copyOf(condition.admitted(rows)));
      }
    }
    return sets;
  }
}
