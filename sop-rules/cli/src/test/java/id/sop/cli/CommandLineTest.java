package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, as a person and as a program see it. */
class CommandLineTest {
  @TempDir Path folder;

  /** What a command printed. */
  private record Run(int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }

    List<JsonObject> objects() {
      return out.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }
  }

  private static Run sop(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        SopCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Run(exit, out.toString(), err.toString());
  }

  /** Konsultasi in a folder, with one piece of a file replaced. */
  private Path changed(String file, String from, String to) throws IOException {
    SopBundle bundle = SopBundle.onClassPath(SopId.of("limapuluhkota.konsultasi"));
    for (String name : List.of(SopBundle.SOP, SopBundle.RUTE, SopBundle.UJI)) {
      String text = new String(bundle.bytes(name).orElseThrow(), StandardCharsets.UTF_8);
      if (name.equals(file)) {
        assertThat(text).contains(from);
        text = text.replace(from, to);
      }
      Files.writeString(folder.resolve(name), text);
    }
    return folder;
  }

  // periksa

  @Test
  void the_five_sops_have_warnings_and_no_errors() {
    Run run =
        sop(
            "periksa",
            "karanganyar.kunjungan-kerja",
            "limapuluhkota.konsultasi",
            "limapuluhkota.bimtek",
            "limapuluhkota.dialog-hearing",
            "limapuluhkota.reses");

    assertThat(run.exit()).isEqualTo(SopCommand.OK);
    assertThat(run.lines()).anyMatch(l -> l.startsWith("5 SOP diperiksa: 0 kesalahan, "));
  }

  @Test
  void a_misspelt_label_is_told_at_its_place_and_exits_with_1() throws IOException {
    Path bundle = changed(SopBundle.RUTE, "\"TIDAK\"", "\"TIDAKK\"");

    Run run = sop("periksa", bundle.toString());

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.lines())
        .anyMatch(l -> l.matches(".*rute\\.drl:49:43: SOP-2\\d\\d\\d .*TIDAKK.*"));
  }

  @Test
  void problems_come_as_one_object_a_line() throws IOException {
    Path bundle = changed(SopBundle.SOP, "waktu: 3 hari kerja", "waktu: 1M");

    Run run = sop("periksa", "--json", bundle.toString());

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.objects())
        .allSatisfy(
            o ->
                assertThat(o.keySet())
                    .containsExactly("file", "line", "column", "severity", "code", "text", "hint"));
    assertThat(run.objects())
        .anyMatch(
            o ->
                o.get("severity").getAsString().equals("error")
                    && o.get("file").getAsString().endsWith("sop.yaml"));
  }

  @Test
  void a_fault_in_the_examples_is_told_too() throws IOException {
    Path bundle = changed(SopBundle.UJI, "baris: 13", "baris: 31");

    Run run = sop("periksa", bundle.toString());

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.lines()).anyMatch(l -> l.contains("uji.yaml:") && l.contains("SOP-81"));
  }

  @Test
  void an_arrow_to_a_wrong_but_possible_row_is_found_by_the_examples() throws IOException {
    Path bundle =
        changed(
            SopBundle.RUTE,
            "keputusan == \"TIDAK\" )\nthen\n    rute.ke(\"2\").oleh(\"KABAG\")",
            "keputusan == \"TIDAK\" )\nthen\n    rute.ke(\"1\").oleh(\"KASUBAG\")");

    Run run = sop("periksa", bundle.toString());

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.lines()).anyMatch(l -> l.matches(".*uji\\.yaml:8:\\d+: SOP-8201 .*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tidak.ada", "TidakAda", "/tidak/ada"})
  void a_bundle_that_is_not_there_is_a_problem_not_a_stack_trace(String name) {
    Run run = sop("periksa", name);

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.out()).contains("SOP-80").doesNotContain("\tat ");
    assertThat(run.err()).doesNotContain("\tat ");
  }

  // tabel

  @ParameterizedTest
  @CsvSource({
    "karanganyar.kunjungan-kerja, 9",
    "limapuluhkota.konsultasi, 16",
    "limapuluhkota.bimtek, 15",
    "limapuluhkota.dialog-hearing, 9",
    "limapuluhkota.reses, 13"
  })
  void the_table_of_an_sop_has_a_line_for_each_arrow(String id, int arrows) {
    Run run = sop("tabel", "--json", id);

    assertThat(run.exit()).isEqualTo(SopCommand.OK);
    assertThat(run.objects()).hasSize(arrows);
    assertThat(run.objects())
        .allSatisfy(
            o ->
                assertThat(o.keySet())
                    .containsExactly(
                        "sop", "from", "label", "data", "to", "by", "waktu", "end", "rule", "file",
                        "line"));
    assertThat(run.objects().get(0).get("from").isJsonNull()).isTrue();
    assertThat(run.objects().get(arrows - 1).get("end").getAsString()).isEqualTo("SELESAI");
    assertThat(run.objects().get(arrows - 1).get("to").getAsJsonArray()).isEmpty();
  }

  @Test
  void the_place_decides_between_two_and_four_days() {
    JsonObject far =
        sop("tabel", "limapuluhkota.konsultasi", "--json").objects().stream()
            .filter(o -> o.get("data").toString().contains("LUAR_PROVINSI"))
            .findFirst()
            .orElseThrow();

    assertThat(far.get("from").getAsString()).isEqualTo("10");
    assertThat(far.get("label").isJsonNull()).isTrue();
    assertThat(far.get("data")).hasToString("{\"lokasi\":\"LUAR_PROVINSI\"}");
    assertThat(far.get("to")).hasToString("[\"12\"]");
    assertThat(far.get("waktu")).hasToString("[\"4 hari kalender\"]");
    assertThat(far.get("by"))
        .hasToString("[[\"PENDAMPING_KOMISI\",\"ANGGOTA_DPRD\",\"SEKRETARIAT_DPRD\"]]");
  }

  @Test
  void a_time_that_a_schedule_sets_is_null_in_the_table() {
    JsonArray waktu =
        sop("tabel", "limapuluhkota.konsultasi", "--json").objects().stream()
            .filter(o -> o.get("to").toString().equals("[\"6\"]"))
            .findFirst()
            .orElseThrow()
            .getAsJsonArray("waktu");

    assertThat(waktu).hasToString("[null]");
  }

  @Test
  void the_table_for_people_names_row_performer_and_rule() {
    Run run = sop("tabel", "limapuluhkota.reses");

    assertThat(run.lines())
        .anyMatch(l -> l.startsWith("baris 2 ") && l.contains("baris 3 SEKWAN (1 hari kerja)"));
  }

  // jalankan

  @Test
  void konsultasi_is_walked_by_two_processes_and_reported() {
    Run run =
        sop("jalankan", "limapuluhkota.konsultasi", "--otomatis", "--simpan", folder.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isEqualTo(SopCommand.OK);
    assertThat(run.out())
        .containsSubsequence(
            "Sekretaris DPRD menyelesaikan baris 3: TIDAK",
            "baris 2 (kunjungan ke-2)",
            "ditolak SOP-4003",
            "Maksud Anda YA?",
            "ditolak SOP-4005",
            "menyelesaikan baris 3: YA",
            "Proses baru (",
            "menemukan berkas konsultasi-0001",
            "lokasi = LUAR_PROVINSI",
            "baris 12",
            "(4 hari kalender)",
            "10 luar provinsi: empat hari",
            "berkas berakhir: SELESAI",
            "rantai catatan utuh: 36 catatan diperiksa",
            "Laporan kepatuhan berkas konsultasi-0001",
            "Putusan: TIDAK DAPAT DINILAI");
  }

  @Test
  void a_second_walk_takes_the_next_free_number_and_tells_a_program_as_well() {
    sop("jalankan", "limapuluhkota.reses", "--otomatis", "--simpan", folder.toString());

    Run run =
        sop("jalankan", "limapuluhkota.reses", "--otomatis", "--json", "--simpan", folder + "");

    assertThat(run.exit()).isEqualTo(SopCommand.OK);
    assertThat(run.objects())
        .extracting(o -> o.get("kind").getAsString())
        .contains("opening", "command", "open", "verified", "row", "report");
    assertThat(run.objects().get(0).get("case").getAsString()).isEqualTo("reses-0002");
  }

  @Test
  void an_example_that_is_not_there_is_a_wrong_command() {
    Run run =
        sop(
            "jalankan",
            "limapuluhkota.reses",
            "--otomatis",
            "--contoh=99",
            "--simpan",
            folder + "");

    assertThat(run.exit()).isEqualTo(SopCommand.USAGE);
    assertThat(run.err()).contains("bukan 99");
  }

  @Test
  void a_case_number_of_the_wrong_form_is_a_wrong_command() {
    Run run = sop("jalankan", "--otomatis", "--berkas", "a b", "--simpan", folder.toString());

    assertThat(run.exit()).isEqualTo(SopCommand.USAGE);
    assertThat(run.err()).contains("a b");
  }

  @Test
  void an_example_that_does_not_hold_is_told_at_its_place() throws IOException {
    Path bundle =
        changed(SopBundle.UJI, "pelaksana: KABAG, tenggat: 2026-03-05", "tenggat: 2026-03-06");

    Run run = sop("jalankan", bundle.toString(), "--otomatis", "--simpan", folder.toString());

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.err()).containsPattern("uji\\.yaml:8:\\d+: SOP-8203");
  }

  @Test
  void a_store_that_cannot_be_made_is_told_without_a_stack_trace() throws IOException {
    Path file = Files.createFile(folder.resolve("berkas-biasa"));

    Run run = sop("jalankan", "--otomatis", "--simpan", file.toString());

    assertThat(run.exit()).isEqualTo(SopCommand.FAILED);
    assertThat(run.err()).doesNotContain("\tat ").isNotBlank();
  }

  @Test
  void a_person_answers_leaves_and_comes_back() {
    String first =
        typing(
                // opened by, row 1 by, DPA; row 2 by, paper; row 3 by, ya, why, paper
                "\n\nDPA/1\n\n\n\nya\n\n\n"
                    // row 3 by, TIDAK, why, paper; then nobody answers any more
                    + "\nTIDAK\nBelum dalam matrik\n\n",
                "jalankan",
                "limapuluhkota.konsultasi",
                "--simpan",
                folder.toString())
            .out();
    Run second = typing("", "jalankan", "--berkas=konsultasi-0001", "--simpan", folder.toString());

    assertThat(first)
        .containsSubsequence(
            "ditolak SOP-4003",
            "TIDAK, alasan: Belum dalam matrik",
            "baris 2 (kunjungan ke-2)",
            "Berkas tersimpan. Lanjutkan dengan: sop jalankan limapuluhkota.konsultasi --simpan "
                + folder
                + " --berkas konsultasi-0001");
    assertThat(second.exit()).isEqualTo(SopCommand.OK);
    assertThat(second.out()).contains("baris 2 (kunjungan ke-2)").doesNotContain("membuka berkas");
  }

  private static Run typing(String answers, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
    try {
      return sop(arguments);
    } finally {
      System.setIn(before);
    }
  }

  // the command line itself

  @Test
  void without_a_command_help_is_shown() {
    Run run = sop();

    assertThat(run.exit()).isEqualTo(SopCommand.USAGE);
    assertThat(run.out()).contains("jalankan", "periksa", "tabel");
  }

  @Test
  void an_unknown_command_is_told() {
    assertThat(sop("jalan").exit()).isEqualTo(SopCommand.USAGE);
  }

  @Test
  void every_command_explains_itself() {
    assertThat(sop("periksa", "--bantuan").out()).contains("berkas:baris:kolom");
  }
}
