package id.sop.casework;

import static id.sop.testing.Desk.CASE;
import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.complete;
import static id.sop.testing.Desk.paper;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.audit.AuditCode;
import id.sop.audit.CaseReport;
import id.sop.audit.Finding;
import id.sop.audit.Kriteria;
import id.sop.audit.Standing;
import id.sop.audit.Verdict;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.casework.CompliancePolicy.Treatment;
import id.sop.definition.DataDomain;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.Chain;
import id.sop.problem.Code;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.worktime.Waktu;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an office does to a case beside its SOP, and what is found of it. */
class OfficeTest {
  /** 1 STAF, 2 KASUBAG, then 3 KABAG and 4 SEKDA side by side, then 5 STAF. */
  private static Sop sop() {
    return aSop()
        .fact("nilai", new DataDomain.Bilangan(0, 100))
        .row(aRow("1").by("STAF"))
        .row(aRow("2").by("KASUBAG").needs("NOTA"))
        .row(aRow("3").by("KABAG"))
        .row(aRow("4").by("SEKDA"))
        .row(aRow("5").by("STAF"))
        .build();
  }

  private static Arrows arrows(Sop sop) {
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2");
    arrows.from("2").to("3", "4");
    arrows.from("3").whileOthersAreOpen().waits();
    arrows.from("4").whileOthersAreOpen().waits();
    arrows.from("3").whenAlone().to("5");
    arrows.from("4").whenAlone().to("5");
    arrows.from("5").ends();
    return arrows;
  }

  private static Desk desk(CompliancePolicy policy) {
    Sop sop = sop();
    return Desk.of(sop, arrows(sop), policy).begun("STAF");
  }

  private static Desk desk() {
    return desk(CompliancePolicy.live());
  }

  private static Desk at2() {
    Desk desk = desk();
    desk.did(complete("1", "STAF").data("nilai", 7));
    return desk.after(Duration.ofHours(1));
  }

  private static Desk at34() {
    Desk desk = at2();
    desk.did(complete("2", "KASUBAG").kelengkapan(paper("NOTA")));
    return desk.after(Duration.ofHours(1));
  }

  private static Desk ended() {
    Desk desk = at34();
    desk.did(complete("3", "KABAG"));
    desk.did(complete("4", "SEKDA"));
    desk.did(complete("5", "STAF"));
    return desk.after(Duration.ofHours(1));
  }

  private static List<CaseworkCode> codes(Desk desk, CommandBuilder<?> command) {
    return desk.refused(command).stream().map(Refusal::code).map(CaseworkCode.class::cast).toList();
  }

  private static List<Code> findings(Desk desk) {
    return desk.engine.report(CASE).findings().stream().<Code>map(Finding::code).toList();
  }

  private static List<Code> notes(Desk desk, String row) {
    return desk.engine.report(CASE).rows().stream()
        .filter(r -> r.step().value().equals(row))
        .flatMap(r -> r.catatan().stream())
        .<Code>map(Finding::code)
        .toList();
  }

  // Sent back

  @Test
  void a_file_is_sent_back_to_a_row_that_was_done_and_comes_again() {
    Desk desk = at2();

    desk.did(Command.sendBack(CASE, "2", as("KASUBAG"), "1", "nota keliru").dasar("disposisi 4"));

    assertThat(desk.openRows()).containsExactly("1");
    assertThat(desk.state().open().values().iterator().next().visit()).isEqualTo(2);
    desk.did(complete("1", "STAF"));
    assertThat(desk.openRows()).containsExactly("2");
  }

  @Test
  void a_return_is_a_minor_finding_and_the_row_that_was_left_is_not_judged() {
    Desk desk = at2();
    desk.did(Command.sendBack(CASE, "2", as("KASUBAG"), "1", "nota keliru"));
    desk.did(complete("1", "STAF"));

    CaseReport report = desk.engine.report(CASE);

    assertThat(findings(desk))
        .containsExactly(AuditCode.SENT_BACK, AuditCode.SENT_BACK_WITHOUT_GROUND);
    assertThat(report.verdict()).isEqualTo(Verdict.BELUM_JATUH_TEMPO);
    assertThat(report.count(Kriteria.URUTAN, Verdict.PATUH)).isEqualTo(report.rows().size());
    assertThat(report.rows().get(1).verdict(Kriteria.KELENGKAPAN))
        .isEqualTo(Verdict.TIDAK_DAPAT_DINILAI);
  }

