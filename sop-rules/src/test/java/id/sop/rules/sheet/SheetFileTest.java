package id.sop.rules.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFileTest {
  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t"})
  void the_separator_is_found(String separator) {
    String text = String.join(separator, "dari", "ke", "oleh") + "\n1" + separator + "\"2, 3; 4\"";

    Sheet sheet = csv(text);

    assertThat(sheet.cell(1, 3).text()).isEqualTo("oleh");
    assertThat(sheet.cell(2, 2).text()).isEqualTo("2, 3; 4");
  }

  @Test
  void a_mark_of_utf8_and_a_line_that_names_the_separator_are_no_cells() {
    Sheet sheet = csv("\uFEFFsep=;\r\ndari;ke\r\n1;2\r\n");

    assertThat(sheet.cell(1, 1).text()).isEqualTo("dari");
    assertThat(sheet.cell(1, 1).place()).hasToString("tabel:2:1");
    assertThat(sheet.rows()).containsExactly(1, 2);
  }

  @Test
  void quotes_and_line_breaks_within_a_cell_keep_their_places() {
    Sheet sheet = csv("a;b\n1;\"kata \"\"satu\"\"\r\ndua tiga\";akhir\n4;5");

    Cell cell = sheet.cell(2, 2);
    assertThat(cell.text()).isEqualTo("kata \"satu\"\r\ndua tiga");
    assertThat(cell.place(cell.text().indexOf("satu"))).hasToString("tabel:2:11");
    assertThat(cell.place(cell.text().indexOf("tiga"))).hasToString("tabel:3:5");
    assertThat(sheet.cell(2, 3).place()).hasToString("tabel:3:11");
    assertThat(sheet.cell(3, 2).place()).hasToString("tabel:4:3");
  }

  @Test
  void columns_count_characters() {
    Sheet sheet = csv("😀😀;b");

    assertThat(sheet.cell(1, 2).place()).hasToString("tabel:1:4");
  }

  @Test
  void an_empty_cell_has_a_place() {
    Sheet sheet = csv("a;b;c\n1;;3\n4");

    assertThat(sheet.cell(2, 2).place()).hasToString("tabel:2:3");
    assertThat(sheet.cell(3, 3).place()).hasToString("tabel:3:2");
    assertThat(sheet.cell(2, 2).isBlank()).isTrue();
  }

  @Test
  void quotation_marks_that_do_not_pair_are_refused() {
    assertThat(problems("a;\"b\nc")).containsExactly("tabel:1:3 SOP-2110");
    assertThat(problems("a;\"b\"c;d")).containsExactly("tabel:1:6 SOP-2111");
    assertThat(problems("\n\n")).containsExactly("tabel:1:1 SOP-2114");
    assertThat(problems("")).containsExactly("tabel:1:1 SOP-2114");
  }

  @Test
  void a_workbook_of_another_program_is_read() {
    SheetFile.Result read =
        workbook(
            ws -> {
              ws.value(0, 0, "dari");
              ws.value(1, 0, 1);
              ws.value(2, 0, 1.5);
              ws.value(3, 0, 0.1 + 0.2);
              ws.value(4, 0, true);
              ws.value(5, 0, "baris\nkedua");
              ws.value(6, 0, 50_000_000);
              ws.value(1, 1, LocalDate.of(2026, 5, 4));
              ws.style(1, 1).format("d mmm yyyy").set();
              ws.value(2, 1, 4);
              ws.style(2, 1).format("#,##0.00 \"hari\"").set();
              ws.value(9, 27, "jauh");
            });

    Sheet sheet = read.sheets().get(0);
    assertThat(read.problems()).isEmpty();
    assertThat(sheet.name()).isEqualTo("Lembar 1");
    assertThat(List.of(1, 2, 3, 4, 5, 6, 7).stream().map(r -> sheet.cell(r, 1).text()))
        .containsExactly("dari", "1", "1.5", "0.3", "TRUE", "baris\nkedua", "50000000");
    assertThat(sheet.cell(2, 2).kind()).isEqualTo(Cell.Kind.DATE);
    assertThat(sheet.cell(2, 2).text()).isEqualTo("2026-05-04");
    assertThat(sheet.cell(3, 2).kind()).isEqualTo(Cell.Kind.NUMBER);
    assertThat(sheet.cell(10, 28).name()).isEqualTo("AB10");
    assertThat(sheet.cell(10, 28).place()).hasToString("tabel#Lembar 1:10:28");
  }

  @Test
  void joined_cells_are_seen_in_all_their_rows() {
    Sheet sheet =
        workbook(
                ws -> {
                  ws.value(0, 0, "dari");
                  ws.value(1, 0, "3");
                  ws.value(1, 1, "a");
                  ws.value(2, 1, "b");
                  ws.range(1, 0, 2, 0).merge();
                  ws.value(3, 0, "judul");
                  ws.range(3, 0, 3, 2).merge();
                })
            .sheets()
            .get(0);

    assertThat(sheet.seen(3, 1).text()).isEqualTo("3");
    assertThat(sheet.cell(3, 1).isBlank()).isTrue();
    assertThat(sheet.isJoinedAcross(3, 1)).isFalse();
    assertThat(sheet.isJoinedAcross(4, 2)).isTrue();
    assertThat(sheet.lastColumn(4, 1)).isEqualTo(3);
  }

  @Test
  void a_formula_gives_its_last_result_with_a_warning() throws IOException {
    byte[] file = HostileSheetsTest.zip(withCell("<c r=\"A2\"><f>A1+1</f><v>7</v></c>"));

    SheetFile.Result read = read(file);

    assertThat(read.hasErrors()).isFalse();
    assertThat(read.problems()).extracting(Problem::code).containsExactly(SheetCode.FORMULA);
    assertThat(read.sheets().get(0).cell(2, 1).text()).isEqualTo("7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r=\"A2\"><f>A1+1</f></c>",
        "<c r=\"A2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
        "<c r=\"A2\" t=\"e\"><v>#REF!</v></c>",
        "<c r=\"A2\" t=\"str\"><f>IF(1,\"\")</f><v></v></c>"
      })
  void a_formula_without_a_result_is_refused(String cell) {
    SheetFile.Result read = read(HostileSheetsTest.zip(withCell(cell)));

    assertThat(read.problems()).extracting(Problem::code).containsExactly(SheetCode.FORMULA_FAILED);
    assertThat(read.problems().get(0).place()).hasToString("tabel#L:2:1");
  }

  @Test
  void what_is_written_reads_back() {
    List<List<String>> rows =
        List.of(
            List.of("a;b", "c,d", "e\"f\"", " g ", "h\ti", "<&>"),
            List.of("😀", "x\ny", "'1", "=1+1", "", "é"));

    for (byte[] file : List.of(SheetWriter.csv(rows), SheetWriter.xlsx("Lembar & 1", rows))) {
      Sheet sheet = read(file).sheets().get(0);

      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          assertThat(sheet.cell(r + 1, c + 1).text()).isEqualTo(rows.get(r).get(c));
        }
      }
    }
  }

  @Test
  void the_same_table_is_the_same_file() {
    List<List<String>> rows = List.of(List.of("dari", "ke"), List.of("1", "2"));

    assertThat(SheetWriter.xlsx("L", rows)).isEqualTo(SheetWriter.xlsx("L", rows));
    assertThat(SheetWriter.csv(rows)).isEqualTo("\uFEFFdari;ke\r\n1;2\r\n".getBytes(UTF_8));
  }

  private static java.util.Map<String, byte[]> withCell(String cell) {
    java.util.Map<String, byte[]> parts = HostileSheetsTest.parts();
    String name = "xl/worksheets/sheet1.xml";
    String sheet = new String(parts.get(name), UTF_8);
    String row = "<row r=\"2\">";
    int from = sheet.indexOf(row) + row.length();
    int to = sheet.indexOf("</c>", from) + 4;
    parts.put(name, (sheet.substring(0, from) + cell + sheet.substring(to)).getBytes(UTF_8));
    return parts;
  }

  private static SheetFile.Result workbook(Consumer<Worksheet> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "contoh", "1.0")) {
      content.accept(workbook.newWorksheet("Lembar 1"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return read(bytes.toByteArray());
  }

  private static SheetFile.Result read(byte[] bytes) {
    return SheetFile.read("tabel", bytes, sheet -> 0);
  }

  private static Sheet csv(String text) {
    SheetFile.Result read = read(text.getBytes(UTF_8));
    assertThat(read.problems()).isEmpty();
    return read.sheets().get(0);
  }

  private static List<String> problems(String text) {
    return read(text.getBytes(UTF_8)).problems().stream()
        .map(p -> p.place() + " " + p.code().id())
        .toList();
  }
}
