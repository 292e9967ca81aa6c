package id.sop.casework;

import id.sop.definition.PelaksanaCode;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.DueCause;
import id.sop.worktime.ClockStop;
import id.sop.worktime.Term;
import id.sop.worktime.UnitClock;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** When rows are due, by the calendar as known on the day of a decision. */
final class RowDues {
  private final Deliberation on;
  private final Landmarks known;

  RowDues(Deliberation on) {
    this(on, Landmarks.of(on.sop, on.state));
  }

  /**
   * @param known what times refer to, as far as it is known
   */
  RowDues(Deliberation on, Landmarks known) {
    this.on = on;
    this.known = known;
  }

  /**
   * When a row that is opened now is due, its time being counted from {@code since}.
   *
   * @param by who is to do it
   */
  Optional<Instant> opened(Instant since, Waktu waktu, List<PelaksanaCode> by) {
    List<ClockStop> stops = new ArrayList<>();
    for (Stop stop : on.state.stops()) {
      stops.add(stop.clockStop());
    }
    return due(time(RowClock.of(by, List.of())), new Term(since, waktu, stops));
  }

  /** When {@code row} is due, by its stops, its extension and its schedule. */
  Optional<Instant> of(OpenRow row) {
    return row.waktu().dapatDijadwalkan() ? row.scheduledDue() : due(time(row.clock()), row.term());
  }

  /** The moment before which {@code row} is done too early. */
  Optional<Instant> notBefore(OpenRow row) {
    return time(row.clock()).notBefore(row.term().resolved(known), now());
  }

  /** What the calendar moved since {@code row} was told when it is due. */
  Optional<CaseEvent.DueMoved> byCalendar(OpenRow row, Actor actor) {
    return moved(row, actor, of(row), () -> calendar(row, row.term(), row.dueAt()));
  }

  /**
   * What {@code after}, which has other stops or an extension, moves of {@code before}. What the
   * calendar moved in the meantime is told apart.
   */
  List<CaseEvent.DueMoved> between(OpenRow before, OpenRow after, Actor actor, DueCause cause) {
    List<CaseEvent.DueMoved> moves = new ArrayList<>();
    Optional<Instant> due = of(after);
    OpenRow told = before;
    if (due.isPresent()) {
      byCalendar(before, actor).or(() -> whileItStood(before, actor)).ifPresent(moves::add);
      told = moves.isEmpty() ? before : before.moved(moves.get(0));
    }
    moved(told, actor, due, () -> cause).ifPresent(moves::add);
    return moves;
  }

  /** What the calendar moved of the time that was due when the clock stopped. */
  private Optional<CaseEvent.DueMoved> whileItStood(OpenRow before, Actor actor) {
    Optional<RowClock.Held> held = before.clock().held();
    if (held.isEmpty() || before.waktu().dapatDijadwalkan()) {
      return Optional.empty();
    }
    Term then =
        new Term(
            before.since(),
            before.waktu(),
            held.get().given().stream().map(Stop::clockStop).toList(),
            before.term().perpanjangan());
    Optional<Instant> told = Optional.of(held.get().dueAt());
    Optional<Instant> is = due(time(before.clock()), then);
    return is.isEmpty() || is.equals(told)
        ? Optional.empty()
        : moved(before, actor, is, () -> calendar(before, then, told));
  }

  private DueCause calendar(OpenRow row, Term term, Optional<Instant> was) {
    UnitClock time = time(row.clock());
    return new DueCause.Calendar(time.decrees(term.resolved(known), was, now()), time.day(now()));
  }

  private Optional<CaseEvent.DueMoved> moved(
      OpenRow row, Actor actor, Optional<Instant> to, Supplier<DueCause> cause) {
    return to.equals(row.dueAt())
        ? Optional.empty()
        : Optional.of(
            new CaseEvent.DueMoved(
                row.step(), row.visit(), actor, row.dueAt(), to, cause.get(), on.occurredAt));
  }

  private Optional<Instant> due(UnitClock time, Term term) {
    return time.due(term.resolved(known), now()).dueAt();
  }

  private UnitClock time(RowClock clock) {
    return on.sop.clock(clock.pemilik(), on.circumstances.calendar());
  }

  private Instant now() {
    return on.circumstances.now();
  }
}
