package id.sop.outbox;

import id.sop.journal.CaseId;
import id.sop.journal.JournalException;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import id.sop.store.jdbc.JdbcStore;
import id.sop.timers.Retry;
import id.sop.timers.Round;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is recorded of cases to a receiver, as CloudEvents 1.0: every entry at least once, the
 * entries of a case in their order. It reads the journal, so that a command costs nothing more, and
 * what is recorded in a transaction of the host is sent once that is committed. How far each case
 * was sent is marked after each entry: only the last one comes again when a node dies.
 *
 * <p>A receiver that fails holds up the case at hand only, which is tried again until it succeeds;
 * no entry is left out. When it fails for case after case, the rest waits for the next round.
 *
 * <p>Threads may share one, and several nodes a database.
 */
public final class Outbox implements Round {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /** Until it succeeds: an entry that was given up would hold up its case for ever. */
  private static final Retry RETRY =
      new Retry(Duration.ofSeconds(10), Duration.ofMinutes(15), Integer.MAX_VALUE);

  /** So long may a transaction of a host stay open, and the clock of a node lag. */
  private static final Duration RECENT = Duration.ofMinutes(15);

  /** What was recorded later than that is found all the same. */
  private static final Duration BETWEEN_FULL_LOOKS = Duration.ofHours(1);

  /** After so many cases in a row the receiver itself is at fault. */
  private static final int FAILURES = 5;

  /** So many cases are found by one query. */
  private static final int PAGE = 200;

  /** So many entries of a case are read at once. */
  private static final int BATCH = 50;

  private static final String CONSTRAINT = "23";

  private final JdbcStore store;
  private final URI source;
  private final EventReceiver receiver;
  private final Retry retry;
  private Optional<Instant> nextFullLook = Optional.empty();

  private Outbox(JdbcStore store, URI source, EventReceiver receiver, Retry retry) {
    this.store = store;
    this.source = source;
    this.receiver = receiver;
    this.retry = retry;
  }

  /**
   * An outbox of the cases in {@code store}.
   *
   * @param source who tells: the {@code source} of every event, such as {@code /dprd/sop}
   */
  public static Outbox of(JdbcStore store, URI source, EventReceiver receiver) {
    return of(store, source, receiver, RETRY);
  }

  /**
   * The same.
   *
   * @param retry when a case that failed is tried again; it is so until it succeeds, whatever
   *     number of attempts this says
   */
  public static Outbox of(JdbcStore store, URI source, EventReceiver receiver, Retry retry) {
    return new Outbox(store, source, receiver, retry);
  }

  /** An event as JSON ({@code application/cloudevents+json}), in UTF-8. */
  public static byte[] json(CloudEvent event) {
    return new JsonFormat().serialize(event);
  }

  @Override
  public String name() {
    return "sop-outbox";
  }

  /** Sends what was recorded of late; from time to time, and at first, all that was not sent. */
  @Override
  public void run() {
    Instant now = store.databaseTime();
    if (isFullLook(now)) {
      sendAll();
    } else {
      send();
    }
  }

  private synchronized boolean isFullLook(Instant now) {
    boolean full = nextFullLook.filter(at -> at.isAfter(now)).isEmpty();
    if (full) {
      nextFullLook = Optional.of(now.plus(BETWEEN_FULL_LOOKS));
    }
    return full;
  }

  /** What finds cases to send, behind the case {@code after}. */
  private interface Look {
    List<SentRows.Waiting> at(Connection connection, String after, Instant now) throws SQLException;
  }

  /**
   * Sends what was recorded within the last quarter of an hour, and what failed before and is to be
   * tried again.
   *
   * @return how many events were sent
   * @throws StoreException when the store fails; what was sent is marked
   */
  public int send() {
    return send((connection, after, now) -> SentRows.again(connection, after, now, PAGE))
        + send(
            (connection, after, now) ->
                SentRows.recent(connection, now.minus(RECENT), after, now, PAGE));
  }

  /**
   * Sends all that was not sent yet, whenever it was recorded. Reads one row of every case.
   *
   * @return how many events were sent
   * @throws StoreException when the store fails; what was sent is marked
   */
  public int sendAll() {
    return send((connection, after, now) -> SentRows.all(connection, after, now, PAGE));
  }

  private int send(Look look) {
    Count count = new Count();
    List<SentRows.Waiting> cases = page(look, "");
    while (!cases.isEmpty() && count.goesOn()) {
      for (SentRows.Waiting waiting : cases) {
        if (count.goesOn() && (waiting.isKnown() || begun(waiting.caseId()))) {
          send(waiting.caseId(), count);
        }
      }
      String last = cases.get(cases.size() - 1).caseId().value();
      cases = cases.size() < PAGE ? List.of() : page(look, last);
    }
    return count.sent;
  }

  private List<SentRows.Waiting> page(Look look, String after) {
    Instant now = store.databaseTime();
    return store.inTransaction(connection -> look.at(connection, after, now));
  }

