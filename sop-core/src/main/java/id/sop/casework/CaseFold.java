package id.sop.casework;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.CommandKey;
import id.sop.journal.CommandMark;
import id.sop.journal.Entry;
import id.sop.routing.RouteQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds entries to a state, one after the other; lives for one call. */
final class CaseFold implements CaseEvent.Cases<CaseFold> {
  private final CaseState from;
  private CaseStatus status;
  private Optional<Pinned> pinned;
  private Optional<Instant> startedAt;
  private final Map<StepId, OpenRow> open;
  private final Map<StepId, Integer> visits;
  private Map<String, DataValue> startData;
  private final List<Completion> completions;
  private final List<Skipped> skipped;
  private final Set<StepId> ever;
  private Map<String, DataValue> data;
  private Optional<String> outcome;
  private final Map<CommandKey, CaseState.Carried> commands;
  private long seq;
  private String head;
  private final List<Stop> stops;
  private final List<MigratedAt> migrations;
  private Optional<CaseEvent.Induk> induk;
  private Optional<Instant> endedAt;
  private final List<CaseEvent.Attached> attached;
  private long moved;

  CaseFold(CaseState from) {
    this.from = from;
    status = from.status();
    pinned = from.pinned();
    startedAt = from.startedAt();
    open = new TreeMap<>(from.open());
    visits = new TreeMap<>(from.visits());
    startData = from.startData();
    completions = new ArrayList<>(from.completions());
    skipped = new ArrayList<>(from.skipped());
    ever = new TreeSet<>(from.ever());
    data = from.data();
    outcome = from.outcome();
    migrations = new ArrayList<>(from.migrations());
    commands = new LinkedHashMap<>(from.commands());
    seq = from.seq();
    head = from.head();
    stops = new ArrayList<>(from.stops());
    induk = from.induk();
    endedAt = from.endedAt();
    attached = new ArrayList<>(from.attached());
    moved = from.moved();
  }

  void add(Entry entry) {
    if (entry.seq() != seq + 1 || !entry.caseId().equals(from.caseId())) {
      throw broken(entry.seq(), "entry " + (seq + 1) + " of this case was expected");
    }
    seq = entry.seq();
    head = entry.digest();
    if (entry.command().isPresent()) {
      CommandMark mark = entry.command().get();
      commands.put(mark.key(), new CaseState.Carried(mark.digest(), entry.seq()));
    }
    entry.event().match(this);
  }

  CaseState state() {
    return new CaseState(
        from.caseId(),
        status,
        pinned,
        startedAt,
        open,
        visits,
        startData,
        completions,
        skipped,
        outcome,
        commands,
        seq,
        head,
        stops,
        induk,
        endedAt,
        attached,
        moved,
        migrations);
  }

  @Override
  public CaseFold started(CaseEvent.Started event) {
    if (status != CaseStatus.BELUM_MULAI) {
      throw broken(seq, "the case has begun before");
    }
    status = CaseStatus.BERJALAN;
    pinned = Optional.of(new Pinned(event.sop(), event.versi(), event.digest()));
    startedAt = Optional.of(event.occurredAt());
    induk = event.induk();
    startData = event.data();
    data = startData;
    return this;
  }

  @Override
  public CaseFold rowOpened(CaseEvent.RowOpened event) {
    int visit = visits.getOrDefault(event.step(), 0) + 1;
    visits.put(event.step(), visit);
    if (status != CaseStatus.BERJALAN || open.containsKey(event.step()) || visit != event.visit()) {
      throw broken(seq, "row " + event.step() + " cannot be opened here");
    }
    open.put(
        event.step(),
        new OpenRow(
            event.step(),
            visit,
            event.by(),
            event.waktu(),
            event.occurredAt(),
            event.dueAt(),
            event.why(),
            List.of(),
            List.of(),
            event.eskalasi(),
            event.countedFrom(),
            RowClock.of(event.by(), stopsSince(event.countedFrom().orElse(event.occurredAt()))),
            Optional.empty(),
            Optional.empty()));
    return this;
  }

  @Override
  public CaseFold scheduleRecorded(CaseEvent.ScheduleRecorded event) {
    OpenRow row = openRow(event.step(), event.visit());
    open.put(row.step(), row.scheduled(event));
    return this;
  }

  @Override
  public CaseFold participated(CaseEvent.Participated event) {
    OpenRow row = openRow(event.step(), event.visit());
    open.put(row.step(), row.participated(event));
    return this;
  }

  @Override
  public CaseFold rowCompleted(CaseEvent.RowCompleted event) {
    OpenRow row = openRow(event.step(), event.visit());
    open.remove(event.step());
    ever.add(event.step());
    data = merged(data, event.data());
    RouteQuestion asked =
        new RouteQuestion(
            Optional.of(
                new RouteQuestion.Completed(
                    event.step(), event.decision(), event.actor().role(), event.visit())),
            open.keySet(),
            ever,
            data);
    completions.add(new Completion(seq, row, event, asked, List.of(), List.of()));
    moved = seq;
    return this;
  }

