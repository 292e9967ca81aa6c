package id.sop.store.jdbc;

import id.sop.store.CaseStore.Change;
import id.sop.store.ConcurrentChangeException;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;

/**
 * The transaction that the host has open on a connection of its own. It is never committed, rolled
 * back, repeated or closed here: a change that fails is undone up to a savepoint, so that what the
 * host did before it stands as it was.
 */
final class HostTransaction extends Transactions {
  private final Connection connection;

  HostTransaction(Connection connection, Dialect dialect) {
    super(dialect);
    this.connection = connection;
  }

  @Override
  <T> T read(Work<T> work) {
    try {
      requireTransaction();
      return work.with(connection);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** As far as the isolation that the host has chosen shows one state. */
  @Override
  <T> T readOneState(Work<T> work) {
    return read(work);
  }

  /** A transaction of its own cannot be had within another. */
  @Override
  <T> T inTransaction(Work<T> work) {
    throw new StoreException(StoreCode.WITHIN_TRANSACTION);
  }

  @Override
  void write(List<Change> changes, Append append) {
    try {
      requireTransaction();
      Savepoint before = connection.setSavepoint();
      boolean done = attempt(before, append);
      if (!done) {
        throw lost(changes.get(0), "changed meanwhile");
      }
    } catch (SQLException e) {
      if (!dialect().isUndone(e) && !dialect().isGivenUp(e)) {
        throw failed(e);
      }
      ConcurrentChangeException lost = lost(changes.get(0), state(e));
      lost.initCause(e);
      throw lost;
    }
  }

  private boolean attempt(Savepoint before, Append append) throws SQLException {
    try {
      boolean done = append.to(connection);
      if (done) {
        connection.releaseSavepoint(before);
      } else {
        connection.rollback(before);
      }
      return done;
    } catch (SQLException | RuntimeException e) {
      try {
        connection.rollback(before);
      } catch (SQLException undoing) {
        // After a deadlock there may be no savepoint left: the database undid all.
        e.addSuppressed(undoing);
      }
      throw e;
    }
  }

  private void requireTransaction() throws SQLException {
    if (connection.getAutoCommit()) {
      throw new StoreException(StoreCode.NO_TRANSACTION);
    }
  }

  private static ConcurrentChangeException lost(Change change, String why) {
    return new ConcurrentChangeException(change.caseId(), change.expectedSeq(), why);
  }
}
