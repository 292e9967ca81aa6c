package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.sop.store.CaseScript;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class H2FileTest {
  @TempDir Path folder;

  private static void assertRefused(Path file, StoreCode code) {
    assertThatThrownBy(() -> JdbcStore.h2File(file))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void a_folder_that_cannot_be_made_is_not_called_a_damaged_file() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("arsip"), "bukan folder");

    assertRefused(inTheWay.resolve("sop"), StoreCode.FOLDER_UNUSABLE);
  }

  @Test
  void a_file_that_is_no_database_is_left_as_it_is() throws IOException {
    Path file = Files.writeString(folder.resolve("sop.mv.db"), "bukan basis data");

    assertRefused(folder.resolve("sop"), StoreCode.FILE_DAMAGED);

    assertThat(file).hasContent("bukan basis data");
  }

  @Test
  void a_file_whose_tables_are_of_somebody_else_is_refused_and_let_go() throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("sop");
    try (Connection other = DriverManager.getConnection(url, "sa", "");
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TABLE sop_schema (version INT)");
      statement.execute("INSERT INTO sop_schema VALUES (1)");
    }

    assertRefused(folder.resolve("sop"), StoreCode.DATABASE_FAILED);

    try (Connection other = DriverManager.getConnection(url, "sa", "")) {
      assertThat(other.isValid(0)).isTrue();
    }
  }

  @Test
  void a_path_cannot_carry_settings_of_the_database() {
    assertRefused(folder.resolve("sop;INIT=CREATE TABLE x(y INT)"), StoreCode.FILE_NAME);
  }

  /** Other versions lost what they had committed; a host's build may bring one unasked. */
  @Test
  void h2_of_another_version_is_refused_before_the_file_is_touched() {
    Driver driver = mock(Driver.class);
    when(driver.getMajorVersion()).thenReturn(2);
    when(driver.getMinorVersion()).thenReturn(5);

    assertThatThrownBy(() -> H2File.requireVersion(driver))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("SOP-6020")
        .hasMessageContainingAll("2.5", "2.4.240");
  }

  @Test
  void a_new_database_is_where_its_path_says_whatever_that_looks_like() {
    Path made = folder.resolve("Bagian 'Umum' \"2026\"/berkas masuk/sop");

    JdbcStore.h2File(made).close();

    assertThat(made.resolveSibling("sop.mv.db")).isRegularFile();
  }

  /** Nobody keeps H2 from writing such a file in the midst of a change. */
  @Test
  void a_file_that_the_host_opened_is_warned_of_and_no_other() throws SQLException {
    Logger logger = (Logger) LoggerFactory.getLogger(JdbcStore.class);
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.start();
    logger.addAppender(seen);
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("host"), "sa", "");
    try {
      JdbcStore.h2File(folder.resolve("sop")).close();
      JdbcStore.open(Database.H2.withTables()).close();
      assertThat(seen.list).isEmpty();

      JdbcStore.createSchema(pool);
      JdbcStore.open(pool).close();
      JdbcStore.joining(pool).close();

      assertThat(seen.list)
          .hasSize(2)
          .allSatisfy(
              e -> assertThat(e.getFormattedMessage()).contains("half of a change", "h2File"))
          .extracting(ILoggingEvent::getLevel)
          .containsOnly(Level.WARN);
    } finally {
      pool.dispose();
      logger.detachAppender(seen);
    }
  }

  /** A function of the database; public, since H2 calls it. */
  public static final class Held {
    private static final CountDownLatch BEGUN = new CountDownLatch(1);
    private static final CountDownLatch GO_ON = new CountDownLatch(1);

    private Held() {}

    public static int held() throws InterruptedException {
      BEGUN.countDown();
      GO_ON.await();
      return 1;
    }
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void it_is_not_written_while_a_statement_is_carried_out() throws Exception {
    H2File file = H2File.open(folder.resolve("sop"));
    try (Connection one = file.dataSource().getConnection();
        Connection other = file.dataSource().getConnection()) {
      Database.execute(
          file.dataSource(),
          "CREATE TABLE t (id INT)",
          "CREATE ALIAS held FOR '" + Held.class.getName() + ".held'");
      Thread changing = Waiting.started(() -> changed(one));
      Held.BEGUN.await();
      Thread writer = Waiting.started(() -> flushed(file, other));

      Waiting.await(writer);
      assertThat(Waiting.isWaiting(writer)).isTrue();
      Held.GO_ON.countDown();
      changing.join();
      writer.join();
    } finally {
      Held.GO_ON.countDown();
      file.close();
    }
  }

  /** As a listener that sends a letter may be. */
  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void who_is_slow_within_a_transaction_holds_up_no_case() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    try (JdbcStore store = JdbcStore.h2File(folder.resolve("sop"))) {
      store.inTransaction(c -> c.createStatement().execute("CREATE TABLE letter (id INT)"));

      int written =
          store.inTransaction(
              connection -> {
                connection.createStatement().execute("INSERT INTO letter VALUES (1)");
                joined(Waiting.started(() -> store.append(script.start())));
                return connection.createStatement().executeUpdate("UPDATE letter SET id = 2");
              });

      assertThat(written).isEqualTo(1);
      assertThat(store.read(script.caseId())).isNotEmpty();
    }
  }

  /** A host's executor interrupts its threads; a channel of Java would be closed by that. */
  @Test
  void a_thread_that_was_interrupted_does_its_work_and_the_file_stays_open() {
    CaseScript script = CaseScript.of("B-1");
    Path made = folder.resolve("sop");
    try (JdbcStore store = JdbcStore.h2File(made)) {
      Thread.currentThread().interrupt();
      store.append(script.start());
      assertThat(Thread.interrupted()).as("is still told").isTrue();

      store.append(CaseScript.of("B-2").start());
    }
    Thread.currentThread().interrupt();
    try (JdbcStore store = JdbcStore.h2File(made)) {
      assertThat(store.read(script.caseId())).isNotEmpty();
      assertThat(store.cases()).hasSize(2);
      assertThat(Thread.interrupted()).as("is still told").isTrue();
    }
  }

  @Test
  void a_change_is_told_once_the_disk_has_it() {
    try (WatchedDisk disk = new WatchedDisk();
        JdbcStore store = JdbcStore.h2File(folder.resolve("sop"))) {
      CaseScript script = CaseScript.of("B-1");
      store.append(script.start());
      int before = disk.waitedFor();

      store.append(script.step());
      store.append(script.end());
      store.read(script.caseId());

      assertThat(disk.waitedFor()).isEqualTo(before + 2);
    }
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void while_one_waits_for_the_disk_others_go_on_and_wait_for_it_once() throws Exception {
    List<Thread> clients = new ArrayList<>();
    try (WatchedDisk disk = new WatchedDisk();
        JdbcStore store = JdbcStore.h2File(folder.resolve("sop"))) {
      int before = disk.waitedFor();
      CountDownLatch held = disk.holds();
      for (String each : List.of("B-1", "B-2", "B-3")) {
        Thread client = Waiting.started(() -> store.append(CaseScript.of(each).start()));
        clients.add(client);
        while (disk.waitedFor() == before || clients.size() > 1 && !isLockedOut(client)) {
          Thread.onSpinWait();
        }
      }
      held.countDown();
      for (Thread client : clients) {
        client.join();
      }

      assertThat(disk.waitedFor()).isEqualTo(before + 2);
    }
  }

  /** By the one who waits for the disk; within H2 it waits otherwise. */
  private static boolean isLockedOut(Thread thread) {
    Object blocker = LockSupport.getBlocker(thread);
    return blocker != null && blocker.getClass().getName().contains("ReentrantLock");
  }

  @Test
  void what_the_disk_did_not_take_is_unknown_and_read_by_nobody_until_it_does() {
    try (WatchedDisk disk = new WatchedDisk();
        JdbcStore store = JdbcStore.h2File(folder.resolve("sop"))) {
      CaseScript script = CaseScript.of("B-1");
      store.append(script.start());
      disk.breaks(true);

      assertThatThrownBy(() -> store.append(script.step()))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.code()).isEqualTo(StoreCode.COMMIT_UNKNOWN));
      assertThatThrownBy(() -> store.read(script.caseId())).isInstanceOf(StoreException.class);
      disk.breaks(false);

      assertThat(store.read(script.caseId())).hasSizeGreaterThan(2);
      store.append(script.end());
    }
  }

  @Test
  void what_was_begun_when_the_store_was_closed_is_kept() {
    Path made = folder.resolve("sop");
    JdbcStore store = JdbcStore.h2File(made);
    store.inTransaction(c -> c.createStatement().execute("CREATE TABLE letter (id INT)"));
    store.inTransaction(
        connection -> {
          connection.createStatement().execute("INSERT INTO letter VALUES (1)");
          store.close();
          return connection.createStatement().execute("INSERT INTO letter VALUES (2)");
        });

    try (JdbcStore again = JdbcStore.h2File(made)) {
      int kept =
          again.inTransaction(c -> c.createStatement().executeUpdate("UPDATE letter SET id = 3"));
      assertThat(kept).isEqualTo(2);
    }
  }

  private static void joined(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void changed(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO t VALUES (held())");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void flushed(H2File file, Connection connection) {
    try {
      file.flush(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
