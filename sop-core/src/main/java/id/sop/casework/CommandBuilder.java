package id.sop.casework;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds a command part by part; see the factory methods of {@link Command}. Not for several
 * threads.
 *
 * @param <B> the builder itself
 */
public abstract sealed class CommandBuilder<B extends CommandBuilder<B>> {
  final CaseId caseId;
  final Actor actor;
  Optional<Instant> occurredAt = Optional.empty();
  Optional<CommandKey> key = Optional.empty();

  private CommandBuilder(CaseId caseId, Actor actor) {
    this.caseId = caseId;
    this.actor = actor;
  }

  abstract B self();

  /** What was built. */
  public abstract Command build();

  /** When it happened in the office; without this, now. */
  public final B at(Instant moment) {
    occurredAt = Optional.of(moment);
    return self();
  }

  /** Makes a repeat harmless. */
  public final B key(String value) {
    key = Optional.of(CommandKey.of(value));
    return self();
  }

  /**
   * Builds a command that can make facts known.
   *
   * @param <B> the builder itself
   */
  public abstract static sealed class WithData<B extends WithData<B>> extends CommandBuilder<B> {
    final Map<String, DataValue> data = new LinkedHashMap<>();

    private WithData(CaseId caseId, Actor actor) {
      super(caseId, actor);
    }

    /** A fact. */
    public final B data(String name, DataValue value) {
      data.put(name, value);
      return self();
    }

    /** A fact as typed: it is read as the SOP declares it, and refused if it cannot be. */
    public final B data(String name, String text) {
      return data(name, DataValue.of(text));
    }

    /** A number, or an amount in whole rupiah. */
    public final B data(String name, long number) {
      return data(name, DataValue.of(number));
    }

    /** A yes or no. */
    public final B data(String name, boolean yes) {
      return data(name, DataValue.of(yes));
    }

    /** A date. */
    public final B data(String name, LocalDate date) {
      return data(name, DataValue.of(date));
    }
  }

  /** Builds a {@link Command.Start}. */
  public static final class Start extends WithData<Start> {
    private final SopId sop;
    private final List<CaseId> berdasarkan = new ArrayList<>();
    private Optional<Command.Meskipun> meskipun = Optional.empty();

    Start(CaseId caseId, SopId sop, Actor actor) {
      super(caseId, actor);
      this.sop = sop;
    }

    /** Another case that this one rests on, where its SOP asks for one that has ended. */
    public Start berdasarkan(CaseId other) {
      berdasarkan.add(other);
      return this;
    }

    /** Begins it although other cases do not stand as its SOP asks; the report will say so. */
    public Start meskipun(String alasan, String dasar) {
      meskipun = Optional.of(new Command.Meskipun(alasan, dasar));
      return this;
    }

    @Override
    Start self() {
      return this;
    }

