package id.sop.document;

import id.sop.definition.Identitas;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.document.Picture.Box;
import id.sop.document.Picture.Ink;
import id.sop.document.Picture.Point;
import id.sop.document.Picture.Rule;
import id.sop.document.Picture.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table around the flowchart: title, heads, activities at the left, mutu baku at the right. */
final class Form {
  static final int MARGIN = 12;
  private static final int INSET = 4;
  private static final int NUMBER = 26;
  private static final int KEGIATAN = 168;
  private static final int PAPERS = 96;
  private static final int WAKTU = 66;
  private static final int LEGEND = 22;

  private final FlowDrawing drawing;
  private final Sop sop;
  private final List<Column> after = new ArrayList<>();

  /** A column at the right. */
  private record Column(
      String head, int width, boolean mutuBaku, Function<Step, List<String>> texts) {
    List<String> lines(Step step) {
      return Ink.CELL.wrap(String.join(", ", texts.apply(step)), width - 2 * INSET);
    }
  }

  Form(FlowDrawing drawing) {
    this.drawing = drawing;
    this.sop = drawing.sop();
    after.add(new Column("Kelengkapan", PAPERS, true, step -> step.mutuBaku().kelengkapan()));
    after.add(new Column("Waktu", WAKTU, true, step -> List.of(drawing.waktu(step))));
    after.add(new Column("Output", PAPERS, true, step -> step.mutuBaku().output()));
    if (sop.langkah().values().stream().anyMatch(step -> !step.keterangan().isEmpty())) {
      after.add(new Column("Keterangan", PAPERS, false, step -> List.of(step.keterangan())));
    }
  }

  /** Where the columns of the performers begin. */
  int left() {
    return MARGIN + NUMBER + KEGIATAN;
  }

  int right(Across across) {
    return across.right() + after.stream().mapToInt(Column::width).sum();
  }

  /** How high the texts of a row are. */
  int height(Step step) {
    int lines = Math.max(Ink.CELL.wrap(step.kegiatan(), KEGIATAN - 2 * INSET).size(), 1);
    lines = Math.max(lines, Ink.CELL.wrap(step.no(), NUMBER - 2 * INSET).size());
    for (Column column : after) {
      lines = Math.max(lines, column.lines(step).size());
    }
    return lines * Ink.CELL.leading() + 12;
  }

  private int titleWidth(Across across) {
    return right(across) - MARGIN;
  }

  private List<Text> title(Across across) {
    Identitas identitas = sop.identitas();
    List<Text> texts = new ArrayList<>();
    int y = MARGIN;
    y = add(texts, y, titleWidth(across), Ink.TITLE, identitas.nama());
    y =
        add(
            texts,
            y,
            titleWidth(across),
            Ink.SUBTITLE,
            identitas.instansi() + " · " + identitas.unit());
    add(
        texts,
        y,
        titleWidth(across),
        Ink.SUBTITLE,
        identitas.nomor().map(nomor -> "Nomor " + nomor + " · ").orElse("")
            + "versi "
            + sop.versi()
            + " · "
            + sop.id());
    return texts;
  }

  private static int add(List<Text> texts, int y, int width, Ink ink, String line) {
    List<String> lines = ink.wrap(line, width);
    int height = lines.size() * ink.leading();
    texts.add(new Text(new Box(MARGIN, y, width, height), false, ink, lines));
    return y + height;
  }

  private int titleBottom(Across across) {
    List<Text> title = title(across);
    return title.get(title.size() - 1).box().bottom() + 6;
  }

  private static int headHeight(Across across, Board board, Symbols symbols) {
    int lines = 1;
    for (int column = 0; column < board.columns().size(); column++) {
      lines = Math.max(lines, head(across, board, symbols, column).size());
    }
    return lines * Ink.HEAD.leading() + 8;
  }

  private static List<String> head(Across across, Board board, Symbols symbols, int column) {
    int width = across.border(column + 1) - across.border(column) - 4;
    return Ink.HEAD.wrap(symbols.name(board.columns().get(column)), width);
  }

  private static int overHead() {
    return Ink.HEAD.leading() + 6;
  }

  /** Where the first line begins. */
  int top(Across across, Board board, Symbols symbols) {
    return titleBottom(across) + overHead() + headHeight(across, board, symbols);
  }

