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
          .map(w -> new Term(start, w, stops).resolved(known))
          .orElse(this);
    }
    if (waktu instanceof Waktu.Relatif relative) {
      if (relative.acuan() instanceof Waktu.Acuan.Langkah row) {
        return known
            .selesai(row.id())
            .map(at -> new Term(at, relative.jarak().orElseThrow(), stops))
            .orElse(this);
      }
      if (relative.acuan() instanceof Waktu.Acuan.Data data) {
        return known
            .tanggal(data.nama())
            .map(date -> new Term(start, relative.dari(date), stops))
            .orElse(this);
      }
    }
    return this;
  }

  /** The same, once {@code label} is decided: of times that depend on the decision, its own. */
  public Term decided(String label) {
    return waktu instanceof Waktu.PerKeputusan each
        ? each.untuk(label).map(w -> new Term(start, w, stops)).orElse(this)
        : this;
  }

  /** A time whose clock has not been stopped. */
  public static Term of(Instant start, Waktu waktu) {
    return new Term(start, waktu, List.of());
  }
}
