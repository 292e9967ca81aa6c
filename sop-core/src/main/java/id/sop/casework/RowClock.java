package id.sop.casework;

import com.google.common.collect.ImmutableList;
import id.sop.definition.PelaksanaCode;
import id.sop.journal.CaseEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of the time of one visit of a row.
 *
 * @param pemilik whose clock it is: the performer named first when the row was opened, by the time
 *     of whose unit it is counted, whoever is added later
 * @param stops when its clock stood still, its own stops and those of the case, in the order in
 *     which they were recorded
 * @param perpanjangan the extension granted
 * @param moves how its due time moved since it was opened, oldest first
 * @param held what was due when the clock stopped; empty while the row is due or never was
 */
public record RowClock(
    PelaksanaCode pemilik,
    List<Stop> stops,
    Optional<CaseEvent.Extended> perpanjangan,
    List<CaseEvent.DueMoved> moves,
    Optional<Held> held) {
  /** The clock of a row just opened, which these stops of its case concern. */
  static RowClock of(List<PelaksanaCode> by, List<Stop> stops) {
    PelaksanaCode first = by.isEmpty() ? PelaksanaCode.TIDAK_TERCETAK : by.get(0);
    return new RowClock(first, stops, Optional.empty(), List.of(), Optional.empty());
  }

  /**
   * What was due when the clock stopped.
   *
   * @param dueAt the moment
   * @param given the stops that had been given back in it
   */
  public record Held(Instant dueAt, List<Stop> given) {
    public Held {
      given = List.copyOf(given);
    }
  }

  public RowClock {
    stops = List.copyOf(stops);
    moves = List.copyOf(moves);
  }

  /** Whether it stands still. */
  public boolean stands() {
    for (Stop stop : stops) {
      if (stop.stands()) {
        return true;
      }
    }
    return false;
  }

  /** The stop that has not ended, of the row itself or of the case. */
  Optional<Stop> standing(boolean ofCase) {
    return stops.stream().filter(s -> s.stands() && s.ofCase() == ofCase).findFirst();
  }

  /** The first of its stops within which {@code moment} lies. */
  Optional<Stop> at(Instant moment) {
    return stops.stream().filter(s -> s.covers(moment)).findFirst();
  }

  /** Whether a stop that has not ended began before {@code due}, so that it is not due then. */
  boolean standsBefore(Instant due) {
    for (Stop stop : stops) {
      if (stop.stands() && stop.from().isBefore(due)) {
        return true;
      }
    }
    return false;
  }

  /** The same, of a row that others are to do. */
  RowClock of(List<PelaksanaCode> by) {
    return new RowClock(by.get(0), stops, perpanjangan, moves, held);
  }

  RowClock stopped(Stop stop) {
    return new RowClock(pemilik, plus(stops, stop), perpanjangan, moves, held);
  }

  RowClock resumed(Stop stop, CaseEvent.ClockResumed event) {
    return new RowClock(
        pemilik,
        stops.stream().map(s -> s.equals(stop) ? s.ended(event) : s).toList(),
        perpanjangan,
        moves,
        held);
  }

  RowClock extended(CaseEvent.Extended event) {
    return new RowClock(pemilik, stops, Optional.of(event), moves, held);
  }

  RowClock moved(CaseEvent.DueMoved event) {
    return new RowClock(
        pemilik,
        stops,
        perpanjangan,
        plus(moves, event),
        event.to().isPresent()
            ? Optional.empty()
            : event
                .from()
                .map(due -> new Held(due, stops.stream().filter(s -> !s.stands()).toList())));
  }

  private static <T> List<T> plus(List<T> all, T one) {
    return ImmutableList.<T>builder().addAll(all).add(one).build();
  }
}
