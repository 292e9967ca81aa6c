package id.sop.casework;

import id.sop.journal.CaseEvent;
import id.sop.worktime.ClockStop;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch in which the clock of a row or of the whole case stood still, with the reason and the
 * basis on which it did.
 *
 * @param begun what was recorded when it began
 * @param over what was recorded when the clock ran again; empty while it stands
 */
public record Stop(CaseEvent.ClockStopped begun, Optional<CaseEvent.ClockResumed> over) {

  /** When the clock stopped. */
  public Instant from() {
    return begun.occurredAt();
  }

  /** When it ran again; empty while it stands. */
  public Optional<Instant> to() {
    return over.map(CaseEvent.ClockResumed::occurredAt);
  }

  /** Whether the clock of the whole case stood still. */
  public boolean ofCase() {
    return begun.row().isEmpty();
  }

  /** Whether it has not ended. */
  public boolean stands() {
    return over.isEmpty();
  }

  /** Whether {@code moment} lies within it; the moment at which the clock runs again does not. */
  boolean covers(Instant moment) {
    return !moment.isBefore(from()) && to().filter(to -> !moment.isBefore(to)).isEmpty();
  }

  /** The same as the work calendar counts it. */
  public ClockStop clockStop() {
    return new ClockStop(from(), to(), begun.alasan());
  }

  Stop ended(CaseEvent.ClockResumed event) {
    return new Stop(begun, Optional.of(event));
  }
}
