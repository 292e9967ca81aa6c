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

  /**
   * The same, counted from what it refers to: the end of another row, a date of the case, the time
   * of a row that shares its own. What is not known yet stays as it is and has no moment.
   */
  public Term resolved(References known) {
    if (waktu instanceof Waktu.Bersama shared) {
      // One step only: a time that is shared is not itself the share of another.
      return known
          .waktu(shared.langkah())
          .filter(w -> !(w instanceof Waktu.Bersama))
          .map(w -> new Term(start, w, stops, perpanjangan).resolved(known))
          .orElse(this);
    }
    if (waktu instanceof Waktu.Relatif relative) {
      if (relative.acuan() instanceof Waktu.Acuan.Langkah row) {
        return known
            .selesai(row.id())
            .map(at -> new Term(at, relative.jarak().orElseThrow(), stops, perpanjangan))
            .orElse(this);
      }
      if (relative.acuan() instanceof Waktu.Acuan.Data data) {
        return known
            .tanggal(data.nama())
            .map(date -> new Term(start, relative.dari(date), stops, perpanjangan))
            .orElse(this);
      }
    }
    return this;
  }

  /** The same, once {@code label} is decided: of times that depend on the decision, its own. */
  public Term decided(String label) {
    return waktu instanceof Waktu.PerKeputusan each
        ? each.untuk(label).map(w -> new Term(start, w, stops, perpanjangan)).orElse(this)
        : this;
  }

  /** A time whose clock has not been stopped. */
  public static Term of(Instant start, Waktu waktu) {
    return new Term(start, waktu, List.of());
  }
}