  List<Rule> rules(Across across, List<Integer> tops, int bottom) {
    List<Rule> rules = new ArrayList<>();
    int left = MARGIN;
    int right = right(across);
    int title = titleBottom(across);
    int heads = title + overHead();
    int mutuBaku = across.right() + 2 * PAPERS + WAKTU;
    rules.add(across(left, right, title, true));
    rules.add(across(across.left(), mutuBaku, heads, false));
    for (int n = 0; n < tops.size(); n++) {
      rules.add(across(left, right, tops.get(n), n == 0));
    }
    rules.add(across(left, right, bottom, true));
    rules.add(down(left, title, bottom, true));
    rules.add(down(left + NUMBER, title, bottom, false));
    rules.add(down(across.left(), title, bottom, true));
    for (int x : across.inner()) {
      rules.add(down(x, heads, bottom, false));
    }
    int x = across.right();
    rules.add(down(x, title, bottom, true));
    for (Column column : after) {
      x += column.width();
      boolean within = x < mutuBaku;
      rules.add(down(x, within ? heads : title, bottom, x == right));
    }
    return rules;
  }

  private static Rule across(int from, int to, int y, boolean strong) {
    return new Rule(new Point(from, y), new Point(to, y), strong);
  }

  private static Rule down(int x, int from, int to, boolean strong) {
    return new Rule(new Point(x, from), new Point(x, to), strong);
  }

  List<Text> texts(
      Across across,
      Board board,
      Symbols symbols,
      List<Integer> tops,
      List<Integer> heights,
      int bottom) {
    List<Text> texts = new ArrayList<>(title(across));
    int title = titleBottom(across);
    int head = headHeight(across, board, symbols);
    int heads = title + overHead();
    int all = overHead() + head;
    texts.add(centred(new Box(MARGIN, title, NUMBER, all), Ink.HEAD, List.of("No")));
    texts.add(
        centred(new Box(MARGIN + NUMBER, title, KEGIATAN, all), Ink.HEAD, List.of("Kegiatan")));
    texts.add(
        centred(
            new Box(across.left(), title, across.right() - across.left(), overHead()),
            Ink.HEAD,
            List.of("Pelaksana")));
    for (int column = 0; column < board.columns().size(); column++) {
      int width = across.border(column + 1) - across.border(column);
      texts.add(
          centred(
              new Box(across.border(column), heads, width, head),
              Ink.HEAD,
              head(across, board, symbols, column)));
    }
    texts.add(
        centred(
            new Box(across.right(), title, 2 * PAPERS + WAKTU, overHead()),
            Ink.HEAD,
            List.of("Mutu baku")));
    int x = across.right();
    for (Column column : after) {
      boolean whole = !column.mutuBaku();
      texts.add(
          centred(
              new Box(x, whole ? title : heads, column.width(), whole ? all : head),
              Ink.HEAD,
              List.of(column.head())));
      x += column.width();
    }
    for (Node node : board.nodes()) {
      int top = tops.get(node.line());
      int height = heights.get(node.line());
      node.step().ifPresent(step -> cells(texts, across, step, top, height));
    }
    if (!drawing.used().isEmpty()) {
      String legend =
          drawing.used().stream().map(Mark::teks).collect(Collectors.joining(" · ", "", ""));
      add(texts, bottom + 6, titleWidth(across), Ink.SUBTITLE, legend);
    }
    return texts;
  }

  private void cells(List<Text> texts, Across across, Step step, int top, int height) {
    texts.add(
        centred(
            new Box(MARGIN, top, NUMBER, height),
            Ink.CELL,
            Ink.CELL.wrap(step.no(), NUMBER - 2 * INSET)));
    texts.add(
        left(
            new Box(MARGIN + NUMBER, top, KEGIATAN, height),
            Ink.CELL.wrap(step.kegiatan(), KEGIATAN - 2 * INSET)));
    int x = across.right();
    for (Column column : after) {
      texts.add(left(new Box(x, top, column.width(), height), column.lines(step)));
      x += column.width();
    }
  }

  private static Text centred(Box box, Ink ink, List<String> lines) {
    return new Text(within(box, ink, lines, 0), true, ink, lines);
  }

  private static Text left(Box box, List<String> lines) {
    return new Text(within(box, Ink.CELL, lines, INSET), false, Ink.CELL, lines);
  }

  /** In the middle of the height of {@code box}. */
  private static Box within(Box box, Ink ink, List<String> lines, int inset) {
    int height = lines.size() * ink.leading();
    return new Box(box.x() + inset, box.centre() - height / 2, box.width() - 2 * inset, height);
  }

  /** Where the drawing ends. */
  int legend(int bottom, Set<Mark> used) {
    return used.isEmpty() ? bottom : bottom + LEGEND;
  }
}
