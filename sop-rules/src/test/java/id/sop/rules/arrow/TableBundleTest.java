package id.sop.rules.arrow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.BundleCode;
import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import id.sop.problem.Problem;
import id.sop.routing.RouteAnswer;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.rules.dialect.Gate;
import id.sop.rules.sheet.SheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class TableBundleTest {
  private static final SopBundle DRL = SopBundle.onClassPath(SopId.of("limapuluhkota.konsultasi"));

  @Test
  void two_files_of_arrows_are_one_too_many() {
    SopBundle both = with(Map.of(SopBundle.RUTE, new byte[0], SopBundle.RUTE_CSV, new byte[0]));

    LoadedSop loaded = SopRules.load(both);

    assertThat(loaded.procedure()).isEmpty();
    assertThat(loaded.problems()).extracting(Problem::code).contains(BundleCode.TWO_ROUTES);
  }

  @Test
  void the_digest_covers_the_table_that_is_there() {
    String one = with(Map.of(SopBundle.RUTE_CSV, new byte[] {1})).digest();

    assertThat(with(Map.of(SopBundle.RUTE_CSV, new byte[] {2})).digest()).isNotEqualTo(one);
    assertThat(with(Map.of(SopBundle.RUTE_XLSX, new byte[] {1})).digest()).isNotEqualTo(one);
    assertThat(with(Map.of(SopBundle.RUTE, new byte[] {1})).digest()).isNotEqualTo(one);
  }

  @Test
  void an_answer_points_into_the_sheet() {
    byte[] xlsx = SheetWriter.xlsx("Rute", ArrowTable.rows(Tables.sop(DRL), Tables.rules(DRL)));

    LoadedSop loaded = SopRules.load(with(Map.of(SopBundle.RUTE_XLSX, xlsx)));

    RouteAnswer start = loaded.table().orElseThrow().entries().get(0).answer();
    assertThat(((RouteAnswer.Open) start).why().place()).hasToString("contoh/rute.xlsx#Rute:2:2");
  }

  @Test
  void what_the_exploration_finds_stands_in_the_sheet_too() {
    List<List<String>> rows = new ArrayList<>(ArrowTable.rows(Tables.sop(DRL), Tables.rules(DRL)));
    rows.remove(5);

    LoadedSop loaded =
        SopRules.load(with(Map.of(SopBundle.RUTE_XLSX, SheetWriter.xlsx("Rute", rows))));

    assertThat(loaded.errors()).isNotEmpty();
  }

  @Test
  void a_workbook_of_an_office_is_read_with_its_joined_cells_and_numbers() {
    byte[] workbook =
        workbook(
            ws -> {
              String[] heads = {"DARI", "Keputusan ", "Syarat", "KE", "Dasar Hukum"};
              for (int c = 0; c < heads.length; c++) {
                ws.value(3, c, heads[c]);
              }
              ws.value(0, 0, "Aturan SOP contoh");
              ws.value(4, 0, "Mulai");
              ws.value(4, 3, 1);
              ws.value(4, 4, "SOP contoh");
              ws.range(4, 4, 11, 4).merge();
              ws.value(6, 0, 1);
              ws.value(6, 3, 2);
              ws.value(7, 0, 2);
              ws.range(7, 0, 8, 0).merge();
              ws.value(7, 1, "ya");
              ws.value(7, 3, 3);
              ws.value(8, 1, "tidak");
              ws.value(8, 3, 1);
              ws.value(9, 0, 3);
              ws.value(9, 3, "selesai");
            });

    Gate.Reading reading = ArrowSheet.read("rute.xlsx", workbook, SmallTable.sop());

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.rules().stream().map(r -> r.name()))
        .containsExactly("Mulai: ke 1", "1: ke 2", "2 ya: ke 3", "2 tidak: ke 1", "3: selesai");
    assertThat(reading.rules().get(3).reason().place()).hasToString("rute.xlsx#Lembar1:9:1");
  }

  @Test
  void a_number_or_date_that_the_program_made_is_refused() {
    for (Consumer<Worksheet> made :
        List.<Consumer<Worksheet>>of(
            ws -> ws.value(1, 1, 4.5),
            ws -> {
              ws.value(1, 1, java.time.LocalDate.of(2026, 5, 4));
              ws.style(1, 1).format("d/m").set();
            })) {
      byte[] workbook =
          workbook(
              ws -> {
                ws.value(0, 0, "dari");
                ws.value(0, 1, "ke");
                ws.value(0, 2, "dasar hukum");
                ws.value(1, 0, 1);
                ws.value(1, 2, "SOP");
                made.accept(ws);
              });

      List<Problem> told = ArrowSheet.read("rute.xlsx", workbook, SmallTable.sop()).problems();

      assertThat(told).extracting(Problem::code).containsExactly(ArrowCode.CELL_CONVERTED);
      assertThat(told.get(0).place()).hasToString("rute.xlsx#Lembar1:2:2");
    }
  }

  @Test
  void two_sheets_with_a_table_are_refused_also_when_one_is_hidden() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "contoh", "1.0")) {
      for (String name : List.of("Baru", "Lama")) {
        Worksheet ws = workbook.newWorksheet(name);
        ws.value(0, 0, "dari");
        ws.value(0, 1, "ke");
        ws.value(0, 2, "dasar hukum");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    List<Problem> told =
        ArrowSheet.read("rute.xlsx", bytes.toByteArray(), SmallTable.sop()).problems();

    assertThat(told).extracting(Problem::code).containsExactly(ArrowCode.TWO_TABLES);
    assertThat(told.get(0).place().file()).isEqualTo("rute.xlsx#Lama");
  }

  @Test
  void cells_joined_across_columns_are_refused() {
    byte[] workbook =
        workbook(
            ws -> {
              ws.value(0, 0, "dari");
              ws.value(0, 1, "ke");
              ws.value(0, 2, "dasar hukum");
              ws.value(1, 0, 1);
              ws.value(1, 2, "SOP");
              ws.range(1, 0, 1, 1).merge();
            });

    List<Problem> told = ArrowSheet.read("rute.xlsx", workbook, SmallTable.sop()).problems();

    assertThat(told).extracting(Problem::code).contains(ArrowCode.JOINED_ACROSS);
  }

  @Test
  void csv_and_xlsx_of_one_table_give_rules_of_one_digest() {
    List<List<String>> rows = SmallTable.rows();

    List<String> fromCsv = digests(SheetWriter.csv(rows));

    assertThat(fromCsv).doesNotHaveDuplicates().isEqualTo(digests(SheetWriter.xlsx("L", rows)));
  }

  private static List<String> digests(byte[] table) {
    return ArrowSheet.read("rute", table, SmallTable.sop()).rules().stream()
        .map(r -> r.reason().digest())
        .toList();
  }

  @Test
  void a_broken_document_does_not_make_the_table_throw() {
    SopBundle bundle =
        SopBundle.of(
            "contoh",
            Map.of(SopBundle.SOP, "sop: x".getBytes(UTF_8), SopBundle.RUTE_CSV, new byte[] {'a'}));

    assertThat(SopRules.load(bundle).errors()).isNotEmpty();
  }

  private static SopBundle with(Map<String, byte[]> files) {
    Map<String, byte[]> all = new LinkedHashMap<>(files);
    all.put(SopBundle.SOP, DRL.bytes(SopBundle.SOP).orElseThrow());
    return SopBundle.of("contoh", all);
  }

  private static byte[] workbook(Consumer<Worksheet> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "contoh", "1.0")) {
      content.accept(workbook.newWorksheet("Lembar1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
