package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.Resources;
import id.sop.definition.PelaksanaCode;
import id.sop.journal.Chain;
import id.sop.problem.SopException;
import id.sop.store.CaseScript;
import id.sop.store.CaseStore;
import id.sop.store.InboxQuery;
import id.sop.store.OpenCaseRow;
import id.sop.store.StoreCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The SQL files, by whomever they are run. */
class SchemaTest {
  private static String file(Database kind, String name) throws Exception {
    String folder = kind.name().toLowerCase(Locale.ROOT);
    return Resources.toString(
        Resources.getResource(Schema.class, folder + "/" + name), StandardCharsets.UTF_8);
  }

  /** As a migration tool of the host does it. */
  private static void run(DataSource database, Database kind, String name) throws Exception {
    List<String> statements =
        Arrays.stream(file(kind, name).split(";\\s*\n", -1)).filter(s -> !s.isBlank()).toList();
    Database.execute(database, statements.toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource
  void the_files_alone_make_tables_that_a_store_takes(Database kind) throws Exception {
    DataSource database = kind.fresh();
    run(database, kind, "001-cases.sql");

    assertThatThrownBy(() -> JdbcStore.open(database))
        .isInstanceOfSatisfying(
            SopException.class, e -> assertThat(e.code()).isEqualTo(StoreCode.SCHEMA_OLDER));

    run(database, kind, "002-inbox.sql");
    run(database, kind, "003-duties.sql");
    run(database, kind, "004-pages.sql");
    run(database, kind, "005-tags.sql");
    JdbcStore.open(database).append(CaseScript.of("B-1").start());
    run(database, kind, "101-packs.sql");
    run(database, kind, "102-tags.sql");
    JdbcStore.open(database).append(CaseScript.of("B-2").start());
  }

  @ParameterizedTest
  @EnumSource
  void files_that_were_run_already_are_harmless(Database kind) throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database);
    store.append(CaseScript.of("B-1").start());
    List<OpenCaseRow> before = store.openRows();

    run(database, kind, "001-cases.sql");
    run(database, kind, "002-inbox.sql");
    run(database, kind, "003-duties.sql");
    run(database, kind, "004-pages.sql");
    run(database, kind, "005-tags.sql");
    run(database, kind, "101-packs.sql");
    run(database, kind, "102-tags.sql");
    JdbcStore.createSchema(database);
    JdbcStore.renewSchema(database);

    assertThat(JdbcStore.open(database).openRows()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void two_nodes_that_start_at_once_both_find_tables(Database kind) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 5; round++) {
        DataSource database = kind.fresh();
        Callable<Void> node =
            () -> {
              JdbcStore.createSchema(database);
              JdbcStore.open(database).close();
              return null;
            };
        for (Future<Void> started : threads.invokeAll(List.of(node, node))) {
          started.get();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Whoever opens a store while tables are made finds none yet, or such that he can work with. */
  @ParameterizedTest
  @EnumSource
  void tables_half_made_are_never_taken_for_older_ones(Database kind) throws Exception {
    for (boolean renewed : List.of(false, true)) {
      DataSource database = renewed ? kind.withTablesForEarlierNodes() : kind.fresh();
      List<StoreCode> found = new ArrayList<>();
      Looking looking = new Looking(() -> found.addAll(refusal(database)));
      try (Connection connection = looking.at(Connection.class, database.getConnection())) {
        Schema.ofCases(Dialect.of(connection)).renew(connection);
      }

      assertThat(looking.times).isGreaterThan(renewed ? 5 : 20);
      assertThat(found)
          .containsOnly(renewed ? new StoreCode[0] : new StoreCode[] {StoreCode.SCHEMA_MISSING});
      assertThat(refusal(database)).isEmpty();
    }
  }

  private static List<StoreCode> refusal(DataSource database) {
    try {
      JdbcStore.open(database).close();
      return List.of();
    } catch (SopException e) {
      return List.of((StoreCode) e.code());
    }
  }

  /** Looks after each statement. */
  private static final class Looking {
    private final Runnable look;
    private int times;

    Looking(Runnable look) {
      this.look = look;
    }

    <T> T at(Class<T> type, T target) {
      return type.cast(
          Proxy.newProxyInstance(
              SchemaTest.class.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, args) -> {
                Object result;
                try {
                  result = method.invoke(target, args);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
                if (method.getName().equals("execute")) {
                  times++;
                  look.run();
                }
                return method.getName().equals("createStatement")
                    ? at(Statement.class, (Statement) result)
                    : result;
              }));
    }
  }

  @ParameterizedTest
  @EnumSource
  void there_are_few_tables_and_few_indexes_and_no_objects_in_them(Database kind) throws Exception {
    DataSource database = kind.withTables();
    List<String> tables = new ArrayList<>();
    int indexes = 0;
    try (Connection connection = database.getConnection()) {
      String catalog = connection.getCatalog();
      String schema = connection.getSchema();
      try (ResultSet row =
          connection
              .getMetaData()
              .getTables(catalog, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
        while (row.next()) {
          tables.add(row.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
        }
      }
      for (String table : tables) {
        String name = kind == Database.H2 ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet row =
            connection.getMetaData().getIndexInfo(catalog, schema, name, false, true)) {
          while (row.next()) {
            indexes += row.getShort("ORDINAL_POSITION") == 1 ? 1 : 0;
          }
        }
      }
    }

    assertThat(tables)
        .containsExactlyInAnyOrder(
            "sop_schema", "sop_case", "sop_entry", "sop_inbox", "sop_duty", "sop_tag");
    assertThat(indexes).isBetween(4, 10);
    for (String name :
        List.of(
            "001-cases.sql",
            "002-inbox.sql",
            "003-duties.sql",
            "004-pages.sql",
            "005-tags.sql",
            "102-tags.sql")) {
      assertThat(file(kind, name)).doesNotContainPattern(Pattern.compile("(?i)blob|bytea|binary"));
    }
  }

  @Test
  void a_file_of_the_first_version_is_brought_up_and_its_inbox_is_the_same() throws Exception {
    DataSource database = Database.H2.fresh();
    run(database, Database.H2, "001-cases.sql");
    CaseScript script = CaseScript.of("B-1");
    CaseStore.Change start = script.start();
    Database.execute(
        database,
        """
        INSERT INTO sop_case (case_id, sop, sop_digest, status, seq, head)
        VALUES ('B-1', 'limapuluhkota.konsultasi', '%s', 'BERJALAN', 2, '%s')
        """
            .formatted(start.digest(), start.entries().get(1).digest()),
        "INSERT INTO sop_open_row VALUES ('B-1', '7b', 2, 'KABAG_UMUM STAF', 5, NULL)",
        "INSERT INTO sop_open_row VALUES ('B-1', 'a', 1, '', 6, 7)",
        "INSERT INTO sop_open_row VALUES ('B-1', '12', 1, 'STAF', 8, 9)");

    JdbcStore.createSchema(database);
    JdbcStore store = JdbcStore.open(database);

    assertThat(store.openRows())
        .extracting(row -> row.step() + " " + row.visit() + " " + row.by() + " " + row.dueAt())
        .containsExactly(
            "a 1 [] Optional[1970-01-01T00:00:00.000007Z]",
            "12 1 [STAF] Optional[1970-01-01T00:00:00.000009Z]",
            "7b 2 [KABAG_UMUM, STAF] Optional.empty");
    assertThat(store.openRows(InboxQuery.all().pelaksana(PelaksanaCode.of("STAF"))))
        .isEqualTo(store.openRows().stream().filter(row -> !row.by().isEmpty()).toList());
    assertThat(store.count(InboxQuery.all())).isEqualTo(3);
    assertThat(numbers(database))
        .containsExactlyInAnyOrder("12 12", "7b 7", "7b 7", "a 9223372036854775807");
    store.append(script.step());
    assertThat(store.openRows()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void tables_on_which_earlier_nodes_work_stay_so_until_the_host_says_otherwise(Database kind)
      throws Exception {
    DataSource database = kind.withTablesForEarlierNodes();
    CaseScript script = CaseScript.of("B-1");
    JdbcStore store = JdbcStore.open(database);
    store.append(script.start());

    JdbcStore.createSchema(database);
    assertThat(version(database)).isEqualTo(5);
    JdbcStore.open(database).append(script.step());
    assertThat(rows(database)).containsExactly("1 true", "2 true", "3 true", "4 true");

    JdbcStore.renewSchema(database);
    assertThat(version(database)).isEqualTo(102);
    JdbcStore.open(database).append(script.step());
    assertThat(rows(database)).containsExactly("1 true", "2 true", "3 true", "4 true", "6 false");

    // The store that was open all the time reads both, and goes on in the new form.
    assertThat(store.read(script.caseId())).hasSize(6);
    store.append(script.end());
    assertThat(rows(database)).endsWith("6 false", "8 false");
    assertThat(Chain.verify(store.stored(script.caseId()))).isEmpty();
  }

  @Test
  void a_file_that_an_earlier_library_made_is_used_as_it_is(@TempDir Path folder) throws Exception {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:file:" + folder.resolve("sop"));
    database.setUser("sa");
    Database.forEarlierNodes(database);
    CaseScript script = CaseScript.of("B-1");

    try (JdbcStore store = JdbcStore.h2File(folder.resolve("sop"))) {
      store.append(script.start());
    }
    assertThat(rows(database)).containsExactly("1 true", "2 true");

    JdbcStore.renewSchema(database);
    try (JdbcStore store = JdbcStore.h2File(folder.resolve("sop"))) {
      store.append(script.step());
      assertThat(Chain.verify(store.stored(script.caseId()))).isEmpty();
    }
    assertThat(rows(database)).containsExactly("1 true", "2 true", "4 false");
  }

  /** What each earlier library says of tables that it must not work on. */
  @Test
  void packed_entries_lie_beyond_the_hundred_that_earlier_libraries_take() throws SQLException {
    assertThat(version(Database.H2.withTables())).isBetween(100, 199);
  }

  private static int version(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT MAX(version) FROM sop_schema")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** The numbers of the rows of entries, and whether each stands for itself. */
  private static List<String> rows(DataSource database) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT seq, event FROM sop_entry ORDER BY seq")) {
      while (row.next()) {
        rows.add(row.getLong(1) + " " + (row.getString(2) != null));
      }
    }
    return rows;
  }

  private static List<String> numbers(DataSource database) throws SQLException {
    List<String> numbers = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT step, step_number FROM sop_inbox")) {
      while (row.next()) {
        numbers.add(row.getString(1) + " " + row.getLong(2));
      }
    }
    return numbers;
  }

  @Test
  void tables_that_ignore_capitals_by_default_still_tell_ids_apart_on_mariadb() throws Exception {
    DataSource database = Database.MARIADB.fresh();
    try (Connection connection = database.getConnection()) {
      Database.execute(
          database, "ALTER DATABASE " + connection.getCatalog() + " COLLATE latin1_swedish_ci");
    }
    JdbcStore.createSchema(database);
    JdbcStore store = JdbcStore.open(database);

    store.append(CaseScript.of("b").start());
    store.append(CaseScript.of("B").start());

    assertThat(store.cases()).hasSize(2);
    assertThat(Chain.verify(store.stored(CaseScript.of("b").caseId()))).isEmpty();
  }
}
