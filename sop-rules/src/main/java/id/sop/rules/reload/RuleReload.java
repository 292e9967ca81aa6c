package id.sop.rules.reload;

import static com.google.common.base.Preconditions.checkState;

import id.sop.SopEngine;
import id.sop.problem.SopException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the bundles of a folder into a running engine, {@link #check() when told} or {@link
 * #watch() whenever they change}. A version is read, explored and tried on its examples first; only
 * one without an error is taken, as a whole and at once. Running cases stay on the version with
 * which they began. Threads may share it.
 */
public final class RuleReload implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RuleReload.class);

  /** How often it is looked whether a folder that has vanished is back. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Who saves without a pause is not waited for longer than this many times the settling time. */
  private static final int PATIENCE = 60;

  private final BundleFolder folder;
  private final Standings standings;
  private final Consumer<ReloadOutcome> listener;
  private final Duration settle;
  private final Function<BundleFolder, Changes> source;
  private @Nullable Changes changes;
  private @Nullable Thread watcher;
  private volatile boolean closed;

  RuleReload(
      BundleFolder folder,
      Standings standings,
      Consumer<ReloadOutcome> listener,
      Duration settle,
      Function<BundleFolder, Changes> source) {
    this.folder = folder;
    this.standings = standings;
    this.listener = listener;
    this.settle = settle;
    this.source = source;
  }

  /** Reloads the bundles below {@code folder} into {@code engine}. */
  public static RuleReloadBuilder of(Path folder, SopEngine engine) {
    return new RuleReloadBuilder(folder, RuleReloadBuilder.into(engine));
  }

  /** Reloads the bundles below {@code folder} into whatever takes them. */
  public static RuleReloadBuilder of(Path folder, Taker taker) {
    return new RuleReloadBuilder(folder, taker);
  }

  /**
   * Looks at every bundle of the folder now, and takes what is new and sound. Bad files never
   * throw: they are told.
   *
   * @return what became of each bundle, by folder; also told to the listener
   */
  public List<ReloadOutcome> check() {
    List<ReloadOutcome> outcomes = standings.check();
    outcomes.forEach(this::tell);
    return outcomes;
  }

  /** A listener that fails keeps nobody else from hearing. */
  private void tell(ReloadOutcome outcome) {
    try {
      listener.accept(outcome);
    } catch (RuntimeException e) {
      LOG.warn("the listener failed on {}", outcome.folder(), e);
    }
  }

  /**
   * Checks once, in a thread of its own, and then whenever files have changed and come to rest.
   *
   * @throws SopException when the system offers no watch
   */
  public synchronized RuleReload watch() {
    checkState(!closed, "closed");
    checkState(watcher == null, "watching already");
    Changes found = source.apply(folder);
    changes = found;
    Thread thread = new Thread(() -> watch(found), "sop-reload");
    thread.setDaemon(true);
    watcher = thread;
    thread.start();
    return this;
  }

  private void watch(Changes found) {
    try {
      while (!closed) {
        survive();
        while (!closed && !found.within(LOOK)) {
          // Nothing has changed yet.
        }
        for (int i = 0; i < PATIENCE && !closed && found.within(settle); i++) {
          // Somebody is still saving.
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever goes wrong with one version, the next one must still be seen. */
  private void survive() {
    try {
      check();
    } catch (RuntimeException e) {
      LOG.error("the bundles in {} could not be checked", folder.root(), e);
    }
  }

  /** Stops watching; when this returns, a check that was under way is over. */
  @Override
  public void close() {
    @Nullable Thread thread;
    synchronized (this) {
      closed = true;
      thread = watcher;
      if (changes != null) {
        changes.close();
      }
    }
    if (thread != null && thread != Thread.currentThread()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
