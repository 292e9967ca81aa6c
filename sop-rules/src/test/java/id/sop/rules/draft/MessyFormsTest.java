package id.sop.rules.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.definition.Asumsi.Bidang;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.SopReader;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.problem.Problem;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.rules.sheet.SheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as offices have them. */
class MessyFormsTest {
  private static final SopId ID = SopId.of("kantor.surat-masuk");
  private static final String HEADER =
      """
      NO;KEGIATAN;PELAKSANAAN;;;MUTU BAKU;;;KET
      ;;Staf;Kasubag;Kabag;PERSYARATAN / KELENGKAPAN;WAKTU (HARI);OUTPUT;
      """;

  @Test
  void a_workbook_with_joined_cells_blank_rows_and_a_title_is_understood() {
    byte[] table =
        workbook(
            ws -> {
              ws.value(0, 0, "SOP PENGELOLAAN SURAT MASUK");
              ws.range(0, 0, 0, 8).merge();
              String[] upper = {"No.", "Kegiatan", "Pelaksana", "", "", "Mutu Baku", "", "", "Ket"};
              String[] lower = {
                "", "", "Staf", "Kasubag", "Kabag", "Kelengkapan", "Waktu", "Output", ""
              };
              for (int c = 0; c < 9; c++) {
                ws.value(2, c, upper[c].isEmpty() ? null : upper[c]);
                ws.value(3, c, lower[c].isEmpty() ? null : lower[c]);
                ws.value(4, c, c + 1);
              }
              ws.range(2, 2, 2, 4).merge();
              ws.range(2, 5, 2, 7).merge();
              ws.range(2, 1, 3, 1).merge();
              row(
                  ws,
                  6,
                  1,
                  "  Menerima surat\nmasuk ",
                  "■",
                  null,
                  null,
                  "surat, agenda ",
                  "2 Jam ",
                  "catatan");
              row(ws, 8, 2, "Memeriksa surat", null, "x", null, "surat", "3 hari", "-");
              row(ws, 9, null, null, null, null, null, "lembar disposisi", null, null);
              row(ws, 10, 3, "Memutus", null, null, "◇", "-", "1 x 24 jam", "disposisi");
              row(ws, 11, 4, "Mengarsipkan", "■", null, null, "", null, "arsip");
              ws.range(10, 6, 11, 6).merge();
              ws.value(14, 5, "Kepala Bagian");
            });

    Draft.Result result = Draft.of(ID, Optional.empty(), "surat.xlsx", table);

    Sop sop = sop(result);
    assertThat(sop.identitas().nama()).isEqualTo("SOP PENGELOLAAN SURAT MASUK");
    assertThat(sop.langkah().keySet()).containsExactly(id("1"), id("2"), id("3"), id("4"));
    assertThat(step(sop, "1").kegiatan()).isEqualTo("Menerima surat masuk");
    assertThat(step(sop, "1").mutuBaku().kelengkapan()).containsExactly("surat", "agenda");
    assertThat(step(sop, "1").mutuBaku().waktu().teks()).isEqualTo("2 jam kerja");
    assertThat(step(sop, "2").mutuBaku().kelengkapan())
        .containsExactly("surat", "lembar disposisi");
    assertThat(step(sop, "2").mutuBaku().waktu().teks()).isEqualTo("3 hari kerja");
    assertThat(step(sop, "2").mutuBaku().output()).isEmpty();
    assertThat(step(sop, "3").decides()).isTrue();
    assertThat(step(sop, "3").mutuBaku().kelengkapan()).isEmpty();
    assertThat(sop.asumsi(id("4"), Bidang.WAKTU)).isNotEmpty();
    assertThat(result.problems()).extracting(Problem::code).containsExactly(DraftCode.ROW_LEFT_OUT);
    assertThat(result.problems().get(0).place()).hasToString("surat.xlsx#SOP:15:6");
    assertLoads(result);
  }

