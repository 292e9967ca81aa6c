package id.sop.benchmarks;

import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.routing.RouteQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The case that {@link CoreHost} carries out, as mere routing: row by row until its end. */
final class Walk {
  private static final Map<String, DataValue> FAR = Map.of("lokasi", DataValue.of("LUAR_PROVINSI"));

  private Walk() {}

  /** Finds the next row. */
  interface Route {
    String next(RouteQuestion question);
  }

  /** The rows walked through, and how it ended. */
  static List<String> by(Route route) {
    List<String> rows = new ArrayList<>();
    rows.add(route.next(RouteQuestion.start(Map.of())));
    while (StepId.isValid(last(rows)) && !last(rows).equals(HandSwitch.END)) {
      rows.add(route.next(done(last(rows))));
    }
    return rows;
  }

  static String last(List<String> rows) {
    return rows.get(rows.size() - 1);
  }

  private static RouteQuestion done(String row) {
    Optional<Label> label = row.equals("3") ? Optional.of(Label.of("YA")) : Optional.empty();
    RouteQuestion.Completed completed =
        new RouteQuestion.Completed(StepId.of(row), label, PelaksanaCode.of("KASUBAG"), 1);
    return new RouteQuestion(Optional.of(completed), Set.of(), Set.of(completed.step()), FAR);
  }
}
