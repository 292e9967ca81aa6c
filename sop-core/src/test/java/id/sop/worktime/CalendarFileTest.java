package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Language;
import id.sop.problem.Problem;
import id.sop.worktime.WorkCalendar.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
  private static final String SOUND =
      """
      jamKerja:
        - nama: Jam kantor
          sumber: Keputusan kepala
          diketahui: 2026-01-05
          mulai: 2026-01-05
          hari:
            senin: [08:00-12:00, 13:00-16:00]
          tutupHariLain: 16:00
      keputusan:
        - sumber: Keputusan bupati
          diketahui: 2026-01-05
          daftarTahun: 2026
          liburDaerah:
            - { tanggal: 2026-04-13, hari: Senin, nama: Hari jadi }
      masa:
        - { masa: ramadan, nama: R, mulai: 2026-02-19, sampai: 2026-03-20, sumber: S, diketahui: 2026-02-17 }
      """;

  @Test
  void a_sound_file_is_a_calendar() {
    assertThat(problems(SOUND)).isEmpty();
    assertThat(WorkCalendar.read("k.yaml", SOUND).calendar()).isPresent();
  }

  @Test
  void each_slip_is_found_at_its_place() {
    assertThat(changed("jamKerja:", "jamKrja:")).containsExactly("1:1 UNKNOWN_KEY");
    assertThat(changed("    sumber: Keputusan kepala\n", "")).containsExactly("2:5 MISSING_KEY");
    assertThat(changed("nama: Jam kantor", "nama: ''")).containsExactly("2:11 EMPTY_TEXT");
    assertThat(changed("nama: Jam kantor", "nama: A\n    nama: B"))
        .containsExactly("3:5 DUPLICATE_KEY");
    assertThat(changed("mulai: 2026-01-05", "mulai: 2026-02-30"))
        .containsExactly("5:12 NOT_A_DATE");
    assertThat(changed("mulai: 2026-01-05", "mulai: 5 Januari 2026"))
        .containsExactly("5:12 NOT_A_DATE");
    assertThat(changed("mulai: 2026-01-05", "mulai: 2026-01-05\n    sampai: 2026-01-04"))
        .containsExactly("2:5 PERIOD_REVERSED");
    assertThat(changed("[08:00-12:00, 13:00-16:00]", "[08:00-12:00, 11:00-16:00]"))
        .containsExactly("7:28 HOURS_OUT_OF_ORDER");
    assertThat(changed("[08:00-12:00, 13:00-16:00]", "[12:00-08:00, 13:00-25:00]"))
        .containsExactly("7:7 NO_WORKING_DAY", "7:15 BAD_HOURS", "7:28 BAD_HOURS");
    assertThat(changed("[08:00-12:00, 13:00-16:00]", "08:00-12:00"))
        .containsExactly("7:7 NO_WORKING_DAY", "7:14 EXPECTED_LIST");
    assertThat(changed("tutupHariLain: 16:00", "tutupHariLain: 24:30"))
        .containsExactly("8:20 BAD_TIME");
    assertThat(
            changed("tutupHariLain: 16:00", "tutupHariLain: 16:00\n    istirahatBelumPasti: true"))
        .containsExactly("9:26 UNKNOWN_WORD");
    assertThat(changed("daftarTahun: 2026", "daftarTahun: 26")).containsExactly("12:18 BAD_YEAR");
    assertThat(changed("daftarTahun: 2026", "daftarTahun: 3000")).containsExactly("12:18 BAD_YEAR");
    assertThat(changed("mulai: 2026-01-05", "mulai: 1926-01-05")).containsExactly("5:12 BAD_YEAR");
    assertThat(changed("daftarTahun: 2026", "daftarTahun: 2025"))
        .containsExactly("14:20 WRONG_YEAR");
    assertThat(changed("hari: Senin", "hari: Selasa")).containsExactly("14:20 WRONG_WEEKDAY");
    assertThat(changed("tanggal: 2026-04-13, hari: Senin", "tanggal: 2026-01-01, hari: Kamis"))
        .containsExactly("14:20 KNOWN_AFTERWARDS");
    assertThat(changed("{ tanggal: 2026-04-13, hari: Senin, nama: Hari jadi }", "Hari jadi"))
        .containsExactly("14:9 EXPECTED_MAP");
    assertThat(
            changed(
                "nama: Hari jadi }", "nama: Hari jadi }\n      - { tanggal: 2026-04-13, nama: X }"))
        .containsExactly("15:20 DUPLICATE_DATE");
    assertThat(
            changed(
                "daftarTahun: 2026",
                "daftarTahun: 2026\n    dicabut: [{ tanggal: 2026-05-01, jenis: liburNasional }]"))
        .containsExactly("13:15 WITHDRAWS_NOTHING");
    assertThat(
            changed(
                "daftarTahun: 2026",
                "daftarTahun: 2026\n    dicabut: [{ tanggal: 2026-05-01, jenis: libur }]"))
        .containsExactly("13:45 UNKNOWN_WORD");
  }

  @Test
  void a_field_left_blank_is_a_slip_whether_it_is_required_or_not() {
    assertThat(changed("nama: Jam kantor", "nama:")).containsExactly("2:5 EMPTY_TEXT");
    assertThat(changed("mulai: 2026-01-05", "mulai: 2026-01-05\n    sampai:"))
        .containsExactly("6:5 EMPTY_TEXT");
    assertThat(changed("daftarTahun: 2026", "daftarTahun: null"))
        .containsExactly("12:5 EMPTY_TEXT");
  }

  @Test
  void all_slips_come_out_in_one_go() {
    String text =
        SOUND
            .replace("senin:", "senen:")
            .replace("hari: Senin", "hari: Rabu")
            .replace("sampai: 2026-03-20", "sampai: kemarin");

    assertThat(problems(text))
        .containsExactly(
            "7:7 UNKNOWN_KEY", "7:7 NO_WORKING_DAY", "14:20 WRONG_WEEKDAY", "16:58 NOT_A_DATE");
  }

  @Test
  void what_is_not_plain_yaml_is_refused_at_its_place() {
    assertThat(problems("")).containsExactly("1:1 EMPTY_FILE");
    assertThat(problems("# kosong\n")).containsExactly("1:1 EMPTY_FILE");
    assertThat(problems("jamKerja: [")).containsExactly("1:12 UNCLOSED_BRACKET");
    assertThat(problems("a: 1\n---\nb: 2\n")).containsExactly("2:1 SECOND_DOCUMENT");
    assertThat(problems("masa: &a []\nkeputusan: *a\n")).containsExactly("1:7 ALIAS", "2:12 ALIAS");
    assertThat(problems("masa: !!set {}\n")).containsExactly("1:7 TAG");
    assertThat(problems("masa: " + "[".repeat(50_000))).containsExactly("1:36 TOO_DEEP");
    assertThat(problems("- a\n- b\n")).containsExactly("1:1 EXPECTED_MAP");
    assertThat(problems("? [a]\n: b\n")).containsExactly("1:3 KEY_NOT_TEXT");
    assertThat(problems("masa: \u0000\n")).containsExactly("1:7 CONTROL_CHARACTER");
    assertThat(problems("masa: \ud83d\n")).containsExactly("1:7 CONTROL_CHARACTER");
    assertThat(problems("#" + "x".repeat(1 << 20))).containsExactly("1:1 TOO_LARGE");
  }

  @Test
  void the_example_of_the_documentation_can_be_laid_over_the_national_calendar()
      throws IOException {
    String page = Files.readString(Path.of("docs", "working-time.md"));
    int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
    String example = page.substring(begin, page.indexOf("```", begin));

    Reading reading = WorkCalendar.indonesia().with("contoh.yaml", example);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.calendar()).isPresent();
  }

  @Test
  void a_byte_order_mark_is_reported_and_does_no_harm() {
    Reading reading = WorkCalendar.read("k.yaml", "\ufeff" + SOUND);

    assertThat(reading.problems())
        .extracting(p -> p.code().name())
        .containsExactly("BYTE_ORDER_MARK");
    assertThat(reading.calendar()).isPresent();
  }

  @Test
  void a_calendar_that_stands_alone_needs_ordinary_hours() {
    assertThat(problems("masa: []\n")).containsExactly("1:1 NO_TIMETABLE");
    assertThat(WorkCalendar.indonesia().with("k.yaml", "masa: []\n").problems()).isEmpty();
  }

  @Test
  void a_problem_says_the_way_out_in_both_languages() {
    Problem problem =
        WorkCalendar.read("k.yaml", SOUND.replace("hari: Senin", "hari: Rabu")).problems().get(0);

    assertThat(problem)
        .hasToString("k.yaml:14:20: SOP-7021 2026-04-13 jatuh pada hari senin, bukan Rabu.");
    assertThat(problem.hint(Language.EN))
        .isEqualTo("Compare date and weekday with the text of the decree.");
  }

  @Test
  void no_damage_to_a_file_throws() {
    long seed = 21_2023L;
    Random random = new Random(seed);
    String signs = "{}[]:-,&*!|>'\"%@`# \n\t01ax\u0007\ud83d";
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(SOUND);
      for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
          text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
        } else {
          text.delete(at, Math.min(text.length(), at + random.nextInt(12)));
        }
      }

      Reading reading = WorkCalendar.read("k.yaml", text.toString());

      assertThat(reading.calendar().isPresent())
          .as("seed %s, round %s", seed, i)
          .isEqualTo(reading.problems().isEmpty());
    }
  }

  private static List<String> changed(String from, String to) {
    assertThat(SOUND).contains(from);
    return problems(SOUND.replace(from, to));
  }

  private static List<String> problems(String text) {
    return WorkCalendar.read("k.yaml", text).problems().stream()
        .map(p -> p.place().line() + ":" + p.place().column() + " " + p.code().name())
        .toList();
  }
}
