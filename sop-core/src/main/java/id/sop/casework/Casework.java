package id.sop.casework;

import id.sop.definition.SopId;
import id.sop.internal.Micros;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.CommandKey;
import id.sop.journal.CommandMark;
import id.sop.journal.Entry;
import id.sop.routing.Procedure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides about commands. All here is pure: the same arguments give the same answer. */
public final class Casework {
  private Casework() {}

  /**
   * What is to become of {@code command}. Nothing is ever routed on a guess: where the rules give
   * no single answer, the command is refused.
   *
   * @param state where the case stands
   * @param circumstances what else the decision rests on
   */
  public static Decision decide(CaseState state, Command command, Circumstances circumstances) {
    Optional<Decision> already = unusableTime(command);
    if (already.isEmpty()) {
      already = repeated(state, command);
    }
    return already.isPresent() ? already.get() : command.match(new Deciding(state, circumstances));
  }

  /**
   * Whether the case that {@code begun} names may begin, for the row of the case {@code waiting}.
   *
   * @param child where the case to begin stands: nowhere, or it is refused
   */
  public static Decision begin(
      CaseId waiting, CaseState child, CaseEvent.ChildBegun begun, Circumstances circumstances) {
    if (child.status() != CaseStatus.BELUM_MULAI) {
      return Refusals.refuse(CaseworkCode.CASE_EXISTS, child.caseId().value());
    }
    Optional<Procedure> of = circumstances.editions().pinned(begun.sop(), begun.digest());
    if (of.isEmpty()) {
      return notLoaded(child.caseId(), new Pinned(begun.sop(), begun.versi(), begun.digest()));
    }
    Command.Start start =
        new Command.Start(
            begun.berkas(),
            begun.sop(),
            begun.actor(),
            begun.data(),
            List.of(),
            Optional.empty(),
            Optional.of(begun.occurredAt()),
            Optional.empty());
    CaseEvent.Induk induk = new CaseEvent.Induk(waiting, begun.step(), begun.visit());
    return Starting.decide(child, start, induk, of.get(), circumstances);
  }

  /**
   * What the end of {@code child} means for the case {@code waiting}, of which a row may wait for
   * it; empty when none does any more.
   */
  public static Optional<Decision> returned(
      CaseState waiting, CaseState child, Circumstances circumstances) {
    CaseEvent.Induk induk = child.induk().orElseThrow();
    Optional<OpenRow> row =
        Optional.ofNullable(waiting.open().get(induk.step()))
            .filter(r -> r.visit() == induk.visit())
            .filter(r -> r.child().filter(c -> c.waitsFor(child.caseId())).isPresent());
    if (row.isEmpty()) {
      return Optional.empty();
    }
    Pinned pinned = waiting.pinned().orElseThrow();
    return Optional.of(
        circumstances
            .editions()
            .pinned(pinned.sop(), pinned.digest())
            .<Decision>map(of -> Returning.decide(waiting, row.get(), child, circumstances, of))
            .orElseGet(() -> notLoaded(waiting.caseId(), pinned)));
  }

  /**
   * Why {@code child}, which has ended, may not run again while {@code waiting} rests on its end.
   */
  public static Optional<Refusal> awaited(CaseState waiting, CaseState child) {
    CaseEvent.Induk induk = child.induk().orElseThrow();
    return Optional.ofNullable(waiting.open().get(induk.step()))
        .filter(r -> r.visit() == induk.visit())
        .flatMap(OpenRow::child)
        .filter(c -> c.begun().berkas().equals(child.caseId()))
        .map(
            c ->
                Refusal.of(
                    CaseworkCode.CHILD_AWAITED,
                    waiting.caseId().value(),
                    induk.step().value(),
                    child.caseId().value()));
  }

  /** The end of a running case for which nobody waits any more, because {@code why}. */
  public static List<CaseEvent> abandoned(CaseState child, Actor actor, String why, Instant at) {
    return Returning.stopped(child, actor, why, at);
  }

  private static Decision notLoaded(CaseId caseId, Pinned pinned) {
    return Refusals.refuse(
        CaseworkCode.VERSION_NOT_LOADED,
        caseId.value(),
        pinned.sop().value(),
        pinned.versi(),
        pinned.digest());
  }

  /** How the entries of {@code command} are marked; empty when it has no key. */
  public static Optional<CommandMark> mark(Command command) {
    return command.key().isPresent()
        ? Optional.of(new CommandMark(command.key().get(), CommandDigest.of(command)))
        : Optional.empty();
  }

  /**
   * The receipt of the command whose last entry is {@code lastSeq}, as it was given then.
   *
   * @param journal the case's journal, up to that entry at least
   */
  public static Receipt receipt(CaseId caseId, List<Entry> journal, CommandKey key, long lastSeq) {
    List<Entry> then = journal.subList(0, Math.toIntExact(lastSeq));
    List<CaseEvent> events =
        then.stream()
            .filter(e -> e.command().map(CommandMark::key).filter(key::equals).isPresent())
            .map(Entry::event)
            .toList();
    return receipt(CaseState.of(caseId, then), events);
  }

  /** The receipt of a command that recorded {@code events} and left the case in {@code state}. */
  public static Receipt receipt(CaseState state, List<CaseEvent> events) {
    return new Receipt(
        state.caseId(), state.seq(), state.head(), events, state.openRows(), state.status());
  }

  private static Optional<Decision> unusableTime(Command command) {
    for (Instant at : times(command)) {
      if (!Micros.canKeep(at)) {
        return Optional.of(Refusals.refuse(CaseworkCode.TIME_UNUSABLE, at.toString()));
      }
    }
    return Optional.empty();
  }

