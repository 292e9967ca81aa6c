package id.sop.casework;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent.RowMoved.Cara;
import id.sop.journal.CaseId;
import id.sop.journal.CommandKey;
import id.sop.journal.Document;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that an official wants done to a case. {@code occurredAt} is when it happened in the
 * office; empty means now. {@code key} makes a repeat harmless: the second identical command gets
 * the first one's receipt.
 */
public sealed interface Command {

  CaseId caseId();

  Actor actor();

  Optional<Instant> occurredAt();

  Optional<CommandKey> key();

  <R> R match(Cases<R> cases);

  /**
   * Opens a case of {@code sop}; {@code data} is what is known already.
   *
   * @param berdasarkan other cases that it rests on, where its SOP asks for one that has ended
   * @param meskipun why it is begun although other cases do not stand as its SOP asks; empty when
   *     they do
   */
  record Start(
      CaseId caseId,
      SopId sop,
      Actor actor,
      Map<String, DataValue> data,
      List<CaseId> berdasarkan,
      Optional<Meskipun> meskipun,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    public Start {
      data = ImmutableMap.copyOf(data);
      berdasarkan = List.copyOf(berdasarkan);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.start(this);
    }
  }

  /**
   * Why something is done that its SOP does not allow yet.
   *
   * @param alasan the reason
   * @param dasar the ground: a disposition, a letter
   */
  record Meskipun(String alasan, String dasar) {}

  /**
   * Says that {@code step} is done.
   *
   * @param decision the label, as the official typed it: an unknown one is refused, never routed
   * @param alasan a reason; required with a decision that sends the case back
   * @param kelengkapan the documents that were there
   * @param output the documents that came out
   * @param data facts that are now known
   */
  record Complete(
      CaseId caseId,
      StepId step,
      Actor actor,
      Optional<String> decision,
      Optional<String> alasan,
      List<Document> kelengkapan,
      List<Document> output,
      Map<String, DataValue> data,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    public Complete {
      kelengkapan = List.copyOf(kelengkapan);
      output = List.copyOf(output);
      data = ImmutableMap.copyOf(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.complete(this);
    }
  }

  /** Records the schedule of an open row whose time is SESUAI JADWAL. */
  record RecordSchedule(
      CaseId caseId,
      StepId step,
      Actor actor,
      Document document,
      Instant from,
      Instant to,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.recordSchedule(this);
    }
  }

