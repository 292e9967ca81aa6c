package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineCommandTest {
  @TempDir Path home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int tenggat(String... args) {
    return SopCommand.execute(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Stream.concat(Stream.of("tenggat"), Stream.of(args)).toArray(String[]::new));
  }

  private String due(String... args) {
    tenggat(Stream.concat(Stream.of(args), Stream.of("--json")).toArray(String[]::new));
    return JsonParser.parseString(out.toString()).getAsJsonObject().get("due").getAsString();
  }

  @Test
  void the_deadline_and_each_skipped_day_are_told_in_indonesian() {
    int exit = tenggat("--mulai", "2026-03-17T14:00", "--waktu", "3 hari kerja");

    assertThat(exit).isEqualTo(SopCommand.OK);
    assertThat(out.toString())
        .startsWith("Tenggat: 2026-03-27 16:30:00 (3 hari kerja)")
        .contains("Kamis, 19 Maret 2026: libur nasional, Hari Suci Nyepi Tahun Baru Saka 1948.")
        .contains("SKB Menteri Agama 1497/2025")
        .contains("Jumat, 27 Maret 2026: hari kerja ke-3.");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_time_before_a_date_needs_no_beginning_and_tells_the_days_between() {
    int exit = tenggat("--waktu", "3 hari kerja sebelum 2026-03-27");

    assertThat(exit).isEqualTo(SopCommand.OK);
    assertThat(out.toString())
        .startsWith("Tenggat: 2026-03-17 15:00:00 (3 hari kerja sebelum 2026-03-27)")
        .contains("Selasa, 17 Maret 2026: hari kerja ke-1.")
        .contains("Kamis, 19 Maret 2026: libur nasional, Hari Suci Nyepi Tahun Baru Saka 1948.")
        .contains("Kamis, 26 Maret 2026: hari kerja ke-3.")
        .doesNotContain("27 Maret 2026: hari");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pada 2026-03-19, 2026-03-19T15:00:00+07:00",
    "2 hari kerja setelah 2026-03-17, 2026-03-26T16:00:00+07:00",
    "2 x 24 jam sebelum 2026-03-27, 2026-03-25T00:00:00+07:00",
    "2 jam sebelum 2026-03-27, 2026-03-26T14:00:00+07:00",
    "1 bulan sebelum 2026-03-31, 2026-02-28T15:00:00+07:00",
  })
  void a_date_can_stand_in_the_time(String waktu, String due) {
    assertThat(due("--waktu", waktu)).isEqualTo(due);
  }

  @Test
  void each_decision_has_a_line_of_its_own() {
    tenggat("--mulai", "2026-02-02T09:00", "--waktu", "YA: 2 hari; TIDAK: 1 hari");

    assertThat(out.toString())
        .startsWith("Tenggat: 2026-02-04 16:00:00 (YA: 2 hari kerja; TIDAK: 1 hari kerja)")
        .contains("YA: 2026-02-04 16:00:00")
        .contains("TIDAK: 2026-02-03 16:00:00");
  }

  @ParameterizedTest
  @CsvSource({
    "3 hari kerja sblum 2026-05-20, pada huruf ke-14. Tulis misalnya 3 hari kerja sebelum",
    "3 hari kerja sebelum 2026-02-30, pada huruf ke-22",
    "3 hari kerja sebelum tanggalKegiatan, yang baru diketahui dalam berkas",
    "3 hari kerja setelah langkah 3, langkah 3",
    "bersama langkah 4, langkah 4",
    "3 hari kerja, --mulai: belum ditulis",
  })
  void what_cannot_be_answered_without_a_case_says_the_way_out(String waktu, String told) {
    int exit = tenggat("--waktu", waktu);

    assertThat(exit).isEqualTo(SopCommand.USAGE);
    assertThat(err.toString()).contains(told);
  }

  @Test
  void json_has_the_due_time_and_the_explanation_and_nothing_else() {
    int exit = tenggat("--mulai", "2026-03-17T14:00", "--waktu", "3 hari kerja", "--json");

    JsonObject told = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(exit).isEqualTo(SopCommand.OK);
    assertThat(told.keySet()).containsExactly("due", "explanation");
    assertThat(told.get("due").getAsString()).isEqualTo("2026-03-27T16:30:00+07:00");
    for (JsonElement part : told.getAsJsonArray("explanation")) {
      assertThat(part.getAsJsonObject().keySet())
          .containsExactly("from", "to", "kind", "text", "source");
    }
    assertThat(told.getAsJsonArray("explanation").get(1))
        .hasToString(
            "{\"from\":\"2026-03-18T00:00:00+07:00\",\"to\":\"2026-03-19T00:00:00+07:00\","
                + "\"kind\":\"CUTI_BERSAMA\",\"text\":\"Rabu, 18 Maret 2026: cuti bersama, Hari Suci"
                + " Nyepi Tahun Baru Saka 1948.\",\"source\":\"SKB Menteri Agama 1497/2025, Menteri"
                + " Ketenagakerjaan 2/2025, Menteri PANRB 5/2025\"}");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "--zona WITA, 2026-06-11T16:00:00+08:00",
    "--zona Asia/Jayapura, 2026-06-11T16:00:00+09:00",
    "--enam-hari, 2026-06-11T14:45:00+07:00",
    "--konvensi inklusif, 2026-06-10T16:00:00+07:00",
    "--konvensi bergulir, 2026-06-11T09:00:00+07:00",
    "--henti 2026-06-09T10:00/2026-06-10T10:00, 2026-06-12T16:30:00+07:00",
    "--henti 2026-06-09T10:00/2026-06-09T10:00, 2026-06-11T16:00:00+07:00",
  })
  void each_option_moves_the_deadline_as_it_says(String options, String due) {
    String[] all = ("--mulai 2026-06-08T09:00 " + options).split(" ");

    assertThat(
            due(
                Stream.concat(Stream.of(all), Stream.of("--waktu", "3 hari"))
                    .toArray(String[]::new)))
        .isEqualTo(due);
  }

  @Test
  void a_decree_signed_later_is_not_seen_before() {
    assertThat(
            due(
                "--mulai",
                "2025-08-15T09:00",
                "--waktu",
                "1 HK".replace("HK", "hari kerja"),
                "--diketahui",
                "2025-08-06"))
        .isEqualTo("2025-08-18T16:00:00+07:00");
  }

  @Test
  void an_answer_that_rests_on_something_unconfirmed_says_so() {
    tenggat("--mulai", "2027-01-04T09:00", "--waktu", "1 hari kerja", "--json");

    assertThat(out.toString()).contains("CATATAN").contains("Belum diketahui keputusan");
  }

  @Test
  void a_regional_holiday_comes_from_a_file() throws IOException {
    Path file = home.resolve("daerah.yaml");
    Files.writeString(
        file,
        """
        keputusan:
          - sumber: Keputusan Bupati 10/2026
            diketahui: 2026-04-01
            liburDaerah:
              - { tanggal: 2026-06-09, nama: Hari jadi kabupaten }
        """);

    assertThat(
            due(
                "--mulai", "2026-06-08T09:00",
                "--waktu", "1 hari kerja",
                "--kalender", file.toString()))
        .isEqualTo("2026-06-10T16:00:00+07:00");
    assertThat(out.toString()).contains("LIBUR_DAERAH").contains("Keputusan Bupati 10/2026");
  }

  @Test
  void a_faulty_calendar_is_told_with_its_place_and_nothing_is_computed() throws IOException {
    Path file = home.resolve("daerah.yaml");
    Files.writeString(file, "keputusan:\n  - sumber: A\n    diketahui: kemarin\n");

    int exit =
        tenggat(
            "--mulai", "2026-06-08T09:00",
            "--waktu", "1 hari kerja",
            "--kalender", file.toString());

    assertThat(exit).isEqualTo(SopCommand.FOUND);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("daerah.yaml:3:16");
  }

  @Test
  void a_time_for_each_item_is_multiplied_by_their_number() {
    assertThat(
            due(
                "--mulai", "2026-06-08T09:00",
                "--waktu", "2 menit/berkas",
                "--jumlah", "30"))
        .isEqualTo("2026-06-08T10:00:00+07:00");
  }

  @Test
  void a_shortest_time_is_told_as_such() {
    int exit = tenggat("--mulai", "2026-06-08T09:00", "--waktu", "paling cepat 2 hari kerja");

    assertThat(exit).isEqualTo(SopCommand.OK);
    assertThat(out.toString()).startsWith("Paling cepat: 2026-06-10 16:00:00");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "--mulai, kemarin, kemarin bukan tanggal dan jam",
    "--mulai, 2026-02-30T10:00, bukan tanggal dan jam",
    "--zona, Mars, Mars bukan zona waktu",
    "--waktu, 3 hri, tidak dimengerti pada huruf ke-3. Tulis misalnya 3 hari kerja",
    "--henti, 2026-06-08T10:00, tidak memuat garis miring",
    "--henti, 2026-06-08T10:00/2026-06-07T10:00, berakhir sebelum mulai",
    "--diketahui, kemarin, kemarin bukan tanggal",
    "--konvensi, lama, 'hari-berikut, inklusif, bergulir'",
  })
  void a_slip_on_the_command_line_is_told_with_the_way_out(
      String option, String value, String told) {
    List<String> sound = List.of("--mulai", "2026-06-08T09:00", "--waktu", "1 hari kerja");
    int at = sound.indexOf(option);
    List<String> others =
        at < 0
            ? sound
            : Stream.concat(sound.subList(0, at).stream(), sound.subList(at + 2, 4).stream())
                .toList();

    int exit =
        tenggat(Stream.concat(others.stream(), Stream.of(option, value)).toArray(String[]::new));

    assertThat(exit).isEqualTo(SopCommand.USAGE);
    assertThat(err.toString()).contains(told);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_moment_beyond_all_calendars_is_answered_and_not_thrown() {
    int exit = tenggat("--mulai", "+999999999-12-31T23:59:59", "--waktu", "1 hari kerja");

    assertThat(exit).isEqualTo(SopCommand.OK);
    assertThat(out.toString()).contains("tidak dapat dihitung").contains("di luar tahun");
  }
}
