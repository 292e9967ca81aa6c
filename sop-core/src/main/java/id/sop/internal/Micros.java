package id.sop.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Instants as whole microseconds since 1970-01-01T00:00Z: the finest time that every supported
 * database keeps, and one whose order and equality no session time zone can change.
 */
public final class Micros {
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Micros() {}

  /** The microseconds until {@code instant}; what is finer is cut off. */
  public static long of(Instant instant) {
    // Not MICROS.between, which reckons in nanoseconds and fails some 292 years from 1970.
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  /** The instant that {@link #of} numbers {@code micros}. */
  public static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** {@code instant} without what is finer than a microsecond. */
  public static Instant truncate(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** Whether {@code instant} lies in the years 0 to 9999, which every database can keep. */
  public static boolean canKeep(Instant instant) {
    return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
  }
}
