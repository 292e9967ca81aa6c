package id.sop.store.jdbc;

import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The embedded default: an H2 database in one file. The only class that needs H2 to be there.
 *
 * <p>A commit of H2 returns before it is in the file, even with {@code WRITE_DELAY=0}: a background
 * thread writes it, and a killed process loses it. So each commit is followed by {@link #flush}.
 *
 * <p>What H2 writes is no one state of its tables: it takes the pages of one table, then those of
 * the next, while others go on, and a process that is killed then leaves half of a change behind
 * (h2database/h2database#2080). So it may only write in {@link #flush}, while the {@link FileGate}
 * lets no statement pass. {@code WRITE_DELAY} is as long as it can be, for a thread would write in
 * between; that thread also makes room in the file, which {@link #flush} does in its place.
 *
 * <p>A host may interrupt its threads. A channel of Java is closed for all by that, so the file is
 * an {@link H2Channel}; and H2 then returns before what it should write is written, so an {@link
 * OwnThread} does it.
 *
 * <p>{@code DB_CLOSE_ON_EXIT=FALSE} leaves closing to {@link JdbcStore#close()}: a hook of H2 would
 * close the file below work that still goes on. {@code LOCK_TIMEOUT} is how many milliseconds a
 * change waits for another change of the same case. {@code TRACE_LEVEL_FILE=0} keeps H2 from
 * writing a log of its own beside the file: what goes wrong comes out as an exception. {@code
 * PAGE_SIZE}: each commit writes every page anew that it has touched, in each index, up to the
 * root; small pages halve what a step writes.
 */
final class H2File {
  private static final String SETTINGS =
      ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;PAGE_SIZE=1024"
          + ";WRITE_DELAY=2147483647";
  private static final String VERSION = "2.4";
  private static final String SUFFIX = ".mv.db";

  /** A change takes about a third of it. */
  private static final Duration PATIENCE = Duration.ofMillis(1);

  /** After so many writes room is made, 5 ms long. */
  private static final int COMPACT_EVERY = 64;

  /** Room is made when less of the file than this, in percent, is still valid. */
  private static final int COMPACT_BELOW = 60;

  /** So many bytes are written anew. */
  private static final int COMPACT_BYTES = 256 << 10;

  private final JdbcConnectionPool pool;
  private final OwnThread writer = new OwnThread("sop-h2-file");
  private final FileGate gate = new FileGate(PATIENCE);
  private final ReentrantLock syncing = new ReentrantLock();
  private boolean broughtUp;
  private int writes;
  private long synced;

  private H2File(JdbcConnectionPool pool) {
    this.pool = pool;
  }

  static H2File open(Path file) {
    requireVersion(new org.h2.Driver());
    String name = file.toAbsolutePath().normalize().toString();
    if (name.contains(";")) {
      throw new StoreException(StoreCode.FILE_NAME, name);
    }
    requireFolder(Path.of(name));
    String base = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    H2File h2 = new H2File(JdbcConnectionPool.create(H2Channel.url(base) + SETTINGS, "sa", ""));
    boolean opened = false;
    try {
      h2.writer.run(h2::bringUp);
      opened = true;
      return h2;
    } catch (SQLException e) {
      throw new StoreException(code(e), e, factOf(e, base));
    } finally {
      if (!opened) {
        h2.close();
      }
    }
  }

  private void bringUp() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      Schema schema = Schema.ofCases(Dialect.of(connection));
      int before = schema.done(connection);
      schema.create(connection, before);
      broughtUp = before > 0 && before < schema.done(connection);
      compact(connection.unwrap(JdbcConnection.class));
    }
  }

  /** An H2 of another version may convert the file at opening, or lose what it has committed. */
  static void requireVersion(Driver driver) {
    String found = driver.getMajorVersion() + "." + driver.getMinorVersion();
    if (!found.equals(VERSION)) {
      throw new StoreException(StoreCode.DRIVER_OTHER, found, VERSION);
    }
  }

  /** H2 would call a file damaged that it cannot make. */
  private static void requireFolder(Path file) {
    @Nullable Path folder = file.getParent();
    if (folder == null) {
      throw new StoreException(StoreCode.FOLDER_UNUSABLE, file.toString());
    }
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new StoreException(StoreCode.FOLDER_UNUSABLE, e, folder.toString());
    }
    if (!Files.isWritable(folder)) {
      throw new StoreException(StoreCode.FOLDER_UNUSABLE, folder.toString());
    }
  }

  /**
   * Whether it was made by an earlier library, and what it shows may lack what this one asks for.
   */
  boolean isBroughtUp() {
    return broughtUp;
  }

  DataSource dataSource() {
    return GatedConnections.of(pool, gate);
  }

  private static final String WRITE =
      """
      CHECKPOINT
      """;

  /**
   * Waits until all that was committed is on the disk. Others go on while the disk is waited for,
   * and what they write meanwhile is waited for once.
   */
  void flush(Connection connection) throws SQLException {
    JdbcConnection h2 = connection.unwrap(JdbcConnection.class);
    long written = gate.write(() -> writer.run(() -> write(h2)));
    syncing.lock();
    try {
      if (synced < written) {
        long all = gate.written();
        store(h2).sync();
        synced = all;
      }
    } catch (MVStoreException e) {
      throw new SQLException(e.getMessage(), e);
    } finally {
      syncing.unlock();
    }
  }

  private void write(JdbcConnection connection) throws SQLException {
    try (Statement checkpoint = connection.createStatement()) {
      checkpoint.execute(WRITE);
    }
    writes++;
    if (writes % COMPACT_EVERY == 0) {
      compact(connection);
    }
  }

  /**
   * Makes room in the file, a little at a time: what is still valid among much that is not is
   * written anew with the next write.
   */
  private static void compact(JdbcConnection connection) {
    store(connection).compact(COMPACT_BELOW, COMPACT_BYTES);
  }

  private static MVStore store(JdbcConnection connection) {
    return ((SessionLocal) connection.getSession()).getDatabase().getStore().getMvStore();
  }

  void close() {
    writer.runUnchecked(pool::dispose);
  }

  private static StoreCode code(SQLException e) {
    return switch (e.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 -> StoreCode.FILE_LOCKED;
      case ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.FILE_VERSION_ERROR_1,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.WRONG_USER_OR_PASSWORD ->
          StoreCode.FILE_DAMAGED;
      default -> StoreCode.DATABASE_FAILED;
    };
  }

  private static String factOf(SQLException e, String base) {
    return code(e) == StoreCode.DATABASE_FAILED ? Transactions.state(e) : base + SUFFIX;
  }
}
