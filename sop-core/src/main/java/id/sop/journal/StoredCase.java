package id.sop.journal;

import java.util.List;
import java.util.Optional;

/**
 * The journal of one case exactly as a store keeps it.
 *
 * @param caseId the case
 * @param head where the journal ends, which a store keeps apart from the entries; empty when the
 *     store has no such case
 * @param entries all entries, by number
 */
public record StoredCase(CaseId caseId, Optional<Head> head, List<StoredEntry> entries) {
  public StoredCase {
    entries = List.copyOf(entries);
  }
}
