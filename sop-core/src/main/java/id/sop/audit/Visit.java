package id.sop.audit;

import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.routing.RouteReason;
import id.sop.routing.Target;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One visit of a row, gathered from the journal while it is read. */
final class Visit {
  /** An event with the entry that holds it. */
  record Noted<E extends CaseEvent>(Entry entry, E event) {
    long seq() {
      return entry.seq();
    }
  }

  final StepId step;
  final int visit;

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

  /** The entry that stopped the case while this was open. */
  Optional<Entry> stopped = Optional.empty();

  Visit(StepId step, int visit, String openedAfter, List<String> expectedRows) {
    this.step = step;
    this.visit = visit;
    this.openedAfter = openedAfter;
    this.expectedRows = List.copyOf(expectedRows);
  }

  /** Who was to do it: by the rules, or else as recorded. */
  List<PelaksanaCode> by(List<PelaksanaCode> otherwise) {
    return target.map(Target::by).or(() -> opened.map(o -> o.event().by())).orElse(otherwise);
  }

  /** The time allowed: by the rules, or else as recorded. */
  Waktu waktu(Waktu otherwise) {
    return target.map(Target::waktu).or(() -> opened.map(o -> o.event().waktu())).orElse(otherwise);
  }

  /** When it was done, as corrected. */
  Optional<Instant> doneAt() {
    return corrections.stream()
        .flatMap(c -> c.event().happenedAt().stream())
        .reduce((first, last) -> last)
        .or(() -> completed.map(c -> c.event().occurredAt()));
  }

  /** What was there, as corrected. */
  List<Document> kelengkapan() {
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
}