    @Override
    public Command.Start build() {
      return new Command.Start(caseId, sop, actor, data, berdasarkan, meskipun, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Call}. */
  public static final class Call extends WithData<Call> {
    private final StepId step;
    private final CaseId child;
    private final List<Document> kelengkapan = new ArrayList<>();

    Call(CaseId caseId, StepId step, Actor actor, CaseId child) {
      super(caseId, actor);
      this.step = step;
      this.child = child;
    }

    /** A document that was there. */
    public Call kelengkapan(Document document) {
      kelengkapan.add(document);
      return this;
    }

    @Override
    Call self() {
      return this;
    }

    @Override
    public Command.Call build() {
      return new Command.Call(caseId, step, actor, child, data, kelengkapan, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Complete}. */
  public static final class Complete extends WithData<Complete> {
    private final StepId step;
    private Optional<String> decision = Optional.empty();
    private Optional<String> alasan = Optional.empty();
    private final List<Document> kelengkapan = new ArrayList<>();
    private final List<Document> output = new ArrayList<>();

    Complete(CaseId caseId, StepId step, Actor actor) {
      super(caseId, actor);
      this.step = step;
    }

    /** The label, exactly as the SOP has it. */
    public Complete decision(String label) {
      decision = Optional.of(label);
      return this;
    }

    /** Why it was decided so. */
    public Complete alasan(String text) {
      alasan = Optional.of(text);
      return this;
    }

    /** A document that was there. */
    public Complete kelengkapan(Document document) {
      kelengkapan.add(document);
      return this;
    }

    /** A document that came out. */
    public Complete output(Document document) {
      output.add(document);
      return this;
    }

    /** The same as something done once more: the row, which must repeat, stays open. */
    public Command.Repeat again() {
      return new Command.Repeat(build());
    }

    @Override
    Complete self() {
      return this;
    }

    @Override
    public Command.Complete build() {
      return new Command.Complete(
          caseId, step, actor, decision, alasan, kelengkapan, output, data, occurredAt, key);
    }
  }

  /** Builds a {@link Command.RecordSchedule}. */
  public static final class Schedule extends CommandBuilder<Schedule> {
    private final StepId step;
    private final Document document;
    private final Instant from;
    private final Instant to;

    Schedule(CaseId caseId, StepId step, Actor actor, Document document, Instant from, Instant to) {
      super(caseId, actor);
      this.step = step;
      this.document = document;
      this.from = from;
      this.to = to;
    }

    @Override
    Schedule self() {
      return this;
    }

    @Override
    public Command.RecordSchedule build() {
      return new Command.RecordSchedule(caseId, step, actor, document, from, to, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Participate}. */
  public static final class Participate extends CommandBuilder<Participate> {
    private final StepId step;
    private Optional<Document> evidence = Optional.empty();
    private Optional<String> kembali = Optional.empty();

    Participate(CaseId caseId, StepId step, Actor actor) {
      super(caseId, actor);
      this.step = step;
    }

    /** The paper that proves it, such as the minutes of a meeting. */
    public Participate evidence(Document document) {
      evidence = Optional.of(document);
      return this;
    }

    /** He does not sign, but sends the signing back to the one below him, for this reason. */
    public Participate kembali(String alasan) {
      kembali = Optional.of(alasan);
      return this;
    }

    @Override
    Participate self() {
      return this;
    }

    @Override
    public Command.Participate build() {
      return new Command.Participate(caseId, step, actor, evidence, kembali, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Correct}. */
  public static final class Correct extends WithData<Correct> {
    private final long entry;
    private final String alasan;
    private Optional<List<Document>> kelengkapan = Optional.empty();
    private Optional<List<Document>> output = Optional.empty();
    private Optional<Instant> happenedAt = Optional.empty();

    Correct(CaseId caseId, long entry, Actor actor, String alasan) {
      super(caseId, actor);
      this.entry = entry;
      this.alasan = alasan;
    }

    /** All that was there, in place of what was recorded. */
    public Correct kelengkapan(Document... documents) {
      kelengkapan = Optional.of(List.of(documents));
      return this;
    }

    /** All that came out, in place of what was recorded. */
    public Correct output(Document... documents) {
      output = Optional.of(List.of(documents));
      return this;
    }

    /** When the row was really done. */
    public Correct happenedAt(Instant moment) {
      happenedAt = Optional.of(moment);
      return this;
    }

    @Override
    Correct self() {
      return this;
    }

    @Override
    public Command.Correct build() {
      return new Command.Correct(
          caseId, entry, actor, alasan, kelengkapan, output, data, happenedAt, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Terminate}. */
  public static final class Terminate extends CommandBuilder<Terminate> {
    private final String alasan;

    Terminate(CaseId caseId, Actor actor, String alasan) {
      super(caseId, actor);
      this.alasan = alasan;
    }

    @Override
    Terminate self() {
      return this;
    }

    @Override
    public Command.Terminate build() {
      return new Command.Terminate(caseId, actor, alasan, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Suspend}. */
  public static final class Suspend extends CommandBuilder<Suspend> {
    private final String alasan;
    private Optional<StepId> step = Optional.empty();
    private Optional<String> dasar = Optional.empty();
    private final List<Document> dokumen = new ArrayList<>();

    Suspend(CaseId caseId, Actor actor, String alasan) {
      super(caseId, actor);
      this.alasan = alasan;
    }

    /** Only the clock of this row; without this, that of the whole case. */
    public Suspend row(String id) {
      step = Optional.of(StepId.of(id));
      return this;
    }

    /** The legal basis. */
    public Suspend dasar(String text) {
      dasar = Optional.of(text);
      return this;
    }

    /** A paper about it. */
    public Suspend document(Document document) {
      dokumen.add(document);
      return this;
    }

    @Override
    Suspend self() {
      return this;
    }

    @Override
    public Command.Suspend build() {
      return new Command.Suspend(caseId, step, actor, alasan, dasar, dokumen, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Resume}. */
  public static final class Resume extends CommandBuilder<Resume> {
    private Optional<StepId> step = Optional.empty();
    private Optional<String> alasan = Optional.empty();
    private final List<Document> dokumen = new ArrayList<>();

    Resume(CaseId caseId, Actor actor) {
      super(caseId, actor);
    }

    /** Only the clock of this row; without this, that of the whole case. */
    public Resume row(String id) {
      step = Optional.of(StepId.of(id));
      return this;
    }

    /** Why it runs again. */
    public Resume alasan(String text) {
      alasan = Optional.of(text);
      return this;
    }

    /** A paper about it. */
    public Resume document(Document document) {
      dokumen.add(document);
      return this;
    }

    @Override
    Resume self() {
      return this;
    }

    @Override
    public Command.Resume build() {
      return new Command.Resume(caseId, step, actor, alasan, dokumen, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Extend}. */
  public static final class Extend extends CommandBuilder<Extend> {
    private final StepId step;
    private final String alasan;
    private final Document document;

    Extend(CaseId caseId, StepId step, Actor actor, String alasan, Document document) {
      super(caseId, actor);
      this.step = step;
      this.alasan = alasan;
      this.document = document;
    }

    @Override
    Extend self() {
      return this;
    }

    @Override
    public Command.Extend build() {
      return new Command.Extend(caseId, step, actor, alasan, document, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Reproject}. */
  public static final class Reproject extends CommandBuilder<Reproject> {
    Reproject(CaseId caseId, Actor actor) {
      super(caseId, actor);
    }

    @Override
    Reproject self() {
      return this;
    }

    @Override
    public Command.Reproject build() {
      return new Command.Reproject(caseId, actor, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Acknowledge}. */
  public static final class Acknowledge extends CommandBuilder<Acknowledge> {
    private final StepId step;

    Acknowledge(CaseId caseId, StepId step, Actor actor) {
      super(caseId, actor);
      this.step = step;
    }

    @Override
    Acknowledge self() {
      return this;
    }

    @Override
    public Command.Acknowledge build() {
      return new Command.Acknowledge(caseId, step, actor, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Claim}. */
  public static final class Claim extends CommandBuilder<Claim> {
    private final StepId step;

    Claim(CaseId caseId, StepId step, Actor actor) {
      super(caseId, actor);
      this.step = step;
    }

    @Override
    Claim self() {
      return this;
    }

    @Override
    public Command.Claim build() {
      return new Command.Claim(caseId, step, actor, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Release}. */
  public static final class Release extends CommandBuilder<Release> {
    private final StepId step;
    private Optional<String> alasan = Optional.empty();

    Release(CaseId caseId, StepId step, Actor actor) {
      super(caseId, actor);
      this.step = step;
    }

    /** Why; required of another than the claimant. */
    public Release alasan(String text) {
      alasan = Optional.of(text);
      return this;
    }

    @Override
    Release self() {
      return this;
    }

    @Override
    public Command.Release build() {
      return new Command.Release(caseId, step, actor, alasan, occurredAt, key);
    }
  }

  /** Builds a {@link Command.AddSigner}. */
  public static final class AddSigner extends CommandBuilder<AddSigner> {
    private final StepId step;
    private final PelaksanaCode signer;
    private final String alasan;
    private final String dasar;
    private Optional<PelaksanaCode> sebelum = Optional.empty();

    AddSigner(
        CaseId caseId,
        StepId step,
        Actor actor,
        PelaksanaCode signer,
        String alasan,
        String dasar) {
      super(caseId, actor);
      this.step = step;
      this.signer = signer;
      this.alasan = alasan;
      this.dasar = dasar;
    }

    /** Before whom he signs; without this, last before the one who completes the row. */
    public AddSigner sebelum(PelaksanaCode other) {
      sebelum = Optional.of(other);
      return this;
    }

    @Override
    AddSigner self() {
      return this;
    }

    @Override
    public Command.AddSigner build() {
      return new Command.AddSigner(
          caseId, step, actor, signer, sebelum, alasan, dasar, occurredAt, key);
    }
  }

  /** Builds a {@link Command.RemoveSigner}. */
  public static final class RemoveSigner extends CommandBuilder<RemoveSigner> {
    private final StepId step;
    private final PelaksanaCode signer;
    private final String alasan;
    private final String dasar;

    RemoveSigner(
        CaseId caseId,
        StepId step,
        Actor actor,
        PelaksanaCode signer,
        String alasan,
        String dasar) {
      super(caseId, actor);
      this.step = step;
      this.signer = signer;
      this.alasan = alasan;
      this.dasar = dasar;
    }

    @Override
    RemoveSigner self() {
      return this;
    }

    @Override
    public Command.RemoveSigner build() {
      return new Command.RemoveSigner(caseId, step, actor, signer, alasan, dasar, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Skip}. */
  public static final class Skip extends CommandBuilder<Skip> {
    private final StepId step;
    private final String alasan;

    Skip(CaseId caseId, StepId step, Actor actor, String alasan) {
      super(caseId, actor);
      this.step = step;
      this.alasan = alasan;
    }

    @Override
    Skip self() {
      return this;
    }

    @Override
    public Command.Skip build() {
      return new Command.Skip(caseId, step, actor, alasan, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Raise}. */
  public static final class Raise extends CommandBuilder<Raise> {
    private final StepId step;
    private final String alasan;

    Raise(CaseId caseId, StepId step, Actor actor, String alasan) {
      super(caseId, actor);
      this.step = step;
      this.alasan = alasan;
    }

    @Override
    Raise self() {
      return this;
    }

    @Override
    public Command.Raise build() {
      return new Command.Raise(caseId, step, actor, alasan, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Move}. */
  public static final class Move extends CommandBuilder<Move> {
    private final StepId step;
    private final Cara cara;
    private final StepId ke;
    private final String alasan;
    private Optional<String> dasar;

    Move(
        CaseId caseId,
        StepId step,
        Actor actor,
        Cara cara,
        StepId ke,
        String alasan,
        Optional<String> dasar) {
      super(caseId, actor);
      this.step = step;
      this.cara = cara;
      this.ke = ke;
      this.alasan = alasan;
      this.dasar = dasar;
    }

    /** On what ground; the report notes where there is none. */
    public Move dasar(String text) {
      dasar = Optional.of(text);
      return this;
    }

    @Override
    Move self() {
      return this;
    }

    @Override
    public Command.Move build() {
      return new Command.Move(caseId, step, actor, cara, ke, alasan, dasar, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Recall}. */
  public static final class Recall extends CommandBuilder<Recall> {
    private final StepId step;
    private final String alasan;

    Recall(CaseId caseId, StepId step, Actor actor, String alasan) {
      super(caseId, actor);
      this.step = step;
      this.alasan = alasan;
    }

    @Override
    Recall self() {
      return this;
    }

    @Override
    public Command.Recall build() {
      return new Command.Recall(caseId, step, actor, alasan, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Transfer}. */
  public static final class Transfer extends CommandBuilder<Transfer> {
    private final StepId step;
    private final Actor kepada;
    private final String alasan;

    Transfer(CaseId caseId, StepId step, Actor actor, Actor kepada, String alasan) {
      super(caseId, actor);
      this.step = step;
      this.kepada = kepada;
      this.alasan = alasan;
    }

    @Override
    Transfer self() {
      return this;
    }

    @Override
    public Command.Transfer build() {
      return new Command.Transfer(caseId, step, actor, kepada, alasan, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Reopen}. */
  public static final class Reopen extends CommandBuilder<Reopen> {
    private final StepId step;
    private final String alasan;
    private final String dasar;

    Reopen(CaseId caseId, StepId step, Actor actor, String alasan, String dasar) {
      super(caseId, actor);
      this.step = step;
      this.alasan = alasan;
      this.dasar = dasar;
    }

    @Override
    Reopen self() {
      return this;
    }

    @Override
    public Command.Reopen build() {
      return new Command.Reopen(caseId, step, actor, alasan, dasar, occurredAt, key);
    }
  }

  /** Builds a {@link Command.Attach}. */
  public static final class Attach extends CommandBuilder<Attach> {
    private final List<Document> dokumen;
    private Optional<StepId> step = Optional.empty();
    private Optional<String> keterangan = Optional.empty();

    Attach(CaseId caseId, Actor actor, List<Document> dokumen) {
      super(caseId, actor);
      this.dokumen = dokumen;
    }

    /** Only for this open row; without this, for every row done from then on. */
    public Attach row(String id) {
      step = Optional.of(StepId.of(id));
      return this;
    }

    /** What is said of them. */
    public Attach keterangan(String text) {
      keterangan = Optional.of(text);
      return this;
    }

    @Override
    Attach self() {
      return this;
    }

    @Override
    public Command.Attach build() {
      return new Command.Attach(caseId, step, actor, dokumen, keterangan, occurredAt, key);
    }
  }
}
