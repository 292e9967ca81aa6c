package id.sop.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No drawing is ugly, however wild the flow. */
class GeometryTest {
  private static final long SEED = 35_2012;
  private static final int SOPS = 300;

  @Test
  void nothing_overlaps_in_three_hundred_random_sops() {
    List<String> faults = new ArrayList<>();
    int arrows = 0;
    for (long seed = SEED; seed < SEED + SOPS; seed++) {
      FlowDrawing drawing = RandomSops.drawing(seed);
      arrows += drawing.arrows().size();
      String where = "seed " + seed + " ";
      Geometry.faults(drawing.svg()).stream().limit(3).forEach(f -> faults.add(where + f));
    }

    System.out.printf("figure: %d SOPs from seed %d, %d arrows%n", SOPS, SEED, arrows);
    assertThat(faults).isEmpty();
  }
}
