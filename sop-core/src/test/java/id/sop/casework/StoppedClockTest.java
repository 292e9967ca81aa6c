package id.sop.casework;

import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.complete;
import static id.sop.testing.Desk.paper;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sop.casework.CompliancePolicy.Check;
import id.sop.casework.CompliancePolicy.Treatment;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.DueCause;
import id.sop.problem.Language;
import id.sop.store.OpenCaseRow;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.RowBuilder;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import id.sop.worktime.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The clock of the machine, by the real calendar. In March 2026 it is Ramadan until the 19th: 08:00
 * to 12:00 and 12:30 to 15:00. The case opens on Monday 2 March at 08:00 WIB, and a row of one hari
 * kerja is due on Tuesday at 15:00.
 */
class StoppedClockTest {
  private static final String DUE = "2026-03-03T15:00";

  private static Instant wib(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Jakarta")).toInstant();
  }

  private static Optional<Instant> at(String local) {
    return Optional.of(wib(local));
  }

  /** A case of these rows, one after the other. */
  private static Desk desk(CompliancePolicy policy, RowBuilder... rows) {
    var builder = aSop();
    for (RowBuilder row : rows) {
      builder.row(row);
    }
    Sop sop = builder.build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    for (int i = 1; i < rows.length; i++) {
      arrows.from(Integer.toString(i)).to(Integer.toString(i + 1));
    }
    arrows.from(Integer.toString(rows.length)).ends();
    Desk desk = Desk.of(sop, arrows, policy);
    desk.engine.calendar(WorkCalendar.indonesia());
    return desk.begun("STAF");
  }

  private static Desk desk() {
    return desk(CompliancePolicy.live(), aRow("1"), aRow("2"));
  }

  private static Desk until(Desk desk, String local) {
    desk.clock.set(wib(local));
    return desk;
  }

  private static CommandBuilder.Suspend suspend() {
    return Command.suspend(Desk.CASE, as("STAF"), "berkas pemohon belum lengkap");
  }

  private static CommandBuilder.Resume resume() {
    return Command.resume(Desk.CASE, as("STAF"));
  }

  private static OpenRow row(Desk desk) {
    return desk.state().openRows().get(0);
  }

  private static void assertWhy(List<Refusal> why, CaseworkCode code, String... words) {
    assertThat(why).extracting(Refusal::code).containsExactly(code);
    String text = why.get(0).text(Language.ID) + " " + why.get(0).hint(Language.ID);
    for (String word : words) {
      assertThat(text).contains(word);
    }
    for (String fact : why.get(0).facts()) {
      assertThat(why.get(0).text(Language.EN) + " " + why.get(0).hint(Language.EN)).contains(fact);
    }
  }

  @Test
  void a_stopped_row_is_not_due_until_its_clock_runs_again_and_gives_back_what_it_took() {
    Desk desk = desk();

    Receipt stopped = until(desk, "2026-03-03T08:00").did(suspend().row("1").dasar("UU 14/2008"));
    OpenRow standing = row(desk);
    // Tuesday and Wednesday were lost: two days after Tuesday 15:00 is Thursday 15:00.
    Receipt resumed = until(desk, "2026-03-05T08:00").did(resume().row("1"));

    assertThat(standing.suspended()).isTrue();
    assertThat(standing.dueAt()).isEmpty();
    assertThat(standing.clock().held().orElseThrow().dueAt()).isEqualTo(wib(DUE));
    assertThat(row(desk).suspended()).isFalse();
    assertThat(row(desk).dueAt()).isEqualTo(at("2026-03-05T15:00"));
    assertThat(List.of(stopped.events().get(1), resumed.events().get(1)))
        .extracting(
            e -> ((CaseEvent.DueMoved) e).from(),
            e -> ((CaseEvent.DueMoved) e).to(),
            e -> ((CaseEvent.DueMoved) e).cause())
        .containsExactly(
            tuple(at(DUE), Optional.empty(), new DueCause.Stop()),
            tuple(Optional.empty(), at("2026-03-05T15:00"), new DueCause.Stop()));
  }