  /**
   * Records that {@code actor} took part in an open row, signed it in turn, or that its minutes
   * exist; or that he sent its signing back to the one below him.
   *
   * @param kembali why he sends it back instead of signing; empty when he does not
   */
  record Participate(
      CaseId caseId,
      StepId step,
      Actor actor,
      Optional<Document> evidence,
      Optional<String> kembali,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.participate(this);
    }
  }

  /** Says what holds instead of an earlier completion; the original stays in the record. */
  record Correct(
      CaseId caseId,
      long entry,
      Actor actor,
      String alasan,
      Optional<List<Document>> kelengkapan,
      Optional<List<Document>> output,
      Map<String, DataValue> data,
      Optional<Instant> happenedAt,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    public Correct {
      kelengkapan = kelengkapan.map(List::copyOf);
      output = output.map(List::copyOf);
      data = ImmutableMap.copyOf(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.correct(this);
    }
  }

  /** Stops a case outside its SOP (DIHENTIKAN). */
  record Terminate(
      CaseId caseId,
      Actor actor,
      String alasan,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.terminate(this);
    }
  }

  /**
   * Stops the clock, of one open row or of all rows of the case, until it is resumed.
   *
   * @param step the row; empty: the whole case
   * @param alasan why; required
   * @param dasar the legal basis; the report notes where there is none
   * @param dokumen the papers
   */
  record Suspend(
      CaseId caseId,
      Optional<StepId> step,
      Actor actor,
      String alasan,
      Optional<String> dasar,
      List<Document> dokumen,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    public Suspend {
      dokumen = List.copyOf(dokumen);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.suspend(this);
    }
  }

  /**
   * Lets the clock run again, of one open row or of the case, as it was stopped. What the stop took
   * is given back.
   *
   * @param step the row; empty: the whole case
   * @param alasan why, if that is to be said
   * @param dokumen the papers
   */
  record Resume(
      CaseId caseId,
      Optional<StepId> step,
      Actor actor,
      Optional<String> alasan,
      List<Document> dokumen,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    public Resume {
      dokumen = List.copyOf(dokumen);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.resume(this);
    }
  }

  /**
   * Extends the time of an open row by what its SOP allows, once in a visit.
   *
   * @param alasan the ground; required
   * @param document the paper that grants it
   */
  record Extend(
      CaseId caseId,
      StepId step,
      Actor actor,
      String alasan,
      Document document,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.extend(this);
    }
  }

  /** Computes the due times of all open rows anew, by the calendar as it is known now. */
  record Reproject(
      CaseId caseId, Actor actor, Optional<Instant> occurredAt, Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reproject(this);
    }
  }

  /** Says that a recipient has what came out of the row's last visit, or was told. */
  record Acknowledge(
      CaseId caseId,
      StepId step,
      Actor actor,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.acknowledge(this);
    }
  }

  /** Takes an open row upon oneself, until it is done or released. */
  record Claim(
      CaseId caseId,
      StepId step,
      Actor actor,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.claim(this);
    }
  }

  /**
   * Gives up a claim, or takes away another's.
   *
   * @param alasan why; required of another than the claimant
   */
  record Release(
      CaseId caseId,
      StepId step,
      Actor actor,
      Optional<String> alasan,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.release(this);
    }
  }

  /**
   * Lets one more sign an open row that is signed in order, or do one that is done together.
   *
   * @param signer who
   * @param sebelum before whom he signs; empty: last before the one who completes the row
   * @param alasan why
   * @param dasar on what ground: a disposition, a letter
   */
  record AddSigner(
      CaseId caseId,
      StepId step,
      Actor actor,
      PelaksanaCode signer,
      Optional<PelaksanaCode> sebelum,
      String alasan,
      String dasar,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.addSigner(this);
    }
  }

  /**
   * Lets one less sign an open row, or do it together with the others.
   *
   * @param signer who no longer has to
   * @param alasan why
   * @param dasar on what ground: a disposition, a letter
   */
  record RemoveSigner(
      CaseId caseId,
      StepId step,
      Actor actor,
      PelaksanaCode signer,
      String alasan,
      String dasar,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.removeSigner(this);
    }
  }

  /**
   * Skips an optional row that is open.
   *
   * @param alasan why it is not needed
   */
  record Skip(
      CaseId caseId,
      StepId step,
      Actor actor,
      String alasan,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.skip(this);
    }
  }

  /**
   * Opens a row that arises by what happens, beside those that are open.
   *
   * @param alasan what happened
   */
  record Raise(
      CaseId caseId,
      StepId step,
      Actor actor,
      String alasan,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.raise(this);
    }
  }

  /**
   * Says that a row that repeats is done once more, and stays open for another time.
   *
   * @param done what is said of this time
   */
  record Repeat(Complete done) implements Command {
    @Override
    public CaseId caseId() {
      return done.caseId();
    }

    @Override
    public Actor actor() {
      return done.actor();
    }

    @Override
    public Optional<Instant> occurredAt() {
      return done.occurredAt();
    }

    @Override
    public Optional<CommandKey> key() {
      return done.key();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.repeat(this);
    }
  }

  /**
   * Begins a case of the SOP that an open row stands for. The row is done when that case ends.
   *
   * @param child the case to begin
   * @param data what is known already, beside what the document passes on, by the names of the
   *     other SOP
   * @param kelengkapan the documents that were there
   */
  record Call(
      CaseId caseId,
      StepId step,
      Actor actor,
      CaseId child,
      Map<String, DataValue> data,
      List<Document> kelengkapan,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    public Call {
      data = ImmutableMap.copyOf(data);
      kelengkapan = List.copyOf(kelengkapan);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.call(this);
    }
  }

  /**
   * Takes the file from an open row, which is not done with that, to another one, along no arrow.
   *
   * @param cara back to a row that was done before, or elsewhere
   * @param ke the row to which it goes
   * @param alasan why
   * @param dasar on what ground: a disposition, a letter; required when it does not go back
   */
  record Move(
      CaseId caseId,
      StepId step,
      Actor actor,
      Cara cara,
      StepId ke,
      String alasan,
      Optional<String> dasar,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.move(this);
    }
  }

  /**
   * Takes back one's own completion of a row, as long as nobody has acted on it.
   *
   * @param alasan why
   */
  record Recall(
      CaseId caseId,
      StepId step,
      Actor actor,
      String alasan,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.recall(this);
    }
  }

  /**
   * Hands an open row to another person.
   *
   * @param kepada the person, and the role in which he is to do it
   * @param alasan why
   */
  record Transfer(
      CaseId caseId,
      StepId step,
      Actor actor,
      Actor kepada,
      String alasan,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.transfer(this);
    }
  }

  /**
   * Lets a case that has ended, or was stopped, run again.
   *
   * @param step the row at which it goes on
   * @param alasan why
   * @param dasar on what ground: a disposition, a letter, a verdict
   */
  record Reopen(
      CaseId caseId,
      StepId step,
      Actor actor,
      String alasan,
      String dasar,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reopen(this);
    }
  }

  /**
   * Puts documents to the file.
   *
   * @param step the open row for which they count; empty: every row done from then on
   * @param dokumen the documents, at least one
   * @param keterangan what is said of them
   */
  record Attach(
      CaseId caseId,
      Optional<StepId> step,
      Actor actor,
      List<Document> dokumen,
      Optional<String> keterangan,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    public Attach {
      dokumen = List.copyOf(dokumen);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.attach(this);
    }
  }

  /**
   * Takes a case over to another version of its SOP. {@code id.sop.migration} makes these, for all
   * open cases.
   *
   * @param dari the digest of the version that the case is on
   * @param ke the digest of the version that it is to go on with
   * @param pemetaan which row of the one is which of the other
   * @param actor who decided it: a person, in whatever role the host gives that right to
   * @param alasan why; required
   * @param dasar the paper that orders it
   */
  record Migrate(
      CaseId caseId,
      String dari,
      String ke,
      RowMapping pemetaan,
      Actor actor,
      String alasan,
      Document dasar,
      Optional<CommandKey> key)
      implements Command {
    public Migrate {
      checkArgument(!actor.equals(Actor.SISTEM), "a person answers for a migration");
      checkArgument(!dasar.lisan(), "a migration is ordered on paper");
    }

    /** Now: a case changes its version from here on, never for what is past. */
    @Override
    public Optional<Instant> occurredAt() {
      return Optional.empty();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.migrate(this);
    }
  }

  /** Opens a case of {@code sop}. */
  static CommandBuilder.Start start(CaseId caseId, SopId sop, Actor actor) {
    return new CommandBuilder.Start(caseId, sop, actor);
  }

  /** Says that {@code step} is done. */
  static CommandBuilder.Complete complete(CaseId caseId, String step, Actor actor) {
    return new CommandBuilder.Complete(caseId, StepId.of(step), actor);
  }

  /** Records the schedule of {@code step}, from its first moment to its last. */
  static CommandBuilder.Schedule schedule(
      CaseId caseId, String step, Actor actor, Document document, Instant from, Instant to) {
    return new CommandBuilder.Schedule(caseId, StepId.of(step), actor, document, from, to);
  }

  /** Records that {@code actor} took part in {@code step}. */
  static CommandBuilder.Participate participate(CaseId caseId, String step, Actor actor) {
    return new CommandBuilder.Participate(caseId, StepId.of(step), actor);
  }

  /** Says what holds instead of the completion that is entry {@code entry}. */
  static CommandBuilder.Correct correct(CaseId caseId, long entry, Actor actor, String alasan) {
    return new CommandBuilder.Correct(caseId, entry, actor, alasan);
  }

  /** Stops a case outside its SOP. */
  static CommandBuilder.Terminate terminate(CaseId caseId, Actor actor, String alasan) {
    return new CommandBuilder.Terminate(caseId, actor, alasan);
  }

  /** Stops the clock of the whole case, or of the row that the builder is told. */
  static CommandBuilder.Suspend suspend(CaseId caseId, Actor actor, String alasan) {
    return new CommandBuilder.Suspend(caseId, actor, alasan);
  }

  /** Lets the clock of the whole case run again, or of the row that the builder is told. */
  static CommandBuilder.Resume resume(CaseId caseId, Actor actor) {
    return new CommandBuilder.Resume(caseId, actor);
  }

  /** Extends the time of {@code step} on the ground {@code alasan}. */
  static CommandBuilder.Extend extend(
      CaseId caseId, String step, Actor actor, String alasan, Document document) {
    return new CommandBuilder.Extend(caseId, StepId.of(step), actor, alasan, document);
  }

  /** Computes the due times of the case anew. */
  static CommandBuilder.Reproject reproject(CaseId caseId, Actor actor) {
    return new CommandBuilder.Reproject(caseId, actor);
  }

  /** Says that {@code actor} received what came out of {@code step}, or was told. */
  static CommandBuilder.Acknowledge acknowledge(CaseId caseId, String step, Actor actor) {
    return new CommandBuilder.Acknowledge(caseId, StepId.of(step), actor);
  }

  /** Takes {@code step} upon {@code actor}. */
  static CommandBuilder.Claim claim(CaseId caseId, String step, Actor actor) {
    return new CommandBuilder.Claim(caseId, StepId.of(step), actor);
  }

  /** Ends the claim on {@code step}. */
  static CommandBuilder.Release release(CaseId caseId, String step, Actor actor) {
    return new CommandBuilder.Release(caseId, StepId.of(step), actor);
  }

  /** Lets {@code signer} sign {@code step} too, for a reason and on a ground. */
  static CommandBuilder.AddSigner addSigner(
      CaseId caseId, String step, Actor actor, PelaksanaCode signer, String alasan, String dasar) {
    return new CommandBuilder.AddSigner(caseId, StepId.of(step), actor, signer, alasan, dasar);
  }

  /** Lets {@code signer} no longer sign {@code step}, for a reason and on a ground. */
  static CommandBuilder.RemoveSigner removeSigner(
      CaseId caseId, String step, Actor actor, PelaksanaCode signer, String alasan, String dasar) {
    return new CommandBuilder.RemoveSigner(caseId, StepId.of(step), actor, signer, alasan, dasar);
  }

  /** Skips an optional row. */
  static CommandBuilder.Skip skip(CaseId caseId, String step, Actor actor, String alasan) {
    return new CommandBuilder.Skip(caseId, StepId.of(step), actor, alasan);
  }

  /** Opens a row that arises by what happens. */
  static CommandBuilder.Raise raise(CaseId caseId, String step, Actor actor, String alasan) {
    return new CommandBuilder.Raise(caseId, StepId.of(step), actor, alasan);
  }

  /** Begins the case {@code child} of the SOP that {@code step} stands for. */
  static CommandBuilder.Call call(CaseId caseId, String step, Actor actor, CaseId child) {
    return new CommandBuilder.Call(caseId, StepId.of(step), actor, child);
  }

  /** Sends the file from {@code step} back to {@code ke}, along no arrow. */
  static CommandBuilder.Move sendBack(
      CaseId caseId, String step, Actor actor, String ke, String alasan) {
    return new CommandBuilder.Move(
        caseId, StepId.of(step), actor, Cara.KEMBALI, StepId.of(ke), alasan, Optional.empty());
  }

  /**
   * Moves the file from {@code step} to {@code ke}, along no arrow, on the ground {@code dasar}.
   */
  static CommandBuilder.Move move(
      CaseId caseId, String step, Actor actor, String ke, String alasan, String dasar) {
    return new CommandBuilder.Move(
        caseId, StepId.of(step), actor, Cara.PINDAH, StepId.of(ke), alasan, Optional.of(dasar));
  }

  /** Takes back one's own completion of {@code step}. */
  static CommandBuilder.Recall recall(CaseId caseId, String step, Actor actor, String alasan) {
    return new CommandBuilder.Recall(caseId, StepId.of(step), actor, alasan);
  }

  /** Hands {@code step} to {@code kepada}. */
  static CommandBuilder.Transfer transfer(
      CaseId caseId, String step, Actor actor, Actor kepada, String alasan) {
    return new CommandBuilder.Transfer(caseId, StepId.of(step), actor, kepada, alasan);
  }

  /** Lets a case that has ended run again, at {@code step}. */
  static CommandBuilder.Reopen reopen(
      CaseId caseId, String step, Actor actor, String alasan, String dasar) {
    return new CommandBuilder.Reopen(caseId, StepId.of(step), actor, alasan, dasar);
  }

  /** Puts {@code documents} to the file. */
  static CommandBuilder.Attach attach(CaseId caseId, Actor actor, Document... documents) {
    return new CommandBuilder.Attach(caseId, actor, List.of(documents));
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R start(Start command);

    R complete(Complete command);

    R recordSchedule(RecordSchedule command);

    R participate(Participate command);

    R correct(Correct command);

    R terminate(Terminate command);

    R suspend(Suspend command);

    R resume(Resume command);

    R extend(Extend command);

    R reproject(Reproject command);

    R acknowledge(Acknowledge command);

    R claim(Claim command);

    R release(Release command);

    R addSigner(AddSigner command);

    R removeSigner(RemoveSigner command);

    R migrate(Migrate command);

    R skip(Skip command);

    R raise(Raise command);

    R repeat(Repeat command);

    R call(Call command);

    R move(Move command);

    R recall(Recall command);

    R transfer(Transfer command);

    R reopen(Reopen command);

    R attach(Attach command);
  }
}
