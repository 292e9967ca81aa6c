package id.sop.rules.arrow;

import static id.sop.rules.arrow.ArrowCode.AND_OR;
import static id.sop.rules.arrow.ArrowCode.CELL_MISSING;
import static id.sop.rules.arrow.ArrowCode.CELL_UNWANTED;
import static id.sop.rules.arrow.ArrowCode.COLUMN_TWICE;
import static id.sop.rules.arrow.ArrowCode.COLUMN_UNKNOWN;
import static id.sop.rules.arrow.ArrowCode.DATE_FORM;
import static id.sop.rules.arrow.ArrowCode.EITHER_ROW;
import static id.sop.rules.arrow.ArrowCode.EXPECTED;
import static id.sop.rules.arrow.ArrowCode.FIELD_UNKNOWN;
import static id.sop.rules.arrow.ArrowCode.HEADER_MISSING;
import static id.sop.rules.arrow.ArrowCode.LABEL_NOT_ASKED;
import static id.sop.rules.arrow.ArrowCode.LIST_UNCLEAR;
import static id.sop.rules.arrow.ArrowCode.NAME_TWICE;
import static id.sop.rules.arrow.ArrowCode.NOT_A_TARGET;
import static id.sop.rules.arrow.ArrowCode.NOT_ORDERED;
import static id.sop.rules.arrow.ArrowCode.NUMBER_FORM;
import static id.sop.rules.arrow.ArrowCode.ROLE_AMBIGUOUS;
import static id.sop.rules.arrow.ArrowCode.STRAY_CELL;
import static id.sop.rules.arrow.ArrowCode.WAKTU_MISSING;
import static id.sop.rules.arrow.ArrowCode.WRONG_VALUE;
import static id.sop.rules.dialect.DialectCode.CALL_TWICE;
import static id.sop.rules.dialect.DialectCode.DECIDES_NOTHING;
import static id.sop.rules.dialect.DialectCode.FORBIDDEN_CHARACTER;
import static id.sop.rules.dialect.DialectCode.OUTCOME_INVALID;
import static id.sop.rules.dialect.DialectCode.OUTSIDE_RANGE;
import static id.sop.rules.dialect.DialectCode.ROLES_NOT_ALL;
import static id.sop.rules.dialect.DialectCode.ROLE_NOT_OF_ROW;
import static id.sop.rules.dialect.DialectCode.RULE_NAME_INVALID;
import static id.sop.rules.dialect.DialectCode.TARGET_TWICE;
import static id.sop.rules.dialect.DialectCode.TEXT_TOO_LONG;
import static id.sop.rules.dialect.DialectCode.UNICODE_ESCAPE;
import static id.sop.rules.dialect.DialectCode.UNKNOWN_CHOICE;
import static id.sop.rules.dialect.DialectCode.UNKNOWN_LABEL;
import static id.sop.rules.dialect.DialectCode.UNKNOWN_ROLE;
import static id.sop.rules.dialect.DialectCode.UNKNOWN_ROW;
import static id.sop.rules.dialect.DialectCode.WAKTU_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.Sop;
import id.sop.problem.Code;
import id.sop.problem.Language;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Severity;
import id.sop.rules.dialect.Gate;
import id.sop.rules.sheet.SheetWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One cell of a sound table is spoilt; the problem must stand at the very word that is wrong. */
class FaultySheetsTest {
  private static final Sop SOP = SmallTable.sop();

  /**
   * @param cell the cell that is spoilt
   * @param text what is written into it, with {@code ^} before the word that is wrong
   * @param code what is to be told
   * @param at the cell at which it is to be told
   */
  record Fault(String cell, String text, Code code, String at) {
    @Override
    public String toString() {
      return cell + " " + (text.length() > 60 ? text.substring(0, 60) : text) + " " + code.id();
    }
  }

  private static Fault fault(String cell, String text, Code code) {
    return new Fault(cell, text, code, cell);
  }

