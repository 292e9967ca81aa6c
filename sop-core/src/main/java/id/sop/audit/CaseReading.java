package id.sop.audit;

import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.Parameter;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.problem.SopException;
import id.sop.routing.Continued;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.Target;
import id.sop.worktime.References;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a journal beside the rules: after each completion it asks them anew, and holds what was
 * opened and ended against their answer. It takes any journal, also one that no machine would
 * write.
 */
final class CaseReading implements CaseEvent.Cases<CaseReading> {
  private static final Comparator<Visit> BY_COMPLETION =
      Comparator.comparingLong(v -> v.completed.orElseThrow().seq());

  private final Function<String, Optional<Procedure>> versions;
  private Procedure procedure;
  private int epoch;
  private final CaseId caseId;
  private final List<Visit> visits = new ArrayList<>();
  private final Map<StepId, Visit> open = new TreeMap<>();
  private Optional<Visit> lastDone = Optional.empty();
  private final Set<StepId> ever = new TreeSet<>();
  private final Map<StepId, Integer> counts = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Halt> caseHalts = new ArrayList<>();
  private Map<String, DataValue> startData = Map.of();
  private Standing standing = Standing.BERJALAN;
  private Optional<String> outcome = Optional.empty();
  private Entry entry;

  private final List<CaseEvent.Attached> attached = new ArrayList<>();

  // What the last answer of the rules still asks for.
  private String after = "mulai";
  private Optional<RouteReason> rule = Optional.empty();
  private List<String> expectedRows = List.of();
  private final Map<StepId, Target> due = new TreeMap<>();
  private Optional<String> dueEnd = Optional.empty();
  private boolean endsAll;

  private CaseReading(
      Procedure procedure, Function<String, Optional<Procedure>> versions, Entry first) {
    this.procedure = procedure;
    this.versions = versions;
    this.caseId = first.caseId();
    this.entry = first;
  }

  /**
   * @param procedure the version on which the case began
   * @param versions the others, by their digests
   */
  static CaseReading of(
      Procedure procedure, Function<String, Optional<Procedure>> versions, List<Entry> journal) {
    if (journal.isEmpty()) {
      throw new SopException(AuditCode.JOURNAL_EMPTY, procedure.sop().id().value());
    }
    CaseReading reading = new CaseReading(procedure, versions, journal.get(0));
    for (Entry entry : journal) {
      reading.entry = entry;
      entry.event().match(reading);
    }
    reading.settle();
    reading.spreadCorrections();
    reading.visits.forEach(v -> v.references = reading.references(v));
    return reading;
  }

  /** The version that the case is on. */
  Procedure procedure() {
    return procedure;
  }

  CaseId caseId() {
    return caseId;
  }

  List<Visit> visits() {
    return visits;
  }

  List<Finding> findings() {
    return findings;
  }

  Standing standing() {
    return standing;
  }

  Optional<String> outcome() {
    return outcome;
  }

  boolean visited(StepId step) {
    return counts.containsKey(step);
  }

  @Override
  public CaseReading started(CaseEvent.Started event) {
    if (!event.digest().equals(procedure.digest()) || !event.sop().equals(procedure.sop().id())) {
      throw new SopException(
          AuditCode.OTHER_VERSION,
          caseId.value(),
          event.sop() + " " + event.versi(),
          procedure.sop().id() + " " + procedure.sop().versi());
    }
    startData = begun(event);
    ask("mulai", RouteQuestion.start(startData));
    return this;
  }

  /** The facts at the start, with the day of beginning as it was, whatever was recorded of it. */
  private Map<String, DataValue> begun(CaseEvent.Started event) {
    if (procedure.sop().parameter().isEmpty()) {
      return event.data();
    }
    LocalDate day = LocalDate.ofInstant(event.occurredAt(), procedure.sop().zona());
    Optional<DataValue> told = Optional.ofNullable(event.data().get(Parameter.TANGGAL_MULAI));
    if (!told.equals(Optional.of(DataValue.of(day)))) {
      find(AuditCode.BEGUN_ANOTHER_DAY, day.toString(), told.map(DataValue::teks).orElse("-"));
    }
    Map<String, DataValue> begun = new HashMap<>(event.data());
    begun.put(Parameter.TANGGAL_MULAI, DataValue.of(day));
    return begun;
  }

