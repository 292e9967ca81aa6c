package id.sop.rules.proof;

import id.sop.store.jdbc.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A PostgreSQL server that is killed with all its processes, and started again on its folder. */
final class MortalServer implements AutoCloseable {
  private final Path folder;
  private EmbeddedPostgres server;

  MortalServer(Path folder) throws IOException {
    this.folder = folder;
    server = start();
  }

  /** Its answers mean what they say: a commit is on the disk. */
  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("jit", "off")
        .start();
  }

  JdbcConnectionPool pool() {
    PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    source.setURL(server.getJdbcUrl("postgres", "postgres"));
    return JdbcConnectionPool.create(source);
  }

  /** Ends all connections but the one that says so. */
  void terminateConnections() throws Exception {
    Database.execute(
        server.getPostgresDatabase(),
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
        """);
  }

  /** Kills every process of it, and starts it again. */
  void dieAndRise() throws Exception {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle one : all) {
      awaitEnd(one);
    }
    server.close();
    server = start();
  }

  private ProcessHandle postmaster() throws IOException {
    String pid = Files.readAllLines(folder.resolve("postmaster.pid")).get(0).trim();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static void awaitEnd(ProcessHandle process)
      throws InterruptedException, ExecutionException {
    process.onExit().get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
