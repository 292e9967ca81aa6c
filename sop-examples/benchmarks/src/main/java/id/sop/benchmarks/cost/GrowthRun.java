package id.sop.benchmarks.cost;

import id.sop.definition.PelaksanaCode;
import id.sop.store.InboxQuery;
import id.sop.store.jdbc.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What very many finished cases make a command and the inbox cost, as a ratio to a base without
 * them, on PostgreSQL. Arguments: how many cases (10,000,000, or as many as the disk has room for),
 * rounds (9), seconds of each (4).
 *
 * <p>Both bases have the same open rows. The finished cases are copies of some hundreds that were
 * carried out, entries packed as they are, under names of their own: digests are copied as well,
 * since nothing here reads them.
 */
public final class GrowthRun {
  /** Generous: what a finished case takes on the disk, with its share of the log. */
  private static final long BYTES_A_CASE = 3_500;

  private static final long BYTES_LEFT_FREE = 25_000_000_000L;
  private static final int OPEN = 100_000;
  private static final int BATCH = 200_000;
  private static final int PAGES = 2_000;
  private static final int TEMPLATES = 300;

  private final PostgresMeter postgres;

  private GrowthRun(PostgresMeter postgres) {
    this.postgres = postgres;
  }

  public static void main(String[] args) throws IOException, SQLException {
    long wanted = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 9;
    double seconds = args.length > 2 ? Double.parseDouble(args[2]) : 4;
    try (PostgresMeter postgres = PostgresMeter.start()) {
      Path disk = Path.of(System.getProperty("java.io.tmpdir"));
      long room = (Files.getFileStore(disk).getUsableSpace() - BYTES_LEFT_FREE) / BYTES_A_CASE;
      long cases = Math.max(0, Math.min(wanted, room));
      if (cases < wanted) {
        System.out.printf(Locale.ROOT, "the disk has room for %,d of %,d cases%n", cases, wanted);
      }
      new GrowthRun(postgres).run(cases, rounds, seconds);
    }
  }

  private void run(long cases, int rounds, double seconds) throws SQLException {
    Base empty = base("empty_base", 0);
    Base grown = base("grown_base", cases);
    try {
      List<Base> both = List.of(empty, grown);
      for (Base base : both) {
        base.time(2 * seconds);
        base.pages();
        base.forget();
      }
      for (int round = 0; round < rounds; round++) {
        // In turns, and each first as often as the other.
        for (int i = 0; i < 2; i++) {
          Base base = both.get((round + i) % 2);
          base.time(seconds);
          base.pages();
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%n| medians of %d rounds, us | no finished case | %,d finished cases | ratio |%n"
              + "|---|---|---|---|%n",
          rounds,
          cases);
      report("command, p50", empty.remembered, grown.remembered);
      report("command that reads its case, p50", empty.read, grown.read);
      report("page of an inbox, p50", empty.page, grown.page);
    } finally {
      empty.close();
      grown.close();
    }
  }

  private static void report(String what, List<Long> empty, List<Long> grown) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.2f |%n",
        what,
        median(empty) / 1e3,
        median(grown) / 1e3,
        median(grown) / median(empty));
  }

  private static double median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private Base base(String name, long cases) throws SQLException {
    String url = postgres.database(name);
    Running remembering = Running.start(Program.sop(), url);
    remembering.order("count " + Work.PENGAJUAN + " " + TEMPLATES);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(String.format(Locale.ROOT, OPEN_ROWS, OPEN));
    }
    long before = postgres.content(name).bytes();
    long begin = System.nanoTime();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (long from = 0; from < cases; from += BATCH) {
        long to = Math.min(cases, from + BATCH) - 1;
        statement.execute(String.format(Locale.ROOT, CASES, from, to, TEMPLATES));
        statement.execute(String.format(Locale.ROOT, ENTRIES, from, to, TEMPLATES));
      }
      statement.execute("VACUUM ANALYZE");
      statement.execute("CHECKPOINT");
    }
    PostgresMeter.Content content = postgres.content(name);
    System.out.printf(
        Locale.ROOT,
        "%s: %,d rows, %,d MB, %,d bytes for each finished case, filled in %.0f s%n",
        name,
        content.rows(),
        content.bytes() >> 20,
        (content.bytes() - before) / Math.max(1, cases),
        (System.nanoTime() - begin) / 1e9);
    return new Base(
        remembering,
        Running.start(Program.reading(), url),
        new Database(url, Optional.empty()).pool());
  }

  /** Fifty performers; due times at the ends of 250 days. */
  private static final String OPEN_ROWS =
      """
      INSERT INTO sop_inbox
        (case_id, step, visit, place, pelaksana, bersama, sop, step_number, opened_at, due_at)
      SELECT 'BUKA/' || n, '1', 1, 0, 'P' || n %% 50, 'P' || n %% 50, 'kota.sop-' || n %% 20, 1,
        1767603600000000, 1767603600000000 + 86400000000 * ((n * 7919::bigint) %% 250)
      FROM generate_series(1, %d) n
      """;

  private static final String CASES =
      """
      INSERT INTO sop_case (case_id, sop, sop_digest, status, seq, head)
      SELECT 'ARSIP/2025/' || n, c.sop, c.sop_digest, c.status, c.seq, c.head
      FROM generate_series(%d, %d) n
      JOIN (
        SELECT *, row_number() OVER (ORDER BY case_id) - 1 AS number
        FROM sop_case WHERE case_id LIKE 'K-%%') c ON c.number = n %% %d
      """;

  private static final String ENTRIES =
      """
      INSERT INTO sop_entry (case_id, seq, recorded_at, pack)
      SELECT 'ARSIP/2025/' || n, e.seq, 1735689600000000 + n::bigint * 3000000 + e.seq * 1000, e.pack
      FROM generate_series(%d, %d) n
      JOIN (
        SELECT *, dense_rank() OVER (ORDER BY case_id) - 1 AS number
        FROM sop_entry WHERE case_id LIKE 'K-%%') e ON e.number = n %% %d
      """;

  /** One base, and what was measured on it, in nanoseconds. */
  private static final class Base {
    private final Running remembering;
    private final Running reading;
    private final DataSource pool;
    private final JdbcStore store;
    private final List<Long> remembered = new ArrayList<>();
    private final List<Long> read = new ArrayList<>();
    private final List<Long> page = new ArrayList<>();

    Base(Running remembering, Running reading, DataSource pool) {
      this.remembering = remembering;
      this.reading = reading;
      this.pool = pool;
      store = JdbcStore.open(pool);
    }

    void time(double seconds) {
      String order = "time " + Work.PENGAJUAN + " 1 " + seconds;
      remembered.add(remembering.order(order)[2]);
      read.add(reading.order(order)[2]);
    }

    void pages() {
      long[] nanos = new long[PAGES];
      for (int i = 0; i < PAGES; i++) {
        InboxQuery inbox = InboxQuery.all().pelaksana(PelaksanaCode.of("P" + i % 50)).limit(50);
        long begin = System.nanoTime();
        int rows = store.openRows(inbox).size();
        nanos[i] = System.nanoTime() - begin;
        if (rows != 50) {
          throw new IllegalStateException("a page of " + rows);
        }
      }
      Arrays.sort(nanos);
      page.add(nanos[PAGES / 2]);
    }

    void forget() {
      remembered.clear();
      read.clear();
      page.clear();
    }

    void close() throws SQLException {
      remembering.close();
      reading.close();
      store.close();
      pool.unwrap(com.zaxxer.hikari.HikariDataSource.class).close();
    }
  }
}
