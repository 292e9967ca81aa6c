package id.sop.store.jdbc;

import id.sop.journal.CaseId;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work in transactions of its own and says in our words what went wrong in them. */
final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  /** The class of SQL states by which a database says that it undid a transaction by itself. */
  private static final String ROLLED_BACK = "40";

  private final DataSource dataSource;
  private final Dialect dialect;
  private final AfterCommit afterCommit;

  Transactions(DataSource dataSource, Dialect dialect, AfterCommit afterCommit) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.afterCommit = afterCommit;
  }

  /** What a database needs beyond a commit before a change counts as kept. */
  interface AfterCommit {
    void on(Connection connection) throws SQLException;
  }

  Dialect dialect() {
    return dialect;
  }

  /** What is done with a connection. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Reads one state of the database: no change of others shows between two statements. */
  <T> T read(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      int isolation = connection.getTransactionIsolation();
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(dialect.oneState());
      try {
        return work.with(connection);
      } finally {
        connection.rollback();
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Writes all or nothing: nothing when {@code work} says false, or fails.
   *
   * @param caseId the case that is written to, for the message when the end is unknown
   * @param seq the number of its last entry afterwards
   * @return what {@code work} said
   */
  boolean write(CaseId caseId, long seq, Work<Boolean> work) {
    boolean committed = false;
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      if (!attempt(connection, autoCommit, work)) {
        return false;
      }
      commit(connection, caseId, seq);
      committed = true;
      connection.setAutoCommit(autoCommit);
    } catch (SQLException e) {
      if (!committed) {
        throw failed(e);
      }
      // The change is final; to report a failure now would have it made twice.
      LOG.warn("a connection could not be given back after a commit", e);
    }
    return true;
  }

  private static boolean attempt(Connection connection, boolean autoCommit, Work<Boolean> work)
      throws SQLException {
    try {
      boolean done = work.with(connection);
      if (!done) {
        undo(connection, autoCommit);
      }
      return done;
    } catch (SQLException | RuntimeException e) {
      try {
        undo(connection, autoCommit);
      } catch (SQLException undoing) {
        e.addSuppressed(undoing);
      }
      throw e;
    }
  }

  private static void undo(Connection connection, boolean autoCommit) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(autoCommit);
  }

  private void commit(Connection connection, CaseId caseId, long seq) throws SQLException {
    try {
      connection.commit();
      afterCommit.on(connection);
    } catch (SQLException e) {
      String state = state(e);
      if (state.startsWith(ROLLED_BACK)) {
        throw e;
      }
      throw new StoreException(
          StoreCode.COMMIT_UNKNOWN, e, caseId.value(), Long.toString(seq), state);
    }
  }

  /** What went wrong before anything was final. */
  StoreException failed(SQLException e) {
    StoreCode code = StoreCode.DATABASE_FAILED;
    if (dialect.isBusy(e)) {
      code = StoreCode.BUSY;
    } else if (dialect.isTooLong(e)) {
      code = StoreCode.TOO_LONG;
    }
    return new StoreException(code, e, state(e));
  }

  static String state(SQLException e) {
    return String.valueOf(e.getSQLState());
  }
}
