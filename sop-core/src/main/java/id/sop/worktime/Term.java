package id.sop.worktime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A time that was set for someone: what was allowed, from when, when the clock stood still, and
 * what was added.
 *
 * @param start the event from which it is counted
 * @param waktu what is allowed
 * @param stops when the clock stood still, in any order; they may overlap
 * @param perpanjangan what was added; it counts from the moment at which the time would have been
 *     over
 */
public record Term(
    Instant start, Waktu waktu, List<ClockStop> stops, Optional<Waktu> perpanjangan) {
  public Term {
    stops = List.copyOf(stops);
  }

  /** A time that was not extended. */
  public Term(Instant start, Waktu waktu, List<ClockStop> stops) {
    this(start, waktu, stops, Optional.empty());
  }

  /** A time whose clock has not been stopped. */
  public static Term of(Instant start, Waktu waktu) {
    return new Term(start, waktu, List.of());
  }
}
