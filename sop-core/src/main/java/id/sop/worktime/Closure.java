package id.sop.worktime;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A date that a decree takes out of the working days.
 *
 * @param date the date
 * @param nama the occasion, in the words of the decree
 * @param kind what kind of day it is
 * @param source the decree
 * @param knownFrom the day the decree was signed; a question asked as known before it does not see
 *     the entry
 * @param withdrawnFrom the day on which a later decree took the date back
 * @param closedForAsn whether civil servants do not work on it
 * @param desksMayOpen whether units that serve the public directly may roster staff on it
 * @param unconfirmed whether the date still waits to be compared with the text of the decree
 */
public record Closure(
    LocalDate date,
    String nama,
    ClosureKind kind,
    String source,
    LocalDate knownFrom,
    Optional<LocalDate> withdrawnFrom,
    boolean closedForAsn,
    boolean desksMayOpen,
    boolean unconfirmed) {

  /** Whether the entry holds by all that was decreed until {@code knownOn}. */
  public boolean holdsAsKnown(LocalDate knownOn) {
    return !knownFrom.isAfter(knownOn)
        && (withdrawnFrom.isEmpty() || withdrawnFrom.get().isAfter(knownOn));
  }

  Closure withdrawn(LocalDate from) {
    return new Closure(
        date,
        nama,
        kind,
        source,
        knownFrom,
        Optional.of(from),
        closedForAsn,
        desksMayOpen,
        unconfirmed);
  }
}
