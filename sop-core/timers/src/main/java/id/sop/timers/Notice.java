package id.sop.timers;

import id.sop.casework.Rung;
import java.sql.Connection;
import java.util.Optional;

/**
 * A rung that is called for, as a listener gets it.
 *
 * @param call what it is, whom it names, and how late it comes
 * @param transaction the transaction in which the rung is marked as told: what is written here is
 *     kept exactly when the mark is. Not to be committed, rolled back or closed. Empty when the
 *     cases are in memory
 */
public record Notice(Rung.Call call, Optional<Connection> transaction) {
  /** What is told: the case, the row, to whom. */
  public Rung rung() {
    return call.rung();
  }

  /**
   * What the rung is, the same each time that it is tried; by this a receiver outside of the
   * database can drop a repeat.
   */
  public String id() {
    return call.rung().key().toString();
  }
}
