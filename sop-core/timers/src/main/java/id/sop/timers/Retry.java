package id.sop.timers;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.time.Instant;

/**
 * When something that failed is tried again: after {@code first}, then each time after twice as
 * long, but never longer than {@code longest}.
 *
 * @param first how long after the first failure
 * @param longest the longest wait
 * @param attempts after so many failures it is left to a person
 */
public record Retry(Duration first, Duration longest, int attempts) {
  /** After a minute, two, four, ... an hour; ten times, which is about five hours. */
  public static final Retry USUAL = new Retry(Duration.ofMinutes(1), Duration.ofHours(1), 10);

  public Retry {
    checkArgument(!first.isNegative() && !first.isZero(), "no time before the first retry");
    checkArgument(longest.compareTo(first) >= 0, "the longest wait is shorter than the first");
    checkArgument(attempts >= 1, "at least one attempt");
  }

  /** When to try again after {@code failures} in a row, from 1. */
  public Instant after(Instant now, int failures) {
    Duration wait = first;
    for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return now.plus(wait.compareTo(longest) < 0 ? wait : longest);
  }

  /** Whether {@code failures} are enough to leave it to a person. */
  public boolean isGivenUp(int failures) {
    return failures >= attempts;
  }
}
