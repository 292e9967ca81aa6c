package id.sop.benchmarks;

import id.sop.bundle.SavedTable;
import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RoutingTable;
import java.util.List;

/** The 13 rows of Konsultasi, and the 16 questions that they and its start can raise. */
final class Konsultasi {
  static final SopId ID = SopId.of("limapuluhkota.konsultasi");

  private Konsultasi() {}

  static RoutingTable table() {
    return SavedTable.read(SopBundle.onClassPath(ID)).table().orElseThrow();
  }

  static List<RouteQuestion> questions() {
    return table().entries().stream().map(RoutingTable.Entry::witness).toList();
  }
}
