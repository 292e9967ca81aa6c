package id.sop.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Eskalasi;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.routing.Block;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.Range;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.RoutingTable;
import id.sop.routing.Target;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Tables of a document that declares facts of every kind; what they say makes no sense. */
final class RandomTables {
  static final String FOLDER = "contoh";
  private static final List<Satuan> UNITS = List.of(Satuan.values());
  private static final int MAX_CELLS = 100;
  private static final String[] WORDS = {
    "\u0000", "\u2028", "\ud83d\ude00", "\"", "\\", "baris\nbaru", "panah", "<b>", "é", " "
  };

  private final Random random;

  RandomTables(Random random) {
    this.random = random;
  }

  /** The document with some rules that nobody reads, and {@code table} beside them. */
  static SopBundle bundle(byte[] table) {
    Map<String, byte[]> files = new HashMap<>(sources());
    files.put(SopBundle.TABEL, table);
    return SopBundle.of(FOLDER, files);
  }

  static SopBundle bundle() {
    return SopBundle.of(FOLDER, sources());
  }

  private static Map<String, byte[]> sources() {
    try (InputStream in = RandomTables.class.getResourceAsStream("/id/sop/definition/sop.yaml")) {
      return Map.of(SopBundle.SOP, in.readAllBytes(), SopBundle.RUTE, "// aturan".getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RoutingTable table(Sop sop) {
    List<Block> blocks = new ArrayList<>();
    for (Optional<RouteQuestion.Completed> asked : Grid.askedIn(sop)) {
      Grid grid = new Grid(asked, dimensions(sop, asked.isPresent()));
      while (grid.cells() > MAX_CELLS) {
        grid = new Grid(asked, dimensions(sop, asked.isPresent()));
      }
      List<RouteAnswer> answers = new ArrayList<>();
      List<RouteAnswer> few = List.of(answer(sop), answer(sop), answer(sop), answer(sop));
      for (int cell = 0; cell < grid.cells(); cell++) {
        answers.add(few.get(random.nextInt(few.size())));
      }
      blocks.add(new Block(grid, answers));
    }
    return RoutingTable.of(blocks, sop.pelaksana().keySet());
  }

  private List<Dimension> dimensions(Sop sop, boolean completed) {
    List<Dimension> dimensions = new ArrayList<>();
    for (DataField field : sop.data().values()) {
      if (random.nextInt(4) == 0) {
        dimensions.add(data(field));
      }
    }
    if (completed && random.nextInt(4) == 0) {
      dimensions.add(new Dimension.Performer(some(sop.pelaksana().keySet())));
    }
    if (completed && random.nextInt(4) == 0) {
      dimensions.add(new Dimension.Visits(ranges(1, Integer.MAX_VALUE)));
    }
    for (boolean ever : new boolean[] {false, true}) {
      if (random.nextInt(4) == 0) {
        Set<StepId> rows = new LinkedHashSet<>(some(sop.langkah().keySet()));
        dimensions.add(new Dimension.AnyRow(ever, rows));
      }
    }
    return dimensions;
  }

  private Dimension data(DataField field) {
    String name = field.nama();
    if (field.domain() instanceof DataDomain.Pilihan choice) {
      return new Dimension.Words(name, choice.nilai().stream().map(DataValue::of).toList());
    }
    if (field.domain() instanceof DataDomain.Bilangan b) {
      return new Dimension.Amounts(name, false, ranges(b.dari(), b.sampai()));
    }
    if (field.domain() instanceof DataDomain.Uang u) {
      return new Dimension.Amounts(name, false, ranges(u.dari(), u.sampai()));
    }
    if (field.domain() instanceof DataDomain.Tanggal t) {
      return new Dimension.Amounts(
          name, true, ranges(t.dari().toEpochDay(), t.sampai().toEpochDay()));
    }
    return new Dimension.Words(name, List.of(DataValue.of(true), DataValue.of(false)));
  }

  private List<Range> ranges(long from, long to) {
    TreeSet<Long> starts = new TreeSet<>(List.of(from));
    for (int i = random.nextInt(5); i > 0; i--) {
      starts.add(from + random.nextLong(to - from + 1));
    }
    List<Range> ranges = new ArrayList<>();
    for (long start : starts) {
      Long next = starts.higher(start);
      ranges.add(new Range(start, next == null ? to : next - 1));
    }
    return ranges;
  }

  private <T> List<T> some(Collection<T> all) {
    List<T> some = new ArrayList<>(all);
    some.removeIf(one -> random.nextBoolean());
    return some.isEmpty() ? List.of(all.iterator().next()) : some;
  }

  private RouteAnswer answer(Sop sop) {
    return switch (random.nextInt(6)) {
      case 0 -> new RouteAnswer.NoRoute();
      case 1 -> new RouteAnswer.Wait(why());
      case 2 -> new RouteAnswer.End(random.nextBoolean() ? "SELESAI" : "DITOLAK", why());
      case 3 -> new RouteAnswer.Conflict(List.of(why(), why()));
      default -> new RouteAnswer.Open(some(sop).stream().map(this::target).toList(), why());
    };
  }

  private List<Step> some(Sop sop) {
    return some(sop.langkah().values());
  }

  private Target target(Step step) {
    List<PelaksanaCode> by = some(step.pelaksana().roles());
    Waktu waktu =
        random.nextBoolean()
            ? Waktu.sesuaiJadwal()
            : Waktu.paling(1 + random.nextInt(10_000), UNITS.get(random.nextInt(UNITS.size())));
    List<Eskalasi> eskalasi =
        random.nextInt(4) == 0
            ? List.of(new Eskalasi(new Waktu.Paling(1 + random.nextInt(9), Satuan.JAM_KERJA), by))
            : List.of();
    return new Target(step.id(), by, waktu, eskalasi);
  }

  private RouteReason why() {
    Place place =
        new Place(FOLDER + "/" + SopBundle.RUTE, 1 + random.nextInt(9), 1 + random.nextInt(9));
    return new RouteReason(word(), place, word(), word(), word(), word());
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)] + random.nextInt(10);
  }
}
