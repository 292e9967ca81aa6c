package id.sop.rules.proof;

import id.sop.SopEngine;
import id.sop.SopEngineBuilder;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.definition.Sop;
import id.sop.journal.CaseId;
import id.sop.problem.Code;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.store.OpenCaseRow;
import id.sop.store.StoreException;
import id.sop.worktime.WorkCalendar;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Clerks who work at once on cases of several SOPs, each case as {@link Script} has it. Several
 * clerks may reach for the same case: one records the command, the others are told that it was.
 */
final class Office {
  private final List<Procedure> procedures;
  private final ThreadClock clock = new ThreadClock();
  private final SopEngine engine;
  private final AtomicReferenceArray<CaseId> desk;
  private final AtomicInteger next;

  /** Hears of each command that is recorded, and says whether the clerk is to go on. */
  interface Listener {
    boolean recorded(Command command, Outcome.Recorded recorded);
  }

  /** The store failed under a command: whether it was recorded is as the cause says. */
  static final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Command command;

    private UnansweredException(Command command, StoreException cause) {
      super(cause);
      this.command = command;
    }

    Command command() {
      return command;
    }

    Code code() {
      return ((StoreException) getCause()).code();
    }
  }

  /** Goes on with the cases that run in {@code store}, and begins others beside them. */
  Office(List<Procedure> procedures, CaseStore store, int casesAtOnce) {
    this.procedures = procedures;
    engine = engine(procedures, store, clock);
    next = new AtomicInteger(1 + store.cases().stream().mapToInt(Office::number).max().orElse(-1));
    desk = new AtomicReferenceArray<>(casesAtOnce);
    Iterator<CaseId> running =
        store.openRows().stream().map(OpenCaseRow::caseId).distinct().iterator();
    for (int i = 0; i < desk.length(); i++) {
      desk.set(i, running.hasNext() ? running.next() : another());
    }
  }

  static SopEngine engine(List<Procedure> procedures, CaseStore store, Clock clock) {
    SopEngineBuilder builder =
        SopEngine.builder().store(store).calendar(WorkCalendar.indonesia()).clock(clock);
    procedures.forEach(p -> builder.procedure(p, PureCase.IN_FORCE));
    return builder.build();
  }

  /** The SOP that {@code caseId} is of. */
  static Sop sop(List<Procedure> procedures, CaseId caseId) {
    return procedures.get(number(caseId) % procedures.size()).sop();
  }

  private static int number(CaseId caseId) {
    return Integer.parseInt(caseId.value().substring(2));
  }

  private CaseId another() {
    return CaseId.of("C-" + next.getAndIncrement());
  }

  /** One clerk, at the places {@code from} to {@code to} of the desk. */
  void work(int from, int to, Random random, Listener listener) {
    boolean more = true;
    while (more) {
      int place = from + random.nextInt(to - from);
      CaseId caseId = desk.get(place);
      CaseState state = engine.state(caseId);
      if (state.seq() > 0 && !state.running()) {
        desk.compareAndSet(place, caseId, another());
      } else {
        Command command = Script.next(sop(procedures, caseId), state);
        clock.set(Script.time(state));
        more = listener.recorded(command, carriedOut(command));
      }
    }
  }

  /** Carries out {@code command}, which {@code state} calls for, or finds that it was. */
  private Outcome.Recorded carriedOut(Command command) {
    try {
      if (engine.submit(command) instanceof Outcome.Recorded recorded) {
        return recorded;
      }
    } catch (StoreException e) {
      throw new UnansweredException(command, e);
    }
    throw new AssertionError("refused: " + command);
  }
}
