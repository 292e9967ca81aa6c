package id.sop.rules.dialect;

import id.sop.definition.DataValue;
import id.sop.definition.Parameter;
import id.sop.definition.Sop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Days of beginning on which some parameters have the same values.
 *
 * @param from the first day
 * @param before the day after the last one; empty when there is no end
 */
record Period(LocalDate from, Optional<LocalDate> before) {

  /** The periods of those of {@code names} that are parameters; none when none is. */
  static List<Period> of(Sop sop, Set<String> names) {
    Set<LocalDate> days = new TreeSet<>();
    Optional<LocalDate> first = sop.firstDay();
    for (String name : names) {
      Parameter parameter = sop.parameter().get(name);
      if (parameter != null) {
        days.add(first.orElseThrow());
        for (Parameter.Nilai value : parameter.nilai()) {
          if (value.sejak().isAfter(first.get())) {
            days.add(value.sejak());
          }
        }
      }
    }
    List<LocalDate> starts = List.copyOf(days);
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      boolean isLast = i + 1 == starts.size();
      periods.add(
          new Period(starts.get(i), isLast ? Optional.empty() : Optional.of(starts.get(i + 1))));
    }
    return List.copyOf(periods);
  }

  /** {@code rule} for cases that begin in this period only. */
  RouteRule holding(RouteRule rule) {
    List<Relation> tests = new ArrayList<>();
    tests.add(new Relation(Relation.Op.GE, List.of(DataValue.of(from))));
    before.ifPresent(d -> tests.add(new Relation(Relation.Op.LT, List.of(DataValue.of(d)))));
    List<Condition> conditions = new ArrayList<>(rule.conditions());
    conditions.add(
        new Condition(
            false,
            Fact.DATA,
            List.of(new Comparison(Parameter.TANGGAL_MULAI, List.of(List.copyOf(tests))))));
    return new RouteRule(rule.reason(), rule.keterangan(), conditions, rule.action());
  }
}
