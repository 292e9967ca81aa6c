package id.sop.rules.reload;

import java.time.Duration;

/** Tells when something below a folder has changed. Closing it wakes whoever waits. */
interface Changes extends AutoCloseable {

  /**
   * Waits until something changes, for {@code time} at most.
   *
   * @return whether something has changed since it was asked last
   * @throws InterruptedException when the thread is to stop
   */
  boolean within(Duration time) throws InterruptedException;

  @Override
  void close();
}
