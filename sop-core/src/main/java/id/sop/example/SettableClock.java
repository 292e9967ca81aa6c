package id.sop.example;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until it is set. Threads may share it. */
public final class SettableClock extends Clock {
  private final Hand hand;
  private final ZoneId zone;

  /** What clocks of several zones share. */
  private static final class Hand {
    private volatile Instant now;

    Hand(Instant now) {
      this.now = now;
    }
  }

  private SettableClock(Hand hand, ZoneId zone) {
    this.hand = hand;
    this.zone = zone;
  }

  /** A clock at {@code now}, for the unit in {@code zone}. */
  public static SettableClock at(Instant now, ZoneId zone) {
    return new SettableClock(new Hand(now), zone);
  }

  /** Sets it, forwards or back. */
  public void set(Instant moment) {
    synchronized (hand) {
      hand.now = moment;
    }
  }

  /** Moves it on by {@code time}. */
  public void advance(Duration time) {
    synchronized (hand) {
      hand.now = hand.now.plus(time);
    }
  }

  @Override
  public Instant instant() {
    return hand.now;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same clock, seen from another zone. */
  @Override
  public Clock withZone(ZoneId other) {
    return new SettableClock(hand, other);
  }
}
