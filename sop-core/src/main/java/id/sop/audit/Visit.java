package id.sop.audit;

import id.sop.authority.Act;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.routing.Procedure;
import id.sop.routing.RouteReason;
import id.sop.routing.Target;
import id.sop.worktime.References;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One visit of a row, gathered from the journal while it is read. */
final class Visit {
  /** An event with the entry that holds it. */
  record Noted<E extends CaseEvent>(Entry entry, E event) {
    long seq() {
      return entry.seq();
    }
  }

  private static final References NOTHING =
      new References() {
        @Override
        public Optional<LocalDate> tanggal(String nama) {
          return Optional.empty();
        }

        @Override
        public Optional<Instant> selesai(String langkah) {
          return Optional.empty();
        }

        @Override
        public Optional<Waktu> waktu(String langkah) {
          return Optional.empty();
        }
      };

  /** The row, as {@link #version} calls it. */
  StepId step;

  final int visit;

  /** The version by which it is judged: the one on which it was done, or is open. */
  Procedure version;

  /** Which of the versions that the case went through that is, from 0. */
  int epoch;

  /** What the row is called in each version from that of its opening on; none where it is gone. */
  final Map<Integer, StepId> names = new HashMap<>();

  /** The migrations during which it was open, each with what it was called before. */
  final List<Map.Entry<StepId, Noted<CaseEvent.Migrated>>> continued = new ArrayList<>();

  /** Who does it since the last of these; empty before. */
  Optional<List<PelaksanaCode>> continuedBy = Optional.empty();

  /** The time that it is allowed since then; empty before. */
  Optional<Waktu> continuedWaktu = Optional.empty();

  /** What the rules were answered when it was opened, such as {@code 3 TIDAK}. */
  final String openedAfter;

  /** The rows to which the rules then led. */
  final List<String> expectedRows;

  Optional<Noted<CaseEvent.RowOpened>> opened = Optional.empty();

  /** The arrow of the rules that leads here; empty when there is none. */
  Optional<Target> target = Optional.empty();

  Optional<RouteReason> rule = Optional.empty();
  final List<Noted<CaseEvent.ScheduleRecorded>> schedules = new ArrayList<>();
  final List<Noted<CaseEvent.Participated>> participations = new ArrayList<>();
  final List<Noted<CaseEvent.Acknowledged>> acknowledgements = new ArrayList<>();

  /** What changed the list of those who sign it, in order. */
  final List<Noted<? extends CaseEvent>> signers = new ArrayList<>();

  /** The claim that holds. */
  Optional<Noted<CaseEvent.Claimed>> claim = Optional.empty();

  /** The claims that were released, each with its release. */
  final List<Map.Entry<CaseEvent.Claimed, Noted<CaseEvent.Released>>> released = new ArrayList<>();

  Optional<Noted<CaseEvent.RowCompleted>> completed = Optional.empty();

  /** Whether its decision sends the case back, or to an end other than SELESAI. */
  boolean sendsBack;

  final List<Noted<CaseEvent.Corrected>> corrections = new ArrayList<>();

  /** What was known before it was completed, as corrected. */
  final Map<String, DataValue> knownBefore = new HashMap<>();

  /** How it was skipped, instead of done. */
  Optional<Noted<CaseEvent.RowSkipped>> skipped = Optional.empty();

  /** The entry by which it lapsed with the end of the case. */
  Optional<Noted<CaseEvent.RowLapsed>> lapsed = Optional.empty();

  /** Whether the case ended then at once, whatever was open. */
  boolean lapsedWithAll;

  /** The cases of another SOP that were begun for it, in order. */
  final List<Noted<CaseEvent.ChildBegun>> begun = new ArrayList<>();

  /** How those ended. */
  final List<Noted<CaseEvent.ChildEnded>> returned = new ArrayList<>();

  /** How the office took the file from it, instead of its being done. */
  Optional<Noted<CaseEvent.RowMoved>> left = Optional.empty();

  /** Its completions that were taken back, each with what took it back. */
  final List<Map.Entry<Noted<CaseEvent.RowCompleted>, Noted<CaseEvent.Recalled>>> recalled =
      new ArrayList<>();

  final List<Noted<CaseEvent.Transferred>> transfers = new ArrayList<>();

  /** What was put to the file for it, or for all rows, before it was completed. */
  List<Document> attached = List.of();

  /** A row that was recorded as done before, though it was done later. */
  Optional<Visit> overtook = Optional.empty();

  /** The entry that stopped the case while this was open. */
  Optional<Entry> stopped = Optional.empty();

  /** Its own stops. */
  final List<Halt> halts = new ArrayList<>();

  /** The stops of the case, all of them. */
  final List<Halt> caseHalts;

  final List<Noted<CaseEvent.Extended>> extensions = new ArrayList<>();

  /** Since when its time runs: its opening, or that of the first row that shares the time. */
  Instant since = Instant.MAX;

  /** What its time refers to. */
  References references = NOTHING;

  /** The due that was told last. */
  Optional<Instant> told = Optional.empty();

  /**
   * When somebody acted by whose act it was completed: where the end of another case did that, when
   * he began that case.
   */
  Instant actedAt(Noted<CaseEvent.RowCompleted> done) {
    boolean byChild =
        !returned.isEmpty() && returned.get(returned.size() - 1).seq() == done.seq() - 1;
    return byChild && !begun.isEmpty()
        ? begun.get(begun.size() - 1).event().occurredAt()
        : done.event().occurredAt();
  }

