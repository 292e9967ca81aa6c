package id.sop.worktime;

import java.time.Instant;
import java.util.List;

/**
 * How one time ran.
 *
 * @param limit what was allowed
 * @param start the event
 * @param stops the stops that took time away, in order and apart from each other
 * @param end when the time was used up
 * @param due the last moment that is not late: {@code end}, or later where it must lie on a working
 *     day
 */
record Course(Waktu.Paling limit, Instant start, List<ClockStop> stops, Instant end, Instant due) {}
