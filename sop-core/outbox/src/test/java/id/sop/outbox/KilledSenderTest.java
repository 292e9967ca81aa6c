package id.sop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.store.CaseScript;
import id.sop.store.jdbc.Database;
import id.sop.store.jdbc.JdbcStore;
import id.sop.store.jdbc.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Senders that are killed, and a receiver that fails by chance. */
class KilledSenderTest {
  private static final int CASES = Integer.getInteger("sop.outbox.cases", 150);
  private static final int STEPS = 4;
  private static final int KILLS = 4;
  private static final long SEED = 20_261_123;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void every_event_arrives_in_the_order_of_its_case_and_only_the_last_comes_again()
      throws Exception {
    Random random = new Random(SEED);
    DataSource database = Database.POSTGRESQL.withTables();
    Database.execute(database, SenderProcess.TABLE);
    JdbcStore store = JdbcStore.open(database);
    int entries = begun(store);
    String url = url(database);
    int most = entries / (2 * KILLS);

    try (SenderProcess survivor = SenderProcess.start(url, SEED)) {
      for (int kill = 0; kill < KILLS; kill++) {
        try (SenderProcess victim = SenderProcess.start(url, SEED + 1 + kill)) {
          int sent = 1 + random.nextInt(most);
          while (sent > 0 && victim.hasSent()) {
            sent--;
          }
          victim.kill();
        }
      }
      while (survivor.hasSent()) {
        // Until nothing is left.
      }
    }

    Map<String, List<Long>> got = got(database);
    int repeats = 0;
    assertThat(got).hasSize(CASES);
    for (Map.Entry<String, List<Long>> one : got.entrySet()) {
      long last = 0;
      for (long seq : one.getValue()) {
        assertThat(seq)
            .as("seed %s, case %s got %s", SEED, one.getKey(), one.getValue())
            .isIn(Math.max(1, last), last + 1);
        repeats += seq == last ? 1 : 0;
        last = seq;
      }
      assertThat(last).as("seed %s, case %s", SEED, one.getKey()).isEqualTo(2 * (STEPS + 1));
    }
    System.out.printf(
        "figure: %d events of %d cases, %d senders killed (seed %d): all arrived in order, %d came"
            + " again%n",
        entries, CASES, KILLS, SEED, repeats);
  }

  private static int begun(JdbcStore store) {
    int entries = 0;
    for (int i = 0; i < CASES; i++) {
      CaseScript script = CaseScript.of("B-" + i);
      store.append(script.start());
      for (int step = 0; step < STEPS; step++) {
        store.append(script.step());
      }
      entries += (int) script.seq();
    }
    return entries;
  }

  private static Map<String, List<Long>> got(DataSource database) throws SQLException {
    Map<String, List<Long>> got = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id FROM host_got ORDER BY n")) {
      while (row.next()) {
        String[] id = row.getString(1).split("#", -1);
        got.computeIfAbsent(id[0], k -> new ArrayList<>()).add(Long.parseLong(id[1]));
      }
    }
    return got;
  }

  private static String url(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return PostgresServer.url() + "&currentSchema=" + connection.getSchema();
    }
  }
}
