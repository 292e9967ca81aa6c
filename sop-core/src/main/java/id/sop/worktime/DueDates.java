package id.sop.worktime;

import java.time.Duration;
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

  /**
   * The moment that lies {@code time} before {@code end}, as of a reminder. Unless a calendar says
   * otherwise, days and hours of every kind are those of the clock on the wall.
   *
   * @param knownOn the day whose knowledge of holidays counts
   */
  default Deadline before(Instant end, Waktu.Paling time, ZoneId zone, LocalDate knownOn) {
    return Deadline.at(time.satuan().before(end, time.jumlah(), zone));
  }

  /**
   * The office time between two moments; negative when {@code to} lies before {@code from}. Unless
   * a calendar says otherwise, the office never closes.
   *
   * @param knownOn the day whose knowledge of holidays counts
   */
  default Duration workingTime(Instant from, Instant to, ZoneId zone, LocalDate knownOn) {
    return Duration.between(from, to);
  }
}
