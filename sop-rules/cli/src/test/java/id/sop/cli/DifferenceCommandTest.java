package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import id.sop.SopEngine;
import id.sop.bundle.SopBundle;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.Outcome;
import id.sop.definition.SopId;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.rules.SopRules;
import id.sop.store.jdbc.JdbcStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sop beda}, as a person and as a program see it. */
class DifferenceCommandTest {
  private static final SopId BIMTEK = SopId.of("limapuluhkota.bimtek");
  private static final String TO_ROW_2 =
      "keputusan == \"TIDAK\" )\nthen\n    rute.ke(\"2\").oleh(\"KABAG\")";
  private static final String TO_ROW_1 =
      "keputusan == \"TIDAK\" )\nthen\n    rute.ke(\"1\").oleh(\"KASUBAG\")";

  @TempDir Path folder;

  private record Run(int exit, String out, String err) {
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

  /** Bimtek in a folder, with one piece of its rules replaced. */
  private String edited(String from, String to) throws IOException {
    SopBundle bundle = SopBundle.onClassPath(BIMTEK);
    Path edited = Files.createDirectories(folder.resolve("baru"));
    for (String name : List.of(SopBundle.SOP, SopBundle.RUTE)) {
      String text = new String(bundle.bytes(name).orElseThrow(), StandardCharsets.UTF_8);
      if (name.equals(SopBundle.RUTE)) {
        assertThat(text).contains(from);
        text = text.replace(from, to);
      }
      Files.writeString(edited.resolve(name), text);
    }
    return edited.toString();
  }

  @Test
  void a_refusal_that_goes_to_row_1_instead_of_row_2_is_told() throws IOException {
    String edited = edited(TO_ROW_2, TO_ROW_1);

    Run run = sop("beda", BIMTEK.value(), edited);

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.out().replace(edited, "baru").replaceAll("isi [0-9a-f]{12}", "isi ..."))
        .isEqualTo(
            """
            lama: limapuluhkota.bimtek, versi 2020-07, isi ...
            baru: baru, versi 2020-07, isi ...

            Jalan berkas
              baris 3 TIDAK (tujuan)
                - baris 2 KABAG (1 hari kerja)  “3 TIDAK: kembali ke Kabag untuk diperbaiki” sop/limapuluhkota/bimtek/rute.drl:45:1
                + baris 1 KASUBAG (1 hari kerja)  “3 TIDAK: kembali ke Kabag untuk diperbaiki” baru/rute.drl:45:1

            1 perbedaan jalan berkas, 0 perbedaan dokumen dan aturan.
            """);
  }