  private static Fault fault(String cell, String text, Code code, String at) {
    return new Fault(cell, text, code, at);
  }

  static Stream<Fault> faults() {
    return Stream.of(
        // dari
        fault("A4", "^9", UNKNOWN_ROW),
        fault("A4", " ^satu", UNKNOWN_ROW),
        fault("A4", "baris ^11", UNKNOWN_ROW),
        fault("A4", "1 atau ^12", UNKNOWN_ROW),
        fault("A4", "1^, 3", LIST_UNCLEAR),
        fault("A4", "1 ^dan 3", EXPECTED),
        fault("A4", "1 ^3", EXPECTED),
        fault("A4", "1 atau^", EXPECTED),
        fault("A4", "selain ^99", UNKNOWN_ROW),
        fault("A4", "^= 1", EXPECTED),
        fault("A4", "", CELL_MISSING),
        fault("A4", "   ", CELL_MISSING),
        fault("A5", "^mulay", UNKNOWN_ROW),
        fault("A3", "mulai ^1", EXPECTED, "A3"),
        fault("A6", "1", DECIDES_NOTHING, "B6"),
        // keputusan
        fault("B5", "^YAA", UNKNOWN_LABEL),
        fault("B5", "^SETUJU", UNKNOWN_LABEL),
        fault("B5", "YA atau ^NANTI", UNKNOWN_LABEL),
        fault("B5", "YA^, TIDAK", LIST_UNCLEAR),
        fault("B5", "selain ^BELUM", UNKNOWN_LABEL),
        fault("B5", "^; YA", EXPECTED),
        fault("B5", "YA ^; TIDAK", EXPECTED),
        fault("B5", "", LABEL_NOT_ASKED),
        fault("B4", "YA", DECIDES_NOTHING),
        fault("B3", "YA", CELL_UNWANTED),
        fault("B11", "^TIDAK", DECIDES_NOTHING),
        // syarat: which fact
        fault("C5", "^lokas = DALAM_PROVINSI", FIELD_UNKNOWN),
        fault("C5", "^tempat = DALAM_PROVINSI", FIELD_UNKNOWN),
        fault("C5", "lokasi = DALAM_PROVINSI dan ^niali > 5", FIELD_UNKNOWN),
        fault("C5", "lokasi = DALAM_PROVINSI; ^dana = ya", FIELD_UNKNOWN),
        fault("C5", "^buka 4", FIELD_UNKNOWN),
        fault("C5", "tidak ^buka 4", FIELD_UNKNOWN),
        fault("C5", "^= DALAM_PROVINSI", EXPECTED),
        fault("C5", "^(lokasi = DALAM_PROVINSI)", EXPECTED),
        fault("C5", "lokasi = DALAM_PROVINSI dan^", EXPECTED),
        fault("C5", "tidak ^oleh KABAG", EXPECTED),
        fault("C5", "tidak ^kunjungan > 3", EXPECTED),
        fault("C3", "kunjungan >= 2", CELL_UNWANTED),
        // syarat: how it compares
        fault("C5", "lokasi ^DALAM_PROVINSI", EXPECTED),
        fault("C5", "lokasi^", EXPECTED),
        fault("C5", "lokasi ^: DALAM_PROVINSI", EXPECTED),
        fault("C5", "nilai ^kira-kira 5.000", EXPECTED),
        fault("C5", "lokasi ^> DALAM_PROVINSI", NOT_ORDERED),
        fault("C5", "lokasi ^minimal DALAM_PROVINSI", NOT_ORDERED),
        fault("C5", "lokasi ^antara DALAM_PROVINSI dan LUAR_PROVINSI", NOT_ORDERED),
        fault("C5", "danaTersedia ^<= ya", NOT_ORDERED),
        fault("C5", "oleh ^> KABAG", NOT_ORDERED),
        fault("C5", "nilai antara 5.000^ ", EXPECTED),
        fault("C5", "nilai antara 5.000 ^atau 6.000", EXPECTED),
        fault("C5", "nilai >=^", EXPECTED),
        fault("C5", "nilai >= ;^", EXPECTED),
        // syarat: with what
        fault("C5", "lokasi = ^DALAM_KOTA", UNKNOWN_CHOICE),
        fault("C5", "lokasi = DALAM_PROVINSI atau ^LUAR_NEGERI", UNKNOWN_CHOICE),
        fault("C5", "lokasi = ^LUAR_PROVINS", UNKNOWN_CHOICE),
        fault("C5", "tidak lokasi = ^LUAR", UNKNOWN_CHOICE),
        fault("C5", "lokasi bukan ^LUAR", UNKNOWN_CHOICE),
        fault("C5", "lokasi = DALAM_PROVINSI^, LUAR_PROVINSI", LIST_UNCLEAR),
        fault("C5", "nilai > ^banyak", NUMBER_FORM),
        fault("C5", "nilai > ^5,5", NUMBER_FORM),
        fault("C5", "nilai > ^5,000", NUMBER_FORM),
        fault("C5", "nilai > ^5.00", NUMBER_FORM),
        fault("C5", "nilai > ^50.00.000", NUMBER_FORM),
        fault("C5", "nilai > ^1,2345 ribu", NUMBER_FORM),
        fault("C5", "nilai > ^Rp5.5", NUMBER_FORM),
        fault("C5", "nilai > ^9999999999999999999", NUMBER_FORM),
        fault("C5", "nilai > 5.000 dan < ^x", NUMBER_FORM),
        fault("C5", "nilai > ^2.000.000.000", OUTSIDE_RANGE),
        fault("C5", "nilai > ^3 miliar", OUTSIDE_RANGE),
        fault("C5", "nilai > 5.000 ^rupiah", EXPECTED),
        fault("C5", "tanggalKegiatan > ^besok", DATE_FORM),
        fault("C5", "tanggalKegiatan > ^31-02-2026", DATE_FORM),
        fault("C5", "tanggalKegiatan > ^2026-13-01", DATE_FORM),
        fault("C5", "tanggalKegiatan > ^1/1/26", DATE_FORM),
        fault("C5", "tanggalKegiatan > ^31 Feb 2026", DATE_FORM),
        fault("C5", "tanggalKegiatan > ^01-01-2031", OUTSIDE_RANGE),
        fault("C5", "danaTersedia = ^mungkin", WRONG_VALUE),
        fault("C5", "danaTersedia = ^1", WRONG_VALUE),
        fault("C5", "kunjungan >= ^tiga", NUMBER_FORM),
        fault("C5", "kunjungan >= ^0", WRONG_VALUE),
        fault("C5", "kunjungan >= ^2000", WRONG_VALUE),
        fault("C5", "oleh ^KABAGG", UNKNOWN_ROLE),
        fault("C5", "oleh KABAG atau ^BUPATI", UNKNOWN_ROLE),
        fault("C5", "oleh ^Kepala", ROLE_AMBIGUOUS),
        fault("C5", "oleh^", EXPECTED),
        fault("C5", "terbuka^", EXPECTED),
        fault("C5", "terbuka ^44", UNKNOWN_ROW),
        fault("C5", "terbuka 4 atau ^55", UNKNOWN_ROW),
        fault("C5", "terbuka 4^, 5", LIST_UNCLEAR),
        fault("C5", "belum pernah ^33", UNKNOWN_ROW),
        // syarat: how conditions are joined
        fault("C5", "lokasi = DALAM_PROVINSI ^atau nilai > 5.000", EITHER_ROW),
        fault("C5", "terbuka 4 ^atau pernah 3", EITHER_ROW),
        fault("C5", "^terbuka 4 atau 5 dan 6", AND_OR),
        fault("C5", "^nilai < 5.000 atau > 6.000 dan < 7.000", AND_OR),
        fault("C5", "^nilai < 5.000 atau > 6.000 dan lokasi = DALAM_PROVINSI", AND_OR),
        fault("C5", "nilai < 5.000 atau (> 6.000 dan < 7.000^", EXPECTED),
        fault("C5", "tidak (lokasi = DALAM_PROVINSI^", EXPECTED),
        fault("C5", "lokasi = DALAM_PROVINSI ^nilai > 5.000", EXPECTED),
        // ke
        fault("D4", "^7", UNKNOWN_ROW),
        fault("D4", "2 dan ^8", UNKNOWN_ROW),
        fault("D4", "2, ^8", UNKNOWN_ROW),
        fault("D4", "2 ^atau 3", EITHER_ROW),
        fault("D4", "2 ^3", EXPECTED),
        fault("D4", "2 dan^", EXPECTED),
        fault("D4", "3 dan ^3", TARGET_TWICE),
        fault("D4", "", CELL_MISSING),
        fault("D4", "^>> 2", EXPECTED),
        fault("D11", "^selsai", UNKNOWN_ROW),
        fault("D11", "selesai: ^DITOLAK!", OUTCOME_INVALID),
        fault("D11", "selesai ^, 2", EXPECTED),
        fault("D11", "tunggu ^5", EXPECTED),
        fault("D11", "selesai (DITOLAK^", EXPECTED),
        fault("D4", "4", WAKTU_MISSING, "F4"),
        // oleh
        fault("E4", "^KABAGG", UNKNOWN_ROLE),
        fault("E4", "^Bupati", UNKNOWN_ROLE),
        fault("E4", "^STAF", ROLE_NOT_OF_ROW),
        fault("E4", "KABAG, ^STAF", ROLE_NOT_OF_ROW),
        fault("E4", "KABAG, ^KABAG", CALL_TWICE),
        fault("E4", "^Kepala", ROLE_AMBIGUOUS),
        fault("E4", "KABAG,^", EXPECTED),
        fault("E4", "^3: KABAG", NOT_A_TARGET),
        fault("E8", "^STAF, KABAG", ROLES_NOT_ALL),
        fault("E8", "^KABAG", ROLES_NOT_ALL),
        fault("E8", "KABAG ^= STAF", EXPECTED),
        fault("E11", "STAF", CELL_UNWANTED),
        // waktu
        fault("F6", "^3", WAKTU_INVALID),
        fault("F6", "^tiga hari", WAKTU_INVALID),
        fault("F6", "^1 windu", WAKTU_INVALID),
        fault("F6", "^menurut aturan", WAKTU_INVALID),
        fault("F6", "^0 hari", WAKTU_INVALID),
        fault("F6", "4: ^lama", WAKTU_INVALID),
        fault("F6", "^5: 1 hari", NOT_A_TARGET),
        fault("F6", "", WAKTU_MISSING),
        fault("F11", "1 hari", CELL_UNWANTED),
        // texts
        fault("G4", "", CELL_MISSING),
        fault("G4", "Perbup ^\u200B12", FORBIDDEN_CHARACTER),
        fault("G4", "Perbup ^\\u0041", UNICODE_ESCAPE),
        fault("G4", "^" + "panjang ".repeat(80), TEXT_TOO_LONG),
        fault("H4", "catatan ^\u202Eterbalik", FORBIDDEN_CHARACTER),
        fault("I4", "Mulai", NAME_TWICE),
        fault("I4", "mulai", NAME_TWICE),
        fault("I4", "^" + "nama".repeat(60), RULE_NAME_INVALID),
        // the sheet
        fault("C2", "syrat", COLUMN_UNKNOWN),
        fault("E2", "dikerjakan siapa", COLUMN_UNKNOWN),
        fault("E2", "Waktu", COLUMN_TWICE, "F2"),
        fault("A2", "nomor", HEADER_MISSING),
        fault("D2", "", HEADER_MISSING, "A2"),
        fault("G2", "", HEADER_MISSING, "A2"),
        fault("I2", "", STRAY_CELL, "I3"),
        fault("J5", "catatan kecil", STRAY_CELL),
        fault("A13", "Disusun oleh bagian", CELL_MISSING, "D13"));
  }