  @Override
  public CaseReading rowOpened(CaseEvent.RowOpened event) {
    Visit visit = visit(event.step());
    visit.opened = Optional.of(new Visit.Noted<>(entry, event));
    visit.rule = rule;
    visit.target = Optional.ofNullable(due.remove(event.step()));
    visit.since = since(visit, event);
    visit.told = event.dueAt();
    open.put(event.step(), visit);
    return this;
  }

  @Override
  public CaseReading scheduleRecorded(CaseEvent.ScheduleRecorded event) {
    settle();
    at(event.step()).schedules.add(new Visit.Noted<>(entry, event));
    return this;
  }

  @Override
  public CaseReading participated(CaseEvent.Participated event) {
    settle();
    at(event.step()).participations.add(new Visit.Noted<>(entry, event));
    return this;
  }

  @Override
  public CaseReading rowCompleted(CaseEvent.RowCompleted event) {
    settle();
    Visit visit = at(event.step());
    open.remove(event.step());
    ever.add(event.step());
    visit.overtook = overtaken(event);
    visit.completed = Optional.of(new Visit.Noted<>(entry, event));
    visit.attached = attachedTo(visit);
    lastDone = Optional.of(visit);
    if (event.again()) {
      again(visit, event);
      return this;
    }
    RouteAnswer answer =
        ask(
            event.step() + event.decision().map(l -> " " + l).orElse(""),
            new RouteQuestion(
                Optional.of(
                    new RouteQuestion.Completed(
                        event.step(), event.decision(), event.actor().role(), visit.visit)),
                open.keySet(),
                ever,
                data()));
    visit.sendsBack = sendsBack(event.step(), answer);
    return this;
  }

  /** A row that was done once more is open again, in the words of its own document. */
  private void again(Visit visit, CaseEvent.RowCompleted event) {
    Optional<Step> step = procedure.sop().step(event.step());
    after = event.step().value();
    rule = step.map(s -> ofDocument(s, Sifat.BERULANG));
    if (step.filter(s -> s.is(Sifat.BERULANG)).isEmpty()) {
      find(AuditCode.REPEATED_WITHOUT_GROUND, event.step().value());
    }
    expectedRows = List.of(event.step().value());
    step.ifPresent(
        s ->
            due.put(
                s.id(),
                new Target(s.id(), visit.by(s.pelaksana().roles()), visit.waktu(waktu(s)))));
  }

  private static Waktu waktu(Step step) {
    return step.mutuBaku().waktu();
  }

  private RouteReason ofDocument(Step step, Sifat sifat) {
    return RouteReason.ofDocument(procedure.sop(), step, sifat, procedure.digest());
  }

  @Override
  public CaseReading rowSkipped(CaseEvent.RowSkipped event) {
    settle();
    Visit visit = at(event.step());
    open.remove(event.step());
    visit.skipped = Optional.of(new Visit.Noted<>(entry, event));
    ask(
        event.step() + " " + Label.DILEWATI,
        new RouteQuestion(
            Optional.of(
                new RouteQuestion.Completed(
                    event.step(), Optional.of(Label.DILEWATI), event.actor().role(), visit.visit)),
            open.keySet(),
            ever,
            data()));
    return this;
  }

  @Override
  public CaseReading rowArose(CaseEvent.RowArose event) {
    settle();
    Optional<Step> step = procedure.sop().step(event.step());
    after = event.alasan();
    rule = step.map(s -> ofDocument(s, Sifat.SEWAKTU_WAKTU));
    expectedRows = List.of(event.step().value());
    if (step.filter(s -> s.canArise(open.keySet())).isEmpty()) {
      find(AuditCode.AROSE_WITHOUT_GROUND, event.step().value(), event.alasan());
    }
    step.ifPresent(s -> due.put(s.id(), new Target(s.id(), s.pelaksana().roles(), waktu(s))));
    return this;
  }

