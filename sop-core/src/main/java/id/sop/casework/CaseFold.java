package id.sop.casework;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
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
    commands = new LinkedHashMap<>(from.commands());
    seq = from.seq();
    head = from.head();
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
        head);
  }

  @Override
  public CaseFold started(CaseEvent.Started event) {
    if (status != CaseStatus.BELUM_MULAI) {
      throw broken(seq, "the case has begun before");
    }
    status = CaseStatus.BERJALAN;
    pinned = Optional.of(new Pinned(event.sop(), event.versi(), event.digest()));
    startedAt = Optional.of(event.occurredAt());
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
            List.of()));
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
    completions.add(new Completion(seq, row, event, asked, List.of()));
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
    return this;
  }

  @Override
  public CaseFold terminated(CaseEvent.Terminated event) {
    if (status != CaseStatus.BERJALAN) {
      throw broken(seq, "only a running case is stopped");
    }
    status = CaseStatus.DIHENTIKAN;
    open.clear();
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
    return this;
  }

  @Override
  public CaseFold rowArose(CaseEvent.RowArose event) {
    if (status != CaseStatus.BERJALAN || open.containsKey(event.step())) {
      throw broken(seq, "row " + event.step() + " cannot arise here");
    }
    return this;
  }

  @Override
  public CaseFold rowLapsed(CaseEvent.RowLapsed event) {
    open.remove(openRow(event.step(), event.visit()).step());
    return this;
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
