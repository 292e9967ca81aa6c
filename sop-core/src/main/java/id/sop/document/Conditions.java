package id.sop.document;

import com.google.common.collect.ImmutableSortedSet;
import id.sop.definition.Pelaksana;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in few words under which conditions some cells of a grid hold, and the others do not. */
final class Conditions {
  /** More cases than this do not stand on an arrow: the facts are named, the table has the rest. */
  private static final int MOST = 3;

  private final Sop sop;
  private final Grid grid;
  private final boolean joins;

  /** By dimension, the regions that come up at all. */
  private final List<SortedSet<Integer>> all;

  /**
   * @param cells the cells that have a route
   * @param joins whether open rows need not be told, because a bar tells that they are waited for
   */
  Conditions(Sop sop, Grid grid, Collection<Integer> cells, boolean joins) {
    this.sop = sop;
    this.grid = grid;
    this.joins = joins;
    this.all = projections(cells);
  }

  /** One text for each case; none when nothing distinguishes the cells from the others. */
  List<String> texts(Collection<Integer> cells) {
    List<List<SortedSet<Integer>>> boxes =
        boxes(cells.stream().map(grid::regions).toList(), 0).stream().distinct().toList();
    List<String> texts = boxes.stream().map(this::text).distinct().toList();
    if (texts.contains("")) {
      return List.of();
    }
    return texts.size() <= MOST ? texts : List.of("menurut " + names(boxes));
  }

  private List<SortedSet<Integer>> projections(Collection<Integer> cells) {
    List<SortedSet<Integer>> projections = new ArrayList<>();
    for (int d = 0; d < grid.dimensions().size(); d++) {
      int at = d;
      projections.add(
          cells.stream()
              .map(cell -> grid.regions(cell)[at])
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return projections;
  }

  /** Regions by dimension such that together they are exactly {@code cells}. */
  private static List<List<SortedSet<Integer>>> boxes(List<int[]> cells, int at) {
    if (at == cells.get(0).length) {
      return List.of(List.of());
    }
    Map<Integer, List<int[]>> slices = new TreeMap<>();
    cells.forEach(cell -> slices.computeIfAbsent(cell[at], r -> new ArrayList<>()).add(cell));
    Map<List<List<SortedSet<Integer>>>, SortedSet<Integer>> alike = new LinkedHashMap<>();
    slices.forEach(
        (region, slice) ->
            alike.computeIfAbsent(boxes(slice, at + 1), s -> new TreeSet<>()).add(region));
    List<List<SortedSet<Integer>>> boxes = new ArrayList<>();
    alike.forEach(
        (rests, regions) ->
            rests.forEach(
                rest -> {
                  List<SortedSet<Integer>> box = new ArrayList<>();
                  box.add(ImmutableSortedSet.copyOf(regions));
                  box.addAll(rest);
                  boxes.add(box);
                }));
    return boxes;
  }

  private boolean matters(int at, Set<Integer> regions) {
    boolean open = grid.dimensions().get(at) instanceof Dimension.AnyRow any && !any.ever();
    return !(joins && open) && !regions.equals(all.get(at));
  }

  private String text(List<SortedSet<Integer>> box) {
    List<String> parts = new ArrayList<>();
    for (int at = 0; at < box.size(); at++) {
      if (matters(at, box.get(at))) {
        parts.add(text(grid.dimensions().get(at), box.get(at)));
      }
    }
    return String.join(", ", parts);
  }

  private String names(List<List<SortedSet<Integer>>> boxes) {
    Set<String> names = new TreeSet<>();
    for (List<SortedSet<Integer>> box : boxes) {
      for (int at = 0; at < box.size(); at++) {
        if (matters(at, box.get(at))) {
          names.add(grid.dimensions().get(at).name());
        }
      }
    }
    return String.join(", ", names);
  }

  private String text(Dimension dimension, SortedSet<Integer> regions) {
    if (dimension instanceof Dimension.AnyRow any) {
      String rows = any.rows().stream().map(StepId::value).collect(Collectors.joining("/"));
      boolean yes = regions.contains(1);
      return "baris "
          + rows
          + (any.ever()
              ? yes ? " pernah selesai" : " belum pernah selesai"
              : yes ? " masih terbuka" : " tidak terbuka");
    }
    if (dimension instanceof Dimension.Performer performer) {
      return "oleh "
          + regions.stream().map(r -> performer(performer, r)).collect(Collectors.joining(" / "));
    }
    if (dimension instanceof Dimension.Visits visits) {
      return "kunjungan ke-"
          + spans(visits.ranges(), regions, 0).stream()
              .map(Conditions::visits)
              .collect(Collectors.joining(" / "));
    }
    List<String> values = new ArrayList<>();
    if (dimension instanceof Dimension.Amounts amounts) {
      spans(amounts.ranges(), regions, 1).forEach(span -> values.add(amount(amounts, span)));
    } else {
      regions.stream().filter(r -> r > 0).map(dimension::text).forEach(values::add);
    }
    if (regions.contains(0)) {
      values.add(Dimension.UNKNOWN);
    }
    return dimension.name() + " " + String.join(" / ", values);
  }

  private String performer(Dimension.Performer performer, int region) {
    return region < performer.named().size()
        ? name(performer.named().get(region))
        : performer.text(region);
  }

  private String name(PelaksanaCode code) {
    Pelaksana role = sop.pelaksana().get(code);
    return role == null ? code.value() : role.nama();
  }

  /** The regions as few ranges: neighbours become one. */
  private static List<Range> spans(List<Range> ranges, SortedSet<Integer> regions, int first) {
    List<Range> spans = new ArrayList<>();
    for (int region : regions) {
      if (region < first) {
        continue;
      }
      Range range = ranges.get(region - first);
      int last = spans.size() - 1;
      if (last >= 0 && spans.get(last).to() + 1 == range.from()) {
        spans.set(last, new Range(spans.get(last).from(), range.to()));
      } else {
        spans.add(range);
      }
    }
    return spans;
  }

  private static String visits(Range span) {
    if (span.to() == Integer.MAX_VALUE) {
      return span.from() + " atau lebih";
    }
    return span.from() == span.to()
        ? Long.toString(span.from())
        : span.from() + " sampai " + span.to();
  }

  private static String amount(Dimension.Amounts amounts, Range span) {
    boolean least = span.from() == amounts.ranges().get(0).from();
    boolean most = span.to() == amounts.ranges().get(amounts.ranges().size() - 1).to();
    if (span.from() == span.to()) {
      return shown(amounts, span.from());
    }
    if (least && most) {
      return "diketahui";
    }
    if (most) {
      return "≥ " + shown(amounts, span.from());
    }
    return least
        ? "≤ " + shown(amounts, span.to())
        : shown(amounts, span.from()) + " – " + shown(amounts, span.to());
  }

  /** As an Indonesian writes it: dots between thousands. */
  private static String shown(Dimension.Amounts amounts, long value) {
    if (amounts.dates()) {
      return LocalDate.ofEpochDay(value).toString();
    }
    return Long.toString(value).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".");
  }
}
