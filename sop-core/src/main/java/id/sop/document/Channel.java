package id.sop.document;

import id.sop.document.Picture.Ink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The horizontal ways under one line, with the labels that stand on them. */
final class Channel {
  private static final int APART = 8;
  private static final int BETWEEN = 6;

  private final List<Leg> legs = new ArrayList<>();
  private final Map<Leg, Integer> tops = new HashMap<>();
  private int height;

  /**
   * A horizontal way, or the place of a label beside a vertical one.
   *
   * @param arrow of which arrow
   * @param from where it begins
   * @param to where it ends
   * @param label what stands on it
   */
  record Leg(int arrow, int from, int to, Optional<Sign> label) {
    private Tracks.Span span() {
      Tracks.Span way = Tracks.Span.of(from, to);
      return label
          .map(sign -> way.including(new Tracks.Span(sign.x(), sign.x() + sign.width())))
          .orElse(way);
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

  /** Gives each leg its place. */
  void settle() {
    Tracks tracks = Tracks.of(legs.stream().map(Leg::span).toList(), BETWEEN);
    int[] rooms = new int[tracks.count()];
    for (int i = 0; i < legs.size(); i++) {
      int track = tracks.of(i);
      rooms[track] = Math.max(rooms[track], legs.get(i).room());
    }
    for (int i = 0; i < legs.size(); i++) {
      int y = 0;
      for (int track = 0; track <= tracks.of(i); track++) {
        y += rooms[track];
      }
      tops.put(legs.get(i), y);
    }
    for (int room : rooms) {
      height += room;
    }
  }

  int height() {
    return height;
  }

  /** How far under the top of the channel {@code leg} runs. */
  int y(Leg leg) {
    return tops.getOrDefault(leg, 0);
  }
}
