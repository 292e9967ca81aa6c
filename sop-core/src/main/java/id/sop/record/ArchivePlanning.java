package id.sop.record;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import id.sop.casework.CaseState;
import id.sop.internal.Micros;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.ChainFault;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import id.sop.journal.StoredEntry;
import id.sop.problem.Code;
import id.sop.problem.Language;
import id.sop.problem.SopException;
import id.sop.record.ArchivePlan.Stays;
import id.sop.store.CaseArchivedException;
import id.sop.store.CaseStore;
import id.sop.store.OpenCaseRow;
import id.sop.store.Tombstone;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One look through a store for what may leave it. */
final class ArchivePlanning {
  private final CaseStore store;
  private final Instant before;
  private final SortedMap<CaseId, Hold> holds = new TreeMap<>();
  private final Map<CaseId, Tombstone> archived = new HashMap<>();

  /** The cases that run: those of an open row are known without being read. */
  private final Set<CaseId> running = new HashSet<>();

  /** The cases that have ended, or nobody can say of. */
  private final SortedMap<CaseId, Found> found = new TreeMap<>();

  private final List<Stays> stays = new ArrayList<>();
  private long later;

  private ArchivePlanning(CaseStore store, Instant before, Collection<Hold> holds) {
    this.store = store;
    this.before = before;
    holds.forEach(hold -> this.holds.put(hold.berkas(), hold));
    store.archived().forEach(gone -> archived.put(gone.caseId(), gone));
  }

  /**
   * A case that has ended.
   *
   * @param kin the cases that it was begun for, or that were begun for it
   * @param why what keeps it here for itself
   * @param isRecent whether it only has an entry of late
   */
  private record Found(Head head, List<CaseId> kin, Optional<Stays> why, boolean isRecent) {
    boolean stays() {
      return why.isPresent() || isRecent;
    }
  }

  static ArchivePlan of(CaseStore store, Instant before, Collection<Hold> holds) {
    return new ArchivePlanning(store, before, holds).plan();
  }

  private ArchivePlan plan() {
    store.openRows().stream().map(OpenCaseRow::caseId).forEach(running::add);
    List<CaseId> cases = store.cases();
    requireKnown(cases);
    for (CaseId caseId : cases) {
      if (!running.contains(caseId)) {
        look(caseId);
      }
    }
    List<SortedMap<CaseId, Head>> families = families();
    return new ArchivePlan(
        before,
        families,
        stays.stream().sorted(Comparator.comparing(Stays::caseId)).toList(),
        running.size(),
        later);
  }

  /** A hold on a case that nobody knows is one that was meant for another. */
  private void requireKnown(List<CaseId> cases) {
    Set<CaseId> known = new HashSet<>(cases);
    for (Hold hold : holds.values()) {
      CaseId caseId = hold.berkas();
      @Nullable Tombstone gone = archived.get(caseId);
      if (gone != null) {
        stays.add(
            Stays.of(
                caseId, RecordCode.HELD_TOO_LATE, caseId.value(), hold.dasar(), gone.record()));
      } else if (!known.contains(caseId)) {
        throw new RecordException(RecordCode.HOLD_UNKNOWN, caseId.value(), hold.dasar());
      }
    }
  }

  private void look(CaseId caseId) {
    StoredCase stored;
    try {
      stored = store.stored(caseId);
    } catch (CaseArchivedException gone) {
      archived.put(caseId, gone.tombstone());
      return;
    }
    List<ChainFault> faults = Chain.verify(stored);
    if (!faults.isEmpty()) {
      damaged(stored, faults.get(0).text(Language.ID));
      return;
    }
    try {
      List<Entry> journal = stored.entries().stream().map(StoredEntry::toEntry).toList();
      CaseState state = CaseState.of(caseId, journal);
      if (state.running()) {
        running.add(caseId);
      } else {
        found.put(caseId, ended(stored, journal));
      }
    } catch (SopException e) {
      damaged(stored, e.text(Language.ID));
    }
  }

  private void damaged(StoredCase stored, String what) {
    CaseId caseId = stored.caseId();
    Stays why = Stays.of(caseId, RecordCode.STAYS_DAMAGED, caseId.value(), what);
    Head head = stored.head().orElse(new Head(0, Chain.GENESIS));
    found.put(caseId, new Found(head, List.of(), Optional.of(why), false));
  }

