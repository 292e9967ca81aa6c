package id.sop.document;

import id.sop.definition.DataValue;
import id.sop.definition.Identitas;
import id.sop.definition.Label;
import id.sop.definition.MutuBaku;
import id.sop.definition.Pelaksana;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** SOPs that nobody would sign: forks, joins, loops and conditions without measure. */
final class RandomSops {
  private static final RouteReason WHY =
      new RouteReason("acak", Place.startOf("rute.drl"), "0".repeat(64), "1", "contoh", "");

  private final Random random;
  private final List<PelaksanaCode> roles = new ArrayList<>();
  private final List<Step> rows = new ArrayList<>();

  private RandomSops(long seed) {
    random = new Random(seed);
  }

  /** The drawing that belongs to {@code seed}. */
  static FlowDrawing drawing(long seed) {
    return new RandomSops(seed).make();
  }

  private FlowDrawing make() {
    int columns = 1 + random.nextInt(8);
    for (int n = 0; n < columns; n++) {
      roles.add(PelaksanaCode.of("PERAN_" + n));
    }
    int count = 1 + random.nextInt(14);
    for (int n = 1; n <= count; n++) {
      rows.add(row(n));
    }
    List<Pelaksana> pelaksana =
        roles.stream()
            .map(r -> new Pelaksana(r, words(4), Pelaksana.Jenis.JABATAN, List.of(), List.of()))
            .toList();
    Sop sop =
        Sop.of(
            SopId.of("uji.acak"),
            "1",
            ZoneId.of("Asia/Jakarta"),
            identity(),
            pelaksana,
            List.of(),
            rows,
            List.of());
    return FlowDrawing.of(sop, RoutingTable.of(blocks(), roles));
  }

  private Identitas identity() {
    return new Identitas(
        words(6),
        words(6),
        words(12),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  private String words(int most) {
    StringBuilder words = new StringBuilder("surat");
    for (int n = random.nextInt(most); n > 0; n--) {
      words.append(' ').append("mendisposisikanpertanggungjawaban", 0, 1 + random.nextInt(33));
    }
    return words.toString();
  }

  private Step row(int n) {
    List<PelaksanaCode> shuffled = new ArrayList<>(roles);
    Collections.shuffle(shuffled, random);
    Mode mode = Mode.values()[random.nextInt(3)];
    int performers = random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(Math.min(4, roles.size()));
    List<Label> labels = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      labels.addAll(List.of(Label.of("YA"), Label.of("TIDAK")));
      if (random.nextInt(3) == 0) {
        labels.add(Label.of("DIKEMBALIKAN_UNTUK_DIPERBAIKI"));
        labels.add(Label.of("DITUNDA"));
      }
    }
    MutuBaku standard =
        new MutuBaku(List.of(words(6)), Waktu.paling(1, Satuan.HARI_KERJA), List.of(words(3)));
    return new Step(
        StepId.of(Integer.toString(n)),
        Integer.toString(n),
        words(20),
        new Performers(mode, shuffled.subList(0, performers)),
        List.of(),
        standard,
        standard,
        random.nextInt(4) == 0 ? words(5) : "",
        labels,
        Map.of(),
        Place.startOf("sop.yaml"));
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(block(Optional.empty()));
    for (Step row : rows) {
      List<Optional<Label>> labels =
          row.decides()
              ? row.keputusan().stream().map(Optional::of).toList()
              : List.of(Optional.empty());
      for (Optional<Label> label : labels) {
        PelaksanaCode by = row.pelaksana().completing();
        blocks.add(block(Optional.of(new RouteQuestion.Completed(row.id(), label, by, 1))));
      }
    }
    return blocks;
  }

  private Block block(Optional<RouteQuestion.Completed> asked) {
    List<Dimension> dimensions = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      dimensions.add(
          new Dimension.Words("lokasi", List.of(DataValue.of("DALAM"), DataValue.of("LUAR"))));
    }
    if (random.nextInt(5) == 0) {
      dimensions.add(
          new Dimension.Amounts(
              "nilaiPengadaan",
              false,
              List.of(new Range(0, 49_999_999), new Range(50_000_000, 10_000_000_000L))));
    }
    boolean joins = asked.isPresent() && rows.size() > 2 && random.nextInt(5) == 0;
    if (joins) {
      dimensions.add(new Dimension.AnyRow(false, Set.of(any(asked.get().step()))));
    }
    Grid grid = new Grid(asked, dimensions);
    List<RouteAnswer> answers = new ArrayList<>();
    for (int cell = 0; cell < grid.cells(); cell++) {
      boolean waits = joins && grid.regions(cell)[dimensions.size() - 1] == 1;
      answers.add(waits ? new RouteAnswer.Wait(WHY) : answer(asked.isEmpty()));
    }
    return new Block(grid, answers);
  }

  private StepId any(StepId other) {
    StepId found = other;
    while (found.equals(other)) {
      found = rows.get(random.nextInt(rows.size())).id();
    }
    return found;
  }

  private RouteAnswer answer(boolean start) {
    int kind = random.nextInt(12);
    if (!start && kind == 0) {
      return new RouteAnswer.End("SELESAI", WHY);
    }
    if (!start && kind == 1) {
      return new RouteAnswer.End("DITOLAK_KARENA_TIDAK_LENGKAP", WHY);
    }
    if (kind == 2) {
      return new RouteAnswer.NoRoute();
    }
    int targets = kind < 5 ? 1 + random.nextInt(3) : 1;
    List<Step> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    return new RouteAnswer.Open(
        shuffled.stream()
            .limit(targets)
            .map(s -> new Target(s.id(), s.pelaksana().roles(), s.dinilai().waktu()))
            .toList(),
        WHY);
  }
}
