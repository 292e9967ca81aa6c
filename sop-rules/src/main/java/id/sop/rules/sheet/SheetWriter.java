package id.sop.rules.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a table as a spreadsheet file, the first row as its header. All cells are texts, so that
 * no program makes a date out of them; the same table gives the same bytes everywhere.
 */
public final class SheetWriter {
  // The earliest that a ZIP file can say.
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private SheetWriter() {}

  /** CSV as Indonesian spreadsheet programs read it: UTF-8 with a mark, semicolons, CRLF. */
  public static byte[] csv(List<List<String>> rows) {
    StringBuilder text = new StringBuilder("\uFEFF");
    for (List<String> row : rows) {
      text.append(String.join(";", row.stream().map(SheetWriter::quoted).toList()));
      text.append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String cell) {
    boolean plain =
        cell.equals(cell.strip()) && cell.chars().noneMatch(c -> ";,\t\"\r\n".indexOf(c) >= 0);
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /**
   * XLSX with one sheet.
   *
   * @param name the name on its tab: at most 31 characters, none of them {@code []:*?/\}
   */
  public static byte[] xlsx(String name, List<List<String>> rows) {
    Map<String, String> parts =
        com.google.common.collect.ImmutableMap.<String, String>builder()
            .put("[Content_Types].xml", contentTypes())
            .put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"))
            .put("xl/workbook.xml", workbook(name))
            .put("xl/_rels/workbook.xml.rels", workbookRelations())
            .put("xl/styles.xml", styles())
            .put("xl/worksheets/sheet1.xml", sheet(rows))
            .buildOrThrow();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write((HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String contentTypes() {
    return "<Types xmlns=\""
        + PACKAGE
        + "content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
        + TYPE
        + "sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\""
        + TYPE
        + "styles+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
        + TYPE
        + "worksheet+xml\"/>"
        + "</Types>";
  }

  private static String relation(String type, String target) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\"><Relationship Id=\"rId1\" Type=\""
        + OFFICE
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private static String workbookRelations() {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + "<Relationship Id=\"rId1\" Type=\""
        + OFFICE
        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\""
        + OFFICE
        + "/styles\" Target=\"styles.xml\"/>"
        + "</Relationships>";
  }

  private static String workbook(String name) {
    return "<workbook xmlns=\""
        + MAIN
        + "\" xmlns:r=\""
        + OFFICE
        + "\"><sheets><sheet name=\""
        + escaped(name)
        + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
  }

  /** Style 1 is text, wrapped and at the top; style 2 the same in bold. */
  private static String styles() {
    String cell =
        "numFmtId=\"49\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\""
            + " applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>";
    return "<styleSheet xmlns=\""
        + MAIN
        + "\">"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf fontId=\"0\" "
        + cell
        + "<xf fontId=\"1\" "
        + cell
        + "</cellXfs></styleSheet>";
  }

  private static String sheet(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\">");
    // The header stays in sight.
    xml.append("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\"");
    xml.append(" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
    for (int c = 1; c <= columns; c++) {
      xml.append("<col min=\"" + c + "\" max=\"" + c + "\" width=\"" + width(rows, c - 1));
      // An empty cell is text too, so that what is typed into it stays as it is typed.
      xml.append("\" style=\"1\" customWidth=\"1\"/>");
    }
    xml.append("</cols><sheetData>");
    for (int r = 0; r < rows.size(); r++) {
      xml.append("<row r=\"" + (r + 1) + "\">");
      for (int c = 0; c < rows.get(r).size(); c++) {
        String text = rows.get(r).get(c);
        if (!text.isEmpty()) {
          xml.append("<c r=\"" + Cell.columnName(c + 1) + (r + 1) + "\" s=\"" + (r == 0 ? 2 : 1));
          xml.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text));
          xml.append("</t></is></c>");
        }
      }
      xml.append("</row>");
    }
    return xml.append("</sheetData></worksheet>").toString();
  }

  private static int width(List<List<String>> rows, int column) {
    int longest =
        rows.stream()
            .filter(r -> column < r.size())
            .mapToInt(r -> r.get(column).length())
            .max()
            .orElse(0);
    return Math.max(10, Math.min(longest + 2, 48));
  }

  private static String escaped(String text) {
    StringBuilder xml = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> {
                  boolean allowed =
                      c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
                  if (allowed || c == '\t' || c == '\n') {
                    xml.appendCodePoint(c);
                  } else {
                    xml.append(String.format(java.util.Locale.ROOT, "_x%04X_", c));
                  }
                }
              }
            });
    return xml.toString();
  }
}
