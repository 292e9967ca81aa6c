package id.sop.store.jdbc;

import id.sop.journal.Head;
import id.sop.store.CaseStore.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How a change is written: the case, its entries, its open rows. */
interface Append {
  /** Writes it; false, when the case no longer is what the change follows. */
  boolean to(Connection connection) throws SQLException;

  /** Whether it goes in one trip, which is a transaction by itself. */
  boolean isOneStatement();

  /** Several cases, one after the other. */
  record Together(List<Append> each) implements Append {
    public Together {
      each = List.copyOf(each);
    }

    @Override
    public boolean to(Connection connection) throws SQLException {
      for (Append append : each) {
        if (!append.to(connection)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean isOneStatement() {
      return false;
    }
  }

  /** What every database understands: table by table. */
  record TableByTable(Dialect dialect, Change change, NewRows rows, TagLines tags, Head head)
      implements Append {
    @Override
    public boolean to(Connection connection) throws SQLException {
      if (!CaseRows.move(connection, dialect, change, head)) {
        return false;
      }
      EntryRows.insert(connection, rows);
      if (change.expectedSeq() > 0) {
        dialect.clear(connection, change.caseId(), tags);
      }
      InboxRows.show(connection, change);
      dialect.tag(connection, change.caseId(), tags);
      return true;
    }

    @Override
    public boolean isOneStatement() {
      return false;
    }
  }
}
