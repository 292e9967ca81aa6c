package id.sop.casework;

import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import java.util.Optional;

/**
 * The case of another SOP that was begun for an open row.
 *
 * @param begun how it was begun
 * @param ended how it ended, without the row being done with that; empty while the row waits for it
 */
public record Child(CaseEvent.ChildBegun begun, Optional<CaseEvent.ChildEnded> ended) {

  /** Whether the row waits for the case {@code berkas}. */
  boolean waitsFor(CaseId berkas) {
    return running() && begun.berkas().equals(berkas);
  }

  /** Whether the row waits for it. */
  public boolean running() {
    return ended.isEmpty();
  }
}
