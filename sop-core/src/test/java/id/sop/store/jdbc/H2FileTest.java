package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
  void a_path_cannot_carry_settings_of_the_database() {
    assertRefused(folder.resolve("sop;INIT=CREATE TABLE x(y INT)"), StoreCode.FILE_NAME);
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
