package id.sop.rules.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Language;
import id.sop.problem.Place;
import id.sop.rules.coverage.Mutant.Slip;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is counted as proven, and what is not. */
class CoverageTest {
  private static final String SMALL =
      """
      baris: 1, pada: 2026-03-02T09:00, data: { nilai: 10 }, posisi: [3]
      """;

  private static List<String> gaps(Coverage coverage, Measure measure) {
    return coverage.gaps().stream()
        .filter(item -> item.measure() == measure)
        .map(Item::name)
        .toList();
  }

  private static Set<String> survivors(Coverage coverage, Slip slip) {
    return coverage.survivors().stream()
        .filter(m -> m.slip() == slip)
        .map(Mutant::toString)
        .collect(Collectors.toSet());
  }

  @Test
  void what_no_example_passes_is_named_with_its_place() {
    Coverage coverage = Pengadaan.measured(SMALL);

    assertThat(coverage.figure(Measure.BARIS)).hasToString("1/6 (16 %)");
    assertThat(coverage.figure(Measure.PANAH)).hasToString("2/14 (14 %)");
    assertThat(coverage.figure(Measure.ATURAN)).hasToString("2/13 (15 %)");
    assertThat(gaps(coverage, Measure.LABEL)).containsExactly("baris 2 YA", "baris 2 TIDAK");
    assertThat(gaps(coverage, Measure.PANAH))
        .contains("“bercabang” → baris 4", "“4 menunggu” → menunggu", "“habis” → berakhir DITOLAK");
    assertThat(gaps(coverage, Measure.SEL)).contains("baris 1, nilai 50..1000");
    assertThat(coverage.gaps())
        .filteredOn(item -> item.name().equals("“besar” → baris 2"))
        .extracting(Item::place)
        .containsExactly(new Place("contoh/rute.drl", line("besar"), 1));
  }

  private static int line(String rule) {
    List<String> lines = Pengadaan.RULES.lines().toList();
    return lines.indexOf("rule \"" + rule + "\"") + 1;
  }

  @Test
  void each_branch_of_a_fork_and_each_side_of_a_join_counts_for_itself() {
    Coverage coverage =
        Pengadaan.measured(
            SMALL
                + """
                baris: 3, pada: 2026-03-02T10:00, oleh: STAF, posisi: [4, 5]
                baris: 5, pada: 2026-03-02T11:00, posisi: [4]
                baris: 4, pada: 2026-03-02T12:00, posisi: [6]
                """);

    assertThat(gaps(coverage, Measure.PANAH))
        .contains("“4 menunggu” → menunggu", "“5 terus” → baris 6")
        .doesNotContain(
            "“bercabang” → baris 4",
            "“bercabang” → baris 5",
            "“5 menunggu” → menunggu",
            "“4 terus” → baris 6");
  }

  @Test
  void an_example_that_does_not_hold_proves_nothing() {
    Coverage coverage =
        Pengadaan.measured("baris: 1, pada: 2026-03-02T09:00, data: { nilai: 10 }, posisi: [2]");

    assertThat(coverage.mismatches()).hasSize(1);
    assertThat(coverage.figure(Measure.PANAH).covered()).isZero();
    assertThat(coverage.figure(Measure.MUTASI).covered()).isZero();
  }

  @Test
  void a_mismatch_names_the_row_what_was_found_the_rule_and_its_line() {
    Coverage coverage =
        Pengadaan.measured("baris: 1, pada: 2026-03-02T09:00, data: { nilai: 10 }, posisi: [2]");

    assertThat(coverage.mismatches().get(0).text(Language.ID))
        .isEqualTo(
            "Sesudah baris 1 baris yang terbuka seharusnya 2, ternyata 3. Aturan yang menjawab:"
                + " “kecil” (contoh/rute.drl:%d:1).".formatted(line("kecil")));
  }

  @Test
  void a_boundary_is_only_proven_by_the_values_on_both_its_sides() {
    Coverage far =
        Pengadaan.measured(
            SMALL, "baris: 1, pada: 2026-03-02T09:00, data: { nilai: 900 }, posisi: [2]");
    Coverage near =
        Pengadaan.measured(
            "baris: 1, pada: 2026-03-02T09:00, data: { nilai: 49 }, posisi: [3]",
            "baris: 1, pada: 2026-03-02T09:00, data: { nilai: 50 }, posisi: [2]");

    assertThat(far.figure(Measure.SEL)).isEqualTo(near.figure(Measure.SEL));
    assertThat(survivors(far, Slip.BATAS))
        .contains(
            "“kecil”: batas nilai digeser: 0..49 menjadi 0..50",
            "“kecil”: batas nilai digeser: 0..49 menjadi 0..48");
    assertThat(survivors(near, Slip.BATAS)).noneMatch(m -> m.contains("nilai"));
  }

