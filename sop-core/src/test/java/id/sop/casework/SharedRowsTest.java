package id.sop.casework;

import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.complete;
import static id.sop.testing.Desk.paper;
import static id.sop.testing.Desk.participate;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.Pelaksana.Jenis;
import id.sop.definition.Sop;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.Konsultasi;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SharedRowsTest {
  @Test
  void
      the_leader_completes_a_row_done_together_though_others_have_not_recorded_that_they_took_part() {
    Desk desk = Konsultasi.at("5");

    desk.did(complete("5", "KASUBAG").data("lokasi", "DALAM").data("dana", "ya"));

    assertThat(desk.openRows()).containsExactly("6");
  }

  @Test
  void another_than_the_leader_does_not_complete_it() {
    Desk desk = Konsultasi.at("5");

    assertThat(desk.refused(complete("5", "PENDAMPING").data("lokasi", "DALAM").data("dana", "ya")))
        .extracting(Refusal::code)
        .containsExactly(CaseworkCode.WRONG_PERFORMER);
  }

  @Test
  void any_one_of_several_completes_a_row_that_asks_for_one() {
    assertThat(Konsultasi.at("6").did(complete("6", "PENDAMPING")).status())
        .isEqualTo(CaseStatus.SELESAI);
    assertThat(Konsultasi.at("6").did(complete("6", "KASUBAG")).status())
        .isEqualTo(CaseStatus.SELESAI);
  }

  @Test
  void signatures_climb_and_the_last_one_completes() {
    Desk desk = Konsultasi.at("7");

    desk.did(participate("7", "KABAG"));
    desk.did(participate("7", "ASISTEN"));
    desk.did(complete("7", "SEKDA"));

    assertThat(desk.openRows()).containsExactly("8");
  }

  @Test
  void minutes_recorded_beforehand_let_a_body_decide() {
    Desk desk = Konsultasi.at("4");

    desk.did(participate("4", "BAMUS").evidence(paper("NOTULEN RAPAT 12")));
    desk.did(complete("4", "BAMUS"));

    assertThat(desk.openRows()).containsExactly("5");
  }

  @Test
  void a_meeting_without_minutes_is_no_minutes() {
    Desk desk = Konsultasi.at("4");

    desk.did(participate("4", "BAMUS"));

    assertThat(desk.refused(complete("4", "BAMUS")))
        .extracting(Refusal::code)
        .containsExactly(CaseworkCode.MINUTES_MISSING);
  }

  @Test
  void a_recipient_records_what_somebody_outside_did() {
    Desk desk = Konsultasi.at("8");

    assertThat(desk.refused(complete("8", "KABAG")))
        .extracting(Refusal::code)
        .containsExactly(CaseworkCode.WRONG_PERFORMER);
    assertThat(desk.did(complete("8", "STAF")).status()).isEqualTo(CaseStatus.SELESAI);
  }

  @Test
  void a_member_acts_for_its_group() {
    Sop sop =
        aSop()
            .role("SEKRETARIAT", Jenis.KELOMPOK, "KASUBAG", "STAF")
            .row(aRow("1").by("SEKRETARIAT"))
            .build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").ends();
    Desk desk = Desk.of(sop, arrows).begun("KASUBAG");

    assertThat(desk.did(complete("1", "STAF")).status()).isEqualTo(CaseStatus.SELESAI);
  }

  @Test
  void a_schedule_says_when_its_row_is_due_and_the_last_one_holds() {
    Desk desk = Konsultasi.at("4");
    Instant later = Desk.MORNING.plus(Duration.ofDays(3));

    assertThat(desk.state().openRows().get(0).dueAt()).isEmpty();
    desk.did(
        Command.schedule(Desk.CASE, "4", as("STAF"), paper("JADWAL"), Desk.MORNING, Desk.MORNING));
    desk.did(Command.schedule(Desk.CASE, "4", as("STAF"), paper("JADWAL"), Desk.MORNING, later));

    assertThat(desk.state().openRows().get(0).dueAt()).contains(later);
    assertThat(desk.state().openRows().get(0).schedules()).hasSize(2);
  }

  @Test
  void a_fact_may_be_given_early() {
    Desk desk = Konsultasi.at("3");

    desk.did(complete("3", "SEKWAN").decision("YA").data("lokasi", "DALAM").data("dana", true));
    desk.did(complete("4", "BAMUS").kelengkapan(paper("NOTULEN")));
    desk.did(complete("5", "KASUBAG"));

    assertThat(desk.openRows()).containsExactly("6");
  }

  @Test
  void what_is_observed_only_is_let_in() {
    Desk desk = Konsultasi.desk(CompliancePolicy.retrospective());

    desk.did(complete("1", "SEKDA"));

    assertThat(desk.openRows()).containsExactly("2");
  }

  @Test
  void a_route_is_no_guess_whatever_the_policy() {
    Desk desk = Konsultasi.to(Konsultasi.desk(CompliancePolicy.retrospective()), "3");

    assertThat(desk.refused(complete("3", "SEKWAN").decision("ya")))
        .extracting(Refusal::code)
        .containsExactly(CaseworkCode.LABEL_UNKNOWN);
  }

  @Test
  void late_entries_are_normal_and_deadlines_run_from_what_happened() {
    Desk desk = Konsultasi.desk().after(Duration.ofDays(30));
    Instant then = Desk.MORNING.plus(Duration.ofHours(2));

    desk.did(complete("1", "KASUBAG").kelengkapan(paper("DPA")).at(then));

    assertThat(desk.state().openRows().get(0).dueAt()).contains(then.plus(Duration.ofDays(1)));
  }
}
