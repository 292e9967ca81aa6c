package id.sop.rules.proof;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is set, for each thread by itself. */
final class ThreadClock extends Clock {
  private final ThreadLocal<Instant> now = ThreadLocal.withInitial(() -> Instant.EPOCH);

  void set(Instant moment) {
    now.set(moment);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the engine asks for instants only");
  }
}
