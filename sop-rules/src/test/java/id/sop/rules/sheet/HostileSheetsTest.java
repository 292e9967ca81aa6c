package id.sop.rules.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to hurt are refused with a reason, and cost little. */
class HostileSheetsTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final List<List<String>> ROWS = List.of(List.of("dari", "ke"), List.of("1", "2"));

  @Test
  void a_file_that_unpacks_to_gigabytes_is_refused() {
    byte[] bomb = zip(Map.of("xl/sharedStrings.xml", new byte[Xlsx.MAX_UNPACKED + 1]));

    assertThat(bomb.length).isLessThan(100_000);
    assertThat(codes(bomb)).containsExactly(SheetCode.TOO_LARGE);
  }

  @Test
  void many_parts_are_refused() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (int i = 0; i < 2_001; i++) {
      parts.put("a" + i + ".bin", new byte[0]);
    }

    assertThat(codes(zip(parts))).containsExactly(SheetCode.TOO_LARGE);
  }

  @Test
  void an_external_entity_is_refused_and_not_read(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("rahasia.txt"), "RAHASIA");
    String doctype = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    byte[] file = changed(SHEET, "<worksheet", doctype + "<worksheet", ">dari<", ">&x;<");

    SheetFile.Result read = read(file);

    assertThat(read.sheets()).isEmpty();
    assertThat(read.problems()).extracting(Problem::code).containsExactly(SheetCode.FOREIGN_XML);
    assertThat(read.problems().toString()).doesNotContain("RAHASIA");
  }

  @Test
  void entities_that_multiply_are_refused() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE w [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
    }
    byte[] file = changed(SHEET, "<worksheet", laughs + "]><worksheet", ">dari<", ">&a29;<");

    assertThat(codes(file)).containsExactly(SheetCode.FOREIGN_XML);
  }

  @Test
  void a_dtd_alone_is_refused_in_every_part() {
    for (String part : List.of("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")) {
      byte[] file = changed(part, "?>\n<", "?>\n<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\"><");

      assertThat(codes(file)).as(part).containsExactly(SheetCode.FOREIGN_XML);
    }
  }

  @Test
  void macros_are_refused() {
    Map<String, byte[]> parts = parts();
    parts.put("xl/vbaProject.bin", new byte[] {1});

    assertThat(codes(zip(parts))).containsExactly(SheetCode.MACROS);
  }

  @Test
  void a_locked_or_old_workbook_is_refused() {
    byte[] compound = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0, 0};

    assertThat(codes(compound)).containsExactly(SheetCode.OLD_OR_LOCKED);
  }

  @Test
  void a_million_rows_are_refused_once() {
    StringBuilder rows = new StringBuilder();
    for (int r = 3; r <= 200_000; r++) {
      rows.append("<row r=\"" + r + "\"><c r=\"A" + r + "\"><v>1</v></c></row>");
    }
    byte[] file = changed(SHEET, "</sheetData>", rows + "</sheetData>");

    assertThat(codes(file)).containsExactly(SheetCode.TOO_MANY_CELLS);
  }

  @Test
  void rows_that_are_only_painted_do_not_count() {
    StringBuilder rows = new StringBuilder();
    for (int r = 3; r <= 100_000; r++) {
      rows.append("<row r=\"" + r + "\"><c r=\"A" + r + "\" s=\"1\"/></row>");
    }
    SheetFile.Result read = read(changed(SHEET, "</sheetData>", rows + "</sheetData>"));

    assertThat(read.problems()).isEmpty();
    assertThat(read.sheets().get(0).rows()).containsExactly(1, 2);
  }

  @Test
  void many_rows_and_columns_of_csv_are_refused() {
    assertThat(codes("1;2\n".repeat(10_001).getBytes(UTF_8)))
        .containsExactly(SheetCode.TOO_MANY_CELLS);
    assertThat(codes("x;".repeat(300).getBytes(UTF_8))).containsExactly(SheetCode.TOO_MANY_CELLS);
    assertThat(codes(";".repeat(3_000).getBytes(UTF_8))).isEmpty();
  }

  @Test
  void a_long_cell_is_refused_in_both_forms() {
    List<List<String>> rows = List.of(List.of("dari", "x".repeat(4_001)));

    assertThat(codes(SheetWriter.csv(rows))).containsExactly(SheetCode.CELL_TOO_LONG);
    assertThat(codes(SheetWriter.xlsx("L", rows))).containsExactly(SheetCode.CELL_TOO_LONG);
  }

  @Test
  void other_encodings_are_refused_where_they_show() {
    assertThat(read("dari;ke\n1;“2”".getBytes(UTF_16)).problems())
        .extracting(Problem::code)
        .containsExactly(SheetCode.NOT_UTF8);
    assertThat(read("dari;ke\n1;caf\u00e9".getBytes(ISO_8859_1)).problems().get(0).place())
        .hasToString("tabel:2:6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t=\"s\"><v>0</v",
        "t=\"s\"><v>-1</v",
        "t=\"s\"><v>99999999999</v",
        "t=\"n\"><v>satu</v",
        "><v>1e999</v",
        "><v>NaN</v",
        "t=\"aneh\"><v>1</v",
      })
  void a_cell_that_says_nonsense_makes_the_file_damaged(String cell) {
    byte[] file =
        changed(
            SHEET,
            "<c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">1</t></is></c>",
            "<c r=\"A2\" " + cell + "></c>");

    assertThat(codes(file)).containsExactly(SheetCode.DAMAGED);
  }

  @Test
  void a_tiny_number_does_not_become_a_long_text() {
    byte[] file =
        changed(
            SHEET,
            "<c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">1</t></is></c>",
            "<c r=\"A2\"><v>1E-999999999</v></c>");

    assertThat(read(file).sheets().get(0).cell(2, 1).text()).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"r=\"A0\"", "r=\"2A\"", "r=\"AAAA1\"", "r=\"A99999999\"", "r=\"a1\"", "r=\"B1\""})
  void a_cell_in_no_place_or_in_a_taken_one_makes_the_file_damaged(String reference) {
    byte[] file = changed(SHEET, "r=\"A1\"", reference);

    assertThat(codes(file)).containsExactly(SheetCode.DAMAGED);
  }

  @Test
  void a_part_that_is_missing_or_twice_makes_the_file_damaged() {
    for (String part : List.of("xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET)) {
      Map<String, byte[]> parts = parts();
      parts.remove(part);

      assertThat(codes(zip(parts))).as(part).containsExactly(SheetCode.DAMAGED);
    }
    byte[] outside =
        changed(
            "xl/_rels/workbook.xml.rels",
            "Target=\"worksheets",
            "TargetMode=\"External\" Target=\"worksheets");
    assertThat(codes(outside)).containsExactly(SheetCode.DAMAGED);
  }

  @Test
  void bytes_at_random_never_throw() {
    Random random = new Random(20261122);
    byte[] sound = SheetWriter.xlsx("L", ROWS);
    for (int i = 0; i < 3_000; i++) {
      byte[] spoilt = i % 3 == 0 ? new byte[random.nextInt(400)] : sound.clone();
      if (i % 3 == 0) {
        random.nextBytes(spoilt);
      } else if (i % 3 == 1) {
        for (int k = random.nextInt(6); k >= 0; k--) {
          spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
        }
      } else {
        spoilt = java.util.Arrays.copyOf(spoilt, random.nextInt(spoilt.length));
      }

      SheetFile.Result read = read(spoilt);

      assertThat(read.sheets().isEmpty() && read.problems().isEmpty()).as("case " + i).isFalse();
    }
  }

  @Test
  void xml_spoilt_at_random_never_throws() {
    Random random = new Random(20261123);
    String xml = new String(parts().get(SHEET), UTF_8);
    List<String> scraps =
        List.of(
            "<",
            ">",
            "&",
            "\"",
            "<row>",
            "</c>",
            "<v>",
            "]]>",
            "<!--",
            "\u0001",
            "r=",
            "<?x?>",
            "&#0;",
            "<![CDATA[",
            "xmlns:a=\"\"");
    for (int i = 0; i < 3_000; i++) {
      StringBuilder spoilt = new StringBuilder(xml);
      for (int k = random.nextInt(3); k >= 0; k--) {
        int at = random.nextInt(spoilt.length());
        if (random.nextBoolean()) {
          spoilt.insert(at, scraps.get(random.nextInt(scraps.size())));
        } else {
          spoilt.delete(at, Math.min(spoilt.length(), at + random.nextInt(30)));
        }
      }
      Map<String, byte[]> parts = parts();
      parts.put(SHEET, spoilt.toString().getBytes(UTF_8));

      SheetFile.Result read = read(zip(parts));

      assertThat(read.sheets().isEmpty() && read.problems().isEmpty()).as("case " + i).isFalse();
    }
  }

  private static SheetFile.Result read(byte[] bytes) {
    return SheetFile.read("tabel", bytes, sheet -> 0);
  }

  private static List<Object> codes(byte[] bytes) {
    return read(bytes).problems().stream().map(p -> (Object) p.code()).toList();
  }

  private static byte[] changed(String part, String... replacements) {
    Map<String, byte[]> parts = parts();
    String text = new String(parts.get(part), UTF_8);
    for (int i = 0; i < replacements.length; i += 2) {
      assertThat(text).contains(replacements[i]);
      int at = text.indexOf(replacements[i]);
      text =
          text.substring(0, at)
              + replacements[i + 1]
              + text.substring(at + replacements[i].length());
    }
    parts.put(part, text.getBytes(UTF_8));
    return zip(parts);
  }

  /** The parts of a sound file. */
  static Map<String, byte[]> parts() {
    return unzip(SheetWriter.xlsx("L", ROWS));
  }

  private static Map<String, byte[]> unzip(byte[] file) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (java.util.zip.ZipInputStream zip =
        new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(file))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        parts.put(e.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
