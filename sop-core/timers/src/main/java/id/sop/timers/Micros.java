package id.sop.timers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the tables keep them: whole microseconds since 1970. */
final class Micros {
  private Micros() {}

  static long of(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
