package id.sop;

import id.sop.casework.CaseState;
import id.sop.casework.OtherCases;
import id.sop.definition.SopId;
import id.sop.journal.CaseId;
import id.sop.store.CaseArchivedException;
import id.sop.store.CaseStore;
import id.sop.store.InboxKey;
import id.sop.store.InboxQuery;
import id.sop.store.OpenCaseRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The cases of a store, and those that the host keeps elsewhere. Lives for one attempt. */
final class StoredCases implements OtherCases {
  private final CaseStore store;
  private final OtherCases elsewhere;
  private boolean asked;

  StoredCases(CaseStore store, OtherCases elsewhere) {
    this.store = store;
    this.elsewhere = elsewhere;
  }

  /** Found by their open rows: of cases that have ended nothing is read. */
  @Override
  public List<OtherCase> running(SopId sop) {
    asked = true;
    Set<CaseId> ids = new TreeSet<>();
    InboxQuery query = InboxQuery.all().sop(sop).limit(InboxQuery.MOST);
    List<OpenCaseRow> page = store.openRows(query);
    while (!page.isEmpty()) {
      page.forEach(row -> ids.add(row.caseId()));
      page = store.openRows(query.after(InboxKey.of(page.get(page.size() - 1))));
    }
    List<OtherCase> running = new ArrayList<>();
    for (CaseId id : ids) {
      try {
        here(id).ifPresent(running::add);
      } catch (CaseArchivedException gone) {
        // It has ended since its row was seen.
      }
    }
    return Stream.concat(running.stream(), elsewhere.running(sop).stream()).toList();
  }

  /**
   * How an archived case ended is asked of the host, who may keep its archive.
   *
   * @throws CaseArchivedException when the host does not know either
   */
  @Override
  public Optional<OtherCase> named(CaseId caseId) {
    asked = true;
    try {
      return here(caseId).or(() -> elsewhere.named(caseId));
    } catch (CaseArchivedException gone) {
      return Optional.of(elsewhere.named(caseId).orElseThrow(() -> gone));
    }
  }

  /** Whether anything was decided by them. */
  boolean wereAsked() {
    return asked;
  }

  private Optional<OtherCase> here(CaseId caseId) {
    return OtherCase.of(CaseState.of(caseId, store.read(caseId)));
  }
}
