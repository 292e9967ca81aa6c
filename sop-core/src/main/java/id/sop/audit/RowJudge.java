package id.sop.audit;

import id.sop.authority.Authority;
import id.sop.definition.Asumsi;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.SopMikro;
import id.sop.definition.Step;
import id.sop.internal.Moments;
import id.sop.journal.CaseEvent;
import id.sop.journal.Checklist;
import id.sop.journal.Document;
import id.sop.worktime.DueDates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges visits of rows, criterion by criterion. */
final class RowJudge {
  private final Sop sop;
  private final DueDates calendar;
  private final Instant now;
  private final Knowledge knowledge;
  private final PersonJudge persons;

  /** Judges each of {@code visits}, which are all of the case. */
  RowJudge(
      Sop sop,
      DueDates calendar,
      Authority authority,
      Instant now,
      Knowledge knowledge,
      List<Visit> visits) {
    this.sop = sop;
    this.calendar = calendar;
    this.now = now;
    this.knowledge = knowledge;
    this.persons = new PersonJudge(sop, authority, visits);
  }

  RowReport report(Visit visit) {
    Optional<Step> step = sop.step(visit.step);
    Map<Kriteria, Assessment> assessments = new EnumMap<>(Kriteria.class);
    for (Kriteria kriteria : Kriteria.values()) {
      List<Finding> findings =
          step.map(s -> judge(kriteria, s, visit))
              .orElseGet(() -> List.of(found(visit, AuditCode.ROW_UNKNOWN)));
      assessments.put(kriteria, new Assessment(kriteria, findings, asumsi(visit, kriteria)));
    }
    return new RowReport(
        visit.step,
        visit.visit,
        visit.opened.map(o -> o.event().occurredAt()),
        step.flatMap(s -> time(visit, s).due(visit, s)),
        visit.doneAt(),
        assessments,
        visit.concerned().stream().map(h -> h.clockStop(visit.doneAt())).toList(),
        notes(visit, step));
  }

  /** Judges time by that of the unit that does the visit. */
  private TimeJudge time(Visit visit, Step step) {
    return time(visit.pemilik(step.pelaksana().roles()));
  }

  private TimeJudge time(PelaksanaCode performer) {
    return new TimeJudge(sop.clock(performer, calendar), sop.zona(), now, knowledge);
  }

  private List<String> asumsi(Visit visit, Kriteria kriteria) {
    return sop.asumsi(visit.step, kriteria.bidang()).stream()
        .filter(a -> !a.dikonfirmasi())
        .map(Asumsi::kode)
        .toList();
  }

  private List<Finding> judge(Kriteria kriteria, Step step, Visit visit) {
    Optional<Finding> passedOver = passedOver(step, visit);
    if (kriteria == Kriteria.URUTAN) {
      List<Finding> findings = new ArrayList<>(List.of(order(visit)));
      // That the office took the file elsewhere says nothing of how it came here.
      passedOver.filter(f -> f.code() != AuditCode.LEFT).ifPresent(findings::add);
      otherSop(step, visit).ifPresent(findings::add);
      return findings;
    }
    if (passedOver
        .filter(f -> f.verdict().equals(Optional.of(Verdict.TIDAK_DAPAT_DINILAI)))
        .isPresent()) {
      return List.of(passedOver.get());
    }
    if (kriteria == Kriteria.WAKTU) {
      return time(visit, step).judge(visit, step);
    }
    if (visit.completed.isEmpty()) {
      return List.of(
          found(visit, visit.stopped.isPresent() ? AuditCode.STOPPED : AuditCode.NOT_DONE_YET));
    }
    CaseEvent.RowCompleted done = visit.completed.get().event();
    return switch (kriteria) {
      case PELAKSANA -> persons.judge(step, visit, done);
      case KELENGKAPAN -> kelengkapan(step, visit);
      case OUTPUT -> output(step, visit);
      case KEPUTUSAN -> decision(step, visit, done);
      case URUTAN, WAKTU -> throw new AssertionError(kriteria);
    };
  }

  /** That a row which stands for another SOP was done by a case of that. */
  private static Optional<Finding> otherSop(Step step, Visit visit) {
    boolean without =
        visit.completed.isPresent()
            && visit.returned.stream()
                .noneMatch(
                    r -> !r.event().outcome().equals(SopMikro.DIHENTIKAN) || decides(step, r));
    return step.mikro()
        .filter(mikro -> without)
        .map(mikro -> found(visit, AuditCode.OTHER_SOP_MISSING, mikro.sop().value()));
  }

  private static boolean decides(Step step, Visit.Noted<CaseEvent.ChildEnded> ended) {
    return step.mikro().filter(m -> m.exit(step, ended.event().outcome()).done()).isPresent();
  }

