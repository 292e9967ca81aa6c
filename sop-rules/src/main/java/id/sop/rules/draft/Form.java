package id.sop.rules.draft;

import com.google.common.collect.ImmutableList;
import id.sop.problem.Place;
import id.sop.problem.Problems;
import id.sop.rules.sheet.Cell;
import id.sop.rules.sheet.Sheet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The official form on a sheet (PermenPAN-RB 35/2012): which of its columns is which. Its header
 * has one row or two: <i>Pelaksana</i> stands over several columns, <i>Mutu Baku</i> over three.
 */
final class Form {
  private static final int LOWEST_HEADER = 60;

  private final Sheet sheet;
  private final int top;
  private final int bottom;
  private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
  private final Map<Integer, String> performers = new LinkedHashMap<>();
  private String timeHeading = "";

  /** The columns that the form always has. */
  enum Column {
    NO("no", "nomor", "no urut"),
    KEGIATAN(
        "kegiatan",
        "aktivitas",
        "uraian",
        "uraian kegiatan",
        "uraian prosedur",
        "kegiatan aktivitas",
        "prosedur",
        "langkah"),
    PELAKSANA("pelaksana", "pelaksanaan"),
    MUTU_BAKU("mutu baku", "mutu buku"),
    KELENGKAPAN(
        "kelengkapan",
        "persyaratan",
        "persyaratan kelengkapan",
        "kelengkapan persyaratan",
        "persyaratan perlengkapan"),
    WAKTU("waktu"),
    OUTPUT("output", "keluaran", "hasil"),
    KETERANGAN("keterangan", "ket");

    private final ImmutableList<String> headings;

    Column(String... headings) {
      this.headings = ImmutableList.copyOf(headings);
    }

    static Optional<Column> headedBy(String heading) {
      String plain = Texts.plain(heading);
      for (Column column : values()) {
        boolean timeWithUnit = column == WAKTU && plain.startsWith("waktu ");
        if (column.headings.contains(plain) || timeWithUnit) {
          return Optional.of(column);
        }
      }
      return Optional.empty();
    }
  }

  private Form(Sheet sheet, int top, int bottom) {
    this.sheet = sheet;
    this.top = top;
    this.bottom = bottom;
  }

  /** How well a sheet fits: the most headings that stand in two rows on end. */
  static int fit(Sheet sheet) {
    int best = 0;
    int before = 0;
    for (int row : sheet.rows()) {
      int here = headings(sheet, row);
      best = Math.max(best, before + here);
      before = here;
    }
    return best;
  }

  private static int headings(Sheet sheet, int row) {
    return (int)
        sheet.filled(row).stream()
            .map(c -> Column.headedBy(c.words()))
            .flatMap(Optional::stream)
            .distinct()
            .count();
  }

  /** The one form of a file; what is wrong goes to {@code problems}. */
  static Optional<Form> find(String file, List<Sheet> sheets, Problems problems) {
    List<Sheet> found = sheets.stream().filter(s -> headerRow(s).isPresent()).toList();
    if (found.isEmpty()) {
      Place place =
          sheets.stream()
              .flatMap(s -> s.rows().stream().limit(1).map(r -> s.filled(r).get(0).place()))
              .findFirst()
              .orElse(Place.startOf(file));
      problems.add(place, DraftCode.HEADER_MISSING);
      return Optional.empty();
    }
    if (found.size() > 1) {
      Sheet second = found.get(1);
      problems.add(
          second.cell(headerRow(second).orElseThrow(), 1).place(),
          DraftCode.TWO_TABLES,
          found.get(0).name(),
          second.name());
      return Optional.empty();
    }
    Form form = of(found.get(0));
    form.findColumns(problems);
    return Optional.of(form);
  }

  private static Optional<Integer> headerRow(Sheet sheet) {
    return sheet.rows().stream()
        .limit(LOWEST_HEADER)
        .filter(row -> columnIn(sheet, row, Column.KEGIATAN).isPresent())
        .filter(row -> headings(sheet, row) >= 3)
        .findFirst();
  }

  private static Optional<Integer> columnIn(Sheet sheet, int row, Column wanted) {
    return sheet.filled(row).stream()
        .filter(c -> Column.headedBy(c.words()).filter(wanted::equals).isPresent())
        .map(Cell::column)
        .findFirst();
  }

  private static Form of(Sheet sheet) {
    int top = headerRow(sheet).orElseThrow();
    int kegiatan = columnIn(sheet, top, Column.KEGIATAN).orElseThrow();
    int bottom = top;
    // The header goes on while nothing new stands below Kegiatan.
    for (int row = top + 1; row <= top + 2; row++) {
      Cell below = sheet.seen(row, kegiatan);
      boolean continues = below.isBlank() || below.row() <= top;
      if (continues && !sheet.filled(row).isEmpty()) {
        bottom = row;
      }
    }
    return new Form(sheet, top, bottom);
  }