  @Test
  void what_is_left_stands_still_to_the_second_while_the_clock_does() {
    Desk desk = desk();
    until(desk, "2026-03-03T09:10");
    desk.after(Duration.ofSeconds(20)).did(suspend());

    // 4 h and 2 h 30 min less 1 h 10 min 20 s.
    Duration left = Duration.ofHours(5).plusMinutes(19).plusSeconds(40);
    assertThat(desk.engine.remaining(Desk.CASE)).containsEntry(StepId.of("1"), left);
    until(desk, "2026-03-09T11:00");
    assertThat(desk.engine.remaining(Desk.CASE)).containsEntry(StepId.of("1"), left);
    desk.did(resume());
    assertThat(desk.engine.remaining(Desk.CASE)).containsEntry(StepId.of("1"), left);
  }

  @Test
  void a_late_row_has_less_than_nothing_left_and_a_closed_case_has_no_rows() {
    Desk desk = desk(CompliancePolicy.live(), aRow("1"));

    until(desk, "2026-03-04T09:00");

    assertThat(desk.engine.remaining(Desk.CASE))
        .containsEntry(StepId.of("1"), Duration.ofHours(-1));
    desk.did(complete("1", "STAF"));
    assertThat(desk.engine.remaining(Desk.CASE)).isEmpty();
  }

  @Test
  void the_inbox_puts_a_stopped_row_where_nothing_is_late() {
    Desk desk = desk();

    until(desk, "2026-03-03T08:00").did(suspend().row("1"));

    assertThat(desk.engine.openRows())
        .extracting(OpenCaseRow::dueAt)
        .containsOnly(Optional.empty());
  }

  @Test
  void a_stop_of_the_row_within_one_of_the_case_counts_once() {
    Desk desk = desk();
    until(desk, "2026-03-03T08:00").did(suspend());
    until(desk, "2026-03-03T10:00").did(suspend().row("1"));

    until(desk, "2026-03-04T08:00").did(resume());
    Optional<Instant> between = row(desk).dueAt();
    until(desk, "2026-03-05T08:00").did(resume().row("1"));

    assertThat(between).isEmpty();
    assertThat(row(desk).dueAt()).isEqualTo(at("2026-03-05T15:00"));
    assertThat(row(desk).clock().stops()).hasSize(2);
    assertThat(desk.state().stops()).singleElement().satisfies(s -> assertThat(s.to()).isPresent());
  }

  @Test
  void a_stop_is_recorded_with_its_reason_basis_and_paper() {
    Desk desk = desk();

    desk.after(Duration.ofMinutes(1))
        .did(suspend().dasar("Perki 1/2021 Pasal 30").document(paper("SURAT PERMINTAAN")));

    Stop stop = desk.state().stops().get(0);
    assertThat(stop.begun().alasan()).isEqualTo("berkas pemohon belum lengkap");
    assertThat(stop.begun().dasar()).contains("Perki 1/2021 Pasal 30");
    assertThat(stop.begun().dokumen()).hasSize(1);
    assertThat(stop.stands()).isTrue();
  }

  @Test
  void the_same_clock_is_not_stopped_twice() {
    Desk desk = desk();
    desk.did(suspend());
    desk.did(suspend().row("1"));

    assertWhy(desk.refused(suspend()), CaseworkCode.CLOCK_STANDS, "berkas", "2026-03-02 08:00:00");
    assertWhy(desk.refused(suspend().row("1")), CaseworkCode.CLOCK_STANDS, "baris 1");
  }

  @Test
  void a_clock_that_runs_cannot_run_again_and_what_stands_is_named() {
    Desk desk = desk();
    desk.did(suspend().row("1"));

    assertWhy(desk.refused(resume()), CaseworkCode.CLOCK_RUNS, "berkas", "baris 1");
    desk.did(resume().row("1"));
    assertWhy(desk.refused(resume().row("1")), CaseworkCode.CLOCK_RUNS, "baris 1");
  }

