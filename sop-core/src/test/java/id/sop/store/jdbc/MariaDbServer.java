package id.sop.store.jdbc;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/**
 * A MariaDB server of the tests' own, where its programs are installed: in a folder and on a port
 * of its own, without the settings of the machine, and never as root.
 */
final class MariaDbServer {
  private static final Optional<String> URL = start();
  private static final String UNPRIVILEGED = "nobody";
  private static final int SECONDS_TO_START = 60;

  private MariaDbServer() {}

  static DataSource pool() throws SQLException {
    url();
    return Pool.OF_ALL;
  }

  static DataSource plain() throws SQLException {
    return new MariaDbDataSource(url());
  }

  private static String url() {
    return URL.orElseGet(() -> Assumptions.abort("no MariaDB server can run here"));
  }

  private static final class Pool {
    static final DataSource OF_ALL = make();

    private static DataSource make() {
      try {
        return new MariaDbPoolDataSource(url() + "&maxPoolSize=80&minPoolSize=1");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Optional<String> start() {
    try {
      return Optional.of(started());
    } catch (IOException e) {
      System.out.println("figure: tests on MariaDB skipped, no server can run here: " + e);
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String started() throws IOException, InterruptedException {
    Path server = program("mariadbd", "mysqld");
    Path install = program("mariadb-install-db", "mysql_install_db");
    Path folder = Files.createTempDirectory("sop-mariadb");
    List<String> common = new ArrayList<>(List.of("--no-defaults", "--datadir=" + folder));
    if ("root".equals(System.getProperty("user.name"))) {
      UserPrincipal user =
          folder
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(UNPRIVILEGED);
      Files.setOwner(folder, user);
      common.add("--user=" + UNPRIVILEGED);
    }
    Path log = Files.createTempFile("sop-mariadb", ".log");
    Process installing =
        process(log, install, common, "--auth-root-authentication-method=normal", "--skip-test-db");
    if (!installing.waitFor(SECONDS_TO_START, TimeUnit.SECONDS) || installing.exitValue() != 0) {
      throw new IOException("its folder cannot be made: " + Files.readString(log));
    }
    int port = freePort();
    Process running =
        process(
            log,
            server,
            common,
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            "--socket=" + folder.resolve("s"),
            "--pid-file=" + folder.resolve("pid"),
            "--innodb-buffer-pool-size=64M",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-lock-wait-timeout=10",
            "--max-connections=200");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, folder, log)));
    return waitFor(running, port, log);
  }

  private static Path program(String... names) throws IOException {
    List<String> folders =
        new ArrayList<>(List.of(System.getenv("PATH").split(File.pathSeparator, -1)));
    folders.add("/usr/sbin");
    for (String name : names) {
      for (String folder : folders) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return program;
        }
      }
    }
    throw new IOException("not installed: " + String.join(" or ", names));
  }

  private static Process process(Path log, Path program, List<String> common, String... more)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(common);
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String waitFor(Process running, int port, Path log)
      throws IOException, InterruptedException {
    String url = "jdbc:mariadb://127.0.0.1:" + port + "/?user=root";
    for (int tries = 0; tries < SECONDS_TO_START * 10; tries++) {
      try (Connection connection = new MariaDbDataSource(url).getConnection()) {
        return url;
      } catch (SQLException notYet) {
        if (running.waitFor(100, TimeUnit.MILLISECONDS)) {
          throw new IOException("it ended: " + Files.readString(log), notYet);
        }
      }
    }
    throw new IOException("it did not start: " + Files.readString(log));
  }

  private static void stop(Process running, Path folder, Path log) {
    running.destroyForcibly();
    try {
      running.waitFor();
      Files.deleteIfExists(log);
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException | InterruptedException e) {
      System.out.println("left behind: " + folder + ", " + e);
    }
  }
}
