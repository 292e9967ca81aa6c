package id.sop.journal;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.internal.Micros;
import id.sop.internal.Sha256;
import id.sop.internal.Unicode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The chain that runs through a journal: each entry carries the SHA-256 of the one before it, so
 * that nobody can change, remove, move or add an entry without it showing.
 *
 * <p>The digest of an entry is taken over these eight fields, each as {@code length:bytes,} (the
 * length in bytes, in decimal; the bytes in UTF-8), an absent one as {@code -,}: the words {@code
 * sop-entry-1}, the case, the number, the microseconds since 1970-01-01T00:00Z at which it was
 * recorded, the key of its command, the digest of its command, the event as {@link EventCodec}
 * writes it, and the digest of the entry before. Anybody can compute it again without this library.
 *
 * <p>The chain alone cannot show that its end was rewritten as a whole. For that, a store keeps the
 * {@link Head} apart, and a host can hand heads to a witness: see {@link #verify(StoredCase,
 * List)}.
 */
public final class Chain {
  /** What stands before the first entry of a case. */
  public static final String GENESIS = "0".repeat(64);

  private static final String FORM = "sop-entry-1";

  private Chain() {}

  /**
   * The entry that follows {@code previousDigest}.
   *
   * @param recordedAt when it is recorded; what is finer than a microsecond is cut off, since not
   *     every database would keep it
   * @throws JournalException when a text in it cannot be written in Unicode, or a time lies outside
   *     the years 0 to 9999
   */
  public static Entry next(
      CaseId caseId,
      long seq,
      Instant recordedAt,
      Optional<CommandMark> command,
      CaseEvent event,
      String previousDigest) {
    checkArgument(seq >= 1, "entries count from 1: %s", seq);
    if (!Micros.canKeep(recordedAt)) {
      throw new JournalException(
          JournalCode.TIME_OUT_OF_RANGE, "recordedAt", recordedAt.toString());
    }
    if (command.isPresent() && !Unicode.isWellFormed(command.get().key().value())) {
      throw new JournalException(JournalCode.TEXT_NOT_UNICODE, "command");
    }
    Entry entry =
        new Entry(caseId, seq, Micros.truncate(recordedAt), command, event, previousDigest, "");
    return new Entry(
        caseId,
        seq,
        entry.recordedAt(),
        command,
        event,
        previousDigest,
        digest(StoredEntry.of(entry)));
  }

  /** What is wrong with a journal that was read in order; an empty list when nothing is. */
  public static List<ChainFault> verify(List<Entry> journal) {
    if (journal.isEmpty()) {
      return List.of();
    }
    List<StoredEntry> rows = journal.stream().map(StoredEntry::of).toList();
    return new Verification(journal.get(0).caseId(), rows)
        .inOrderOf(rows)
        .faults(Optional.empty(), List.of());
  }

  /** What is wrong with a journal as it is stored; an empty list when nothing is. */
  public static List<ChainFault> verify(StoredCase stored) {
    return verify(stored, List.of());
  }

  /**
   * The same, also held against heads of this case that were handed out earlier: the one way to
   * show that the end of a journal was rewritten together with the head that its store keeps.
   */
  public static List<ChainFault> verify(StoredCase stored, List<Head> witnessed) {
    if (isIntact(stored, witnessed)) {
      return new Verification(stored.caseId(), stored.entries()).unreadable();
    }
    Verification verification = new Verification(stored.caseId(), stored.entries());
    return (stored.head().isEmpty() ? verification.headMissing() : verification)
        .faults(stored.head(), witnessed);
  }

  /**
   * The same, but for whether this version of the library can read each event, which takes longer
   * than all the rest.
   */
  public static List<ChainFault> tampering(StoredCase stored, List<Head> witnessed) {
    return isIntact(stored, witnessed) ? List.of() : verify(stored, witnessed);
  }

  /** Whether nothing can be wrong: what is so for nearly every journal, and soon found out. */
  private static boolean isIntact(StoredCase stored, List<Head> witnessed) {
    List<StoredEntry> rows = stored.entries();
    if (stored.head().isEmpty()) {
      return rows.isEmpty() && witnessed.isEmpty();
    }
    String previous = GENESIS;
    for (int i = 0; i < rows.size(); i++) {
      StoredEntry row = rows.get(i);
      if (row.seq() != i + 1
          || !row.caseId().equals(stored.caseId().value())
          || !row.previous().equals(previous)
          || !digest(row).equals(row.digest())) {
        return false;
      }
      previous = row.digest();
    }
    return isEnd(stored.head().get(), rows)
        && witnessed.stream().allMatch(head -> isAmong(head, rows));
  }

  private static boolean isEnd(Head head, List<StoredEntry> rows) {
    return head.seq() == rows.size() && isAmong(head, rows);
  }

  private static boolean isAmong(Head head, List<StoredEntry> rows) {
    return head.seq() >= 1
        && head.seq() <= rows.size()
        && rows.get((int) head.seq() - 1).digest().equals(head.digest());
  }

  /** The digest of what {@code entry} says now, whatever digest it carries. */
  static String digest(StoredEntry entry) {
    return digest(entry, entry.seq());
  }

  /** The digest that {@code entry} would have as number {@code seq}. */
  static String digest(StoredEntry entry, long seq) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    put(bytes, Optional.of(FORM));
    put(bytes, Optional.of(entry.caseId()));
    put(bytes, Optional.of(Long.toString(seq)));
    put(bytes, Optional.of(Long.toString(entry.recordedAt())));
    put(bytes, entry.commandKey());
    put(bytes, entry.commandDigest());
    put(bytes, Optional.of(entry.event()));
    put(bytes, Optional.of(entry.previous()));
    return Sha256.of(bytes.toByteArray());
  }

  private static void put(ByteArrayOutputStream bytes, Optional<String> field) {
    if (field.isEmpty()) {
      bytes.writeBytes(ascii("-,"));
      return;
    }
    byte[] utf8 = field.get().getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes(ascii(utf8.length + ":"));
    bytes.writeBytes(utf8);
    bytes.write(',');
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