  @Override
  public CaseReading rowLapsed(CaseEvent.RowLapsed event) {
    Visit visit = at(event.step());
    open.remove(event.step());
    visit.lapsed = Optional.of(new Visit.Noted<>(entry, event));
    visit.lapsedWithAll = endsAll;
    visit.stopped = Optional.of(entry);
    return this;
  }

  @Override
  public CaseReading childBegun(CaseEvent.ChildBegun event) {
    settle();
    at(event.step()).begun.add(new Visit.Noted<>(entry, event));
    return this;
  }

  @Override
  public CaseReading childEnded(CaseEvent.ChildEnded event) {
    settle();
    at(event.step()).returned.add(new Visit.Noted<>(entry, event));
    return this;
  }

  @Override
  public CaseReading prerequisiteChecked(CaseEvent.PrerequisiteChecked event) {
    String berkas = text(event.berkas().stream().map(CaseId::value).toList());
    String sop = event.sop().value();
    if (event.met()) {
      find(AuditCode.PREREQUISITE_MET, sop, berkas);
    } else {
      find(
          AuditCode.PREREQUISITE_UNMET,
          sop,
          berkas,
          event.alasan().orElse("-"),
          event.dasar().orElse("-"));
    }
    return this;
  }

  @Override
  public CaseReading corrected(CaseEvent.Corrected event) {
    settle();
    visits.stream()
        .filter(v -> v.completed.filter(c -> c.seq() == event.corrects()).isPresent())
        .forEach(v -> v.corrections.add(new Visit.Noted<>(entry, event)));
    return this;
  }

  @Override
  public CaseReading ended(CaseEvent.Ended event) {
    if (!dueEnd.equals(Optional.of(event.outcome()))) {
      find(
          AuditCode.END_NOT_BY_RULES,
          event.outcome(),
          after,
          dueEnd.orElseGet(() -> text(expectedRows)));
    }
    dueEnd = Optional.empty();
    standing = Standing.SELESAI;
    outcome = Optional.of(event.outcome());
    return this;
  }

  @Override
  public CaseReading terminated(CaseEvent.Terminated event) {
    settle();
    standing = Standing.DIHENTIKAN;
    open.values().forEach(v -> v.stopped = Optional.of(entry));
    find(AuditCode.TERMINATED, event.actor().role().value(), event.alasan());
    return this;
  }

  @Override
  public CaseReading clockStopped(CaseEvent.ClockStopped event) {
    settle();
    halts(event.row()).add(new Halt(new Visit.Noted<>(entry, event)));
    return this;
  }

  @Override
  public CaseReading clockResumed(CaseEvent.ClockResumed event) {
    settle();
    Halt.end(halts(event.row()), new Visit.Noted<>(entry, event));
    return this;
  }

  @Override
  public CaseReading extended(CaseEvent.Extended event) {
    settle();
    at(event.step()).extensions.add(new Visit.Noted<>(entry, event));
    return this;
  }

  @Override
  public CaseReading dueMoved(CaseEvent.DueMoved event) {
    settle();
    at(event.step()).told = event.to();
    return this;
  }

  private List<Halt> halts(Optional<CaseEvent.RowVisit> row) {
    return row.map(r -> at(r.step()).halts).orElse(caseHalts);
  }

  @Override
  public CaseReading dueSet(CaseEvent.DueSet event) {
    settle();
    Optional.ofNullable(open.get(event.step())).ifPresent(v -> v.told = event.dueAt());
    return this;
  }

  /**
   * Since when the time of a visit runs: rows that share one time share its beginning, as long as
   * the case stays among them.
   */
  private Instant since(Visit visit, CaseEvent.RowOpened event) {
    Sop sop = procedure.sop();
    Optional<StepId> shared = sop.sharedTime(visit.step, visit.waktu(event.waktu()));
    return Stream.concat(open.values().stream(), lastDone.stream())
        .filter(v -> shared.isPresent() && v.opened.isPresent())
        .filter(
            v ->
                v.nameIn(epoch)
                    .flatMap(
                        name ->
                            sop.sharedTime(name, v.waktu(v.opened.orElseThrow().event().waktu())))
                    .equals(shared))
        .map(v -> v.since)
        .min(Comparator.naturalOrder())
        .orElse(event.occurredAt());
  }

