package id.sop.worktime;

import java.time.LocalDate;

/**
 * A date that a decree takes out of the working days.
 *
 * @param date the date
 * @param nama the occasion, in the words of the decree
 * @param kind what kind of day it is
 * @param source the decree
 * @param knownFrom the day the decree was signed; a question asked as known before it does not see
 *     the entry
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
    boolean closedForAsn,
    boolean desksMayOpen,
    boolean unconfirmed) {}
