package id.sop.journal;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.DataValue;
import id.sop.definition.Eskalasi;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.routing.RouteReason;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to a case. Events are facts: they are appended, never changed. {@code
 * occurredAt} is when it happened in the office; when it was recorded stands in the {@link Entry}.
 */
public sealed interface CaseEvent {

  /** When it happened in the office. */
  Instant occurredAt();

  <R> R match(Cases<R> cases);

  /**
   * A case began.
   *
   * @param sop the SOP it follows
   * @param versi the version of that SOP
   * @param digest the digest of the bundle that it is pinned to
   * @param induk the row of another case that this one was begun for; empty for most
   */
  record Started(
      SopId sop,
      String versi,
      String digest,
      Actor actor,
      Map<String, DataValue> data,
      Instant occurredAt,
      Optional<Induk> induk)
      implements CaseEvent {
    public Started {
      data = ImmutableMap.copyOf(data);
    }

    /** A case that was begun for itself. */
    public Started(
        SopId sop,
        String versi,
        String digest,
        Actor actor,
        Map<String, DataValue> data,
        Instant occurredAt) {
      this(sop, versi, digest, actor, data, occurredAt, Optional.empty());
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.started(this);
    }
  }

  /**
   * The row that a case was begun for, and whose visit its end completes.
   *
   * @param berkas the case of the row
   * @param step the row
   * @param visit which time, from 1
   */
  record Induk(CaseId berkas, StepId step, int visit) {}

  /**
   * A case of another SOP was begun for an open row, which stands for that SOP. Its own journal
   * begins in the same transaction.
   *
   * @param actor who began it
   * @param berkas the case that was begun
   * @param sop the SOP that it follows
   * @param versi the version of that SOP
   * @param digest the digest of the bundle that it is pinned to
   * @param data what it was given, by the names of its own SOP
   * @param kelengkapan what was there
   */
  record ChildBegun(
      StepId step,
      int visit,
      Actor actor,
      CaseId berkas,
      SopId sop,
      String versi,
      String digest,
      Map<String, DataValue> data,
      List<Document> kelengkapan,
      Instant occurredAt)
      implements CaseEvent {
    public ChildBegun {
      data = ImmutableMap.copyOf(data);
      kelengkapan = List.copyOf(kelengkapan);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.childBegun(this);
    }
  }

  /**
   * The case that an open row waited for came to its end. Where the row is done with that, its
   * {@link RowCompleted} follows.
   *
   * @param berkas the case that ended
   * @param outcome how, such as {@code SELESAI}; {@code DIHENTIKAN} when it was stopped
   * @param data what it gives back, by the names of this SOP
   * @param output what came out of it and is the output of the row
   * @param head the digest of its last entry: its journal cannot be changed without this showing it
   */
  record ChildEnded(
      StepId step,
      int visit,
      CaseId berkas,
      String outcome,
      Map<String, DataValue> data,
      List<Document> output,
      String head,
      Instant occurredAt)
      implements CaseEvent {
    public ChildEnded {
      data = ImmutableMap.copyOf(data);
      output = List.copyOf(output);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.childEnded(this);
    }
  }

  /**
   * A row became somebody's turn.
   *
   * @param visit which time, from 1
   * @param by who is to do it
   * @param waktu the time allowed
   * @param dueAt the last moment that is not late, as computed then; empty when not assessable
   * @param why the rule that opened it
   * @param eskalasi who is told when it is late, where the rule said so; empty leaves it to the SOP
   * @param countedFrom when the first of the rows was opened that share its time; empty when its
   *     time is counted from its own opening
   */
  record RowOpened(
      StepId step,
      int visit,
      List<PelaksanaCode> by,
      Waktu waktu,
      Optional<Instant> dueAt,
      RouteReason why,
      Instant occurredAt,
      List<Eskalasi> eskalasi,
      Optional<Instant> countedFrom)
      implements CaseEvent {
    public RowOpened {
      by = List.copyOf(by);
      eskalasi = List.copyOf(eskalasi);
    }

    /** A row with its own time, whose escalation the rule left to the SOP. */
    public RowOpened(
        StepId step,
        int visit,
        List<PelaksanaCode> by,
        Waktu waktu,
        Optional<Instant> dueAt,
        RouteReason why,
        Instant occurredAt) {
      this(step, visit, by, waktu, dueAt, why, occurredAt, List.of(), Optional.empty());
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.rowOpened(this);
    }
  }

