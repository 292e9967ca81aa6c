package id.sop.store.jdbc;

import id.sop.authority.Appointment;
import id.sop.authority.AppointmentRegister;
import id.sop.authority.Ground;
import id.sop.authority.RegisterEntry;
import id.sop.authority.RegisterHistory;
import id.sop.definition.PelaksanaCode;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A register of appointments in a table of its own. Each question is one statement that reads what
 * was written about one person in one role; nothing is remembered, so that an entry counts for the
 * next act on every node as soon as it is written. Whoever does not know whether he wrote, for the
 * connection was lost at the end, writes the same again: it stands once.
 */
public final class JdbcRegister implements AppointmentRegister {
  /** An entry is repeated at most once for each that another node wrote first. */
  private static final int ATTEMPTS = 50;

  private final Transactions transactions;
  private final Clock clock;

  private JdbcRegister(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A register in a database of the host. Its table must be there: the host runs the SQL files of
   * {@code id/sop/store/jdbc/appointments}, or {@link #createSchema(DataSource)}.
   *
   * @param dataSource hands out connections without a transaction of the host
   * @param clock says when entries are written down
   * @throws StoreException when the table is missing or of another version, or the database is not
   *     one of those known
   */
  public static JdbcRegister open(DataSource dataSource, Clock clock) {
    return checked(own(dataSource), clock);
  }

  /**
   * A register in the database of {@code store}, also in an H2 file. What a command asks, it reads
   * in the transaction of the host where the store joins it; an entry is always a transaction of
   * its own, and as durable as the cases are.
   *
   * @throws StoreException as {@link #open}
   */
  public static JdbcRegister beside(JdbcStore store, Clock clock) {
    return checked(store.transactions(), clock);
  }

  private static JdbcRegister checked(Transactions transactions, Clock clock) {
    transactions.read(
        connection -> {
          Schema.ofAppointments(transactions.dialect()).check(connection);
          return true;
        });
    return new JdbcRegister(transactions, clock);
  }

  /**
   * Makes the table, or brings it up to the version of this library.
   *
   * @throws StoreException when the database refuses, or is not one of those known
   */
  public static void createSchema(DataSource dataSource) {
    make(own(dataSource));
  }

  /** The same in the database of {@code store}. */
  public static void createSchema(JdbcStore store) {
    make(store.transactions());
  }

  private static void make(Transactions transactions) {
    Schema schema = Schema.ofAppointments(transactions.dialect());
    for (int attempt = 1; ; attempt++) {
      try {
        // Apart: on PostgreSQL, to ask for a table that is not there ends a transaction.
        int done = transactions.read(schema::done);
        transactions.inTransaction(
            connection -> {
              schema.create(connection, done);
              return true;
            });
        return;
      } catch (StoreException e) {
        // Two nodes that start at once trip over each other; the files can be run again.
        if (attempt == ATTEMPTS || !(e.getCause() instanceof SQLException)) {
          throw e;
        }
      }
    }
  }

  private static Transactions own(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return new OwnTransactions(dataSource, Dialect.of(connection), OwnTransactions.Flush.NONE);
    } catch (SQLException e) {
      throw new StoreException(StoreCode.DATABASE_FAILED, e, Transactions.state(e));
    }
  }

  @Override
  public RegisterEntry.Appointed appoint(Appointment appointment, String by) {
    return written(
        (connection, stamp) -> {
          RegisterEntry.Appointed fresh = new RegisterEntry.Appointed(stamp, appointment);
          return AppointmentRows.of(connection, appointment.role(), appointment.person())
              .appoint(fresh);
        },
        by);
  }

  @Override
  public RegisterEntry.Ended end(long nomor, Instant at, String dasar, String by) {
    return written(
        (connection, stamp) -> {
          RegisterEntry.Ended fresh = new RegisterEntry.Ended(stamp, nomor, at, dasar);
          return AppointmentRows.about(connection, nomor).end(fresh);
        },
        by);
  }

  private interface Decision<E extends RegisterEntry> {
    E with(Connection connection, RegisterEntry.Stamp stamp) throws SQLException;
  }

  /**
   * The number after the last is taken before anything else is read: who decides by what another
   * has changed meanwhile finds it taken, and decides again.
   */
  private <E extends RegisterEntry> E written(Decision<E> decision, String by) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.inTransaction(
            connection -> {
              RegisterEntry.Stamp stamp = next(connection, by);
              E entry = decision.with(connection, stamp);
              if (entry.stamp().equals(stamp)) {
                AppointmentRows.insert(connection, entry);
              }
              return entry;
            });
      } catch (StoreException e) {
        if (attempt == ATTEMPTS || !isOvertaken(e)) {
          throw e;
        }
      }
    }
  }

  private RegisterEntry.Stamp next(Connection connection, String by) throws SQLException {
    Instant now = clock.instant();
    Optional<AppointmentRows.Last> last = AppointmentRows.last(connection);
    return new RegisterEntry.Stamp(
        last.map(AppointmentRows.Last::nomor).orElse(0L) + 1,
        last.map(AppointmentRows.Last::recordedAt).filter(now::isBefore).orElse(now),
        by);
  }

  private boolean isOvertaken(StoreException e) {
    return e.getCause() instanceof SQLException sql
        && (transactions.dialect().isDuplicate(sql) || transactions.dialect().isUndone(sql));
  }

  @Override
  public RegisterHistory history() {
    return transactions.read(AppointmentRows::all);
  }

  @Override
  public RegisterHistory history(PelaksanaCode role) {
    return transactions.read(connection -> AppointmentRows.of(connection, role));
  }

  @Override
  public Ground ground(String person, PelaksanaCode role, Instant at) {
    return transactions
        .read(connection -> AppointmentRows.of(connection, role, person))
        .standing()
        .ground(person, role, at);
  }
}
