package id.sop.record;

import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;

import com.google.common.collect.ImmutableListMultimap;
import id.sop.internal.Micros;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.ChainFault;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import id.sop.journal.StoredEntry;
import id.sop.problem.Language;
import id.sop.record.RecordReader.RawCase;
import id.sop.record.RecordReader.Whole;
import id.sop.store.Tombstone;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether records are what was recorded, found out without the store that they came from. Whether
 * this version of the library can read its events is another question; taking it in answers that.
 *
 * @param cases how many cases were looked at
 * @param entries how many entries
 * @param digests of each record in turn the SHA-256 over all lines but the last, in hexadecimal:
 *     what the last one carries, and the tombstones of cases that were archived into this record
 * @param archived the cases that a record says were archived into another one that was not given:
 *     their entries were not looked at, and whether there is such a record is not known here
 * @param changed why a file is not the one that was written; empty when all are
 * @param faults what is wrong with the journals, by case and entry
 */
public record RecordProof(
    long cases,
    long entries,
    List<String> digests,
    List<Tombstone> archived,
    Optional<RecordException> changed,
    List<ChainFault> faults) {
  /**
   * How far the clocks of machines may be apart, and how long a command may take, before an entry
   * that an anchor lacks is held to be backdated.
   */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Comparator<ChainFault> BY_CASE =
      Comparator.comparing(ChainFault::caseId)
          .thenComparingLong(ChainFault::seq)
          .thenComparing(ChainFault::kind);

  /** So many cases are looked at in one go, by all processors. */
  private static final int BATCH = 512;

  private static final long BATCH_LINES = 50_000;

  public RecordProof {
    digests = List.copyOf(digests);
    archived = List.copyOf(archived);
    faults = List.copyOf(faults);
  }

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return changed.isEmpty() && faults.isEmpty();
  }

  /** Goes on only with a record in which nothing is wrong. */
  void requireSound(Path record) {
    if (changed.isPresent()) {
      throw changed.get();
    }
    if (!faults.isEmpty()) {
      throw new RecordException(
          RecordCode.RECORD_UNSOUND,
          record.toString(),
          Integer.toString(faults.size()),
          faults.get(0).text(Language.EN));
    }
  }

  /** The first fault of the journals. */
  public Optional<ChainFault> first() {
    return faults.stream().findFirst();
  }

  /** What a record must hold. */
  public enum Extent {
    /** Every case of the anchors. */
    COMPLETE,
    /** Some cases only; those of the anchors that are not there are not missed. */
    PARTIAL
  }

  /**
   * Looks at the whole record.
   *
   * @param anchors what is known of the journals from elsewhere; there may be none
   * @throws RecordException when the file is no record, a line is not as it was written, or it is
   *     cut
   */
  public static RecordProof of(Path record, List<Anchor> anchors, Extent extent) {
    return of(List.of(record), anchors, extent);
  }

  /**
   * Looks at several records as one: that of a store, and those into which cases were archived from
   * it. Of a case that was archived, the entries must end where the store says they did.
   *
   * @param anchors what is known of the journals from elsewhere; there may be none
   * @throws RecordException when a file is no record, a line is not as it was written, or it is cut
   */
  public static RecordProof of(List<Path> records, List<Anchor> anchors, Extent extent) {
    Looking looking = new Looking(anchors, records.size() == 1 ? List.of() : archivedIn(records));
    List<Whole> wholes = new ArrayList<>();
    for (Path record : records) {
      wholes.add(RecordReader.read(record, looking::add));
    }
    looking.flush();
    List<String> digests = wholes.stream().map(Whole::digest).toList();
    List<Tombstone> elsewhere =
        looking.elsewhere(wholes.stream().flatMap(w -> w.archived().stream()).toList(), digests);
    if (extent == Extent.COMPLETE) {
      looking.missing();
    }
    return new RecordProof(
        wholes.stream().mapToLong(Whole::cases).sum(),
        wholes.stream().mapToLong(Whole::entries).sum(),
        digests,
        elsewhere,
        wholes.stream().flatMap(w -> w.changed().stream()).findFirst(),
        looking.faults.stream().sorted(BY_CASE).distinct().toList());
  }

  /** Known before their cases are looked at, in whatever order the records come. */
  private static List<Tombstone> archivedIn(List<Path> records) {
    return records.stream()
        .flatMap(record -> RecordReader.read(record, raw -> {}).archived().stream())
        .toList();
  }

  private static final class Looking {
    private final List<Anchor> anchors;
    private final ImmutableListMultimap<CaseId, Head> witnessed;
    private final ImmutableListMultimap<CaseId, Head> ended;
    private final Set<CaseId> seen = new HashSet<>();
    private final List<ChainFault> faults = new ArrayList<>();
    private final List<RawCase> batch = new ArrayList<>();
    private long lines;

    /**
     * @param archived where cases ended that are to be found in one of the records
     */
    Looking(List<Anchor> anchors, List<Tombstone> archived) {
      this.anchors = List.copyOf(anchors);
      ImmutableListMultimap.Builder<CaseId, Head> heads = ImmutableListMultimap.builder();
      anchors.forEach(anchor -> anchor.heads().forEach(heads::put));
      witnessed = heads.build();
      ended =
          archived.stream().collect(toImmutableListMultimap(Tombstone::caseId, Tombstone::head));
    }

    void add(RawCase raw) {
      if (!witnessed.isEmpty() || !ended.isEmpty()) {
        seen.add(raw.caseId());
      }
      batch.add(raw);
      lines += raw.lines().size();
      if (batch.size() >= BATCH || lines >= BATCH_LINES) {
        flush();
      }
    }

    void flush() {
      batch.parallelStream().map(this::faultsOf).toList().forEach(faults::addAll);
      batch.clear();
      lines = 0;
    }

    private List<ChainFault> faultsOf(RawCase raw) {
      StoredCase stored = raw.read();
      List<Head> known = new ArrayList<>(witnessed.get(stored.caseId()));
      known.addAll(ended.get(stored.caseId()));
      List<ChainFault> found = new ArrayList<>(Chain.tampering(stored, known));
      anchors.forEach(anchor -> backdated(anchor, stored).ifPresent(found::add));
      return found;
    }

    /** The first entry that says it was there when the anchor was taken, and was not. */
    private static Optional<ChainFault> backdated(Anchor anchor, StoredCase stored) {
      long known =
          Optional.ofNullable(anchor.heads().get(stored.caseId())).map(Head::seq).orElse(0L);
      long surely = Micros.of(anchor.takenAt().minus(TOLERANCE));
      return stored.entries().stream()
          .filter(e -> e.seq() > known && e.recordedAt() < surely)
          .min(Comparator.comparingLong(StoredEntry::seq))
          .map(
              e ->
                  new ChainFault(
                      stored.caseId(),
                      e.seq(),
                      ChainFault.Kind.BACKDATED,
                      anchor.takenAt().toString(),
                      at(e.recordedAt())));
    }

    private static String at(long micros) {
      Instant instant = Micros.toInstant(micros);
      return instant.toString();
    }

    /**
     * The archived cases of which no record was given. One of which it was, and which is not in it,
     * was never archived.
     */
    List<Tombstone> elsewhere(List<Tombstone> archived, List<String> digests) {
      List<Tombstone> elsewhere = new ArrayList<>();
      for (Tombstone gone : archived) {
        if (seen.contains(gone.caseId())) {
          continue;
        }
        if (digests.contains(gone.record())) {
          cut(gone.caseId(), gone.head().seq());
        } else {
          elsewhere.add(gone);
          witnessed.get(gone.caseId()).forEach(head -> hold(gone, head));
        }
        seen.add(gone.caseId());
      }
      return elsewhere;
    }

    /** What is known of an archived case from elsewhere, against where it is said to have ended. */
    private void hold(Tombstone gone, Head head) {
      Head end = gone.head();
      if (head.seq() > end.seq()) {
        String range = head.seq() == end.seq() + 1 ? "" : ".." + head.seq();
        faults.add(
            new ChainFault(
                gone.caseId(),
                end.seq() + 1,
                ChainFault.Kind.CUT,
                (end.seq() + 1) + range,
                Long.toString(end.seq())));
      } else if (head.seq() == end.seq() && !head.equals(end)) {
        faults.add(
            new ChainFault(
                gone.caseId(), end.seq(), ChainFault.Kind.REPLACED, head.digest(), end.digest()));
      }
    }

    void missing() {
      witnessed
          .asMap()
          .forEach(
              (caseId, heads) -> {
                if (!seen.contains(caseId)) {
                  cut(caseId, heads.stream().mapToLong(Head::seq).max().orElseThrow());
                }
              });
    }

    private void cut(CaseId caseId, long last) {
      String range = last == 1 ? "1" : "1.." + last;
      faults.add(new ChainFault(caseId, 1, ChainFault.Kind.CUT, range, "0"));
    }
  }
}
