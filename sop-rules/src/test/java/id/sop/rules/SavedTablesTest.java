package id.sop.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SavedTable;
import id.sop.bundle.SopBundle;
import id.sop.bundle.TableCode;
import id.sop.definition.SopId;
import id.sop.problem.Problem;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables that come with the five bundles, and what a host gets that would rather not compile.
 */
class SavedTablesTest {
  private static final SopId KONSULTASI = SopId.of("limapuluhkota.konsultasi");

  static List<SopId> shipped() {
    return Shipped.ids();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  void a_shipped_table_is_what_its_rules_say_today(SopId id) {
    SopBundle bundle = SopBundle.onClassPath(id);
    Procedure compiled = Shipped.procedure(id);
    byte[] now = SavedTable.bytes(bundle, compiled.sop(), (RoutingTable) compiled.router());

    String saved = new String(bundle.bytes(SopBundle.TABEL).orElseThrow(), UTF_8);

    assertThat(withoutLibrary(saved))
        .as(
            "renew it: java -jar sop-rules/cli/target/sop.jar tabel"
                + " sop-rules/src/main/resources/%s --simpan",
            bundle.folder())
        .isEqualTo(withoutLibrary(new String(now, UTF_8)));
  }

  /** Which version wrote it does not matter as long as form and dialect stay. */
  private static String withoutLibrary(String table) {
    return table.replaceFirst("\"library\":\"[^\"]*\"", "");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  void a_saved_table_gives_the_procedure_that_compiling_gives(SopId id) {
    Procedure compiled = Shipped.procedure(id);

    Procedure saved = SavedTable.procedureOrThrow(SopBundle.onClassPath(id));

    assertThat(saved.sop()).isEqualTo(compiled.sop());
    assertThat(saved.digest()).isEqualTo(compiled.digest());
    assertThat(((RoutingTable) saved.router()).blocks())
        .isEqualTo(((RoutingTable) compiled.router()).blocks());
  }

  @Test
  void a_host_that_takes_either_is_told_that_the_table_was_saved() {
    OpenedSop opened = SopRules.open(SopBundle.onClassPath(KONSULTASI));

    assertThat(opened.way()).isEqualTo(OpenedSop.Way.SAVED);
    assertThat(opened.whyNotSaved()).isEmpty();
    assertThat(opened.loaded().procedure()).isPresent();
    assertThat(opened.loaded().table()).isPresent();
  }

  @Test
  void with_changed_rules_it_compiles_and_says_why() {
    SopBundle shipped = SopBundle.onClassPath(KONSULTASI);
    String rules = new String(shipped.bytes(SopBundle.RUTE).orElseThrow(), UTF_8);
    Map<String, byte[]> files = new HashMap<>();
    for (String name : List.of(SopBundle.SOP, SopBundle.TABEL)) {
      files.put(name, shipped.bytes(name).orElseThrow());
    }
    files.put(SopBundle.RUTE, rules.replace("2 hari kalender", "5 hari kalender").getBytes(UTF_8));

    OpenedSop opened = SopRules.open(SopBundle.of("contoh", files));

    assertThat(opened.way()).isEqualTo(OpenedSop.Way.COMPILED);
    assertThat(opened.whyNotSaved())
        .extracting(Problem::code)
        .containsExactly(TableCode.TABLE_OUTDATED);
    assertThat(opened.loaded().table().orElseThrow().entries())
        .anyMatch(e -> e.answer().toString().contains("jumlah=5, satuan=HARI_KALENDER"));
  }

  @Test
  void loading_compiles_even_if_a_saved_table_is_there_and_broken() {
    SopBundle shipped = SopBundle.onClassPath(KONSULTASI);
    Map<String, byte[]> files = new HashMap<>();
    for (String name : List.of(SopBundle.SOP, SopBundle.RUTE)) {
      files.put(name, shipped.bytes(name).orElseThrow());
    }
    files.put(SopBundle.TABEL, new byte[5_000_000]);

    LoadedSop loaded = SopRules.load(SopBundle.of("contoh", files));

    assertThat(loaded.errors()).isEmpty();
  }
}