  /** What the time of {@code visit} refers to, as far as it was known when it was done. */
  private References references(Visit visit) {
    long until = visit.completed.map(Visit.Noted::seq).orElse(Long.MAX_VALUE);
    Map<String, DataValue> data = visit.completed.isPresent() ? visit.known() : data();
    return new References() {
      @Override
      public Optional<LocalDate> tanggal(String nama) {
        return data.get(nama) instanceof DataValue.Tanggal date
            ? Optional.of(date.value())
            : Optional.empty();
      }

      @Override
      public Optional<Instant> selesai(String langkah) {
        return visits.stream()
            .filter(v -> v.isCalled(StepId.of(langkah), visit.epoch))
            .filter(v -> v.completed.filter(c -> c.seq() < until).isPresent())
            .max(BY_COMPLETION)
            .flatMap(Visit::doneAt);
      }

      @Override
      public Optional<Waktu> waktu(String langkah) {
        Optional<Waktu> own =
            visit.version.sop().step(StepId.of(langkah)).map(s -> s.mutuBaku().waktu());
        return own.filter(w -> !(w instanceof Waktu.MenurutAturan))
            .or(
                () ->
                    visits.stream()
                        .filter(v -> v.isCalled(StepId.of(langkah), visit.epoch))
                        .filter(v -> v.opened.filter(o -> o.seq() < until).isPresent())
                        .map(v -> v.waktu(v.opened.orElseThrow().event().waktu()))
                        .reduce((first, last) -> last));
      }
    };
  }

  @Override
  public CaseReading acknowledged(CaseEvent.Acknowledged event) {
    settle();
    visits.stream()
        .filter(v -> v.isCalled(event.step(), epoch) && v.visit == event.visit())
        .filter(v -> v.completed.isPresent())
        .forEach(v -> v.acknowledgements.add(new Visit.Noted<>(entry, event)));
    return this;
  }

  @Override
  public CaseReading claimed(CaseEvent.Claimed event) {
    settle();
    at(event.step()).claim = Optional.of(new Visit.Noted<>(entry, event));
    return this;
  }

  @Override
  public CaseReading released(CaseEvent.Released event) {
    settle();
    Visit visit = at(event.step());
    visit.claim.ifPresent(
        claim -> visit.released.add(Map.entry(claim.event(), new Visit.Noted<>(entry, event))));
    visit.claim = Optional.empty();
    return this;
  }

  @Override
  public CaseReading signerAdded(CaseEvent.SignerAdded event) {
    settle();
    at(event.step()).signers.add(new Visit.Noted<>(entry, event));
    return this;
  }

  @Override
  public CaseReading signerRemoved(CaseEvent.SignerRemoved event) {
    settle();
    at(event.step()).signers.add(new Visit.Noted<>(entry, event));
    return this;
  }

  /** A row that was done later than this one, and is recorded already. */
  private Optional<Visit> overtaken(CaseEvent.RowCompleted event) {
    return visits.stream()
        .filter(v -> v.completed.isPresent())
        .filter(v -> v.completed.get().event().occurredAt().isAfter(event.occurredAt()))
        .findFirst();
  }

  private List<Document> attachedTo(Visit visit) {
    return attached.stream()
        .filter(a -> a.row().filter(row -> !visit.wasCalled(row)).isEmpty())
        .flatMap(a -> a.dokumen().stream())
        .toList();
  }