  @Override
  public CaseFold corrected(CaseEvent.Corrected event) {
    for (int i = 0; i < completions.size(); i++) {
      if (completions.get(i).seq() == event.corrects()) {
        completions.set(i, completions.get(i).corrected(event));
        // Later completions may say otherwise again.
        data = state().data();
        return this;
      }
    }
    throw broken(seq, "entry " + event.corrects() + " completes no row");
  }

  @Override
  public CaseFold ended(CaseEvent.Ended event) {
    if (status != CaseStatus.BERJALAN || !open.isEmpty()) {
      throw broken(seq, "a case ends once, when no row is open");
    }
    status = CaseStatus.SELESAI;
    outcome = Optional.of(event.outcome());
    endedAt = Optional.of(event.occurredAt());
    return this;
  }

  @Override
  public CaseFold terminated(CaseEvent.Terminated event) {
    if (status != CaseStatus.BERJALAN) {
      throw broken(seq, "only a running case is stopped");
    }
    status = CaseStatus.DIHENTIKAN;
    endedAt = Optional.of(event.occurredAt());
    open.clear();
    return this;
  }

  @Override
  public CaseFold clockStopped(CaseEvent.ClockStopped event) {
    Stop stop = new Stop(event, Optional.empty());
    if (event.row().isPresent()) {
      OpenRow row = openRow(event.row().get().step(), event.row().get().visit());
      if (row.clock().standing(false).isPresent()) {
        throw broken(seq, "the clock of row " + row.step() + " stands already");
      }
      open.put(row.step(), row.with(row.clock().stopped(stop)));
      return this;
    }
    if (status != CaseStatus.BERJALAN || stops.stream().anyMatch(Stop::stands)) {
      throw broken(seq, "the clock of the case cannot be stopped here");
    }
    stops.add(stop);
    open.replaceAll((step, row) -> row.with(row.clock().stopped(stop)));
    return this;
  }

  @Override
  public CaseFold clockResumed(CaseEvent.ClockResumed event) {
    Optional<Stop> standing =
        event.row().isPresent()
            ? openRow(event.row().get().step(), event.row().get().visit()).clock().standing(false)
            : stops.stream().filter(Stop::stands).findFirst();
    Stop stop = standing.orElseThrow(() -> broken(seq, "no clock stands that could run again"));
    if (status != CaseStatus.BERJALAN || event.occurredAt().isBefore(stop.from())) {
      throw broken(seq, "the clock cannot run again here");
    }
    stops.replaceAll(s -> s.equals(stop) ? s.ended(event) : s);
    open.replaceAll((step, row) -> row.with(row.clock().resumed(stop, event)));
    return this;
  }

  @Override
  public CaseFold extended(CaseEvent.Extended event) {
    OpenRow row = openRow(event.step(), event.visit());
    if (row.clock().perpanjangan().isPresent()) {
      throw broken(seq, "the time of row " + row.step() + " was extended before");
    }
    open.put(row.step(), row.with(row.clock().extended(event)));
    return this;
  }

  @Override
  public CaseFold dueMoved(CaseEvent.DueMoved event) {
    OpenRow row = openRow(event.step(), event.visit());
    if (!event.from().equals(row.dueAt()) || event.from().equals(event.to())) {
      throw broken(seq, "row " + row.step() + " is not due when this moves it from");
    }
    open.put(row.step(), row.moved(event));
    return this;
  }

  /** The stops of the case that concern a row opened at {@code opened}. */
  private List<Stop> stopsSince(Instant opened) {
    return stops.stream().filter(s -> s.to().filter(to -> !to.isAfter(opened)).isEmpty()).toList();
  }

  @Override
  public CaseFold dueSet(CaseEvent.DueSet event) {
    OpenRow row = openRow(event.step(), event.visit());
    open.put(row.step(), row.due(event.dueAt()));
    return this;
  }

  @Override
  public CaseFold acknowledged(CaseEvent.Acknowledged event) {
    for (int i = 0; i < completions.size(); i++) {
      CaseEvent.RowCompleted done = completions.get(i).event();
      Optional<StepId> row = now(done.step(), completions.get(i).seq());
      if (row.equals(Optional.of(event.step())) && done.visit() == event.visit()) {
        completions.set(i, completions.get(i).acknowledged(event));
        return this;
      }
    }
    throw broken(seq, "visit " + event.visit() + " of row " + event.step() + " is not done");
  }

  @Override
  public CaseFold claimed(CaseEvent.Claimed event) {
    OpenRow row = openRow(event.step(), event.visit());
    if (row.claim().isPresent()) {
      throw broken(seq, "row " + event.step() + " is claimed already");
    }
    open.put(row.step(), row.claimed(Optional.of(event)));
    return this;
  }

