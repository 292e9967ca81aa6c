package id.sop.worktime;

import com.google.common.collect.Comparators;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Stops and extensions for a host whose own due dates know of neither. */
final class WallClock {
  private WallClock() {}

  static Deadline due(DueDates dates, Term term, ZoneId zone, LocalDate knownOn) {
    Deadline first = put(dates.due(term.start(), term.waktu(), zone, knownOn), term, term.start());
    return term.perpanjangan().isEmpty() || first.dueAt().isEmpty()
        ? first
        : put(
            dates.due(first.dueAt().get(), term.perpanjangan().get(), zone, knownOn),
            term,
            first.dueAt().get());
  }

  /** The deadline put off by the stops since {@code start}. */
  private static Deadline put(Deadline deadline, Term term, Instant start) {
    if (deadline.dueAt().isEmpty()) {
      return deadline;
    }
    Instant end = deadline.dueAt().get();
    for (ClockStop stop : Stopped.apart(term.stops())) {
      if (stop.from().isBefore(end)) {
        if (stop.to().isEmpty()) {
          return new Deadline(Optional.empty(), deadline.notes());
        }
        Instant from = Comparators.max(stop.from(), start);
        if (stop.to().get().isAfter(from)) {
          end = end.plus(Duration.between(from, stop.to().get()));
        }
      }
    }
    return new Deadline(Optional.of(end), deadline.notes());
  }

  static Optional<Duration> remaining(
      DueDates dates, Term term, Instant moment, ZoneId zone, LocalDate knownOn) {
    Standing standing = Standing.of(term, moment);
    return dates
        .due(standing.term(), zone, knownOn)
        .dueAt()
        .map(
            due ->
                Duration.between(standing.at(), due)
                    .minus(ClockStop.within(standing.term().stops(), standing.at(), due)));
  }

  /**
   * What is left is asked as of the moment at which the clock stopped, while it stands.
   *
   * @param term the time with the stops that are over
   * @param at the moment asked of, or the beginning of the stop that has not ended
   */
  record Standing(Term term, Instant at) {
    static Standing of(Term term, Instant moment) {
      Optional<Instant> from =
          term.stops().stream()
              .filter(s -> s.to().isEmpty())
              .map(ClockStop::from)
              .min(Instant::compareTo);
      return new Standing(
          new Term(
              term.start(),
              term.waktu(),
              term.stops().stream()
                  .filter(s -> s.to().isPresent())
                  .filter(s -> from.filter(f -> !s.from().isBefore(f)).isEmpty())
                  .toList(),
              term.perpanjangan()),
          from.filter(moment::isAfter).orElse(moment));
    }
  }
}