  @Test
  void an_arrow_that_is_passed_without_a_look_is_not_proven() {
    String blind = "baris: 1, pada: 2026-03-02T09:00, data: { nilai: 10 }";

    Coverage unseen = Pengadaan.measured(blind);
    Coverage seen = Pengadaan.measured(SMALL);

    assertThat(unseen.figure(Measure.PANAH)).isEqualTo(seen.figure(Measure.PANAH));
    assertThat(survivors(unseen, Slip.TUJUAN)).contains("“kecil”: ke baris 4, bukan baris 3");
    assertThat(survivors(seen, Slip.TUJUAN)).doesNotContain("“kecil”: ke baris 4, bukan baris 3");
    assertThat(unseen.firstSurvivors())
        .extracting(Mutant::toString)
        .contains("“kecil”: ke baris 4, bukan baris 3");
    assertThat(unseen.firstSurvivors())
        .extracting(Mutant::toString)
        .noneMatch(m -> m.startsWith("“besar”"));
  }

  @Test
  void every_kind_of_slip_is_made() {
    Coverage coverage = Pengadaan.measured(SMALL);

    assertThat(coverage.slips()).containsOnlyKeys(Slip.values());
    assertThat(survivors(coverage, Slip.SYARAT))
        .contains(
            "“bercabang”: berlaku juga bila oleh KABAG",
            "“4 menunggu”: berlaku juga bila terbuka 5 tidak");
    assertThat(survivors(coverage, Slip.PELAKSANA))
        .contains("“kecil”: baris 3: oleh KABAG, bukan STAF, KABAG");
    assertThat(survivors(coverage, Slip.LABEL)).containsExactly("“kembali”: TIDAK dan YA tertukar");
    assertThat(survivors(coverage, Slip.AKHIR))
        .contains(
            "“habis”: berakhir SELESAI, bukan DITOLAK", "“selesai”: ke baris 1, bukan berakhir");
    assertThat(survivors(coverage, Slip.WAKTU))
        .contains("“setuju”: baris 3: 2 hari kerja, bukan 1 hari kerja");
  }

  @Test
  void the_same_examples_give_the_same_reports() {
    Coverage first = Pengadaan.measured(SMALL);
    Coverage second = Pengadaan.measured(SMALL);

    assertThat(CoverageJson.of(first)).isEqualTo(CoverageJson.of(second));
    assertThat(html(first)).isEqualTo(html(second));
  }

  private static String html(Coverage coverage) {
    return CoverageHtml.of(List.of(new CoverageHtml.Chapter(coverage, Pengadaan.RULES)));
  }

  @Test
  void the_page_shows_the_rule_file_with_what_is_proven_of_each_rule() {
    Coverage coverage = Pengadaan.measured(SMALL.replace(", posisi: [3]", ""));

    List<RuleLines.Line> lines = RuleLines.of(coverage, Pengadaan.RULES).all();

    assertThat(lines.get(line("kecil") - 1).proof()).isEqualTo(RuleLines.Proof.WEAK);
    assertThat(lines.get(line("kecil") - 1).notes()).contains("ke baris 4, bukan baris 3");
    assertThat(lines.get(line("kecil")).proof()).isEqualTo(RuleLines.Proof.WEAK);
    assertThat(lines.get(line("besar") - 1).proof()).isEqualTo(RuleLines.Proof.NOT_PASSED);
    assertThat(lines.get(line("besar") - 1).notes()).isEmpty();
    assertThat(lines.get(line("besar") - 2).proof()).isEqualTo(RuleLines.Proof.NONE);
    assertThat(html(coverage))
        .contains("<td>rule &quot;kecil&quot;</td>", "lolos: ke baris 4, bukan baris 3")
        .doesNotContain("<script", "http://", "https://");
  }

  @Test
  void the_json_is_one_object_on_one_line() {
    String json = CoverageJson.of(Pengadaan.measured(SMALL));

    assertThat(json)
        .startsWith("{\"sop\":\"uji.pengadaan\",\"digest\":\"")
        .contains(
            "\"panah\":{\"covered\":2,\"total\":14,\"percent\":14,\"gaps\":[{\"name\":\"“besar” → baris 2\",\"file\":\"contoh/rute.drl\",\"line\":"
                + line("besar"))
        .doesNotContain("\n");
  }
}
