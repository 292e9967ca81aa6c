package id.sop.audit;

import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.complete;
import static id.sop.testing.Desk.participate;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.authority.Appointment;
import id.sop.authority.Appointment.Kind;
import id.sop.authority.Appointments;
import id.sop.authority.Mandate;
import id.sop.casework.Command;
import id.sop.casework.CompliancePolicy;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.problem.Language;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.RowBuilder;
import id.sop.testing.SopBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a report says of those who acted, when the machine let everything in. */
class PersonReportTest {
  private static Desk desk(SopBuilder builder) {
    Sop sop = builder.build();
    Arrows arrows = Arrows.of(sop);
    List<StepId> rows = List.copyOf(sop.langkah().keySet());
    arrows.start().to(rows.get(0).value());
    for (int i = 0; i + 1 < rows.size(); i++) {
      arrows.from(rows.get(i).value()).to(rows.get(i + 1).value());
    }
    arrows.from(rows.get(rows.size() - 1).value()).ends();
    return Desk.of(sop, arrows, CompliancePolicy.retrospective()).begun("STAF");
  }

  private static Desk single(RowBuilder row) {
    return desk(aSop().row(row));
  }

  private static RowReport row(CaseReport report, String step) {
    return report.rows().stream()
        .filter(r -> r.step().equals(StepId.of(step)))
        .findFirst()
        .orElseThrow();
  }

  private static List<AuditCode> performers(CaseReport report, String step) {
    List<Finding> findings = row(report, step).on(Kriteria.PELAKSANA).findings();
    findings.forEach(PersonReportTest::isTold);
    return findings.stream().map(Finding::code).toList();
  }

  private static List<AuditCode> notes(CaseReport report, String step) {
    row(report, step).catatan().forEach(PersonReportTest::isTold);
    return row(report, step).catatan().stream().map(Finding::code).toList();
  }

  private static void isTold(Finding finding) {
    for (Language language : Language.values()) {
      assertThat(finding.text(language)).isNotBlank().doesNotContain("{");
      assertThat(finding.hint(language)).isNotBlank().doesNotContain("{");
    }
    assertThat(finding.bukti()).isNotEmpty();
  }

  private static CaseReport report(Desk desk) {
    return desk.engine.report(Desk.CASE);
  }

  private static CaseReport report(Desk desk, Appointments register) {
    return CaseReport.of(
        desk.procedure, desk.journal(), Desk.PLAIN, register, desk.clock.instant());
  }

  @Test
  void a_missing_quorum_is_a_breach_in_earnest_and_one_beyond_it_is_missed_by_nobody() {
    RowBuilder row = aRow("1").by(Mode.BERSAMA, "KABAG", "KASUBAG", "STAF").kuorum(2);
    Desk alone = single(row);
    alone.did(complete("1", "KABAG"));
    Desk two = single(row);
    two.did(participate("1", "STAF"));
    two.did(complete("1", "KABAG"));

    assertThat(performers(report(alone), "1")).containsExactly(AuditCode.QUORUM_MISSING);
    assertThat(report(alone).verdict()).isEqualTo(Verdict.TIDAK_PATUH);
    assertThat(performers(report(two), "1")).containsExactly(AuditCode.RIGHT_PERFORMER);
  }

  @Test
  void one_person_in_rows_kept_apart_is_found_at_the_later_one_with_both_entries() {
    Desk desk = desk(aSop().row(aRow("1").by("STAF")).row(aRow("2").by("KABAG")).apart("1", "2"));
    desk.did(complete("1", "STAF"));
    desk.did(Command.complete(Desk.CASE, "2", Actor.of("u-STAF", "KABAG")));

    assertThat(performers(report(desk), "1")).containsExactly(AuditCode.RIGHT_PERFORMER);
    assertThat(performers(report(desk), "2")).containsExactly(AuditCode.SAME_PERSON);
    assertThat(row(report(desk), "2").on(Kriteria.PELAKSANA).findings().get(0).bukti())
        .containsExactly(3L, 5L);
  }

  @Test
  void a_signature_sent_back_and_not_given_again_is_missing() {
    Desk desk = single(aRow("1").by(Mode.BERJENJANG, "STAF", "KABAG", "SEKDA"));
    desk.did(participate("1", "STAF"));
    desk.did(participate("1", "KABAG"));
    desk.did(participate("1", "SEKDA").kembali("tanggal keliru"));
    Desk again = single(aRow("1").by(Mode.BERJENJANG, "STAF", "KABAG", "SEKDA"));
    again.did(participate("1", "STAF"));
    again.did(participate("1", "KABAG").kembali("tanggal keliru"));
    again.after(Duration.ofHours(1)).did(participate("1", "STAF"));
    again.after(Duration.ofHours(1)).did(participate("1", "KABAG"));

    desk.did(complete("1", "SEKDA"));
    again.did(complete("1", "SEKDA"));

    assertThat(performers(report(desk), "1")).containsExactly(AuditCode.SIGNATURE_MISSING);
    assertThat(notes(report(desk), "1")).containsExactly(AuditCode.SIGNING_RETURNED);
    assertThat(performers(report(again), "1")).containsExactly(AuditCode.RIGHT_PERFORMER);
  }