  @Override
  public CaseReading rowMoved(CaseEvent.RowMoved event) {
    settle();
    Visit visit = at(event.step());
    open.remove(event.step());
    visit.left = Optional.of(new Visit.Noted<>(entry, event));
    boolean back = event.cara() == CaseEvent.RowMoved.Cara.KEMBALI;
    office(
        event.ke(),
        back ? "dikembalikan" : "dipindahkan",
        event.dasar(),
        event.alasan(),
        event.step().value());
    find(
        back ? AuditCode.SENT_BACK : AuditCode.MOVED,
        event.step().value(),
        event.ke().value(),
        event.actor().role().value(),
        event.alasan());
    if (event.dasar().isEmpty()) {
      find(AuditCode.SENT_BACK_WITHOUT_GROUND, event.step().value(), event.ke().value());
    }
    return this;
  }

  /** The office, and no arrow, leads to {@code to}. */
  private void office(StepId to, String act, Optional<String> dasar, String alasan, String from) {
    Optional<Step> step = procedure.sop().step(to);
    after = from;
    rule = step.map(s -> RouteReason.ofOffice(act, s, dasar, alasan, procedure.digest()));
    expectedRows = List.of(to.value());
    step.ifPresent(
        s -> {
          Optional<Visit> before =
              visits.stream()
                  .filter(v -> v.epoch == epoch && v.step.equals(to) && v.completed.isPresent())
                  .max(BY_COMPLETION);
          due.put(
              to,
              new Target(
                  to,
                  before.map(v -> v.by(s.pelaksana().roles())).orElse(s.pelaksana().roles()),
                  before.map(v -> v.waktu(waktu(s))).orElse(waktu(s))));
        });
  }

  @Override
  public CaseReading recalled(CaseEvent.Recalled event) {
    settle();
    Optional<Visit> taken =
        visits.stream()
            .filter(v -> v.completed.filter(c -> c.seq() == event.recalls()).isPresent())
            .findFirst();
    boolean goneOn = taken.isEmpty() || !taken.equals(lastDone);
    for (CaseEvent.RowVisit row : event.ditarik()) {
      Visit withdrawn = open.remove(row.step());
      goneOn |= withdrawn == null || withdrawn.isTouched();
      if (withdrawn != null) {
        visits.remove(withdrawn);
        counts.computeIfPresent(row.step(), (s, n) -> n == 1 ? null : n - 1);
      }
    }
    goneOn |= open.containsKey(event.step());
    taken.ifPresent(visit -> takeBack(visit, event));
    if (goneOn) {
      find(AuditCode.RECALLED_TOO_LATE, event.step().value(), Long.toString(event.recalls()));
    }
    return this;
  }

  private void takeBack(Visit visit, CaseEvent.Recalled event) {
    visit.recalled.add(Map.entry(visit.completed.orElseThrow(), new Visit.Noted<>(entry, event)));
    visit.completed = Optional.empty();
    visit.corrections.clear();
    visit.acknowledgements.clear();
    visit.sendsBack = false;
    open.put(visit.step, visit);
    ever.clear();
    visits.stream()
        .filter(v -> v.completed.isPresent())
        .forEach(v -> v.nameIn(epoch).ifPresent(ever::add));
    lastDone = visits.stream().filter(v -> v.completed.isPresent()).max(BY_COMPLETION);
  }

  @Override
  public CaseReading transferred(CaseEvent.Transferred event) {
    settle();
    Visit visit = at(event.step());
    visit.transfers.add(new Visit.Noted<>(entry, event));
    visit.claim =
        Optional.of(
            new Visit.Noted<>(
                entry,
                new CaseEvent.Claimed(
                    event.step(), event.visit(), event.kepada(), event.occurredAt())));
    return this;
  }

  @Override
  public CaseReading reopened(CaseEvent.Reopened event) {
    settle();
    standing = Standing.BERJALAN;
    outcome = Optional.empty();
    office(
        event.step(), "dibuka kembali", Optional.of(event.dasar()), event.alasan(), "akhir berkas");
    find(
        AuditCode.REOPENED,
        event.step().value(),
        event.actor().role().value(),
        event.alasan(),
        event.dasar());
    return this;
  }

  @Override
  public CaseReading attached(CaseEvent.Attached event) {
    settle();
    attached.add(event);
    return this;
  }

