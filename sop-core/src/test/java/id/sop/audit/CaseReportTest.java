package id.sop.audit;

import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.complete;
import static id.sop.testing.Desk.paper;
import static id.sop.testing.Desk.participate;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.authority.Appointment;
import id.sop.authority.Appointments;
import id.sop.casework.Command;
import id.sop.casework.CompliancePolicy;
import id.sop.definition.Asumsi.Bidang;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.Chain;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.problem.Language;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.Konsultasi;
import id.sop.testing.RowBuilder;
import id.sop.worktime.Deadline;
import id.sop.worktime.DueDates;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CaseReportTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAYS = Duration.ofDays(2);

  private static CaseReport report(Desk desk) {
    return desk.engine.report(Desk.CASE);
  }

  private static RowReport row(CaseReport report, String step) {
    return report.rows().stream()
        .filter(r -> r.step().equals(StepId.of(step)))
        .findFirst()
        .orElseThrow();
  }

  private static void assertFinds(
      Desk desk, String step, Kriteria kriteria, Verdict verdict, AuditCode... codes) {
    Assessment on = row(report(desk), step).on(kriteria);
    assertThat(on.findings()).extracting(Finding::code).containsExactly(codes);
    assertThat(on.verdict()).isEqualTo(verdict);
  }

  /** A case of a single row, with all checks observed. */
  private static Desk single(RowBuilder row) {
    Sop sop = aSop().row(row).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").ends();
    return Desk.of(sop, arrows, CompliancePolicy.retrospective()).begun("STAF");
  }

  /** The report on a journal in which some events were exchanged or left out. */
  private static CaseReport tampered(Desk desk, UnaryOperator<List<CaseEvent>> change) {
    List<CaseEvent> events =
        change.apply(new ArrayList<>(desk.journal().stream().map(Entry::event).toList()));
    List<Entry> journal = new ArrayList<>();
    for (CaseEvent event : events) {
      journal.add(
          Chain.next(
              Desk.CASE, journal.size() + 1, Desk.MORNING, Optional.empty(), event, Chain.GENESIS));
    }
    return CaseReport.of(desk.procedure, journal, Desk.PLAIN, Desk.MORNING);
  }

  // URUTAN

  @Test
  void a_row_opened_by_the_rules_is_in_order_and_names_its_rule() {
    Desk desk = Konsultasi.at("4");

    Finding finding = row(report(desk), "4").on(Kriteria.URUTAN).findings().get(0);

    assertThat(finding.code()).isEqualTo(AuditCode.IN_ORDER);
    assertThat(finding.text(Language.ID)).contains("4", "3 YA");
    assertThat(finding.aturan()).isPresent();
    assertThat(finding.bukti()).containsExactly(8L);
  }

  @Test
  void a_row_that_the_rules_would_not_have_opened_is_out_of_order() {
    CaseReport report =
        tampered(
            Konsultasi.at("2"),
            events -> {
              CaseEvent.RowOpened second = (CaseEvent.RowOpened) events.remove(3);
              events.add(
                  new CaseEvent.RowOpened(
                      StepId.of("3"),
                      1,
                      second.by(),
                      second.waktu(),
                      second.dueAt(),
                      second.why(),
                      second.occurredAt()));
              return events;
            });

    assertThat(row(report, "3").on(Kriteria.URUTAN).findings().get(0).text(Language.ID))
        .contains("3", "berikutnya adalah: 2");
    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactly(AuditCode.ROW_NOT_OPENED);
    assertThat(report.verdict()).isEqualTo(Verdict.TIDAK_PATUH);
  }

  @Test
  void a_row_done_without_having_been_opened_is_out_of_order() {
    CaseReport report =
        tampered(
            Konsultasi.at("2"),
            events -> {
              events.remove(1);
              return events;
            });

    assertThat(row(report, "1").on(Kriteria.URUTAN).findings())
        .extracting(Finding::code)
        .containsExactly(AuditCode.NEVER_OPENED);
    assertThat(row(report, "1").verdict(Kriteria.WAKTU)).isEqualTo(Verdict.TIDAK_DAPAT_DINILAI);
  }

  @Test
  void an_end_that_the_rules_do_not_know_is_found() {
    Desk desk = Konsultasi.at("6");
    desk.did(complete("6", "KASUBAG"));

    CaseReport report =
        tampered(
            desk,
            events -> {
              CaseEvent.Ended end = (CaseEvent.Ended) events.remove(events.size() - 1);
              events.add(new CaseEvent.Ended("DITOLAK", end.why(), end.occurredAt()));
              return events;
            });

    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactly(AuditCode.END_NOT_BY_RULES);
  }

  @Test
  void an_end_that_is_missing_is_found() {
    Desk desk = Konsultasi.at("6");
    desk.did(complete("6", "KASUBAG"));

    CaseReport report = tampered(desk, events -> events.subList(0, events.size() - 1));

    assertThat(report.findings()).extracting(Finding::code).containsExactly(AuditCode.NOT_ENDED);
  }

  @Test
  void a_row_that_the_sop_does_not_have_is_found() {
    CaseReport report =
        tampered(
            Konsultasi.at("2"),
            events -> {
              CaseEvent.RowOpened second = (CaseEvent.RowOpened) events.get(3);
              events.add(
                  new CaseEvent.RowOpened(
                      StepId.of("99"),
                      1,
                      second.by(),
                      second.waktu(),
                      second.dueAt(),
                      second.why(),
                      second.occurredAt()));
              return events;
            });

    assertThat(row(report, "99").assessments().values())
        .allSatisfy(a -> assertThat(a.verdict()).isEqualTo(Verdict.TIDAK_PATUH));
  }

  // PELAKSANA

  @Test
  void the_right_performer_is_compliant() {
    assertFinds(
        Konsultasi.at("2"), "1", Kriteria.PELAKSANA, Verdict.PATUH, AuditCode.RIGHT_PERFORMER);
  }

  @Test
  void a_wrong_performer_let_in_is_reported() {
    Desk desk = Konsultasi.desk(CompliancePolicy.retrospective());
    desk.did(complete("1", "SEKDA").kelengkapan(paper("DPA")));

    assertFinds(desk, "1", Kriteria.PELAKSANA, Verdict.TIDAK_PATUH, AuditCode.WRONG_PERFORMER);
    assertThat(report(desk).verdict()).isEqualTo(Verdict.TIDAK_PATUH);
  }

  @Test
  void one_who_did_not_hold_his_role_then_is_reported() {
    Desk desk = Konsultasi.at("2");
    Appointments later =
        Appointments.of(
            new Appointment(
                "u-KASUBAG",
                PelaksanaCode.of("KASUBAG"),
                Appointment.Kind.PLT,
                "800/1",
                Desk.MORNING.plus(HOUR),
                Optional.empty()));

    CaseReport report =
        CaseReport.of(desk.procedure, desk.journal(), Desk.PLAIN, later, Desk.MORNING);

    assertThat(row(report, "1").on(Kriteria.PELAKSANA).findings())
        .extracting(Finding::code)
        .containsExactly(AuditCode.NOT_APPOINTED);
  }

  @Test
  void a_companion_of_whom_there_is_no_record_is_a_minor_finding() {
    Desk desk = Konsultasi.at("5");
    desk.did(participate("5", "STAF"));
    desk.did(complete("5", "KASUBAG").data("lokasi", "DALAM").data("dana", true));
    desk.did(complete("6", "KASUBAG"));

    assertFinds(desk, "5", Kriteria.PELAKSANA, Verdict.TIDAK_PATUH, AuditCode.COMPANION_MISSING);
    assertThat(row(report(desk), "5").on(Kriteria.PELAKSANA).major()).isFalse();
    assertThat(row(report(desk), "5").on(Kriteria.PELAKSANA).findings().get(0).facts())
        .containsExactly("5", "PENDAMPING");
  }

  @Test
  void companions_on_record_are_compliant() {
    assertFinds(
        Konsultasi.at("6"), "5", Kriteria.PELAKSANA, Verdict.PATUH, AuditCode.RIGHT_PERFORMER);
  }

  private static Desk signed() {
    return single(aRow("1").by(Mode.BERJENJANG, "KABAG", "ASISTEN", "SEKDA"));
  }

  @Test
  void a_missing_signature_is_reported() {
    Desk desk = signed();
    desk.did(participate("1", "KABAG"));
    desk.did(complete("1", "SEKDA"));

    assertFinds(desk, "1", Kriteria.PELAKSANA, Verdict.TIDAK_PATUH, AuditCode.SIGNATURE_MISSING);
  }

  @Test
  void signatures_out_of_order_are_reported_by_when_they_were_given() {
    Desk desk = signed().after(DAYS);
    desk.did(participate("1", "KABAG").at(Desk.MORNING.plus(HOUR)));
    desk.did(participate("1", "ASISTEN").at(Desk.MORNING));
    desk.did(complete("1", "SEKDA").at(Desk.MORNING.plus(HOUR)));

    assertFinds(
        desk, "1", Kriteria.PELAKSANA, Verdict.TIDAK_PATUH, AuditCode.SIGNATURE_OUT_OF_ORDER);
  }

  @Test
  void a_signature_after_the_last_one_is_out_of_order() {
    Desk desk = signed().after(DAYS);
    desk.did(participate("1", "KABAG").at(Desk.MORNING));
    desk.did(participate("1", "ASISTEN").at(Desk.MORNING.plus(HOUR.multipliedBy(2))));
    desk.did(complete("1", "SEKDA").at(Desk.MORNING.plus(HOUR)));

    assertFinds(
        desk, "1", Kriteria.PELAKSANA, Verdict.TIDAK_PATUH, AuditCode.SIGNATURE_OUT_OF_ORDER);
  }

  @Test
  void a_body_without_minutes_is_reported() {
    Desk desk = single(aRow("1").by(Mode.KOLEGIAL, "BAMUS"));
    desk.did(complete("1", "BAMUS"));

    assertFinds(desk, "1", Kriteria.PELAKSANA, Verdict.TIDAK_PATUH, AuditCode.MINUTES_MISSING);
  }

  @Test
  void an_open_row_has_no_performer_to_assess_yet() {
    Desk desk = Konsultasi.desk();

    for (Kriteria kriteria :
        List.of(Kriteria.PELAKSANA, Kriteria.KELENGKAPAN, Kriteria.OUTPUT, Kriteria.KEPUTUSAN)) {
      assertFinds(desk, "1", kriteria, Verdict.BELUM_JATUH_TEMPO, AuditCode.NOT_DONE_YET);
    }
  }

  // KELENGKAPAN and OUTPUT

  @Test
  void kelengkapan_there_missing_and_not_asked() {
    assertFinds(
        Konsultasi.at("3"),
        "2",
        Kriteria.KELENGKAPAN,
        Verdict.PATUH,
        AuditCode.KELENGKAPAN_COMPLETE);
    Desk desk = single(aRow("1").needs("SURAT", "NOTA"));
    desk.did(complete("1", "STAF").kelengkapan(paper("surat")));
    assertFinds(
        desk, "1", Kriteria.KELENGKAPAN, Verdict.TIDAK_PATUH, AuditCode.KELENGKAPAN_MISSING);
    assertFinds(
        Konsultasi.at("4"),
        "3",
        Kriteria.KELENGKAPAN,
        Verdict.TIDAK_DAPAT_DINILAI,
        AuditCode.NO_KELENGKAPAN_ASKED);
  }

  @Test
  void output_there_missing_and_not_asked() {
    assertFinds(Konsultasi.at("3"), "2", Kriteria.OUTPUT, Verdict.PATUH, AuditCode.OUTPUT_COMPLETE);
    Desk desk = Konsultasi.at("2");
    desk.did(complete("2", "KABAG").kelengkapan(paper("SURAT")));
    assertFinds(desk, "2", Kriteria.OUTPUT, Verdict.TIDAK_PATUH, AuditCode.OUTPUT_MISSING);
    assertFinds(
        Konsultasi.at("4"),
        "3",
        Kriteria.OUTPUT,
        Verdict.TIDAK_DAPAT_DINILAI,
        AuditCode.NO_OUTPUT_ASKED);
  }

  @Test
  void an_oral_output_counts_once_its_recipient_confirms_it() {
    Desk silent = single(aRow("1").gives("LAPORAN").penerima("SEKWAN"));
    silent.did(complete("1", "STAF").output(Document.lisan("LAPORAN")));
    Desk confirmed = single(aRow("1").gives("LAPORAN").penerima("SEKWAN"));
    confirmed.did(participate("1", "SEKWAN"));
    confirmed.did(complete("1", "STAF").output(Document.lisan("LAPORAN")));

    assertFinds(silent, "1", Kriteria.OUTPUT, Verdict.TIDAK_PATUH, AuditCode.ORAL_NOT_CONFIRMED);
    assertThat(report(silent).verdict()).isEqualTo(Verdict.PATUH);
    assertFinds(confirmed, "1", Kriteria.OUTPUT, Verdict.PATUH, AuditCode.OUTPUT_COMPLETE);
  }

  // WAKTU

  @Test
  void in_time_late_and_not_yet_due() {
    Desk desk = single(aRow("1"));
    assertFinds(desk, "1", Kriteria.WAKTU, Verdict.BELUM_JATUH_TEMPO, AuditCode.NOT_DUE);
    desk.after(Duration.ofDays(1)).did(complete("1", "STAF"));
    assertFinds(desk, "1", Kriteria.WAKTU, Verdict.PATUH, AuditCode.IN_TIME);
    Desk late = single(aRow("1"));
    late.after(Duration.ofDays(1).plusSeconds(1)).did(complete("1", "STAF"));
    assertFinds(late, "1", Kriteria.WAKTU, Verdict.TIDAK_PATUH, AuditCode.LATE);
  }

  @Test
  void an_open_row_past_its_deadline_is_not_compliant() {
    Desk desk = single(aRow("1")).after(DAYS);

    assertFinds(desk, "1", Kriteria.WAKTU, Verdict.TIDAK_PATUH, AuditCode.OVERDUE);
    assertThat(report(desk).verdict()).isEqualTo(Verdict.TIDAK_PATUH);
  }

  private static Desk scheduled(Instant from, Instant to) {
    Desk desk = single(aRow("1").within(Waktu.sesuaiJadwal()));
    desk.did(Command.schedule(Desk.CASE, "1", as("STAF"), paper("JADWAL"), from, to));
    return desk;
  }

  @Test
  void inside_and_outside_the_schedule() {
    Desk inside = scheduled(Desk.MORNING, Desk.MORNING.plus(HOUR));
    assertFinds(inside, "1", Kriteria.WAKTU, Verdict.BELUM_JATUH_TEMPO, AuditCode.NOT_DUE);
    inside.after(HOUR).did(complete("1", "STAF"));
    assertFinds(inside, "1", Kriteria.WAKTU, Verdict.PATUH, AuditCode.INSIDE_SCHEDULE);
    Desk after = scheduled(Desk.MORNING, Desk.MORNING.plus(HOUR)).after(DAYS);
    assertFinds(after, "1", Kriteria.WAKTU, Verdict.TIDAK_PATUH, AuditCode.OVERDUE);
    after.did(complete("1", "STAF"));
    assertFinds(after, "1", Kriteria.WAKTU, Verdict.TIDAK_PATUH, AuditCode.OUTSIDE_SCHEDULE);
    Desk before = scheduled(Desk.MORNING.plus(HOUR), Desk.MORNING.plus(DAYS));
    before.did(complete("1", "STAF"));
    assertFinds(before, "1", Kriteria.WAKTU, Verdict.TIDAK_PATUH, AuditCode.OUTSIDE_SCHEDULE);
  }

  @Test
  void a_row_done_at_the_due_instant_is_in_time_and_one_microsecond_later_it_is_late() {
    Duration day = Duration.ofDays(1);
    Desk inTime = single(aRow("1").within(Waktu.paling(1, Satuan.HARI_KERJA))).after(day);
    inTime.did(complete("1", "STAF"));
    assertFinds(inTime, "1", Kriteria.WAKTU, Verdict.PATUH, AuditCode.IN_TIME);
    Desk late = single(aRow("1").within(Waktu.paling(1, Satuan.HARI_KERJA)));
    late.after(day.plusNanos(1_000)).did(complete("1", "STAF"));

    assertFinds(late, "1", Kriteria.WAKTU, Verdict.TIDAK_PATUH, AuditCode.LATE);

    assertThat(row(report(late), "1").on(Kriteria.WAKTU).findings().get(0).text(Language.ID))
        .contains("08:00:00.000001, melewati tenggat", "08:00:00.");
  }

  @Test
  void a_schedule_set_after_the_row_was_done_is_no_standard_for_it() {
    Desk desk = single(aRow("1").within(Waktu.sesuaiJadwal())).after(DAYS);
    desk.did(
        Command.schedule(
            Desk.CASE, "1", as("STAF"), paper("JADWAL"), Desk.MORNING, Desk.MORNING.plus(DAYS)));

    desk.did(complete("1", "STAF").at(Desk.MORNING.plus(HOUR)));

    assertFinds(
        desk, "1", Kriteria.WAKTU, Verdict.TIDAK_DAPAT_DINILAI, AuditCode.SCHEDULE_TOO_LATE);
  }

  @Test
  void without_a_schedule_time_cannot_be_assessed_and_neither_can_the_case() {
    Desk desk = single(aRow("1").within(Waktu.sesuaiJadwal()));
    assertFinds(desk, "1", Kriteria.WAKTU, Verdict.BELUM_JATUH_TEMPO, AuditCode.NO_SCHEDULE_YET);
    desk.did(complete("1", "STAF"));

    assertFinds(desk, "1", Kriteria.WAKTU, Verdict.TIDAK_DAPAT_DINILAI, AuditCode.NO_SCHEDULE);
    assertThat(report(desk).verdict()).isEqualTo(Verdict.TIDAK_DAPAT_DINILAI);
  }

  @Test
  void a_deadline_that_no_calendar_knows_cannot_be_assessed() {
    Desk desk = single(aRow("1"));
    desk.did(complete("1", "STAF"));
    DueDates none = (start, waktu, zone, knownOn) -> Deadline.none();

    CaseReport report = CaseReport.of(desk.procedure, desk.journal(), none, Desk.MORNING);

    assertThat(row(report, "1").on(Kriteria.WAKTU).findings())
        .extracting(Finding::code)
        .containsExactly(AuditCode.DUE_NOT_COMPUTABLE);
    assertThat(report.verdict()).isEqualTo(Verdict.TIDAK_DAPAT_DINILAI);
  }

  @Test
  void a_holiday_decreed_while_a_row_was_open_moves_its_deadline_and_both_are_named() {
    Desk desk = single(aRow("1"));
    desk.after(DAYS).did(complete("1", "STAF"));
    LocalDate decree = LocalDate.of(2026, 3, 3);
    DueDates longer =
        (start, waktu, zone, knownOn) ->
            Deadline.at(start.plus(Duration.ofDays(knownOn.isBefore(decree) ? 1 : 3)));

    CaseReport report = CaseReport.of(desk.procedure, desk.journal(), longer, desk.clock.instant());

    assertThat(row(report, "1").verdict(Kriteria.WAKTU)).isEqualTo(Verdict.PATUH);
    assertThat(row(report, "1").catatan())
        .singleElement()
        .satisfies(
            n ->
                assertThat(n.text(Language.ID))
                    .contains("2026-03-03 08:00:00", "2026-03-05 08:00:00"));
  }

  // KEPUTUSAN

  @Test
  void a_decision_recorded_and_a_row_that_decides_nothing() {
    assertFinds(Konsultasi.at("4"), "3", Kriteria.KEPUTUSAN, Verdict.PATUH, AuditCode.DECIDED);
    assertFinds(
        Konsultasi.at("2"),
        "1",
        Kriteria.KEPUTUSAN,
        Verdict.TIDAK_DAPAT_DINILAI,
        AuditCode.DECIDES_NOTHING);
    assertFinds(
        Konsultasi.at("6"),
        "5",
        Kriteria.KEPUTUSAN,
        Verdict.PATUH,
        AuditCode.FACT_KNOWN,
        AuditCode.FACT_KNOWN);
  }

  private static CaseReport thirdRow(UnaryOperator<CaseEvent.RowCompleted> change) {
    Desk desk = Konsultasi.at("3");
    desk.did(complete("3", "SEKWAN").decision("TIDAK").alasan("belum ada"));
    return tampered(
        desk,
        events -> {
          int last = events.size() - 2;
          events.set(last, change.apply((CaseEvent.RowCompleted) events.get(last)));
          return events;
        });
  }

  private static CaseEvent.RowCompleted with(
      CaseEvent.RowCompleted e, Optional<Label> label, Optional<String> why) {
    return new CaseEvent.RowCompleted(
        e.step(),
        e.visit(),
        e.actor(),
        label,
        why,
        e.kelengkapan(),
        e.output(),
        e.data(),
        e.why(),
        e.occurredAt());
  }

  @Test
  void a_decision_that_sends_back_without_a_reason_is_reported() {
    CaseReport report = thirdRow(e -> with(e, e.decision(), Optional.empty()));

    assertThat(row(report, "3").on(Kriteria.KEPUTUSAN).findings())
        .extracting(Finding::code)
        .containsExactly(AuditCode.REASON_MISSING);
  }

  @Test
  void a_decision_without_its_label_is_reported() {
    CaseReport report = thirdRow(e -> with(e, Optional.empty(), e.alasan()));

    assertThat(row(report, "3").on(Kriteria.KEPUTUSAN).findings())
        .extracting(Finding::code)
        .containsExactly(AuditCode.LABEL_MISSING);
  }

  @Test
  void a_label_that_the_row_does_not_know_is_reported() {
    CaseReport report = thirdRow(e -> with(e, Optional.of(Label.of("MUNGKIN")), e.alasan()));

    assertThat(row(report, "3").on(Kriteria.KEPUTUSAN).findings())
        .extracting(Finding::code)
        .containsExactly(AuditCode.LABEL_UNKNOWN);
  }

  @Test
  void facts_that_a_row_had_to_establish_and_did_not_are_reported() {
    CaseReport report =
        tampered(
            Konsultasi.at("6"),
            events -> {
              int last = events.size() - 2;
              CaseEvent.RowCompleted e = (CaseEvent.RowCompleted) events.get(last);
              events.set(
                  last,
                  new CaseEvent.RowCompleted(
                      e.step(),
                      e.visit(),
                      e.actor(),
                      e.decision(),
                      e.alasan(),
                      e.kelengkapan(),
                      e.output(),
                      Map.of("dana", DataValue.of(false)),
                      e.why(),
                      e.occurredAt()));
              return events;
            });

    assertThat(row(report, "5").on(Kriteria.KEPUTUSAN).findings())
        .extracting(Finding::code)
        .containsExactly(AuditCode.FACT_MISSING, AuditCode.FACT_NOT_AS_REQUIRED);
  }

  // The case as a whole

  @Test
  void a_case_in_order_is_compliant() {
    Desk desk = single(aRow("1").needs("SURAT"));
    desk.did(complete("1", "STAF").kelengkapan(paper("SURAT")));

    assertThat(report(desk).verdict()).isEqualTo(Verdict.PATUH);
    assertThat(report(desk).standing()).isEqualTo(Standing.SELESAI);
    assertThat(report(desk).outcome()).contains("SELESAI");
  }

  @Test
  void a_running_case_is_not_judged_before_its_time() {
    assertThat(report(Konsultasi.at("3")).verdict()).isEqualTo(Verdict.BELUM_JATUH_TEMPO);
  }

  @Test
  void a_case_that_was_stopped_is_never_a_compliant_end() {
    Desk desk = Konsultasi.at("3");
    desk.did(Command.terminate(Desk.CASE, as("SEKWAN"), "kegiatan dibatalkan"));

    CaseReport report = report(desk);

    assertThat(report.verdict()).isEqualTo(Verdict.TIDAK_DAPAT_DINILAI);
    assertThat(report.findings()).extracting(Finding::code).containsExactly(AuditCode.TERMINATED);
    assertThat(row(report, "3").verdict(Kriteria.WAKTU)).isEqualTo(Verdict.TIDAK_DAPAT_DINILAI);
    assertThat(row(report, "3").verdict(Kriteria.PELAKSANA)).isEqualTo(Verdict.TIDAK_DAPAT_DINILAI);
  }

  @Test
  void a_row_overdue_when_its_case_was_stopped_stays_overdue() {
    Desk desk = Konsultasi.at("3").after(DAYS);
    desk.did(Command.terminate(Desk.CASE, as("SEKWAN"), "kegiatan dibatalkan"));

    assertFinds(desk, "3", Kriteria.WAKTU, Verdict.TIDAK_PATUH, AuditCode.OVERDUE);
  }

  @Test
  void each_visit_of_a_row_is_assessed_and_rows_never_visited_are_named() {
    Desk desk = Konsultasi.at("3");
    desk.did(complete("3", "SEKWAN").decision("TIDAK").alasan("belum ada"));

    CaseReport report = report(desk);

    assertThat(report.rows())
        .extracting(r -> r.step() + "/" + r.visit())
        .containsExactly("1/1", "2/1", "3/1", "2/2");
    assertThat(report.neverVisited())
        .extracting(StepId::value)
        .containsExactly("4", "5", "6", "7", "8");
  }

  @Test
  void what_was_corrected_is_judged_and_the_original_is_named() {
    Desk desk = single(aRow("1").needs("SURAT").gives("NOTA"));
    desk.after(DAYS).did(complete("1", "STAF").kelengkapan(paper("LAIN")));
    desk.did(
        Command.correct(Desk.CASE, 3, as("STAF"), "tertukar")
            .kelengkapan(paper("SURAT"))
            .output(paper("NOTA"))
            .happenedAt(Desk.MORNING.plus(HOUR)));

    RowReport row = row(report(desk), "1");

    assertThat(row.verdict(Kriteria.KELENGKAPAN)).isEqualTo(Verdict.PATUH);
    assertThat(row.verdict(Kriteria.OUTPUT)).isEqualTo(Verdict.PATUH);
    assertThat(row.verdict(Kriteria.WAKTU)).isEqualTo(Verdict.PATUH);
    assertThat(row.on(Kriteria.KELENGKAPAN).findings().get(0).bukti()).containsExactly(3L, 5L);
    assertThat(row.catatan())
        .singleElement()
        .satisfies(n -> assertThat(n.text(Language.ID)).contains("tertukar", "LAIN"));
  }

  @Test
  void a_verdict_names_the_unconfirmed_assumptions_that_it_rests_on() {
    Sop sop =
        aSop()
            .row(aRow("1"))
            .asumsi("L1", "1", Bidang.WAKTU)
            .asumsi("L2", "1", Bidang.PELAKSANA)
            .build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    Desk desk = Desk.of(sop, arrows).begun("STAF");

    RowReport row = row(report(desk), "1");

    assertThat(row.on(Kriteria.WAKTU).asumsi()).containsExactly("L1");
    assertThat(row.on(Kriteria.PELAKSANA).asumsi()).containsExactly("L2");
    assertThat(row.on(Kriteria.OUTPUT).asumsi()).isEmpty();
  }

  @Test
  void a_case_is_not_judged_by_another_version() {
    Desk desk = Konsultasi.desk();
    Procedure other = new Procedure(desk.procedure.sop(), desk.procedure.router(), "e");

    assertThatThrownBy(() -> CaseReport.of(other, desk.journal(), Desk.PLAIN, Desk.MORNING))
        .isInstanceOf(SopException.class)
        .hasMessageContaining("B-1");
    assertThatThrownBy(() -> CaseReport.of(other, List.of(), Desk.PLAIN, Desk.MORNING))
        .isInstanceOf(SopException.class);
  }
}
