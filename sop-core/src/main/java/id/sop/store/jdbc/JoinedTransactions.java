package id.sop.store.jdbc;

import id.sop.store.CaseStore.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The host's transaction where its data source hands out a connection that has one open, else a
 * transaction of our own.
 */
final class JoinedTransactions extends Transactions {
  private final DataSource dataSource;
  private final Transactions own;

  JoinedTransactions(DataSource dataSource, Dialect dialect) {
    super(dialect);
    this.dataSource = dataSource;
    own = new OwnTransactions(dataSource, dialect, OwnTransactions.Flush.NONE);
  }

  private interface Use<T> {
    T of(Transactions transactions);
  }

  @Override
  <T> T read(Work<T> work) {
    return use(transactions -> transactions.read(work));
  }

  @Override
  <T> T readOneState(Work<T> work) {
    return use(transactions -> transactions.readOneState(work));
  }

  @Override
  void write(List<Change> changes, Append append) {
    use(
        transactions -> {
          transactions.write(changes, append);
          return true;
        });
  }

  /** What the host has open cannot be committed here, so it must not be begun there. */
  @Override
  <T> T inTransaction(Work<T> work) {
    return use(transactions -> transactions.inTransaction(work));
  }

  private <T> T use(Use<T> use) {
    try (Connection connection = dataSource.getConnection()) {
      if (!connection.getAutoCommit()) {
        return use.of(new HostTransaction(connection, dialect()));
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    return use.of(own);
  }
}
