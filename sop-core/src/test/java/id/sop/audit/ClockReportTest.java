package id.sop.audit;

import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.complete;
import static id.sop.testing.Desk.paper;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.authority.Authority;
import id.sop.casework.Command;
import id.sop.casework.CompliancePolicy;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.problem.Language;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.RowBuilder;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import id.sop.worktime.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The report on stops, extensions, shortest times, and decrees that came later. */
class ClockReportTest {
  private static Instant wib(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Jakarta")).toInstant();
  }

  /** A case of a single row, all observed, opened on Monday 4 May 2026 at 08:00. */
  private static Desk desk(RowBuilder row) {
    Sop sop = aSop().row(row).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").ends();
    Desk desk = Desk.of(sop, arrows, CompliancePolicy.retrospective());
    desk.engine.calendar(WorkCalendar.indonesia());
    return at(desk, "2026-05-04T08:00").begun("STAF");
  }

  private static Desk at(Desk desk, String local) {
    desk.clock.set(wib(local));
    return desk;
  }

  private static RowReport row(Desk desk) {
    return desk.engine.report(Desk.CASE).rows().get(0);
  }

  private static List<AuditCode> waktu(RowReport row) {
    return row.on(Kriteria.WAKTU).findings().stream().map(Finding::code).toList();
  }

  private static List<AuditCode> notes(RowReport row) {
    return row.catatan().stream().map(Finding::code).toList();
  }

  private static void suspend(Desk desk, Optional<String> dasar) {
    var command = Command.suspend(Desk.CASE, as("STAF"), "menunggu pemohon").row("1");
    dasar.ifPresent(command::dasar);
    desk.did(command);
  }

  private static void resume(Desk desk) {
    desk.did(Command.resume(Desk.CASE, as("STAF")).row("1"));
  }

  @Test
  void who_was_stopped_is_judged_by_the_time_given_back() {
    Desk desk = desk(aRow("1"));
    suspend(at(desk, "2026-05-05T07:30"), Optional.of("UU 14/2008"));
    resume(at(desk, "2026-05-07T07:30"));
    at(desk, "2026-05-07T15:59").did(complete("1", "STAF"));

    RowReport row = row(desk);

    assertThat(waktu(row)).containsExactly(AuditCode.IN_TIME);
    assertThat(row.dueAt()).contains(wib("2026-05-07T16:00"));
    assertThat(notes(row)).containsExactly(AuditCode.CLOCK_STOPPED);
    assertThat(row.catatan().get(0).text(Language.ID)).contains("menunggu pemohon", "UU 14/2008");
    assertThat(row.catatan().get(0).bukti()).hasSize(2);
    // Three days and 7 h 59 min, less two days.
    assertThat(row.duration()).contains(Duration.ofHours(24 + 7).plusMinutes(59));
  }

  @Test
  void one_minute_after_the_time_given_back_is_late() {
    Desk desk = desk(aRow("1"));
    suspend(at(desk, "2026-05-05T07:30"), Optional.of("UU 14/2008"));
    resume(at(desk, "2026-05-07T07:30"));
    at(desk, "2026-05-07T16:01").did(complete("1", "STAF"));

    assertThat(waktu(row(desk))).containsExactly(AuditCode.LATE);
  }

  @Test
  void a_stop_without_a_basis_and_one_told_when_the_time_was_over_are_noted() {
    Desk desk = desk(aRow("1"));
    at(desk, "2026-05-06T09:00");
    desk.did(
        Command.suspend(Desk.CASE, as("STAF"), "menunggu").row("1").at(wib("2026-05-05T09:00")));
    resume(desk);
    desk.did(complete("1", "STAF"));

    assertThat(notes(row(desk)))
        .containsExactly(
            AuditCode.CLOCK_STOPPED, AuditCode.STOP_WITHOUT_BASIS, AuditCode.STOP_RECORDED_LATE);
  }

