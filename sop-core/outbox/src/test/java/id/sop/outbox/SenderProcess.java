package id.sop.outbox;

import id.sop.store.jdbc.JdbcStore;
import id.sop.timers.Retry;
import io.cloudevents.CloudEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A node in a process of its own that sends events until it is killed, to a receiver that fails by
 * chance: before it has taken the event, or after. Arguments: the URL of the database, the seed.
 */
final class SenderProcess implements AutoCloseable {
  static final String TABLE = "CREATE TABLE host_got (n BIGSERIAL PRIMARY KEY, id VARCHAR(100))";

  private final Process process;
  private final BufferedReader out;

  private SenderProcess(Process process) {
    this.process = process;
    out = process.inputReader();
  }

  static SenderProcess start(String url, long seed) throws IOException {
    return new SenderProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                SenderProcess.class.getName(),
                url,
                Long.toString(seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Waits until it has sent another event, or has none left to send. */
  boolean hasSent() throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.equals("got") || line.equals("done")) {
        return line.equals("got");
      }
    }
    throw new AssertionError("the sender ended by itself");
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  public static void main(String[] args) throws Exception {
    DataSource database = database(args[0]);
    Random random = new Random(Long.parseLong(args[1]));
    Outbox outbox =
        Outbox.of(
            JdbcStore.open(database),
            URI.create("/test"),
            event -> take(database, event, random.nextInt(20)),
            new Retry(Duration.ofMillis(1), Duration.ofMillis(1), 1));
    while (System.in.available() == 0) {
      if (outbox.sendAll() == 0 && outbox.stuck().isEmpty()) {
        say("done");
      }
    }
  }

  private static void take(DataSource database, CloudEvent event, int chance) throws Exception {
    if (chance == 0) {
      throw new IOException("not taken");
    }
    keep(database, event.getId());
    say("got");
    if (chance == 1) {
      throw new IOException("taken, but the answer is lost");
    }
  }

  /** In a transaction of the receiver's own, which knows nothing of that of the outbox. */
  private static void keep(DataSource database, String id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO host_got (id) VALUES (?)")) {
      insert.setString(1, id);
      insert.executeUpdate();
    }
  }

  private static void say(String what) {
    System.out.println(what);
    System.out.flush();
  }

  private static DataSource database(String url) {
    PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    source.setURL(url);
    return JdbcConnectionPool.create(source);
  }
}
