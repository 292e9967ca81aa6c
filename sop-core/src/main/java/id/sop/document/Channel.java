package id.sop.document;

import com.google.common.collect.Collections2;
import id.sop.document.Picture.Ink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The horizontal ways under one line, with the labels that stand on them. */
final class Channel {
  private static final int APART = 8;
  private static final int BETWEEN = 6;

  /** More tracks than this are left as they come: their orders are too many to try. */
  private static final int MOST_ORDERED = 6;

  private final List<Leg> legs = new ArrayList<>();
  private final Map<Leg, Integer> tops = new HashMap<>();
  private int height;

  /**
   * A horizontal way, or the place of a label beside a vertical one.
   *
   * @param arrow of which arrow
   * @param from where it begins
   * @param comesDown whether the arrow comes from above there
   * @param to where it ends
   * @param goesDown whether the arrow goes on downwards there
   * @param label what stands on it
   */
  record Leg(
      int arrow, int from, boolean comesDown, int to, boolean goesDown, Optional<Sign> label) {
    private Tracks.Span span() {
      Tracks.Span way = Tracks.Span.of(from, to);
      return label
          .map(sign -> way.including(new Tracks.Span(sign.x(), sign.x() + sign.width())))
          .orElse(way);
    }

    /** How bad it is when something goes down at {@code x}; worse through a label. */
    private int hits(int x) {
      Tracks.Span at = new Tracks.Span(x, x);
      boolean way = from != to && Tracks.Span.of(from, to).meets(at, 0);
      boolean sign =
          label.filter(l -> new Tracks.Span(l.x(), l.x() + l.width()).meets(at, 0)).isPresent();
      return (way ? 1 : 0) + (sign ? 2 : 0);
    }

    private int room() {
      return APART + label.map(sign -> sign.lines().size() * Ink.LABEL.leading()).orElse(0);
    }
  }

  /** A label and where it begins. */
  record Sign(int x, List<String> lines) {
    int width() {
      return Ink.LABEL.widest(lines) + 2;
    }
  }

  void add(Leg leg) {
    legs.add(leg);
  }

  List<Leg> legs() {
    return legs;
  }

  /** Gives each leg its place: in the order of tracks with the fewest crossings. */
  void settle() {
    Tracks tracks = Tracks.of(legs.stream().map(Leg::span).toList(), BETWEEN);
    List<Integer> all = IntStream.range(0, tracks.count()).boxed().toList();
    List<Integer> best = all;
    if (tracks.count() <= MOST_ORDERED) {
      for (List<Integer> order : Collections2.permutations(all)) {
        best = crossings(tracks, order) < crossings(tracks, best) ? order : best;
      }
    }
    for (int track : best) {
      int room = 0;
      for (int i = 0; i < legs.size(); i++) {
        room = tracks.of(i) == track ? Math.max(room, legs.get(i).room()) : room;
      }
      height += room;
      for (int i = 0; i < legs.size(); i++) {
        if (tracks.of(i) == track) {
          tops.put(legs.get(i), height);
        }
      }
    }
  }

  /** How often what comes from above or goes on downwards meets a leg or a label on its way. */
  private int crossings(Tracks tracks, List<Integer> order) {
    int crossings = 0;
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      int place = order.indexOf(tracks.of(i));
      for (int j = 0; j < legs.size(); j++) {
        int other = order.indexOf(tracks.of(j));
        boolean from = leg.comesDown() ? other < place : other > place;
        boolean to = leg.goesDown() ? other > place : other < place;
        crossings += from ? legs.get(j).hits(leg.from()) : 0;
        crossings += to ? legs.get(j).hits(leg.to()) : 0;
      }
    }
    return crossings;
  }

  int height() {
    return height;
  }

  /** How far under the top of the channel {@code leg} runs. */
  int y(Leg leg) {
    return tops.getOrDefault(leg, 0);
  }
}
