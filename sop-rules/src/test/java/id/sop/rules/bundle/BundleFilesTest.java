package id.sop.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.definition.Asumsi;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.problem.Severity;
import id.sop.rules.SopRules;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the files of all shipped bundles. */
final class BundleFilesTest {
  private static final Pattern PERSONAL =
      Pattern.compile(
          "\\bNIP\\b|\\d[\\d .]{16,}\\d|\\b(?:Drs|Dra|Ir|Dr|Hj?)\\. ?[A-Z]"
              + "|,? S\\.(?:H|E|Sos|IP|Kom|Pd)\\b|\\bM\\.(?:Si|M|H)\\b"
              + "|\\b(?:Pembina|Penata|Pengatur)\\b.*\\b(?:Muda|Tingkat|Tk|I[IV]*/[a-e])");

  /** The ambiguities of each paper that had to be decided before it could run. */
  private static final Map<String, String> DECIDED =
      Map.of(
          "karanganyar.kunjungan-kerja",
          "K1 K2 K3 K4 K5 K6 K7 K8 K9 K10 K11 K12 K13 K14",
          "limapuluhkota.konsultasi",
          "L1 L2 L5 L6 L7 L8 L9 L10 L11 L12 L13 L14 L17 L18 L19 L20 L22 L23 L24",
          "limapuluhkota.bimtek",
          "L1 L2 L6 L7 L8 L10 L11 L12 L13 L14 L15 L17 L18 L19 L20 L22 L24",
          "limapuluhkota.dialog-hearing",
          "L6 L7 L8 L16 L17 L18 L19 L21",
          "limapuluhkota.reses",
          "L3 L4 L6 L7 L8 L9 L10 L11 L12 L13 L14 L17 L18 L19 L20 L22 L24");

  static List<SopId> bundles() {
    return Bundles.all();
  }

  static Stream<Arguments> files() {
    return bundles().stream()
        .flatMap(
            id ->
                Stream.of(Bundles.SOP, Bundles.RUTE, Bundles.UJI)
                    .map(file -> Arguments.of(id, file)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("files")
  void a_file_names_no_person(SopId id, String file) {
    String text = Bundles.text(id, file);

    assertThat(text.lines()).noneMatch(PERSONAL.asPredicate());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("files")
  void a_file_is_tidy(SopId id, String file) {
    String text = Bundles.text(id, file);

    assertThat(text).endsWith("\n").doesNotEndWith("\n\n").doesNotContain("\t", "\r", "\uFEFF");
    assertThat(text.lines()).noneMatch(line -> line.endsWith(" "));
  }

  @Test
  void the_search_for_persons_finds_what_it_should() {
    assertThat(Stream.of("NIP. 0", "19700101 199501 1 001", "Drs. ABC", "ABC, S.Sos", "X, M.Si"))
        .allMatch(PERSONAL.asPredicate());
    assertThat("Pembina Utama Muda").matches(PERSONAL.asPredicate());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void a_bundle_loads_without_an_error(SopId id) {
    var problems = SopRules.load(SopBundle.onClassPath(id)).problems();

    assertThat(problems).noneMatch(problem -> problem.severity() == Severity.ERROR);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void every_decided_ambiguity_of_the_paper_is_recorded(SopId id) {
    Sop sop = Bundles.procedure(id).sop();

    List<String> codes = sop.asumsi().stream().map(Asumsi::kode).toList();

    assertThat(codes.stream().filter(code -> !code.startsWith("P")))
        .containsExactly(DECIDED.get(id.value()).split(" "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void an_assumption_names_rows_and_a_choice_that_exist_and_is_not_yet_confirmed(SopId id) {
    Sop sop = Bundles.procedure(id).sop();

    assertThat(sop.asumsi())
        .allSatisfy(
            asumsi -> {
              assertThat(sop.langkah().keySet()).containsAll(asumsi.baris());
              assertThat(asumsi.pilihan()).containsKey(asumsi.dipilih());
              assertThat(asumsi.bidang()).isNotEmpty();
              assertThat(asumsi.alasan()).isNotBlank();
              assertThat(asumsi.dikonfirmasi()).isFalse();
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void what_the_paper_does_not_say_is_left_empty(SopId id) {
    Sop sop = Bundles.procedure(id).sop();

    assertThat(sop.identitas().nomor()).isEmpty();
    assertThat(sop.identitas().tanggalPembuatan()).isEmpty();
    assertThat(sop.identitas().tanggalEfektif()).isEmpty();
    assertThat(sop.identitas().tercetak()).containsKey("tanggalPembuatan");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void the_examples_agree_with_the_rules_and_fire_every_arrow(SopId id) {
    ExampleReplay replay = ExampleReplay.of(Bundles.procedure(id), Bundles.text(id, Bundles.UJI));

    assertThat(replay.disagreements()).isEmpty();
    assertThat(replay.fired())
        .containsExactlyInAnyOrderElementsOf(RuleText.names(Bundles.text(id, Bundles.RUTE)));
  }
}
