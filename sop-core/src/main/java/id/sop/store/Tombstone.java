package id.sop.store;

import id.sop.journal.CaseId;
import id.sop.journal.Head;

/**
 * What stays in a store of a case that was archived.
 *
 * @param caseId the case
 * @param head where its journal ended: an anchor that was taken before can still be held against it
 * @param record the digest of the record that holds the case, as its last line carries it: 64
 *     hexadecimal signs
 */
public record Tombstone(CaseId caseId, Head head, String record) {}
