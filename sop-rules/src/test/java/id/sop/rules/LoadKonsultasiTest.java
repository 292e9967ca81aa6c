package id.sop.rules;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RoutingTable;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoadKonsultasiTest {
  private static LoadedSop loaded;

  @BeforeAll
  static void load() {
    SopBundle bundle = SopBundle.onClassPath(SopId.of("limapuluhkota.konsultasi"));
    loaded = Bundles.reading(TestSop.konsultasi()).loaded(bundle);
  }

  @Test
  void konsultasi_loads_without_a_single_problem() {
    assertThat(loaded.problems()).isEmpty();
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
}
