package id.sop.document;

import id.sop.definition.Performers.Mode;
import id.sop.document.Path.Side;
import id.sop.document.Picture.Bar;
import id.sop.document.Picture.Box;
import id.sop.document.Picture.Ink;
import id.sop.document.Picture.Link;
import id.sop.document.Picture.Point;
import id.sop.document.Picture.Shape;
import id.sop.document.Picture.Text;
import id.sop.document.Picture.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts a flow onto the page: where each symbol stands and how each arrow runs. */
final class Layout {
  private static final int PAD = 13;
  private static final int BAR = 9;
  private static final int LABEL_ROOM = 130;

  private final FlowDrawing drawing;
  private final List<FlowArrow> arrows;
  private final Board board;
  private final List<Path> paths;
  private final Ports ports;
  private final Symbols symbols;
  private final Form form;
  private final Across across;
  private final List<Channel> channels = new ArrayList<>();
  private final List<Legs> legs = new ArrayList<>();
  private final List<Integer> tops = new ArrayList<>();
  private final List<Integer> heights = new ArrayList<>();
  private int bottom;

  /**
   * The horizontal parts of an arrow.
   *
   * @param first before its gutter
   * @param sign where its label stands, if it stands on neither
   * @param second after its gutter
   */
  private record Legs(
      Optional<Channel.Leg> first, Optional<Channel.Leg> sign, Optional<Channel.Leg> second) {}

  private Layout(FlowDrawing drawing) {
    this.drawing = drawing;
    this.arrows = drawing.flow();
    this.board = Board.of(drawing.sop(), arrows);
    this.paths = Wiring.of(board, arrows);
    this.ports = Ports.of(board, arrows, paths);
    this.symbols = new Symbols(drawing.sop(), board, ports);
    this.form = new Form(drawing);
    this.across = new Across(form.left(), board, arrows, paths, symbols);
    board.nodes().forEach(node -> channels.add(new Channel()));
    for (int i = 0; i < arrows.size(); i++) {
      legs.add(legs(i));
    }
    channels.forEach(Channel::settle);
    down();
  }

  static Picture of(FlowDrawing drawing) {
    return new Layout(drawing).picture();
  }

  private Legs legs(int i) {
    Path path = paths.get(i);
    Node source = board.source(arrows.get(i));
    int out = across.centre(source.exit()) + ports.out(i);
    Node target = board.target(arrows.get(i));
    int in = across.centre(target.enter()) + ports.in(i);
    List<String> lines = lines(arrows.get(i));
    boolean onFirst = path.first() == source.line();
    boolean beside = !lines.isEmpty() && !path.exit().isLateral();
    Optional<Channel.Leg> first = Optional.empty();
    if (path.first() != Path.NONE) {
      int end = path.gutter() == Path.NONE ? in : across.gutter(i);
      boolean down = path.gutter() == Path.NONE || target.line() > source.line();
      Optional<Channel.Sign> sign =
          onFirst && beside ? Optional.of(sign(out, end >= out, lines)) : Optional.empty();
      first = leg(path.first(), new Channel.Leg(i, out, true, end, down, sign));
    }
    Optional<Channel.Leg> sign = Optional.empty();
    if (beside && !onFirst) {
      Channel.Sign text = sign(out, leavesRightFree(i, source), lines);
      sign = leg(source.line(), new Channel.Leg(i, out, true, out, true, Optional.of(text)));
    }
    Optional<Channel.Leg> second =
        path.second() == Path.NONE
            ? Optional.empty()
            : leg(
                path.second(),
                new Channel.Leg(
                    i,
                    across.gutter(i),
                    target.line() > source.line(),
                    in,
                    true,
                    Optional.empty()));
    return new Legs(first, sign, second);
  }

  /** Whether no other arrow goes down to the right of this one. */
  private boolean leavesRightFree(int arrow, Node source) {
    for (int i = 0; i < arrows.size(); i++) {
      boolean goesDown = paths.get(i).first() != source.line();
      if (board.source(arrows.get(i)).equals(source)
          && goesDown
          && ports.out(i) > ports.out(arrow)) {
        return false;
      }
    }
    return true;
  }

  private Optional<Channel.Leg> leg(int channel, Channel.Leg leg) {
    channels.get(channel).add(leg);
    return Optional.of(leg);
  }

  private int y(int channel, Channel.Leg leg) {
    return channel(channel) + channels.get(channel).y(leg);
  }

  /** Beside {@code x}, but within the columns of the performers. */
  private Channel.Sign sign(int x, boolean right, List<String> lines) {
    Channel.Sign sign = new Channel.Sign(x, lines);
    int begin = right ? x + 4 : x - 4 - sign.width();
    int last = across.right() - 2 - sign.width();
    return new Channel.Sign(Math.max(across.left() + 2, Math.min(begin, last)), lines);
  }

