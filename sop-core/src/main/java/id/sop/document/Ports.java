package id.sop.document;

import id.sop.document.Path.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where on the bottom and the top of the shapes the arrows touch, as offsets from the middle. Where
 * two shapes stand above each other, no arrow leaves the upper one where another enters the lower.
 */
final class Ports {
  /** From one arrow to the next at the same side of a shape. */
  static final int APART = 12;

  private final Board board;
  private final List<FlowArrow> arrows;
  private final List<Path> paths;
  private final Map<Integer, Integer> out = new HashMap<>();
  private final Map<Integer, Integer> in = new HashMap<>();

  private Ports(Board board, List<FlowArrow> arrows, List<Path> paths) {
    this.board = board;
    this.arrows = arrows;
    this.paths = paths;
  }

  static Ports of(Board board, List<FlowArrow> arrows, List<Path> paths) {
    Ports ports = new Ports(board, arrows, paths);
    board.nodes().forEach(ports::enter);
    board.nodes().forEach(ports::leave);
    return ports;
  }

  /** Where arrow {@code index} leaves the bottom of its source. */
  int out(int index) {
    return out.getOrDefault(index, 0);
  }

  /** Where arrow {@code index} enters the top of its target. */
  int in(int index) {
    return in.getOrDefault(index, 0);
  }

  /** How far from the middle of a node's shape its outermost arrow is. */
  int reach(Node node) {
    int reach = 0;
    for (int i = 0; i < arrows.size(); i++) {
      if (board.source(arrows.get(i)).equals(node)) {
        reach = Math.max(reach, Math.abs(out(i)));
      }
      if (board.target(arrows.get(i)).equals(node)) {
        reach = Math.max(reach, Math.abs(in(i)));
      }
    }
    return reach;
  }

  private List<Integer> entering(Node node) {
    List<Integer> entering = new ArrayList<>();
    for (int i = 0; i < arrows.size(); i++) {
      if (board.target(arrows.get(i)).equals(node) && paths.get(i).entry() == Side.TOP) {
        entering.add(i);
      }
    }
    return entering;
  }

  /** Arrows merge in one place; those that wait for each other keep apart up to the bar. */
  private void enter(Node node) {
    List<Integer> entering = entering(node);
    List<Integer> joining =
        entering.stream()
            .filter(i -> arrows.get(i).joins())
            .sorted(Comparator.comparingInt(this::comesFrom).thenComparing(i -> i))
            .toList();
    boolean merging = joining.size() < entering.size();
    List<Integer> offsets = offsets(joining.size() + (merging ? 1 : 0), Set.of());
    for (int n = 0; n < joining.size(); n++) {
      in.put(joining.get(n), offsets.get(n));
    }
    entering.stream()
        .filter(i -> !arrows.get(i).joins())
        .forEach(i -> in.put(i, offsets.get(joining.size())));
  }

  private void leave(Node node) {
    List<Integer> leaving = new ArrayList<>();
    boolean straight = false;
    for (int i = 0; i < arrows.size(); i++) {
      if (board.source(arrows.get(i)).equals(node) && paths.get(i).exit() == Side.BOTTOM) {
        if (paths.get(i).isStraight()) {
          straight = true;
        } else {
          leaving.add(i);
        }
      }
    }
    Set<Integer> taken = new HashSet<>();
    if (straight) {
      taken.add(0);
    }
    int lowest = leaving.stream().mapToInt(i -> paths.get(i).first()).max().orElse(Path.NONE);
    board
        .below(node.line(), node.exit())
        .filter(below -> below.enter() == node.exit())
        .ifPresent(
            below ->
                entering(below).stream()
                    .filter(i -> lastChannel(i) <= lowest)
                    .forEach(i -> taken.add(in(i))));
    leaving.sort(
        Comparator.comparingDouble((Integer i) -> direction(i, leaving))
            .thenComparing(i -> arrows.get(i).fork())
            .thenComparing(i -> i));
    List<Integer> offsets =
        straight || leaving.size() == 1 ? beside(leaving, taken) : offsets(leaving.size(), taken);
    for (int n = 0; n < leaving.size(); n++) {
      out.put(leaving.get(n), offsets.get(n));
    }
  }

  /** For each the nearest free place on the side that it goes to, from left to right. */
  private List<Integer> beside(List<Integer> leaving, Set<Integer> taken) {
    Set<Integer> used = new HashSet<>(taken);
    List<Integer> places = new ArrayList<>();
    for (int i : leaving) {
      boolean left = goesTo(i) < 2 * board.source(arrows.get(i)).exit() + 1;
      int place = 0;
      while (used.contains(place)) {
        place += left ? -APART : APART;
      }
      used.add(place);
      places.add(place);
    }
    return places.stream().sorted().toList();
  }

  /** Neighbouring places, as near to the middle as can be. */
  private static List<Integer> offsets(int count, Set<Integer> taken) {
    List<Integer> free = new ArrayList<>();
    int most = count + taken.size() + 1;
    for (int n = -most; n <= most; n++) {
      boolean middleOfAPair = n == 0 && count % 2 == 0;
      if (!taken.contains(n * APART) && !middleOfAPair) {
        free.add(n * APART);
      }
    }
    List<Integer> best = free.subList(0, count);
    for (int first = 1; first + count <= free.size(); first++) {
      List<Integer> window = free.subList(first, first + count);
      if (farthest(window) < farthest(best)) {
        best = window;
      }
    }
    return best;
  }

  private static int farthest(List<Integer> offsets) {
    return offsets.stream().mapToInt(Math::abs).max().orElse(0);
  }

  /** The channel in which an arrow turns towards the top of its target. */
  private int lastChannel(int index) {
    Path path = paths.get(index);
    if (path.second() != Path.NONE) {
      return path.second();
    }
    return path.first() == Path.NONE ? board.source(arrows.get(index)).line() : path.first();
  }

  /** From left to right; the arrows of one fork stay together. */
  private double direction(int index, List<Integer> among) {
    int fork = arrows.get(index).fork();
    return among.stream()
        .filter(i -> i == index || (fork != FlowArrow.NO_FORK && arrows.get(i).fork() == fork))
        .mapToDouble(this::turn)
        .average()
        .orElse(0);
  }

  /** What turns aside first leaves farthest out, so that it does not cross what goes on down. */
  private double turn(int index) {
    int aside = goesTo(index) - 2 * board.source(arrows.get(index)).exit() - 1;
    return Integer.signum(aside) * (10_000.0 - 100 * paths.get(index).first()) + aside;
  }

  /** Gutters and columns from left to right: gutter n is 2n, column n is 2n + 1. */
  private int goesTo(int index) {
    Path path = paths.get(index);
    return path.gutter() == Path.NONE
        ? 2 * board.target(arrows.get(index)).enter() + 1
        : 2 * path.gutter();
  }

  private int comesFrom(int index) {
    Path path = paths.get(index);
    return path.gutter() == Path.NONE
        ? 2 * board.source(arrows.get(index)).exit() + 1
        : 2 * path.gutter();
  }
}
