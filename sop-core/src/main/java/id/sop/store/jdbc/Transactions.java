package id.sop.store.jdbc;

import id.sop.problem.SopException;
import id.sop.store.CaseStore.Change;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** In which transactions a store works, and what went wrong in them, in our words. */
abstract class Transactions {
  private final Dialect dialect;

  Transactions(Dialect dialect) {
    this.dialect = dialect;
  }

  /** What is done with a connection. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  final Dialect dialect() {
    return dialect;
  }

  /** Whether what was written is final: no host can undo it. */
  boolean areOwn() {
    return false;
  }

  /** Reads by one statement. */
  abstract <T> T read(Work<T> work);

  /** Reads one state of the database: no change of others shows between two statements. */
  abstract <T> T readOneState(Work<T> work);

  /**
   * Writes all or nothing: nothing when {@code append} says that a case no longer is what its
   * change follows, or fails.
   *
   * @param changes what is written, at least one
   * @param append writes them, and says whether it could
   * @throws SopException saying which of these it was
   */
  abstract void write(List<Change> changes, Append append);

  /**
   * Does work that is kept as a whole or not at all, once: nothing is repeated.
   *
   * @throws StoreException when it was not kept
   */
  abstract <T> T inTransaction(Work<T> work);

  /** What went wrong before anything was final. */
  final StoreException failed(SQLException e) {
    StoreCode code = StoreCode.DATABASE_FAILED;
    if (dialect.isGivenUp(e) || dialect.isUndone(e)) {
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