  @Test
  void the_table_that_is_spoilt_is_sound() {
    for (byte[] table : List.of(csv(SmallTable.rows()), SheetWriter.xlsx("L", SmallTable.rows()))) {
      Gate.Reading reading = ArrowSheet.read("rute", table, SOP);

      assertThat(reading.problems()).isEmpty();
      assertThat(reading.rules()).hasSize(9);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_in_csv_is_told_at_its_word(Fault fault) {
    List<List<String>> rows = spoilt(fault);

    List<Problem> told = ArrowSheet.read("rute.csv", csv(rows), SOP).problems();

    Place expected = inCsv(rows, fault);
    assertThat(told).anyMatch(p -> p.code() == fault.code() && p.place().equals(expected));
    assertAllNearby(told, fault);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_in_xlsx_is_told_at_its_cell(Fault fault) {
    byte[] xlsx = SheetWriter.xlsx("Lembar1", spoilt(fault));

    List<Problem> told = ArrowSheet.read("rute.xlsx", xlsx, SOP).problems();

    Place expected = new Place("rute.xlsx#Lembar1", row(fault.at()), column(fault.at()));
    assertThat(told).anyMatch(p -> p.code() == fault.code() && p.place().equals(expected));
    assertAllNearby(told, fault);
  }

  /** One fault is told once or nearly so, and as an error unless it is a warning. */
  private static void assertAllNearby(List<Problem> told, Fault fault) {
    assertThat(told).hasSizeLessThanOrEqualTo(fault.cell().endsWith("2") ? 12 : 2);
    assertThat(told)
        .allSatisfy(p -> assertThat(p.text(Language.ID) + p.hint(Language.EN)).isNotBlank());
    assertThat(told.stream().anyMatch(p -> p.severity() == Severity.ERROR))
        .isEqualTo(fault.code().severity() == Severity.ERROR);
  }

  @Test
  void what_is_told_names_the_cell_as_a_spreadsheet_shows_it() {
    byte[] xlsx = SheetWriter.xlsx("L", spoilt(fault("D4", "7", UNKNOWN_ROW)));

    List<Problem> told = ArrowSheet.read("rute.xlsx", xlsx, SOP).problems();

    assertThat(told.get(0).text(Language.ID))
        .isEqualTo("Dalam aturan \"1: ke 7\", sel D4: baris \"7\" tidak ada dalam sop.yaml.");
  }

  private static List<List<String>> spoilt(Fault fault) {
    List<List<String>> rows = new ArrayList<>();
    SmallTable.rows().forEach(r -> rows.add(new ArrayList<>(r)));
    while (rows.size() < row(fault.cell())) {
      rows.add(new ArrayList<>(java.util.Collections.nCopies(9, "")));
    }
    List<String> row = rows.get(row(fault.cell()) - 1);
    while (row.size() < column(fault.cell())) {
      row.add("");
    }
    row.set(column(fault.cell()) - 1, fault.text().replace("^", ""));
    return rows;
  }

  private static int row(String cell) {
    return Integer.parseInt(cell.substring(1));
  }

  private static int column(String cell) {
    return cell.charAt(0) - 'A' + 1;
  }

  /** Each cell in quotes, so that columns of the file are easily counted. */
  private static byte[] csv(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(
              String.join(";", row.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').toList()))
          .append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Place inCsv(List<List<String>> rows, Fault fault) {
    List<String> row = rows.get(row(fault.at()) - 1);
    int start = 1;
    for (int c = 0; c < column(fault.at()) - 1 && c < row.size(); c++) {
      start += row.get(c).length() + 3;
    }
    int mark = fault.at().equals(fault.cell()) ? fault.text().indexOf('^') : -1;
    boolean isThere = column(fault.at()) <= row.size();
    // A cell begins behind its quotation mark.
    return new Place("rute.csv", row(fault.at()), start + (isThere ? 1 : 0) + Math.max(mark, 0));
  }
}
