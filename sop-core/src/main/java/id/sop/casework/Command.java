package id.sop.casework;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.DataValue;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
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

  /** Opens a case of {@code sop}; {@code data} is what is known already. */
  record Start(
      CaseId caseId,
      SopId sop,
      Actor actor,
      Map<String, DataValue> data,
      Optional<Instant> occurredAt,
      Optional<CommandKey> key)
      implements Command {
    public Start {
      data = ImmutableMap.copyOf(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.start(this);
    }
  }

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
   * exist.
   */
  record Participate(
      CaseId caseId,
      StepId step,
      Actor actor,
      Optional<Document> evidence,
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

  /** Skips an optional row. */
  static CommandBuilder.Skip skip(CaseId caseId, String step, Actor actor, String alasan) {
    return new CommandBuilder.Skip(caseId, StepId.of(step), actor, alasan);
  }

  /** Opens a row that arises by what happens. */
  static CommandBuilder.Raise raise(CaseId caseId, String step, Actor actor, String alasan) {
    return new CommandBuilder.Raise(caseId, StepId.of(step), actor, alasan);
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R start(Start command);

    R complete(Complete command);

    R recordSchedule(RecordSchedule command);

    R participate(Participate command);

    R correct(Correct command);

    R terminate(Terminate command);

    R skip(Skip command);

    R raise(Raise command);

    R repeat(Repeat command);
  }
}
