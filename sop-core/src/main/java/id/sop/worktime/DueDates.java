package id.sop.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Says when a row is due. A host may implement it; the work calendar of its unit is the usual one.
 * Whoever implements only {@link #due(Instant, Waktu, ZoneId, LocalDate)} has stops given back by
 * the clock on the wall.
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
   * The calendar that goes by {@code name}: that of a unit which works by another one than the unit
   * whose SOP it is. {@link UnitCalendars} holds several.
   */
  default Optional<DueDates> named(String name) {
    return Optional.empty();
  }

  /**
   * The last moment of {@code term} that is not late. While a stop that began before it has not
   * ended there is none.
   *
   * @param zone the zone of the unit
   * @param knownOn the day whose knowledge of holidays counts
   */
  default Deadline due(Term term, ZoneId zone, LocalDate knownOn) {
    return WallClock.due(this, term, zone, knownOn);
  }

  /**
   * The moment before which a shortest time is not over; empty for any other time, and while the
   * clock stands still.
   *
   * @param zone the zone of the unit
   * @param knownOn the day whose knowledge of holidays counts
   */
  default Optional<Instant> notBefore(Term term, ZoneId zone, LocalDate knownOn) {
    return term.waktu() instanceof Waktu.PalingCepat wait
        ? due(new Term(term.start(), wait.masa(), term.stops()), zone, knownOn).dueAt()
        : Optional.empty();
  }

  /**
   * The time that {@code term} has left at {@code moment}: office time where offices are known.
   * Negative once it is late; the same from the beginning of a stop to its end; empty when no limit
   * is set.
   *
   * @param zone the zone of the unit
   * @param knownOn the day whose knowledge of holidays counts
   */
  default Optional<Duration> remaining(Term term, Instant moment, ZoneId zone, LocalDate knownOn) {
    return WallClock.remaining(this, term, moment, zone, knownOn);
  }

  /**
   * The decrees because of which {@code term} is not over at {@code was}, as was told earlier, but
   * at the moment that holds as known on {@code knownOn}; one taken back is followed by {@code
   * (dicabut)}. Empty when none explains it.
   *
   * @param zone the zone of the unit
   */
  default List<String> decrees(Term term, Optional<Instant> was, ZoneId zone, LocalDate knownOn) {
    return List.of();
  }

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
