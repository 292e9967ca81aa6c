package id.sop.casework;

import static id.sop.testing.Desk.as;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.Chain;
import id.sop.journal.DueCause;
import id.sop.journal.Entry;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Journals about clocks that no machine would write are not read. */
class HostileClockTest {
  private static final Instant NOW = Desk.MORNING;
  private static final Optional<CaseEvent.RowVisit> ROW = visit("1", 1);
  private static final Instant DUE = NOW.plusSeconds(86_400);

  private static Optional<CaseEvent.RowVisit> visit(String row, int visit) {
    return Optional.of(new CaseEvent.RowVisit(StepId.of(row), visit));
  }

  private static CaseEvent stopped(Optional<CaseEvent.RowVisit> row) {
    return new CaseEvent.ClockStopped(row, as("STAF"), "x", Optional.empty(), List.of(), NOW);
  }

  private static CaseEvent resumed(Optional<CaseEvent.RowVisit> row, Instant at) {
    return new CaseEvent.ClockResumed(row, as("STAF"), Optional.empty(), List.of(), at);
  }

  private static CaseEvent extended(String row) {
    return new CaseEvent.Extended(
        StepId.of(row),
        1,
        as("STAF"),
        Waktu.paling(1, Satuan.HARI_KERJA),
        "x",
        Desk.paper("SURAT"),
        NOW);
  }

  private static CaseEvent moved(String row, Optional<Instant> from, Optional<Instant> to) {
    return new CaseEvent.DueMoved(
        StepId.of(row), 1, as("STAF"), from, to, new DueCause.Stop(), NOW);
  }

  /** The journal of a case at row 1, continued by {@code events} whatever they say. */
  private static CaseState fold(Desk desk, CaseEvent... events) {
    List<Entry> journal = new ArrayList<>(desk.journal());
    for (CaseEvent event : events) {
      journal.add(
          Chain.next(Desk.CASE, journal.size() + 1, NOW, Optional.empty(), event, Chain.GENESIS));
    }
    return CaseState.of(Desk.CASE, journal);
  }

  private static Desk desk() {
    Sop sop = aSop().row(aRow("1")).row(aRow("2")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2");
    arrows.from("2").ends();
    return Desk.of(sop, arrows).begun("STAF");
  }

  private static void assertBroken(CaseEvent... events) {
    assertThatThrownBy(() -> fold(desk(), events)).isInstanceOf(BrokenJournalException.class);
  }

  @Test
  void what_a_machine_would_write_is_read() {
    assertThatCode(
            () ->
                fold(
                    desk(),
                    stopped(ROW),
                    moved("1", Optional.of(DUE), Optional.empty()),
                    stopped(Optional.empty()),
                    resumed(ROW, NOW),
                    resumed(Optional.empty(), NOW),
                    moved("1", Optional.empty(), Optional.of(DUE)),
                    extended("1")))
        .doesNotThrowAnyException();
  }

  @Test
  void a_clock_that_runs_again_without_having_stopped() {
    assertBroken(resumed(ROW, NOW));
    assertBroken(resumed(Optional.empty(), NOW));
    assertBroken(stopped(ROW), resumed(Optional.empty(), NOW));
    assertBroken(stopped(Optional.empty()), resumed(ROW, NOW));
    assertBroken(stopped(ROW), resumed(ROW, NOW), resumed(ROW, NOW));
  }

  @Test
  void a_clock_that_runs_again_before_it_stopped() {
    assertBroken(stopped(ROW), resumed(ROW, NOW.minusNanos(1)));
    assertBroken(stopped(Optional.empty()), resumed(Optional.empty(), NOW.minusNanos(1)));
  }

  @Test
  void a_clock_that_stops_twice() {
    assertBroken(stopped(ROW), stopped(ROW));
    assertBroken(stopped(Optional.empty()), stopped(Optional.empty()));
  }

  @Test
  void the_clock_of_a_row_that_is_not_open() {
    assertBroken(stopped(visit("2", 1)));
    assertBroken(stopped(visit("1", 2)));
    assertBroken(extended("2"));
    assertBroken(moved("2", Optional.empty(), Optional.of(DUE)));
  }

  @Test
  void a_due_time_moved_from_where_it_was_not_or_to_where_it_was() {
    assertBroken(moved("1", Optional.of(DUE.plusSeconds(1)), Optional.empty()));
    assertBroken(moved("1", Optional.empty(), Optional.of(DUE.plusSeconds(1))));
    assertBroken(moved("1", Optional.of(DUE), Optional.of(DUE)));
  }

  @Test
  void a_time_extended_twice() {
    assertBroken(extended("1"), extended("1"));
  }

  @Test
  void anything_about_the_clock_of_a_closed_case() {
    CaseEvent end = new CaseEvent.Terminated(as("STAF"), "x", NOW);

    assertBroken(end, stopped(ROW));
    assertBroken(end, stopped(Optional.empty()));
    assertBroken(stopped(Optional.empty()), end, resumed(Optional.empty(), NOW));
    assertBroken(end, moved("1", Optional.of(DUE), Optional.empty()));
    assertBroken(end, extended("1"));
  }
}
