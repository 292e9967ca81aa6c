package id.sop.store.jdbc;

import com.google.common.collect.ImmutableList;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.problem.SopException;
import id.sop.store.CaseArchivedException;
import id.sop.store.CaseStore.Change;
import id.sop.store.ConcurrentChangeException;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each change in a transaction of its own, on a connection that is taken for it and given back. */
final class OwnTransactions extends Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(OwnTransactions.class);
  private static final String NOT_GIVEN_BACK =
      "a connection could not be given back after a commit";

  /** The class of SQL states by which a database says that it undid a transaction by itself. */
  private static final String ROLLED_BACK = "40";

  /** The beginnings of SQL states after which nobody knows what the server did last. */
  private static final ImmutableList<String> CONNECTION_LOST =
      ImmutableList.of("08", "57P", "null");

  /** Who is chosen as the victim of a deadlock this often meets something other than bad luck. */
  private static final int ATTEMPTS = 10;

  private final DataSource dataSource;
  private final Flush flush;

  /** How many commits were begun that are not flushed: others may see them already. */
  private final AtomicInteger unflushed = new AtomicInteger();

  OwnTransactions(DataSource dataSource, Dialect dialect, Flush flush) {
    super(dialect);
    this.dataSource = dataSource;
    this.flush = flush;
  }

  /** What a database needs beyond a commit before a change counts as kept. */
  interface Flush {
    /** For a database that keeps what it commits. */
    Flush NONE = connection -> {};

    /** Waits until all that was committed is kept. */
    void on(Connection connection) throws SQLException;
  }

  @Override
  boolean areOwn() {
    return true;
  }

  @Override
  <T> T read(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      if (connection.getAutoCommit()) {
        return kept(connection, work);
      }
      try {
        return kept(connection, work);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  <T> T readOneState(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      int isolation = connection.getTransactionIsolation();
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      // What a pool left open would keep the isolation from being set.
      connection.rollback();
      connection.setTransactionIsolation(dialect().oneState());
      try {
        return kept(connection, work);
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
   * What {@code work} reads, once nothing of it can be lost any more: who asks again whether his
   * command was recorded must not hear yes of what a crash still takes back.
   */
  private <T> T kept(Connection connection, Work<T> work) throws SQLException {
    T read = work.with(connection);
    if (unflushed.get() > 0) {
      flush.on(connection);
    }
    return read;
  }

  /**
   * Sees what others have committed up to each statement: under a snapshot, who has waited for a
   * row would still see it as it was.
   */
  @Override
  <T> T inTransaction(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      int isolation = connection.getTransactionIsolation();
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      connection.rollback();
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      T result;
      try {
        result = work.with(connection);
        commit(connection);
      } catch (SQLException | RuntimeException | Error e) {
        try {
          restore(connection, isolation, autoCommit);
        } catch (SQLException undoing) {
          e.addSuppressed(undoing);
        }
        throw e;
      }
      giveBack(connection, isolation, autoCommit);
      return result;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void commit(Connection connection) throws SQLException {
    try {
      kept(connection);
    } catch (SQLException e) {
      if (state(e).startsWith(ROLLED_BACK)) {
        throw e;
      }
      throw new StoreException(StoreCode.WORK_UNKNOWN, e, state(e));
    }
  }

  /**
   * After a commit: what was done is final, and to report a failure now would have it done twice.
   */
  private static void giveBack(Connection connection, int isolation, boolean autoCommit) {
    try {
      restore(connection, isolation, autoCommit);
    } catch (SQLException e) {
      LOG.warn(NOT_GIVEN_BACK, e);
    }
  }

  private static void restore(Connection connection, int isolation, boolean autoCommit)
      throws SQLException {
    connection.rollback();
    connection.setTransactionIsolation(isolation);
    connection.setAutoCommit(autoCommit);
  }

  /**
   * Does the same again when the database undid it because of others: it then succeeds, or finds
   * the case changed. What waited in vain is not repeated, for it would wait as long again.
   */
  @Override
  void write(List<Change> changes, Append append) {
    Change first = changes.get(0);
    for (int attempt = 1; ; attempt++) {
      try {
        if (!written(first, append)) {
          throw lost(changes);
        }
        return;
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !dialect().isUndone(e)) {
          throw failed(e);
        }
        LOG.debug("case {}: attempt {} was undone, {}", first.caseId(), attempt, state(e));
      }
    }
  }

  private boolean written(Change change, Append append) throws SQLException {
    boolean committed = false;
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      if (autoCommit && append.isOneStatement()) {
        committed = atOnce(connection, change, append);
        return committed;
      }
      connection.setAutoCommit(false);
      if (!attempt(connection, autoCommit, append)) {
        return false;
      }
      commit(connection, change);
      committed = true;
      connection.setAutoCommit(autoCommit);
    } catch (SQLException e) {
      if (!committed) {
        throw e;
      }
      // The change is final; to report a failure now would have it made twice.
      LOG.warn(NOT_GIVEN_BACK, e);
    }
    return true;
  }

  /** Written and committed in one trip to the server, which may not come back from it. */
  private static boolean atOnce(Connection connection, Change change, Append append)
      throws SQLException {
    try {
      return append.to(connection);
    } catch (SQLException e) {
      if (CONNECTION_LOST.stream().anyMatch(state(e)::startsWith)) {
        throw unknown(change, e);
      }
      throw e;
    }
  }

  private static boolean attempt(Connection connection, boolean autoCommit, Append append)
      throws SQLException {
    try {
      boolean done = append.to(connection);
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

  private void commit(Connection connection, Change change) throws SQLException {
    try {
      kept(connection);
    } catch (SQLException e) {
      if (state(e).startsWith(ROLLED_BACK)) {
        throw e;
      }
      throw unknown(change, e);
    }
  }

  /** Commits, and waits until it is kept. */
  private void kept(Connection connection) throws SQLException {
    // Where it fails it stays counted, unless it is undone: then every reader flushes for himself.
    unflushed.incrementAndGet();
    try {
      connection.commit();
      flush.on(connection);
      unflushed.decrementAndGet();
    } catch (SQLException e) {
      if (state(e).startsWith(ROLLED_BACK)) {
        unflushed.decrementAndGet();
      }
      throw e;
    }
  }

  private static StoreException unknown(Change change, SQLException e) {
    Entry last = change.entries().get(change.entries().size() - 1);
    return new StoreException(
        StoreCode.COMMIT_UNKNOWN, e, change.caseId().value(), Long.toString(last.seq()), state(e));
  }

  /** Why nothing was written: a case that others moved on or archived, or a wrong beginning. */
  private SopException lost(List<Change> changes) {
    for (Change change : changes) {
      Optional<Head> head = read(connection -> CaseRows.head(connection, change.caseId()));
      long found = head.map(Head::seq).orElse(0L);
      if (found < 0) {
        return new CaseArchivedException(
            read(connection -> Tombstones.of(connection, change.caseId())).orElseThrow());
      }
      if (found != change.expectedSeq()) {
        return new ConcurrentChangeException(change.caseId(), change.expectedSeq(), found);
      }
    }
    Change first = changes.get(0);
    return new StoreException(
        StoreCode.NOT_CONTINUING, first.caseId().value(), Long.toString(first.expectedSeq() + 1));
  }
}
