package id.sop.rules.shape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.SopEngine;
import id.sop.audit.Kriteria;
import id.sop.audit.Verdict;
import id.sop.bundle.SopBundle;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.Outcome;
import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.document.FlowDrawing;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.problem.Problem;
import id.sop.problem.SopException;
import id.sop.routing.OtherSops;
import id.sop.routing.Procedure;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.store.MemoryStore;
import id.sop.worktime.WorkCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C9: a row that is another SOP, with that SOP: each begun from the files. */
class OtherSopShapesTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final CaseId INDUK = CaseId.of("PENGADAAN/1");
  private static final CaseId ANAK = CaseId.of("PEMILIHAN/1");
  private static final Actor STAF = Actor.of("staf", "STAF");
  private static final Actor PPK = Actor.of("ppk", "PPK");
  private static final Actor PEJABAT = Actor.of("pejabat", "PEJABAT_PENGADAAN");
  private static final Path FILES = Path.of("src", "test", "resources", "bentuk");

  @TempDir Path folder;

  private static Procedure procedure(String name) {
    return Shapes.loaded(name).procedure().orElseThrow();
  }

  private static List<String> checked(Procedure... procedures) {
    return OtherSops.check(List.of(procedures)).stream()
        .map(p -> p.code().id() + " " + p.place().line())
        .toList();
  }

  /** The bundle {@code name} with other words in its document. */
  private Procedure changed(String name, String words, String others) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name + "-" + words.hashCode()));
    for (String file : List.of("sop.yaml", "rute.drl")) {
      String text = Files.readString(FILES.resolve(name).resolve(file));
      assertThat(file.equals("rute.drl") || text.contains(words)).isTrue();
      Files.writeString(copy.resolve(file), text.replace(words, others));
    }
    LoadedSop loaded = SopRules.load(SopBundle.inFolder(copy));
    return loaded.procedure().orElseThrow(() -> new AssertionError(loaded.problems()));
  }

  @Test
  void the_two_fit_each_other() {
    assertThat(checked(procedure("c09-makro"), procedure("c09-mikro"))).isEmpty();
  }

  @Test
  void the_row_goes_through_the_other_sop_and_comes_back() {
    SettableClock clock =
        SettableClock.at(LocalDateTime.of(2026, 1, 5, 8, 0).atZone(WIB).toInstant(), WIB);
    try (SopEngine engine =
        SopEngine.builder()
            .procedure(procedure("c09-makro"))
            .procedure(procedure("c09-mikro"))
            .store(MemoryStore.create())
            .calendar(WorkCalendar.indonesia())
            .clock(clock)
            .build()) {
      did(engine, Command.start(INDUK, procedure("c09-makro").sop().id(), STAF));
      did(
          engine,
          Command.complete(INDUK, "1", STAF)
              .data("anggaran", 90_000_000)
              .output(Document.of("Kerangka acuan kerja", "1")));
      did(
          engine,
          Command.call(INDUK, "2", PPK, ANAK)
              .kelengkapan(Document.of("Kerangka acuan kerja", "1")));
      did(engine, Command.complete(ANAK, "1", PEJABAT).decision("ADA").data("nilai", 88_500_000));
      did(
          engine,
          Command.complete(ANAK, "2", PEJABAT).output(Document.of("Surat penunjukan", "7")));

      assertThat(engine.state(INDUK).open().keySet())
          .extracting(Object::toString)
          .containsExactly("3");
      assertThat(engine.state(INDUK).data().get("kontrak").teks()).isEqualTo("88500000");
      did(engine, Command.complete(INDUK, "3", STAF));
      assertThat(engine.state(INDUK).outcome()).contains("SELESAI");
      for (CaseId each : List.of(INDUK, ANAK)) {
        for (Kriteria kriteria : Kriteria.values()) {
          assertThat(engine.report(each).count(kriteria, Verdict.TIDAK_PATUH)).isZero();
        }
      }
    }
  }

  private static void did(SopEngine engine, CommandBuilder<?> command) {
    assertThat(engine.submit(command.build())).isInstanceOf(Outcome.Recorded.class);
  }

  @Test
  void what_does_not_fit_is_told_at_the_line_of_the_reference() throws IOException {
    Procedure mikro = procedure("c09-mikro");

    assertThat(checked(procedure("c09-makro"))).containsExactly("SOP-1186 39");
    assertThat(
            checked(
                changed(
                    "c09-makro", "nomor: 065/392/2026\n      masuk", "nomor: 065/9\n      masuk"),
                mikro))
        .containsExactly("SOP-1187 39");
    assertThat(
            checked(
                changed("c09-makro", "masuk: { pagu:", "versi: 3\n      masuk: { pagu:"), mikro))
        .containsExactly("SOP-1187 39");
    assertThat(checked(changed("c09-makro", "{ pagu:", "{ plafon:"), mikro))
        .containsExactly("SOP-1188 39");
    assertThat(checked(changed("c09-makro", "GAGAL: TIDAK_ADA,", ""), mikro))
        .containsExactly("SOP-1188 39");
    assertThat(
            checked(
                procedure("c09-makro"),
                changed(
                    "c09-mikro", "nilai, jenis: uang, sampai: 200_000_000", "nilai, jenis: uang")))
        .containsExactly("SOP-1188 39");
  }

  @Test
  void a_row_says_what_its_document_does_not_have() throws IOException {
    assertThat(
            read(
                "hasil: { SELESAI: ADA, GAGAL: TIDAK_ADA, DIHENTIKAN: TIDAK_ADA }",
                "hasil: { SELESAI: TIDAK }"))
        .containsExactly("SOP-1184 43", "SOP-1184 43", "SOP-1183 43");
    assertThat(read("masuk: { pagu: anggaran }", "masuk: { pagu: angaran }"))
        .containsExactly("SOP-1182 41");
    assertThat(read("kembali: { kontrak: nilai }", "kembali: { anggaran: nilai, x: nilai }"))
        .containsExactly("SOP-1189 42", "SOP-1182 42");
    assertThat(read("id: contoh.c09-mikro", "id: contoh.c09-makro")).containsExactly("SOP-1180 39");
    assertThat(read("pelaksana: PPK", "pelaksana: PPK\n    sifat: berulang"))
        .contains("SOP-1185 40");
  }

  private List<String> read(String words, String others) throws IOException {
    String text = Files.readString(FILES.resolve("c09-makro").resolve("sop.yaml"));
    assertThat(text).contains(words);
    return SopReader.read("sop.yaml", text.replace(words, others).getBytes(UTF_8))
        .problems()
        .stream()
        .map(p -> p.code().id() + " " + p.place().line())
        .filter(p -> p.startsWith("SOP-118"))
        .toList();
  }

  @Test
  void a_round_of_sops_is_refused_where_they_are_loaded() throws IOException {
    Procedure back =
        changed(
            "c09-mikro",
            "kegiatan: Menetapkan penyedia\n",
            "kegiatan: Menetapkan penyedia\n    sop: contoh.c09-makro\n");
    Procedure makro = procedure("c09-makro");

    List<Problem> problems = OtherSops.check(List.of(makro, back));

    assertThat(problems).extracting(p -> p.code().id()).containsExactly("SOP-1180", "SOP-1180");
    assertThatThrownBy(
            () ->
                SopEngine.builder()
                    .procedure(makro)
                    .procedure(back)
                    .store(MemoryStore.create())
                    .build())
        .isInstanceOf(SopException.class)
        .hasMessageContaining("SOP-4905")
        .hasMessageContaining("contoh.c09-mikro > contoh.c09-makro > contoh.c09-mikro");
  }

  @Test
  void more_than_five_levels_are_refused() throws IOException {
    String text = Files.readString(FILES.resolve("c09-mikro").resolve("sop.yaml"));
    List<Procedure> levels = new ArrayList<>();
    for (int level = 1; level <= 6; level++) {
      String next = level == 6 ? "" : "\n    sop: contoh.tingkat" + (level + 1);
      String own =
          text.replace("contoh.c09-mikro", "contoh.tingkat" + level)
              .replace("Menetapkan penyedia", "Menetapkan penyedia" + next);
      Sop sop = SopReader.read("sop.yaml", own.getBytes(UTF_8)).sop().orElseThrow();
      levels.add(new Procedure(sop, procedure("c09-mikro").router(), "0".repeat(64)));
    }

    assertThat(OtherSops.check(levels.subList(1, 6))).isEmpty();
    assertThat(OtherSops.check(levels)).extracting(p -> p.code().id()).containsExactly("SOP-1181");
  }

  @Test
  void the_drawing_says_which_sop_the_row_is() {
    LoadedSop loaded = Shapes.loaded("c09-makro");

    FlowDrawing drawing =
        FlowDrawing.of(procedure("c09-makro").sop(), loaded.table().orElseThrow());

    assertThat(drawing.svg()).contains("SOP contoh.c09-mikro");
    assertThat(drawing.mermaid()).contains("SOP contoh.c09-mikro");
  }
}