  @Test
  void what_is_done_while_the_clock_stands_is_found() {
    Desk desk = desk(aRow("1"));
    suspend(at(desk, "2026-05-04T10:00"), Optional.of("UU 14/2008"));
    at(desk, "2026-05-20T10:00").did(complete("1", "STAF"));

    RowReport row = row(desk);

    assertThat(waktu(row)).containsExactly(AuditCode.IN_TIME, AuditCode.DONE_WHILE_STOPPED);
    assertThat(row.verdict(Kriteria.WAKTU)).isEqualTo(Verdict.TIDAK_PATUH);
    assertThat(row.duration()).contains(Duration.ofHours(2));
  }

  @Test
  void an_open_row_whose_clock_stands_is_not_overdue_and_says_why() {
    Desk desk = desk(aRow("1"));
    suspend(at(desk, "2026-05-04T10:00"), Optional.empty());
    at(desk, "2026-07-01T10:00");

    RowReport row = row(desk);

    assertThat(waktu(row)).containsExactly(AuditCode.SUSPENDED);
    assertThat(row.verdict(Kriteria.WAKTU)).isEqualTo(Verdict.BELUM_JATUH_TEMPO);
    assertThat(row.dueAt()).isEmpty();
  }

  @Test
  void a_stop_after_the_time_was_over_does_not_hide_that_it_was() {
    Desk desk = desk(aRow("1"));
    suspend(at(desk, "2026-05-06T10:00"), Optional.empty());

    assertThat(waktu(row(desk))).containsExactly(AuditCode.OVERDUE);
  }

  private static RowBuilder extendable() {
    return aRow("1").extendable(Waktu.paling(2, Satuan.HARI_KERJA));
  }

  private static void extend(Desk desk) {
    desk.did(Command.extend(Desk.CASE, "1", as("STAF"), "arsip tersebar", paper("SURAT")));
  }

  @Test
  void an_extension_counts_and_is_noted() {
    Desk desk = desk(extendable());
    extend(at(desk, "2026-05-05T10:00"));
    at(desk, "2026-05-07T16:00").did(complete("1", "STAF"));

    assertThat(waktu(row(desk))).containsExactly(AuditCode.IN_TIME);
    assertThat(notes(row(desk))).containsExactly(AuditCode.EXTENDED);
  }

  @Test
  void an_extension_granted_when_the_time_was_over_is_found() {
    Desk desk = desk(extendable());
    extend(at(desk, "2026-05-06T10:00"));
    at(desk, "2026-05-07T16:00").did(complete("1", "STAF"));

    assertThat(waktu(row(desk))).containsExactly(AuditCode.IN_TIME, AuditCode.EXTENDED_LATE);
    assertThat(row(desk).verdict(Kriteria.WAKTU)).isEqualTo(Verdict.TIDAK_PATUH);
  }

  /** The journal of {@code desk} with {@code more} put in before its last but one entry. */
  private static CaseReport withForeign(Desk desk, CaseEvent more) {
    List<CaseEvent> events = new ArrayList<>(desk.journal().stream().map(Entry::event).toList());
    events.add(2, more);
    List<Entry> journal = new ArrayList<>();
    for (CaseEvent event : events) {
      journal.add(
          Chain.next(
              Desk.CASE,
              journal.size() + 1,
              desk.clock.instant(),
              Optional.empty(),
              event,
              Chain.GENESIS));
    }
    return CaseReport.of(desk.procedure, journal, WorkCalendar.indonesia(), desk.clock.instant());
  }

  @Test
  void an_extension_that_the_sop_does_not_give_counts_for_nothing() {
    Desk desk = desk(aRow("1"));
    at(desk, "2026-05-07T10:00").did(complete("1", "STAF"));

    CaseReport report =
        withForeign(
            desk,
            new CaseEvent.Extended(
                StepId.of("1"),
                1,
                as("STAF"),
                Waktu.paling(9, Satuan.HARI_KERJA),
                "x",
                paper("SURAT"),
                wib("2026-05-04T09:00")));

    assertThat(waktu(report.rows().get(0)))
        .containsExactly(AuditCode.LATE, AuditCode.EXTENSION_NOT_GIVEN);
  }

