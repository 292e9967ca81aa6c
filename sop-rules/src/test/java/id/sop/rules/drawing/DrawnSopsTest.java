package id.sop.rules.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.SopId;
import id.sop.document.FlowDrawing;
import id.sop.document.Geometry;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import id.sop.rules.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The drawings of the five SOPs in {@code docs/gambar}, as {@code sop gambar ID -o} writes them.
 */
class DrawnSopsTest {
  private static List<SopId> ids() {
    return Shipped.ids();
  }

  private static FlowDrawing drawing(SopId id) {
    Procedure procedure = Shipped.procedure(id);
    return FlowDrawing.of(procedure.sop(), (RoutingTable) procedure.router());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void the_drawing_in_the_docs_is_what_the_rules_make(SopId id) throws IOException {
    String kept = Files.readString(Path.of("docs", "gambar", id + ".svg"));

    assertThat(drawing(id).svg()).isEqualTo(kept);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void nothing_overlaps(SopId id) {
    assertThat(Geometry.faults(drawing(id).svg())).isEmpty();
  }
}