  /**
   * A schedule was set for a row whose time is SESUAI JADWAL.
   *
   * @param document the schedule document
   * @param from the first moment of the window
   * @param to its last moment
   */
  record ScheduleRecorded(
      StepId step,
      int visit,
      Actor actor,
      Document document,
      Instant from,
      Instant to,
      Instant occurredAt)
      implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.scheduleRecorded(this);
    }
  }

  /**
   * Somebody took part in a row (bersama), signed it in his turn (berjenjang), or its minutes were
   * recorded (kolegial).
   *
   * @param evidence the paper, if any
   * @param kembali to whom and why he sent the signing back instead of signing; empty when he did
   *     not
   */
  record Participated(
      StepId step,
      int visit,
      Actor actor,
      Optional<Document> evidence,
      Optional<Kembali> kembali,
      Instant occurredAt)
      implements CaseEvent {
    /**
     * A signing sent back.
     *
     * @param kepada the one below, whose signature no longer counts
     * @param alasan why
     */
    public record Kembali(PelaksanaCode kepada, String alasan) {}

    /** Took part, or signed. */
    public Participated(
        StepId step, int visit, Actor actor, Optional<Document> evidence, Instant occurredAt) {
      this(step, visit, actor, evidence, Optional.empty(), occurredAt);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.participated(this);
    }
  }

  /**
   * A row was done.
   *
   * @param decision the label decided; empty when the row decides nothing
   * @param alasan the reason given; always there for a decision that sends the case back
   * @param kelengkapan what was there
   * @param output what came out
   * @param data what became known
   * @param why the rule that answered who is next
   * @param again whether the row was done once more and no rule was asked: it is open again
   */
  record RowCompleted(
      StepId step,
      int visit,
      Actor actor,
      Optional<Label> decision,
      Optional<String> alasan,
      List<Document> kelengkapan,
      List<Document> output,
      Map<String, DataValue> data,
      RouteReason why,
      boolean again,
      Instant occurredAt)
      implements CaseEvent {
    /** A row that is done, after which the rules say who is next. */
    public RowCompleted(
        StepId step,
        int visit,
        Actor actor,
        Optional<Label> decision,
        Optional<String> alasan,
        List<Document> kelengkapan,
        List<Document> output,
        Map<String, DataValue> data,
        RouteReason why,
        Instant occurredAt) {
      this(step, visit, actor, decision, alasan, kelengkapan, output, data, why, false, occurredAt);
    }

    public RowCompleted {
      kelengkapan = List.copyOf(kelengkapan);
      output = List.copyOf(output);
      data = ImmutableMap.copyOf(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.rowCompleted(this);
    }
  }

  /**
   * An entry was found wrong; the original stays, and this is what holds instead.
   *
   * @param corrects the sequence number of the {@link RowCompleted} corrected
   * @param alasan why
   * @param kelengkapan what was there instead; empty leaves it as it was
   * @param output what came out instead; empty leaves it as it was
   * @param data facts that hold instead
   * @param happenedAt when the row was really done; empty leaves it as it was
   */
  record Corrected(
      long corrects,
      StepId step,
      int visit,
      Actor actor,
      String alasan,
      Optional<List<Document>> kelengkapan,
      Optional<List<Document>> output,
      Map<String, DataValue> data,
      Optional<Instant> happenedAt,
      Instant occurredAt)
      implements CaseEvent {
    public Corrected {
      kelengkapan = kelengkapan.map(List::copyOf);
      output = output.map(List::copyOf);
      data = ImmutableMap.copyOf(data);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.corrected(this);
    }
  }

  /**
   * What the time of an open row refers to became known, or known otherwise: a date of the case, or
   * the end of another row.
   *
   * @param acuan what it refers to, as its waktu names it
   * @param dueAt the last moment that is not late from now on; empty when not assessable
   */
  record DueSet(StepId step, int visit, String acuan, Optional<Instant> dueAt, Instant occurredAt)
      implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.dueSet(this);
    }
  }

  /**
   * The case came to an end that its SOP foresees.
   *
   * @param outcome how, such as {@code SELESAI}
   */
  record Ended(String outcome, RouteReason why, Instant occurredAt) implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ended(this);
    }
  }

  /** The case was stopped outside its SOP (DIHENTIKAN); never a compliant end. */
  record Terminated(Actor actor, String alasan, Instant occurredAt) implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.terminated(this);
    }
  }

  /**
   * One visit of a row.
   *
   * @param step the row
   * @param visit which time, from 1
   */
  record RowVisit(StepId step, int visit) {}

  /**
   * The clock was stopped, of one row or of all rows of the case.
   *
   * @param row the visit whose clock stands; empty: that of every row, also of those opened later
   * @param alasan why
   * @param dasar the legal basis, such as an article of the regulation; empty when none was given
   * @param dokumen the papers, such as the letter that asks the applicant for what is missing
   */
  record ClockStopped(
      Optional<RowVisit> row,
      Actor actor,
      String alasan,
      Optional<String> dasar,
      List<Document> dokumen,
      Instant occurredAt)
      implements CaseEvent {
    public ClockStopped {
      dokumen = List.copyOf(dokumen);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.clockStopped(this);
    }
  }

  /**
   * The clock ran again.
   *
   * @param row the visit whose own stop is over; empty: that of the case
   * @param alasan why, if that was said
   * @param dokumen the papers, such as the letter with which the applicant completes the request
   */
  record ClockResumed(
      Optional<RowVisit> row,
      Actor actor,
      Optional<String> alasan,
      List<Document> dokumen,
      Instant occurredAt)
      implements CaseEvent {
    public ClockResumed {
      dokumen = List.copyOf(dokumen);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.clockResumed(this);
    }
  }

  /**
   * The time of a row was extended, as its SOP allows once.
   *
   * @param waktu what was added
   * @param alasan the ground
   * @param document the paper that grants it
   */
  record Extended(
      StepId step,
      int visit,
      Actor actor,
      Waktu waktu,
      String alasan,
      Document document,
      Instant occurredAt)
      implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.extended(this);
    }
  }

  /**
   * An open row is due at another moment than before.
   *
   * @param from when it was due; empty when it was not
   * @param to when it is due now; empty while its clock stands still
   * @param cause why
   */
  record DueMoved(
      StepId step,
      int visit,
      Actor actor,
      Optional<Instant> from,
      Optional<Instant> to,
      DueCause cause,
      Instant occurredAt)
      implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.dueMoved(this);
    }
  }

  /** A recipient of what came out of a row said that he has it, or was told. */
  record Acknowledged(StepId step, int visit, Actor actor, Instant occurredAt)
      implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.acknowledged(this);
    }
  }

  /** Somebody took an open row upon himself; the claim ends with the row. */
  record Claimed(StepId step, int visit, Actor actor, Instant occurredAt) implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.claimed(this);
    }
  }

  /**
   * The claim on a row was given up, or taken away.
   *
   * @param alasan why; always there when another than the claimant released it
   */
  record Released(StepId step, int visit, Actor actor, Optional<String> alasan, Instant occurredAt)
      implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.released(this);
    }
  }

  /**
   * One more was to sign an open row, or to do it together with the others.
   *
   * @param signer who
   * @param sebelum before whom he signs; empty: after all others
   * @param alasan why
   * @param dasar on what ground: a disposition, a letter
   */
  record SignerAdded(
      StepId step,
      int visit,
      Actor actor,
      PelaksanaCode signer,
      Optional<PelaksanaCode> sebelum,
      String alasan,
      String dasar,
      Instant occurredAt)
      implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.signerAdded(this);
    }
  }

  /**
   * One less was to sign an open row, or to do it together with the others.
   *
   * @param signer who no longer has to
   * @param alasan why
   * @param dasar on what ground: a disposition, a letter
   */
  record SignerRemoved(
      StepId step,
      int visit,
      Actor actor,
      PelaksanaCode signer,
      String alasan,
      String dasar,
      Instant occurredAt)
      implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.signerRemoved(this);
    }
  }

  /**
   * An optional row was skipped.
   *
   * @param alasan the reason
   * @param why the rule that answered who is next
   */
  record RowSkipped(
      StepId step, int visit, Actor actor, String alasan, RouteReason why, Instant occurredAt)
      implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.rowSkipped(this);
    }
  }

  /**
   * Something happened that opens a row which arises by what happens; the {@link RowOpened}
   * follows.
   *
   * @param alasan what happened
   */
  record RowArose(StepId step, Actor actor, String alasan, Instant occurredAt)
      implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.rowArose(this);
    }
  }

  /**
   * A row was still open when the case ended, and is no longer to be done; the {@link Ended}
   * follows.
   *
   * @param why the rule by which the case ends
   */
  record RowLapsed(StepId step, int visit, RouteReason why, Instant occurredAt)
      implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.rowLapsed(this);
    }
  }

  /**
   * The office took the file from an open row, which is not done with that, to another one, along
   * no arrow; the {@link RowOpened} follows.
   *
   * @param cara whether it went back or elsewhere
   * @param ke the row to which it went
   * @param alasan why
   * @param dasar on what ground; always there when it did not go back
   */
  record RowMoved(
      StepId step,
      int visit,
      Actor actor,
      Cara cara,
      StepId ke,
      String alasan,
      Optional<String> dasar,
      Instant occurredAt)
      implements CaseEvent {
    /** Where a file goes that follows no arrow. */
    public enum Cara {
      /** Back to a row that was done before. */
      KEMBALI,
      /** To any row. */
      PINDAH
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.rowMoved(this);
    }
  }

  /**
   * Whoever had completed a row took that back before anybody acted on it: the row is open again,
   * as it was.
   *
   * @param recalls the sequence number of the {@link RowCompleted} taken back
   * @param ditarik the rows that it had opened, which are no longer open
   * @param alasan why
   */
  record Recalled(
      long recalls,
      StepId step,
      int visit,
      Actor actor,
      List<RowVisit> ditarik,
      String alasan,
      Instant occurredAt)
      implements CaseEvent {
    public Recalled {
      ditarik = List.copyOf(ditarik);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.recalled(this);
    }
  }

  /**
   * An open row was handed to another person, who has it in hand from now on.
   *
   * @param kepada the person, and the role in which he is to do it
   * @param alasan why
   */
  record Transferred(
      StepId step, int visit, Actor actor, Actor kepada, String alasan, Instant occurredAt)
      implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.transferred(this);
    }
  }

  /**
   * A case that had ended, or had been stopped, runs again; the {@link RowOpened} follows.
   *
   * @param step the row at which it goes on
   * @param alasan why
   * @param dasar on what ground
   */
  record Reopened(StepId step, Actor actor, String alasan, String dasar, Instant occurredAt)
      implements CaseEvent {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reopened(this);
    }
  }

  /**
   * Documents were put to the file.
   *
   * @param row the visit of an open row for which they count; empty: every row done from then on
   * @param dokumen the documents
   * @param keterangan what is said of them
   */
  record Attached(
      Optional<RowVisit> row,
      Actor actor,
      List<Document> dokumen,
      Optional<String> keterangan,
      Instant occurredAt)
      implements CaseEvent {
    public Attached {
      dokumen = List.copyOf(dokumen);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.attached(this);
    }
  }

  /**
   * Other cases were looked at, of which the SOP asks something before one begins.
   *
   * @param number which of its prerequisites, from 1
   * @param sop the SOP of those cases
   * @param berkas the cases that it rests on, or that stand against it
   * @param met whether it held
   * @param alasan why the case was begun although it did not; empty when it held, or a policy let
   *     it pass
   * @param dasar on what ground
   */
  record PrerequisiteChecked(
      int number,
      SopId sop,
      List<CaseId> berkas,
      boolean met,
      Optional<String> alasan,
      Optional<String> dasar,
      Instant occurredAt)
      implements CaseEvent {
    public PrerequisiteChecked {
      berkas = List.copyOf(berkas);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.prerequisiteChecked(this);
    }
  }

  /**
   * The case went over to another version of its SOP. From here on everything speaks of rows as
   * that version does; what is recorded before keeps its words.
   *
   * @param dari the version it was on
   * @param ke the version it is on
   * @param actor who decided it
   * @param alasan why
   * @param dasar the paper that orders it
   * @param rows what each row that was ever opened is called from now on, in row order
   * @param open what holds from now on of each row that is open, in the order of the version before
   */
  record Migrated(
      Version dari,
      Version ke,
      Actor actor,
      String alasan,
      Document dasar,
      List<Row> rows,
      List<Open> open,
      Instant occurredAt)
      implements CaseEvent {
    public Migrated {
      rows = List.copyOf(rows);
      open = List.copyOf(open);
    }

    /**
     * A version of the SOP.
     *
     * @param versi as its owner counts
     * @param digest the digest of its bundle
     */
    public record Version(String versi, String digest) {}

    /**
     * A row by both names.
     *
     * @param dari as the version before calls it
     * @param ke as the version after calls it; empty when that has no such row
     */
    public record Row(StepId dari, Optional<StepId> ke) {}

    /**
     * A row that stays open.
     *
     * @param step as the version after calls it
     * @param visit which time, from 1
     * @param by who is to do it
     * @param waktu the time allowed
     * @param dueAt the last moment that is not late; empty when not assessable, and while its clock
     *     stands
     * @param countedFrom when the first of the rows was opened that share its time; empty when its
     *     time is counted from its own opening
     */
    public record Open(
        StepId step,
        int visit,
        List<PelaksanaCode> by,
        Waktu waktu,
        Optional<Instant> dueAt,
        Optional<Instant> countedFrom) {
      public Open {
        by = List.copyOf(by);
      }
    }

    /** What the row {@code dari} is called from now on; empty when the new version has none. */
    public Optional<StepId> now(StepId step) {
      for (Row row : rows) {
        if (row.dari().equals(step)) {
          return row.ke();
        }
      }
      return Optional.empty();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.migrated(this);
    }
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R started(Started event);

    R rowOpened(RowOpened event);

    R scheduleRecorded(ScheduleRecorded event);

    R participated(Participated event);

    R rowCompleted(RowCompleted event);

    R corrected(Corrected event);

    R ended(Ended event);

    R terminated(Terminated event);

    R clockStopped(ClockStopped event);

    R clockResumed(ClockResumed event);

    R extended(Extended event);

    R dueMoved(DueMoved event);

    R dueSet(DueSet event);

    R acknowledged(Acknowledged event);

    R claimed(Claimed event);

    R released(Released event);

    R signerAdded(SignerAdded event);

    R signerRemoved(SignerRemoved event);

    R rowSkipped(RowSkipped event);

    R rowArose(RowArose event);

    R rowLapsed(RowLapsed event);

    R migrated(Migrated event);

    R childBegun(ChildBegun event);

    R childEnded(ChildEnded event);

    R prerequisiteChecked(PrerequisiteChecked event);

    R rowMoved(RowMoved event);

    R recalled(Recalled event);

    R transferred(Transferred event);

    R reopened(Reopened event);

    R attached(Attached event);
  }
}
