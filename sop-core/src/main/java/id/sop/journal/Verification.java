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
import java.util.stream.Stream;

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
  private final Map<String, StoredEntry> byPrevious = new HashMap<>();

  /** The entries by the number that they were recorded under, as far as their digests tell it. */
  private final Map<Long, StoredEntry> genuine = new HashMap<>();

  /** The numbers for which there is an entry, be it edited or at another place. */
  private final TreeSet<Long> accounted = new TreeSet<>();

  private final List<ChainFault> faults = new ArrayList<>();

  Verification(CaseId caseId, List<StoredEntry> rows) {
    this.caseId = caseId;
    this.rows = rows.stream().sorted(Comparator.comparingLong(StoredEntry::seq)).toList();
    for (StoredEntry row : this.rows) {
      byDigest.putIfAbsent(row.digest(), row);
      byPrevious.putIfAbsent(row.previous(), row);
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

  /** Also notes that the store has entries of a case that it does not know. */
  Verification headMissing() {
    if (!rows.isEmpty()) {
      StoredEntry last = rows.get(rows.size() - 1);
      faults.add(new ChainFault(caseId, last.seq(), Kind.HEAD_MISSING, last.digest(), "-"));
    }
    return this;
  }

  /** The entries of a journal in which nothing else is wrong that are no events. */
  List<ChainFault> unreadable() {
    rows.forEach(this::decoded);
    return List.copyOf(faults);
  }

  /** All faults, by entry. */
  List<ChainFault> faults(Optional<Head> head, List<Head> witnessed) {
    List<StoredEntry> unsound = new ArrayList<>();
    for (StoredEntry row : rows) {
      if (isOurs(row) && Chain.digest(row).equals(row.digest())) {
        genuine.putIfAbsent(row.seq(), row);
      } else {
        unsound.add(row);
      }
    }
    unsound.forEach(this::unsound);
    accounted.addAll(genuine.keySet());
    genuine.forEach(this::link);
    rows.forEach(this::readable);
    head.ifPresent(this::end);
    witnessed.forEach(this::known);
    gaps(Stream.concat(head.stream(), witnessed.stream()).mapToLong(Head::seq).max());
    return faults.stream().sorted(BY_ENTRY).distinct().toList();
  }

  /** An entry whose digest does not fit it: put in, at another place, or edited. */
  private void unsound(StoredEntry row) {
    OptionalLong number = isOurs(row) ? recordedAs(row) : OptionalLong.empty();
    if (number.isPresent()) {
      moved(row, number.getAsLong());
    } else if (!isOurs(row) || genuine.containsKey(row.seq())) {
      inserted(row);
    } else {
      accounted.add(row.seq());
      fault(row.seq(), Kind.EDITED, row.digest(), Chain.digest(row));
    }
  }

  private void moved(StoredEntry row, long number) {
    Optional<StoredEntry> other = Optional.ofNullable(genuine.get(number));
    if (other.isPresent() && other.get().digest().equals(row.digest())) {
      inserted(row);
      return;
    }
    // Of two entries recorded under one number, the one that had to make room was there first.
    other.ifPresent(this::inserted);
    genuine.put(number, row);
    fault(row.seq(), Kind.MOVED, Long.toString(number), Long.toString(row.seq()));
  }

  private void inserted(StoredEntry row) {
    String before = digestOf(Optional.ofNullable(genuine.get(row.seq() - 1)));
    fault(row.seq(), Kind.INSERTED, before, row.digest());
  }

  /** An entry says by what digest it follows; if another stands there, that one is wrong. */
  private void link(long number, StoredEntry row) {
    if (number == 1) {
      if (!row.previous().equals(Chain.GENESIS)) {
        fault(1, Kind.REPLACED, Chain.GENESIS, row.previous());
      }
      return;
    }
    Optional<StoredEntry> before = Optional.ofNullable(genuine.get(number - 1));
    if (before.isPresent() && !row.previous().equals(before.get().digest())) {
      fault(before.get().seq(), Kind.REPLACED, row.previous(), before.get().digest());
    }
  }

  private void readable(StoredEntry row) {
    if (row.equals(genuine.get(row.seq()))) {
      decoded(row);
    }
  }

  private void decoded(StoredEntry row) {
    try {
      row.toEntry();
    } catch (JournalException e) {
      fault(row.seq(), Kind.UNREADABLE, row.digest(), e.code().id());
    }
  }

  private boolean isOurs(StoredEntry row) {
    return row.caseId().equals(caseId.value());
  }

  /** The number under which {@code row} gives its digest: told by its neighbours, or near by. */
  private OptionalLong recordedAs(StoredEntry row) {
    LongStream.Builder told = LongStream.builder();
    Optional.ofNullable(byDigest.get(row.previous())).ifPresent(r -> told.add(r.seq() + 1));
    Optional.ofNullable(byPrevious.get(row.digest())).ifPresent(r -> told.add(r.seq() - 1));
    LongStream near =
        LongStream.rangeClosed(1, NEAR).flatMap(d -> LongStream.of(row.seq() - d, row.seq() + d));
    return LongStream.concat(told.build(), near)
        .filter(seq -> seq >= 1 && seq != row.seq())
        .filter(seq -> Chain.digest(row, seq).equals(row.digest()))
        .findFirst();
  }

  /** Where the store says that the journal ends. */
  private void end(Head head) {
    Set<StoredEntry> within = new HashSet<>();
    genuine.forEach(
        (number, row) -> {
          if (number <= head.seq()) {
            within.add(row);
          }
        });
    for (StoredEntry row : rows) {
      if (row.seq() > head.seq() && !within.contains(row)) {
        fault(row.seq(), Kind.INSERTED, Long.toString(head.seq()), Long.toString(row.seq()));
      }
    }
    known(head);
  }

  /** An entry that somebody knows the digest of. */
  private void known(Head head) {
    Optional<StoredEntry> row = Optional.ofNullable(genuine.get(head.seq()));
    if (row.isPresent() && !row.get().digest().equals(head.digest())) {
      fault(row.get().seq(), Kind.REPLACED, head.digest(), row.get().digest());
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
    faults.add(new ChainFault(caseId, seq, kind, expected, found));
  }
}
