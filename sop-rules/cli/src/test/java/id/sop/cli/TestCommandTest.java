package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sop uji}, as a person and as a program see it. */
class TestCommandTest {
  private static final String KONSULTASI = "limapuluhkota.konsultasi";

  @TempDir Path folder;

  private record Run(int exit, String out, String err) {}

  private static Run uji(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = new String[arguments.length + 1];
    all[0] = "uji";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    int exit = SopCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), all);
    return new Run(exit, out.toString(), err.toString());
  }

  /** Konsultasi in a folder, its examples replaced by {@code examples}. */
  private String with(String examples) throws IOException {
    SopBundle bundle = SopBundle.onClassPath(SopId.of(KONSULTASI));
    for (String name : List.of(SopBundle.SOP, SopBundle.RUTE)) {
      Files.write(folder.resolve(name), bundle.bytes(name).orElseThrow());
    }
    if (!examples.isEmpty()) {
      Files.writeString(folder.resolve(SopBundle.UJI), examples);
    }
    return folder.toString();
  }

  private static final String BEGINNING =
      """
      sop: limapuluhkota.konsultasi
      contoh:
        - nama: baru mulai
          mulai: { pada: 2026-03-02T08:00, posisi: [1] }
          langkah:
            - { baris: 1, pada: 2026-03-02T10:00 }
        - nama: salah sangka
          mulai: { pada: 2026-03-02T08:00, posisi: [2] }
      """;

  @Test
  void examples_that_hold_and_prove_all_exit_with_0() {
    Run run = uji(KONSULTASI, "--minimal", "panah=100,label=100,mutasi=100");

    assertThat(run.exit()).isEqualTo(SopCommand.OK);
    assertThat(run.out().lines())
        .containsExactly(
            "limapuluhkota.konsultasi",
            "  ok    ditolak sekali, lalu disetujui, kegiatan di luar provinsi",
            "  ok    disetujui, kegiatan di dalam provinsi",
            "  cakupan: baris 13/13 (100 %), panah 16/16 (100 %), aturan 16/16 (100 %), label 2/2"
                + " (100 %), sel 16/16 (100 %), mutasi 251/251 (100 %)");
  }

  @Test
  void one_line_says_which_example_fails_where_and_by_which_rule() throws IOException {
    String bundle = with(BEGINNING);

    Run run = uji(bundle);

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.out())
        .contains(
            "  ok    baru mulai\n",
            "  gagal salah sangka\n",
            bundle
                + "/uji.yaml:8:46: SOP-8201 Sesudah mulai baris yang terbuka seharusnya 2, ternyata 1."
                + " Aturan yang menjawab: “mulai: kegiatan dibuka oleh Kasubag” ("
                + bundle
                + "/rute.drl:9:1).",
            "  belum dilalui: “2: laporan sampai di Sekwan” → baris 3  "
                + bundle
                + "/rute.drl:27:1",
            "  lolos: “1: informasi sampai di Kabag”: ke baris 3, bukan baris 2  "
                + bundle
                + "/rute.drl:18:1",
            "lagi; semuanya ada dalam --html");
  }

  @Test
  void too_little_is_told_and_exits_with_1() throws IOException {
    String bundle = with(BEGINNING.substring(0, BEGINNING.indexOf("  - nama: salah")));

    assertThat(uji(bundle).exit()).isEqualTo(SopCommand.OK);
    Run run = uji(bundle, "--minimal", "panah=13");

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.out()).contains("SOP-8302 Cakupan panah hanya 2/16 (12 %)");
  }

  @Test
  void a_threshold_that_nobody_knows_is_told_in_indonesian() {
    Run run = uji(KONSULTASI, "--minimal", "panah=lengkap");

    assertThat(run.exit()).isEqualTo(SopCommand.FAILED);
    assertThat(run.err()).contains("SOP-8301: panah=lengkap bukan batas minimal.");
  }

  @Test
  void a_bundle_without_examples_is_told() throws IOException {
    Run run = uji(with(""));

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.out()).contains("uji.yaml:1:1: SOP-8303");
  }

  @Test
  void examples_that_cannot_be_read_are_told_with_their_place() throws IOException {
    Run run = uji(with(BEGINNING.replace("baris: 1,", "baris: 99,")));

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.out()).contains("uji.yaml:6:18: SOP-8104 SOP ini tidak mempunyai baris 99.");
  }

  @Test
  void a_program_gets_one_object_for_each_sop_and_for_each_problem() throws IOException {
    Run run = uji(with(BEGINNING), "--json", "--minimal", "label=1");

    List<JsonObject> objects =
        run.out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();

    assertThat(objects).hasSize(2);
    assertThat(objects.get(0).get("sop").getAsString()).isEqualTo(KONSULTASI);
    assertThat(
            objects
                .get(0)
                .getAsJsonArray("examples")
                .get(1)
                .getAsJsonObject()
                .get("holds")
                .getAsBoolean())
        .isFalse();
    assertThat(objects.get(1).get("code").getAsString()).isEqualTo("SOP-8302");
  }

  @Test
  void the_page_is_written_as_a_whole_and_is_the_same_each_time() throws IOException {
    Path page = folder.resolve("laporan").resolve("uji.html");

    Run first = uji(KONSULTASI, "--html", page.toString());
    byte[] bytes = Files.readAllBytes(page);
    uji(KONSULTASI, "--html", page.toString());

    assertThat(first.exit()).isEqualTo(SopCommand.OK);
    assertThat(Files.readAllBytes(page)).isEqualTo(bytes);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("✓", "rute.ke(&quot;4&quot;)");
    try (var files = Files.list(page.getParent())) {
      assertThat(files).containsExactly(page);
    }
  }

  @Test
  void a_page_that_cannot_be_written_is_told() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    Run run = uji(KONSULTASI, "--html", file.resolve("uji.html").toString());

    assertThat(run.exit()).isEqualTo(SopCommand.FAILED);
    assertThat(run.err()).startsWith("Tidak dapat membaca atau menulis: ");
  }
}