  @Test
  void a_file_goes_back_only_to_where_it_has_been() {
    Desk desk = at2();

    assertThat(codes(desk, Command.sendBack(CASE, "2", as("KASUBAG"), "3", "keliru")))
        .containsExactly(CaseworkCode.NOT_BEFORE_THIS_ROW);
    assertThat(codes(desk, Command.sendBack(CASE, "2", as("KASUBAG"), "2", "keliru")))
        .containsExactly(CaseworkCode.NOT_BEFORE_THIS_ROW, CaseworkCode.ALREADY_OPEN);
  }

  @Test
  void only_who_has_the_file_sends_it_back_and_says_why() {
    Desk desk = at2();

    assertThat(codes(desk, Command.sendBack(CASE, "2", as("STAF"), "1", " ")))
        .containsExactly(CaseworkCode.REASON_BLANK, CaseworkCode.WRONG_PERFORMER);
  }

  @Test
  void a_policy_can_keep_to_the_arrows() {
    CompliancePolicy strict =
        CompliancePolicy.live()
            .with(Check.PENGEMBALIAN, Treatment.ENFORCED)
            .with(Check.PEMINDAHAN, Treatment.ENFORCED)
            .with(Check.PEMBUKAAN_KEMBALI, Treatment.ENFORCED);
    Desk desk = desk(strict);
    desk.did(complete("1", "STAF"));

    assertThat(codes(desk, Command.sendBack(CASE, "2", as("KASUBAG"), "1", "keliru")))
        .containsExactly(CaseworkCode.NOT_BY_SOP);
    assertThat(codes(desk, Command.move(CASE, "2", as("SEKDA"), "5", "mendesak", "disposisi")))
        .containsExactly(CaseworkCode.NOT_BY_SOP);
    desk.did(Command.terminate(CASE, as("SEKDA"), "dicabut"));
    assertThat(codes(desk, Command.reopen(CASE, "2", as("SEKDA"), "keliru", "surat")))
        .containsExactly(CaseworkCode.NOT_BY_SOP);
  }

  // Moved

  @Test
  void a_file_is_moved_on_a_ground_and_that_is_a_breach_in_earnest() {
    Desk desk = at2();

    desk.did(Command.move(CASE, "2", as("SEKDA"), "5", "mendesak", "disposisi 9"));

    assertThat(desk.openRows()).containsExactly("5");
    assertThat(findings(desk)).containsExactly(AuditCode.MOVED);
    assertThat(desk.engine.report(CASE).verdict()).isEqualTo(Verdict.TIDAK_PATUH);
    OpenRow row = desk.state().openRows().get(0);
    assertThat(row.why().dasarHukum()).isEqualTo("disposisi 9");
    assertThat(row.why().karena()).isEqualTo("mendesak");
  }

  @Test
  void a_move_needs_a_ground_and_somebody_who_may() {
    Desk desk = desk(CompliancePolicy.live().bendingBy(PelaksanaCode.of("SEKDA")));

    assertThat(codes(desk, Command.move(CASE, "1", as("STAF"), "5", "", " ")))
        .containsExactly(
            CaseworkCode.REASON_BLANK, CaseworkCode.MAY_NOT_BEND, CaseworkCode.BEND_GROUND_BLANK);
    assertThat(codes(desk, Command.move(CASE, "1", as("SEKDA"), "9", "mendesak", "disposisi")))
        .containsExactly(CaseworkCode.ROW_UNKNOWN);
  }

  @Test
  void a_row_that_is_open_is_no_goal() {
    Desk desk = at34();

    assertThat(codes(desk, Command.move(CASE, "3", as("SEKDA"), "4", "mendesak", "disposisi")))
        .containsExactly(CaseworkCode.ALREADY_OPEN);
  }

