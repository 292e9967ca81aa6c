package id.sop.store.jdbc;

import id.sop.store.CaseStore;
import id.sop.store.CaseStoreContract;
import id.sop.store.ForwardingStore;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The contract on tables that were not made by this version of the library. */
class TableVersionsContractTest {
  /** With a row for each entry. */
  abstract static class Earlier extends CaseStoreContract {
    private final Database kind;

    Earlier(Database kind) {
      this.kind = kind;
    }

    @Override
    protected CaseStore open() throws SQLException {
      return JdbcStore.open(kind.withTablesForEarlierNodes()).findingDocuments();
    }
  }

  /**
   * Brought up below a store that was open and stays so. Changes come by it and by one that was
   * opened later in turns, so that cases have entries in both forms; the first one reads.
   */
  abstract static class Renewed extends CaseStoreContract {
    private final Database kind;

    Renewed(Database kind) {
      this.kind = kind;
    }

    @Override
    protected CaseStore open() throws SQLException {
      DataSource database = kind.withTablesForEarlierNodes();
      CaseStore earlier = JdbcStore.open(database).findingDocuments();
      JdbcStore.renewSchema(database);
      CaseStore later = JdbcStore.open(database).findingDocuments();
      AtomicInteger turn = new AtomicInteger();
      return new ForwardingStore(earlier) {
        @Override
        public void append(Change change) {
          if (turn.getAndIncrement() % 2 == 0) {
            super.append(change);
          } else {
            later.append(change);
          }
        }
      };
    }
  }

  @Nested
  class EarlierOnH2 extends Earlier {
    EarlierOnH2() {
      super(Database.H2);
    }
  }

  @Nested
  class EarlierOnPostgresql extends Earlier {
    EarlierOnPostgresql() {
      super(Database.POSTGRESQL);
    }
  }

  @Nested
  class EarlierOnMariaDb extends Earlier {
    EarlierOnMariaDb() {
      super(Database.MARIADB);
    }
  }

  @Nested
  class RenewedOnH2 extends Renewed {
    RenewedOnH2() {
      super(Database.H2);
    }
  }

  @Nested
  class RenewedOnPostgresql extends Renewed {
    RenewedOnPostgresql() {
      super(Database.POSTGRESQL);
    }
  }

  @Nested
  class RenewedOnMariaDb extends Renewed {
    RenewedOnMariaDb() {
      super(Database.MARIADB);
    }
  }
}