  /** From here on the new version is asked; what is done already stays judged by the old one. */
  @Override
  public CaseReading migrated(CaseEvent.Migrated event) {
    settle();
    Procedure next =
        versions
            .apply(event.ke().digest())
            .filter(p -> p.sop().id().equals(procedure.sop().id()))
            .orElseThrow(
                () ->
                    new SopException(
                        AuditCode.VERSION_MISSING,
                        caseId.value(),
                        procedure.sop().id() + " " + event.ke().versi(),
                        event.ke().digest()));
    findings.add(
        Finding.of(
            AuditCode.MIGRATED,
            List.of(entry.seq()),
            event.dari().versi(),
            event.ke().versi(),
            event.actor().role().value(),
            event.alasan(),
            event.dasar().jenis() + event.dasar().nomor().map(n -> " " + n).orElse("")));
    if (!event.dari().digest().equals(procedure.digest())) {
      otherwise(event, "-");
    }
    rename(event);
    List<Visit> before = List.copyOf(open.values());
    open.clear();
    for (Visit visit : before) {
      carry(visit, event, next);
    }
    procedure = next;
    return this;
  }

  /** What was visited, as the new version calls it. */
  private void rename(CaseEvent.Migrated event) {
    for (Visit visit : visits) {
      visit.nameIn(epoch).flatMap(event::now).ifPresent(name -> visit.names.put(epoch + 1, name));
    }
    Map<StepId, Integer> visited = new HashMap<>();
    counts.forEach(
        (row, count) ->
            event
                .now(row)
                .filter(name -> visited.merge(name, count, Integer::sum) > count)
                .ifPresent(name -> otherwise(event, row.value())));
    Set<StepId> told = new TreeSet<>();
    event.rows().forEach(row -> told.add(row.dari()));
    if (!told.equals(counts.keySet())) {
      otherwise(event, text(told.stream().map(StepId::value).toList()));
    }
    counts.clear();
    counts.putAll(visited);
    Set<StepId> done = new TreeSet<>();
    ever.forEach(row -> event.now(row).ifPresent(done::add));
    ever.clear();
    ever.addAll(done);
    epoch++;
  }

  /** Holds what is recorded of an open row against what the two versions say of it. */
  private void carry(Visit visit, CaseEvent.Migrated event, Procedure next) {
    Optional<Step> was = visit.version.sop().step(visit.step);
    Optional<Step> is = visit.nameIn(epoch).flatMap(next.sop()::step);
    Optional<CaseEvent.Migrated.Open> told =
        is.flatMap(s -> event.open().stream().filter(o -> o.step().equals(s.id())).findFirst());
    if (was.isEmpty() || is.isEmpty() || told.isEmpty()) {
      otherwise(event, visit.step.value());
      return;
    }
    List<PelaksanaCode> roles = was.get().pelaksana().roles();
    List<PelaksanaCode> by =
        Continued.by(was.get(), is.get(), visit.by(roles)).orElse(is.get().pelaksana().roles());
    Waktu waktu = Continued.waktu(was.get(), is.get(), visit.waktu(waktu(was.get())));
    if (!told.get().by().equals(by)
        || !told.get().waktu().equals(waktu)
        || told.get().visit() != visit.visit) {
      otherwise(event, visit.step.value());
    }
    visit.continued.add(Map.entry(visit.step, new Visit.Noted<>(entry, event)));
    visit.continuedBy =
        Optional.of(Continued.samePerformers(was.get(), is.get()) ? visit.byAtFirst(roles) : by);
    visit.continuedWaktu = Optional.of(waktu);
    Instant opened = visit.opened.map(o -> o.event().occurredAt()).orElse(visit.since);
    visit.since =
        Continued.countedFrom(next.sop(), is.get(), waktu, Optional.of(visit.since)).orElse(opened);
    visit.told = told.get().dueAt();
    visit.step = is.get().id();
    visit.version = next;
    visit.epoch = epoch;
    open.put(visit.step, visit);
  }

  private void otherwise(CaseEvent.Migrated event, String row) {
    findings.add(
        Finding.of(AuditCode.MIGRATED_OTHERWISE, List.of(entry.seq()), event.ke().versi(), row));
  }