  private Found ended(StoredCase stored, List<Entry> journal) {
    CaseId caseId = stored.caseId();
    @Nullable Hold hold = holds.get(caseId);
    Optional<Stays> why =
        Optional.ofNullable(hold)
            .map(
                h ->
                    Stays.of(
                        caseId,
                        RecordCode.STAYS_HELD,
                        caseId.value(),
                        h.dasar(),
                        h.oleh(),
                        h.sejak().toString()));
    boolean isRecent =
        stored.entries().stream()
            .anyMatch(entry -> !Micros.toInstant(entry.recordedAt()).isBefore(before));
    return new Found(stored.head().orElseThrow(), kin(journal), why, isRecent);
  }

  private static List<CaseId> kin(List<Entry> journal) {
    List<CaseId> kin = new ArrayList<>();
    for (Entry entry : journal) {
      if (entry.event() instanceof CaseEvent.Started started) {
        started.induk().ifPresent(induk -> kin.add(induk.berkas()));
      } else if (entry.event() instanceof CaseEvent.ChildBegun begun) {
        kin.add(begun.berkas());
      }
    }
    return kin;
  }

  private List<SortedMap<CaseId, Head>> families() {
    Map<CaseId, Set<CaseId>> links = links();
    List<SortedMap<CaseId, Head>> families = new ArrayList<>();
    Set<CaseId> seen = new HashSet<>();
    for (CaseId caseId : found.keySet()) {
      if (!seen.contains(caseId)) {
        Set<CaseId> family = family(caseId, links);
        seen.addAll(family);
        SortedMap<CaseId, Found> members = members(family);
        if (mayGo(family, members)) {
          families.add(ImmutableSortedMap.copyOf(Maps.transformValues(members, Found::head)));
        }
      }
    }
    return families;
  }

  /** Who belongs to whom, told by either of the two: one of them may be damaged. */
  private Map<CaseId, Set<CaseId>> links() {
    Map<CaseId, Set<CaseId>> links = new HashMap<>();
    found.forEach(
        (caseId, ended) -> {
          for (CaseId other : ended.kin()) {
            links.computeIfAbsent(caseId, id -> new TreeSet<>()).add(other);
            links.computeIfAbsent(other, id -> new TreeSet<>()).add(caseId);
          }
        });
    return links;
  }

  private static Set<CaseId> family(CaseId first, Map<CaseId, Set<CaseId>> links) {
    Set<CaseId> family = new TreeSet<>(Set.of(first));
    Deque<CaseId> open = new ArrayDeque<>(family);
    while (!open.isEmpty()) {
      for (CaseId other : links.getOrDefault(open.remove(), Set.of())) {
        if (family.add(other)) {
          open.add(other);
        }
      }
    }
    return family;
  }

  private SortedMap<CaseId, Found> members(Set<CaseId> family) {
    SortedMap<CaseId, Found> members = new TreeMap<>();
    for (CaseId caseId : family) {
      @Nullable Found ended = found.get(caseId);
      if (ended != null) {
        members.put(caseId, ended);
      }
    }
    return members;
  }

  /** Whether nothing keeps any of them; if something does, it is noted for all. */
  private boolean mayGo(Set<CaseId> family, SortedMap<CaseId, Found> members) {
    Optional<CaseId> keeper = family.stream().filter(this::isKept).findFirst();
    Optional<CaseId> nowhere = family.stream().filter(id -> !isKnown(id)).findFirst();
    if (keeper.isEmpty() && nowhere.isEmpty()) {
      return true;
    }
    Code why = keeper.isPresent() ? RecordCode.STAYS_WITH_KIN : RecordCode.STAYS_WITHOUT_KIN;
    String other = keeper.or(() -> nowhere).orElseThrow().value();
    members.forEach(
        (caseId, ended) -> {
          if (ended.why().isEmpty() && ended.isRecent()) {
            later++;
          } else {
            stays.add(ended.why().orElseGet(() -> Stays.of(caseId, why, caseId.value(), other)));
          }
        });
    return false;
  }

  private boolean isKept(CaseId caseId) {
    @Nullable Found ended = found.get(caseId);
    return ended == null ? running.contains(caseId) : ended.stays();
  }

  private boolean isKnown(CaseId caseId) {
    return found.containsKey(caseId) || running.contains(caseId) || archived.containsKey(caseId);
  }
}