  @Test
  void times_that_cannot_be_are_refused() {
    Desk desk = desk();
    Instant now = desk.clock.instant();

    assertWhy(desk.refused(suspend().at(now.plusSeconds(1))), CaseworkCode.IN_THE_FUTURE);
    assertWhy(desk.refused(suspend().at(now.minusSeconds(1))), CaseworkCode.BEFORE_OPENING);
    assertWhy(
        desk.refused(suspend().row("1").at(now.minusSeconds(1))), CaseworkCode.BEFORE_OPENING);
    until(desk, "2026-03-02T10:00").did(suspend());
    assertWhy(
        desk.refused(resume().at(wib("2026-03-02T09:00"))),
        CaseworkCode.BEFORE_OPENING,
        "penghentian waktu berkas");
    assertWhy(desk.refused(resume().at(wib("2026-03-02T11:00"))), CaseworkCode.IN_THE_FUTURE);
  }

  @Test
  void a_stop_needs_a_reason_an_open_row_and_somebody_of_the_sop() {
    Desk desk = desk();

    assertWhy(
        desk.refused(Command.suspend(Desk.CASE, as("STAF"), "\u200b")), CaseworkCode.REASON_BLANK);
    assertWhy(desk.refused(suspend().row("2")), CaseworkCode.ROW_NOT_OPEN);
    assertWhy(desk.refused(suspend().row("9")), CaseworkCode.ROW_UNKNOWN);
    assertWhy(
        desk.refused(Command.suspend(Desk.CASE, as("TAMU"), "x")), CaseworkCode.WRONG_PERFORMER);
    assertThat(desk.refused(Command.resume(Desk.CASE, as("TAMU"))))
        .extracting(Refusal::code)
        .containsExactly(CaseworkCode.WRONG_PERFORMER, CaseworkCode.CLOCK_RUNS);
  }

  @Test
  void a_row_whose_clock_stands_is_not_completed_before_it_runs_again() {
    Desk desk = desk();
    until(desk, "2026-03-02T09:00").did(suspend());

    until(desk, "2026-03-02T10:00");
    assertWhy(
        desk.refused(complete("1", "STAF")),
        CaseworkCode.ROW_SUSPENDED,
        "2026-03-02 09:00:00",
        "berkas pemohon belum lengkap",
        "waktu berkas");
    // It was done before the clock stopped, and is recorded only now.
    desk.did(complete("1", "STAF").at(wib("2026-03-02T08:30")));
    assertThat(desk.openRows()).containsExactly("2");
  }

  @Test
  void a_row_completed_within_a_stop_that_is_over_is_refused_too() {
    Desk desk = desk();
    until(desk, "2026-03-02T09:00").did(suspend());
    until(desk, "2026-03-02T10:00").did(resume());

    assertWhy(
        desk.refused(complete("1", "STAF").at(wib("2026-03-02T09:30"))),
        CaseworkCode.ROW_SUSPENDED);
    assertThat(desk.submit(complete("1", "STAF").at(wib("2026-03-02T10:00"))))
        .isInstanceOf(Outcome.Recorded.class);
  }

  @Test
  void a_row_opened_while_the_case_stands_begins_to_count_when_it_runs() {
    Desk desk =
        desk(
            CompliancePolicy.live().with(Check.PENGHENTIAN, Treatment.OBSERVED),
            aRow("1"),
            aRow("2").within(Waktu.paling(2, Satuan.JAM_KERJA)));
    until(desk, "2026-03-02T09:00").did(suspend());

    until(desk, "2026-03-02T10:00").did(complete("1", "STAF"));
    OpenRow opened = row(desk);
    until(desk, "2026-03-04T11:00").did(resume());

    assertThat(opened.suspended()).isTrue();
    assertThat(opened.dueAt()).isEmpty();
    // One hour until 12:00, the other from 12:30.
    assertThat(row(desk).dueAt()).isEqualTo(at("2026-03-04T13:30"));
  }

  @Test
  void a_stopped_case_can_be_terminated() {
    Desk desk = desk();
    desk.did(suspend());

    desk.did(Command.terminate(Desk.CASE, as("STAF"), "pemohon tidak kembali"));

    assertThat(desk.state().status()).isEqualTo(CaseStatus.DIHENTIKAN);
    assertWhy(desk.refused(resume()), CaseworkCode.CASE_CLOSED);
  }