  /** Notes what the rules asked for and the journal does not hold. */
  private void settle() {
    due.keySet().forEach(step -> find(AuditCode.ROW_NOT_OPENED, step.value(), after));
    due.clear();
    dueEnd.ifPresent(end -> find(AuditCode.NOT_ENDED, end, after));
    dueEnd = Optional.empty();
  }

  private void find(AuditCode code, String... facts) {
    findings.add(Finding.of(code, List.of(entry.seq()), facts).by(rule));
  }

  /** The visit now open at {@code step}; one of its own when the journal never opened it. */
  private Visit at(StepId step) {
    Visit visit = open.get(step);
    return visit == null ? visit(step) : visit;
  }

  private Visit visit(StepId step) {
    Visit visit =
        new Visit(
            step,
            counts.merge(step, 1, Integer::sum),
            procedure,
            epoch,
            after,
            expectedRows,
            caseHalts);
    visits.add(visit);
    return visit;
  }

  private RouteAnswer ask(String what, RouteQuestion question) {
    RouteAnswer answer = procedure.router().route(question);
    after = what;
    answer.match(new Expecting(question.completed().map(RouteQuestion.Completed::step)));
    return answer;
  }

  private boolean sendsBack(StepId row, RouteAnswer answer) {
    return answer instanceof RouteAnswer.Open opens
        ? opens.targets().stream()
            .map(Target::step)
            .anyMatch(t -> ever.contains(t) && procedure.sop().pointsBack(row, t))
        : answer instanceof RouteAnswer.End end && !end.outcome().equals("SELESAI");
  }

  /** The facts as known at this point of the journal. */
  private Map<String, DataValue> data() {
    Map<String, DataValue> data = new HashMap<>(startData);
    visits.stream()
        .filter(v -> v.completed.isPresent())
        .sorted(BY_COMPLETION)
        .forEach(v -> data.putAll(v.data()));
    return data;
  }

  /** Gives each completion the facts that were known before it, as corrected since. */
  private void spreadCorrections() {
    Map<String, DataValue> known = new HashMap<>(startData);
    for (Visit visit :
        visits.stream().filter(v -> v.completed.isPresent()).sorted(BY_COMPLETION).toList()) {
      visit.knownBefore.putAll(known);
      known.putAll(visit.data());
    }
  }

  private static String text(List<String> rows) {
    return rows.isEmpty() ? "-" : String.join(", ", rows);
  }

  private final class Expecting implements RouteAnswer.Cases<CaseReading> {
    private final Optional<StepId> answered;

    Expecting(Optional<StepId> answered) {
      this.answered = answered;
    }

    private CaseReading expect(
        Optional<RouteReason> why, List<Target> targets, Optional<String> end) {
      endsAll = false;
      rule = why;
      expectedRows = targets.stream().map(t -> t.step().value()).toList();
      targets.forEach(t -> due.put(t.step(), t));
      dueEnd = end;
      return CaseReading.this;
    }

    @Override
    public CaseReading open(RouteAnswer.Open answer) {
      return expect(Optional.of(answer.why()), answer.targets(), Optional.empty());
    }

    @Override
    public CaseReading await(RouteAnswer.Wait wait) {
      return expect(Optional.of(wait.why()), List.of(), Optional.empty());
    }

    @Override
    public CaseReading end(RouteAnswer.End end) {
      Optional<String> ends =
          Optional.of(end.outcome())
              .filter(e -> end.endsCase(procedure.sop(), answered, open.keySet()));
      expect(Optional.of(end.why()), List.of(), ends);
      endsAll = end.seluruhnya();
      return CaseReading.this;
    }

    @Override
    public CaseReading noRoute(RouteAnswer.NoRoute none) {
      return expect(Optional.empty(), List.of(), Optional.empty());
    }

    @Override
    public CaseReading conflict(RouteAnswer.Conflict conflict) {
      return expect(Optional.empty(), List.of(), Optional.empty());
    }
  }
}
