package id.sop.document;

import id.sop.document.Path.Side;
import id.sop.document.Picture.Ink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where columns and gutters lie from left to right. */
final class Across {
  private static final int APART = 8;
  private static final int GAP = 7;
  private static final int WIDEST_HEAD = 84;

  private final List<Integer> centres = new ArrayList<>();
  private final List<Integer> borders = new ArrayList<>();
  private final Map<Integer, Integer> gutterX = new HashMap<>();

  Across(int left, Board board, List<FlowArrow> arrows, List<Path> paths, Symbols symbols) {
    int columns = board.columns().size();
    int x = left;
    for (int column = 0; column <= columns; column++) {
      Tracks tracks = tracks(column, board, arrows, paths);
      borders.add(x);
      x = gutter(x, column, tracks, paths);
      if (column < columns) {
        int before = GAP + label(column, Side.LEFT, board, arrows, paths);
        int after = GAP + label(column, Side.RIGHT, board, arrows, paths);
        int width = width(column, board, symbols);
        int head = head(symbols.name(board.columns().get(column)));
        int more = Math.max(0, head + 6 - before - width - after) / 2;
        centres.add(x + before + more + width / 2);
        x += before + width + after + 2 * more;
      }
    }
    borders.set(columns, x);
  }

  /** The room for the widest word of a head, within reason. */
  private static int head(String name) {
    return Math.min(WIDEST_HEAD, Ink.HEAD.widest(List.of(name.split("\\s+"))));
  }

  private int gutter(int x, int gutter, Tracks tracks, List<Path> paths) {
    int n = 0;
    for (int i = 0; i < paths.size(); i++) {
      if (paths.get(i).gutter() == gutter) {
        gutterX.put(i, x + APART + APART * tracks.of(n++));
      }
    }
    return tracks.count() == 0 ? x : x + APART * (tracks.count() + 1);
  }

  private static Tracks tracks(int gutter, Board board, List<FlowArrow> arrows, List<Path> paths) {
    List<Tracks.Span> spans = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      Path path = paths.get(i);
      if (path.gutter() == gutter) {
        int from =
            path.first() == Path.NONE
                ? 2 * board.source(arrows.get(i)).line()
                : 2 * path.first() + 1;
        int to =
            path.second() == Path.NONE
                ? 2 * board.target(arrows.get(i)).line()
                : 2 * path.second() + 1;
        spans.add(Tracks.Span.of(from, to));
      }
    }
    return Tracks.of(spans, 0);
  }

  /** The room for labels beside the shapes of a column. */
  private static int label(
      int column, Side side, Board board, List<FlowArrow> arrows, List<Path> paths) {
    int room = 0;
    for (int i = 0; i < paths.size(); i++) {
      if (paths.get(i).exit() == side && board.source(arrows.get(i)).exit() == column) {
        room = Math.max(room, Ink.LABEL.widest(arrows.get(i).texts()) + 2);
      }
    }
    return room;
  }

  private static int width(int column, Board board, Symbols symbols) {
    return board.nodes().stream()
        .filter(node -> node.columns().contains(column))
        .mapToInt(node -> symbols.width(node, column))
        .max()
        .orElse(0);
  }

  /** The middle of a column. */
  int centre(int column) {
    return centres.get(column);
  }

  /** The left border of a column; that of the column after the last is the right border of all. */
  int border(int column) {
    return borders.get(column);
  }

  /** The borders between columns. */
  List<Integer> inner() {
    return borders.subList(1, borders.size() - 1);
  }

  int left() {
    return borders.get(0);
  }

  int right() {
    return borders.get(borders.size() - 1);
  }

  /** Where arrow {@code index} runs along its gutter. */
  int gutter(int index) {
    return gutterX.getOrDefault(index, 0);
  }
}
