package id.sop.journal;

import id.sop.internal.Micros;
import java.util.Optional;

/**
 * An entry exactly as a store keeps it, readable or not: what somebody has damaged must still come
 * out, so that {@link Chain} can say what is wrong with it.
 *
 * @param caseId the case
 * @param seq its number within the case, from 1
 * @param recordedAt when it was recorded, in microseconds since 1970-01-01T00:00Z
 * @param commandKey the key of the command that caused it
 * @param commandDigest the digest of that command; there exactly when the key is
 * @param event the event as {@link EventCodec} wrote it
 * @param previous the digest of the entry before it
 * @param digest its own
 */
public record StoredEntry(
    String caseId,
    long seq,
    long recordedAt,
    Optional<String> commandKey,
    Optional<String> commandDigest,
    String event,
    String previous,
    String digest) {

  /**
   * {@code entry} as it is to be stored.
   *
   * @throws JournalException when its event cannot be written
   */
  public static StoredEntry of(Entry entry) {
    Optional<CommandMark> mark = entry.command();
    return new StoredEntry(
        entry.caseId().value(),
        entry.seq(),
        Micros.of(entry.recordedAt()),
        mark.isPresent() ? Optional.of(mark.get().key().value()) : Optional.empty(),
        mark.isPresent() ? Optional.of(mark.get().digest()) : Optional.empty(),
        EventCodec.encode(entry.event()),
        entry.previous(),
        entry.digest());
  }

  /**
   * The entry that this is. Whether it is genuine, {@link Chain} says.
   *
   * @throws JournalException naming case, entry and field, when it cannot be read
   */
  public Entry toEntry() {
    return new Entry(
        parsedCaseId(),
        seq,
        Micros.toInstant(recordedAt),
        command(),
        EventCodec.decode(caseId, seq, event),
        previous,
        digest);
  }

  private CaseId parsedCaseId() {
    try {
      return CaseId.of(caseId);
    } catch (IllegalArgumentException e) {
      throw unreadable("case_id", e);
    }
  }

  private Optional<CommandMark> command() {
    if (commandKey.isPresent() != commandDigest.isPresent()) {
      throw unreadable("command_digest", new IllegalArgumentException("one without the other"));
    }
    try {
      return commandKey.map(
          key -> new CommandMark(CommandKey.of(key), commandDigest.orElseThrow()));
    } catch (IllegalArgumentException e) {
      throw unreadable("command_key", e);
    }
  }

  private JournalException unreadable(String field, IllegalArgumentException cause) {
    return new JournalException(JournalCode.ROW_INVALID, cause, caseId, Long.toString(seq), field);
  }
}
