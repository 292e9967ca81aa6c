package id.sop.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Lines that run side by side in a channel, so that no two of them lie upon each other. */
final class Tracks {
  private final Map<Integer, Integer> trackOf;
  private final int count;

  /** What of its channel a line needs. */
  record Span(int from, int to) {
    static Span of(int a, int b) {
      return new Span(Math.min(a, b), Math.max(a, b));
    }

    Span including(Span other) {
      return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }

    boolean meets(Span other, int apart) {
      return from - apart <= other.to && other.from - apart <= to;
    }
  }

  private Tracks(Map<Integer, Integer> trackOf, int count) {
    this.trackOf = trackOf;
    this.count = count;
  }

  /**
   * Gives each span a track.
   *
   * @param apart the room between two spans of one track
   */
  static Tracks of(List<Span> spans, int apart) {
    List<List<Span>> tracks = new ArrayList<>();
    Map<Integer, Integer> trackOf = new HashMap<>();
    IntStream.range(0, spans.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(i -> spans.get(i).to() - spans.get(i).from())
                .thenComparing(i -> i))
        .forEach(
            i -> {
              int track = 0;
              while (track < tracks.size() && meets(tracks.get(track), spans.get(i), apart)) {
                track++;
              }
              if (track == tracks.size()) {
                tracks.add(new ArrayList<>());
              }
              tracks.get(track).add(spans.get(i));
              trackOf.put(i, track);
            });
    return new Tracks(trackOf, tracks.size());
  }

  private static boolean meets(List<Span> track, Span span, int apart) {
    return track.stream().anyMatch(other -> other.meets(span, apart));
  }

  int count() {
    return count;
  }

  /** The track of span {@code index}. */
  int of(int index) {
    return trackOf.getOrDefault(index, 0);
  }
}
