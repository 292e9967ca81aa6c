package id.sop.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a case's journal.
 *
 * @param caseId the case
 * @param seq its number within the case, from 1, without gaps
 * @param recordedAt when it was recorded
 * @param command the command that caused it; empty when the host gave no key
 * @param event what happened
 * @param previous the digest of the entry before it; 64 zeros for the first
 * @param digest SHA-256, in hexadecimal, over all the above: see {@link Chain}
 */
public record Entry(
    CaseId caseId,
    long seq,
    Instant recordedAt,
    Optional<CommandMark> command,
    CaseEvent event,
    String previous,
    String digest) {}
