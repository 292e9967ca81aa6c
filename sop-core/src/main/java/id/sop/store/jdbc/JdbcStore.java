package id.sop.store.jdbc;

import id.sop.casework.OpenRow;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.internal.Micros;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import id.sop.journal.StoredEntry;
import id.sop.problem.SopException;
import id.sop.store.CaseStore;
import id.sop.store.ConcurrentChangeException;
import id.sop.store.OpenCaseRow;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Keeps journals in a relational database by plain SQL. A change is one transaction: it names the
 * entry and the digest that it follows, so that of two changes decided at the same time only one is
 * stored.
 */
public final class JdbcStore implements CaseStore {
  private final Transactions transactions;
  private final Runnable onClose;
  private volatile boolean closed;

  private JdbcStore(Transactions transactions, Runnable onClose) {
    this.transactions = transactions;
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
    return open(dataSource, connection -> {}, () -> {});
  }

  /**
   * A store in a file of its own, made when it is not there: the default for a host without a
   * database. What was appended survives the death of the process and of the machine. One process
   * at a time can have it open. Needs {@code com.h2database:h2} on the class path.
   *
   * @param file where; {@code .mv.db} is added to the name
   * @throws StoreException when the file is in use, damaged or cannot be made, or H2 is missing
   */
  public static JdbcStore h2File(Path file) {
    try {
      Class.forName("org.h2.jdbcx.JdbcConnectionPool", false, JdbcStore.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new StoreException(StoreCode.DRIVER_MISSING, e);
    }
    H2File h2 = H2File.open(file);
    try {
      return open(h2.dataSource(), H2File::flush, h2::close);
    } catch (StoreException e) {
      h2.close();
      throw e;
    }
  }

  /**
   * Makes the tables, or brings them up to the version of this library.
   *
   * @throws StoreException when the database refuses, or is not one of those known
   */
  public static void createSchema(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      new Schema(Dialect.of(connection)).create(connection);
    } catch (SQLException e) {
      throw new StoreException(StoreCode.DATABASE_FAILED, e, Transactions.state(e));
    }
  }

  private static JdbcStore open(
      DataSource dataSource, Transactions.AfterCommit afterCommit, Runnable onClose) {
    try (Connection connection = dataSource.getConnection()) {
      Dialect dialect = Dialect.of(connection);
      new Schema(dialect).check(connection);
      return new JdbcStore(new Transactions(dataSource, dialect, afterCommit), onClose);
    } catch (SQLException e) {
      throw new StoreException(StoreCode.DATABASE_FAILED, e, Transactions.state(e));
    }
  }

  @Override
  public void append(Change change) {
    requireOpen();
    change.requireContinues(headBefore(change));
    List<StoredEntry> entries = change.entries().stream().map(StoredEntry::of).toList();
    Head head = headAfter(change);
    boolean stored =
        transactions.write(
            change.caseId(),
            head.seq(),
            connection -> {
              if (!moveHead(connection, change, head)) {
                return false;
              }
              insertEntries(connection, entries);
              replaceOpenRows(connection, change);
              return true;
            });
    if (!stored) {
      throw lost(change);
    }
  }

  /** The digest that the change says it follows; the database says whether that is so. */
  private static String headBefore(Change change) {
    return change.expectedSeq() == 0 || change.entries().isEmpty()
        ? Chain.GENESIS
        : change.entries().get(0).previous();
  }

  private static Head headAfter(Change change) {
    Entry last = change.entries().get(change.entries().size() - 1);
    return new Head(last.seq(), last.digest());
  }

  private boolean moveHead(Connection connection, Change change, Head head) throws SQLException {
    return change.expectedSeq() == 0
        ? insertHead(connection, change, head)
        : updateHead(connection, change, head);
  }

