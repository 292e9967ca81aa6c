package id.sop.store.jdbc;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.async.FilePathAsync;

/**
 * A file of H2 that no interrupt closes. A thread that may be interrupted works on it by H2's own
 * {@code async:}, which is slow since another thread does the work; an {@link OwnThread} and those
 * of H2 by an ordinary channel.
 */
final class H2Channel extends FileBaseDefault {
  private static final String SCHEME = "sop";

  /** By which H2 itself writes; no host has these in its hands either. */
  private static final ImmutableSet<String> THREADS =
      ImmutableSet.of("H2-serialization", "H2-save");

  static {
    register();
  }

  private final FileChannel direct;
  private final FileChannel async;

  private H2Channel(FileChannel direct, FileChannel async) {
    this.direct = direct;
    this.async = async;
  }

  /** Tells H2 of such files. */
  static void register() {
    FilePath.register(new Files());
  }

  /** The URL of a database in such a file. */
  static String url(String file) {
    return "jdbc:h2:" + SCHEME + ":" + file;
  }

  /** The files; public, since H2 makes one for each path. */
  public static class Files extends FilePathAsync {
    @Override
    public FileChannel open(String mode) throws IOException {
      return new H2Channel(unwrap().open(mode), super.open(mode));
    }

    @Override
    public String getScheme() {
      return SCHEME;
    }
  }

  private FileChannel channel() {
    return OwnThread.isCurrent() || THREADS.contains(Thread.currentThread().getName())
        ? direct
        : async;
  }

  @Override
  public long size() throws IOException {
    return channel().size();
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    return channel().read(into, position);
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    return channel().write(from, position);
  }

  @Override
  protected void implTruncate(long size) throws IOException {
    channel().truncate(size);
  }

  @Override
  public void force(boolean metaData) throws IOException {
    channel().force(metaData);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return channel().tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    try (async) {
      direct.close();
    }
  }

  @Override
  public String toString() {
    return direct.toString();
  }
}
