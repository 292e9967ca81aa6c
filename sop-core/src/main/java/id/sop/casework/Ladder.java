package id.sop.casework;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.sop.definition.Eskalasi;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Pengawasan;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.worktime.DueDates;
import id.sop.worktime.UnitClock;
import id.sop.worktime.Waktu;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who is to be told of the open rows of a case, and when: reminders before a row is due, that it is
 * late, and escalations after that. Only a plan: it is derived anew from where the case stands, and
 * which rungs were told is for a store to know. A due that moved moves the rungs, not their keys,
 * so none is told twice.
 *
 * <p>A row without a due has no rungs: one SESUAI JADWAL none before its schedule is recorded.
 */
public final class Ladder {
  private static final Comparator<Rung> ORDER =
      Comparator.comparing(Rung::at)
          .thenComparing(Rung::kind)
          .thenComparing(r -> r.key().step())
          .thenComparing(r -> r.key().anak());

  private final List<Rung> rungs;

  /** By what time each row is counted. */
  private final Map<StepId, UnitClock> times;

  private final Instant known;

  private Ladder(List<Rung> rungs, Map<StepId, UnitClock> times, Instant known) {
    this.rungs = rungs;
    this.times = times;
    this.known = known;
  }

  /**
   * The ladder of a case.
   *
   * @param state where the case stands
   * @param sop the version that it is pinned to
   * @param calendar by which its unit works, and which knows those of other units
   * @param known when what is known of holidays counts
   */
  public static Ladder of(CaseState state, Sop sop, DueDates calendar, Instant known) {
    List<Rung> rungs = new ArrayList<>();
    ImmutableMap.Builder<StepId, UnitClock> times = ImmutableMap.builder();
    for (OpenRow row : state.openRows()) {
      UnitClock time = row.time(sop, calendar);
      times.put(row.step(), time);
      running(row).ifPresent(due -> rungs.addAll(rungs(state, row, due, sop, time, known)));
    }
    return new Ladder(rungs.stream().sorted(ORDER).toList(), times.buildOrThrow(), known);
  }

  /** The due towards which the clock of {@code row} runs; empty while there is none. */
  private static Optional<Instant> running(OpenRow row) {
    return row.dueAt();
  }

  private static List<Rung> rungs(
      CaseState state, OpenRow row, Instant due, Sop sop, UnitClock unit, Instant known) {
    Pengawasan watch = sop.pengawasan(row.step());
    List<Eskalasi> above = row.eskalasi().isEmpty() ? watch.eskalasi() : row.eskalasi();
    Planning plan = new Planning(state, row, due);
    for (Waktu.Paling time : watch.pengingat()) {
      unit.before(due, time, known)
          .dueAt()
          // Who is given a row is told so; a reminder before that says nothing.
          .filter(at -> at.isAfter(row.openedAt()))
          .ifPresent(at -> plan.add(Rung.Kind.PENGINGAT, " " + time.teks(), at, row.by()));
    }
    plan.add(Rung.Kind.TERLAMBAT, "", due, row.by());
    for (Eskalasi each : above) {
      unit.after(due, each.setelah(), known)
          .dueAt()
          .ifPresent(
              at -> plan.add(Rung.Kind.ESKALASI, " " + each.setelah().teks(), at, each.kepada()));
    }
    return plan.rungs.build();
  }

  /** The rungs of one row. */
  private record Planning(
      CaseState state, OpenRow row, Instant due, ImmutableList.Builder<Rung> rungs) {
    Planning(CaseState state, OpenRow row, Instant due) {
      this(state, row, due, ImmutableList.builder());
    }

    void add(Rung.Kind kind, String time, Instant at, List<PelaksanaCode> kepada) {
      Rung.Key key = new Rung.Key(state.caseId(), row.step(), row.visit(), kind.name() + time);
      rungs.add(new Rung(key, kind, at, kepada, due));
    }
  }

  /** All rungs, those called for first before those called for later. */
  public List<Rung> rungs() {
    return rungs;
  }

  /**
   * The rungs called for at {@code now} that were not told yet, in order, and how late they are.
   *
   * @param told the keys of those that were
   */
  public List<Rung.Call> calls(Instant now, Set<Rung.Key> told) {
    return rungs.stream()
        .filter(r -> r.isReached(now) && !told.contains(r.key()))
        .map(
            r ->
                new Rung.Call(
                    r,
                    Duration.between(r.at(), now),
                    Objects.requireNonNull(times.get(r.key().step()))
                        .workingTime(r.at(), now, known)))
        .toList();
  }

  /**
   * The next rung that is not called for yet at {@code now}; until then nobody needs to look.
   *
   * @param told the keys of those that were told
   */
  public Optional<Rung> next(Instant now, Set<Rung.Key> told) {
    return rungs.stream().filter(r -> !r.isReached(now) && !told.contains(r.key())).findFirst();
  }
}
