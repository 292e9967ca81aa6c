package id.sop.casework;

import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.complete;
import static id.sop.testing.Desk.paper;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.DataValue;
import id.sop.testing.Desk;
import id.sop.testing.Konsultasi;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CorrectionTest {
  private static long entryOf(Desk desk, int completion) {
    return desk.state().completions().get(completion).seq();
  }

  @Test
  void a_fact_that_no_rule_looks_at_is_corrected_and_the_original_stays() {
    Desk desk = Konsultasi.at("3");
    desk.did(complete("3", "SEKWAN").decision("YA").data("jumlah", 5));
    int length = desk.journal().size();

    desk.did(
        Command.correct(Desk.CASE, entryOf(desk, 2), as("SEKWAN"), "salah ketik")
            .data("jumlah", 6));

    assertThat(desk.state().data()).containsEntry("jumlah", DataValue.of(6));
    assertThat(desk.state().completions().get(2).event().data())
        .containsEntry("jumlah", DataValue.of(5));
    assertThat(desk.journal()).hasSize(length + 1);
  }

  @Test
  void a_routing_fact_is_corrected_as_long_as_nothing_was_routed_on_it() {
    Desk desk = Konsultasi.at("3");
    desk.did(complete("3", "SEKWAN").decision("YA").data("lokasi", "LUAR"));

    desk.did(
        Command.correct(Desk.CASE, entryOf(desk, 2), as("SEKWAN"), "salah ketik")
            .data("lokasi", "DALAM"));
    desk.did(complete("4", "BAMUS").kelengkapan(paper("NOTULEN")));
    desk.did(complete("5", "KASUBAG").data("dana", true));

    assertThat(desk.openRows()).containsExactly("6");
  }

  @Test
  void a_correction_of_a_fact_that_a_later_row_was_routed_on_is_refused_there() {
    Desk desk = Konsultasi.at("3");
    desk.did(complete("3", "SEKWAN").decision("YA").data("lokasi", "LUAR"));
    desk.did(complete("4", "BAMUS").kelengkapan(paper("NOTULEN")));
    desk.did(complete("5", "KASUBAG").data("dana", true));

    assertThat(
            desk.refused(
                Command.correct(Desk.CASE, entryOf(desk, 2), as("SEKWAN"), "salah ketik")
                    .data("lokasi", "DALAM")))
        .singleElement()
        .satisfies(r -> assertThat(r.facts()).containsExactly("lokasi: LUAR -> DALAM", "5"));
  }

  @Test
  void a_fact_given_anew_since_hides_the_correction() {
    Desk desk = Konsultasi.at("3");
    desk.did(complete("3", "SEKWAN").decision("YA").data("jumlah", 5));
    desk.did(complete("4", "BAMUS").kelengkapan(paper("NOTULEN")).data("jumlah", 9));

    desk.did(
        Command.correct(Desk.CASE, entryOf(desk, 2), as("SEKWAN"), "salah ketik")
            .data("jumlah", 6));

    assertThat(desk.state().data()).containsEntry("jumlah", DataValue.of(9));
  }

  @Test
  void a_fact_is_corrected_at_the_row_that_established_it_and_at_no_other() {
    Desk desk = Konsultasi.at("6");
    desk.did(complete("6", "KASUBAG"));

    assertThat(
            desk.refused(
                Command.correct(Desk.CASE, entryOf(desk, 5), as("KASUBAG"), "tertukar")
                    .data("dana", false)))
        .singleElement()
        .satisfies(r -> assertThat(r.code()).isEqualTo(CaseworkCode.FACT_ESTABLISHED));
  }

  @Test
  void a_correction_is_made_by_one_who_performs_the_row() {
    Desk desk = Konsultasi.at("2");

    assertThat(desk.refused(Command.correct(Desk.CASE, entryOf(desk, 0), as("SEKDA"), "salah")))
        .extracting(Refusal::code)
        .containsExactly(CaseworkCode.WRONG_PERFORMER);
  }

  @Test
  void a_correction_says_why() {
    Desk desk = Konsultasi.at("2");

    assertThat(desk.refused(Command.correct(Desk.CASE, entryOf(desk, 0), as("KASUBAG"), "")))
        .extracting(Refusal::code)
        .containsExactly(CaseworkCode.REASON_BLANK);
  }

  @Test
  void a_row_was_not_done_before_it_was_opened_after_all() {
    Desk desk = Konsultasi.at("2");

    assertThat(
            desk.refused(
                Command.correct(Desk.CASE, entryOf(desk, 0), as("KASUBAG"), "salah")
                    .happenedAt(Desk.MORNING.minus(Duration.ofDays(1)))))
        .extracting(Refusal::code)
        .containsExactly(CaseworkCode.BEFORE_OPENING);
  }

  @Test
  void the_record_of_a_case_that_has_ended_can_still_be_corrected() {
    Desk desk = Konsultasi.at("6");
    desk.did(complete("6", "KASUBAG"));

    desk.did(
        Command.correct(Desk.CASE, entryOf(desk, 0), as("KASUBAG"), "lampiran tertukar")
            .kelengkapan(paper("DPA"), paper("RKA")));

    assertThat(desk.state().completions().get(0).corrections()).hasSize(1);
    assertThat(desk.state().status()).isEqualTo(CaseStatus.SELESAI);
  }
}
