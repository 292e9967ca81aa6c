package id.sop.bundle;

import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Eskalasi;
import id.sop.definition.Label;
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
import id.sop.worktime.Waktu;
import id.sop.worktime.WaktuParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what follows the certificate of a saved table, against the document that lies beside it:
 * whatever the document does not declare stops the reading.
 */
final class TableReader {
  static final String OPEN = "open";
  static final String WAIT = "wait";
  static final String END = "end";
  static final String END_ALL = "endAll";
  static final String NONE = "none";
  static final String CONFLICT = "conflict";
  static final String WORDS = "words";
  static final String AMOUNTS = "amounts";
  static final String VISITS = "visits";
  static final String PERFORMER = "performer";
  static final String ANY_OPEN = "terbuka";
  static final String EVER = "pernah";

  private final SopBundle bundle;
  private final Sop sop;
  private final TableText in;
  private final List<RouteReason> rules = new ArrayList<>();
  private final List<RouteAnswer> answers = new ArrayList<>();

  private TableReader(SopBundle bundle, Sop sop, TableText in) {
    this.bundle = bundle;
    this.sop = sop;
    this.in = in;
  }

  static RoutingTable read(SopBundle bundle, Sop sop, TableText in, long cells)
      throws UnreadableTableException {
    return new TableReader(bundle, sop, in).table(cells);
  }

  private RoutingTable table(long cells) throws UnreadableTableException {
    in.beginList("rules");
    while (in.hasItem()) {
      rules.add(rule());
    }
    in.beginList("answers");
    while (in.hasItem()) {
      answers.add(answer());
    }
    List<Optional<RouteQuestion.Completed>> asked = Grid.askedIn(sop);
    List<Block> blocks = new ArrayList<>();
    long read = 0;
    in.beginList("blocks");
    while (in.hasItem()) {
      Block block = block(asked, blocks.size());
      blocks.add(block);
      read += block.grid().cells();
    }
    if (blocks.size() < asked.size()) {
      throw in.refuse(TableCode.DOES_NOT_FIT, shown(asked.get(blocks.size())));
    }
    if (read != cells) {
      throw in.notATable(cells + " sel");
    }
    in.finish();
    return RoutingTable.ofReduced(blocks, sop.pelaksana().keySet());
  }

  private RouteReason rule() throws UnreadableTableException {
    in.begin();
    String rule = in.text("rule");
    String file = in.text("file");
    if (!bundle.sources().contains(file)) {
      throw in.notATable(String.join(" / ", bundle.sources()));
    }
    in.field("line");
    int line = in.number(1, Integer.MAX_VALUE);
    in.field("column");
    int column = in.number(1, Integer.MAX_VALUE);
    RouteReason why =
        new RouteReason(
            rule,
            new Place(bundle.fileName(file), line, column),
            in.text("digest"),
            in.text("baris"),
            in.text("dasarHukum"),
            in.text("karena"));
    in.end();
    return why;
  }

  private RouteAnswer answer() throws UnreadableTableException {
    in.begin();
    RouteAnswer answer =
        switch (in.text("kind")) {
          case OPEN -> new RouteAnswer.Open(targets(), why());
          case WAIT -> new RouteAnswer.Wait(why());
          case END -> new RouteAnswer.End(outcome(), why());
          case END_ALL -> new RouteAnswer.End(outcome(), why(), true);
          case NONE -> new RouteAnswer.NoRoute();
          case CONFLICT -> new RouteAnswer.Conflict(contradicting());
          default ->
              throw in.notATable(String.join(" / ", OPEN, WAIT, END, END_ALL, NONE, CONFLICT));
        };
    in.end();
    return answer;
  }

  private List<RouteReason> contradicting() throws UnreadableTableException {
    List<RouteReason> reasons = new ArrayList<>();
    in.beginList("rules");
    while (in.hasItem()) {
      reasons.add(one(rules));
    }
    return reasons;
  }

  private RouteReason why() throws UnreadableTableException {
    in.field("why");
    return one(rules);
  }

  private <T> T one(List<T> numbered) throws UnreadableTableException {
    return numbered.get(in.number(0, numbered.size() - 1));
  }

  private String outcome() throws UnreadableTableException {
    String outcome = in.text("outcome");
    if (!Label.isValid(outcome)) {
      throw in.notATable("SELESAI");
    }
    return outcome;
  }

  private List<Target> targets() throws UnreadableTableException {
    List<Target> targets = new ArrayList<>();
    in.beginList("targets");
    while (in.hasItem()) {
      targets.add(target());
    }
    if (targets.isEmpty()) {
      throw in.notATable("\"step\"");
    }
    return targets;
  }

