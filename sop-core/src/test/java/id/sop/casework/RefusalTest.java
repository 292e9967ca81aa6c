package id.sop.casework;

import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.complete;
import static id.sop.testing.Desk.paper;
import static id.sop.testing.Desk.participate;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.authority.Appointments;
import id.sop.authority.Authority;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.casework.CompliancePolicy.Treatment;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.journal.CaseId;
import id.sop.problem.Language;
import id.sop.routing.Procedure;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.Konsultasi;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
  private static final Instant MORNING = Desk.MORNING;
  private static final Duration HOUR = Duration.ofHours(1);

  /** That the one reason is this, with these words in what is wrong or in the way out. */
  private static void assertWhy(List<Refusal> why, CaseworkCode code, String... words) {
    assertThat(why).extracting(Refusal::code).containsExactly(code);
    Refusal refusal = why.get(0);
    for (String word : words) {
      assertThat(refusal.text(Language.ID) + " " + refusal.hint(Language.ID)).contains(word);
    }
    for (String fact : refusal.facts()) {
      assertThat(refusal.text(Language.EN) + " " + refusal.hint(Language.EN)).contains(fact);
    }
  }

  @Test
  void a_row_that_the_sop_does_not_have_is_refused_with_those_it_has() {
    Desk desk = Konsultasi.desk();

    assertWhy(desk.refused(complete("9", "KASUBAG")), CaseworkCode.ROW_UNKNOWN, "9", "1, 2, 3, 4");
  }

  @Test
  void a_row_that_is_not_open_is_refused_with_those_that_are() {
    Desk desk = Konsultasi.desk();

    assertWhy(desk.refused(complete("3", "SEKWAN")), CaseworkCode.ROW_NOT_OPEN, "3", "terbuka: 1");
  }

  @Test
  void a_label_in_lower_case_is_refused_not_routed() {
    Desk desk = Konsultasi.at("3");

    assertWhy(
        desk.refused(complete("3", "SEKWAN").decision("ya")),
        CaseworkCode.LABEL_UNKNOWN,
        "Maksud Anda YA?",
        "YA, TIDAK");
  }

  @Test
  void a_decision_without_its_label_is_refused_with_the_labels() {
    Desk desk = Konsultasi.at("3");

    assertWhy(desk.refused(complete("3", "SEKWAN")), CaseworkCode.LABEL_MISSING, "YA, TIDAK");
  }

  @Test
  void a_label_on_a_row_that_decides_nothing_is_refused() {
    Desk desk = Konsultasi.at("6");

    assertWhy(
        desk.refused(complete("6", "KASUBAG").decision("YA")),
        CaseworkCode.LABEL_NOT_EXPECTED,
        "YA");
  }

  @Test
  void a_time_that_no_calendar_holds_is_refused_whatever_it_is_the_time_of() {
    Desk desk = Konsultasi.at("4");

    assertWhy(
        desk.refused(complete("4", "BAMUS").at(Instant.MAX)), CaseworkCode.TIME_UNUSABLE, "9999");
    assertWhy(
        desk.refused(
            Command.schedule(
                Desk.CASE, "4", as("BAMUS"), paper("JADWAL"), Desk.MORNING, Instant.MAX)),
        CaseworkCode.TIME_UNUSABLE,
        "9999");
    assertWhy(
        desk.refused(Command.correct(Desk.CASE, 3, as("KASUBAG"), "salah").happenedAt(Instant.MIN)),
        CaseworkCode.TIME_UNUSABLE,
        "9999");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\u00a0", "\u200b", "\u3164", "\ufeff \t"})
  void a_reason_that_does_not_show_is_none(String reason) {
    assertWhy(
        Konsultasi.desk().refused(Command.terminate(Desk.CASE, as("KASUBAG"), reason)),
        CaseworkCode.REASON_BLANK);
    assertWhy(
        Konsultasi.at("3").refused(complete("3", "SEKWAN").decision("TIDAK").alasan(reason)),
        CaseworkCode.REASON_MISSING);
  }

  @Test
  void a_later_row_cannot_change_a_fact_on_which_a_route_was_taken() {
    Desk desk = Konsultasi.at("6");

    assertWhy(
        desk.refused(complete("6", "KASUBAG").data("lokasi", "LUAR")),
        CaseworkCode.FACT_ESTABLISHED,
        "DALAM pada baris 5",
        "koreksi");
    desk.did(complete("6", "KASUBAG").data("lokasi", "DALAM"));
  }

  @Test
  void a_wrong_performer_is_refused_with_those_who_may() {
    Desk desk = Konsultasi.at("3");

    assertWhy(
        desk.refused(complete("3", "KABAG").decision("YA")),
        CaseworkCode.WRONG_PERFORMER,
        "KABAG",
        "SEKWAN");
  }

  @Test
  void a_wrong_performer_is_not_blamed_on_the_rules() {
    Sop sop = aSop().row(aRow("1").by("STAF")).row(aRow("2").by("STAF")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").completedBy("STAF").to("2");
    Desk desk = Desk.of(sop, arrows).begun("STAF");

    assertWhy(desk.refused(complete("1", "KABAG")), CaseworkCode.WRONG_PERFORMER, "KABAG", "STAF");
  }

  @Test
  void missing_kelengkapan_is_refused_by_name() {
    Desk desk = Konsultasi.at("2");

    assertWhy(
        desk.refused(complete("2", "KABAG").kelengkapan(paper("NOTA"))),
        CaseworkCode.KELENGKAPAN_MISSING,
        "SURAT / DISPOSISI");
  }

  @Test
  void sending_a_case_back_needs_a_reason() {
    Desk desk = Konsultasi.at("3");

    assertWhy(
        desk.refused(complete("3", "SEKWAN").decision("TIDAK").alasan("  ")),
        CaseworkCode.REASON_MISSING,
        "TIDAK");
    desk.did(complete("3", "SEKWAN").decision("TIDAK").alasan("belum dalam matrik"));
    assertThat(desk.openRows()).containsExactly("2");
  }

  @Test
  void turning_a_case_down_needs_a_reason() {
    Sop sop = aSop().row(aRow("1").decides("YA", "TIDAK")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").label("YA").ends();
    arrows.from("1").label("TIDAK").ends("DITOLAK");
    Desk desk = Desk.of(sop, arrows).begun("STAF");

    assertWhy(
        desk.refused(complete("1", "STAF").decision("TIDAK")),
        CaseworkCode.REASON_MISSING,
        "DITOLAK");
  }

  @Test
  void a_fact_not_known_is_refused_with_its_values() {
    Desk desk = Konsultasi.at("5");

    assertWhy(
        desk.refused(complete("5", "KASUBAG").data("dana", true)),
        CaseworkCode.FACT_MISSING,
        "lokasi",
        "DALAM, LUAR");
  }

  @Test
  void a_fact_without_the_value_that_the_row_requires_leaves_it_open() {
    Desk desk = Konsultasi.at("5");

    assertWhy(
        desk.refused(complete("5", "KASUBAG").data("dana", "tidak").data("lokasi", "LUAR")),
        CaseworkCode.FACT_NOT_AS_REQUIRED,
        "dana = ya",
        "dana = tidak",
        "hentikan");
    assertThat(desk.openRows()).containsExactly("5");
  }

  @Test
  void a_fact_that_nobody_declared_is_refused_with_the_nearest() {
    Desk desk = Konsultasi.at("6");

    assertWhy(
        desk.refused(complete("6", "KASUBAG").data("jumlh", 3)),
        CaseworkCode.FACT_UNKNOWN,
        "Maksud Anda jumlah?");
  }

  @Test
  void a_value_outside_its_domain_is_refused_with_the_domain() {
    Desk desk = Konsultasi.at("6");

    assertWhy(
        desk.refused(complete("6", "KASUBAG").data("jumlah", 51)),
        CaseworkCode.VALUE_OUTSIDE_DOMAIN,
        "51",
        "1..50");
    assertWhy(
        desk.refused(complete("6", "KASUBAG").data("lokasi", true)),
        CaseworkCode.VALUE_OUTSIDE_DOMAIN,
        "DALAM, LUAR");
  }

  @Test
  void where_no_rule_answers_nothing_moves() {
    Sop sop = aSop().row(aRow("1")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    Desk desk = Desk.of(sop, arrows).begun("STAF");

    assertWhy(desk.refused(complete("1", "STAF")), CaseworkCode.NO_ROUTE, "1");
    assertThat(desk.openRows()).containsExactly("1");
  }

  @Test
  void a_case_does_not_begin_with_its_end() {
    Sop sop = aSop().row(aRow("1")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().ends();
    Desk desk = Desk.of(sop, arrows);

    assertWhy(desk.refused(desk.start("STAF")), CaseworkCode.NO_ROUTE, "mulai");
  }

  @Test
  void where_rules_contradict_each_other_nothing_moves_and_both_are_named() {
    Sop sop = aSop().row(aRow("1")).row(aRow("2")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2");
    arrows.from("1").ends();
    Desk desk = Desk.of(sop, arrows).begun("STAF");

    assertWhy(
        desk.refused(complete("1", "STAF")),
        CaseworkCode.ROUTE_CONFLICT,
        "rute.drl:2:1",
        "rute.drl:3:1");
  }

  @Test
  void a_row_already_open_is_not_opened_again() {
    Sop sop = aSop().row(aRow("1")).row(aRow("2")).row(aRow("3")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2", "3");
    arrows.from("2").to("3");
    Desk desk = Desk.of(sop, arrows).begun("STAF");
    desk.did(complete("1", "STAF"));

    assertWhy(
        desk.refused(complete("2", "STAF")),
        CaseworkCode.ROUTE_CONFLICT,
        "rute.drl:2:1",
        "rute.drl:3:1");
  }

  @Test
  void a_rule_that_waits_for_nothing_is_refused() {
    Sop sop = aSop().row(aRow("1")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").waits();
    Desk desk = Desk.of(sop, arrows).begun("STAF");

    assertWhy(desk.refused(complete("1", "STAF")), CaseworkCode.WAITS_FOR_NOTHING, "1");
  }

  @Test
  void a_rule_that_leads_out_of_the_sop_is_refused() {
    Sop sop = aSop().row(aRow("1")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("77");
    Desk desk = Desk.of(sop, arrows).begun("STAF");

    assertWhy(desk.refused(complete("1", "STAF")), CaseworkCode.ROUTE_TO_UNKNOWN_ROW, "77");
  }

  @Test
  void a_case_id_is_used_once() {
    Desk desk = Konsultasi.desk();

    assertWhy(desk.refused(desk.start("KASUBAG")), CaseworkCode.CASE_EXISTS, "B-1");
  }

  @Test
  void a_case_that_never_began_is_unknown() {
    Desk desk = Konsultasi.desk();

    assertWhy(
        desk.refused(Command.complete(CaseId.of("B-2"), "1", as("KASUBAG"))),
        CaseworkCode.CASE_UNKNOWN,
        "B-2");
  }

  @Test
  void a_closed_case_stays_closed() {
    Desk desk = Konsultasi.at("6");
    desk.did(complete("6", "KASUBAG"));

    assertWhy(desk.refused(complete("6", "KASUBAG")), CaseworkCode.CASE_CLOSED, "SELESAI");
  }

  @Test
  void a_key_is_not_used_for_another_command() {
    Desk desk = Konsultasi.desk();
    desk.did(complete("1", "KASUBAG").kelengkapan(paper("DPA")).key("k1"));

    assertWhy(
        desk.refused(complete("1", "KASUBAG").kelengkapan(paper("SURAT")).key("k1")),
        CaseworkCode.KEY_REUSED,
        "k1");
  }

  @Test
  void the_last_signer_waits_for_those_before_him() {
    Desk desk = Konsultasi.at("7");
    desk.did(participate("7", "KABAG"));

    assertWhy(desk.refused(complete("7", "SEKDA")), CaseworkCode.SIGNATURE_MISSING, "ASISTEN");
  }

  @Test
  void nobody_signs_before_those_below_him() {
    Desk desk = Konsultasi.at("7");

    assertWhy(
        desk.refused(participate("7", "ASISTEN")),
        CaseworkCode.SIGNATURE_OUT_OF_ORDER,
        "ASISTEN",
        "KABAG");
  }

  @Test
  void a_body_decides_on_the_strength_of_its_minutes() {
    Desk desk = Konsultasi.at("4");

    assertWhy(desk.refused(complete("4", "BAMUS")), CaseworkCode.MINUTES_MISSING, "BAMUS");
  }

  @Test
  void what_has_not_happened_yet_is_not_recorded() {
    Desk desk = Konsultasi.desk();

    assertWhy(
        desk.refused(complete("1", "KASUBAG").kelengkapan(paper("DPA")).at(MORNING.plus(HOUR))),
        CaseworkCode.IN_THE_FUTURE,
        "2026-03-02 09:00:00",
        "2026-03-02 08:00:00");
  }

  @Test
  void a_row_is_not_done_before_it_was_opened() {
    Desk desk = Konsultasi.desk();

    assertWhy(
        desk.refused(complete("1", "KASUBAG").kelengkapan(paper("DPA")).at(MORNING.minus(HOUR))),
        CaseworkCode.BEFORE_OPENING,
        "baris 1",
        "2026-03-02 07:00:00");
  }

  @Test
  void a_row_with_a_time_of_its_own_takes_no_schedule() {
    Desk desk = Konsultasi.desk();

    assertWhy(
        desk.refused(
            Command.schedule(
                Desk.CASE, "1", as("KASUBAG"), paper("JADWAL"), MORNING, MORNING.plus(HOUR))),
        CaseworkCode.SCHEDULE_NOT_EXPECTED,
        "1 hari kerja");
  }

  @Test
  void a_schedule_does_not_end_before_it_begins() {
    Desk desk = Konsultasi.at("4");

    assertWhy(
        desk.refused(
            Command.schedule(
                Desk.CASE, "4", as("STAF"), paper("JADWAL"), MORNING.plus(HOUR), MORNING)),
        CaseworkCode.SCHEDULE_WINDOW_WRONG,
        "08:00:00");
  }

  @Test
  void a_schedule_is_set_by_a_role_of_the_sop() {
    Desk desk = Konsultasi.at("4");

    assertWhy(
        desk.refused(
            Command.schedule(Desk.CASE, "4", as("ORANG_LUAR"), paper("JADWAL"), MORNING, MORNING)),
        CaseworkCode.WRONG_PERFORMER,
        "ORANG_LUAR");
  }

  @Test
  void nobody_takes_part_in_a_row_that_does_not_name_him() {
    Desk desk = Konsultasi.at("5");

    assertWhy(
        desk.refused(participate("5", "SEKDA")),
        CaseworkCode.PARTICIPATION_NOT_EXPECTED,
        "SEKDA",
        "PENDAMPING");
  }

  @Test
  void only_completions_are_corrected() {
    Desk desk = Konsultasi.at("2");

    assertWhy(
        desk.refused(Command.correct(Desk.CASE, 1, as("KASUBAG"), "salah")),
        CaseworkCode.NOT_CORRECTABLE,
        "Entri 1",
        "entri: 3");
  }

  @Test
  void a_correction_does_not_change_the_route_taken() {
    Desk desk = Konsultasi.at("6");
    long entry = desk.state().completions().get(4).seq();

    assertWhy(
        desk.refused(
            Command.correct(Desk.CASE, entry, as("KASUBAG"), "salah").data("lokasi", "LUAR")),
        CaseworkCode.CORRECTION_CHANGES_ROUTE,
        "lokasi: DALAM -> LUAR",
        "mulai berkas baru");
  }

  @Test
  void a_correction_does_not_take_away_what_a_row_required() {
    Desk desk = Konsultasi.at("6");
    long entry = desk.state().completions().get(4).seq();

    assertWhy(
        desk.refused(
            Command.correct(Desk.CASE, entry, as("KASUBAG"), "salah").data("dana", "tidak")),
        CaseworkCode.CORRECTION_CHANGES_ROUTE,
        "dana: ya -> tidak");
  }

  @Test
  void an_sop_is_not_used_before_it_is_in_force() {
    Desk desk = Desk.of(Konsultasi.SOP, Konsultasi.arrows());

    assertWhy(
        desk.refused(desk.start("KASUBAG").at(Instant.parse("2025-12-31T10:00:00Z"))),
        CaseworkCode.SOP_NOT_IN_FORCE,
        "2025-12-31",
        "2026-01-01");
  }

  @Test
  void an_sop_that_is_not_loaded_is_unknown() {
    Desk desk = Desk.of(Konsultasi.SOP, Konsultasi.arrows());

    assertWhy(
        desk.refused(Command.start(Desk.CASE, SopId.of("limapuluhkota.konsultas"), as("KASUBAG"))),
        CaseworkCode.SOP_UNKNOWN,
        "Maksud Anda limapuluhkota.konsultasi?");
  }

  @Test
  void a_case_runs_on_its_own_version_or_not_at_all() {
    Desk desk = Konsultasi.desk();
    Procedure other = new Procedure(Konsultasi.SOP, Konsultasi.arrows(), "e".repeat(64));
    Circumstances circumstances =
        new Circumstances(
            Editions.of(new Edition(other, LocalDate.of(2026, 1, 1))),
            Desk.PLAIN,
            CompliancePolicy.live(),
            Authority.trusting(),
            MORNING);

    Decision decision =
        Casework.decide(desk.state(), complete("1", "KASUBAG").build(), circumstances);

    assertWhy(((Decision.Refuse) decision).why(), CaseworkCode.VERSION_NOT_LOADED, "B-1", "dddd");
  }

  @Test
  void nobody_acts_in_a_role_that_he_does_not_hold() {
    Desk desk = Desk.of(Konsultasi.SOP, Konsultasi.arrows(), Appointments.of());

    assertWhy(desk.refused(desk.start("KASUBAG")), CaseworkCode.NOT_APPOINTED, "KASUBAG");
  }

  @Test
  void a_case_is_begun_by_one_who_performs_its_first_row() {
    Desk desk = Desk.of(Konsultasi.SOP, Konsultasi.arrows());

    assertWhy(
        desk.refused(desk.start("SEKWAN")), CaseworkCode.WRONG_PERFORMER, "SEKWAN", "KASUBAG");
  }

  @Test
  void a_policy_may_insist_on_a_schedule() {
    Desk desk =
        Konsultasi.to(
            Konsultasi.desk(CompliancePolicy.live().with(Check.JADWAL, Treatment.ENFORCED)), "4");

    assertWhy(
        desk.refused(complete("4", "BAMUS").kelengkapan(paper("NOTULEN"))),
        CaseworkCode.SCHEDULE_MISSING,
        "4");
  }

  @Test
  void a_policy_may_insist_on_output() {
    Desk desk =
        Konsultasi.to(
            Konsultasi.desk(CompliancePolicy.live().with(Check.OUTPUT, Treatment.ENFORCED)), "2");

    assertWhy(
        desk.refused(complete("2", "KABAG").kelengkapan(paper("SURAT"))),
        CaseworkCode.OUTPUT_MISSING,
        "LAPORAN");
  }

  @Test
  void a_case_is_not_stopped_without_a_reason() {
    Desk desk = Konsultasi.desk();

    assertWhy(
        desk.refused(Command.terminate(Desk.CASE, as("SEKWAN"), " ")), CaseworkCode.REASON_BLANK);
  }

  @Test
  void a_policy_may_name_those_who_stop_a_case() {
    Desk desk = Konsultasi.desk(CompliancePolicy.live().terminatingBy(PelaksanaCode.of("SEKDA")));

    assertWhy(
        desk.refused(Command.terminate(Desk.CASE, as("KASUBAG"), "batal")),
        CaseworkCode.MAY_NOT_TERMINATE,
        "KASUBAG",
        "SEKDA");
    assertThat(desk.did(Command.terminate(Desk.CASE, as("SEKDA"), "batal")).status())
        .isEqualTo(CaseStatus.DIHENTIKAN);
  }

  @Test
  void all_reasons_come_out_in_one_go() {
    Desk desk = Konsultasi.at("5");

    List<Refusal> why =
        desk.refused(
            complete("5", "SEKDA")
                .decision("YA")
                .data("dana", "tidak")
                .data("jumlah", "banyak")
                .at(MORNING.minus(HOUR)));

    assertThat(why)
        .extracting(Refusal::code)
        .containsExactlyInAnyOrder(
            CaseworkCode.BEFORE_OPENING,
            CaseworkCode.WRONG_PERFORMER,
            CaseworkCode.VALUE_OUTSIDE_DOMAIN,
            CaseworkCode.FACT_MISSING,
            CaseworkCode.FACT_NOT_AS_REQUIRED,
            CaseworkCode.LABEL_NOT_EXPECTED);
  }

  @Test
  void a_refusal_records_nothing() {
    Desk desk = Konsultasi.desk();
    int before = desk.journal().size();

    desk.refused(complete("1", "SEKDA"));

    assertThat(desk.journal()).hasSize(before);
  }
}
