package id.sop.benchmarks;

import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.store.InboxKey;
import id.sop.store.InboxQuery;
import id.sop.store.OpenCaseRow;
import id.sop.store.jdbc.JdbcStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * How long a page of an inbox takes on PostgreSQL among very many open rows. Arguments: how many
 * cases (a million), how many pages of each kind (5000).
 *
 * <p>Fifty performers, of whom the first has a third of all rows; twenty SOPs; a row in five has
 * two performers. Due times are ends of office days, so that thousands of rows are due at the same
 * moment.
 */
public final class InboxRun {
  private static final Instant FIRST_DUE = Instant.parse("2026-01-05T09:00:00Z");
  private static final long SEED = 20_261_122;

  private final JdbcStore store;
  private final Random random = new Random(SEED);

  private InboxRun(JdbcStore store) {
    this.store = store;
  }

  public static void main(String[] args) throws IOException, SQLException {
    int cases = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int pages = args.length > 1 ? Integer.parseInt(args[1]) : 5_000;
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setServerConfig("shared_buffers", "1GB").start()) {
      PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
      source.setURL(server.getJdbcUrl("postgres", "postgres"));
      DataSource database = JdbcConnectionPool.create(source);
      JdbcStore.createSchema(database);
      fill(database, cases);
      try (JdbcStore store = JdbcStore.open(database)) {
        report("to the server and back, for comparison", pages, () -> nothing(database));
        new InboxRun(store).run(pages);
      }
      explain(database);
    }
  }

  private static final String FILL =
      """
      INSERT INTO sop_inbox
        (case_id, step, visit, place, pelaksana, bersama, sop, step_number, opened_at, due_at)
      SELECT 'BERKAS/' || c, s, 1, p, 'P' || (w + p),
        CASE WHEN two THEN 'P' || w || ' P' || (w + 1) ELSE 'P' || w END,
        'kota.sop-' || (c %% 20), s, %d, %d + 86400000000 * ((c * 7919::bigint) %% 250)
      FROM (
        SELECT c, 1 + c %% 12 AS s, CASE WHEN c %% 3 = 0 THEN 0 ELSE c %% 50 END AS w,
          c %% 5 = 0 AS two
        FROM generate_series(1, %d) c) rows, generate_series(0, 1) p
      WHERE p = 0 OR two
      """;

  /**
   * Every case has facts with four, a hundred and ten thousand values, whatever its due time and
   * performer; one in a hundred is taken.
   */
  private static final String TAG =
      """
      INSERT INTO sop_tag (tag_name, tag_value, case_id)
      SELECT t.tag_name, t.tag_value, 'BERKAS/' || c
      FROM generate_series(1, %d) c, LATERAL (VALUES
        ('data.jenis', 'J' || c / 250 %% 4),
        ('data.bidang', 'B' || c / 250 %% 100),
        ('data.tujuan', 'T' || (c * 7919::bigint) %% 10000),
        (CASE WHEN c %% 100 = 0 THEN 'petugas' END, 'u-' || c / 100 %% 500)) t (tag_name, tag_value)
      WHERE t.tag_name IS NOT NULL
      """;

  private static final String TAKE =
      """
      UPDATE sop_inbox SET claimed_by = t.tag_value
      FROM sop_tag t
      WHERE t.tag_name = 'petugas' AND t.case_id = sop_inbox.case_id
      """;

  private static void fill(DataSource database, int cases) throws SQLException {
    long micros = FIRST_DUE.getEpochSecond() * 1_000_000;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(String.format(FILL, micros, micros, cases));
      statement.execute(String.format(TAG, cases));
      statement.execute(TAKE);
      statement.execute("VACUUM ANALYZE sop_inbox");
      statement.execute("VACUUM ANALYZE sop_tag");
    }
  }

  private void run(int pages) {
    InboxQuery all = InboxQuery.all();
    System.out.println("open rows: " + store.count(all));
    report("first page of a performer", pages, () -> store.openRows(all.pelaksana(anyone())));
    report("page deep in the inbox of the busiest", pages, () -> deep(all.pelaksana(busiest())));
    report(
        "late rows of a performer",
        pages,
        () -> store.openRows(all.pelaksana(anyone()).overdueAt(moment())));
    report("page of an SOP", pages, () -> deep(all.sop(sop())));
    report(
        "page of a performer in one SOP",
        pages,
        () -> store.openRows(all.pelaksana(busiest()).sop(sop())));
    report(
        "page of a person with three roles",
        pages,
        () -> deep(all.pelaksana(List.of(anyone(), anyone(), busiest()))));
    report("page by a fact of every fourth case", pages, () -> deep(all.data("jenis", common())));
    report(
        "page by a fact of every hundredth",
        pages,
        () -> store.openRows(all.data("bidang", one())));
    report("page by a rare fact", pages, () -> store.openRows(all.data("tujuan", rare())));
    report(
        "page of a performer by a common fact",
        pages,
        () -> store.openRows(all.pelaksana(anyone()).data("jenis", common())));
    report("page of what a person has taken", pages, () -> store.openRows(all.claimedBy(person())));
    report("page of the sweep for what is due", pages, () -> deep(all.overdueAt(moment())));
    report("count of the late rows of a performer", 200, () -> counted(all.pelaksana(anyone())));
  }

  private static List<OpenCaseRow> nothing(DataSource database) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement("SELECT 1");
        ResultSet row = select.executeQuery()) {
      row.next();
      return List.of();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<OpenCaseRow> counted(InboxQuery query) {
    store.count(query.overdueAt(moment()));
    return List.of();
  }

  private List<OpenCaseRow> deep(InboxQuery query) {
    List<OpenCaseRow> page = store.openRows(query.dueFrom(moment()).limit(1));
    return page.isEmpty() ? page : store.openRows(query.after(InboxKey.of(page.get(0))));
  }

  private PelaksanaCode anyone() {
    return PelaksanaCode.of("P" + random.nextInt(50));
  }

  private DataValue common() {
    return DataValue.of("J" + random.nextInt(4));
  }

  private DataValue one() {
    return DataValue.of("B" + random.nextInt(100));
  }

  private DataValue rare() {
    return DataValue.of("T" + random.nextInt(10_000));
  }

  private String person() {
    return "u-" + random.nextInt(500);
  }

  private static PelaksanaCode busiest() {
    return PelaksanaCode.of("P0");
  }

  private SopId sop() {
    return SopId.of("kota.sop-" + random.nextInt(20));
  }

  private Instant moment() {
    return FIRST_DUE.plusSeconds(86_400L * random.nextInt(250));
  }

  private interface Page {
    List<OpenCaseRow> get();
  }

  private static void report(String what, int pages, Page page) {
    for (int i = 0; i < pages / 5; i++) {
      page.get();
    }
    long[] micros = new long[pages];
    for (int i = 0; i < pages; i++) {
      long begin = System.nanoTime();
      page.get();
      micros[i] = (System.nanoTime() - begin) / 1_000;
    }
    Arrays.sort(micros);
    System.out.printf(
        "%-42s median %6d us, p99 %6d us, most %6d us%n",
        what, micros[pages / 2], micros[pages * 99 / 100], micros[pages - 1]);
  }

  private static final String EXPLAIN =
      """
      EXPLAIN (ANALYZE, BUFFERS) SELECT case_id, sop, step, visit, bersama, opened_at, due_at
      FROM sop_inbox
      WHERE pelaksana = 'P0'
        AND (due_at, case_id, step_number, step, visit) > (%d, 'BERKAS/5', 1, '1', 1)
      ORDER BY due_at, case_id, step_number, step, visit
      LIMIT 50
      """;

  private static void explain(DataSource database) throws SQLException {
    long due = (FIRST_DUE.getEpochSecond() + 86_400L * 100) * 1_000_000;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(String.format(EXPLAIN, due))) {
      while (row.next()) {
        System.out.println(row.getString(1));
      }
    }
  }
}
