package id.sop.store;

class MemoryStoreTest extends CaseStoreContract {
  @Override
  protected CaseStore open() {
    return MemoryStore.create();
  }
}
