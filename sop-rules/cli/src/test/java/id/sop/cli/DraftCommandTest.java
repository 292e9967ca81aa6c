package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

class DraftCommandTest {
  private static final String FORM =
      """
      No;Kegiatan;Pelaksana;;Mutu Baku;;;Ket
      ;;Staf;Kabag;Kelengkapan;Waktu;Output;
      1;Menyusun konsep surat;■;;disposisi;1 hari;konsep;
      2;Memeriksa konsep;;◇;konsep;2 jam;konsep diparaf;
      3;Mengirim surat;■;;konsep diparaf;secepatnya;surat terkirim;
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return SopCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private String table(String content) throws IOException {
    return Files.writeString(folder.resolve("tabel.csv"), content).toString();
  }

  private String target() {
    return folder.resolve("baru").toString();
  }

  private List<String> inFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_table_becomes_a_bundle_that_passes_the_check() throws IOException {
    int code = run("rintisan", table(FORM), "--id", "kantor.surat", "-o", target());

    assertThat(code).isZero();
    assertThat(out.toString()).contains("secepatnya", "dipakai: sesuai jadwal", "sop periksa");
    assertThat(run("periksa", target())).isZero();
    assertThat(out.toString()).contains("1 SOP diperiksa: 0 kesalahan");
  }

  @Test
  void a_program_gets_one_object_with_the_files_and_the_questions() throws IOException {
    int code = run("rintisan", table(FORM), "--id", "kantor.surat", "-o", target(), "--json");

    JsonObject told = JsonParser.parseString(out.toString()).getAsJsonObject();
    JsonObject question = told.getAsJsonArray("questions").get(0).getAsJsonObject();
    assertThat(code).isZero();
    assertThat(told.keySet()).containsExactly("folder", "files", "questions");
    assertThat(told.getAsJsonArray("files")).hasSize(3);
    assertThat(question.keySet()).containsExactly("kode", "baris", "teks", "dipakai");
  }

  @Test
  void an_office_without_a_table_gets_an_example_that_passes_the_check() {
    assertThat(
            run(
                "rintisan",
                "--id",
                "kantor.surat-keluar",
                "--kosong",
                "--nama",
                "Surat \"Keluar\"",
                "-o",
                target()))
        .isZero();
    assertThat(run("periksa", target())).isZero();
  }

  @Test
  void a_folder_that_is_there_is_not_touched() throws IOException {
    Files.createDirectories(folder.resolve("baru"));

    int code = run("rintisan", table(FORM), "--id", "kantor.surat", "-o", target());

    assertThat(code).isEqualTo(SopCommand.FAILED);
    assertThat(err.toString()).contains("SOP-8513");
    assertThat(folder.resolve("baru")).isEmptyDirectory();
    assertThat(inFolder()).containsExactly("baru", "tabel.csv");
  }

  @Test
  void a_table_with_a_fault_is_told_at_its_cell_and_nothing_is_written() throws IOException {
    String table = table(FORM.replace("Menyusun konsep surat", "a".repeat(1_600)));

    int code = run("rintisan", table, "--id", "kantor.surat", "-o", target());

    assertThat(code).isEqualTo(SopCommand.FOUND);
    assertThat(out.toString())
        .contains(table + ":3:3: SOP-8507")
        .contains("Tidak ada yang ditulis.");
    assertThat(inFolder()).containsExactly("tabel.csv");
  }

  @Test
  void a_command_that_cannot_be_carried_out_says_why() throws IOException {
    assertThat(run("rintisan", table(FORM), "--id", "Kantor Surat")).isEqualTo(SopCommand.FAILED);
    assertThat(run("rintisan", "--id", "kantor.surat")).isEqualTo(SopCommand.FAILED);
    assertThat(run("rintisan", table(FORM), "--kosong", "--id", "a.b"))
        .isEqualTo(SopCommand.FAILED);
    assertThat(run("rintisan", folder + "/tidak-ada.csv", "--id", "a.b", "-o", target()))
        .isEqualTo(SopCommand.FAILED);

    assertThat(err.toString()).contains("SOP-8515", "SOP-8514", "SOP-8516");
  }

  @Test
  void the_commands_take_a_table_in_place_of_a_rule_file() throws IOException {
    run("rintisan", "--id", "kantor.surat", "--kosong", "-o", target());
    Path bundle = folder.resolve("baru");
    Files.delete(bundle.resolve("rute.drl"));
    Files.writeString(
        bundle.resolve("rute.csv"),
        """
        dari;keputusan;ke;oleh;dasar hukum
        mulai;;1;Staf;SOP Surat
        1;;2;Kepala Bagian;SOP Surat
        2;YA;3;;SOP Surat
        2;TIDAK;1;;SOP Surat
        3;;selesai;;SOP Surat
        """);

    assertThat(run("periksa", target())).isZero();
    assertThat(run("tabel", target())).isZero();
    assertThat(out.toString()).contains("rute.csv:4:1");

    Files.writeString(bundle.resolve("rute.csv"), "dari;ke;dasar hukum\nmulai;17;SOP\n");
    assertThat(run("periksa", target())).isEqualTo(SopCommand.FOUND);
    assertThat(out.toString()).contains("rute.csv:2:7: SOP-2032", "sel B2");
  }
}
