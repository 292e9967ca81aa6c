package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import id.sop.bundle.SavedTable;
import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sop tabel}: saving a table, and showing it in a spreadsheet. */
class TableCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void konsultasi() throws IOException {
    SopBundle bundle = SopBundle.onClassPath(SopId.of("limapuluhkota.konsultasi"));
    for (String name : List.of(SopBundle.SOP, SopBundle.RUTE)) {
      Files.write(folder.resolve(name), bundle.bytes(name).orElseThrow());
    }
  }

  private int sop(String... arguments) {
    out.getBuffer().setLength(0);
    return SopCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  @Test
  void a_saved_table_lies_beside_its_sources_and_is_used() {
    int exit = sop("tabel", folder.toString(), "--simpan");

    assertThat(exit).isEqualTo(SopCommand.OK);
    assertThat(out.toString()).startsWith("Tabel disimpan: " + folder.resolve("tabel.json"));
    assertThat(SavedTable.read(SopBundle.inFolder(folder)).procedure()).isPresent();
  }

  @Test
  void it_says_the_same_before_and_after_it_was_saved() {
    sop("tabel", folder.toString(), "--json");
    String compiled = out.toString();
    sop("tabel", folder.toString(), "--simpan");

    sop("tabel", folder.toString(), "--json");

    assertThat(out.toString()).isEqualTo(compiled).isNotBlank();
  }

  @Test
  void a_program_is_told_what_was_saved() {
    sop("tabel", folder.toString(), "--simpan", "--json");

    assertThat(JsonParser.parseString(out.toString()).getAsJsonObject().keySet())
        .containsExactly("file", "routes", "source");
  }

  @Test
  void a_shipped_sop_has_no_folder_to_save_into() {
    int exit = sop("tabel", "limapuluhkota.konsultasi", "--simpan");

    assertThat(exit).isEqualTo(SopCommand.USAGE);
    assertThat(err.toString()).contains("--simpan memerlukan folder");
  }

  @Test
  void rules_with_an_error_are_not_saved() throws IOException {
    Path rules = folder.resolve(SopBundle.RUTE);
    Files.writeString(rules, Files.readString(rules).replace("\"TIDAK\"", "\"TIDAKK\""));

    int exit = sop("tabel", folder.toString(), "--simpan");

    assertThat(exit).isEqualTo(SopCommand.FOUND);
    assertThat(folder.resolve(SopBundle.TABEL)).doesNotExist();
  }

  @Test
  void a_place_that_cannot_be_written_is_told_without_a_stack_trace() throws IOException {
    Files.createDirectory(folder.resolve(SopBundle.TABEL));
    Files.createFile(folder.resolve(SopBundle.TABEL).resolve("isi"));

    int exit = sop("tabel", folder.toString(), "--simpan");

    assertThat(exit).isEqualTo(SopCommand.FAILED);
    assertThat(err.toString()).contains("SOP-8020").doesNotContain("\tat ");
  }

  @Test
  void a_spreadsheet_gets_a_header_and_one_line_for_each_target() {
    sop("tabel", "limapuluhkota.konsultasi", "--csv");

    assertThat(out.toString().split("\r\n", -1))
        .hasSize(1 + 16 + 1)
        .startsWith("dari,keputusan,syarat,ke,oleh,waktu,dasar hukum,aturan,berkas,garis")
        .anyMatch(l -> l.startsWith("3,TIDAK,,2,KABAG,1 hari kerja,\"SOP Kegiatan Konsultasi, "))
        .anyMatch(
            l ->
                l.startsWith(
                    "10,,lokasi = LUAR_PROVINSI,12,"
                        + "\"PENDAMPING_KOMISI, ANGGOTA_DPRD, SEKRETARIAT_DPRD\","))
        .anyMatch(l -> l.startsWith("13,,,selesai: SELESAI,,,"));
  }

  @Test
  void csv_and_json_exclude_each_other() {
    assertThat(sop("tabel", "limapuluhkota.konsultasi", "--csv", "--json"))
        .isEqualTo(SopCommand.USAGE);
  }
}