  private Finding order(Visit visit) {
    if (visit.opened.isEmpty()) {
      return found(visit, AuditCode.NEVER_OPENED);
    }
    AuditCode code = visit.target.isPresent() ? AuditCode.IN_ORDER : AuditCode.NOT_BY_RULES;
    return Finding.of(
            code,
            visit.openedIn(),
            visit.step.value(),
            visit.openedAfter,
            visit.rule.map(r -> r.rule()).orElse("-"),
            list(visit.expectedRows))
        .by(visit.rule);
  }

  /** What is to be said of a row that was skipped, or lapsed with the end of the case. */
  private static Optional<Finding> passedOver(Step step, Visit visit) {
    boolean optional = step.is(Sifat.OPSIONAL);
    if (visit.skipped.isPresent()) {
      Visit.Noted<CaseEvent.RowSkipped> skipped = visit.skipped.get();
      return Optional.of(
          Finding.of(
              optional ? AuditCode.SKIPPED : AuditCode.SKIPPED_MANDATORY,
              List.of(skipped.seq()),
              step.id().value(),
              skipped.event().alasan()));
    }
    if (visit.left.isPresent()) {
      Visit.Noted<CaseEvent.RowMoved> left = visit.left.get();
      return Optional.of(
          Finding.of(
              AuditCode.LEFT, List.of(left.seq()), step.id().value(), left.event().ke().value()));
    }
    AuditCode code =
        visit.lapsedWithAll
            ? AuditCode.LAPSED_WITH_CASE
            : optional ? AuditCode.LAPSED_OPTIONAL : AuditCode.LAPSED_MANDATORY;
    return visit.lapsed.map(
        l ->
            Finding.of(code, List.of(l.seq()), step.id().value(), l.event().why().rule())
                .by(Optional.of(l.event().why())));
  }

  private List<Finding> kelengkapan(Step step, Visit visit) {
    Checklist checklist =
        Checklist.of(
            step.dinilai().kelengkapan(), step.dinilai().butirKelengkapan(), visit.known(), sop);
    List<Document> given = visit.kelengkapan();
    List<String> missing = checklist.missing(given);
    List<Finding> findings = new ArrayList<>();
    if (!missing.isEmpty()) {
      findings.add(found(visit, AuditCode.KELENGKAPAN_MISSING, list(missing)));
    } else if (!checklist.asked().isEmpty()) {
      findings.add(found(visit, AuditCode.KELENGKAPAN_COMPLETE, list(checklist.names())));
    }
    more(checklist, given, visit, findings);
    return findings.isEmpty() ? List.of(found(visit, AuditCode.NO_KELENGKAPAN_ASKED)) : findings;
  }

  /** What cannot be said of, and what is there without its reference. */
  private static void more(
      Checklist checklist, List<Document> given, Visit visit, List<Finding> findings) {
    checklist
        .undecided()
        .forEach(
            (name, facts) ->
                findings.add(found(visit, AuditCode.CHECKLIST_UNDECIDED, name, list(facts))));
    List<String> unreferenced = checklist.unreferenced(given);
    if (!unreferenced.isEmpty()) {
      findings.add(found(visit, AuditCode.REFERENCE_INCOMPLETE, String.join("; ", unreferenced)));
    }
  }

  private List<Finding> output(Step step, Visit visit) {
    Checklist checklist =
        Checklist.of(step.dinilai().output(), step.dinilai().butirOutput(), visit.known(), sop);
    List<String> asked = checklist.names();
    List<String> missing = checklist.missing(visit.output());
    List<Finding> findings = new ArrayList<>();
    if (!missing.isEmpty()) {
      findings.add(found(visit, AuditCode.OUTPUT_MISSING, list(missing)));
    } else if (!asked.isEmpty()) {
      List<Document> onPaper = visit.output().stream().filter(d -> !d.lisan()).toList();
      List<String> oral = checklist.missing(onPaper);
      findings.add(
          oral.isEmpty() || confirmed(step, visit)
              ? found(visit, AuditCode.OUTPUT_COMPLETE, list(asked))
              : found(visit, AuditCode.ORAL_NOT_CONFIRMED, list(oral), list(step.penerima())));
    }
    more(checklist, visit.output(), visit, findings);
    return findings.isEmpty() ? List.of(found(visit, AuditCode.NO_OUTPUT_ASKED)) : findings;
  }

  /** Whether a recipient recorded that it took notice. */
  private boolean confirmed(Step step, Visit visit) {
    return visit.participations.stream()
        .map(p -> p.event().actor().role())
        .anyMatch(held -> step.penerima().stream().anyMatch(r -> sop.mayActAs(held, r)));
  }

