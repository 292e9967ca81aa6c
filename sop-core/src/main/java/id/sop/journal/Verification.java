package id.sop.journal;

import id.sop.journal.ChainFault.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * One look at a whole journal: under which number each entry was really recorded, by its own
 * digest; whether each follows the one before it; whether a number has no entry; and whether the
 * journal ends where it should.
 */
final class Verification {
  /** How far from its place an entry is looked for when no link tells its number. */
  private static final long NEAR = 100;

  private static final Comparator<ChainFault> BY_ENTRY =
      Comparator.comparingLong(ChainFault::seq).thenComparing(ChainFault::kind);

  private final CaseId caseId;
  private final List<StoredEntry> rows;
  private final Map<String, StoredEntry> byDigest = new HashMap<>();
  private final Map<String, List<StoredEntry>> byPrevious = new HashMap<>();

  /** The numbers of the entries that are what and where they were when recorded. */
  private final Set<Long> sound = new HashSet<>();

  /** The numbers that some entry here was recorded under. */
  private final TreeSet<Long> accounted = new TreeSet<>();

  /** The numbers of the places about which there is already a fault. */
  private final Set<Long> faulty = new HashSet<>();

  private final List<ChainFault> faults = new ArrayList<>();

  Verification(CaseId caseId, List<StoredEntry> rows) {
    this.caseId = caseId;
    this.rows = rows.stream().sorted(Comparator.comparingLong(StoredEntry::seq)).toList();
    for (StoredEntry row : this.rows) {
      byDigest.put(row.digest(), row);
      byPrevious.computeIfAbsent(row.previous(), p -> new ArrayList<>()).add(row);
      if (isOurs(row) && Chain.digest(row).equals(row.digest())) {
        sound.add(row.seq());
      }
    }
  }

  /** Also looks whether the entries came in the order of their numbers. */
  Verification inOrderOf(List<StoredEntry> given) {
    for (int i = 1; i < given.size(); i++) {
      long before = given.get(i - 1).seq();
      long seq = given.get(i).seq();
      if (seq <= before) {
        fault(seq, Kind.MOVED, Long.toString(before + 1), Long.toString(seq));
      }
    }
    return this;
  }

  /** All faults, by entry. */
  List<ChainFault> faults(Optional<Head> head, List<Head> witnessed) {
    entries();
    head.ifPresent(this::end);
    witnessed.forEach(this::witness);
    gaps(
        LongStream.concat(
                head.stream().mapToLong(Head::seq), witnessed.stream().mapToLong(Head::seq))
            .max());
    return faults.stream().sorted(BY_ENTRY).distinct().toList();
  }

  /** The fault of entries whose case is gone. */
  Verification headMissing() {
    if (!rows.isEmpty()) {
      StoredEntry last = rows.get(rows.size() - 1);
      faults.add(new ChainFault(caseId, last.seq(), Kind.HEAD_MISSING, last.digest(), "-"));
    }
    return this;
  }

  private void entries() {
    Optional<StoredEntry> before = Optional.empty();
    for (StoredEntry row : rows) {
      if (isInserted(row, before)) {
        fault(row.seq(), Kind.INSERTED, digestOf(before), row.digest());
        continue;
      }
      own(row);
      if (sound.contains(row.seq())) {
        link(before, row);
      }
      readable(row);
      before = Optional.of(row);
    }
  }

  /** What its own digest says of an entry. */
  private void own(StoredEntry row) {
    if (sound.contains(row.seq())) {
      accounted.add(row.seq());
      return;
    }
    OptionalLong recordedAs = recordedAs(row);
    if (recordedAs.isPresent()) {
      accounted.add(recordedAs.getAsLong());
      fault(row.seq(), Kind.MOVED, Long.toString(recordedAs.getAsLong()), Long.toString(row.seq()));
    } else {
      accounted.add(row.seq());
      fault(row.seq(), Kind.EDITED, row.digest(), Chain.digest(row));
    }
  }

