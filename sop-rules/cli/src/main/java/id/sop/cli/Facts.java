package id.sop.cli;

import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Sop;
import id.sop.routing.Block;
import id.sop.routing.Dimension;
import id.sop.routing.Range;
import id.sop.routing.RoutingTable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Draws the facts of a case. A number or date is drawn from one of the ranges between which the
 * rules can tell, each as likely as the others: drawn evenly from all amounts, the small ones would
 * never come up.
 */
final class Facts {
  private final Sop sop;
  private final Chances chances;
  private final Map<String, List<Range>> ranges = new TreeMap<>();
  private final Set<String> askedAtStart = new HashSet<>();

  Facts(Sop sop, RoutingTable table, Chances chances) {
    this.sop = sop;
    this.chances = chances;
    for (Block block : table.blocks()) {
      for (Dimension dimension : block.grid().dimensions()) {
        if (dimension instanceof Dimension.Amounts amounts) {
          ranges.merge(amounts.field(), amounts.ranges(), (a, b) -> a.size() >= b.size() ? a : b);
        }
        if (block.grid().asked().isEmpty()) {
          askedAtStart.add(dimension.name());
        }
      }
    }
  }

  /** What is known when the case begins: what no row asks for, or what the first arrow needs. */
  Map<String, DataValue> atStart(Random random) {
    Map<String, DataValue> known = new LinkedHashMap<>();
    for (DataField field : sop.data().values()) {
      if (field.wajibPada().isEmpty() || askedAtStart.contains(field.nama())) {
        known.put(field.nama(), draw(field, random));
      }
    }
    return known;
  }

  /** A value of {@code field}; the only one that lets its row be completed, if there is one. */
  DataValue draw(DataField field, Random random) {
    if (field.harus().isPresent()) {
      return field.harus().get();
    }
    List<DataValue> few = Chances.few(field.domain());
    if (!few.isEmpty()) {
      String drawn = chances.draw(field.nama(), few.stream().map(DataValue::teks).toList(), random);
      return field.domain().parse(drawn).orElseThrow();
    }
    List<Range> known = ranges.getOrDefault(field.nama(), List.of(whole(field.domain())));
    Range range = known.get(random.nextInt(known.size()));
    long drawn = range.from() + (long) (random.nextDouble() * (range.to() - range.from() + 1.0));
    long value = Math.min(drawn, range.to());
    return field.domain() instanceof DataDomain.Tanggal
        ? DataValue.of(LocalDate.ofEpochDay(value))
        : DataValue.of(value);
  }

  private static Range whole(DataDomain domain) {
    if (domain instanceof DataDomain.Bilangan b) {
      return new Range(b.dari(), b.sampai());
    }
    if (domain instanceof DataDomain.Uang u) {
      return new Range(u.dari(), u.sampai());
    }
    DataDomain.Tanggal t = (DataDomain.Tanggal) domain;
    return new Range(t.dari().toEpochDay(), t.sampai().toEpochDay());
  }
}