  @Test
  void a_row_whose_time_only_rules_give_is_no_goal_until_they_gave_one() {
    Sop sop =
        aSop().row(aRow("1").by("STAF")).row(aRow("2").within(new Waktu.MenurutAturan())).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").ends();
    Desk desk = Desk.of(sop, arrows).begun("STAF");

    assertThat(codes(desk, Command.move(CASE, "1", as("STAF"), "2", "mendesak", "disposisi")))
        .containsExactly(CaseworkCode.TIME_BY_RULES_ONLY);
  }

  // Recalled

  @Test
  void a_completion_is_taken_back_as_if_it_had_not_been() {
    Desk desk = desk();
    CaseState before = desk.state();
    desk.did(complete("1", "STAF").data("nilai", 7));

    desk.did(Command.recall(CASE, "1", as("STAF"), "salah lampiran"));

    CaseState after = desk.state();
    assertThat(after.open()).isEqualTo(before.open());
    assertThat(after.visits()).isEqualTo(before.visits());
    assertThat(after.data()).isEmpty();
    assertThat(after.ever()).isEmpty();
    assertThat(after.completions()).isEmpty();
    desk.did(complete("1", "STAF").data("nilai", 8));
    assertThat(desk.openRows()).containsExactly("2");
    assertThat(desk.state().openRows().get(0).visit()).isEqualTo(1);
  }

  @Test
  void a_fork_is_withdrawn_whole() {
    Desk desk = at34();

    desk.did(Command.recall(CASE, "2", as("KASUBAG"), "belum lengkap"));

    assertThat(desk.openRows()).containsExactly("2");
    assertThat(desk.state().visits()).doesNotContainKeys(StepId.of("3"));
  }

  @Test
  void a_branch_that_waits_is_taken_back_while_the_other_is_open() {
    Desk desk = at34();
    desk.did(complete("3", "KABAG"));

    desk.did(Command.recall(CASE, "3", as("KABAG"), "keliru"));

    assertThat(desk.openRows()).containsExactly("3", "4");
  }

  @Test
  void nothing_is_taken_back_once_somebody_acted_on_it() {
    Desk claimed = at2();
    claimed.did(Command.claim(CASE, "2", as("KASUBAG")));
    Desk goneOn = at34();
    Desk attached = at2();
    attached.did(Command.attach(CASE, as("KASUBAG"), paper("NOTA")).row("2"));
    Desk stopped = at2();
    stopped.did(Command.suspend(CASE, as("KASUBAG"), "menunggu"));

    for (Desk desk : List.of(claimed, goneOn, attached, stopped)) {
      assertThat(codes(desk, Command.recall(CASE, "1", as("STAF"), "keliru")))
          .containsExactly(CaseworkCode.RECALL_TOO_LATE);
    }
  }

  @Test
  void nobody_takes_back_what_another_did_or_what_was_not_done() {
    Desk desk = at2();
    Actor colleague = Actor.of("u-lain", "STAF");

    assertThat(codes(desk, Command.recall(CASE, "1", colleague, "keliru")))
        .containsExactly(CaseworkCode.NOT_OWN_COMPLETION);
    assertThat(codes(desk, Command.recall(CASE, "2", as("KASUBAG"), "keliru")))
        .containsExactly(CaseworkCode.NOTHING_TO_RECALL);
    assertThat(codes(desk, Command.recall(CASE, "1", as("STAF"), "")))
        .containsExactly(CaseworkCode.REASON_BLANK);
  }

  @Test
  void the_report_notes_what_was_taken_back_and_judges_what_was_done_then() {
    Desk desk = desk();
    desk.did(complete("1", "STAF"));
    desk.did(Command.recall(CASE, "1", as("STAF"), "salah lampiran"));
    desk.did(complete("1", "STAF"));

    CaseReport report = desk.engine.report(CASE);

    assertThat(report.findings()).isEmpty();
    assertThat(report.rows()).extracting(r -> r.step().value()).containsExactly("1", "2");
    assertThat(notes(desk, "1")).containsExactly(AuditCode.RECALLED);
    assertThat(report.count(Kriteria.URUTAN, Verdict.PATUH)).isEqualTo(2);
  }

