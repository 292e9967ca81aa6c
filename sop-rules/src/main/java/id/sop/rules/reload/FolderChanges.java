package id.sop.rules.reload;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import id.sop.problem.SopException;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The changes that the operating system tells. A folder that vanishes is found again when it comes
 * back. Changes that another machine makes on a shared drive are often not told; there a host calls
 * {@link RuleReload#check()} from time to time.
 */
final class FolderChanges implements Changes {
  private static final Logger LOG = LoggerFactory.getLogger(FolderChanges.class);

  private final BundleFolder folder;
  private final WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();

  /** What kept a folder from being watched, so that it is not said again each second. */
  private String trouble = "";

  private FolderChanges(BundleFolder folder, WatchService service) {
    this.folder = folder;
    this.service = service;
  }

  static FolderChanges in(BundleFolder folder) {
    try {
      FolderChanges changes =
          new FolderChanges(folder, folder.root().getFileSystem().newWatchService());
      changes.register();
      return changes;
    } catch (IOException e) {
      throw new SopException(ReloadCode.CANNOT_WATCH, e, folder.root().toString());
    }
  }

  @Override
  public boolean within(Duration time) throws InterruptedException {
    boolean changed = false;
    try {
      @Nullable WatchKey key = service.poll(time.toNanos(), TimeUnit.NANOSECONDS);
      while (key != null) {
        changed |= !key.pollEvents().isEmpty();
        changed |= !key.reset();
        key = service.poll();
      }
    } catch (ClosedWatchServiceException e) {
      return false;
    }
    return register() || changed;
  }

  /** Watches folders that are new, and no longer those that are gone; whether there were any. */
  private boolean register() {
    try {
      boolean changed = keys.values().removeIf(k -> !k.isValid());
      for (Path path : folder.folders()) {
        if (!keys.containsKey(path)) {
          keys.put(path, path.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE));
          changed = true;
        }
      }
      return changed;
    } catch (ClosedWatchServiceException e) {
      return false;
    } catch (IOException e) {
      // A folder that vanishes at this moment, or one more than the system can watch: the others
      // are watched, and it is tried again.
      if (!trouble.equals(e.toString())) {
        trouble = e.toString();
        LOG.warn("cannot watch all of {}: {}", folder.root(), trouble);
      }
      return false;
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      LOG.debug("closing the watch of {}: {}", folder.root(), e.toString());
    }
  }
}
