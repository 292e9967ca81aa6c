package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.SopEngine;
import id.sop.casework.Outcome;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.problem.SopException;
import id.sop.store.CaseStore;
import id.sop.store.ConcurrentChangeException;
import id.sop.store.ForwardingStore;
import id.sop.store.OpenCaseRow;
import id.sop.store.StoreCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A letter of the host and the step of its case are kept together or not at all. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostTransactionTest {
  private static final CaseId CASE = CaseId.of("SURAT/1");

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private DataSource database;
  private JdbcStore store;
  private SopEngine engine;

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private void open(Database kind) throws SQLException {
    database = kind.withTables();
    Database.execute(database, "CREATE TABLE surat (nomor VARCHAR(20) NOT NULL PRIMARY KEY)");
    store = JdbcStore.open(database);
    engine = Forked.engine(store);
  }

  /** A connection of the host, with a transaction open. */
  private Connection begin() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private static void write(Connection connection, String nomor) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO surat (nomor) VALUES (?)")) {
      insert.setString(1, nomor);
      insert.executeUpdate();
    }
  }

  private List<String> letters() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return letters(connection);
    }
  }

  private static List<String> letters(Connection connection) throws SQLException {
    List<String> letters = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT nomor FROM surat ORDER BY nomor");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        letters.add(row.getString(1));
      }
    }
    return letters;
  }

  @ParameterizedTest
  @EnumSource
  void the_host_commits_and_the_letter_and_its_steps_are_there(Database kind) throws Exception {
    open(kind);

    try (Connection host = begin()) {
      CaseStore within = store.within(host);
      write(host, "005/1");
      Forked.recorded(engine.submit(Forked.start(CASE), within));
      Forked.recorded(engine.submit(Forked.complete(CASE, "1"), within));
      host.commit();
    }

    assertThat(letters()).containsExactly("005/1");
    assertThat(engine.state(CASE).openRows()).hasSize(Forked.BRANCHES);
    assertThat(engine.verify(CASE)).isEmpty();
    assertThat(engine.openRows()).hasSize(Forked.BRANCHES);
  }

  @ParameterizedTest
  @EnumSource
  void the_host_rolls_back_and_neither_the_letter_nor_a_step_is_there(Database kind)
      throws Exception {
    open(kind);

    try (Connection host = begin()) {
      write(host, "005/1");
      Outcome outcome = engine.submit(Forked.start(CASE), store.within(host));
      assertThat(store.within(host).read(CASE)).isNotEmpty();
      assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
      host.rollback();
    }

    assertThat(letters()).isEmpty();
    assertThat(store.cases()).isEmpty();
    assertThat(store.openRows()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_command_that_is_refused_leaves_the_transaction_of_the_host_as_it_was(Database kind)
      throws Exception {
    open(kind);

    try (Connection host = begin()) {
      write(host, "005/1");
      Outcome outcome = engine.submit(Forked.complete(CASE, "1"), store.within(host));
      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
      host.commit();
    }

    assertThat(letters()).containsExactly("005/1");
    assertThat(store.cases()).isEmpty();
  }

  // Not H2 and MariaDB at 8, serializable: there the colleague waits for what the host has read.
  @ParameterizedTest
  @CsvSource({
    "H2, 2",
    "H2, 4",
    "POSTGRESQL, 2",
    "POSTGRESQL, 4",
    "POSTGRESQL, 8",
    "MARIADB, 2",
    "MARIADB, 4"
  })
  void a_lost_race_is_told_and_what_the_host_did_before_is_whole(Database kind, int isolation)
      throws Exception {
    open(kind);
    Forked.forked(engine, CASE);

    try (Connection host = begin()) {
      host.setTransactionIsolation(isolation);
      write(host, "005/1");
      CaseStore faster =
          before(
              store.within(host), () -> Forked.recorded(engine.submit(Forked.complete(CASE, "2"))));

      assertThatThrownBy(() -> engine.submit(Forked.complete(CASE, "3"), faster))
          .isInstanceOfSatisfying(
              ConcurrentChangeException.class, e -> assertThat(e.inTransactionOfHost()).isTrue())
          .hasMessageStartingWith("SOP-6004");

      // Where the database lets it go on at all, the letter is there and no part of the step.
      host.rollback();
      host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      write(host, "005/2");
      Forked.recorded(engine.submit(Forked.complete(CASE, "3"), store.within(host)));
      host.commit();
    }

    assertThat(letters()).containsExactly("005/2");
    assertThat(engine.openRows()).hasSize(Forked.BRANCHES - 2);
    assertThat(engine.verify(CASE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void the_same_case_begun_twice_is_told_and_the_host_may_still_keep_its_letter(Database kind)
      throws Exception {
    open(kind);

    try (Connection host = begin()) {
      host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      write(host, "005/1");
      CaseStore faster =
          before(store.within(host), () -> Forked.recorded(engine.submit(Forked.start(CASE))));
      assertThatThrownBy(() -> engine.submit(Forked.start(CASE), faster))
          .isInstanceOf(ConcurrentChangeException.class);

      assertThat(letters(host)).containsExactly("005/1");
      host.commit();
    }

    assertThat(letters()).containsExactly("005/1");
    assertThat(store.read(CASE)).hasSize(2);
    assertThat(engine.verify(CASE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_step_that_fails_half_way_leaves_the_transaction_of_the_host_as_it_was(Database kind)
      throws Exception {
    open(kind);
    Forked.recorded(engine.submit(Forked.start(CASE)));
    Database.execute(
        database, "ALTER TABLE sop_inbox ADD CONSTRAINT only_row_1 CHECK (step = '1')");

    try (Connection host = begin()) {
      write(host, "005/1");
      assertThatThrownBy(() -> engine.submit(Forked.complete(CASE, "1"), store.within(host)))
          .isInstanceOfSatisfying(
              SopException.class, e -> assertThat(e.code()).isEqualTo(StoreCode.DATABASE_FAILED));

      assertThat(letters(host)).containsExactly("005/1");
      host.commit();
    }

    assertThat(letters()).containsExactly("005/1");
    assertThat(store.read(CASE)).hasSize(2);
    assertThat(engine.verify(CASE)).isEmpty();
    assertThat(engine.openRows()).hasSize(1);
  }

  /** The store, in which somebody else does something between the reading and the writing. */
  private static CaseStore before(CaseStore store, Runnable somebodyElse) {
    return new ForwardingStore(store) {
      @Override
      public void append(Change change) {
        somebodyElse.run();
        super.append(change);
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void who_meets_the_open_transaction_of_a_host_waits_for_it_and_decides_anew(Database kind)
      throws Exception {
    open(kind);
    Forked.forked(engine, CASE);

    Future<Outcome> other;
    try (Connection host = begin()) {
      Forked.recorded(engine.submit(Forked.complete(CASE, "2"), store.within(host)));
      CountDownLatch decided = new CountDownLatch(1);
      SopEngine colleague = Forked.engine(before(store, decided::countDown));
      other = threads.submit(() -> colleague.submit(Forked.complete(CASE, "3")));
      decided.await();
      host.commit();
    }

    assertThat(other.get()).isInstanceOf(Outcome.Recorded.class);
    assertThat(engine.openRows()).hasSize(Forked.BRANCHES - 2);
    assertThat(engine.verify(CASE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void of_two_hosts_that_wait_for_each_other_one_is_told_to_begin_anew(Database kind)
      throws Exception {
    open(kind);
    CaseId other = CaseId.of("SURAT/2");
    Forked.forked(engine, CASE);
    Forked.forked(engine, other);
    CyclicBarrier both = new CyclicBarrier(2);

    Future<Integer> one = threads.submit(() -> crossing(both, "005/1", CASE, other, "2"));
    Future<Integer> two = threads.submit(() -> crossing(both, "005/2", other, CASE, "3"));

    // At least one had to try again, and in the end both letters and all four steps are there.
    assertThat(one.get() + two.get()).isGreaterThan(2);
    assertThat(letters()).containsExactly("005/1", "005/2");
    assertThat(engine.openRows())
        .extracting(OpenCaseRow::step)
        .hasSize(2 * Forked.BRANCHES - 4)
        .noneMatch(step -> List.of("2", "3").contains(step.value()));
    assertThat(engine.verify(CASE)).isEmpty();
    assertThat(engine.verify(other)).isEmpty();
  }

  /** Both cases in one transaction, again until it holds; how often it took. */
  private int crossing(CyclicBarrier both, String letter, CaseId first, CaseId second, String row)
      throws Exception {
    for (int attempt = 1; ; attempt++) {
      try (Connection host = begin()) {
        try {
          write(host, letter);
          Forked.recorded(engine.submit(Forked.complete(first, row), store.within(host)));
          if (attempt == 1) {
            both.await();
          }
          Forked.recorded(engine.submit(Forked.complete(second, row), store.within(host)));
          host.commit();
          return attempt;
        } catch (ConcurrentChangeException lost) {
          host.rollback();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_data_source_that_knows_the_transaction_of_the_thread_is_joined(Database kind)
      throws Exception {
    open(kind);
    HostDataSource transactions = new HostDataSource(database);
    SopEngine joined = Forked.engine(JdbcStore.joining(transactions));

    transactions.begin();
    write(transactions.getConnection(), "005/1");
    Forked.recorded(joined.submit(Forked.start(CASE)));
    transactions.rollback();
    assertThat(letters()).isEmpty();
    assertThat(joined.journal(CASE)).isEmpty();

    transactions.begin();
    write(transactions.getConnection(), "005/2");
    Forked.recorded(joined.submit(Forked.start(CASE)));
    assertThat(letters()).isEmpty();
    transactions.commit();
    assertThat(letters()).containsExactly("005/2");

    // Without one, each command is a transaction of its own.
    Forked.recorded(joined.submit(Forked.complete(CASE, "1")));
    assertThat(engine.journal(CASE)).extracting(Entry::seq).hasSizeGreaterThan(2);
    assertThat(engine.verify(CASE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_connection_without_a_transaction_is_refused(Database kind) throws Exception {
    open(kind);

    try (Connection host = database.getConnection()) {
      assertThatThrownBy(() -> engine.submit(Forked.start(CASE), store.within(host)))
          .isInstanceOfSatisfying(
              SopException.class, e -> assertThat(e.code()).isEqualTo(StoreCode.NO_TRANSACTION));
    }

    assertThat(store.cases()).isEmpty();
  }
}