  /**
   * Entries are read in a transaction of their own, before one of them is sent: on a store that
   * keeps a commit only some time after it (H2 in a file), the end of that transaction waits for
   * it. What was sent can then not be taken back by a crash.
   */
  private void send(CaseId caseId, Count count) {
    List<Pending> next = next(caseId);
    while (!next.isEmpty() && count.goesOn()) {
      Sent last = Sent.ONE;
      for (Pending each : next) {
        if (last == Sent.ONE && count.goesOn()) {
          last = send(each, each == next.get(0));
          count.add(last);
        }
      }
      next = last == Sent.ONE && next.size() == BATCH ? next(caseId) : List.of();
    }
  }

  private List<Pending> next(CaseId caseId) {
    return store.inTransaction(connection -> SentRows.next(store, connection, caseId, BATCH));
  }

  /** What became of one look. */
  private static final class Count {
    private int sent;
    private int failuresInARow;

    void add(Sent one) {
      sent += one == Sent.ONE ? 1 : 0;
      failuresInARow =
          switch (one) {
            case ONE -> 0;
            case FAILED -> failuresInARow + 1;
            case NONE -> failuresInARow;
          };
    }

    /** Not when the receiver itself seems to be at fault. */
    boolean goesOn() {
      return failuresInARow < FAILURES && !Thread.currentThread().isInterrupted();
    }
  }

  private enum Sent {
    ONE,
    NONE,
    FAILED
  }

  private boolean begun(CaseId caseId) {
    Instant now = store.databaseTime();
    try {
      return store.inTransaction(
          connection -> {
            SentRows.begin(connection, caseId, now);
            return true;
          });
    } catch (StoreException e) {
      if (e.getCause() instanceof SQLException sql
          && String.valueOf(sql.getSQLState()).startsWith(CONSTRAINT)) {
        // Another node was faster.
        return true;
      }
      throw e;
    }
  }

  /**
   * One transaction: the case is locked, an entry sent, and marked.
   *
   * @param isFirst whether the case may have had trouble with this entry
   */
  private Sent send(Pending next, boolean isFirst) {
    CaseId caseId = next.caseId();
    Instant now = store.databaseTime();
    try {
      return store.inTransaction(
          connection -> {
            OptionalLong mark = SentRows.lock(connection, caseId);
            if (mark.isEmpty() || mark.getAsLong() >= next.seq()) {
              // Another node sends it, or has sent it since it was read.
              return Sent.NONE;
            }
            if (mark.getAsLong() < next.seq() - 1) {
              throw Trouble.unreadable(mark.getAsLong() + 1, missing(caseId, next.seq()));
            }
            give(next);
            SentRows.sent(connection, caseId, next.seq(), now);
            if (isFirst) {
              SentRows.troubleOver(connection, caseId);
            }
            return Sent.ONE;
          });
    } catch (Trouble e) {
      if (e.why() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        return Sent.NONE;
      }
      return failed(caseId, e, now);
    } catch (StoreException e) {
      if (e.code() == StoreCode.BUSY) {
        return Sent.NONE;
      }
      throw e;
    }
  }

  private static StoreException missing(CaseId caseId, long seq) {
    return new StoreException(StoreCode.NOT_CONTINUING, caseId.value(), Long.toString(seq));
  }

  private void give(Pending next) {
    CloudEvent event;
    try {
      event = next.toCloudEvent(source);
    } catch (JournalException e) {
      throw Trouble.unreadable(next.seq(), e);
    }
    try {
      receiver.receive(event);
    } catch (Exception e) {
      throw Trouble.notReceived(next.seq(), e);
    }
  }

  private Sent failed(CaseId caseId, Trouble trouble, Instant now) {
    String problem = trouble.problem();
    LOG.warn(
        "{} case {}: entry {} was not sent, {}",
        Trouble.codeOf(problem).id(),
        caseId,
        trouble.seq(),
        problem);
    return store.inTransaction(
        connection -> {
          OptionalLong mark = SentRows.lock(connection, caseId);
          if (mark.isPresent() && mark.getAsLong() < trouble.seq()) {
            int attempts = SentRows.attempts(connection, caseId, trouble.seq()) + 1;
            Stuck stuck =
                new Stuck(Trouble.codeOf(problem), caseId, trouble.seq(), attempts, now, problem);
            SentRows.trouble(connection, stuck, retry.after(now, attempts));
          }
          return Sent.FAILED;
        });
  }

  /** The cases of which the next event could not be sent. */
  public List<Stuck> stuck() {
    return store.inTransaction(SentRows::stuck);
  }

  /**
   * Has the next round try a case again at once.
   *
   * @return false when nothing of it failed
   */
  public boolean retry(CaseId caseId) {
    return store.inTransaction(connection -> SentRows.retry(connection, caseId));
  }

  /**
   * Counts as sent all that was recorded so far of cases of which nothing was sent: for a host that
   * has had cases for years before it had receivers. To be called while no commands run, before the
   * first round.
   *
   * @return how many cases that are
   */
  public int beginHere() {
    Instant now = store.databaseTime();
    return store.inTransaction(connection -> SentRows.beginHere(connection, now));
  }
}
