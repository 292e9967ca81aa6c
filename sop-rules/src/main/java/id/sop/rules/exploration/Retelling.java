package id.sop.rules.exploration;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.routing.Dimension;
import id.sop.routing.RouteQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Retells a way of the walk as the questions that one real case raises. */
final class Retelling {
  private final Sop sop;
  private final Reach reach;
  private final boolean isLowest;

  /**
   * Retells ways of {@code walk}.
   *
   * @param isLowest whether facts take the lowest value that leads this way, else the highest
   */
  Retelling(Sop sop, Walk walk, boolean isLowest) {
    this.sop = sop;
    this.reach = walk.reach();
    this.isLowest = isLowest;
  }

  /** The case that goes {@code way}, each of its arrows but the last leading on. */
  Witness of(List<Walk.Hop> way) {
    List<Map<String, DataValue>> given = given(way);
    List<RouteQuestion> path = new ArrayList<>();
    List<String> words = new ArrayList<>();
    Map<String, DataValue> data = new LinkedHashMap<>();
    Map<StepId, Integer> visits = new HashMap<>();
    Set<StepId> open = new TreeSet<>();
    Set<StepId> ever = new TreeSet<>();
    for (int i = 0; i < way.size(); i++) {
      Walk.Hop hop = way.get(i);
      Map<String, DataValue> news = new TreeMap<>(given.get(i));
      news.entrySet().removeIf(e -> e.getValue().equals(data.get(e.getKey())));
      data.putAll(news);
      Optional<RouteQuestion.Completed> completed =
          hop.asked().from().map(r -> completed(hop, visits));
      hop.asked().from().ifPresent(open::remove);
      Reach.done(hop.asked().grid()).ifPresent(ever::add);
      if (!hop.asked().isOfDocument()) {
        path.add(new RouteQuestion(completed, open, ever, data));
      }
      boolean saysSomething = completed.isPresent() || !news.isEmpty() || way.size() == 1;
      if (hop.asked().isOfDocument()) {
        words.add(happening(hop));
      } else if (saysSomething) {
        words.add(words(hop, completed, news));
      }
      open.addAll(Asked.opened(hop.answer()));
    }
    return new Witness(path, String.join(", ", words));
  }

  private RouteQuestion.Completed completed(Walk.Hop hop, Map<StepId, Integer> visits) {
    RouteQuestion.Completed usual = hop.asked().grid().asked().orElseThrow();
    int visit = visits.merge(usual.step(), 1, Integer::sum);
    return new RouteQuestion.Completed(
        usual.step(), usual.label(), named(hop).orElse(usual.by()), visit);
  }

  /** Who completes the row, if the rules look at it. */
  private Optional<PelaksanaCode> named(Walk.Hop hop) {
    Step step = sop.step(hop.asked().from().orElseThrow()).orElseThrow();
    int[] regions = hop.regions();
    for (int i = 0; i < regions.length; i++) {
      if (hop.asked().grid().dimensions().get(i) instanceof Dimension.Performer performer) {
        return Optional.of(reach.performer(step, performer, regions[i]));
      }
    }
    return Optional.empty();
  }

  /** A row that arises, or is done again. */
  private static String happening(Walk.Hop hop) {
    StepId row = hop.asked().opened().iterator().next();
    return row + (hop.asked().from().isPresent() ? " diulang" : " sewaktu-waktu");
  }

  private String words(
      Walk.Hop hop, Optional<RouteQuestion.Completed> completed, Map<String, DataValue> news) {
    StringBuilder text = new StringBuilder(completed.map(c -> c.step().value()).orElse("mulai"));
    hop.asked().label().map(Label::value).ifPresent(l -> text.append(' ').append(l));
    completed.flatMap(c -> named(hop)).ifPresent(by -> text.append(" oleh ").append(by));
    List<String> facts =
        news.entrySet().stream().map(e -> e.getKey() + " " + e.getValue().teks()).toList();
    if (!facts.isEmpty()) {
      text.append(" (").append(String.join(", ", facts)).append(')');
    }
    return text.toString();
  }

  /**
   * The facts that each step of the way gives. Told backwards, because a fact must already have the
   * value that a later row will see.
   */
  private List<Map<String, DataValue>> given(List<Walk.Hop> way) {
    List<Map<String, DataValue>> given = new ArrayList<>();
    Map<String, ImmutableSortedSet<Integer>> needed = new HashMap<>();
    for (int i = way.size() - 1; i >= 0; i--) {
      given.add(0, given(way.get(i), needed));
    }
    return given;
  }

  private Map<String, DataValue> given(
      Walk.Hop hop, Map<String, ImmutableSortedSet<Integer>> needed) {
    Facts facts = reach.facts();
    Optional<StepId> row = Reach.done(hop.asked().grid());
    Map<String, DataValue> given = new HashMap<>();
    int[] regions = hop.regions();
    for (int i = 0; i < regions.length; i++) {
      Dimension dimension = hop.asked().grid().dimensions().get(i);
      Optional<DataField> field = facts.field(dimension);
      if (field.isPresent() && !facts.meant(dimension, regions[i]).contains(0)) {
        see(hop, field.get(), facts.meant(dimension, regions[i]), needed, given);
      }
    }
    for (DataField field : sop.data().values()) {
      if (Facts.isDemanded(field, row)) {
        Optional<Integer> region = Optional.ofNullable(needed.remove(field.nama())).map(this::pick);
        given.put(
            field.nama(),
            region.map(r -> facts.value(field, r, isLowest)).orElseGet(() -> any(field)));
      }
    }
    return given;
  }

  private void see(
      Walk.Hop hop,
      DataField field,
      ImmutableSortedSet<Integer> seen,
      Map<String, ImmutableSortedSet<Integer>> needed,
      Map<String, DataValue> given) {
    Facts facts = reach.facts();
    Optional<StepId> row = Reach.done(hop.asked().grid());
    ImmutableSortedSet<Integer> possible =
        ImmutableSortedSet.copyOf(
            Sets.intersection(seen, facts.possible(hop.before(), field, row)));
    boolean isFixed = facts.areCarried() && facts.isFixed(hop.before(), field);
    if (isFixed || Facts.isDemanded(field, row)) {
      Set<Integer> later = needed.getOrDefault(field.nama(), possible);
      needed.put(field.nama(), ImmutableSortedSet.copyOf(Sets.intersection(possible, later)));
    } else {
      given.put(field.nama(), facts.value(field, pick(possible), isLowest));
    }
  }

  private int pick(ImmutableSortedSet<Integer> regions) {
    return isLowest ? regions.first() : regions.last();
  }

  /** A value for a fact that a row demands but no rule on the way looks at. */
  private static DataValue any(DataField field) {
    if (field.harus().isPresent()) {
      return field.harus().get();
    }
    DataDomain domain = field.domain();
    if (domain instanceof DataDomain.Pilihan choice) {
      return DataValue.of(choice.nilai().get(0));
    }
    if (domain instanceof DataDomain.Bilangan number) {
      return DataValue.of(number.dari());
    }
    if (domain instanceof DataDomain.Uang money) {
      return DataValue.of(money.dari());
    }
    return domain instanceof DataDomain.Tanggal date
        ? DataValue.of(date.dari())
        : DataValue.of(true);
  }
}
