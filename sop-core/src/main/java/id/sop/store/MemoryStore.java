package id.sop.store;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import id.sop.casework.CaseStatus;
import id.sop.casework.OpenRow;
import id.sop.definition.SopId;
import id.sop.internal.Micros;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import id.sop.journal.StoredEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps journals for the life of the object: for tests, simulations and trying out an SOP. */
public final class MemoryStore implements CaseStore {
  private final Map<CaseId, Kept> cases = new TreeMap<>();
  private final Map<CaseId, Tombstone> tombstones = new TreeMap<>();
  private boolean closed;

  private MemoryStore() {}

  /** An empty store. */
  public static MemoryStore create() {
    return new MemoryStore();
  }

  private static final class Kept {
    private final List<Entry> entries = new ArrayList<>();
    private CaseStatus status = CaseStatus.BELUM_MULAI;
    private List<OpenCaseRow> open = List.of();
    private Set<CaseTag> tags = Set.of();

    private Head head() {
      return entries.isEmpty()
          ? new Head(0, Chain.GENESIS)
          : new Head(entries.size(), entries.get(entries.size() - 1).digest());
    }
  }

  @Override
  public synchronized void append(Change change) {
    keep(checked(change), change);
  }

  @Override
  public synchronized void append(List<Change> changes) {
    checkArgument(
        changes.stream().map(Change::caseId).distinct().count() == changes.size(),
        "one change for each case");
    List<Kept> checked = changes.stream().map(this::checked).toList();
    for (int i = 0; i < changes.size(); i++) {
      keep(checked.get(i), changes.get(i));
    }
  }

  /** The case that {@code change} moves on, once everything that can fail has been done. */
  private Kept checked(Change change) {
    requireOpen();
    requireHere(change.caseId());
    Kept kept = cases.getOrDefault(change.caseId(), new Kept());
    Head head = kept.head();
    if (head.seq() != change.expectedSeq()) {
      throw new ConcurrentChangeException(change.caseId(), change.expectedSeq(), head.seq());
    }
    change.requireContinues(head.digest());
    for (Entry entry : change.entries()) {
      StoredEntry.of(entry);
    }
    return kept;
  }

  private void keep(Kept kept, Change change) {
    List<OpenCaseRow> open = new ArrayList<>();
    for (OpenRow row : change.rowsToShow()) {
      open.add(row(change.caseId(), change.sop(), row));
    }
    kept.entries.addAll(change.entries());
    kept.status = change.status();
    kept.open = List.copyOf(open);
    kept.tags = change.tags();
    cases.put(change.caseId(), kept);
  }

  @Override
  public boolean keepsAtOnce() {
    return true;
  }

  @Override
  public boolean findsDocuments() {
    return true;
  }

  private static OpenCaseRow row(CaseId caseId, SopId sop, OpenRow row) {
    return new OpenCaseRow(
        caseId,
        sop,
        row.step(),
        row.visit(),
        row.by(),
        Micros.truncate(row.openedAt()),
        row.dueAt().isPresent()
            ? Optional.of(Micros.truncate(row.dueAt().get()))
            : Optional.empty(),
        row.claim().isPresent() ? Optional.of(row.claim().get().actor().id()) : Optional.empty());
  }

  @Override
  public synchronized List<Entry> read(CaseId caseId) {
    requireOpen();
    requireHere(caseId);
    @Nullable Kept kept = cases.get(caseId);
    return kept == null ? List.of() : List.copyOf(kept.entries);
  }

  @Override
  public synchronized StoredCase stored(CaseId caseId) {
    requireOpen();
    requireHere(caseId);
    @Nullable Kept kept = cases.get(caseId);
    return kept == null
        ? new StoredCase(caseId, Optional.empty(), List.of())
        : new StoredCase(
            caseId, Optional.of(kept.head()), kept.entries.stream().map(StoredEntry::of).toList());
  }

  @Override
  public synchronized List<OpenCaseRow> openRows() {
    requireOpen();
    return cases.values().stream()
        .flatMap(kept -> kept.open.stream())
        .sorted(OpenCaseRow.BY_DUE)
        .toList();
  }

  @Override
  public synchronized List<OpenCaseRow> openRows(InboxQuery query) {
    return asked(query).sorted(OpenCaseRow.BY_DUE).limit(query.limit()).toList();
  }

  @Override
  public synchronized long count(InboxQuery query) {
    return asked(query).count();
  }

  private Stream<OpenCaseRow> asked(InboxQuery query) {
    requireOpen();
    return cases.values().stream()
        .flatMap(kept -> kept.open.stream().filter(row -> query.matches(row, kept.tags)))
        .filter(row -> query.after().map(InboxKey.of(row)::compareTo).orElse(1) > 0);
  }

  @Override
  public synchronized List<CaseId> cases() {
    requireOpen();
    return List.copyOf(cases.keySet());
  }

  @Override
  public synchronized SortedMap<CaseId, Head> heads() {
    requireOpen();
    ImmutableSortedMap.Builder<CaseId, Head> heads = ImmutableSortedMap.naturalOrder();
    cases.forEach((caseId, kept) -> heads.put(caseId, kept.head()));
    tombstones.forEach((caseId, tombstone) -> heads.put(caseId, tombstone.head()));
    return heads.buildOrThrow();
  }

  @Override
  public synchronized List<Tombstone> archived() {
    requireOpen();
    return List.copyOf(tombstones.values());
  }

  @Override
  public synchronized void remove(List<Tombstone> gone) {
    requireOpen();
    gone.forEach(this::requireEnded);
    for (Tombstone tombstone : gone) {
      cases.remove(tombstone.caseId());
      tombstones.put(tombstone.caseId(), tombstone);
    }
  }

  @Override
  public synchronized void bury(List<Tombstone> archived) {
    requireOpen();
    for (Tombstone tombstone : archived) {
      CaseId caseId = tombstone.caseId();
      @Nullable Kept kept = cases.get(caseId);
      if (kept != null) {
        throw new ConcurrentChangeException(caseId, 0, kept.head().seq());
      }
      if (!tombstone.equals(tombstones.getOrDefault(caseId, tombstone))) {
        requireHere(caseId);
      }
    }
    archived.forEach(tombstone -> tombstones.put(tombstone.caseId(), tombstone));
  }

  private void requireEnded(Tombstone tombstone) {
    CaseId caseId = tombstone.caseId();
    requireHere(caseId);
    @Nullable Kept kept = cases.get(caseId);
    if (kept == null) {
      throw new StoreException(StoreCode.CASE_UNKNOWN, caseId.value());
    }
    if (kept.status == CaseStatus.BERJALAN) {
      throw new StoreException(StoreCode.CASE_RUNNING, caseId.value(), kept.status.name());
    }
    Head head = kept.head();
    if (!head.equals(tombstone.head())) {
      throw new StoreException(
          StoreCode.HEAD_OTHER,
          caseId.value(),
          Long.toString(tombstone.head().seq()),
          Long.toString(head.seq()),
          head.digest());
    }
  }

  private void requireHere(CaseId caseId) {
    @Nullable Tombstone tombstone = tombstones.get(caseId);
    if (tombstone != null) {
      throw new CaseArchivedException(tombstone);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreException(StoreCode.CLOSED);
    }
  }
}