  // Transferred

  @Test
  void a_row_is_handed_to_another_who_alone_completes_it() {
    Desk desk = desk();
    Actor other = Actor.of("u-lain", "STAF");

    desk.did(Command.transfer(CASE, "1", as("STAF"), other, "cuti"));

    assertThat(codes(desk, complete("1", "STAF"))).containsExactly(CaseworkCode.CLAIMED_BY_ANOTHER);
    desk.did(Command.complete(CASE, "1", other));
    assertThat(notes(desk, "1")).containsExactly(AuditCode.TRANSFERRED);
    assertThat(findings(desk)).isEmpty();
  }

  @Test
  void a_row_in_hand_is_handed_on_by_its_holder_or_a_superior_only() {
    Desk desk = desk(CompliancePolicy.live().releasingBy(PelaksanaCode.of("KABAG")));
    Actor first = Actor.of("u-1", "STAF");
    Actor second = Actor.of("u-2", "STAF");
    desk.did(Command.claim(CASE, "1", first));

    assertThat(codes(desk, Command.transfer(CASE, "1", second, second, "saya saja")))
        .containsExactly(CaseworkCode.MAY_NOT_RELEASE);
    assertThat(codes(desk, Command.transfer(CASE, "1", first, first, "saya saja")))
        .containsExactly(CaseworkCode.TRANSFERRED_TO_HOLDER);
    assertThat(codes(desk, Command.transfer(CASE, "1", first, as("SEKDA"), "")))
        .containsExactly(CaseworkCode.REASON_BLANK, CaseworkCode.WRONG_PERFORMER);
    desk.did(Command.transfer(CASE, "1", as("KABAG"), second, "u-1 cuti"));
    assertThat(desk.state().openRows().get(0).claim().map(c -> c.actor().id())).contains("u-2");
  }

  // Reopened

  @Test
  void a_case_that_ended_runs_again_and_ends_again() {
    Desk desk = ended();
    assertThat(desk.state().status()).isEqualTo(CaseStatus.SELESAI);

    desk.did(Command.reopen(CASE, "5", as("SEKDA"), "keberatan diterima", "Putusan 3/2026"));

    assertThat(desk.state().status()).isEqualTo(CaseStatus.BERJALAN);
    assertThat(desk.state().outcome()).isEmpty();
    assertThat(desk.engine.report(CASE).standing()).isEqualTo(Standing.BERJALAN);
    desk.did(complete("5", "STAF"));
    assertThat(desk.state().outcome()).contains("SELESAI");
    assertThat(findings(desk)).containsExactly(AuditCode.REOPENED);
    assertThat(desk.engine.verify(CASE)).isEmpty();
  }

  @Test
  void a_case_that_was_stopped_runs_again() {
    Desk desk = at2();
    desk.did(Command.terminate(CASE, as("SEKDA"), "dicabut"));

    desk.did(Command.reopen(CASE, "2", as("SEKDA"), "pencabutan batal", "surat 8"));

    assertThat(desk.openRows()).containsExactly("2");
    assertThat(findings(desk)).containsExactly(AuditCode.TERMINATED, AuditCode.REOPENED);
  }

  @Test
  void only_what_has_ended_is_opened_again_and_on_a_ground() {
    Desk desk = at2();
    assertThat(codes(desk, Command.reopen(CASE, "1", as("SEKDA"), "keliru", "surat")))
        .containsExactly(CaseworkCode.CASE_RUNS);
    desk.did(Command.terminate(CASE, as("SEKDA"), "dicabut"));

    assertThat(codes(desk, Command.reopen(CASE, "1", as("SEKDA"), "", "")))
        .containsExactly(CaseworkCode.REASON_BLANK, CaseworkCode.BEND_GROUND_BLANK);
  }

  // Attached

