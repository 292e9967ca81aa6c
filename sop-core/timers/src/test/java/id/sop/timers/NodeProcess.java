package id.sop.timers;

import id.sop.store.jdbc.JdbcStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A node of an application in a process of its own: tells of rungs until it is killed, and says so
 * on its output before each is committed. Arguments: the URL of the database, whether it takes
 * turns with others (or does all rounds by itself, whatever others do), and its name.
 */
final class NodeProcess implements AutoCloseable {
  static final Duration HEARTBEAT = Duration.ofMillis(500);

  private static final String TOLD = "told ";
  private static final String ROUND = "round";

  private final Process process;
  private final BufferedReader out;

  private NodeProcess(Process process) {
    this.process = process;
    out = process.inputReader();
  }

  static NodeProcess start(String url, boolean turns, String name) throws IOException {
    return new NodeProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                NodeProcess.class.getName(),
                url,
                Boolean.toString(turns),
                name)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** The id of the next rung that it tells of; empty when it has come to the end of a round. */
  Optional<String> next() throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(TOLD)) {
        return Optional.of(line.substring(TOLD.length()));
      }
      if (line.equals(ROUND)) {
        return Optional.empty();
      }
    }
    throw new AssertionError("the node ended by itself");
  }

  /** Kills it, as by {@code kill -9}. */
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
    JdbcStore store = JdbcStore.open(database);
    String name = args[2];
    Timers timers =
        Timers.of(
            Office.on(store).engine,
            store,
            notice -> {
              Told.keep(notice, name);
              say(TOLD + notice.id());
            });
    Round round =
        new Round() {
          @Override
          public String name() {
            return timers.name();
          }

          @Override
          public void run() {
            timers.run();
            say(ROUND);
          }
        };
    if (Boolean.parseBoolean(args[1])) {
      Nodes.over(store, database).every(Duration.ofMillis(200), round).heartbeat(HEARTBEAT).start();
    } else {
      while (System.in.available() == 0) {
        timers.sweep();
        say(ROUND);
      }
    }
  }

  private static void say(String what) {
    System.out.println(what);
    System.out.flush();
  }

  static DataSource database(String url) {
    PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    source.setURL(url);
    return JdbcConnectionPool.create(source);
  }
}
