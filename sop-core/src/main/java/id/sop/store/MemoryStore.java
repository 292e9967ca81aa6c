package id.sop.store;

import id.sop.casework.OpenRow;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps journals in memory, for tests. */
public final class MemoryStore implements CaseStore {
  private final Map<CaseId, List<Entry>> journals = new TreeMap<>();
  private final Map<CaseId, Change> last = new TreeMap<>();

  private MemoryStore() {}

  public static MemoryStore create() {
    return new MemoryStore();
  }

  @Override
  public synchronized void append(Change change) {
    List<Entry> journal = journals.getOrDefault(change.caseId(), List.of());
    if (journal.size() != change.expectedSeq()) {
      throw new ConcurrentChangeException(change.caseId(), change.expectedSeq(), journal.size());
    }
    List<Entry> longer = new ArrayList<>(journal);
    longer.addAll(change.entries());
    journals.put(change.caseId(), List.copyOf(longer));
    last.put(change.caseId(), change);
  }

  @Override
  public synchronized List<Entry> read(CaseId caseId) {
    return journals.getOrDefault(caseId, List.of());
  }

  @Override
  public synchronized List<OpenCaseRow> openRows() {
    List<OpenCaseRow> rows = new ArrayList<>();
    for (Change change : last.values()) {
      for (OpenRow row : change.open()) {
        rows.add(
            new OpenCaseRow(
                change.caseId(),
                change.sop(),
                row.step(),
                row.visit(),
                row.by(),
                row.openedAt(),
                row.dueAt()));
      }
    }
    rows.sort(
        Comparator.<OpenCaseRow, Instant>comparing(r -> r.dueAt().orElse(Instant.MAX))
            .thenComparing(OpenCaseRow::caseId)
            .thenComparing(OpenCaseRow::step));
    return List.copyOf(rows);
  }

  @Override
  public synchronized List<CaseId> cases() {
    return List.copyOf(journals.keySet());
  }

  @Override
  public void close() {}
}
