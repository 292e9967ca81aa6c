package id.sop.timers;

import id.sop.casework.Ladder;
import java.time.Instant;
import java.util.List;

/** Where the marks of rungs are kept, and with them what is to be looked at. */
interface Watch {
  /** What time it is for all nodes. */
  Instant now();

  /**
   * Rows whose ladder is to be looked at, in the order of {@link WatchedRow#BY_KEY}.
   *
   * @param after only those behind this one
   */
  List<WatchedRow> rows(Look look, Instant now, WatchedRow after, int most);

  /**
   * Tells the first rung of {@code row} that is called for, if there is one, and marks it; notes
   * when to look again.
   *
   * @param ladder of its case, derived after {@code row} was found
   */
  Attended attend(WatchedRow row, Ladder ladder, Instant now);

  /** Notes that the ladder of a row could not be derived, and looks again later. */
  Attended unreadable(WatchedRow row, Instant now, String problem);

  /** What waits for a person, or to be tried again. */
  List<Incident> incidents();

  /** Tries it again at the next sweep; false when it is not there any more. */
  boolean retry(Incident incident);

  /** Forgets what is kept of rows that are no longer open, except what was left to a person. */
  void tidy();

  /** Which rows are looked through. */
  enum Look {
    /** Those that were looked at before, and are to be again by now. */
    DUE,
    /** Those of cases that changed of late, where nobody has looked since. */
    RECENT,
    /** All that are open: finds what both others find, and what they missed. */
    ALL
  }

  /** What became of a row that was attended to. */
  enum Attended {
    /** A rung was told; there may be more. */
    TOLD,
    /** The listener failed. */
    FAILED,
    /** Its ladder could not be derived. */
    UNREADABLE,
    /** Nothing was called for. */
    QUIET,
    /** Somebody else is at it, or it changed just now. */
    LEFT
  }
}
