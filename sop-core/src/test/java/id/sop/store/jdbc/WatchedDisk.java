package id.sop.store.jdbc;

import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FilePath;

/**
 * The files of H2, until it is closed: counts how often the disk is waited for, and may fail then.
 */
final class WatchedDisk implements AutoCloseable {
  private static final AtomicInteger WAITED_FOR = new AtomicInteger();
  private static volatile boolean broken;
  private static volatile CountDownLatch free = new CountDownLatch(0);

  WatchedDisk() {
    WAITED_FOR.set(0);
    H2Channel.register();
    FilePath.register(new Files());
  }

  int waitedFor() {
    return WAITED_FOR.get();
  }

  void breaks(boolean yes) {
    broken = yes;
  }

  /** Keeps everybody waiting, until what it returns is counted down. */
  CountDownLatch holds() {
    free = new CountDownLatch(1);
    return free;
  }

  @Override
  public void close() {
    broken = false;
    free.countDown();
    H2Channel.register();
  }

  /** Public, since H2 makes one for each file. */
  public static final class Files extends H2Channel.Files {
    @Override
    public FileChannel open(String mode) throws IOException {
      FileChannel file = spy(super.open(mode));
      doAnswer(
              call -> {
                if (broken) {
                  throw new IOException("the disk is gone");
                }
                WAITED_FOR.incrementAndGet();
                free.await();
                return call.callRealMethod();
              })
          .when(file)
          .force(anyBoolean());
      return file;
    }
  }
}
