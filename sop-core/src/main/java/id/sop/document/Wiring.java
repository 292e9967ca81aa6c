package id.sop.document;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import id.sop.document.Path.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds for each arrow the way with the fewest bends that meets no shape and no other's stub. */
final class Wiring {
  /** A label wider than this does not stand beside a shape. */
  static final int LATERAL_LABEL = 60;

  private final Board board;
  private final List<FlowArrow> arrows;

  /** By line and gutter, who runs from a shape into the gutter there. */
  private final Table<Integer, Integer, Object> stubs = HashBasedTable.create();

  private final Set<Node> leftByBottom = new HashSet<>();

  private record Candidate(Path path, int cost) {}

  private Wiring(Board board, List<FlowArrow> arrows) {
    this.board = board;
    this.arrows = arrows;
  }

  /** One way for each arrow, in their order. */
  static List<Path> of(Board board, List<FlowArrow> arrows) {
    return new Wiring(board, arrows).paths();
  }

  private List<Path> paths() {
    Path[] paths = new Path[arrows.size()];
    // The main line first: it gets the straight ways.
    IntStream.range(0, arrows.size())
        .boxed()
        .sorted(Comparator.comparingInt(this::rank).thenComparing(i -> i))
        .forEach(i -> paths[i] = choose(arrows.get(i)));
    return List.of(paths);
  }

  private int rank(int index) {
    int lines = board.target(arrows.get(index)).line() - board.source(arrows.get(index)).line();
    return lines > 0 ? lines : 1000 - lines;
  }

  private Path choose(FlowArrow arrow) {
    Path best =
        candidates(arrow).stream()
            .min(Comparator.comparingInt(Candidate::cost))
            .map(Candidate::path)
            .orElseThrow();
    Node source = board.source(arrow);
    Node target = board.target(arrow);
    if (best.exit().isLateral()) {
      stubs.put(source.line(), best.exit().gutterOf(source.exit()), arrow);
    } else {
      leftByBottom.add(source);
    }
    if (best.entry().isLateral()) {
      stubs.put(target.line(), best.entry().gutterOf(target.enter()), entering(target));
    }
    return best;
  }

  private static Object entering(Node target) {
    return target.line();
  }

  private List<Candidate> candidates(FlowArrow arrow) {
    Node source = board.source(arrow);
    Node target = board.target(arrow);
    int from = source.exit();
    int to = target.enter();
    int lines = target.line() - source.line();
    List<Candidate> all = new ArrayList<>();
    int bottom = source.kind() == Node.Kind.DECISION && leftByBottom.contains(source) ? 5 : 0;
    boolean bars = Board.forks(source, board, arrows) || Board.joins(target, board, arrows);
    if (lines > 0) {
      boolean free = board.isFree(to, source.line(), target.line());
      if (from == to && free && !bars) {
        all.add(new Candidate(Path.straight(), 2 * lines));
      } else if (free) {
        all.add(new Candidate(Path.along(source.line()), bottom + 8 + 2 * lines));
      }
      if (from != to && board.isFree(from, source.line(), target.line())) {
        all.add(new Candidate(Path.along(target.line() - 1), bottom + 9 + 2 * lines));
      }
    }
    int far = Math.abs(lines) + (lines > 0 ? 4 : 0);
    List<Side> exits = lateralExits(arrow);
    List<Side> entries = lateralEntries(arrow);
    for (Side exit : exits) {
      int gutter = exit.gutterOf(from);
      for (Side entry : entries) {
        // At one line a stub out and a stub in would lie upon each other.
        if (entry.gutterOf(to) == gutter && lines != 0) {
          all.add(new Candidate(new Path(exit, Path.NONE, gutter, Path.NONE, entry), 10 + far));
        }
      }
      all.add(
          new Candidate(
              new Path(exit, Path.NONE, gutter, target.line() - 1, Side.TOP),
              16 + far + 2 * Math.abs(gutter - to)));
    }
    for (Side entry : entries) {
      int gutter = entry.gutterOf(to);
      all.add(
          new Candidate(
              new Path(Side.BOTTOM, source.line(), gutter, Path.NONE, entry),
              bottom + 16 + far + 2 * Math.abs(gutter - from)));
    }
    int gutter = Math.max(from, to);
    if (from == to) {
      gutter = from + 1;
    }
    all.add(
        new Candidate(
            new Path(Side.BOTTOM, source.line(), gutter, target.line() - 1, Side.TOP),
            bottom + 22 + far + Math.abs(from - to)));
    return all;
  }

  private List<Side> lateralExits(FlowArrow arrow) {
    Node source = board.source(arrow);
    boolean wide =
        arrow.texts().size() > 1 || Picture.Ink.LABEL.widest(arrow.texts()) > LATERAL_LABEL;
    if (arrow.forks() || wide || source.line() == 0) {
      return List.of();
    }
    return sides(board.target(arrow).enter() < source.exit()).stream()
        .filter(side -> isOpen(source, side.gutterOf(source.exit()), Optional.empty()))
        .toList();
  }

  private List<Side> lateralEntries(FlowArrow arrow) {
    Node target = board.target(arrow);
    if (arrow.joins()) {
      return List.of();
    }
    return sides(board.source(arrow).exit() < target.enter()).stream()
        .filter(
            side -> isOpen(target, side.gutterOf(target.enter()), Optional.of(entering(target))))
        .toList();
  }

  private static List<Side> sides(boolean leftFirst) {
    return leftFirst ? List.of(Side.LEFT, Side.RIGHT) : List.of(Side.RIGHT, Side.LEFT);
  }

  private boolean isOpen(Node node, int gutter, Optional<Object> sharer) {
    Object owner = stubs.get(node.line(), gutter);
    return !node.isJoinedAcross(gutter)
        && (owner == null || sharer.filter(owner::equals).isPresent());
  }
}
