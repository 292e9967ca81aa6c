package id.sop.timers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the tables keep them: whole microseconds since 1970. */
final class Micros {
  private Micros() {}

  static long of(Instant moment) {
    // Not by ChronoUnit, which on JDK 17 counts nanoseconds first, and they end in 2262.
    return Math.addExact(
        Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000);
  }

  static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
