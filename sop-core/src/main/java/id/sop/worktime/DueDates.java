package id.sop.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Says when a row is due. A host may implement it; the work calendar of its unit is the usual one.
 */
@FunctionalInterface
public interface DueDates {
  /**
   * The last moment that is not late.
   *
   * @param start when the row was opened
   * @param waktu the time allowed
   * @param zone the zone of the unit
   * @param knownOn the day whose knowledge of holidays counts
   * @return without a moment when it cannot be assessed, as without a schedule
   */
  Deadline due(Instant start, Waktu waktu, ZoneId zone, LocalDate knownOn);
}
