package id.sop.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The time of one unit: its calendar in its zone. What is known of days off is asked by a moment;
 * the day that it is then at the unit counts.
 *
 * @param calendar by which the unit works
 * @param zone where it is
 */
public record UnitClock(DueDates calendar, ZoneId zone) {
  /** The day that it is at the unit. */
  public LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** The last moment of {@code term} that is not late, by what is known at {@code known}. */
  public Deadline due(Term term, Instant known) {
    return calendar.due(term, zone, day(known));
  }

  /**
   * The moment before which a shortest time is not over, by what is known at {@code known}; empty
   * for any other time, and while the clock stands still.
   */
  public Optional<Instant> notBefore(Term term, Instant known) {
    return calendar.notBefore(term, zone, day(known));
  }

  /**
   * The time that {@code term} has left at {@code moment}, by what is known then; negative once it
   * is late, empty when no limit is set.
   */
  public Optional<Duration> remaining(Term term, Instant moment) {
    return calendar.remaining(term, moment, zone, day(moment));
  }

  /**
   * The decrees because of which {@code term} is not over at {@code was}, as was told earlier, but
   * at the moment that holds at {@code known}.
   */
  public List<String> decrees(Term term, Optional<Instant> was, Instant known) {
    return calendar.decrees(term, was, zone, day(known));
  }

  /** The moment that lies {@code time} before {@code end}, by what is known at {@code known}. */
  public Deadline before(Instant end, Waktu.Paling time, Instant known) {
    return calendar.before(end, time, zone, day(known));
  }

  /** The moment that lies {@code time} after {@code begin}, by what is known at {@code known}. */
  public Deadline after(Instant begin, Waktu time, Instant known) {
    return calendar.due(begin, time, zone, day(known));
  }

  /** The office time between two moments, by what is known at {@code known}. */
  public Duration workingTime(Instant from, Instant to, Instant known) {
    return calendar.workingTime(from, to, zone, day(known));
  }
}