  private List<Finding> decision(Step step, Visit visit, CaseEvent.RowCompleted done) {
    List<Finding> findings = new ArrayList<>();
    if (step.decides() || done.decision().isPresent()) {
      findings.add(label(step, visit, done));
    }
    for (DataField field : sop.data().values()) {
      if (field.wajibPada().filter(step.id()::equals).isPresent()) {
        findings.add(fact(visit, field));
      }
    }
    return findings.isEmpty() ? List.of(found(visit, AuditCode.DECIDES_NOTHING)) : findings;
  }

  private static Finding label(Step step, Visit visit, CaseEvent.RowCompleted done) {
    String allowed = list(step.keputusan());
    if (done.decision().isEmpty()) {
      return found(visit, AuditCode.LABEL_MISSING, allowed);
    }
    Label label = done.decision().get();
    if (!step.keputusan().contains(label)) {
      return found(visit, AuditCode.LABEL_UNKNOWN, label.value(), allowed);
    }
    return visit.sendsBack && done.alasan().isEmpty()
        ? found(visit, AuditCode.REASON_MISSING, label.value())
        : found(visit, AuditCode.DECIDED, label.value()).by(Optional.of(done.why()));
  }

  private static Finding fact(Visit visit, DataField field) {
    Optional<DataValue> value = Optional.ofNullable(visit.known().get(field.nama()));
    if (value.isEmpty()) {
      return found(visit, AuditCode.FACT_MISSING, field.nama(), field.domain().teks());
    }
    String teks = value.get().teks();
    return field.harus().isEmpty() || field.harus().equals(value)
        ? found(visit, AuditCode.FACT_KNOWN, field.nama(), teks)
        : found(
            visit, AuditCode.FACT_NOT_AS_REQUIRED, field.nama(), field.harus().get().teks(), teks);
  }

  private List<Finding> notes(Visit visit, Optional<Step> step) {
    List<Finding> notes = new ArrayList<>();
    visit.corrections.forEach(
        c ->
            notes.add(
                Finding.of(
                    AuditCode.CORRECTED,
                    List.of(c.event().corrects(), c.seq()),
                    visit.step.value(),
                    Long.toString(c.event().corrects()),
                    Long.toString(c.seq()),
                    c.event().alasan(),
                    original(visit))));
    visit.continued.forEach(
        c ->
            notes.add(
                Finding.of(
                    AuditCode.ROW_CONTINUED,
                    List.of(c.getValue().seq()),
                    visit.step.value(),
                    c.getKey().value(),
                    c.getValue().event().dari().versi())));
    PelaksanaCode performer = visit.pemilik(step.map(s -> s.pelaksana().roles()).orElse(List.of()));
    notes.addAll(OfficeNotes.of(visit, sop.unit(performer).zona(), time(performer)));
    step.flatMap(s -> time(visit, s).recomputed(visit, s)).ifPresent(notes::add);
    step.ifPresent(s -> notes.addAll(time(visit, s).notes(visit, s)));
    visit.returned.forEach(
        r ->
            notes.add(
                Finding.of(
                    AuditCode.OTHER_SOP,
                    List.of(r.seq()),
                    visit.step.value(),
                    r.event().berkas().value(),
                    r.event().outcome())));
    step.ifPresent(s -> notes.addAll(persons.notes(s, visit)));
    step.filter(s -> visit.completed.isPresent()).ifPresent(s -> leftOut(s, visit, notes));
    return notes;
  }

  /** What was done without, as the performer may. */
  private void leftOut(Step step, Visit visit, List<Finding> notes) {
    List<String> leftOut =
        Checklist.of(
                step.dinilai().kelengkapan(), step.dinilai().butirKelengkapan(), visit.known(), sop)
            .leftOut(visit.kelengkapan());
    if (!leftOut.isEmpty()) {
      notes.add(found(visit, AuditCode.NOT_NEEDED, list(leftOut)));
    }
  }

  /** What was recorded first, so that a correction hides nothing. */
  private String original(Visit visit) {
    CaseEvent.RowCompleted was = visit.completed.orElseThrow().event();
    return Moments.text(was.occurredAt(), sop.unit(visit.pemilik(List.of())).zona())
        + "; "
        + list(was.kelengkapan().stream().map(Document::jenis).toList())
        + "; "
        + list(was.output().stream().map(Document::jenis).toList())
        + "; "
        + list(
            was.data().entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue().teks())
                .toList());
  }

  /** A finding about this visit; its first fact is the row. */
  static Finding found(Visit visit, AuditCode code, String... facts) {
    List<String> all = new ArrayList<>();
    all.add(visit.step.value());
    all.addAll(List.of(facts));
    List<Long> bukti = visit.doneIn().isEmpty() ? visit.openedIn() : visit.doneIn();
    return new Finding(code, all, bukti, Optional.empty());
  }

  static String list(List<?> words) {
    return words.isEmpty() ? "-" : String.join(", ", words.stream().map(Object::toString).toList());
  }
}
