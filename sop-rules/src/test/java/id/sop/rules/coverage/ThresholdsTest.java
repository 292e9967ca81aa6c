package id.sop.rules.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.problem.Language;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.SopException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {
  private static final Place UJI = Place.startOf("uji.yaml");
  private static final Coverage COVERAGE =
      Pengadaan.measured("baris: 1, pada: 2026-03-02T09:00, data: { nilai: 10 }, posisi: [3]");

  @Test
  void thresholds_are_read_as_a_list() {
    assertThat(Thresholds.parse(" panah=100, mutasi = 90 ").percent())
        .isEqualTo(Map.of(Measure.PANAH, 100, Measure.MUTASI, 90));
    assertThat(Thresholds.parse("").percent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "panah",
        "panah=",
        "panah=101",
        "panah=-1",
        "arrow=90",
        "panah=9,panah=9",
        "Panah=1"
      })
  void anything_else_is_refused_with_the_words_that_are_known(String text) {
    assertThatThrownBy(() -> Thresholds.parse(text))
        .isInstanceOf(SopException.class)
        .hasMessageContaining("SOP-8301")
        .hasMessageContaining("baris, panah, aturan, label, sel, mutasi");
  }

  @Test
  void what_lies_below_is_told_with_what_is_missing() {
    List<Problem> below = Thresholds.parse("label=1,panah=14").below(COVERAGE, UJI);

    assertThat(below).hasSize(1);
    assertThat(below.get(0).text(Language.ID))
        .isEqualTo("Cakupan label hanya 0/2 (0 %), kurang dari batas minimal 1 %.");
    assertThat(below.get(0).hint(Language.ID)).contains("baris 2 YA; baris 2 TIDAK");
  }

  @Test
  void a_figure_is_rounded_down_so_that_100_means_all() {
    assertThat(new Figure(999, 1000).percent()).isEqualTo(99);
    assertThat(new Figure(0, 0).percent()).isEqualTo(100);
    assertThat(Thresholds.parse("panah=15").below(COVERAGE, UJI)).hasSize(1);
  }
}