  private static List<String> lines(FlowArrow arrow) {
    List<String> lines = new ArrayList<>();
    for (String text : arrow.texts()) {
      boolean another = arrow.notes().indexOf(text) > 0;
      lines.addAll(Ink.LABEL.wrap(another ? "atau " + text : text, LABEL_ROOM));
    }
    return lines;
  }

  private void down() {
    int y = form.top(across, board, symbols);
    for (Node node : board.nodes()) {
      int symbol = symbols.height(node) + 2 * PAD + (joins(node) || forks(node) ? 2 * BAR : 0);
      int height = Math.max(symbol, node.step().map(form::height).orElse(0));
      tops.add(y);
      heights.add(height);
      y +=
          height
              + channels.get(node.line()).height()
              + (channels.get(node.line()).height() > 0 ? 5 : 0);
    }
    bottom = y;
  }

  private boolean joins(Node node) {
    return Board.joins(node, board, arrows);
  }

  private boolean forks(Node node) {
    return Board.forks(node, board, arrows);
  }

  private int centre(Node node) {
    return tops.get(node.line()) + heights.get(node.line()) / 2;
  }

  private int channel(int channel) {
    return tops.get(channel) + heights.get(channel);
  }

  private Box box(Node node, int column) {
    int width = symbols.width(node, column);
    int height = symbols.height(node);
    return new Box(across.centre(column) - width / 2, centre(node) - height / 2, width, height);
  }

  private Picture picture() {
    List<Shape> shapes = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (Node node : board.nodes()) {
      node.columns().forEach(column -> shapes.add(shape(node, column)));
      links.addAll(links(node));
    }
    List<Bar> bars = new ArrayList<>();
    List<Wire> wires = new ArrayList<>(bars(bars));
    for (int i = 0; i < arrows.size(); i++) {
      wires.add(wire(i));
    }
    int legend = form.legend(bottom, drawing.used());
    return new Picture(
        form.right(across) + Form.MARGIN,
        legend + Form.MARGIN,
        form.rules(across, tops, bottom),
        form.texts(across, board, symbols, tops, heights, bottom),
        shapes,
        links,
        bars,
        wires);
  }

  private Shape shape(Node node, int column) {
    Box box = box(node, column);
    List<Symbols.Inscription> inscriptions = symbols.text(node, column);
    int height = inscriptions.stream().mapToInt(t -> t.lines().size() * t.ink().leading()).sum();
    int y = box.centre() - height / 2;
    List<Text> texts = new ArrayList<>();
    for (Symbols.Inscription text : inscriptions) {
      int lines = text.lines().size() * text.ink().leading();
      texts.add(new Text(new Box(box.x(), y, box.width(), lines), true, text.ink(), text.lines()));
      y += lines;
    }
    return new Shape(
        node.kind(),
        box,
        node.step().flatMap(step -> drawing.markOf(step.id())),
        symbols.title(node, column),
        texts);
  }

  private List<Link> links(Node node) {
    List<Integer> order = node.columns();
    List<Integer> sorted = order.stream().sorted().toList();
    List<Link> links = new ArrayList<>();
    for (int n = 0; n + 1 < sorted.size(); n++) {
      Box left = box(node, sorted.get(n));
      Box right = box(node, sorted.get(n + 1));
      Point from = new Point(left.right(), left.centre());
      Point to = new Point(right.x(), right.centre());
      int a = order.indexOf(sorted.get(n));
      int b = order.indexOf(sorted.get(n + 1));
      boolean inOrder = inOrder(node) && Math.abs(a - b) == 1;
      boolean dashed = eitherWay(node);
      links.add(b > a ? new Link(from, to, dashed, inOrder) : new Link(to, from, dashed, inOrder));
    }
    return links;
  }

  private static boolean inOrder(Node node) {
    return node.step().filter(s -> s.pelaksana().mode() == Mode.BERJENJANG).isPresent();
  }

  private static boolean eitherWay(Node node) {
    return node.step().filter(s -> s.pelaksana().mode() == Mode.SALAH_SATU).isPresent();
  }

  /** Adds the bars; returns the short ways between them and their shapes. */
  private List<Wire> bars(List<Bar> bars) {
    List<Wire> stems = new ArrayList<>();
    for (Node node : board.nodes()) {
      if (joins(node)) {
        int middle = across.centre(node.enter());
        int mean = mean(joined(node));
        int top = box(node, node.enter()).y() - PAD;
        bars.add(bar(middle, joined(node), top));
        stems.add(
            stem(
                new Point(middle + mean, top),
                new Point(middle + mean, upperEdge(node, mean)),
                true));
      }
      Map<Integer, List<Integer>> forks = forked(node);
      forks.forEach(
          (fork, offsets) -> {
            int middle = across.centre(node.exit());
            int y = forkBar(node);
            int mean = mean(offsets);
            bars.add(bar(middle, offsets, y));
            stems.add(
                stem(
                    new Point(middle + mean, edge(node, mean)),
                    new Point(middle + mean, y),
                    false));
          });
    }
    return stems;
  }

