package id.sop;

import com.google.common.collect.ImmutableSortedMap;
import id.sop.audit.CaseReport;
import id.sop.audit.Knowledge;
import id.sop.authority.Authority;
import id.sop.casework.CaseState;
import id.sop.casework.Casework;
import id.sop.casework.Circumstances;
import id.sop.casework.Command;
import id.sop.casework.CompliancePolicy;
import id.sop.casework.Decision;
import id.sop.casework.Dues;
import id.sop.casework.Edition;
import id.sop.casework.Editions;
import id.sop.casework.Ladder;
import id.sop.casework.OpenRow;
import id.sop.casework.OtherCases;
import id.sop.casework.Outcome;
import id.sop.casework.Pinned;
import id.sop.casework.Refusal;
import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.ChainFault;
import id.sop.journal.CommandMark;
import id.sop.journal.Entry;
import id.sop.migration.Migration;
import id.sop.migration.MigrationPlan;
import id.sop.problem.Problem;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import id.sop.store.CaseArchivedException;
import id.sop.store.CaseStore;
import id.sop.store.ConcurrentChangeException;
import id.sop.store.InboxQuery;
import id.sop.store.OpenCaseRow;
import id.sop.store.StoreCode;
import id.sop.worktime.Deadline;
import id.sop.worktime.DueDates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs cases: the one class a host starts with. Each command is decided on the case as it is
 * stored, and what it records is stored as a whole or not at all. Threads may share an engine, and
 * several engines may share a store.
 */
