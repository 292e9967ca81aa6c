package id.sop.record;

import com.google.common.collect.ImmutableSortedMap;
import id.sop.journal.CaseId;
import id.sop.journal.Head;
import id.sop.record.Lines.CaseLine;
import id.sop.record.Lines.Cursor;
import id.sop.record.Lines.Damaged;
import id.sop.store.CaseStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How far all journals of a store went at one time. Whoever can write to the database can write all
 * journals anew, digests and all; an anchor that lies with somebody else, or of which only the
 * {@link #digest()} does, shows it.
 *
 * @param takenAt when it was taken
 * @param heads the last entry of each case, by case
 */
public record Anchor(Instant takenAt, SortedMap<CaseId, Head> heads) {
  private static final String FORM = "sop-anchor-1";
  private static final String BEGIN = "{\"anchor\":\"" + FORM + "\",\"at\":";

  public Anchor {
    heads = ImmutableSortedMap.copyOf(heads);
  }

  /**
   * The anchor of all that {@code store} has, and of what was archived from it.
   *
   * @param now the present
   */
  public static Anchor of(CaseStore store, Instant now) {
    return new Anchor(now, store.heads());
  }

  /** SHA-256, in hexadecimal, over time and heads: 64 signs to print, to sign or to send. */
  public String digest() {
    MessageDigest digest = Lines.sha256();
    digest.update(lines().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The anchor as a file of JSON lines, of which the last one carries the digest. */
  public String text() {
    String lines = lines();
    return lines + Lines.closing(heads.size(), entries(), digest()) + "\n";
  }

  private String lines() {
    StringBuilder lines = new StringBuilder();
    lines.append(BEGIN).append(Lines.quoted(takenAt.toString())).append("}\n");
    heads.forEach(
        (caseId, head) ->
            lines.append(Lines.of(new CaseLine(caseId.value(), Optional.of(head)))).append('\n'));
    return lines.toString();
  }

  /** How many entries there were in all. */
  public long entries() {
    return heads.values().stream().mapToLong(Head::seq).sum();
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws RecordException when it is not that
   */
  public static Anchor read(Path path) {
    try (LineFile file = LineFile.open(path)) {
      return read(file);
    } catch (IOException e) {
      throw new RecordException(RecordCode.FILE_UNREADABLE, e, path.toString());
    }
  }

  /**
   * Reads an anchor of which the digest was handed out.
   *
   * @throws RecordException when it is another one
   */
  public static Anchor read(Path path, String digest) {
    Anchor anchor = read(path);
    String found = anchor.digest();
    if (!found.equals(digest)) {
      throw new RecordException(RecordCode.ANCHOR_OTHER, path.toString(), digest, found);
    }
    return anchor;
  }

  private static Anchor read(LineFile file) {
    Instant at =
        file.next()
            .flatMap(LineFile::text)
            .flatMap(Anchor::takenAt)
            .orElseThrow(() -> new RecordException(RecordCode.OTHER_FILE, file.name(), FORM));
    ImmutableSortedMap.Builder<CaseId, Head> heads = ImmutableSortedMap.naturalOrder();
    Optional<CaseId> last = Optional.empty();
    Optional<byte[]> line = file.next();
    for (; line.isPresent() && Lines.isCase(line.get()); line = file.next()) {
      CaseLine head = RecordReader.parsed(file.name(), file.number(), line.get(), Lines::caseLine);
      CaseId caseId = CaseId.of(head.caseId());
      if (last.isPresent() && last.get().compareTo(caseId) >= 0) {
        throw file.damaged(RecordCode.CASE_TWICE, caseId.value());
      }
      last = Optional.of(caseId);
      heads.put(caseId, head.head().orElseThrow(() -> file.damaged(RecordCode.LINE_DAMAGED)));
    }
    Anchor anchor = new Anchor(at, heads.buildOrThrow());
    String closing =
        line.flatMap(LineFile::text).orElseThrow(() -> file.damaged(RecordCode.FILE_CUT));
    if (!(closing + "\n").equals(anchor.text().substring(anchor.lines().length()))) {
      throw new RecordException(
          RecordCode.FILE_CHANGED, file.name(), "digest", anchor.digest(), closing);
    }
    if (file.next().isPresent()) {
      throw file.damaged(RecordCode.FILE_CONTINUED);
    }
    return anchor;
  }

  private static Optional<Instant> takenAt(String line) {
    try {
      Cursor cursor = new Cursor(line);
      String at = cursor.skip(BEGIN).text();
      cursor.skip("}").end();
      Instant instant = Instant.parse(at);
      return Optional.of(instant).filter(i -> i.toString().equals(at));
    } catch (Damaged | DateTimeException e) {
      return Optional.empty();
    }
  }
}