  @Override
  public CaseFold released(CaseEvent.Released event) {
    OpenRow row = openRow(event.step(), event.visit());
    if (row.claim().isEmpty()) {
      throw broken(seq, "row " + event.step() + " is claimed by nobody");
    }
    open.put(row.step(), row.claimed(Optional.empty()));
    return this;
  }

  @Override
  public CaseFold signerAdded(CaseEvent.SignerAdded event) {
    OpenRow row = openRow(event.step(), event.visit());
    List<PelaksanaCode> by = new ArrayList<>(row.by());
    int at = event.sebelum().map(by::indexOf).orElse(by.size());
    if (by.contains(event.signer()) || at < 0) {
      throw broken(seq, event.signer() + " cannot be added to row " + event.step());
    }
    by.add(at, event.signer());
    open.put(row.step(), row.by(by));
    return this;
  }

  @Override
  public CaseFold signerRemoved(CaseEvent.SignerRemoved event) {
    OpenRow row = openRow(event.step(), event.visit());
    List<PelaksanaCode> by = new ArrayList<>(row.by());
    if (!by.remove(event.signer()) || by.isEmpty()) {
      throw broken(seq, event.signer() + " cannot be removed from row " + event.step());
    }
    open.put(row.step(), row.by(by));
    return this;
  }

  @Override
  public CaseFold rowSkipped(CaseEvent.RowSkipped event) {
    OpenRow row = openRow(event.step(), event.visit());
    open.remove(row.step());
    RouteQuestion asked =
        new RouteQuestion(
            Optional.of(
                new RouteQuestion.Completed(
                    event.step(),
                    Optional.of(Label.DILEWATI),
                    event.actor().role(),
                    event.visit())),
            open.keySet(),
            ever,
            data);
    skipped.add(new Skipped(seq, event, asked));
    moved = seq;
    return this;
  }

  @Override
  public CaseFold rowArose(CaseEvent.RowArose event) {
    if (status != CaseStatus.BERJALAN || open.containsKey(event.step())) {
      throw broken(seq, "row " + event.step() + " cannot arise here");
    }
    moved = seq;
    return this;
  }

  @Override
  public CaseFold rowLapsed(CaseEvent.RowLapsed event) {
    open.remove(openRow(event.step(), event.visit()).step());
    return this;
  }

  @Override
  public CaseFold childBegun(CaseEvent.ChildBegun event) {
    OpenRow row = openRow(event.step(), event.visit());
    if (row.child().filter(Child::running).isPresent()) {
      throw broken(seq, "row " + row.step() + " waits for another case already");
    }
    open.put(row.step(), row.child(new Child(event, Optional.empty())));
    return this;
  }

  @Override
  public CaseFold childEnded(CaseEvent.ChildEnded event) {
    OpenRow row = openRow(event.step(), event.visit());
    Optional<Child> child = row.child().filter(c -> c.begun().berkas().equals(event.berkas()));
    if (child.filter(Child::running).isEmpty()) {
      throw broken(seq, "row " + row.step() + " does not wait for case " + event.berkas());
    }
    open.put(row.step(), row.child(new Child(child.get().begun(), Optional.of(event))));
    return this;
  }

  @Override
  public CaseFold rowMoved(CaseEvent.RowMoved event) {
    open.remove(openRow(event.step(), event.visit()).step());
    moved = seq;
    return this;
  }

  @Override
  public CaseFold recalled(CaseEvent.Recalled event) {
    Completion taken =
        completions.stream()
            .filter(c -> c.seq() == event.recalls() && c.row().step().equals(event.step()))
            .findFirst()
            .orElseThrow(() -> broken(seq, "entry " + event.recalls() + " completes no such row"));
    for (CaseEvent.RowVisit row : event.ditarik()) {
      OpenRow withdrawn = openRow(row.step(), row.visit());
      open.remove(withdrawn.step());
      visits.compute(withdrawn.step(), (step, n) -> row.visit() == 1 ? null : row.visit() - 1);
    }
    if (status != CaseStatus.BERJALAN || open.containsKey(event.step())) {
      throw broken(seq, "row " + event.step() + " cannot be opened again here");
    }
    completions.remove(taken);
    open.put(event.step(), taken.row());
    // What it made known is no longer known, unless an earlier or later completion says it too.
    data = state().data();
    ever.clear();
    ever.addAll(state().ever());
    moved = seq;
    return this;
  }

  @Override
  public CaseFold transferred(CaseEvent.Transferred event) {
    OpenRow row = openRow(event.step(), event.visit());
    open.put(
        row.step(),
        row.claimed(
            Optional.of(
                new CaseEvent.Claimed(
                    row.step(), row.visit(), event.kepada(), event.occurredAt()))));
    return this;
  }

