package id.sop.journal;

import com.google.common.base.Joiner;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ties each entry to the one before it. */
public final class Chain {
  /** What the first entry follows. */
  public static final String GENESIS = "0".repeat(64);

  private Chain() {}

  /** The entry that follows {@code previousDigest}. */
  public static Entry next(
      CaseId caseId,
      long seq,
      Instant recordedAt,
      Optional<CommandMark> command,
      CaseEvent event,
      String previousDigest) {
    String digest =
        Hashing.sha256()
            .hashString(
                Joiner.on('\n').join(caseId, seq, recordedAt, command, event, previousDigest),
                StandardCharsets.UTF_8)
            .toString();
    return new Entry(caseId, seq, recordedAt, command, event, previousDigest, digest);
  }

  /** What is wrong with a journal; empty when it is whole. */
  public static List<ChainFault> verify(List<Entry> journal) {
    List<ChainFault> faults = new ArrayList<>();
    String previous = GENESIS;
    long seq = 0;
    for (Entry entry : journal) {
      seq++;
      Entry expected =
          next(entry.caseId(), seq, entry.recordedAt(), entry.command(), entry.event(), previous);
      if (!expected.equals(entry)) {
        faults.add(new ChainFault(entry.seq()));
      }
      previous = entry.digest();
    }
    return List.copyOf(faults);
  }
}
