package id.sop.migration;

import id.sop.casework.BrokenJournalException;
import id.sop.casework.CaseState;
import id.sop.casework.Casework;
import id.sop.casework.Circumstances;
import id.sop.casework.Command;
import id.sop.casework.Decision;
import id.sop.casework.Outcome;
import id.sop.casework.Pinned;
import id.sop.casework.Refusal;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.JournalException;
import id.sop.problem.SopException;
import id.sop.store.CaseStore;
import id.sop.store.ConcurrentChangeException;
import id.sop.store.OpenCaseRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plan over the open cases of a store: first {@link #dryRun}, then {@link #apply}. Both decide
 * each case in the same way. Made by {@code SopEngine.migration}; threads may share it.
 */
public final class Migration {
  private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

  private final MigrationPlan plan;
  private final CaseStore store;
  private final Supplier<Circumstances> circumstances;
  private final Function<Command, Outcome> submit;

  private Migration(
      MigrationPlan plan,
      CaseStore store,
      Supplier<Circumstances> circumstances,
      Function<Command, Outcome> submit) {
    this.plan = plan;
    this.store = store;
    this.circumstances = circumstances;
    this.submit = submit;
  }

  /**
   * The plan over the cases of {@code store}; a host asks {@code SopEngine.migration} for it.
   *
   * @param circumstances by what a case is decided at the moment
   * @param submit carries out a command and stores what it records
   * @throws SopException when the plan names a version that is not loaded, or a row that none has
   */
  public static Migration of(
      MigrationPlan plan,
      CaseStore store,
      Supplier<Circumstances> circumstances,
      Function<Command, Outcome> submit) {
    PlanCheck.check(plan, circumstances.get().editions());
    return new Migration(plan, store, circumstances, submit);
  }

  /** What is planned. */
  public MigrationPlan plan() {
    return plan;
  }

  /**
   * Looks at each open case and changes nothing.
   *
   * @param each told of each case that the plan concerns, in the order of their ids
   * @throws id.sop.store.StoreException when the store fails
   */
  public MigrationSummary dryRun(Consumer<CaseVerdict> each) {
    Circumstances now = circumstances.get();
    return run(each, (state, command) -> decided(state, Casework.decide(state, command, now)));
  }

  /**
   * Takes over each open case that can go. Each is stored by itself: when this throws, what has
   * gone over stays so, and a repeat goes on.
   *
   * @param each told of each case that the plan concerns, in the order of their ids, once it is
   *     stored
   * @throws id.sop.store.StoreException when the store fails
   */
  public MigrationSummary apply(Consumer<CaseVerdict> each) {
    return run(each, (state, command) -> carriedOut(state, submit.apply(command)));
  }

  private interface Verdict {
    CaseVerdict of(CaseState state, Command.Migrate command);
  }

  private MigrationSummary run(Consumer<CaseVerdict> each, Verdict verdict) {
    Tally tally = new Tally();
    for (CaseId caseId : cases()) {
      look(caseId, tally, verdict)
          .ifPresent(
              found -> {
                tally.add(found);
                each.accept(found);
              });
    }
    return tally.summary();
  }

  /** The cases of the SOP that have an open row: every one that runs. */
  private SortedSet<CaseId> cases() {
    SortedSet<CaseId> cases = new TreeSet<>();
    for (OpenCaseRow row : store.openRows()) {
      if (row.sop().equals(plan.sop())) {
        cases.add(row.caseId());
      }
    }
    return cases;
  }

  private Optional<CaseVerdict> look(CaseId caseId, Tally tally, Verdict verdict) {
    try {
      CaseState state = CaseState.of(caseId, store.read(caseId));
      if (!state.running()) {
        // It ended since the open rows were read.
        return Optional.empty();
      }
      String digest = state.pinned().map(Pinned::digest).orElseThrow();
      if (digest.equals(plan.ke())) {
        tally.already();
        return Optional.empty();
      }
      if (!plan.dari().isEmpty() && !plan.dari().contains(digest)) {
        tally.elsewhere();
        return Optional.empty();
      }
      return Optional.of(verdict.of(state, command(caseId, digest)));
    } catch (JournalException | BrokenJournalException | ConcurrentChangeException e) {
      LOG.debug("case {}: not migrated, {}", caseId, e.code().id());
      SopException failure = e;
      return Optional.of(new CaseVerdict.Failed(caseId, failure.code(), failure.facts()));
    }
  }

  private Command.Migrate command(CaseId caseId, String digest) {
    return new Command.Migrate(
        caseId,
        digest,
        plan.ke(),
        plan.pemetaan(),
        plan.actor(),
        plan.alasan(),
        plan.dasar(),
        Optional.empty());
  }

  private static CaseVerdict decided(CaseState state, Decision decision) {
    return decision.match(
        new Decision.Cases<CaseVerdict>() {
          @Override
          public CaseVerdict accept(Decision.Accept accept) {
            return moves(state, accept.events());
          }

          @Override
          public CaseVerdict repeat(Decision.Repeat repeat) {
            throw new IllegalStateException("a migration has no key");
          }

          @Override
          public CaseVerdict refuse(Decision.Refuse refuse) {
            return stays(state, refuse.why());
          }
        });
  }

  private static CaseVerdict carriedOut(CaseState state, Outcome outcome) {
    return outcome.match(
        new Outcome.Cases<CaseVerdict>() {
          @Override
          public CaseVerdict recorded(Outcome.Recorded recorded) {
            return moves(state, recorded.receipt().events());
          }

          @Override
          public CaseVerdict refused(Outcome.Refused refused) {
            return stays(state, refused.why());
          }
        });
  }

  private static CaseVerdict moves(CaseState state, List<CaseEvent> events) {
    return new CaseVerdict.Moves(state.caseId(), (CaseEvent.Migrated) events.get(0));
  }

  private static CaseVerdict stays(CaseState state, List<Refusal> why) {
    return new CaseVerdict.Stays(
        state.caseId(),
        state.pinned().map(Pinned::versi).orElseThrow(),
        new ArrayList<>(state.open().keySet()),
        why);
  }
}