  @Test
  void what_was_put_to_the_file_before_counts_when_the_row_is_done() {
    Desk toRow = at2();
    toRow.did(Command.attach(CASE, as("STAF"), paper("NOTA")).row("2").keterangan("susulan"));
    Desk toCase = at2();
    toCase.did(Command.attach(CASE, as("STAF"), paper("NOTA")));

    for (Desk desk : List.of(toRow, toCase)) {
      desk.did(complete("2", "KASUBAG"));
      assertThat(desk.engine.report(CASE).rows().get(1).verdict(Kriteria.KELENGKAPAN))
          .isEqualTo(Verdict.PATUH);
    }
  }

  @Test
  void what_is_put_to_the_file_later_does_not_count() {
    CompliancePolicy lenient = CompliancePolicy.live().with(Check.KELENGKAPAN, Treatment.OBSERVED);
    Desk desk = desk(lenient);
    desk.did(complete("1", "STAF"));
    desk.did(complete("2", "KASUBAG"));

    desk.did(Command.attach(CASE, as("STAF"), paper("NOTA")));

    assertThat(desk.engine.report(CASE).rows().get(1).verdict(Kriteria.KELENGKAPAN))
        .isEqualTo(Verdict.TIDAK_PATUH);
  }

  @Test
  void something_must_be_attached_to_a_row_that_is_open() {
    Desk desk = at2();

    assertThat(codes(desk, Command.attach(CASE, as("STAF"))))
        .containsExactly(CaseworkCode.NOTHING_ATTACHED);
    assertThat(codes(desk, Command.attach(CASE, as("STAF"), paper("NOTA")).row("1")))
        .containsExactly(CaseworkCode.ROW_NOT_OPEN);
  }

  // Recorded afterwards

  @Test
  void what_is_recorded_on_a_later_day_is_noted_with_both_days() {
    Desk desk = desk();
    Instant done = desk.clock.instant().plusSeconds(60);
    desk.after(Duration.ofDays(2));

    desk.did(complete("1", "STAF").at(done));

    assertThat(notes(desk, "1")).contains(AuditCode.RECORDED_AFTERWARDS);
  }

  @Test
  void what_is_recorded_out_of_order_is_noted() {
    Desk desk = at34();
    Instant early = desk.clock.instant();
    desk.after(Duration.ofHours(2));
    desk.did(complete("3", "KABAG"));

    desk.did(complete("4", "SEKDA").at(early));

    assertThat(notes(desk, "4")).containsExactly(AuditCode.RECORDED_OUT_OF_ORDER);
    assertThat(notes(desk, "3")).isEmpty();
  }

  @Test
  void a_policy_can_want_everything_recorded_at_once() {
    Desk desk = desk(CompliancePolicy.live().with(Check.PENCATATAN, Treatment.ENFORCED));
    Instant done = desk.clock.instant();
    desk.after(Duration.ofDays(1));

    assertThat(codes(desk, complete("1", "STAF").at(done)))
        .containsExactly(CaseworkCode.RECORDED_LATER);
    desk.did(complete("1", "STAF"));
    desk.did(complete("2", "KASUBAG").kelengkapan(paper("NOTA")));
    Instant early = desk.clock.instant();
    desk.after(Duration.ofHours(1));
    desk.did(complete("3", "KABAG"));
    assertThat(codes(desk, complete("4", "SEKDA").at(early)))
        .containsExactly(CaseworkCode.RECORDED_OUT_OF_ORDER);
  }

  @Test
  void a_journal_that_takes_back_what_nobody_did_is_broken() {
    Desk desk = at2();
    CaseEvent forged =
        new CaseEvent.Recalled(
            1, StepId.of("1"), 1, as("STAF"), List.of(), "palsu", desk.clock.instant());
    CaseState state = desk.state();

    assertThatThrownBy(
            () ->
                state.after(
                    Chain.next(
                        CASE,
                        state.seq() + 1,
                        desk.clock.instant(),
                        Optional.empty(),
                        forged,
                        state.head())))
        .isInstanceOf(BrokenJournalException.class);
  }
}
