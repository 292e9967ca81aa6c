package id.sop.store.jdbc;

import id.sop.store.CaseStore;
import id.sop.store.CaseStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What was appended is there for the next process too: the file is closed and opened each time. */
class H2FileReopenedContractTest extends CaseStoreContract {
  @TempDir Path folder;

  @Override
  protected CaseStore open() {
    return JdbcStore.h2File(folder.resolve("sop")).findingDocuments();
  }

  @Override
  protected CaseStore again(CaseStore store) {
    store.close();
    return open();
  }
}
