package id.sop.benchmarks;

import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import id.sop.journal.StoredEntry;
import id.sop.record.Anchor;
import id.sop.record.RecordProof;
import id.sop.record.RecordProof.Extent;
import id.sop.record.RecordWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Proves a record against an anchor over all its cases: the journal of one whole walk through
 * Konsultasi, recorded anew for as many cases as give the entries asked for. Arguments: how many
 * entries (default 1,000,000), how often (default 5).
 */
public final class ProofRun {
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

  private ProofRun() {}

  public static void main(String[] args) throws IOException {
    long entries = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    Path file = Files.createTempFile("sop-rekaman", ".jsonl");
    try {
      Anchor anchor = write(file, entries);
      System.out.printf(
          Locale.ROOT,
          "record: %,d entries of %,d cases, %,d MB%n",
          anchor.entries(),
          anchor.heads().size(),
          Files.size(file) >> 20);
      for (int round = 0; round < rounds; round++) {
        long before = System.nanoTime();
        RecordProof proof = RecordProof.of(file, List.of(anchor), Extent.COMPLETE);
        double seconds = (System.nanoTime() - before) / 1e9;
        if (!proof.isSound() || proof.entries() != anchor.entries()) {
          throw new IllegalStateException("a record nobody touched: " + proof);
        }
        System.out.printf(
            Locale.ROOT, "proven in %.2f s, %,.0f entries/s%n", seconds, proof.entries() / seconds);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static Anchor write(Path file, long entries) throws IOException {
    List<Entry> journal = CoreHost.journal();
    Map<CaseId, Head> heads = new TreeMap<>();
    try (RecordWriter writer = new RecordWriter(Files.newOutputStream(file))) {
      for (int i = 0; writer.entries() < entries; i++) {
        StoredCase stored = again(journal, CaseId.of(String.format(Locale.ROOT, "K-%07d", i)));
        heads.put(stored.caseId(), stored.head().orElseThrow());
        writer.write(stored);
      }
      writer.finish();
    }
    return new Anchor(LATER, new TreeMap<>(heads));
  }

  /** The same as happened, to another case. */
  private static StoredCase again(List<Entry> journal, CaseId caseId) {
    List<StoredEntry> rows = new ArrayList<>();
    String previous = Chain.GENESIS;
    for (Entry entry : journal) {
      Entry next =
          Chain.next(
              caseId, entry.seq(), entry.recordedAt(), entry.command(), entry.event(), previous);
      rows.add(StoredEntry.of(next));
      previous = next.digest();
    }
    return new StoredCase(caseId, Optional.of(new Head(rows.size(), previous)), rows);
  }
}