public final class SopEngine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SopEngine.class);

  /** A command that loses the race this often meets something other than bad luck. */
  private static final int ATTEMPTS = 100;

  private volatile Editions editions;
  private final Projection projection;
  private final CaseStore store;

  private final CompliancePolicy policy;
  private final Authority authority;
  private final OtherCases elsewhere;
  private final Clock clock;
  private final Remembered remembered;

  SopEngine(
      Editions editions,
      CaseStore store,
      DueDates calendar,
      CompliancePolicy policy,
      Authority authority,
      OtherCases elsewhere,
      Clock clock,
      int remembered) {
    editions.checkCalendars(calendar);
    this.editions = editions;
    this.elsewhere = elsewhere;
    this.store = store;
    this.projection = new Projection(store, calendar, clock, this::submit, this::runsFromOpening);
    this.policy = policy;
    this.authority = authority;
    this.clock = clock;
    this.remembered = new Remembered(remembered);
  }

  public static SopEngineBuilder builder() {
    return new SopEngineBuilder();
  }

  /**
   * Carries out {@code command} or says why not. When it is recorded, it survives a crash. On a
   * case that was archived, each is refused.
   *
   * @throws ConcurrentChangeException when others kept changing the case in between
   */
  public Outcome submit(Command command) {
    return submit(command, store);
  }

  /**
   * The same in another view of the store: with {@code JdbcStore.within(connection)} the command is
   * part of the transaction that the host has open there, and recorded once the host commits it.
   *
   * @throws ConcurrentChangeException when others changed the case; a transaction of the host must
   *     then be rolled back and begun anew
   */
  public Outcome submit(Command command, CaseStore within) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(command, within);
      } catch (ConcurrentChangeException lost) {
        if (attempt == ATTEMPTS || lost.inTransactionOfHost()) {
          throw lost;
        }
        LOG.debug("case {}: attempt {} lost a race", command.caseId(), attempt);
      } catch (CaseArchivedException gone) {
        return new Outcome.Refused(List.of(new Refusal(gone.code(), gone.facts())));
      }
    }
  }

  /**
   * Where a case stands; {@code BELUM_MULAI} when there is none.
   *
   * @throws CaseArchivedException when it was archived; so do all that ask for the journal of one
   */
  public CaseState state(CaseId caseId) {
    return CaseState.of(caseId, journal(caseId));
  }

  /** What was recorded of a case, in order; empty when there is none. */
  public List<Entry> journal(CaseId caseId) {
    return store.read(caseId);
  }

  /** The rows open in all running cases, the most urgent first. */
  public List<OpenCaseRow> openRows() {
    return store.openRows();
  }

  /** One page of the open rows that {@code query} asks for, the most urgent first. */
  public List<OpenCaseRow> openRows(InboxQuery query) {
    return store.openRows(query);
  }

  /** How many open rows {@code query} asks for, on all pages. */
  public long count(InboxQuery query) {
    return store.count(query);
  }

  /** What is wrong with the record of a case; empty when nobody changed it. */
  public List<ChainFault> verify(CaseId caseId) {
    return Chain.verify(store.stored(caseId));
  }

  /**
   * Whether a case followed its SOP, as of now.
   *
   * @throws SopException when there is no such case, or its version is not loaded
   */
  public CaseReport report(CaseId caseId) {
    return report(caseId, Knowledge.THEN);
  }

  /**
   * Whether a case followed its SOP, as of now, by the days off that were known then, or by those
   * known now.
   *
   * @throws SopException when there is no such case, or its version is not loaded
   */
  public CaseReport report(CaseId caseId, Knowledge knowledge) {
    List<Entry> journal = journal(caseId);
    CaseEvent.Started start =
        journal.stream()
            .map(Entry::event)
            .filter(CaseEvent.Started.class::isInstance)
            .map(CaseEvent.Started.class::cast)
            .findFirst()
            .orElseThrow(() -> new SopException(EngineCode.NO_SUCH_CASE, caseId.value()));
    pinned(caseId, start.sop(), start.digest());
    Editions loaded = editions;
    return CaseReport.of(
        digest -> loaded.pinned(start.sop(), digest),
        journal,
        projection.calendar(),
        authority,
        clock.instant(),
        knowledge);
  }

  /**
   * Who is to be told of the open rows of a case, and when, as known now. Without open rows there
   * is nobody.
   *
   * @throws SopException when there is no such case, or its version is not loaded
   */
  public Ladder ladder(CaseId caseId) {
    CaseState state = state(caseId);
    Sop sop = sop(state);
    return Ladder.of(state, sop, projection.calendar(), clock.instant());
  }

  /**
   * When an open row is due, as known now, and what that rests on. A time that refers to what is
   * not known yet has no moment, and a note that says what is missing.
   *
   * @return empty when the row is not open
   * @throws SopException when there is no such case, or its version is not loaded
   */
  public Optional<Deadline> due(CaseId caseId, StepId step) {
    return due(caseId, step, Optional.empty());
  }

  /** The same, were the row done with {@code decision}, where its time depends on that. */
  public Optional<Deadline> due(CaseId caseId, StepId step, Label decision) {
    return due(caseId, step, Optional.of(decision));
  }

  private Optional<Deadline> due(CaseId caseId, StepId step, Optional<Label> decision) {
    CaseState state = state(caseId);
    Sop sop = sop(state);
    return Optional.ofNullable(state.open().get(step))
        .map(row -> Dues.of(sop, state, row, decision, projection.calendar(), clock.instant()));
  }

  private Sop sop(CaseState state) {
    CaseId caseId = state.caseId();
    Pinned pinned =
        state.pinned().orElseThrow(() -> new SopException(EngineCode.NO_SUCH_CASE, caseId.value()));
    return pinned(caseId, pinned.sop(), pinned.digest()).sop();
  }

  private boolean runsFromOpening(OpenCaseRow row) {
    return editions.runsFromOpening(row.sop(), row.step());
  }

  private Procedure pinned(CaseId caseId, SopId sop, String digest) {
    return editions
        .pinned(sop, digest)
        .orElseThrow(
            () ->
                new SopException(
                    EngineCode.VERSION_NOT_LOADED, caseId.value(), sop.value(), digest));
  }

  /** Loads a version of an SOP that says itself from which day it is in force. */
  public void load(Procedure procedure) {
    load(
        procedure,
        procedure
            .sop()
            .identitas()
            .tanggalEfektif()
            .orElseThrow(
                () ->
                    new SopException(
                        EngineCode.EFFECTIVE_DATE_MISSING, procedure.sop().id().value())));
  }

  /**
   * Loads a version of an SOP while the engine runs: cases begun from {@code tanggalEfektif} on
   * take it, running ones stay on theirs.
   *
   * @throws SopException when rows that stand for other SOPs would lead back to their own, or too
   *     deep; then nothing changes
   */
  public synchronized void load(Procedure procedure, LocalDate tanggalEfektif) {
    load(editions.with(new Edition(procedure, tanggalEfektif)));
  }

  /**
   * Loads a version of an SOP in place of the one with {@code replaced}, both at once: running
   * cases stay on that one, but none begins on it from {@code tanggalEfektif} on, even when it was
   * to take force later itself.
   *
   * @param replaced the digest of the version replaced; one that is not loaded changes nothing
   */
  public synchronized void replace(String replaced, Procedure procedure, LocalDate tanggalEfektif) {
    load(editions.replacing(replaced, new Edition(procedure, tanggalEfektif)));
  }

  private void load(Editions changed) {
    changed.checkCalendars(projection.calendar());
    editions = sound(changed);
  }

  /** These, unless their rows lead back to themselves through other SOPs. */
  static Editions sound(Editions loaded) {
    Optional<Problem> fault = loaded.unsound();
    if (fault.isPresent()) {
      throw new SopException(EngineCode.OTHER_SOPS_UNSOUND, fault.get().toString());
    }
    return loaded;
  }

  /**
   * Puts another calendar in place of the one that the engine runs on, as when a decree was added.
   * What is decided from now on rests on it; {@link #reproject()} moves what is open already.
   *
   * @throws SopException when the unit of an SOP that is loaded works by a calendar which {@code
   *     dueDates} does not know by name
   */
  public synchronized void calendar(DueDates dueDates) {
    editions.checkCalendars(dueDates);
    projection.calendar(dueDates);
  }

  /**
   * Computes the due times of all open rows of all running cases anew, by the calendar as it is
   * known now, and records each that moves, with the decree that moved it. Cases that no change of
   * the calendar can have touched are not read.
   *
   * <p>The first call of an engine looks at each row that a decreed day lies in, for it cannot know
   * by which decrees its due time was told, but takes the office hours to have been those of now;
   * where they were others, {@link #reprojectAll()} reads every case.
   *
   * <p>Each case is stored by itself: when this throws, what was moved stays moved, and a repeat
   * goes on.
   *
   * @throws id.sop.store.StoreException when the store fails
   */
  public Reprojection reproject() {
    return projection.reproject();
  }

  /**
   * The same, reading every case that runs.
   *
   * @throws id.sop.store.StoreException when the store fails
   */
  public Reprojection reprojectAll() {
    return projection.reprojectAll();
  }

  /**
   * A plan to take open cases over to another version of their SOP: to be looked at by {@link
   * Migration#dryRun}, and carried out by {@link Migration#apply}.
   *
   * @throws SopException when the plan names a version that is not loaded, or a row that none has
   */
  public Migration migration(MigrationPlan plan) {
    return Migration.of(plan, store, () -> circumstances(store), this::submit);
  }

  private Circumstances circumstances(CaseStore within) {
    return circumstances(new StoredCases(within, elsewhere));
  }

  private Circumstances circumstances(StoredCases others) {
    return new Circumstances(
        editions, projection.calendar(), policy, authority, clock.instant(), others);
  }

  /**
   * The office time that each open row of a case has left, exact to the second; negative once it is
   * late, and at rest while its clock is. Rows whose time sets no limit are left out, and those
   * that a schedule sets.
   *
   * @throws SopException when the version of the case is not loaded
   */
  public Map<StepId, Duration> remaining(CaseId caseId) {
    CaseState state = state(caseId);
    if (!state.running()) {
      return ImmutableSortedMap.of();
    }
    Pinned pinned = state.pinned().orElseThrow();
    Sop sop = pinned(caseId, pinned.sop(), pinned.digest()).sop();
    Instant now = clock.instant();
    ImmutableSortedMap.Builder<StepId, Duration> left = ImmutableSortedMap.naturalOrder();
    for (OpenRow row : state.openRows()) {
      row.time(sop, projection.calendar())
          .remaining(row.term(), now)
          .ifPresent(duration -> left.put(row.step(), duration));
    }
    return left.build();
  }

  /** Closes the store. */
  @Override
  public void close() {
    store.close();
  }

  private Outcome attempt(Command command, CaseStore within) {
    CaseId caseId = command.caseId();
    Optional<CaseState> known = known(command, within);
    if (known.isPresent()) {
      try {
        Outcome outcome = attempt(command, within, known.get(), Optional.empty());
        if (outcome instanceof Outcome.Recorded) {
          return outcome;
        }
        // Others may have made possible meanwhile what is refused here.
      } catch (SopException e) {
        if (!isOutdated(e)) {
          throw e;
        }
        LOG.debug("case {}: no longer what it was at entry {}", caseId, known.get().seq());
      }
    }
    List<Entry> journal = within.read(caseId);
    return attempt(command, within, CaseState.of(caseId, journal), Optional.of(journal));
  }

  /** Whether a change was refused because it follows what is no longer so. */
  private static boolean isOutdated(SopException e) {
    return e instanceof ConcurrentChangeException || e.code() == StoreCode.NOT_CONTINUING;
  }

  /** Where the case stands as far as can be known without asking the store. */
  private Optional<CaseState> known(Command command, CaseStore within) {
    if (within != store || !store.keepsAtOnce()) {
      return Optional.empty();
    }
    Optional<CaseState> known = remembered.take(command.caseId());
    return known.isEmpty() && command instanceof Command.Start
        ? Optional.of(CaseState.none(command.caseId()))
        : known;
  }

  private Outcome attempt(
      Command command, CaseStore within, CaseState state, Optional<List<Entry>> journal) {
    StoredCases others = new StoredCases(within, elsewhere);
    Circumstances circumstances = circumstances(others);
    DueDates dueDates = circumstances.calendar();
    return Casework.decide(state, command, circumstances)
        .match(
            new Decision.Cases<Outcome>() {
              @Override
              public Outcome accept(Decision.Accept accept) {
                Outcome recorded = record(within, state, command, accept.events(), circumstances);
                projection.recordedBy(dueDates);
                return recorded;
              }

              @Override
              public Outcome repeat(Decision.Repeat repeat) {
                return new Outcome.Recorded(
                    Casework.receipt(
                        command.caseId(),
                        journal.isPresent() ? journal.get() : within.read(command.caseId()),
                        command.key().orElseThrow(),
                        repeat.lastSeq()),
                    true);
              }

              @Override
              public Outcome refuse(Decision.Refuse refuse) {
                LOG.debug("case {}: refused, {}", command.caseId(), codes(refuse));
                if (others.wereAsked()) {
                  requireUnmoved(within, state);
                }
                return new Outcome.Refused(refuse.why());
              }
            });
  }

  private Outcome record(
      CaseStore within,
      CaseState before,
      Command command,
      List<CaseEvent> events,
      Circumstances circumstances) {
    Optional<CommandMark> mark = Casework.mark(command);
    List<Entry> entries = chained(before, mark, events, circumstances.now());
    CaseState after = before.after(entries);
    if (before.hasKin() || after.hasKin()) {
      Kin kin = new Kin(within, circumstances, command.actor());
      List<Refusal> against = kin.follow(before, mark, events);
      if (!against.isEmpty()) {
        requireUnmoved(within, before);
        return new Outcome.Refused(against);
      }
      within.append(kin.changes());
    } else {
      within.append(CaseStore.Change.of(before, entries, after, within.findsDocuments()));
      if (within == store && after.running()) {
        remembered.keep(after);
      }
    }
    LOG.debug("case {}: recorded up to {}", after.caseId(), after.seq());
    return new Outcome.Recorded(Casework.receipt(after, events), false);
  }

  /**
   * What is refused because of other cases was decided on a state of this one and a later state of
   * those. Both held at one time only if this one has not moved since: by this very command, say,
   * of which the other case is what it left.
   */
  private static void requireUnmoved(CaseStore within, CaseState state) {
    long seq = within.read(state.caseId()).size();
    if (seq != state.seq()) {
      throw new ConcurrentChangeException(state.caseId(), state.seq(), seq);
    }
  }

  static List<Entry> chained(
      CaseState before, Optional<CommandMark> mark, List<CaseEvent> events, Instant now) {
    List<Entry> entries = new ArrayList<>();
    String head = before.head();
    for (CaseEvent event : events) {
      Entry entry =
          Chain.next(before.caseId(), before.seq() + entries.size() + 1, now, mark, event, head);
      entries.add(entry);
      head = entry.digest();
    }
    return entries;
  }

  private static List<String> codes(Decision.Refuse refuse) {
    return refuse.why().stream().map(r -> r.code().id()).toList();
  }
}