  private static void row(Worksheet ws, int row, Integer no, Object... cells) {
    if (no != null) {
      ws.value(row, 0, no);
    }
    for (int c = 0; c < cells.length; c++) {
      if (cells[c] != null) {
        ws.value(row, c + 1, cells[c].toString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3                | 3 hari kerja
          3 hari           | 3 hari kerja
          2 Jam            | 2 jam kerja
          30 menit.        | sesuai jadwal
          4 HARI KALENDER  | 4 hari kalender
          1 (satu) hari    | 1 hari kerja
          SESUAI JADWAL    | sesuai jadwal
          -                | sesuai jadwal
          menurut aturan   | sesuai jadwal
          secukupnya       | sesuai jadwal
          1M               | sesuai jadwal
          """)
  void a_time_is_read_or_else_asked(String printed, String read) {
    Sop sop = sop(csv("1;Menerima;x;;;surat;" + printed + ";;\n"));

    assertThat(step(sop, "1").mutuBaku().waktu().teks()).isEqualTo(read);
    if (read.equals("sesuai jadwal") && !printed.equals("SESUAI JADWAL")) {
      assertThat(sop.asumsi(id("1"), Bidang.WAKTU)).hasSize(1);
      assertThat(step(sop, "1").tercetak()).containsEntry("waktu", printed);
    }
  }

  @Test
  void a_number_without_a_unit_anywhere_is_asked() {
    Sop sop =
        sop(
            Draft.of(
                ID,
                Optional.empty(),
                "t",
                "No;Kegiatan;Staf;Kelengkapan;Waktu;Output\n1;Menerima;x;surat;3;x"
                    .getBytes(UTF_8)));

    assertThat(step(sop, "1").tercetak()).containsEntry("waktu", "3");
    assertThat(sop.asumsi(id("1"), Bidang.WAKTU)).hasSize(1);
  }

  @Test
  void numbers_that_are_missing_or_repeated_become_keys_of_their_own() {
    Sop sop =
        sop(
            csv(
                "1.;A;x;;;;1;;\n1;B;x;;;;1;;\n;C;x;;;;1;;\n2);D;x;;;;1;;\nno;E;x;;;;1;;\n3 a;F;x;;;;1;;\n"));

    assertThat(sop.langkah().values().stream().map(s -> s.id() + "/" + s.no()))
        .containsExactly("1/1", "1b/1", "1c/1c", "2/2", "no/no", "nob/3 a");
  }

  @Test
  void who_is_not_marked_is_read_from_the_sentence_or_else_asked() {
    Sop sop = sop(csv("1;Kabag memberi petunjuk;;;;;1;;\n2;Diarsipkan;;;;;1;;\n"));

    assertThat(step(sop, "1").pelaksana().roles()).hasToString("[KABAG]");
    assertThat(step(sop, "2").pelaksana().roles()).hasToString("[BELUM_DITENTUKAN]");
    assertThat(sop.asumsi(id("2"), Bidang.PELAKSANA)).hasSize(1);
  }

  @Test
  void a_single_column_of_performers_names_them_in_its_cells() {
    byte[] table =
        "No,Uraian Kegiatan,Pelaksana,Kelengkapan,Waktu,Output,Keterangan\n1,Menerima,Staf,surat,1 hari,agenda,\n2,Rapat,\"Kabag, Kasubag\",undangan,2 jam,notulen,Ya/Tidak\n"
            .getBytes(UTF_8);

    Draft.Result result = Draft.of(ID, Optional.of("Rapat"), "t.csv", table);

    Sop sop = sop(result);
    assertThat(step(sop, "2").pelaksana().roles()).hasToString("[KABAG, KASUBAG]");
    assertThat(step(sop, "2").decides()).isTrue();
    assertThat(sop.asumsi(id("2"), Bidang.KEPUTUSAN)).hasSize(1);
    assertLoads(result);
  }

  @Test
  void what_is_printed_cannot_break_out_of_the_files() {
    String evil = "\\u0022); eval(1); // \"x\": [y] # {z} 'q' \u200B */ rule";
    Draft.Result result =
        Draft.of(
            ID,
            Optional.of(evil),
            "t.csv",
            SheetWriter.csv(
                List.of(
                    List.of("No", "Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Output", "Ket"),
                    List.of("1", evil, evil, evil, "1 hari", evil, evil))));

    Sop sop = sop(result);
    assertThat(step(sop, "1").kegiatan()).isEqualTo(evil.replace("\u200B ", "").strip());
    assertLoads(result);
  }

  @Test
  void a_table_that_is_no_form_is_refused_at_its_cell() {
    assertThat(told("nama;umur\na;1\n")).containsExactly("t:1:1 SOP-8501");
    assertThat(told("No;Kegiatan;Kelengkapan;Waktu\n1;a;b;1 hari\n"))
        .containsExactly("t:1:1 SOP-8512");
    assertThat(told("No;Kegiatan;Pelaksana;Output\n1;a;b;c\n")).containsExactly("t:1:1 SOP-8501");
    assertThat(told("No;Kegiatan;Pelaksana;Waktu;Waktu\n1;a;b;1 hari;2 hari\n"))
        .contains("t:1:29 SOP-8503");
    assertThat(told(HEADER)).containsExactly("t:1:1 SOP-8505");
    assertThat(told(HEADER + "1;A;x;;;;1;;\n".repeat(151))).contains("t:153:3 SOP-8506");
    assertThat(told(HEADER + "1;" + "a".repeat(1_600) + ";x;;;;1;;\n"))
        .containsExactly("t:3:3 SOP-8507");
  }

  @Test
  void a_cell_under_no_heading_is_told() {
    Draft.Result result = csv("1;Menerima;x;;;surat;1;;;catatan pinggir\n");

    assertThat(result.draft()).isPresent();
    assertThat(result.problems())
        .extracting(p -> p.place() + " " + p.code().id())
        .containsExactly("t:3:26 SOP-8504");
  }

  @Test
  void tables_at_random_give_a_bundle_that_loads_or_a_reason() {
    long seed = 20261122;
    Random random = new Random(seed);
    int drafts = 0;
    int loaded = 0;
    for (int i = 0; i < 300; i++) {
      List<List<String>> rows = random(random);
      byte[] table = i % 2 == 0 ? SheetWriter.csv(rows) : SheetWriter.xlsx("SOP", rows);

      Draft.Result result = Draft.of(ID, Optional.empty(), "t", table);

      assertThat(result.draft().isPresent() || !result.problems().isEmpty())
          .as("case %s", i)
          .isTrue();
      if (result.draft().isPresent()) {
        drafts++;
        sop(result);
        // Drools takes a while; a part of them will do.
        if (i % 6 == 0) {
          assertLoads(result);
          loaded++;
        }
      }
    }
    System.out.printf(
        "figure: seed %d: %d of 300 tables became drafts, %d of them loaded%n",
        seed, drafts, loaded);
    assertThat(drafts).isGreaterThan(150);
    assertThat(loaded).isGreaterThan(15);
  }

  private static List<List<String>> random(Random random) {
    List<List<String>> rows = new ArrayList<>();
    if (random.nextBoolean()) {
      rows.add(List.of(scrap(random)));
    }
    int performers = 1 + random.nextInt(4);
    List<String> upper = new ArrayList<>(List.of("No", "Kegiatan", "Pelaksana"));
    List<String> lower = new ArrayList<>(List.of("", ""));
    for (int p = 0; p < performers; p++) {
      lower.add(random.nextInt(6) == 0 ? scrap(random) : "Jabatan " + p);
      if (p > 0) {
        upper.add("");
      }
    }
    upper.addAll(List.of("Mutu Baku", "", "", "Ket"));
    lower.addAll(
        List.of("Kelengkapan", random.nextBoolean() ? "Waktu" : "Waktu (menit)", "Output", ""));
    rows.add(upper);
    rows.add(lower);
    int steps = random.nextInt(9);
    for (int s = 1; s <= steps; s++) {
      List<String> row = new ArrayList<>(List.of(random.nextInt(5) == 0 ? scrap(random) : s + "."));
      row.add(random.nextInt(8) == 0 ? scrap(random) : "Mengerjakan " + scrap(random));
      int marked = random.nextInt(performers);
      for (int p = 0; p < performers; p++) {
        row.add(
            p == marked
                ? List.of("■", "◇", "x").get(random.nextInt(3))
                : random.nextInt(9) == 0 ? "x" : "");
      }
      row.add(scrap(random) + ", " + scrap(random));
      row.add(
          List.of("1 hari", "2 jam", "30 menit kerja", "15", "-", "", scrap(random))
              .get(random.nextInt(7)));
      row.add(scrap(random));
      row.add(random.nextInt(5) == 0 ? "Ya/Tidak" : "");
      rows.add(row);
    }
    return rows;
  }

  private static String scrap(Random random) {
    List<String> scraps =
        List.of(
            "",
            " ",
            "surat",
            "null",
            "~",
            "yes",
            "1e3",
            "- a",
            "# b",
            "a: b",
            "\"",
            "\\u0041",
            "\\",
            "{x}",
            "[",
            "é😀",
            "\u0007",
            "\u202E",
            "=1+1",
            "@x",
            "'",
            "%",
            "a\nb",
            "rule \"x\"",
            "*/",
            "0x1F",
            "2026-01-01",
            "&a *b",
            "!!int 1",
            "|",
            ">");
    return scraps.get(random.nextInt(scraps.size())) + scraps.get(random.nextInt(scraps.size()));
  }

  private static Draft.Result csv(String rows) {
    return Draft.of(ID, Optional.of("Contoh"), "t", (HEADER + rows).getBytes(UTF_8));
  }

  private static List<String> told(String table) {
    Draft.Result result = Draft.of(ID, Optional.empty(), "t", table.getBytes(UTF_8));
    assertThat(result.draft()).isEmpty();
    return result.problems().stream().map(p -> p.place() + " " + p.code().id()).toList();
  }

  private static Sop sop(Draft.Result result) {
    assertThat(result.draft()).as("%s", result.problems()).isPresent();
    byte[] yaml = result.draft().get().files().get(SopBundle.SOP);
    SopReader.Result read = SopReader.read("sop.yaml", yaml);
    assertThat(read.sop()).as("%s%n%s", read.problems(), new String(yaml, UTF_8)).isPresent();
    return read.sop().get();
  }

  private static void assertLoads(Draft.Result result) {
    Draft draft = result.draft().orElseThrow();
    LoadedSop loaded = SopRules.load(SopBundle.of("rintisan", draft.files()));
    assertThat(loaded.errors())
        .as(() -> new String(draft.files().get(SopBundle.RUTE), UTF_8))
        .isEmpty();
  }

  private static Step step(Sop sop, String id) {
    return sop.step(id(id)).orElseThrow();
  }

  private static StepId id(String id) {
    return StepId.of(id);
  }

  private static byte[] workbook(java.util.function.Consumer<Worksheet> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "contoh", "1.0")) {
      content.accept(workbook.newWorksheet("SOP"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
