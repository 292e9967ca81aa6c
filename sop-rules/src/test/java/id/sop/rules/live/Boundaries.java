package id.sop.rules.live;

import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.routing.Grid;
import id.sop.routing.RouteQuestion;
import id.sop.rules.dialect.Condition;
import id.sop.rules.dialect.Fact;
import id.sop.rules.dialect.Relation;
import id.sop.rules.dialect.RouteRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All questions just below, at and just above each constant of the rules, in all combinations:
 * found from the rules themselves, not from the table whose cuts are to be checked.
 */
final class Boundaries {
  private final Sop sop;
  private final List<RouteRule> rules;

  private Boundaries(Sop sop, List<RouteRule> rules) {
    this.sop = sop;
    this.rules = rules;
  }

  static List<RouteQuestion> of(Sop sop, List<RouteRule> rules) {
    Boundaries boundaries = new Boundaries(sop, rules);
    return Grid.askedIn(sop).stream().flatMap(a -> boundaries.asked(a).stream()).toList();
  }

  private List<RouteQuestion> asked(Optional<RouteQuestion.Completed> asked) {
    List<Condition> conditions =
        rules.stream()
            .filter(r -> r.canAnswer(asked.map(c -> c.step()), asked.flatMap(c -> c.label())))
            .flatMap(r -> r.conditions().stream())
            .toList();
    List<RouteQuestion> questions = new ArrayList<>();
    for (Map<String, DataValue> data : facts(conditions)) {
      if (asked.isEmpty()) {
        questions.add(RouteQuestion.start(data));
        continue;
      }
      StepId row = asked.get().step();
      for (PelaksanaCode by : sop.pelaksana().keySet()) {
        for (int visit : visits(conditions)) {
          for (Set<StepId> open : rows(conditions, Fact.TERBUKA)) {
            for (Set<StepId> ever : rows(conditions, Fact.PERNAH)) {
              Set<StepId> others = new TreeSet<>(open);
              others.remove(row);
              Set<StepId> done = new TreeSet<>(ever);
              done.add(row);
              RouteQuestion.Completed completed =
                  new RouteQuestion.Completed(row, asked.get().label(), by, visit);
              questions.add(new RouteQuestion(Optional.of(completed), others, done, data));
            }
          }
        }
      }
    }
    return questions;
  }

  private static Set<DataValue> constants(List<Condition> conditions, Fact fact, String field) {
    Set<DataValue> constants = new java.util.LinkedHashSet<>();
    conditions.stream()
        .filter(c -> c.fact() == fact)
        .flatMap(c -> c.comparisons().stream())
        .filter(c -> c.field().equals(field))
        .forEach(c -> constants.addAll(c.values()));
    return constants;
  }

  private List<Map<String, DataValue>> facts(List<Condition> conditions) {
    List<Map<String, DataValue>> all = List.of(Map.of());
    for (DataField field : sop.data().values()) {
      Set<DataValue> constants = constants(conditions, Fact.DATA, field.nama());
      if (!constants.isEmpty()) {
        List<Map<String, DataValue>> more = new ArrayList<>(all);
        for (Map<String, DataValue> known : all) {
          for (DataValue value : values(field.domain(), constants)) {
            Map<String, DataValue> with = new HashMap<>(known);
            with.put(field.nama(), value);
            more.add(with);
          }
        }
        all = more;
      }
    }
    return all;
  }

  private static List<DataValue> values(DataDomain domain, Set<DataValue> constants) {
    if (domain instanceof DataDomain.Pilihan choice) {
      return choice.nilai().stream().map(DataValue::of).toList();
    }
    if (domain instanceof DataDomain.YaTidak) {
      return List.of(DataValue.of(true), DataValue.of(false));
    }
    Set<Long> numbers = new TreeSet<>();
    for (DataValue constant : constants) {
      long at = Relation.asNumber(constant);
      numbers.addAll(List.of(at - 1, at, at + 1));
    }
    boolean dates = domain instanceof DataDomain.Tanggal;
    return numbers.stream()
        .map(n -> dates ? DataValue.of(LocalDate.ofEpochDay(n)) : DataValue.of(n))
        .filter(domain::contains)
        .toList();
  }

  private static Set<Integer> visits(List<Condition> conditions) {
    Set<Integer> visits = new TreeSet<>(Set.of(1));
    for (DataValue constant : constants(conditions, Fact.SELESAI, Fact.KUNJUNGAN)) {
      int at = (int) Relation.asNumber(constant);
      visits.addAll(List.of(Math.max(1, at - 1), at, at + 1));
    }
    return visits;
  }

  private List<Set<StepId>> rows(List<Condition> conditions, Fact fact) {
    List<Set<StepId>> sets = new ArrayList<>(List.of(Set.of()));
    if (conditions.stream().anyMatch(c -> c.fact() == fact)) {
      sop.langkah().keySet().forEach(row -> sets.add(Set.of(row)));
      sets.add(sop.langkah().keySet());
    }
    return sets;
  }
}