  private static Wire stem(Point from, Point to, boolean pointed) {
    return new Wire(List.of(from, to), pointed, Optional.empty(), "", Optional.empty());
  }

  private static Bar bar(int middle, List<Integer> offsets, int y) {
    int from = offsets.stream().mapToInt(o -> o).min().orElse(0);
    int to = offsets.stream().mapToInt(o -> o).max().orElse(0);
    return new Bar(middle + from - 8, middle + to + 8, y);
  }

  private static int mean(List<Integer> offsets) {
    return offsets.stream().mapToInt(o -> o).sum() / offsets.size();
  }

  private List<Integer> joined(Node node) {
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < arrows.size(); i++) {
      if (arrows.get(i).joins() && board.target(arrows.get(i)).equals(node)) {
        offsets.add(ports.in(i));
      }
    }
    return offsets;
  }

  private Map<Integer, List<Integer>> forked(Node node) {
    Map<Integer, List<Integer>> forks = new TreeMap<>();
    for (int i = 0; i < arrows.size(); i++) {
      if (arrows.get(i).forks() && board.source(arrows.get(i)).equals(node)) {
        forks.computeIfAbsent(arrows.get(i).fork(), f -> new ArrayList<>()).add(ports.out(i));
      }
    }
    return forks;
  }

  private int forkBar(Node node) {
    Box box = box(node, node.exit());
    return box.bottom() + PAD - 2;
  }

  /** Where the lower edge of a node's shape is, so far beside its middle. */
  private int edge(Node node, int offset) {
    Box box = box(node, node.exit());
    if (node.kind() != Node.Kind.DECISION) {
      return box.bottom();
    }
    return box.bottom() - Math.abs(offset) * box.height() / box.width();
  }

  private int upperEdge(Node node, int offset) {
    Box box = box(node, node.enter());
    return node.kind() == Node.Kind.DECISION
        ? box.y() + Math.abs(offset) * box.height() / box.width()
        : box.y();
  }

  private Wire wire(int i) {
    FlowArrow arrow = arrows.get(i);
    Path path = paths.get(i);
    Node source = board.source(arrow);
    Node target = board.target(arrow);
    List<Point> points = new ArrayList<>();
    int out = across.centre(source.exit()) + ports.out(i);
    int in = across.centre(target.enter()) + ports.in(i);
    Box from = box(source, source.exit());
    Box to = box(target, target.enter());
    if (path.exit() == Side.BOTTOM) {
      int y = arrow.forks() ? forkBar(source) : edge(source, ports.out(i));
      points.add(new Point(out, y));
    } else {
      points.add(new Point(path.exit() == Side.LEFT ? from.x() : from.right(), from.centre()));
    }
    int x = points.get(0).x();
    int y = points.get(0).y();
    if (legs.get(i).first().isPresent()) {
      y = y(path.first(), legs.get(i).first().get());
      points.add(new Point(x, y));
      x = path.gutter() == Path.NONE ? in : across.gutter(i);
      points.add(new Point(x, y));
    } else if (path.gutter() != Path.NONE) {
      x = across.gutter(i);
      points.add(new Point(x, y));
    }
    if (legs.get(i).second().isPresent()) {
      y = y(path.second(), legs.get(i).second().get());
      points.add(new Point(x, y));
      x = in;
      points.add(new Point(x, y));
    }
    if (path.entry() == Side.TOP) {
      int top = arrow.joins() ? to.y() - PAD : upperEdge(target, ports.in(i));
      points.add(new Point(x, top));
    } else {
      points.add(new Point(x, to.centre()));
      points.add(new Point(path.entry() == Side.LEFT ? to.x() : to.right(), to.centre()));
    }
    return new Wire(
        points,
        true,
        drawing.markOf(arrow.key()),
        drawing.sentence(arrow),
        label(i, from, points.get(0)));
  }

  private Optional<Text> label(int i, Box from, Point begin) {
    List<String> lines = lines(arrows.get(i));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    int height = lines.size() * Ink.LABEL.leading();
    int width = Ink.LABEL.widest(lines) + 2;
    Path path = paths.get(i);
    if (path.exit().isLateral()) {
      int x = path.exit() == Side.LEFT ? from.x() - 2 - width : from.right() + 2;
      return Optional.of(
          new Text(new Box(x, begin.y() - 2 - height, width, height), false, Ink.LABEL, lines));
    }
    int channel = board.source(arrows.get(i)).line();
    return legs.get(i)
        .sign()
        .or(legs.get(i)::first)
        .flatMap(
            leg ->
                leg.label()
                    .map(sign -> new Box(sign.x(), y(channel, leg) - 1 - height, width, height)))
        .map(box -> new Text(box, false, Ink.LABEL, lines));
  }
}
