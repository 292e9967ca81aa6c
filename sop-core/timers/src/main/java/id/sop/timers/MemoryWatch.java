package id.sop.timers;

import id.sop.SopEngine;
import id.sop.casework.Ladder;
import id.sop.casework.Rung;
import id.sop.definition.StepId;
import id.sop.journal.CaseId;
import id.sop.store.OpenCaseRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps marks for the life of the object, beside cases that are kept no longer. */
final class MemoryWatch implements Watch {
  private final SopEngine engine;
  private final Clock clock;
  private final RungListener listener;
  private final Retry retry;

  /** By row, then by rung. */
  private final Map<Visit, Kept> kept = new HashMap<>();

  private record Visit(CaseId caseId, StepId step, int visit) {
    static Visit of(WatchedRow row) {
      return new Visit(row.caseId(), row.step(), row.visit());
    }

    static Visit of(OpenCaseRow row) {
      return new Visit(row.caseId(), row.step(), row.visit());
    }

    static Visit of(Incident incident) {
      return new Visit(incident.caseId(), incident.step(), incident.visit());
    }
  }

  private static final class Kept {
    private final Map<String, Mark> marks = new HashMap<>();
    private final Map<String, Incident> incidents = new HashMap<>();
    private Instant dueAt = Instant.MIN;
    private Optional<Instant> nextLook = Optional.empty();

    private boolean isToBeLookedAt(Instant due, Instant now) {
      return !due.equals(dueAt) || nextLook.filter(next -> !next.isAfter(now)).isPresent();
    }

    private void looked(WatchedRow row, Optional<Instant> next) {
      dueAt = row.dueAt();
      nextLook = next;
      incidents.remove("");
    }
  }

  MemoryWatch(SopEngine engine, Clock clock, RungListener listener, Retry retry) {
    this.engine = engine;
    this.clock = clock;
    this.listener = listener;
    this.retry = retry;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public synchronized List<WatchedRow> rows(Look look, Instant now, WatchedRow after, int most) {
    List<WatchedRow> rows = new ArrayList<>();
    for (OpenCaseRow row : engine.openRows()) {
      if (row.dueAt().isPresent() && kept(Visit.of(row)).isToBeLookedAt(row.dueAt().get(), now)) {
        rows.add(new WatchedRow(row.caseId(), row.step(), row.visit(), row.dueAt().get()));
      }
    }
    return rows.stream()
        .filter(row -> WatchedRow.BY_KEY.compare(row, after) > 0)
        .sorted(WatchedRow.BY_KEY)
        .limit(most)
        .toList();
  }

  private Kept kept(Visit visit) {
    return kept.computeIfAbsent(visit, v -> new Kept());
  }

  @Override
  public synchronized Attended attend(WatchedRow row, Ladder ladder, Instant now) {
    Kept here = kept(Visit.of(row));
    Plan plan = Plan.of(ladder, row, now, here.marks);
    here.looked(row, plan.nextLook());
    if (plan.first().isEmpty()) {
      return Attended.QUIET;
    }
    Rung.Call call = plan.first().get();
    String anak = call.rung().key().anak();
    Optional<Mark> before = Optional.ofNullable(here.marks.get(anak));
    try {
      listener.tell(new Notice(call, Optional.empty()));
    } catch (InterruptedException e) {
      here.nextLook = Optional.of(now);
      Thread.currentThread().interrupt();
      return Attended.LEFT;
    } catch (Exception e) {
      Mark mark = Mark.failed(before, now, retry);
      here.marks.put(anak, mark);
      here.incidents.put(anak, incident(row, anak, mark, now, Failure.kindOf(e)));
      here.nextLook = Optional.of(now);
      return Attended.FAILED;
    }
    here.marks.put(anak, Mark.done(before));
    here.incidents.remove(anak);
    return Attended.TOLD;
  }

  private static Incident incident(
      WatchedRow row, String anak, Mark mark, Instant now, String problem) {
    TimerCode code =
        mark.status() == Mark.Status.PARKED ? TimerCode.RUNG_PARKED : TimerCode.RUNG_WAITS;
    return new Incident(
        code, row.caseId(), row.step(), row.visit(), anak, mark.attempts(), now, problem);
  }

  @Override
  public synchronized Attended unreadable(WatchedRow row, Instant now, String problem) {
    Kept here = kept(Visit.of(row));
    int failures =
        1 + Optional.ofNullable(here.incidents.get("")).map(Incident::attempts).orElse(0);
    here.looked(row, Optional.of(retry.after(now, failures)));
    here.incidents.put(
        "",
        new Incident(
            TimerCode.ROW_UNREADABLE,
            row.caseId(),
            row.step(),
            row.visit(),
            "",
            failures,
            now,
            problem));
    return Attended.UNREADABLE;
  }

  @Override
  public synchronized List<Incident> incidents() {
    return kept.values().stream()
        .flatMap(each -> each.incidents.values().stream())
        .sorted(
            Comparator.comparing(Incident::failedAt)
                .thenComparing(Incident::caseId)
                .thenComparing(Incident::step)
                .thenComparing(Incident::visit)
                .thenComparing(Incident::anak))
        .toList();
  }

  @Override
  public synchronized boolean retry(Incident incident) {
    Optional<Kept> here = Optional.ofNullable(kept.get(Visit.of(incident)));
    boolean found = here.filter(k -> k.incidents.containsKey(incident.anak())).isPresent();
    if (found) {
      Kept row = here.orElseThrow();
      row.nextLook = Optional.of(Instant.MIN);
      row.marks.computeIfPresent(
          incident.anak(), (anak, mark) -> new Mark(Mark.Status.WAITS, Instant.MIN, 0));
    }
    return found;
  }

  @Override
  public synchronized void tidy() {
    Set<Visit> open = new HashSet<>();
    engine.openRows().forEach(row -> open.add(Visit.of(row)));
    kept.entrySet()
        .removeIf(
            each ->
                !open.contains(each.getKey())
                    && each.getValue().incidents.values().stream()
                        .noneMatch(incident -> incident.code() == TimerCode.RUNG_PARKED));
  }
}
