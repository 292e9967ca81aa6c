package id.sop.store;

import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import id.sop.testing.Contract;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract is worth something only if a store that does nothing fails all of it. */
class DoNothingStoreTest {

  @Test
  void a_store_that_does_nothing_fails_every_test_of_the_contract() {
    Contract.assertNoneHolds(ContractOfDoNothing.class, CaseStoreContract.class);
  }

  @ExtendWith(Contract.OnlyWhenAsked.class)
  static final class ContractOfDoNothing extends CaseStoreContract {
    @Override
    protected CaseStore open() {
      return new DoNothing();
    }
  }

  private static final class DoNothing implements CaseStore {
    @Override
    public void append(Change change) {}

    @Override
    public void append(List<Change> changes) {}

    @Override
    public List<Entry> read(CaseId caseId) {
      return List.of();
    }

    @Override
    public StoredCase stored(CaseId caseId) {
      return new StoredCase(caseId, Optional.empty(), List.of());
    }

    @Override
    public List<OpenCaseRow> openRows() {
      return List.of();
    }

    @Override
    public List<OpenCaseRow> openRows(InboxQuery query) {
      return List.of();
    }

    @Override
    public long count(InboxQuery query) {
      return 0;
    }

    @Override
    public List<CaseId> cases() {
      return List.of();
    }

    @Override
    public SortedMap<CaseId, Head> heads() {
      return new TreeMap<>();
    }

    @Override
    public List<Tombstone> archived() {
      return List.of();
    }

    @Override
    public void remove(List<Tombstone> cases) {}

    @Override
    public void bury(List<Tombstone> archived) {}

    @Override
    public void close() {}
  }
}