  private static List<Instant> times(Command command) {
    List<Instant> times = new ArrayList<>();
    addTo(times, command.occurredAt());
    if (command instanceof Command.RecordSchedule schedule) {
      times.add(schedule.from());
      times.add(schedule.to());
    } else if (command instanceof Command.Correct correct) {
      addTo(times, correct.happenedAt());
    }
    return times;
  }

  private static void addTo(List<Instant> times, Optional<Instant> at) {
    if (at.isPresent()) {
      times.add(at.get());
    }
  }

  private static Optional<Decision> repeated(CaseState state, Command command) {
    Optional<CommandMark> mark = mark(command);
    CaseState.Carried carried = mark.isPresent() ? state.commands().get(mark.get().key()) : null;
    if (carried == null) {
      return Optional.empty();
    }
    return Optional.of(
        carried.digest().equals(mark.get().digest())
            ? new Decision.Repeat(carried.lastSeq())
            : Refusals.refuse(
                CaseworkCode.KEY_REUSED,
                mark.get().key().value(),
                Long.toString(carried.lastSeq())));
  }

  private record Deciding(CaseState state, Circumstances circumstances)
      implements Command.Cases<Decision> {

    @Override
    public Decision start(Command.Start command) {
      if (state.status() != CaseStatus.BELUM_MULAI) {
        return Refusals.refuse(CaseworkCode.CASE_EXISTS, state.caseId().value());
      }
      return Starting.decide(state, command, circumstances);
    }

    @Override
    public Decision complete(Command.Complete command) {
      return whileRunning(command, on -> new Completing(on, command).decide());
    }

    @Override
    public Decision recordSchedule(Command.RecordSchedule command) {
      return whileRunning(command, on -> Attending.schedule(on, command));
    }

    @Override
    public Decision participate(Command.Participate command) {
      return whileRunning(command, on -> Attending.participate(on, command));
    }

    @Override
    public Decision correct(Command.Correct command) {
      // A record may turn out wrong after the case has ended, too.
      return known(command, on -> new Correcting(on, command).decide());
    }

    @Override
    public Decision terminate(Command.Terminate command) {
      return whileRunning(command, on -> Terminating.decide(on, command));
    }

    @Override
    public Decision suspend(Command.Suspend command) {
      return whileRunning(command, on -> Suspending.suspend(on, command));
    }

    @Override
    public Decision resume(Command.Resume command) {
      return whileRunning(command, on -> Suspending.resume(on, command));
    }

    @Override
    public Decision extend(Command.Extend command) {
      return whileRunning(command, on -> Extending.decide(on, command));
    }

    @Override
    public Decision reproject(Command.Reproject command) {
      return whileRunning(command, on -> Reprojecting.decide(on, command));
    }

    @Override
    public Decision acknowledge(Command.Acknowledge command) {
      // What a case's last row gives is received when the case has ended.
      return known(command, on -> Acknowledging.decide(on, command));
    }

    @Override
    public Decision claim(Command.Claim command) {
      return whileRunning(command, on -> Claiming.claim(on, command));
    }

    @Override
    public Decision release(Command.Release command) {
      return whileRunning(command, on -> Claiming.release(on, command));
    }

    @Override
    public Decision addSigner(Command.AddSigner command) {
      return whileRunning(command, on -> Signers.add(on, command));
    }

    @Override
    public Decision removeSigner(Command.RemoveSigner command) {
      return whileRunning(command, on -> Signers.remove(on, command));
    }

    @Override
    public Decision skip(Command.Skip command) {
      return whileRunning(command, on -> Skipping.decide(on, command));
    }

    @Override
    public Decision raise(Command.Raise command) {
      return whileRunning(command, on -> Raising.decide(on, command));
    }

    @Override
    public Decision repeat(Command.Repeat command) {
      return whileRunning(command, on -> new Completing(on, command.done()).decideAgain());
    }

    @Override
    public Decision call(Command.Call command) {
      return whileRunning(command, on -> Calling.decide(on, command));
    }

    @Override
    public Decision move(Command.Move command) {
      return whileRunning(command, on -> Moving.decide(on, command));
    }

    @Override
    public Decision recall(Command.Recall command) {
      return whileRunning(command, on -> Recalling.decide(on, command));
    }

    @Override
    public Decision transfer(Command.Transfer command) {
      return whileRunning(command, on -> Transferring.decide(on, command));
    }

    @Override
    public Decision reopen(Command.Reopen command) {
      return known(command, on -> Reopening.decide(on, command));
    }

    @Override
    public Decision attach(Command.Attach command) {
      return whileRunning(command, on -> Attaching.decide(on, command));
    }

    @Override
    public Decision migrate(Command.Migrate command) {
      return whileRunning(command, on -> Migrating.decide(on, command));
    }

    private Decision whileRunning(Command command, Step step) {
      if (state.status() == CaseStatus.SELESAI || state.status() == CaseStatus.DIHENTIKAN) {
        return Refusals.refuse(
            CaseworkCode.CASE_CLOSED, state.caseId().value(), state.status().name());
      }
      return known(command, step);
    }

    private Decision known(Command command, Step step) {
      if (state.pinned().isEmpty()) {
        return Refusals.refuse(CaseworkCode.CASE_UNKNOWN, command.caseId().value());
      }
      Pinned pinned = state.pinned().get();
      SopId sop = pinned.sop();
      Optional<Procedure> procedure = circumstances.editions().pinned(sop, pinned.digest());
      if (procedure.isEmpty()) {
        return notLoaded(state.caseId(), pinned);
      }
      return step.decide(new Deliberation(state, circumstances, procedure.get(), command));
    }
  }

  /** A decision about a case that has begun. */
  private interface Step {
    Decision decide(Deliberation on);
  }
}
