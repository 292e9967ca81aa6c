package id.sop.record;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import id.sop.journal.CaseId;
import id.sop.journal.StoredCase;
import id.sop.journal.StoredEntry;
import id.sop.store.Tombstone;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Writes a record: the journals of cases, each exactly as it is kept, damaged or not. Each line is
 * a JSON object; the last one tells how many cases and entries there are, and the SHA-256 over all
 * bytes before it, so that a file that was cut short or changed on its way shows it.
 */
public final class RecordWriter implements AutoCloseable {
  private final OutputStream out;
  private final MessageDigest digest = Lines.sha256();
  private Optional<CaseId> last = Optional.empty();
  private long cases;
  private long entries;
  private boolean finished;

  /**
   * Begins a record.
   *
   * @param out where it goes; closed with this
   */
  public RecordWriter(OutputStream out) {
    this.out = new BufferedOutputStream(out);
    put(Lines.RECORD);
  }

  /**
   * Adds a case; cases come in the order of their ids.
   *
   * @throws RecordException when it cannot be written
   */
  public void write(StoredCase stored) {
    next(stored.caseId());
    put(Lines.of(new Lines.CaseLine(stored.caseId().value(), stored.head())));
    for (StoredEntry entry : stored.entries()) {
      put(Lines.of(entry));
    }
    cases++;
    entries += stored.entries().size();
  }

  /**
   * Adds what stays of a case that was archived, at its place among the cases. It counts as none of
   * them.
   *
   * @throws RecordException when it cannot be written
   */
  public void write(Tombstone tombstone) {
    next(tombstone.caseId());
    put(Lines.of(tombstone));
  }

  private void next(CaseId caseId) {
    checkState(!finished, "the record is finished");
    checkArgument(
        last.filter(before -> before.compareTo(caseId) >= 0).isEmpty(),
        "%s does not come after %s",
        caseId,
        last);
    last = Optional.of(caseId);
  }

  /**
   * Ends the record. One that was closed without this is known to be cut.
   *
   * @return the SHA-256, in hexadecimal, that the last line carries
   */
  public String finish() {
    checkState(!finished, "the record is finished");
    finished = true;
    String sum = HexFormat.of().formatHex(digest.digest());
    put(Lines.closing(cases, entries, sum));
    try {
      out.flush();
    } catch (IOException e) {
      throw new RecordException(RecordCode.FILE_UNREADABLE, e, "record");
    }
    return sum;
  }

  /** The number of cases written. */
  public long cases() {
    return cases;
  }

  /** The number of entries written. */
  public long entries() {
    return entries;
  }

  private void put(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new RecordException(RecordCode.FILE_UNREADABLE, e, "record");
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new RecordException(RecordCode.FILE_UNREADABLE, e, "record");
    }
  }
}
