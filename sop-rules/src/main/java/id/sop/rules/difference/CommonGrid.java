package id.sop.rules.difference;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.collect.TreeMultimap;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.Range;
import id.sop.routing.RouteQuestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The questions of two grids cut so finely that neither can tell apart what falls into one cell:
 * each dimension at the bounds of both.
 */
final class CommonGrid {
  private final List<Grid> grids;
  private final List<Sop> sops;
  private final Optional<RouteQuestion.Completed> asked;

  private CommonGrid(List<Grid> grids, List<Sop> sops) {
    this.grids = grids;
    this.sops = sops;
    this.asked = grids.get(grids.size() - 1).asked();
  }

  /**
   * The common refinement.
   *
   * @param grids one or two for the same row and label, the old one first
   * @param sops both documents, the old one first: a value that only one of them declares is asked
   *     for too
   */
  static Grid of(List<Grid> grids, List<Sop> sops) {
    return new CommonGrid(grids, sops).grid();
  }

  private Grid grid() {
    List<Dimension> dimensions = new ArrayList<>();
    fields().forEach((name, alike) -> dimensions.add(field(name, alike)));
    if (!all(Dimension.Performer.class).isEmpty()) {
      Set<PelaksanaCode> named = new TreeSet<>();
      all(Dimension.Performer.class).forEach(p -> named.addAll(p.named()));
      dimensions.add(new Dimension.Performer(List.copyOf(named)));
    }
    if (!all(Dimension.Visits.class).isEmpty()) {
      List<Range> ranges =
          all(Dimension.Visits.class).stream().flatMap(v -> v.ranges().stream()).toList();
      dimensions.add(new Dimension.Visits(cut(ranges)));
    }
    // When a case begins, no row is open and none was ever completed.
    if (asked.isPresent()) {
      dimensions.addAll(rows(false));
      dimensions.addAll(rows(true));
    }
    return new Grid(asked, dimensions);
  }

  private <D extends Dimension> List<D> all(Class<D> kind) {
    return grids.stream()
        .flatMap(g -> g.dimensions().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** The dimensions of facts by the name of the fact, in the order of the grids. */
  private Map<String, List<Dimension>> fields() {
    Map<String, List<Dimension>> fields = new LinkedHashMap<>();
    for (Dimension dimension : all(Dimension.class)) {
      if (dimension instanceof Dimension.Words || dimension instanceof Dimension.Amounts) {
        fields.computeIfAbsent(dimension.name(), n -> new ArrayList<>()).add(dimension);
      }
    }
    return fields;
  }

  /** Of a fact whose type has changed, the new type is asked for: no case can have the other. */
  private Dimension field(String name, List<Dimension> alike) {
    List<DataDomain> domains =
        sops.stream()
            .map(s -> Optional.ofNullable(s.data().get(name)))
            .flatMap(Optional::stream)
            .map(DataField::domain)
            .toList();
    if (alike.get(alike.size() - 1) instanceof Dimension.Amounts last) {
      List<Range> ranges = new ArrayList<>();
      for (Dimension dimension : alike) {
        if (dimension instanceof Dimension.Amounts a && a.dates() == last.dates()) {
          ranges.addAll(a.ranges());
        }
      }
      domains.forEach(d -> range(d, last.dates()).ifPresent(ranges::add));
      return new Dimension.Amounts(name, last.dates(), cut(ranges));
    }
    Set<DataValue> values = new LinkedHashSet<>();
    for (Dimension dimension : alike) {
      if (dimension instanceof Dimension.Words words) {
        values.addAll(words.values());
      }
    }
    domains.forEach(d -> values.addAll(words(d)));
    return new Dimension.Words(name, List.copyOf(values));
  }

  private static Optional<Range> range(DataDomain domain, boolean dates) {
    if (dates) {
      return domain instanceof DataDomain.Tanggal t
          ? Optional.of(new Range(t.dari().toEpochDay(), t.sampai().toEpochDay()))
          : Optional.empty();
    }
    if (domain instanceof DataDomain.Bilangan b) {
      return Optional.of(new Range(b.dari(), b.sampai()));
    }
    return domain instanceof DataDomain.Uang u
        ? Optional.of(new Range(u.dari(), u.sampai()))
        : Optional.empty();
  }

  private static List<DataValue> words(DataDomain domain) {
    if (domain instanceof DataDomain.Pilihan choice) {
      return choice.nilai().stream().map(DataValue::of).toList();
    }
    return domain instanceof DataDomain.YaTidak
        ? List.of(DataValue.of(true), DataValue.of(false))
        : List.of();
  }

  /** What any of {@code ranges} holds, cut wherever one of them begins or ends. */
  private static List<Range> cut(Collection<Range> ranges) {
    TreeSet<Long> starts = new TreeSet<>();
    for (Range range : ranges) {
      starts.add(range.from());
      starts.add(range.to() + 1);
    }
    List<Range> cut = new ArrayList<>();
    Long from = starts.first();
    for (Long next = starts.higher(from); next != null; from = next, next = starts.higher(from)) {
      long first = from;
      if (ranges.stream().anyMatch(r -> r.from() <= first && first <= r.to())) {
        cut.add(new Range(first, next - 1));
      }
    }
    return cut;
  }

  /**
   * The rows that are asked for, gathered so that those together which every condition names or
   * leaves out together. Of the row itself the answer is known: it is not open, and completed.
   */
  private List<Dimension> rows(boolean ever) {
    Optional<StepId> self = asked.map(RouteQuestion.Completed::step);
    List<Set<StepId>> sets =
        all(Dimension.AnyRow.class).stream()
            .filter(d -> d.ever() == ever)
            .map(Dimension.AnyRow::rows)
            .filter(rows -> !ever || self.filter(rows::contains).isEmpty())
            .distinct()
            .toList();
    TreeMultimap<String, StepId> byMembership = TreeMultimap.create();
    for (StepId row : new TreeSet<>(union(sets))) {
      if (!self.equals(Optional.of(row))) {
        StringBuilder membership = new StringBuilder();
        sets.forEach(s -> membership.append(s.contains(row) ? 'x' : '-'));
        byMembership.put(membership.toString(), row);
      }
    }
    return byMembership.asMap().values().stream()
        .<Dimension>map(rows -> new Dimension.AnyRow(ever, ImmutableSet.copyOf(rows)))
        .toList();
  }

  private static Set<StepId> union(List<Set<StepId>> sets) {
    return sets.stream().reduce(Set.of(), Sets::union);
  }
}