  Visit(
      StepId step,
      int visit,
      Procedure version,
      int epoch,
      String openedAfter,
      List<String> expectedRows,
      List<Halt> caseHalts) {
    this.step = step;
    this.visit = visit;
    this.version = version;
    this.epoch = epoch;
    names.put(epoch, step);
    this.openedAfter = openedAfter;
    this.expectedRows = List.copyOf(expectedRows);
    this.caseHalts = caseHalts;
  }

  /**
   * Who was to do it: by the rules, or else as recorded; with those added and without those
   * removed.
   */
  List<PelaksanaCode> by(List<PelaksanaCode> otherwise) {
    List<PelaksanaCode> by = new ArrayList<>(byAtFirst(otherwise));
    for (Noted<? extends CaseEvent> change : signers) {
      if (change.event() instanceof CaseEvent.SignerAdded added && !by.contains(added.signer())) {
        int at = added.sebelum().map(by::indexOf).orElse(by.size());
        by.add(at < 0 ? by.size() : at, added.signer());
      } else if (change.event() instanceof CaseEvent.SignerRemoved removed && by.size() > 1) {
        by.remove(removed.signer());
      }
    }
    return List.copyOf(by);
  }

  /** Who was to do it, before any were added or removed. */
  List<PelaksanaCode> byAtFirst(List<PelaksanaCode> otherwise) {
    return continuedBy
        .or(() -> target.map(Target::by))
        .or(() -> opened.map(o -> o.event().by()))
        .orElse(otherwise);
  }

  /** Whose clock it is: the performer named first when it was opened, or by a new version since. */
  PelaksanaCode pemilik(List<PelaksanaCode> otherwise) {
    List<PelaksanaCode> by = byAtFirst(otherwise);
    return by.isEmpty() ? PelaksanaCode.TIDAK_TERCETAK : by.get(0);
  }

  /** Whether anybody did something about it since it was opened. */
  boolean isTouched() {
    return completed.isPresent()
        || !participations.isEmpty()
        || !schedules.isEmpty()
        || !extensions.isEmpty()
        || !signers.isEmpty()
        || !halts.isEmpty()
        || !begun.isEmpty()
        || claim.isPresent();
  }

  /** What was done in it before its completion, in order. */
  List<Act> acts(Sop sop) {
    return participations.stream()
        .map(p -> p.event())
        .map(
            p ->
                act(
                    p.actor(),
                    p.occurredAt(),
                    p.kembali().map(CaseEvent.Participated.Kembali::kepada),
                    sop))
        .toList();
  }

  static Act act(Actor actor, Instant at, Optional<PelaksanaCode> sentBackTo, Sop sop) {
    return Act.of(actor.id(), actor.role(), at, sentBackTo, sop);
  }

  /** The time allowed: by the rules, or else as recorded. */
  Waktu waktu(Waktu otherwise) {
    return continuedWaktu
        .or(() -> target.map(Target::waktu))
        .or(() -> opened.map(o -> o.event().waktu()))
        .orElse(otherwise);
  }

  /** What the row is called in the version that the case was on in {@code other}. */
  Optional<StepId> nameIn(int other) {
    return Optional.ofNullable(names.get(other));
  }

  /** Whether it is this visit, by any name that it had. */
  boolean wasCalled(CaseEvent.RowVisit row) {
    return visit == row.visit() && names.containsValue(row.step());
  }

  /** Whether that is {@code name}. */
  boolean isCalled(StepId name, int other) {
    return name.equals(names.get(other));
  }

  /** When it was done, as corrected. */
  Optional<Instant> doneAt() {
    return corrections.stream()
        .flatMap(c -> c.event().happenedAt().stream())
        .reduce((first, last) -> last)
        .or(() -> completed.map(c -> c.event().occurredAt()));
  }

  /** What was there, as corrected, with what had been put to the file. */
  List<Document> kelengkapan() {
    List<Document> there = new ArrayList<>(attached);
    there.addAll(given());
    return there;
  }

  private List<Document> given() {
    return corrections.stream()
        .flatMap(c -> c.event().kelengkapan().stream())
        .reduce((first, last) -> last)
        .or(() -> completed.map(c -> c.event().kelengkapan()))
        .orElse(List.of());
  }

  /** What came out, as corrected. */
  List<Document> output() {
    return corrections.stream()
        .flatMap(c -> c.event().output().stream())
        .reduce((first, last) -> last)
        .or(() -> completed.map(c -> c.event().output()))
        .orElse(List.of());
  }

  /** The facts that it made known, as corrected. */
  Map<String, DataValue> data() {
    Map<String, DataValue> data = new HashMap<>();
    completed.ifPresent(c -> data.putAll(c.event().data()));
    corrections.forEach(c -> data.putAll(c.event().data()));
    return data;
  }

  /** All that was known when it was done, as corrected. */
  Map<String, DataValue> known() {
    Map<String, DataValue> known = new HashMap<>(knownBefore);
    known.putAll(data());
    return known;
  }

  /** The entries of its completion: the original and its corrections. */
  List<Long> doneIn() {
    List<Long> seqs = new ArrayList<>();
    completed.ifPresent(c -> seqs.add(c.seq()));
    corrections.forEach(c -> seqs.add(c.seq()));
    return seqs;
  }

  List<Long> openedIn() {
    return opened.map(o -> List.of(o.seq())).orElse(List.of());
  }

  /** The stops that concern it, its own and those of the case. */
  List<Halt> concerned() {
    return opened
        .map(o -> o.event().occurredAt())
        .map(
            begin ->
                Stream.concat(halts.stream(), caseHalts.stream())
                    .filter(h -> h.touches(begin, doneAt()))
                    .toList())
        .orElse(List.of());
  }
}
