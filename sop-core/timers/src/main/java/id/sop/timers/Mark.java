package id.sop.timers;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a rung that was called for.
 *
 * @param status what became of it
 * @param nextAt when it is told again; of one that waits only
 * @param attempts how often it failed
 */
record Mark(Status status, Instant nextAt, int attempts) {
  enum Status {
    /** Told. */
    DONE,
    /** Failed; to be told again. */
    WAITS,
    /** Failed too often; left to a person. */
    PARKED
  }

  /** What is kept after one more failure. */
  static Mark failed(Optional<Mark> before, Instant now, Retry retry) {
    int failures = before.map(Mark::attempts).orElse(0) + 1;
    return retry.isGivenUp(failures)
        ? new Mark(Status.PARKED, Instant.MAX, failures)
        : new Mark(Status.WAITS, retry.after(now, failures), failures);
  }

  /** Told. */
  static Mark done(Optional<Mark> before) {
    return new Mark(Status.DONE, Instant.MAX, before.map(Mark::attempts).orElse(0));
  }

  /** Whether it is not to be told at {@code now}. */
  boolean restsAt(Instant now) {
    return status != Status.WAITS || nextAt.isAfter(now);
  }
}
