package id.sop.casework;

import static id.sop.testing.Desk.complete;
import static id.sop.testing.Desk.paper;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.testing.Desk;
import id.sop.testing.Konsultasi;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatTest {
  private static CommandBuilder.Complete first() {
    return complete("1", "KASUBAG").kelengkapan(paper("DPA")).data("lokasi", "LUAR").key("k1");
  }

  @Test
  void a_repeated_command_gets_the_first_receipt() {
    Desk desk = Konsultasi.desk();
    Receipt receipt = desk.did(first());
    int length = desk.journal().size();

    Outcome again = desk.after(Duration.ofHours(1)).submit(first());

    assertThat(again).isEqualTo(new Outcome.Recorded(receipt, true));
    assertThat(desk.journal()).hasSize(length);
  }

  @Test
  void it_still_does_when_the_case_has_moved_on() {
    Desk desk = Konsultasi.desk();
    Receipt receipt = desk.did(first());
    desk.did(complete("2", "KABAG").kelengkapan(paper("SURAT")));

    Outcome again = desk.submit(first());

    assertThat(again).isEqualTo(new Outcome.Recorded(receipt, true));
    assertThat(receipt.open()).extracting(r -> r.step().value()).containsExactly("2");
  }

  @Test
  void it_still_does_when_the_case_has_ended() {
    Desk desk = Konsultasi.at("6");
    Receipt receipt = desk.did(complete("6", "KASUBAG").key("akhir"));

    Outcome again = desk.submit(complete("6", "KASUBAG").key("akhir"));

    assertThat(again).isEqualTo(new Outcome.Recorded(receipt, true));
    assertThat(receipt.status()).isEqualTo(CaseStatus.SELESAI);
  }

  @Test
  void starting_twice_with_one_key_starts_once() {
    Desk desk = Desk.of(Konsultasi.SOP, Konsultasi.arrows());
    Receipt receipt = desk.did(desk.start("KASUBAG").key("mulai"));

    Outcome again = desk.submit(desk.start("KASUBAG").key("mulai"));

    assertThat(again).isEqualTo(new Outcome.Recorded(receipt, true));
  }

  @Test
  void the_order_in_which_facts_are_given_does_not_make_another_command() {
    Command a = first().data("jumlah", 2).data("dana", true).build();
    Command b =
        complete("1", "KASUBAG")
            .kelengkapan(paper("DPA"))
            .data("dana", true)
            .data("jumlah", 2)
            .data("lokasi", "LUAR")
            .key("lain")
            .build();

    assertThat(CommandDigest.of(a)).isEqualTo(CommandDigest.of(b));
  }

  @Test
  void every_part_of_a_command_counts() {
    assertThat(
            Stream.of(
                    first(),
                    first().decision("YA"),
                    first().alasan("YA"),
                    first().kelengkapan(paper("SURAT")),
                    first().output(paper("SURAT")),
                    first().data("jumlah", 2),
                    first().at(Desk.MORNING),
                    complete("2", "KASUBAG"),
                    complete("1", "STAF"))
                .map(b -> CommandDigest.of(b.build())))
        .doesNotHaveDuplicates();
  }
}