  private static final String INSERT_CASE =
      """
      INSERT INTO sop_case (sop, sop_digest, status, seq, head, case_id)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private boolean insertHead(Connection connection, Change change, Head head) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_CASE)) {
      setCase(insert, change, head);
      insert.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (transactions.dialect().isDuplicate(e)) {
        return false;
      }
      throw e;
    }
  }

  private static final String UPDATE_CASE =
      """
      UPDATE sop_case
      SET sop = ?, sop_digest = ?, status = ?, seq = ?, head = ?
      WHERE case_id = ? AND seq = ? AND head = ?
      """;

  private static boolean updateHead(Connection connection, Change change, Head head)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE_CASE)) {
      setCase(update, change, head);
      update.setLong(7, change.expectedSeq());
      update.setString(8, headBefore(change));
      return update.executeUpdate() == 1;
    }
  }

  private static void setCase(PreparedStatement statement, Change change, Head head)
      throws SQLException {
    statement.setString(1, change.sop().value());
    statement.setString(2, change.digest());
    statement.setString(3, change.status().name());
    statement.setLong(4, head.seq());
    statement.setString(5, head.digest());
    statement.setString(6, change.caseId().value());
  }

  private static final String INSERT_ENTRY =
      """
      INSERT INTO sop_entry
        (case_id, seq, recorded_at, command_key, command_digest, event, previous, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static void insertEntries(Connection connection, List<StoredEntry> entries)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_ENTRY)) {
      for (StoredEntry entry : entries) {
        insert.setString(1, entry.caseId());
        insert.setLong(2, entry.seq());
        insert.setLong(3, entry.recordedAt());
        insert.setString(4, entry.commandKey().orElse(null));
        insert.setString(5, entry.commandDigest().orElse(null));
        insert.setString(6, entry.event());
        insert.setString(7, entry.previous());
        insert.setString(8, entry.digest());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static final String DELETE_OPEN_ROWS =
      """
      DELETE FROM sop_open_row WHERE case_id = ?
      """;

  private static final String INSERT_OPEN_ROW =
      """
      INSERT INTO sop_open_row (case_id, step, visit, pelaksana, opened_at, due_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static void replaceOpenRows(Connection connection, Change change) throws SQLException {
    if (change.expectedSeq() > 0) {
      try (PreparedStatement delete = connection.prepareStatement(DELETE_OPEN_ROWS)) {
        delete.setString(1, change.caseId().value());
        delete.executeUpdate();
      }
    }
    if (change.rowsToShow().isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT_OPEN_ROW)) {
      for (OpenRow row : change.rowsToShow()) {
        insert.setString(1, change.caseId().value());
        insert.setString(2, row.step().value());
        insert.setInt(3, row.visit());
        insert.setString(4, joined(row.by()));
        insert.setLong(5, Micros.of(row.openedAt()));
        setMicros(insert, 6, row.dueAt());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void setMicros(PreparedStatement statement, int index, Optional<Instant> instant)
      throws SQLException {
    if (instant.isPresent()) {
      statement.setLong(index, Micros.of(instant.get()));
    } else {
      statement.setNull(index, Types.BIGINT);
    }
  }

  private SopException lost(Change change) {
    long found =
        transactions
            .read(connection -> head(connection, change.caseId()))
            .map(Head::seq)
            .orElse(0L);
    return found == change.expectedSeq()
        ? new StoreException(
            StoreCode.NOT_CONTINUING,
            change.caseId().value(),
            Long.toString(change.expectedSeq() + 1))
        : new ConcurrentChangeException(change.caseId(), change.expectedSeq(), found);
  }

  @Override
  public List<Entry> read(CaseId caseId) {
    requireOpen();
    return transactions.read(connection -> entries(connection, caseId)).stream()
        .map(StoredEntry::toEntry)
        .toList();
  }

  @Override
  public StoredCase stored(CaseId caseId) {
    requireOpen();
    return transactions.read(
        connection ->
            new StoredCase(caseId, head(connection, caseId), entries(connection, caseId)));
  }

  private static final String SELECT_ENTRIES =
      """
      SELECT case_id, seq, recorded_at, command_key, command_digest, event, previous, digest
      FROM sop_entry
      WHERE case_id = ?
      ORDER BY seq
      """;

  private static List<StoredEntry> entries(Connection connection, CaseId caseId)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT_ENTRIES)) {
      select.setString(1, caseId.value());
      try (ResultSet row = select.executeQuery()) {
        List<StoredEntry> entries = new ArrayList<>();
        while (row.next()) {
          entries.add(
              new StoredEntry(
                  row.getString(1),
                  row.getLong(2),
                  row.getLong(3),
                  Optional.ofNullable(row.getString(4)),
                  Optional.ofNullable(row.getString(5)),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8)));
        }
        return entries;
      }
    }
  }

  private static final String SELECT_HEAD =
      """
      SELECT seq, head FROM sop_case WHERE case_id = ?
      """;

  private static Optional<Head> head(Connection connection, CaseId caseId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT_HEAD)) {
      select.setString(1, caseId.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Head(row.getLong(1), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  private static final String SELECT_OPEN_ROWS =
      """
      SELECT o.case_id, c.sop, o.step, o.visit, o.pelaksana, o.opened_at, o.due_at
      FROM sop_open_row o
      JOIN sop_case c ON c.case_id = o.case_id
      """;

  @Override
  public List<OpenCaseRow> openRows() {
    requireOpen();
    return transactions.read(
        connection -> {
          List<OpenCaseRow> rows = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(SELECT_OPEN_ROWS);
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              rows.add(openRow(row));
            }
          }
          // Sorted here: row ids have an order of their own, and databases differ in theirs.
          rows.sort(OpenCaseRow.BY_DUE);
          return List.copyOf(rows);
        });
  }

  private static OpenCaseRow openRow(ResultSet row) throws SQLException {
    long due = row.getLong(7);
    Optional<Instant> dueAt = row.wasNull() ? Optional.empty() : Optional.of(Micros.toInstant(due));
    return new OpenCaseRow(
        CaseId.of(row.getString(1)),
        SopId.of(row.getString(2)),
        StepId.of(row.getString(3)),
        row.getInt(4),
        split(row.getString(5)),
        Micros.toInstant(row.getLong(6)),
        dueAt);
  }

  private static String joined(List<PelaksanaCode> by) {
    return by.stream().map(PelaksanaCode::value).collect(Collectors.joining(" "));
  }

  private static List<PelaksanaCode> split(String joined) {
    return Arrays.stream(joined.split(" ", -1))
        .filter(code -> !code.isEmpty())
        .map(PelaksanaCode::of)
        .toList();
  }

  private static final String SELECT_CASES =
      """
      SELECT case_id FROM sop_case
      """;

  @Override
  public List<CaseId> cases() {
    requireOpen();
    return transactions.read(
        connection -> {
          List<CaseId> cases = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(SELECT_CASES);
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              cases.add(CaseId.of(row.getString(1)));
            }
          }
          return cases.stream().sorted().toList();
        });
  }

  /** Closes the embedded database; a data source of the host stays open. */
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
