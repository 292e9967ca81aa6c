package id.sop.rules.flow;

import id.sop.store.ForwardingStore;
import id.sop.store.MemoryStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A store in memory that tells what was kept since it was asked last. */
final class FollowedStore extends ForwardingStore {
  private Map<String, Change> changes = new HashMap<>();

  FollowedStore() {
    super(MemoryStore.create());
  }

  Map<String, Change> changes() {
    Map<String, Change> since = changes;
    changes = new HashMap<>();
    return since;
  }

  @Override
  public void append(Change change) {
    append(List.of(change));
  }

  @Override
  public void append(List<Change> all) {
    super.append(all);
    all.forEach(change -> changes.put(change.caseId().value(), change));
  }

  @Override
  public boolean keepsAtOnce() {
    return true;
  }
}
