package id.sop.record;

import id.sop.journal.CaseId;
import id.sop.journal.StoredCase;
import id.sop.journal.StoredEntry;
import id.sop.record.Lines.CaseLine;
import id.sop.record.Lines.Cursor;
import id.sop.record.Lines.Damaged;
import id.sop.store.Tombstone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a record case by case, so that its length does not matter. */
final class RecordReader {
  private final LineFile file;
  private long cases;
  private long entries;
  private final List<Tombstone> archived = new ArrayList<>();
  private Optional<CaseId> last = Optional.empty();

  private RecordReader(LineFile file) {
    this.file = file;
  }

  /** The lines of one case, not read yet. */
  record RawCase(String file, long firstLine, CaseId caseId, List<byte[]> lines) {

    /**
     * @throws RecordException naming the first line that is not as it was written
     */
    StoredCase read() {
      CaseLine head = parsed(file, firstLine, lines.get(0), Lines::caseLine);
      List<StoredEntry> entries = new ArrayList<>(lines.size() - 1);
      for (int i = 1; i < lines.size(); i++) {
        entries.add(parsed(file, firstLine + i, lines.get(i), Lines::entry));
      }
      return new StoredCase(caseId, head.head(), entries);
    }
  }

  /**
   * What the whole file comes to.
   *
   * @param archived the cases that were not in the store any more, by id
   * @param digest the SHA-256 over all its lines but the last, in hexadecimal
   * @param changed why it is not what was written; empty when it is
   */
  record Whole(
      long cases,
      long entries,
      List<Tombstone> archived,
      String digest,
      Optional<RecordException> changed) {}

  /**
   * Hands out each case of a record in turn.
   *
   * @throws RecordException when it is no record, a line is not as it was written, or it is cut
   */
  static Whole read(Path path, Consumer<RawCase> to) {
    try (LineFile file = LineFile.open(path)) {
      return new RecordReader(file).read(to);
    } catch (IOException e) {
      throw new RecordException(RecordCode.FILE_UNREADABLE, e, path.toString());
    }
  }

  private Whole read(Consumer<RawCase> to) {
    Optional<byte[]> line = file.next();
    if (line.flatMap(LineFile::text).filter(Lines.RECORD::equals).isEmpty()) {
      throw new RecordException(RecordCode.OTHER_FILE, file.name(), "sop-record-1");
    }
    line = file.next();
    while (line.isPresent() && (Lines.isCase(line.get()) || Lines.isTombstone(line.get()))) {
      long first = file.number();
      if (Lines.isTombstone(line.get())) {
        Tombstone gone = parsed(file.name(), first, line.get(), Lines::tombstone);
        next(gone.caseId());
        archived.add(gone);
        line = file.next();
        continue;
      }
      CaseId caseId = caseId(parsed(file.name(), first, line.get(), Lines::caseLine).caseId());
      next(caseId);
      List<byte[]> lines = new ArrayList<>();
      lines.add(line.get());
      for (line = file.next(); line.isPresent() && Lines.isEntry(line.get()); line = file.next()) {
        lines.add(line.get());
      }
      cases++;
      entries += lines.size() - 1;
      to.accept(new RawCase(file.name(), first, caseId, lines));
    }
    return closed(line.orElseThrow(() -> file.damaged(RecordCode.FILE_CUT)));
  }

  private void next(CaseId caseId) {
    if (last.isPresent() && last.get().compareTo(caseId) >= 0) {
      throw file.damaged(RecordCode.CASE_TWICE, caseId.value());
    }
    last = Optional.of(caseId);
  }

  private CaseId caseId(String text) {
    try {
      return CaseId.of(text);
    } catch (IllegalArgumentException e) {
      throw file.damaged(RecordCode.LINE_DAMAGED);
    }
  }

  private Whole closed(byte[] line) {
    Lines.Closing closing = parsed(file.name(), file.number(), line, Lines::closing);
    String digest = file.digestBefore();
    if (file.next().isPresent()) {
      throw file.damaged(RecordCode.FILE_CONTINUED);
    }
    Optional<RecordException> changed =
        differs("cases", closing.cases(), cases)
            .or(() -> differs("entries", closing.entries(), entries))
            .or(() -> differs("digest", closing.digest(), digest));
    return new Whole(cases, entries, List.copyOf(archived), digest, changed);
  }

  private Optional<RecordException> differs(String what, Object expected, Object found) {
    return expected.equals(found)
        ? Optional.empty()
        : Optional.of(
            new RecordException(
                RecordCode.FILE_CHANGED, file.name(), what, expected.toString(), found.toString()));
  }

  static <T> T parsed(String file, long number, byte[] line, Function<Cursor, T> parse) {
    try {
      return parse.apply(new Cursor(LineFile.text(line).orElseThrow(Damaged::new)));
    } catch (Damaged e) {
      throw LineFile.damaged(RecordCode.LINE_DAMAGED, file, number);
    }
  }
}
