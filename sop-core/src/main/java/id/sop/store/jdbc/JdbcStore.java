package id.sop.store.jdbc;

import id.sop.internal.Micros;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import id.sop.journal.StoredEntry;
import id.sop.store.CaseStore;
import id.sop.store.CaseTag;
import id.sop.store.InboxQuery;
import id.sop.store.OpenCaseRow;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import id.sop.store.Tombstone;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps journals in a relational database by plain SQL. A change is one transaction: it names the
 * entry and the digest that it follows, so that of two changes decided at the same time only one is
 * stored.
 */
public final class JdbcStore implements CaseStore {
  /** A statement of the files fails at most once for each that another node ran first. */
  private static final int ATTEMPTS = 20;

  private static final Logger LOG = LoggerFactory.getLogger(JdbcStore.class);

  private static final String IN_MEMORY = "jdbc:h2:mem:";

  private final Transactions transactions;
  private final EntryForm form;
  private final boolean numbers;
  private final Runnable onClose;
  private volatile boolean closed;

  private JdbcStore(Transactions transactions, EntryForm form, boolean numbers, Runnable onClose) {
    this.transactions = transactions;
    this.form = form;
    this.numbers = numbers;
    this.onClose = onClose;
  }

  /**
   * A store in the database of the host, which stays the host's to close. A commit is as durable as
   * that database makes it. The tables must be there: the host runs the SQL files of {@code
   * id/sop/store/jdbc}, or {@link #createSchema}.
   *
   * @throws StoreException when the tables are missing or of another version, or the database is
   *     not one of those known
   */
  public static JdbcStore open(DataSource dataSource) {
    Tables tables = Tables.of(dataSource).warned();
    return open(dataSource, tables, OwnTransactions.Flush.NONE, () -> {});
  }

  /**
   * The same, in the transactions of the host: where {@code dataSource} hands out a connection that
   * has one open (auto-commit is off), a command is part of it and nothing is committed, rolled
   * back or closed; where it has none, a command is a transaction of its own. For a data source
   * that knows the transaction of the thread, such as Spring's {@code
   * TransactionAwareDataSourceProxy}, over a pool that hands out connections with auto-commit on.
   *
   * <p>A command that is told as recorded is so once the host commits. On a {@link
   * id.sop.store.ConcurrentChangeException} within its transaction the host rolls back and begins
   * anew.
   *
   * @throws StoreException as {@link #open}
   */
  public static JdbcStore joining(DataSource dataSource) {
    Tables tables = Tables.of(dataSource).warned();
    return new JdbcStore(
        new JoinedTransactions(dataSource, tables.dialect()), tables.form(), false, () -> {});
  }

  /**
   * This store in the transaction that is open on {@code connection}: what is appended is kept when
   * the host commits it, together with what the host wrote itself, and gone when it rolls back. The
   * connection stays the host's: it is not committed, rolled back or closed here. Not for several
   * threads, as the connection is not.
   *
   * <p>On a {@link id.sop.store.ConcurrentChangeException} the host rolls back and begins anew.
   * Auto-commit must be off.
   */
  public CaseStore within(Connection connection) {
    requireOpen();
    return new JdbcStore(
        new HostTransaction(connection, transactions.dialect()), form, numbers, () -> {});
  }