  @Test
  void a_stop_recorded_late_still_gives_back_what_it_took() {
    Desk desk = desk();
    until(desk, "2026-03-04T09:00");

    desk.did(suspend().row("1").at(wib("2026-03-03T08:00")));
    Optional<Instant> standing = row(desk).dueAt();
    desk.did(resume().row("1").at(wib("2026-03-04T08:00")));

    assertThat(standing).isEmpty();
    assertThat(row(desk).dueAt()).isEqualTo(at("2026-03-04T15:00"));
  }

  @Test
  void a_stop_after_the_due_time_makes_nothing_good() {
    Desk desk = desk();

    Receipt receipt = until(desk, "2026-03-04T09:00").did(suspend().row("1"));

    assertThat(receipt.events()).hasSize(1);
    assertThat(row(desk).suspended()).isTrue();
    assertThat(row(desk).dueAt()).isEqualTo(at(DUE));
  }

  @Test
  void a_schedule_holds_while_the_clock_stands_and_when_it_runs_again() {
    Desk desk = desk(CompliancePolicy.live(), aRow("1").within(Waktu.sesuaiJadwal()));
    desk.did(suspend());
    desk.did(
        Command.schedule(
            Desk.CASE,
            "1",
            as("STAF"),
            paper("JADWAL"),
            wib("2026-03-09T08:00"),
            wib("2026-03-10T15:00")));
    Optional<Instant> standing = row(desk).dueAt();

    until(desk, "2026-03-04T08:00").did(resume());

    assertThat(standing).isEmpty();
    assertThat(row(desk).dueAt()).isEqualTo(at("2026-03-10T15:00"));
  }

  @Test
  void a_decree_signed_while_the_clock_stood_is_told_apart_from_the_stop() {
    Desk desk = desk(CompliancePolicy.live(), aRow("1").within(Waktu.paling(3, Satuan.HARI_KERJA)));
    until(desk, "2026-03-03T08:00").did(suspend());
    until(desk, "2026-03-04T08:00");
    desk.engine.calendar(
        WorkCalendar.indonesia()
            .with(
                "kalender.yaml",
                """
                keputusan:
                  - sumber: Keputusan Bupati 9/2026
                    diketahui: 2026-03-03
                    liburDaerah:
                      - { tanggal: 2026-03-05, nama: Hari jadi }
                """)
            .calendar()
            .orElseThrow());

    Receipt resumed = desk.did(resume());

    // Due on Thursday 5; not counted, so on Friday 6 (15:30); Tuesday was lost: on Monday 9.
    assertThat(resumed.events().subList(1, 3))
        .extracting(
            e -> ((CaseEvent.DueMoved) e).to().orElseThrow(),
            e -> ((CaseEvent.DueMoved) e).cause().getClass().getSimpleName())
        .containsExactly(
            tuple(wib("2026-03-06T15:30"), "Calendar"), tuple(wib("2026-03-09T15:00"), "Stop"));
    assertThat(((CaseEvent.DueMoved) resumed.events().get(1)).cause())
        .isEqualTo(
            new DueCause.Calendar(List.of("Keputusan Bupati 9/2026"), LocalDate.of(2026, 3, 4)));
  }

  @Test
  void a_shortest_time_must_be_over_before_the_row_is_done() {
    Desk desk =
        desk(
            CompliancePolicy.live(),
            aRow("1").within(new Waktu.PalingCepat(new Waktu.Paling(1, Satuan.HARI_KERJA))));

    until(desk, "2026-03-03T14:59");
    assertWhy(
        desk.refused(complete("1", "STAF")),
        CaseworkCode.TOO_EARLY,
        "paling cepat 1 hari kerja",
        "2026-03-03 15:00:00");
    until(desk, DUE).did(complete("1", "STAF"));
    assertThat(desk.state().status()).isEqualTo(CaseStatus.SELESAI);
  }
}