  @Test
  void a_journal_that_no_machine_would_write_is_still_read() {
    Desk desk = desk(aRow("1"));
    at(desk, "2026-05-07T10:00").did(complete("1", "STAF"));
    Optional<CaseEvent.RowVisit> never = Optional.of(new CaseEvent.RowVisit(StepId.of("1"), 9));

    for (CaseEvent event :
        List.of(
            new CaseEvent.ClockResumed(
                Optional.empty(), as("STAF"), Optional.empty(), List.of(), Instant.EPOCH),
            new CaseEvent.ClockResumed(
                never, as("STAF"), Optional.empty(), List.of(), Instant.EPOCH),
            new CaseEvent.ClockStopped(
                never, as("STAF"), "x", Optional.empty(), List.of(), Instant.EPOCH),
            new CaseEvent.Extended(
                StepId.of("9"),
                1,
                as("STAF"),
                new Waktu.SesuaiKebutuhan(),
                "x",
                paper("SURAT"),
                Instant.EPOCH))) {
      assertThat(withForeign(desk, event).rows()).isNotEmpty();
    }
  }

  @Test
  void a_shortest_time_must_have_been_over() {
    RowBuilder wait =
        aRow("1").within(new Waktu.PalingCepat(new Waktu.Paling(2, Satuan.HARI_KERJA)));
    Desk open = desk(wait);
    Desk early = desk(wait);
    at(early, "2026-05-06T15:59").did(complete("1", "STAF"));
    Desk kept = desk(wait);
    at(kept, "2026-05-06T16:00").did(complete("1", "STAF"));

    assertThat(waktu(row(open))).containsExactly(AuditCode.WAITING);
    assertThat(waktu(row(early))).containsExactly(AuditCode.TOO_EARLY);
    assertThat(row(early).verdict(Kriteria.WAKTU)).isEqualTo(Verdict.TIDAK_PATUH);
    assertThat(waktu(row(kept))).containsExactly(AuditCode.WAIT_KEPT);
    assertThat(row(kept).verdict(Kriteria.WAKTU)).isEqualTo(Verdict.PATUH);
  }

  @Test
  void what_was_late_as_known_then_can_be_in_time_as_known_now_and_the_decree_is_named() {
    Desk desk = desk(aRow("1"));
    at(desk, "2026-05-06T10:00").did(complete("1", "STAF"));
    at(desk, "2026-05-20T10:00");
    WorkCalendar later =
        WorkCalendar.indonesia()
            .with(
                "kalender.yaml",
                """
                keputusan:
                  - sumber: Keputusan Bupati 10/2026
                    diketahui: 2026-05-08
                    liburDaerah:
                      - { tanggal: 2026-05-05, nama: Banjir }
                """)
            .calendar()
            .orElseThrow();
    desk.engine.calendar(later);

    RowReport then = row(desk);
    RowReport now = desk.engine.report(Desk.CASE, Knowledge.NOW).rows().get(0);

    assertThat(waktu(then)).containsExactly(AuditCode.LATE);
    assertThat(then.dueAt()).contains(wib("2026-05-05T16:00"));
    assertThat(waktu(now)).containsExactly(AuditCode.IN_TIME);
    assertThat(now.dueAt()).contains(wib("2026-05-06T16:00"));
    assertThat(now.catatan())
        .filteredOn(f -> f.code() == AuditCode.KNOWN_LATER)
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.text(Language.ID))
                    .contains(
                        "2026-05-05 16:00:00", "2026-05-06 16:00:00", "Keputusan Bupati 10/2026"));
    assertThat(
            CaseReport.of(
                desk.procedure,
                desk.journal(),
                later,
                Authority.trusting(),
                desk.clock.instant(),
                Knowledge.THEN))
        .isEqualTo(desk.engine.report(Desk.CASE));
  }

  @Test
  void a_due_time_moved_by_a_decree_and_recorded_is_no_surprise_to_the_report() {
    Desk desk = desk(aRow("1"));
    desk.engine.calendar(
        WorkCalendar.indonesia()
            .with(
                "kalender.yaml",
                """
                keputusan:
                  - sumber: Keputusan Bupati 10/2026
                    diketahui: 2026-05-04
                    liburDaerah:
                      - { tanggal: 2026-05-05, nama: Banjir }
                """)
            .calendar()
            .orElseThrow());
    List<AuditCode> before = notes(row(desk));

    desk.engine.reproject();

    assertThat(before).containsExactly(AuditCode.DUE_RECOMPUTED);
    assertThat(notes(row(desk))).isEmpty();
  }
}
