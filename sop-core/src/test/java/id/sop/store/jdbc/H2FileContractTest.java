package id.sop.store.jdbc;

import id.sop.store.CaseStore;
import id.sop.store.CaseStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2FileContractTest extends CaseStoreContract {
  @TempDir Path folder;

  @Override
  protected CaseStore open() {
    return JdbcStore.h2File(folder.resolve("sop")).findingDocuments();
  }
}