  @Test
  void a_change_comes_as_one_object_a_line() throws IOException {
    Run run = sop("beda", "--json", BIMTEK.value(), edited(TO_ROW_2, TO_ROW_1));

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.objects()).hasSize(1);
    JsonObject change = run.objects().get(0);
    assertThat(change.get("change").getAsString()).isEqualTo("route");
    assertThat(change.get("from").getAsString()).isEqualTo("3");
    assertThat(change.get("label").getAsString()).isEqualTo("TIDAK");
    assertThat(change.get("aspects").toString()).isEqualTo("[\"tujuan\"]");
    assertThat(change.getAsJsonObject("after").get("to").toString())
        .isEqualTo("[{\"row\":\"1\",\"by\":[\"KASUBAG\"],\"waktu\":\"1 hari kerja\"}]");
  }

  @Test
  void words_that_change_are_told_with_the_old_and_the_new_ones() throws IOException {
    Run run = sop("beda", BIMTEK.value(), edited("\"3 YA: Sekwan setuju\"", "\"3 YA: setuju\""));

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.out())
        .contains(
            """
            Dokumen dan aturan
              aturan berganti nama, artinya tetap
                - “3 YA: Sekwan setuju”
                + “3 YA: setuju”
            """);
  }

  @Test
  void remarks_make_no_difference() throws IOException {
    Run run = sop("beda", BIMTEK.value(), edited("rule \"3 YA", "// catatan\nrule \"3 YA"));

    assertThat(run.exit()).isEqualTo(SopCommand.OK);
    assertThat(run.out()).endsWith("Tidak ada perbedaan.\n");
  }

  @Test
  void a_version_with_errors_cannot_be_compared() throws IOException {
    Run run = sop("beda", BIMTEK.value(), edited("\"TIDAK\"", "\"TIDAKK\""));

    assertThat(run.exit()).isEqualTo(SopCommand.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("rute.drl").contains("TIDAKK");
  }

  @Test
  void a_running_case_that_went_another_way_is_told() throws IOException {
    Path file = folder.resolve("berkas");
    refusedOnce(file, CaseId.of("bimtek-0001"));

    Run run = sop("beda", BIMTEK.value(), edited(TO_ROW_2, TO_ROW_1), "--berkas", file + ".mv.db");

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(run.out())
        .contains(
            "1 dari 1 berkas yang berjalan pada versi lama",
            """
            berkas bimtek-0001, sedang di baris 2
                sudah ditempuh, catatan 7: baris 3 TIDAK
            """,
            "    masih dapat ditempuh: baris 3 TIDAK\n");
  }

  @Test
  void a_running_case_comes_as_an_object_too() throws IOException {
    Path file = folder.resolve("berkas");
    refusedOnce(file, CaseId.of("bimtek-0001"));

    Run run =
        sop(
            "beda",
            "--json",
            BIMTEK.value(),
            edited(TO_ROW_2, TO_ROW_1),
            "--berkas",
            file + ".mv.db");

    JsonObject touched = run.objects().get(1);
    assertThat(touched.get("case").getAsString()).isEqualTo("bimtek-0001");
    assertThat(touched.getAsJsonArray("past").get(0).getAsJsonObject().get("seq").getAsInt())
        .isEqualTo(7);
    assertThat(touched.getAsJsonArray("future")).hasSize(1);
  }

  @Test
  void the_picture_shows_the_new_arrow_and_the_one_that_is_gone() throws IOException {
    Path picture = folder.resolve("beda.svg");
    Files.writeString(picture, "lama");

    Run run =
        sop("beda", BIMTEK.value(), edited(TO_ROW_2, TO_ROW_1), "--gambar", picture.toString());

    assertThat(run.exit()).isEqualTo(SopCommand.FOUND);
    assertThat(Files.readString(picture))
        .startsWith("<svg")
        .contains("Baris 3 TIDAK → baris 1", "Baris 3 TIDAK → baris 2", "dihapus");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("baru", "beda.svg");
    }
  }

  @Test
  void a_store_that_is_not_there_is_not_made() {
    Path file = folder.resolve("tidak-ada.mv.db");

    Run run = sop("beda", BIMTEK.value(), BIMTEK.value(), "--berkas", file.toString());

    assertThat(run.exit()).isEqualTo(SopCommand.USAGE);
    assertThat(file).doesNotExist();
  }

  /** A case that Sekwan has sent back to row 2. */
  private static void refusedOnce(Path file, CaseId id) {
    Actor kasubag = Actor.of("u-1", "KASUBAG");
    Actor kabag = Actor.of("u-2", "KABAG");
    Actor sekwan = Actor.of("u-3", "SEKWAN");
    try (SopEngine engine =
        SopEngine.builder()
            .procedure(
                SopRules.loadOrThrow(SopBundle.onClassPath(BIMTEK)), LocalDate.of(2020, 7, 1))
            .store(JdbcStore.h2File(file))
            .build()) {
      for (CommandBuilder<?> command :
          List.of(
              Command.start(id, BIMTEK, kasubag),
              Command.complete(id, "1", kasubag).kelengkapan(Document.of("DPA BAGIAN HUMAS", "1")),
              Command.complete(id, "2", kabag).kelengkapan(Document.of("SURAT", "1")),
              Command.complete(id, "3", sekwan)
                  .decision("TIDAK")
                  .alasan("belum lengkap")
                  .kelengkapan(Document.of("SURAT", "1")))) {
        Outcome outcome = engine.submit(command.build());
        assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Recorded.class);
      }
    }
  }
}