  private void findColumns(Problems problems) {
    int last =
        IntStream.rangeClosed(top, bottom)
            .flatMap(
                r -> sheet.filled(r).stream().mapToInt(c -> sheet.lastColumn(c.row(), c.column())))
            .max()
            .orElse(0);
    String over = "";
    for (int column = 1; column <= last; column++) {
      Cell upper = sheet.seen(top, column);
      List<Cell> labels = labels(column);
      over = upper.isBlank() ? over : upper.words();
      if (!labels.isEmpty()) {
        boolean alone = labels.size() == 1 && labels.get(0).row() == upper.row();
        column(labels.get(labels.size() - 1), column, alone ? "" : over, problems);
      }
    }
    for (Column needed : List.of(Column.KEGIATAN, Column.WAKTU)) {
      if (!columns.containsKey(needed)) {
        problems.add(sheet.filled(top).get(0).place(), DraftCode.HEADER_MISSING);
      }
    }
    if (performers.isEmpty() && !columns.containsKey(Column.PELAKSANA)) {
      problems.add(sheet.filled(top).get(0).place(), DraftCode.NO_PERFORMER_COLUMN);
    }
  }

  /** What stands over a column, from above to below, joined cells once. */
  private List<Cell> labels(int column) {
    List<Cell> labels = new ArrayList<>();
    for (int row = top; row <= bottom; row++) {
      Cell cell = sheet.seen(row, column);
      boolean again =
          !labels.isEmpty()
              && labels.get(labels.size() - 1).row() == cell.row()
              && labels.get(labels.size() - 1).column() == cell.column();
      if (!cell.isBlank() && !again) {
        labels.add(cell);
      }
    }
    return labels;
  }

  private void column(Cell label, int column, String over, Problems problems) {
    Optional<Column> known = Column.headedBy(label.words());
    boolean amongPerformers = columns.containsKey(Column.KEGIATAN) && !startsMutuBaku();
    boolean isUnderPerformers = isPerformers(Column.headedBy(over));
    // A position may be called Pelaksana too.
    boolean names = isUnderPerformers && (known.isEmpty() || isPerformers(known));
    if (!names && known.isPresent() && known.get() != Column.MUTU_BAKU) {
      if (columns.putIfAbsent(known.get(), column) != null && label.column() == column) {
        problems.add(label.place(), DraftCode.COLUMN_TWICE, label.name(), label.words());
      }
      timeHeading = known.get() == Column.WAKTU ? Texts.plain(label.words()) : timeHeading;
    } else if (Texts.isNothing(label.text())) {
      problems.add(label.place(), DraftCode.COLUMN_LEFT_OUT, label.name(), label.words());
    } else if (names || (amongPerformers && known.isEmpty())) {
      performers.put(column, Texts.clean(label.text()));
    } else if (known.isEmpty()) {
      problems.add(label.place(), DraftCode.COLUMN_LEFT_OUT, label.name(), label.words());
    }
  }

  private static boolean isPerformers(Optional<Column> column) {
    return column.filter(c -> c == Column.PELAKSANA).isPresent();
  }

  private boolean startsMutuBaku() {
    return columns.containsKey(Column.KELENGKAPAN)
        || columns.containsKey(Column.WAKTU)
        || columns.containsKey(Column.OUTPUT);
  }

  Sheet sheet() {
    return sheet;
  }

  /** The name of each performer's column, from left to right; one joined across others repeats. */
  Map<Integer, String> performers() {
    return performers;
  }

  boolean has(Column column) {
    return columns.containsKey(column);
  }

  /** Whether what stands in a column is read. */
  boolean reads(int column) {
    return performers.containsKey(column) || columns.containsValue(column);
  }

  /** What a reader sees there; blank when the form has no such column. */
  Cell cell(int row, Column column) {
    return sheet.seen(row, columns.getOrDefault(column, Sheet.MAX_COLUMNS + 1));
  }

  /** The unit that stands in the heading, as in {@code WAKTU (HARI)}; empty when there is none. */
  String unit() {
    for (String unit : List.of("hari kalender", "hari kerja", "hari", "jam", "menit")) {
      if (timeHeading.matches(".*\\b" + unit + "\\b.*")) {
        return unit;
      }
    }
    return "";
  }

  /** The rows below the header in which something stands, without one that counts the columns. */
  List<Integer> rows() {
    return sheet.rows().stream().filter(r -> r > bottom && !countsColumns(r)).toList();
  }

  private boolean countsColumns(int row) {
    List<Cell> cells = sheet.filled(row);
    return cells.size() >= 3
        && row <= bottom + 2
        && IntStream.range(1, cells.size())
            .allMatch(i -> number(cells.get(i)) == number(cells.get(i - 1)) + 1)
        && number(cells.get(0)) == 1;
  }

  private static int number(Cell cell) {
    String digits = cell.words().replaceAll("[().]", "");
    return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -10;
  }

  Place place() {
    return sheet.filled(top).get(0).place();
  }

  /** What stands above the form, line by line. */
  List<String> title() {
    return sheet.rows().stream()
        .filter(r -> r < top)
        .filter(r -> sheet.filled(r).size() == 1)
        .map(r -> Texts.clean(sheet.filled(r).get(0).text()))
        .toList();
  }
}