  private Target target() throws UnreadableTableException {
    in.begin();
    in.field("step");
    Step step = step();
    List<PelaksanaCode> by = new ArrayList<>();
    in.beginList("by");
    while (in.hasItem()) {
      by.add(performer(step));
    }
    if (by.isEmpty()) {
      throw in.refuse(TableCode.DOES_NOT_FIT, join(step.pelaksana().roles()));
    }
    Waktu waktu = waktu();
    List<Eskalasi> eskalasi = new ArrayList<>();
    if (in.hasField()) {
      in.beginList("eskalasi");
      while (in.hasItem()) {
        eskalasi.add(eskalasi());
      }
    }
    in.end();
    return new Target(step.id(), by, waktu, eskalasi);
  }

  private Eskalasi eskalasi() throws UnreadableTableException {
    in.begin();
    String text = in.text("setelah");
    Waktu.Paling setelah =
        WaktuParser.parse(text)
            .waktu()
            .filter(Waktu.Paling.class::isInstance)
            .map(Waktu.Paling.class::cast)
            .filter(w -> w.teks().equals(text))
            .orElseThrow(() -> in.notATable("waktu"));
    List<PelaksanaCode> kepada = new ArrayList<>();
    in.beginList("kepada");
    while (in.hasItem()) {
      kepada.add(role());
    }
    if (kepada.isEmpty()) {
      throw in.notATable("pelaksana");
    }
    in.end();
    return new Eskalasi(setelah, kepada);
  }

  private Step step() throws UnreadableTableException {
    String text = in.text();
    Optional<Step> step = StepId.isValid(text) ? sop.step(StepId.of(text)) : Optional.<Step>empty();
    if (step.isEmpty()) {
      throw unknown(text);
    }
    return step.get();
  }

  private PelaksanaCode performer(Step step) throws UnreadableTableException {
    PelaksanaCode role = role();
    if (!step.pelaksana().roles().contains(role)) {
      throw in.refuse(TableCode.DOES_NOT_FIT, join(step.pelaksana().roles()));
    }
    return role;
  }

  private PelaksanaCode role() throws UnreadableTableException {
    String text = in.text();
    boolean blank = text.equals(PelaksanaCode.TIDAK_TERCETAK.value());
    if (!blank
        && (!PelaksanaCode.isValid(text) || !sop.pelaksana().containsKey(PelaksanaCode.of(text)))) {
      throw unknown(text);
    }
    return PelaksanaCode.of(text);
  }

  private Waktu waktu() throws UnreadableTableException {
    String text = in.text("waktu");
    Optional<Waktu> waktu = WaktuParser.parse(text).waktu();
    if (waktu.isEmpty()
        || !waktu.get().teks().equals(text)
        || waktu.get() instanceof Waktu.MenurutAturan) {
      throw in.notATable("waktu");
    }
    return waktu.get();
  }

  private Block block(List<Optional<RouteQuestion.Completed>> asked, int at)
      throws UnreadableTableException {
    if (at == asked.size()) {
      throw in.notATable("]");
    }
    in.begin();
    Optional<RouteQuestion.Completed> from = asked.get(at);
    Optional<String> row = in.textOrNull("from");
    Optional<String> label = in.textOrNull("label");
    if (!row.equals(rowOf(from)) || !label.equals(labelOf(from))) {
      throw in.refuse(TableCode.DOES_NOT_FIT, shown(from));
    }
    List<Dimension> dimensions = new ArrayList<>();
    in.beginList("dimensions");
    while (in.hasItem()) {
      dimensions.add(dimension());
    }
    List<RouteAnswer> cells = new ArrayList<>();
    in.beginList("answers");
    while (in.hasItem()) {
      cells.add(one(answers));
    }
    Grid grid = new Grid(from, dimensions);
    if (grid.cells() != cells.size()) {
      throw in.notATable(grid.cells() + " sel");
    }
    in.end();
    return new Block(grid, cells);
  }

  private static Optional<String> rowOf(Optional<RouteQuestion.Completed> asked) {
    return asked.isPresent() ? Optional.of(asked.get().step().value()) : Optional.empty();
  }

  private static Optional<String> labelOf(Optional<RouteQuestion.Completed> asked) {
    return asked.isPresent() && asked.get().label().isPresent()
        ? Optional.of(asked.get().label().get().value())
        : Optional.empty();
  }

