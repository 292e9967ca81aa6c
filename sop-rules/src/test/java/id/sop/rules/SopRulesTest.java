package id.sop.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.bundle.BundleCode;
import id.sop.bundle.SopBundle;
import id.sop.bundle.UnsoundBundleException;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.problem.Problem;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RoutingTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SopRulesTest {
  private static LoadedSop loaded;

  @BeforeAll
  static void load() {
    SopBundle bundle = SopBundle.onClassPath(SopId.of("limapuluhkota.konsultasi"));
    loaded = SopRules.load(bundle);
  }

  @Test
  void konsultasi_loads_without_an_error() {
    assertThat(loaded.errors()).isEmpty();
    assertThat(loaded.procedure()).isPresent();
  }

  @Test
  void its_table_has_one_line_for_each_arrow_of_the_flowchart() {
    RoutingTable table = loaded.table().orElseThrow();

    List<String> lines =
        table.entries().stream()
            .map(e -> e.from() + " " + e.label() + " " + e.data() + " " + e.conditions())
            .toList();

    assertThat(lines)
        .hasSize(16)
        .contains(
            "Optional.empty Optional.empty {} {}",
            "Optional[3] Optional[TIDAK] {} {}",
            "Optional[10] Optional.empty {lokasi=LUAR_PROVINSI} {}");
  }

  @Test
  void the_place_decides_where_row_10_leads_and_for_how_long() {
    RoutingTable.Entry outside =
        loaded.table().orElseThrow().entries().stream()
            .filter(e -> e.data().containsValue("LUAR_PROVINSI"))
            .findFirst()
            .orElseThrow();

    RouteAnswer.Open answer = (RouteAnswer.Open) outside.answer();

    assertThat(answer.targets())
        .singleElement()
        .extracting(t -> t.step())
        .isEqualTo(StepId.of("12"));
    assertThat(answer.targets().get(0).waktu().teks()).isEqualTo("4 hari kalender");
    assertThat(answer.why().rule()).isEqualTo("10 luar provinsi: empat hari");
    assertThat(answer.why().place().line()).isPositive();
  }

  static Stream<SopBundle> shipped() {
    return SopRules.shipped().stream();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void every_shipped_bundle_can_be_carried_out(SopBundle bundle) {
    LoadedSop shipped = SopRules.load(bundle);

    assertThat(shipped.errors()).isEmpty();
    assertThat(shipped.problems())
        .extracting(p -> p.code().id())
        .as("warnings of the rules")
        .noneMatch(id -> id.startsWith("SOP-2") || id.startsWith("SOP-3"));
    assertThat(shipped.procedure().orElseThrow().digest()).matches("[0-9a-f]{64}");
  }

  @Test
  void the_list_of_shipped_bundles_is_complete() throws Exception {
    Path root =
        Path.of(SopBundle.class.getClassLoader().getResource("sop/daftar.txt").toURI()).getParent();

    List<String> folders;
    try (Stream<Path> files = Files.walk(root)) {
      folders =
          files
              .filter(f -> f.endsWith("rute.drl"))
              .map(f -> "sop/" + root.relativize(f.getParent()).toString().replace('\\', '/'))
              .toList();
    }

    assertThat(SopRules.shipped())
        .extracting(SopBundle::folder)
        .containsExactlyInAnyOrderElementsOf(folders);
  }

  @Test
  void an_empty_folder_is_told_what_it_lacks(@TempDir Path folder) {
    List<Problem> problems = SopRules.load(SopBundle.inFolder(folder)).problems();

    assertThat(problems)
        .extracting(p -> p.place().file())
        .containsExactly(folder + "/rute.drl", folder + "/sop.yaml");
    assertThat(problems).extracting(Problem::code).containsOnly(BundleCode.FILE_MISSING);
  }

  @Test
  void a_folder_that_is_not_there_is_a_problem_not_an_exception(@TempDir Path folder) {
    List<Problem> problems = SopRules.load(SopBundle.inFolder(folder.resolve("x"))).problems();

    assertThat(problems)
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo(BundleCode.FOLDER_MISSING);
  }

  @Test
  void rules_that_are_not_utf8_are_refused_at_the_first_bad_byte() {
    byte[] bytes = "// a\n// b\u00e9".getBytes(StandardCharsets.ISO_8859_1);

    List<Problem> problems = Bundles.load(TestSop.konsultasi(), bytes).problems();

    assertThat(problems)
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo(BundleCode.NOT_UTF8);
              assertThat(p.place()).hasToString("contoh/rute.drl:2:5");
            });
  }

  @Test
  void a_folder_whose_document_is_broken_is_told_the_mistakes_of_its_rules_too() {
    Map<String, byte[]> files =
        Map.of(
            SopBundle.SOP,
            "sop: [".getBytes(StandardCharsets.UTF_8),
            SopBundle.RUTE,
            Bundles.konsultasiRules()
                .replace("rute.selesai();", "rute.selesai()")
                .getBytes(StandardCharsets.UTF_8));

    List<Problem> problems = SopRules.load(SopBundle.of("contoh", files)).problems();

    assertThat(problems)
        .extracting(p -> p.place().file() + " " + p.code().name())
        .contains("contoh/rute.drl EXPECTED_IN_RULE")
        .anyMatch(p -> p.startsWith("contoh/sop.yaml "))
        .noneMatch(p -> p.contains("PACKAGE"));
  }

  @Test
  void an_empty_rule_file_is_refused() {
    assertThat(Bundles.load(TestSop.konsultasi(), "").errors()).isNotEmpty();
  }

  @Test
  void the_largest_rule_that_passes_the_gate_is_compiled() {
    String test = "lokasi == \"DALAM_PROVINSI\"";
    String rules =
        Bundles.konsultasiRules()
            .replace(test, String.join(" || ", Collections.nCopies(190, test)));

    LoadedSop loaded = Bundles.load(TestSop.konsultasi(), rules);

    assertThat(loaded.errors()).isEmpty();
  }

  @Test
  void the_digest_follows_the_rules_and_not_the_examples() {
    Map<String, byte[]> files = new HashMap<>();
    files.put(SopBundle.SOP, new byte[] {1});
    files.put(SopBundle.RUTE, new byte[] {2});
    String before = SopBundle.of("a", files).digest();

    files.put(SopBundle.UJI, new byte[] {3});
    String withExamples = SopBundle.of("b", files).digest();
    files.put(SopBundle.RUTE, new byte[] {4});
    String otherRules = SopBundle.of("a", files).digest();

    assertThat(withExamples).isEqualTo(before);
    assertThat(otherRules).isNotEqualTo(before);
  }

  @Test
  void a_bundle_with_errors_is_never_handed_to_an_engine(@TempDir Path folder) {
    assertThatThrownBy(() -> SopRules.loadOrThrow(SopBundle.inFolder(folder)))
        .isInstanceOf(UnsoundBundleException.class)
        .hasMessageContaining("SOP-8007");
  }
}
