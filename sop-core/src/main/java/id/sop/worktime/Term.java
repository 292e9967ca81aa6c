package id.sop.worktime;

import java.time.Instant;
import java.util.List;

/**
 * A time that was set for someone: what was allowed, from when, and when the clock stood still.
 *
 * @param start the event from which it is counted
 * @param waktu what is allowed
 * @param stops when the clock stood still, in any order; they may overlap
 */
public record Term(Instant start, Waktu waktu, List<ClockStop> stops) {
  public Term {
    stops = List.copyOf(stops);
  }

  /** A time whose clock has not been stopped. */
  public static Term of(Instant start, Waktu waktu) {
    return new Term(start, waktu, List.of());
  }
}
