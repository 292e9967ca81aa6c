package id.sop.routing;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing that rules look at, cut into regions within which they cannot tell values apart.
 * Regions are numbered from 0.
 */
public sealed interface Dimension {

  /** How many regions there are. */
  int size();

  /** The region that {@code question} falls into; -1 when it falls into none. */
  int regionOf(RouteQuestion question);

  /** What is looked at, as a rule author names it. */
  String name();

  /** What is true in a region, as a person reads it. */
  String text(int region);

  /** A fact whose values are words or yes and no; region 0 is: not known. */
  record Words(String field, List<DataValue> values) implements Dimension {
    public Words {
      values = List.copyOf(values);
    }

    @Override
    public int size() {
      return values.size() + 1;
    }

    @Override
    public int regionOf(RouteQuestion question) {
      DataValue value = question.data().get(field);
      if (value == null) {
        return 0;
      }
      int index = values.indexOf(value);
      return index < 0 ? -1 : index + 1;
    }

    @Override
    public String name() {
      return field;
    }

    @Override
    public String text(int region) {
      return region == 0 ? UNKNOWN : values.get(region - 1).teks();
    }
  }

  /**
   * A fact that is a number or a date; region 0 is: not known.
   *
   * @param ranges the other regions, ascending
   */
  record Amounts(String field, boolean dates, List<Range> ranges) implements Dimension {
    public Amounts {
      ranges = ascending(ranges);
    }

    @Override
    public int size() {
      return ranges.size() + 1;
    }

    @Override
    public int regionOf(RouteQuestion question) {
      DataValue value = question.data().get(field);
      if (value == null) {
        return 0;
      }
      int index =
          dates
              ? value instanceof DataValue.Tanggal t ? indexOf(ranges, t.value().toEpochDay()) : -1
              : value instanceof DataValue.Bilangan b ? indexOf(ranges, b.value()) : -1;
      return index < 0 ? -1 : index + 1;
    }

    /** The value in a region nearest to its lower end. */
    DataValue sample(int region) {
      long from = ranges.get(region - 1).from();
      return dates ? DataValue.of(LocalDate.ofEpochDay(from)) : DataValue.of(from);
    }

    private String shown(long value) {
      return dates ? LocalDate.ofEpochDay(value).toString() : Long.toString(value);
    }

    @Override
    public String name() {
      return field;
    }

    @Override
    public String text(int region) {
      if (region == 0) {
        return UNKNOWN;
      }
      Range range = ranges.get(region - 1);
      return range.from() == range.to()
          ? shown(range.from())
          : shown(range.from()) + ".." + shown(range.to());
    }
  }

  /**
   * How many times the row has been completed.
   *
   * @param ranges the regions, ascending
   */
  record Visits(List<Range> ranges) implements Dimension {
    public Visits {
      checkArgument(
          ranges.get(ranges.size() - 1).to() == Integer.MAX_VALUE, "visits have no upper end");
      ranges = ascending(ranges);
    }

    @Override
    public int size() {
      return ranges.size();
    }

    @Override
    public int regionOf(RouteQuestion question) {
      return question.completed().isPresent()
          ? indexOf(ranges, question.completed().get().visit())
          : -1;
    }

    @Override
    public String name() {
      return "kunjungan";
    }

    @Override
    public String text(int region) {
      Range range = ranges.get(region);
      if (range.from() == range.to()) {
        return Long.toString(range.from());
      }
      return range.to() == Integer.MAX_VALUE
          ? range.from() + " atau lebih"
          : range.from() + ".." + range.to();
    }
  }

  /** Who completed the row: one of the roles named in rules, or (the last region) any other. */
  record Performer(List<PelaksanaCode> named) implements Dimension {
    public Performer {
      named = List.copyOf(named);
    }

    @Override
    public int size() {
      return named.size() + 1;
    }

    @Override
    public int regionOf(RouteQuestion question) {
      if (question.completed().isEmpty()) {
        return -1;
      }
      int index = named.indexOf(question.completed().get().by());
      return index < 0 ? named.size() : index;
    }

    @Override
    public String name() {
      return "oleh";
    }

    @Override
    public String text(int region) {
      return region == named.size() ? "pelaksana lain" : named.get(region).value();
    }
  }

  /**
   * Whether any of these rows is open (region 1) or none (region 0).
   *
   * @param ever whether it is asked instead if a row has ever been completed
   */
  record AnyRow(boolean ever, Set<StepId> rows) implements Dimension {
    public AnyRow {
      rows = Collections.unmodifiableSortedSet(new TreeSet<>(rows));
    }

    @Override
    public int size() {
      return 2;
    }

    @Override
    public int regionOf(RouteQuestion question) {
      return Collections.disjoint(rows, ever ? question.ever() : question.open()) ? 0 : 1;
    }

    @Override
    public String name() {
      String named = String.join("/", rows.stream().map(StepId::value).toList());
      return (ever ? "pernah " : "terbuka ") + named;
    }

    @Override
    public String text(int region) {
      return region == 0 ? "tidak" : "ya";
    }
  }

  /** What stands for a fact that is not known. */
  String UNKNOWN = "belum diketahui";

  private static int indexOf(List<Range> ranges, long value) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Range range = ranges.get(middle);
      if (value < range.from()) {
        high = middle - 1;
      } else if (value > range.to()) {
        low = middle + 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  private static List<Range> ascending(List<Range> ranges) {
    for (int i = 1; i < ranges.size(); i++) {
      checkArgument(ranges.get(i - 1).to() < ranges.get(i).from(), "out of order: %s", ranges);
    }
    return List.copyOf(ranges);
  }
}
