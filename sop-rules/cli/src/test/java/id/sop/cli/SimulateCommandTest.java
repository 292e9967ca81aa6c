package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateCommandTest {
  private static final String KONSULTASI = "limapuluhkota.konsultasi";

  @TempDir Path home;

  private static Printed simulate(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "simulasi";
    all[1] = KONSULTASI;
    all[2] = "--json";
    System.arraycopy(more, 0, all, 3, more.length);
    return Printed.by(all);
  }

  private static JsonObject one(Printed run, String kind) {
    return run.objects().stream()
        .filter(o -> o.get("kind").getAsString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /** How often an arrow was taken. */
  private static int arrow(Printed run, String from, String label, String to) {
    return run.objects().stream()
        .filter(o -> o.get("kind").getAsString().equals("arrow"))
        .filter(o -> text(o, "from").equals(from) && text(o, "to").equals(to))
        .filter(o -> text(o, "label").equals(label))
        .mapToInt(o -> o.get("count").getAsInt())
        .sum();
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).isJsonNull() ? "" : object.get(name).getAsString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "karanganyar.kunjungan-kerja",
        "limapuluhkota.konsultasi",
        "limapuluhkota.bimtek",
        "limapuluhkota.dialog-hearing",
        "limapuluhkota.reses"
      })
  void every_case_of_a_sound_sop_comes_to_an_end(String id) {
    Printed run = Printed.by("simulasi", id, "--banyak=20", "--json");

    JsonObject end = one(run, "end");
    assertThat(run.exit()).isEqualTo(SopCommand.OK);
    assertThat(end.get("end").getAsString()).isEqualTo("SELESAI");
    assertThat(end.get("count").getAsInt()).isEqualTo(20);
  }

  @Test
  void the_same_seed_gives_the_same_and_another_seed_something_else() {
    String first = simulate("--banyak=30", "--benih=7").out();

    assertThat(simulate("--banyak=30", "--benih=7").out()).isEqualTo(first);
    assertThat(simulate("--banyak=30", "--benih=8").out().lines().skip(1))
        .isNotEqualTo(first.lines().skip(1).toList());
  }

  @Test
  void chances_are_kept() {
    Printed run =
        simulate("--banyak=60", "--peluang=3:TIDAK=0", "--peluang=lokasi:LUAR_PROVINSI=1");

    assertThat(arrow(run, "3", "TIDAK", "2")).isZero();
    assertThat(arrow(run, "10", "", "11")).isZero();
    assertThat(arrow(run, "10", "", "12")).isEqualTo(60);
  }

  @Test
  void visits_and_arrows_count_the_same_moves() {
    Printed run = simulate("--banyak=40", "--peluang=3:TIDAK=0.5");

    int returned = arrow(run, "3", "TIDAK", "2");
    JsonObject second =
        run.objects().stream()
            .filter(o -> o.get("kind").getAsString().equals("row") && text(o, "row").equals("2"))
            .findFirst()
            .orElseThrow();
    assertThat(returned).isBetween(10, 90);
    assertThat(second.get("visits").getAsInt()).isEqualTo(40 + returned);
    assertThat(one(run, "simulation").get("longestLoop").getAsInt())
        .isEqualTo(second.get("most").getAsInt());
  }

  @Test
  void a_case_takes_at_most_the_time_that_its_rows_allow() {
    // Karanganyar: 4 hari kerja, 9 jam kerja; a row that ends with the office lets the next begin
    // on the next day.
    Printed run = Printed.by("simulasi", "karanganyar.kunjungan-kerja", "--banyak=100", "--json");

    JsonObject all = one(run, "simulation");
    assertThat(all.get("p90Days").getAsInt()).isLessThanOrEqualTo(7);
    assertThat(all.get("medianDays").getAsInt()).isLessThanOrEqualTo(all.get("p90Days").getAsInt());
    assertThat(all.get("meanDays").getAsDouble()).isGreaterThan(0.5);
  }

  @Test
  void a_case_that_runs_in_circles_is_given_up_and_counted() {
    Printed run = simulate("--banyak=2", "--peluang=3:TIDAK=1", "--paling-banyak=50");

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(one(run, "end").get("end").getAsString()).isEqualTo(Tally.UNFINISHED);
  }

  @Test
  void a_person_reads_shares_and_days() {
    Printed run = Printed.by("simulasi", KONSULTASI, "--banyak", "10");

    assertThat(run.out())
        .contains("10 berkas, benih 1, semua dibuka 2026-01-05T08:00")
        .contains("SELESAI                            10  100,0%")
        .contains("Lamanya, hari kerja")
        .contains("baris 13 → berakhir: SELESAI");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--peluang=3:TIDA=0.2; 3 tidak mempunyai TIDA",
        "--peluang=4:YA=0.2; 4 bukan baris yang memutus",
        "--peluang=3:YA=2; bukan peluang",
        "--peluang=3; bukan peluang",
        "--mulai=kemarin; --mulai harus tanggal",
        "--paling-banyak=0; --paling-banyak harus 1 sampai",
        "--jadwal=-1; --jadwal harus 1 sampai"
      })
  void what_cannot_be_simulated_is_refused(String option, String said) {
    Printed run = Printed.by("simulasi", KONSULTASI, "--banyak=2", option);

    assertThat(run.exit()).isEqualTo(SopCommand.USAGE);
    assertThat(run.err()).contains(said);
  }

  @Test
  void chances_that_do_not_add_up_are_refused() {
    assertThat(simulate("--banyak=1", "--peluang=3:YA=0.7", "--peluang=3:TIDAK=0.7").err())
        .contains("Jumlah peluang 3 harus 1");
  }

  @Test
  void by_hand_the_clock_is_set_and_nothing_is_kept() {
    String answers =
        "KASUBAG\n2026-02-02 10:00\nKASUBAG\nada\n2026-02-02 09:00\nbesok\n2026-02-03 09:00\n";

    Printed run = Printed.typing(answers, "simulasi", KONSULTASI);

    assertThat(run.out())
        .containsSubsequence(
            "Sen 5 Jan 2026 08.00 WIB",
            "Sen 2 Feb 2026 10.00 WIB",
            "Jam tidak dapat mundur.",
            "Tulis seperti ini: 2026-01-05 08:00",
            "Simulasi berhenti di sini; tidak ada yang disimpan.");
  }

  @Test
  void rules_that_leave_a_case_without_a_way_are_found_before_the_first_case() throws IOException {
    SopBundle bundle = SopBundle.onClassPath(SopId.of(KONSULTASI));
    for (String name : List.of(SopBundle.SOP, SopBundle.RUTE)) {
      String text = new String(bundle.bytes(name).orElseThrow(), StandardCharsets.UTF_8);
      Files.writeString(home.resolve(name), text.replace("rute.selesai()", "rute.ke(\"99\")"));
    }

    Printed run = Printed.by("simulasi", home.toString(), "--banyak=1");

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.err()).contains("rute.drl:");
  }
}