  @Test
  void a_recipient_who_says_nothing_is_noted_and_counts_for_nothing() {
    Desk desk = single(aRow("1").by("STAF").penerima("KABAG", "SEKDA"));
    desk.did(complete("1", "STAF"));
    desk.did(Command.acknowledge(Desk.CASE, "1", as("KABAG")));

    assertThat(notes(report(desk), "1")).containsExactly(AuditCode.NOT_ACKNOWLEDGED);
    assertThat(row(report(desk), "1").catatan().get(0).facts()).containsExactly("1", "SEKDA");
    assertThat(report(desk).verdict()).isEqualTo(Verdict.PATUH);
    desk.did(Command.acknowledge(Desk.CASE, "1", as("SEKDA")));
    assertThat(notes(report(desk), "1")).isEmpty();
  }

  @Test
  void who_recorded_for_whom_is_noted() {
    Desk desk = single(aRow("1").by(Mode.EKSTERNAL, "MITRA").penerima("STAF"));
    desk.did(complete("1", "STAF"));

    assertThat(notes(report(desk), "1")).containsExactly(AuditCode.RECORDED_ON_BEHALF);
    assertThat(row(report(desk), "1").catatan().get(0).facts())
        .containsExactly("1", "STAF", "MITRA");
  }

  @Test
  void a_claim_that_was_passed_over_or_taken_away_is_noted() {
    Desk desk = single(aRow("1").by("STAF").penerima("KABAG"));
    desk.did(Command.claim(Desk.CASE, "1", Actor.of("u1", "STAF")));
    desk.did(Command.release(Desk.CASE, "1", Actor.of("u9", "KABAG")).alasan("cuti"));
    desk.did(Command.claim(Desk.CASE, "1", Actor.of("u2", "STAF")));
    desk.did(Command.complete(Desk.CASE, "1", Actor.of("u3", "STAF")));

    assertThat(notes(report(desk), "1"))
        .containsExactly(
            AuditCode.CLAIM_TAKEN_AWAY, AuditCode.CLAIM_IGNORED, AuditCode.NOT_ACKNOWLEDGED);
  }

  @Test
  void signers_added_and_removed_are_noted_and_judged_as_they_then_were() {
    Desk desk = single(aRow("1").by(Mode.BERJENJANG, "STAF", "KABAG", "SEKDA"));
    PelaksanaCode kabag = PelaksanaCode.of("KABAG");
    desk.did(Command.removeSigner(Desk.CASE, "1", as("SEKDA"), kabag, "cuti", "disposisi 1"));
    desk.did(participate("1", "STAF"));
    desk.did(Command.addSigner(Desk.CASE, "1", as("SEKDA"), kabag, "hadir", "disposisi 2"));
    desk.did(complete("1", "SEKDA"));

    assertThat(notes(report(desk), "1"))
        .containsExactly(AuditCode.SIGNER_REMOVED, AuditCode.SIGNER_ADDED);
    assertThat(performers(report(desk), "1")).containsExactly(AuditCode.SIGNATURE_MISSING);
  }

  @Test
  void a_mandate_is_named_and_its_scope_and_term_are_judged() {
    Desk desk = single(aRow("1").by("SEKWAN").strategis());
    Instant long_ago = Desk.MORNING.minus(Duration.ofDays(100));
    Mandate plt = Mandate.of(Kind.PLT, "821/7", long_ago, Optional.empty());
    desk.did(Command.complete(Desk.CASE, "1", as("SEKWAN").with(plt)));

    // The host vouched for the mandate, or its register knows it: the same is found.
    for (CaseReport report :
        List.of(
            report(desk),
            report(
                desk,
                Appointments.of(
                    new Appointment(
                        "u-SEKWAN",
                        PelaksanaCode.of("SEKWAN"),
                        Kind.PLT,
                        "821/7",
                        long_ago,
                        Optional.empty()))))) {
      assertThat(performers(report, "1")).containsExactly(AuditCode.MANDATE_TOO_NARROW);
      assertThat(notes(report, "1"))
          .containsExactly(AuditCode.ACTED_BY_MANDATE, AuditCode.MANDATE_TOO_LONG);
    }
    assertThat(performers(report(desk, Appointments.of()), "1"))
        .containsExactly(AuditCode.NOT_APPOINTED);
  }

  @Test
  void a_recorded_mandate_that_did_not_hold_then_is_none() {
    Desk desk = single(aRow("1").by("SEKWAN"));
    Mandate later = Mandate.of(Kind.PJ, "821/7", Desk.MORNING.plusSeconds(1), Optional.empty());
    desk.did(Command.complete(Desk.CASE, "1", as("SEKWAN").with(later)));

    // The machine records no mandate that does not hold, so nothing but the role is left.
    assertThat(desk.state().completions().get(0).event().actor().mandat()).isEmpty();
  }

  @Test
  void a_signer_who_was_not_appointed_is_found_too() {
    Desk desk = single(aRow("1").by(Mode.BERJENJANG, "STAF", "SEKDA"));
    desk.did(participate("1", "STAF"));
    desk.did(complete("1", "SEKDA"));

    assertThat(
            performers(
                report(
                    desk,
                    Appointments.of(
                        new Appointment(
                            "u-SEKDA",
                            PelaksanaCode.of("SEKDA"),
                            Kind.DEFINITIF,
                            "",
                            Desk.MORNING,
                            Optional.empty()))),
                "1"))
        .containsExactly(AuditCode.NOT_APPOINTED);
  }
}