  /** A sound entry says by what digest it follows; if another stands there, that one is wrong. */
  private void link(Optional<StoredEntry> before, StoredEntry row) {
    if (row.previous().equals(digestOf(before))) {
      return;
    }
    if (before.isEmpty()) {
      if (row.seq() == 1) {
        fault(1, Kind.REPLACED, Chain.GENESIS, row.previous());
      }
    } else if (before.get().seq() == row.seq() - 1 && !faulty.contains(before.get().seq())) {
      fault(before.get().seq(), Kind.REPLACED, row.previous(), before.get().digest());
    }
  }

  private void readable(StoredEntry row) {
    if (faulty.contains(row.seq())) {
      return;
    }
    try {
      row.toEntry();
    } catch (JournalException e) {
      fault(row.seq(), Kind.UNREADABLE, row.digest(), e.code().id());
    }
  }

  /**
   * Whether an entry was put in: it is of another case, it is a copy of one that stands elsewhere,
   * or a later entry follows the one before it, which only one entry can.
   */
  private boolean isInserted(StoredEntry row, Optional<StoredEntry> before) {
    if (!isOurs(row)) {
      return true;
    }
    if (!sound.contains(row.seq())) {
      OptionalLong recordedAs = recordedAs(row);
      if (recordedAs.isPresent()) {
        return sound.contains(recordedAs.getAsLong());
      }
    }
    return byPrevious.getOrDefault(digestOf(before), List.of()).stream()
        .anyMatch(other -> other.seq() > row.seq() && isGenuine(other));
  }

  private boolean isGenuine(StoredEntry row) {
    return sound.contains(row.seq()) || recordedAs(row).isPresent();
  }

  private boolean isOurs(StoredEntry row) {
    return row.caseId().equals(caseId.value());
  }

  /** The number under which {@code row} gives its digest: told by its neighbours, or near by. */
  private OptionalLong recordedAs(StoredEntry row) {
    LongStream.Builder candidates = LongStream.builder();
    Optional.ofNullable(byDigest.get(row.previous())).ifPresent(r -> candidates.add(r.seq() + 1));
    byPrevious.getOrDefault(row.digest(), List.of()).forEach(r -> candidates.add(r.seq() - 1));
    LongStream near =
        LongStream.rangeClosed(1, NEAR).flatMap(d -> LongStream.of(row.seq() - d, row.seq() + d));
    return LongStream.concat(candidates.build(), near)
        .filter(seq -> seq >= 1 && seq != row.seq())
        .filter(seq -> Chain.digest(row, seq).equals(row.digest()))
        .findFirst();
  }

  /** Where the store says that the journal ends. */
  private void end(Head head) {
    boolean ended = false;
    for (StoredEntry row : rows) {
      if (ended || (row.seq() > head.seq() && !byDigest.containsKey(head.digest()))) {
        fault(row.seq(), Kind.INSERTED, Long.toString(head.seq()), Long.toString(row.seq()));
      }
      ended |= row.digest().equals(head.digest());
    }
    if (!ended) {
      witness(head);
    }
  }

  /** An entry that somebody else knows the digest of. */
  private void witness(Head head) {
    for (StoredEntry row : rows) {
      if (row.seq() == head.seq()
          && !row.digest().equals(head.digest())
          && !faulty.contains(row.seq())) {
        fault(row.seq(), Kind.REPLACED, head.digest(), row.digest());
      }
    }
  }

  private void gaps(OptionalLong end) {
    long expected = 1;
    for (long seq : accounted) {
      if (seq > expected) {
        fault(expected, Kind.MISSING, range(expected, seq - 1), Long.toString(seq));
      }
      expected = seq + 1;
    }
    if (end.isPresent() && end.getAsLong() >= expected) {
      fault(expected, Kind.CUT, range(expected, end.getAsLong()), Long.toString(expected - 1));
    }
  }

  private static String range(long from, long to) {
    return from == to ? Long.toString(from) : from + ".." + to;
  }

  private static String digestOf(Optional<StoredEntry> row) {
    return row.map(StoredEntry::digest).orElse(Chain.GENESIS);
  }

  private void fault(long seq, Kind kind, String expected, String found) {
    faulty.add(seq);
    faults.add(new ChainFault(caseId, seq, kind, expected, found));
  }
}
