package id.sop.store;

import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import java.util.List;
import java.util.SortedMap;

/** A store that does what another does; a test changes what it is about. */
public abstract class ForwardingStore implements CaseStore {
  private final CaseStore store;

  protected ForwardingStore(CaseStore store) {
    this.store = store;
  }

  @Override
  public void append(Change change) {
    store.append(change);
  }

  @Override
  public void append(List<Change> changes) {
    store.append(changes);
  }

  @Override
  public boolean findsDocuments() {
    return store.findsDocuments();
  }

  @Override
  public List<Entry> read(CaseId caseId) {
    return store.read(caseId);
  }

  @Override
  public StoredCase stored(CaseId caseId) {
    return store.stored(caseId);
  }

  @Override
  public List<OpenCaseRow> openRows() {
    return store.openRows();
  }

  @Override
  public List<OpenCaseRow> openRows(InboxQuery query) {
    return store.openRows(query);
  }

  @Override
  public long count(InboxQuery query) {
    return store.count(query);
  }

  @Override
  public List<CaseId> cases() {
    return store.cases();
  }

  @Override
  public SortedMap<CaseId, Head> heads() {
    return store.heads();
  }

  @Override
  public List<Tombstone> archived() {
    return store.archived();
  }

  @Override
  public void remove(List<Tombstone> cases) {
    store.remove(cases);
  }

  @Override
  public void bury(List<Tombstone> archived) {
    store.bury(archived);
  }

  @Override
  public void close() {
    store.close();
  }
}
