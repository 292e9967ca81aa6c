package id.sop.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.SopId;
import id.sop.definition.StepId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The ways through each SOP from start to end, as the rules answer them. A way may go back once:
 * more returns repeat the same rows.
 */
final class PathsTest {

  @Test
  void a_visit_from_another_region_goes_straight_through() {
    List<String> ways = waysThrough("karanganyar.kunjungan-kerja");

    assertThat(ways).containsExactly("1 2 3 4 5 6 7 8");
  }

  @Test
  void a_consultation_may_be_refused_once_and_goes_inside_or_outside_the_province() {
    List<String> ways = waysThrough("limapuluhkota.konsultasi");

    assertThat(ways)
        .containsExactlyInAnyOrder(
            "1 2 3(YA) 4 5 6 7 8 9 10{lokasi=DALAM_PROVINSI} 11 13",
            "1 2 3(YA) 4 5 6 7 8 9 10{lokasi=LUAR_PROVINSI} 12 13",
            "1 2 3(TIDAK) 2 3(YA) 4 5 6 7 8 9 10{lokasi=DALAM_PROVINSI} 11 13",
            "1 2 3(TIDAK) 2 3(YA) 4 5 6 7 8 9 10{lokasi=LUAR_PROVINSI} 12 13");
  }

  @Test
  void a_training_may_be_refused_once() {
    List<String> ways = waysThrough("limapuluhkota.bimtek");

    assertThat(ways)
        .containsExactlyInAnyOrder(
            "1 2 3(YA) 4 5 6 7 8 9 10 11 12 13", "1 2 3(TIDAK) 2 3(YA) 4 5 6 7 8 9 10 11 12 13");
  }

  @Test
  void a_hearing_goes_straight_through() {
    List<String> ways = waysThrough("limapuluhkota.dialog-hearing");

    assertThat(ways).containsExactly("1 2 3 4 5 6 7 8");
  }

  @Test
  void a_recess_cannot_be_refused() {
    List<String> ways = waysThrough("limapuluhkota.reses");

    assertThat(ways).containsExactly("1 2 3 4 5 6 7 8 9 10 11 12");
  }

  private static List<String> waysThrough(String sop) {
    List<Arrow> arrows = Arrow.of(Bundles.procedure(SopId.of(sop)));
    StepId first = Arrow.outOf(arrows, Optional.empty()).get(0).to().orElseThrow().step();
    List<String> ways = new ArrayList<>();
    walk(arrows, first, "", Set.of(), false, ways);
    return ways;
  }

  private static void walk(
      List<Arrow> arrows,
      StepId at,
      String before,
      Set<StepId> visited,
      boolean returned,
      List<String> ways) {
    Set<StepId> seen = new HashSet<>(visited);
    seen.add(at);
    for (Arrow arrow : Arrow.outOf(arrows, Optional.of(at))) {
      String way = before + at + arrow.mark();
      if (arrow.to().isEmpty()) {
        ways.add(way);
        continue;
      }
      StepId next = arrow.to().get().step();
      if (!seen.contains(next)) {
        walk(arrows, next, way + " ", seen, returned, ways);
      } else if (!returned) {
        walk(arrows, next, way + " ", Set.of(), true, ways);
      }
    }
  }
}
