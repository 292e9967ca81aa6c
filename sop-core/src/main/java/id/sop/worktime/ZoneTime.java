package id.sop.worktime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** The clock on the wall in one zone, in seconds from the epoch as if it were Greenwich. */
final class ZoneTime {
  private final ZoneRules rules;

  /** From this local time on the zone does not change any more, as in Indonesia since 1988. */
  private final long settledFrom;

  private final long settledSince;
  private final int settledOffset;

  ZoneTime(ZoneId zone) {
    rules = zone.getRules();
    List<ZoneOffsetTransition> changes = rules.getTransitions();
    if (!rules.getTransitionRules().isEmpty()) {
      settledSince = Long.MAX_VALUE;
      settledFrom = Long.MAX_VALUE;
      settledOffset = 0;
    } else if (changes.isEmpty()) {
      settledSince = Long.MIN_VALUE;
      settledFrom = Long.MIN_VALUE;
      settledOffset = rules.getOffset(Instant.EPOCH).getTotalSeconds();
    } else {
      ZoneOffsetTransition last = changes.get(changes.size() - 1);
      settledSince = last.toEpochSecond();
      settledOffset = last.getOffsetAfter().getTotalSeconds();
      // An overlap shows the same local time twice; after it, no local time is in doubt.
      settledFrom =
          settledSince + Math.max(last.getOffsetBefore().getTotalSeconds(), settledOffset);
    }
  }

  long local(Instant at) {
    long second = at.getEpochSecond();
    return second
        + (second >= settledSince ? settledOffset : rules.getOffset(at).getTotalSeconds());
  }

  /** The moment of a local time; one that the zone leaves out is as much later as it is pushed. */
  Instant instant(long local, int nanos) {
    int offset =
        local >= settledFrom
            ? settledOffset
            : rules
                .getOffset(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC))
                .getTotalSeconds();
    return Instant.ofEpochSecond(local - offset, nanos);
  }
}
