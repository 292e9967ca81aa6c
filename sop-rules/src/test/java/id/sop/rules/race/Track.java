package id.sop.rules.race;

import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.store.CaseStore;
import id.sop.store.ForwardingStore;
import id.sop.store.MemoryStore;
import id.sop.store.jdbc.Database;
import id.sop.store.jdbc.JdbcStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** A kind of store on which two nodes race. */
enum Track {
  MEMORY {
    @Override
    Nodes nodes() {
      CaseStore store = MemoryStore.create();
      return new Nodes(store, racer -> new BorderStore(store, racer), () -> false);
    }
  },

  H2 {
    @Override
    Nodes nodes() throws SQLException {
      return on(Database.H2, true, H2_WAITING);
    }
  },

  POSTGRESQL {
    @Override
    Nodes nodes() throws SQLException {
      return on(Database.POSTGRESQL, true, POSTGRESQL_WAITING);
    }
  },

  /** A pool that hands out connections with a transaction begun. */
  POSTGRESQL_WITHOUT_AUTO_COMMIT {
    @Override
    Nodes nodes() throws SQLException {
      return on(Database.POSTGRESQL, false, POSTGRESQL_WAITING);
    }
  },

  MARIADB {
    @Override
    Nodes nodes() throws SQLException {
      return on(Database.MARIADB, true, MARIADB_WAITING);
    }
  };

  /** Who begins a case that another has begun tries again and again, and says of none. */
  private static final String H2_WAITING =
      """
      SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS
      WHERE BLOCKER_ID IS NOT NULL OR EXECUTING_STATEMENT LIKE 'INSERT INTO sop_case%'
      """;

  private static final String POSTGRESQL_WAITING =
      """
      SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'
      """;

  private static final String MARIADB_WAITING =
      """
      SELECT CAST(VARIABLE_VALUE AS SIGNED) FROM information_schema.GLOBAL_STATUS
      WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'
      """;

  abstract Nodes nodes() throws SQLException;

  /** A store as a node sees it. */
  interface View {
    CaseStore of(Racer racer);
  }

  /**
   * What two nodes share.
   *
   * @param store as it is
   * @param view with borders at which a racer stops
   * @param waiting whether somebody waits for another
   */
  record Nodes(CaseStore store, View view, Racer.Waiting waiting) {}

  private static Nodes on(Database kind, boolean autoCommit, String waiting) throws SQLException {
    DataSource database = kind.withTables();
    return new Nodes(
        JdbcStore.open(database),
        racer -> JdbcStore.open(BorderDataSource.of(database, racer::border, autoCommit)),
        () -> count(database, waiting) > 0);
  }

  private static long count(DataSource database, String sql) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A store whose calls are its statements. */
  private static final class BorderStore extends ForwardingStore {
    private final Racer racer;

    BorderStore(CaseStore store, Racer racer) {
      super(store);
      this.racer = racer;
    }

    @Override
    public void append(Change change) {
      racer.border();
      super.append(change);
    }

    @Override
    public void append(List<Change> changes) {
      racer.border();
      super.append(changes);
    }

    @Override
    public List<Entry> read(CaseId caseId) {
      racer.border();
      return super.read(caseId);
    }
  }
}
