package id.sop.store.jdbc;

import id.sop.store.CaseStore;
import id.sop.store.CaseStoreContract;
import java.sql.SQLException;

class PostgresContractTest extends CaseStoreContract {
  @Override
  protected CaseStore open() throws SQLException {
    return JdbcStore.open(Database.POSTGRESQL.withTables()).findingDocuments();
  }
}
