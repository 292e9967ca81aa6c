package id.sop.worktime;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Comparators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stretch in which the clock of a row stood still, as while an applicant completes a request.
 *
 * @param from when it stopped
 * @param to when it ran again; empty while it still stands
 * @param why the reason or the letter that stopped it; may be blank
 */
public record ClockStop(Instant from, Optional<Instant> to, String why) {
  public ClockStop {
    checkArgument(to.isEmpty() || !to.get().isBefore(from), "%s lies before %s", to, from);
  }

  /** A stop that is over. */
  public static ClockStop of(Instant from, Instant to) {
    return new ClockStop(from, Optional.of(to), "");
  }

  /** How much of the stretch from {@code from} to {@code to} the clock stood still. */
  public static Duration within(List<ClockStop> stops, Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    for (ClockStop stop : Stopped.apart(stops)) {
      Instant begin = Comparators.max(from, stop.from());
      Instant end = Comparators.min(to, stop.to().orElse(to));
      if (end.isAfter(begin)) {
        sum = sum.plus(Duration.between(begin, end));
      }
    }
    return sum;
  }
}