  @Override
  public CaseFold reopened(CaseEvent.Reopened event) {
    if (status != CaseStatus.SELESAI && status != CaseStatus.DIHENTIKAN) {
      throw broken(seq, "only a case that has ended is opened again");
    }
    status = CaseStatus.BERJALAN;
    outcome = Optional.empty();
    endedAt = Optional.empty();
    moved = seq;
    return this;
  }

  @Override
  public CaseFold attached(CaseEvent.Attached event) {
    event.row().ifPresent(row -> openRow(row.step(), row.visit()));
    attached.add(event);
    return this;
  }

  @Override
  public CaseFold prerequisiteChecked(CaseEvent.PrerequisiteChecked event) {
    if (status != CaseStatus.BERJALAN || !visits.isEmpty()) {
      throw broken(seq, "what a case depends on is looked at when it begins");
    }
    return this;
  }

  @Override
  public CaseFold migrated(CaseEvent.Migrated event) {
    Optional<Pinned> before =
        pinned.filter(
            p -> p.equals(new Pinned(p.sop(), event.dari().versi(), event.dari().digest())));
    if (status != CaseStatus.BERJALAN || before.isEmpty()) {
      throw broken(seq, "the case is not on version " + event.dari().versi());
    }
    renameVisits(event);
    renameOpen(event);
    Set<StepId> done = new TreeSet<>();
    ever.forEach(row -> event.now(row).ifPresent(done::add));
    ever.clear();
    ever.addAll(done);
    pinned = Optional.of(new Pinned(before.get().sop(), event.ke().versi(), event.ke().digest()));
    migrations.add(new MigratedAt(seq, event));
    renameAttached(event);
    moved = seq;
    return this;
  }

  private void renameVisits(CaseEvent.Migrated event) {
    Map<StepId, Integer> renamed = new TreeMap<>();
    Set<StepId> told = new TreeSet<>();
    for (CaseEvent.Migrated.Row row : event.rows()) {
      Integer count = visits.get(row.dari());
      boolean clear = count != null && told.add(row.dari());
      if (!clear || (row.ke().isPresent() && renamed.put(row.ke().get(), count) != null)) {
        throw broken(seq, "row " + row.dari() + " cannot be renamed like this");
      }
    }
    if (!told.equals(visits.keySet())) {
      throw broken(seq, "it is not said what becomes of each row");
    }
    visits.clear();
    visits.putAll(renamed);
  }

  /** What is put to a row that is gone counts for no other one. */
  private void renameAttached(CaseEvent.Migrated event) {
    List<CaseEvent.Attached> renamed = new ArrayList<>();
    for (CaseEvent.Attached each : attached) {
      if (each.row().isEmpty()) {
        renamed.add(each);
      } else {
        int visit = each.row().get().visit();
        event
            .now(each.row().get().step())
            .map(step -> new CaseEvent.RowVisit(step, visit))
            .map(
                row ->
                    new CaseEvent.Attached(
                        Optional.of(row),
                        each.actor(),
                        each.dokumen(),
                        each.keterangan(),
                        each.occurredAt()))
            .ifPresent(renamed::add);
      }
    }
    attached.clear();
    attached.addAll(renamed);
  }

  private void renameOpen(CaseEvent.Migrated event) {
    Map<StepId, OpenRow> before = new TreeMap<>();
    for (OpenRow row : open.values()) {
      StepId name =
          event
              .now(row.step())
              .orElseThrow(() -> broken(seq, "row " + row.step() + " is open still"));
      before.put(name, row);
    }
    open.clear();
    for (CaseEvent.Migrated.Open row : event.open()) {
      OpenRow was = before.remove(row.step());
      if (was == null || was.visit() != row.visit() || row.by().isEmpty()) {
        throw broken(seq, "visit " + row.visit() + " of row " + row.step() + " was not open");
      }
      open.put(row.step(), was.migrated(row));
    }
    if (!before.isEmpty()) {
      throw broken(seq, "it is not said what becomes of each open row");
    }
  }

  /** What the row that entry {@code since} calls {@code step} is called now. */
  private Optional<StepId> now(StepId step, long since) {
    return migrations.isEmpty() ? Optional.of(step) : state().now(step, since);
  }

  static <V> Map<String, V> merged(Map<String, V> known, Map<String, V> more) {
    return ImmutableMap.<String, V>builder().putAll(known).putAll(more).buildKeepingLast();
  }

  private OpenRow openRow(StepId step, int visit) {
    OpenRow row = open.get(step);
    if (row == null || row.visit() != visit) {
      throw broken(seq, "visit " + visit + " of row " + step + " is not open");
    }
    return row;
  }

  private BrokenJournalException broken(long at, String why) {
    return new BrokenJournalException(from.caseId(), at, why);
  }
}
