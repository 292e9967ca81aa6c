package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.problem.SopException;
import id.sop.store.CaseScript;
import id.sop.store.CaseStore;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class JdbcStoreTest {
  @TempDir Path folder;

  private DataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:file:" + folder.resolve("host").toAbsolutePath());
    return database;
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void assertRefused(StoreCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(SopException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void a_database_of_the_host_is_not_touched_unasked() {
    DataSource database = database();

    assertRefused(StoreCode.SCHEMA_MISSING, () -> JdbcStore.open(database));
    assertRefused(StoreCode.SCHEMA_MISSING, () -> JdbcStore.open(database));
  }

  @Test
  void the_tables_are_made_once_and_making_them_again_changes_nothing() {
    DataSource database = database();
    CaseScript script = CaseScript.of("B-1");

    JdbcStore.createSchema(database);
    try (CaseStore store = JdbcStore.open(database)) {
      store.append(script.start());
    }
    JdbcStore.createSchema(database);

    try (CaseStore store = JdbcStore.open(database)) {
      assertThat(store.cases()).containsExactly(script.caseId());
    }
  }

  @Test
  void tables_half_made_are_made_whole() throws SQLException {
    DataSource database = database();
    JdbcStore.createSchema(database);
    execute(database, "DROP TABLE sop_schema");
    execute(database, "DROP TABLE sop_inbox");

    JdbcStore.createSchema(database);

    JdbcStore.open(database).close();
  }

  /** What a later library of the same era may do to the tables while this one still runs. */
  @ParameterizedTest
  @ValueSource(ints = {99, 199})
  void tables_that_were_only_added_to_serve_as_before(int later) throws SQLException {
    DataSource database = database();
    if (later < 100) {
      Database.forEarlierNodes(database);
    } else {
      JdbcStore.createSchema(database);
    }
    execute(database, "CREATE TABLE sop_later (id INT PRIMARY KEY)");
    for (String table : List.of("sop_case", "sop_entry", "sop_inbox")) {
      execute(
          database, "ALTER TABLE " + table + " ADD COLUMN later VARCHAR(9) DEFAULT 'x' NOT NULL");
    }
    execute(database, "INSERT INTO sop_schema VALUES (" + later + ")");

    JdbcStore.createSchema(database);
    try (JdbcStore store = JdbcStore.open(database)) {
      CaseScript script = CaseScript.of("B-1");
      store.append(script.start());

      assertThat(store.openRows()).isNotEmpty();
      assertThat(store.read(CaseId.of("B-1"))).isNotEmpty();
      assertThat(Chain.verify(store.stored(CaseId.of("B-1")))).isEmpty();
    }
  }

  @Test
  void older_and_newer_tables_are_refused() throws SQLException {
    DataSource database = database();
    JdbcStore.createSchema(database);

    execute(database, "DELETE FROM sop_schema WHERE version > 3");
    assertRefused(StoreCode.SCHEMA_OLDER, () -> JdbcStore.open(database));
    execute(database, "INSERT INTO sop_schema VALUES (100)");
    assertRefused(StoreCode.SCHEMA_OLDER, () -> JdbcStore.open(database));
    execute(database, "INSERT INTO sop_schema VALUES (200)");
    assertRefused(StoreCode.SCHEMA_NEWER, () -> JdbcStore.open(database));
    execute(database, "DELETE FROM sop_schema");
    assertRefused(StoreCode.SCHEMA_MISSING, () -> JdbcStore.open(database));
  }

  @Test
  void a_database_of_another_kind_is_refused_by_name() throws SQLException {
    DatabaseMetaData metaData = Mockito.mock();
    Mockito.when(metaData.getDatabaseProductName()).thenReturn("Oracle");
    Connection connection = Mockito.mock();
    Mockito.when(connection.getMetaData()).thenReturn(metaData);
    DataSource oracle = Mockito.mock();
    Mockito.when(oracle.getConnection()).thenReturn(connection);

    assertThatThrownBy(() -> JdbcStore.open(oracle))
        .hasMessage(
            "SOP-6014: There is no SQL for the database Oracle. Use one of these: H2, PostgreSQL, MariaDB, MySQL.");
  }

  @Test
  void a_failed_commit_says_that_the_end_is_unknown() throws SQLException {
    DataSource database = database();
    JdbcStore.createSchema(database);
    DataSource breaking = Mockito.mock();
    Mockito.when(breaking.getConnection()).thenAnswer(call -> database.getConnection());
    CaseStore store = JdbcStore.open(breaking);
    Mockito.when(breaking.getConnection())
        .thenAnswer(
            call -> {
              Connection connection = Mockito.spy(database.getConnection());
              Mockito.doThrow(new SQLException("gone", "08006")).when(connection).commit();
              return connection;
            });

    assertRefused(StoreCode.COMMIT_UNKNOWN, () -> store.append(CaseScript.of("B-1").start()));
  }

  @Test
  void a_change_that_fails_half_way_leaves_nothing() throws SQLException {
    DataSource database = database();
    JdbcStore.createSchema(database);
    CaseStore store = JdbcStore.open(database);
    CaseScript script = CaseScript.of("B-1");
    CaseStore.Change start = script.start();
    store.append(start);
    execute(database, "ALTER TABLE sop_inbox ADD CONSTRAINT only_row_1 CHECK (step = '1')");

    assertRefused(StoreCode.DATABASE_FAILED, () -> store.append(script.step()));

    assertThat(store.read(script.caseId())).isEqualTo(start.entries());
    assertThat(store.openRows()).hasSize(1);
    assertThat(Chain.verify(store.stored(script.caseId()))).isEmpty();
  }

  @Test
  void a_file_open_in_another_process_is_refused_without_a_stack_of_sql_errors() throws Exception {
    Path file = folder.resolve("sop");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CrashWriter.class.getName(),
                file.toString(),
                "1")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(other.inputReader().lines().anyMatch(line -> line.startsWith("ack"))).isTrue();

      assertThatThrownBy(() -> JdbcStore.h2File(file))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("SOP-6016: Another process has the database file " + file);
    } finally {
      other.destroyForcibly();
      other.waitFor();
    }
  }

  @Test
  void a_file_that_is_no_database_is_refused() throws Exception {
    Path file = folder.resolve("sop.mv.db");
    Files.writeString(file, "bukan basis data ".repeat(1_000));

    assertRefused(StoreCode.FILE_DAMAGED, () -> JdbcStore.h2File(folder.resolve("sop")));
  }

  @Test
  void a_file_name_cannot_smuggle_in_settings() {
    Path file = folder.resolve("sop;INIT=RUNSCRIPT FROM 'x'");

    assertRefused(StoreCode.FILE_NAME, () -> JdbcStore.h2File(file));
  }

  @Test
  void a_file_may_be_named_with_or_without_its_ending() {
    CaseScript script = CaseScript.of("B-1");

    try (CaseStore store = JdbcStore.h2File(folder.resolve("sop.mv.db"))) {
      store.append(script.start());
    }

    try (CaseStore store = JdbcStore.h2File(folder.resolve("sop"))) {
      assertThat(store.cases()).containsExactly(script.caseId());
    }
  }

  @Test
  void without_h2_the_way_out_is_named() throws Exception {
    List<URL> classPath = new ArrayList<>();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!part.contains("h2database")) {
        classPath.add(Path.of(part).toUri().toURL());
      }
    }
    try (URLClassLoader withoutH2 =
        new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> store = withoutH2.loadClass(JdbcStore.class.getName());

      assertThatThrownBy(() -> store.getMethod("h2File", Path.class).invoke(null, folder))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .hasMessageStartingWith("SOP-6015")
          .hasMessageContaining("com.h2database:h2");
    }
  }
}