  private Dimension dimension() throws UnreadableTableException {
    in.begin();
    Dimension dimension =
        switch (in.text("kind")) {
          case WORDS -> words();
          case AMOUNTS -> amounts();
          case VISITS -> visits();
          case PERFORMER -> new Dimension.Performer(named());
          case ANY_OPEN -> new Dimension.AnyRow(false, rows());
          case EVER -> new Dimension.AnyRow(true, rows());
          default ->
              throw in.notATable(
                  String.join(" / ", WORDS, AMOUNTS, VISITS, PERFORMER, ANY_OPEN, EVER));
        };
    in.end();
    return dimension;
  }

  private Dimension words() throws UnreadableTableException {
    DataField field = field();
    List<DataValue> values = new ArrayList<>();
    in.beginList("values");
    while (in.hasItem()) {
      values.add(value(field.domain()));
    }
    return new Dimension.Words(field.nama(), distinct(values));
  }

  private List<PelaksanaCode> named() throws UnreadableTableException {
    List<PelaksanaCode> named = new ArrayList<>();
    in.beginList("named");
    while (in.hasItem()) {
      named.add(role());
    }
    return distinct(named);
  }

  private DataField field() throws UnreadableTableException {
    String name = in.text("field");
    DataField field = sop.facts().get(name);
    if (field == null) {
      throw unknown(name);
    }
    return field;
  }

  private DataValue value(DataDomain domain) throws UnreadableTableException {
    String text = in.text();
    Optional<DataValue> value = domain.parse(text);
    if (value.isEmpty() || !domain.contains(value.get())) {
      throw unknown(text);
    }
    return value.get();
  }

  private Set<StepId> rows() throws UnreadableTableException {
    List<StepId> rows = new ArrayList<>();
    in.beginList("rows");
    while (in.hasItem()) {
      rows.add(step().id());
    }
    return new LinkedHashSet<>(distinct(rows));
  }

  private <T> List<T> distinct(List<T> items) throws UnreadableTableException {
    if (Set.copyOf(items).size() != items.size()) {
      throw in.notATable("]");
    }
    return items;
  }

  private Dimension amounts() throws UnreadableTableException {
    DataField field = field();
    if (field.domain() instanceof DataDomain.Tanggal d) {
      return new Dimension.Amounts(
          field.nama(), true, ranges(d.dari().toEpochDay(), d.sampai().toEpochDay()));
    }
    if (field.domain() instanceof DataDomain.Bilangan b) {
      return new Dimension.Amounts(field.nama(), false, ranges(b.dari(), b.sampai()));
    }
    if (field.domain() instanceof DataDomain.Uang u) {
      return new Dimension.Amounts(field.nama(), false, ranges(u.dari(), u.sampai()));
    }
    throw in.refuse(TableCode.DOES_NOT_FIT, field.domain().teks());
  }

  private Dimension visits() throws UnreadableTableException {
    return new Dimension.Visits(ranges(1, Integer.MAX_VALUE));
  }

  /** Ranges that lie side by side and together go from {@code from} to {@code to}. */
  private List<Range> ranges(long from, long to) throws UnreadableTableException {
    List<Range> ranges = new ArrayList<>();
    in.beginList("ranges");
    while (in.hasItem()) {
      ranges.add(range(next(ranges, from), to));
    }
    if (next(ranges, from) != to + 1) {
      throw in.refuse(TableCode.DOES_NOT_FIT, from + ".." + to);
    }
    return ranges;
  }

  private static long next(List<Range> ranges, long from) {
    return ranges.isEmpty() ? from : ranges.get(ranges.size() - 1).to() + 1;
  }

  private Range range(long from, long most) throws UnreadableTableException {
    List<Long> ends = new ArrayList<>();
    in.beginList();
    while (in.hasItem()) {
      ends.add(in.number());
    }
    if (ends.size() != 2 || ends.get(0) != from || ends.get(1) < from || ends.get(1) > most) {
      throw in.refuse(TableCode.DOES_NOT_FIT, from + ".." + most);
    }
    return new Range(ends.get(0), ends.get(1));
  }

  private UnreadableTableException unknown(String name) {
    return in.refuse(TableCode.NAMES_UNKNOWN, name);
  }

  private static String shown(Optional<RouteQuestion.Completed> asked) {
    return asked
        .map(c -> "baris " + c.step() + c.label().map(l -> " " + l).orElse(""))
        .orElse("mulai");
  }

  private static String join(List<PelaksanaCode> roles) {
    return String.join(" / ", roles.stream().map(PelaksanaCode::value).toList());
  }
}
