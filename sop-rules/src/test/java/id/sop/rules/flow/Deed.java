package id.sop.rules.flow;

import id.sop.casework.Command;
import java.util.function.BooleanSupplier;

/**
 * Something that somebody tries.
 *
 * @param about the case
 * @param words what is tried, for whoever reads that it went wrong
 * @param command the same for the machine
 * @param expected carries it out on what is expected; whether that lets it in
 */
record Deed(Act act, Expected about, String words, Command command, BooleanSupplier expected) {
  /** All that chance can do. */
  enum Act {
    COMPLETE,
    SKIP,
    REPEAT,
    ARISE,
    ATTEND,
    UNSIGN,
    CLAIM,
    RELEASE,
    HAND_OVER,
    ATTACH,
    SUSPEND,
    RESUME,
    RECALL,
    CORRECT,
    RECEIVE,
    SEND_BACK,
    MOVE,
    STOP,
    REOPEN,
    CALL
  }
}