  /**
   * A store in a file of its own, made when it is not there: the default for a host without a
   * database. What was appended survives the death of the process and of the machine. One process
   * at a time can have it open. Needs {@code com.h2database:h2} on the class path.
   *
   * @param file where; {@code .mv.db} is added to the name
   * @throws StoreException when the file is in use, damaged or cannot be made, or H2 is missing or
   *     not of version 2.4
   */
  public static JdbcStore h2File(Path file) {
    try {
      Class.forName("org.h2.jdbcx.JdbcConnectionPool", false, JdbcStore.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new StoreException(StoreCode.DRIVER_MISSING, e);
    }
    H2File h2 = H2File.open(file);
    try {
      DataSource dataSource = h2.dataSource();
      JdbcStore store = open(dataSource, Tables.of(dataSource), h2::flush, h2::close);
      if (h2.isBroughtUp()) {
        store.rebuildInbox();
      }
      return store;
    } catch (StoreException e) {
      h2.close();
      throw e;
    }
  }

  /**
   * This store, in the place of which the returned one is used, with cases found by the numbers of
   * their papers as well ({@link InboxQuery#document}). Each number costs a line while the case
   * runs, so that a host says when it wants them; all nodes then say so, and what began before is
   * found after {@link #rebuildInbox}.
   */
  public JdbcStore findingDocuments() {
    requireOpen();
    return new JdbcStore(transactions, form, true, onClose);
  }

  /**
   * Makes what is shown of open rows, and what they are found by, anew from the journals: after
   * tables were brought up below running cases, when the last node is renewed, or when somebody
   * wrote in these tables by hand. Commands go on meanwhile, and inboxes are whole all the time; by
   * facts, papers and persons a case is found again once it was done with.
   *
   * @return the cases whose journals are not genuine or cannot be read; what is shown of them stays
   * @throws StoreException when the database refuses or fails, or within a transaction of the host
   */
  public List<CaseId> rebuildInbox() {
    requireOpen();
    return new InboxRebuild(transactions, form, numbers).all();
  }

  /**
   * Makes the tables, or brings those that are there up as far as earlier libraries, of nodes not
   * yet renewed, still work on them.
   *
   * @throws StoreException when the database refuses, or is not one of those known
   */
  public static void createSchema(DataSource dataSource) {
    make(dataSource, false);
  }

  /**
   * Makes the tables, or brings them up to the last version that this library knows, on which
   * earlier libraries may no longer work: from version 101 on the entries of a change are packed
   * into one row. What is there stays as it is, and stores that are open go on. To be called once
   * the last node has this library; there is no way back.
   *
   * @throws StoreException when the database refuses, or is not one of those known
   */
  public static void renewSchema(DataSource dataSource) {
    make(dataSource, true);
  }

  private static void make(DataSource dataSource, boolean renew) {
    for (int attempt = 1; ; attempt++) {
      try {
        attempt(dataSource, renew);
        return;
      } catch (SQLException e) {
        // Two nodes that start at once trip over each other; the files can be run again.
        if (attempt == ATTEMPTS) {
          throw new StoreException(StoreCode.DATABASE_FAILED, e, Transactions.state(e));
        }
      }
    }
  }

  private static void attempt(DataSource dataSource, boolean renew) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(true);
      Schema schema = Schema.ofCases(Dialect.of(connection));
      if (renew) {
        schema.renew(connection);
      } else {
        schema.create(connection);
      }
      connection.setAutoCommit(autoCommit);
    }
  }

  private static JdbcStore open(
      DataSource dataSource, Tables tables, OwnTransactions.Flush flush, Runnable onClose) {
    return new JdbcStore(
        new OwnTransactions(dataSource, tables.dialect(), flush), tables.form(), false, onClose);
  }

  /** What was found behind a data source. */
  private record Tables(Dialect dialect, EntryForm form, String url) {
    static Tables of(DataSource dataSource) {
      try (Connection connection = dataSource.getConnection()) {
        Dialect dialect = Dialect.of(connection);
        EntryForm form = EntryForm.of(Schema.ofCases(dialect).check(connection));
        return new Tables(dialect, form, String.valueOf(connection.getMetaData().getURL()));
      } catch (SQLException e) {
        throw new StoreException(StoreCode.DATABASE_FAILED, e, Transactions.state(e));
      }
    }

    /**
     * H2 writes its files in the midst of changes; one that the host opened nobody keeps from it.
     */
    Tables warned() {
      if (dialect == Dialect.H2 && !url.startsWith(IN_MEMORY)) {
        LOG.warn(
            "this H2 file was not opened by JdbcStore.h2File: a process that is killed may leave"
                + " half of a change in it");
      }
      return this;
    }
  }

  /** In which transactions it works, for what is kept beside the cases. */
  Transactions transactions() {
    requireOpen();
    return transactions;
  }

  @Override
  public void append(Change change) {
    requireOpen();
    transactions.write(List.of(change), appending(change));
  }

  @Override
  public void append(List<Change> changes) {
    requireOpen();
    if (!changes.isEmpty()) {
      // In one order everywhere: two that wait for each other would be a deadlock.
      List<Change> sorted = changes.stream().sorted(Comparator.comparing(Change::caseId)).toList();
      List<Append> each = new ArrayList<>();
      for (Change change : sorted) {
        each.add(appending(change));
      }
      transactions.write(sorted, each.size() == 1 ? each.get(0) : new Append.Together(each));
    }
  }

  private Append appending(Change change) {
    change.requireContinues(CaseRows.headBefore(change));
    List<StoredEntry> entries = change.entries().stream().map(StoredEntry::of).toList();
    Entry last = change.entries().get(change.entries().size() - 1);
    NewRows rows = form.isPacked() ? NewRows.packed(entries) : NewRows.single(entries);
    TagLines tags = TagLines.of(change, numbers);
    return transactions.dialect().append(change, rows, tags, new Head(last.seq(), last.digest()));
  }

  @Override
  public boolean keepsAtOnce() {
    return transactions.areOwn();
  }

  @Override
  public boolean findsDocuments() {
    return numbers;
  }

  @Override
  public List<Entry> read(CaseId caseId) {
    requireOpen();
    return transactions.read(connection -> here(connection, caseId)).stream()
        .map(StoredEntry::toEntry)
        .toList();
  }

  /** The entries of a case; that it has none may be because it was archived. */
  private List<StoredEntry> here(Connection connection, CaseId caseId) throws SQLException {
    List<StoredEntry> entries = EntryRows.of(connection, form, caseId);
    if (entries.isEmpty()) {
      Tombstones.requireNone(connection, caseId);
    }
    return entries;
  }

  @Override
  public StoredCase stored(CaseId caseId) {
    requireOpen();
    return transactions.readOneState(
        connection -> {
          Optional<Head> head = CaseRows.head(connection, caseId);
          if (head.isPresent() && head.get().seq() < 0) {
            Tombstones.requireNone(connection, caseId);
          }
          return new StoredCase(caseId, head, EntryRows.of(connection, form, caseId));
        });
  }

  @Override
  public List<OpenCaseRow> openRows() {
    requireOpen();
    return transactions.read(InboxRows::all);
  }

  @Override
  public List<OpenCaseRow> openRows(InboxQuery query) {
    requireOpen();
    requireKept(query);
    return transactions.read(c -> InboxRows.page(c, transactions.dialect(), query));
  }

  @Override
  public long count(InboxQuery query) {
    requireOpen();
    requireKept(query);
    return transactions.read(c -> InboxRows.count(c, transactions.dialect(), query));
  }

  private void requireKept(InboxQuery query) {
    if (!numbers && query.tags().stream().anyMatch(CaseTag::isDocument)) {
      throw new StoreException(StoreCode.NUMBERS_NOT_KEPT);
    }
  }

  @Override
  public List<CaseId> cases() {
    requireOpen();
    return transactions.read(CaseRows::ids);
  }

  @Override
  public SortedMap<CaseId, Head> heads() {
    requireOpen();
    return transactions.read(CaseRows::heads);
  }

  @Override
  public List<Tombstone> archived() {
    requireOpen();
    return transactions.read(Tombstones::all);
  }

  @Override
  public void remove(List<Tombstone> cases) {
    requireOpen();
    transactions.inTransaction(connection -> Tombstones.put(connection, cases));
  }

  @Override
  public void bury(List<Tombstone> archived) {
    requireOpen();
    transactions.inTransaction(connection -> Tombstones.add(connection, archived));
  }

  /** What is done with a connection of this store. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. What it throws undoes all that it wrote. */
    T with(Connection connection) throws SQLException;
  }

  /**
   * Does {@code work} beside the cases, in a transaction of its own (READ COMMITTED) that is
   * committed when it returns and rolled back when it throws. It is as durable as the cases are,
   * and is not repeated. {@code work} neither commits, nor rolls back, nor closes.
   *
   * @throws StoreException when the database refused or failed, and nothing was kept; with {@link
   *     StoreCode#WORK_UNKNOWN}, when the connection was lost at the end; or within a transaction
   *     of the host
   */
  public <T> T inTransaction(Work<T> work) {
    requireOpen();
    return transactions.inTransaction(work::with);
  }

  /**
   * The first entries of a case behind number {@code after}, as they are kept, damaged or not: for
   * work {@link #inTransaction}.
   *
   * @param most at most so many
   */
  public List<StoredEntry> entries(Connection connection, CaseId caseId, long after, int most)
      throws SQLException {
    requireOpen();
    return EntryRows.behind(connection, form, caseId, after, most);
  }

  /**
   * What time it is at the database: the same for all nodes, whatever their own clocks say. To the
   * microsecond.
   */
  public Instant databaseTime() {
    requireOpen();
    return transactions.read(
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement(transactions.dialect().time());
              ResultSet row = select.executeQuery()) {
            row.next();
            return Micros.toInstant(row.getLong(1));
          }
        });
  }

  /** Closes the embedded database; a data source or connection of the host stays open. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      onClose.run();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreException(StoreCode.CLOSED);
    }
  }
}
