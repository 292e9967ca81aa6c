package id.sop.worktime;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalTime;

/**
 * A stretch of office time without a break, in the local time of the office.
 *
 * @param from the first moment that counts
 * @param to the moment at which counting stops; work done exactly then is still in time
 */
public record OfficeInterval(LocalTime from, LocalTime to) {
  public OfficeInterval {
    checkArgument(from.isBefore(to), "%s is not before %s", from, to);
  }

  /** {@code 07:30-12:00}, as a calendar file writes it. */
  @Override
  public String toString() {
    return from + "-" + to;
  }
}
