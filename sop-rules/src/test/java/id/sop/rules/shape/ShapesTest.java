package id.sop.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.document.FlowDrawing;
import id.sop.document.Geometry;
import id.sop.problem.Severity;
import id.sop.rules.LoadedSop;
import id.sop.rules.example.ExamplePlay;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each shape of flow that a signed SOP can ask for: it loads, its examples hold, it is drawn. */
class ShapesTest {
  static List<String> names() {
    return Shapes.names();
  }

  /** Imperfect paper is there to be warned of; of all others there is nothing to say. */
  @ParameterizedTest
  @MethodSource("names")
  void it_is_found_in_order(String name) {
    LoadedSop loaded = Shapes.loaded(name);

    assertThat(loaded.errors()).isEmpty();
    assertThat(loaded.problems())
        .filteredOn(p -> p.severity() == Severity.WARNING)
        .as("warnings")
        .matches(warnings -> warnings.isEmpty() != name.startsWith("c20"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void its_examples_hold(String name) {
    SopBundle bundle = Shapes.bundle(name);

    assertThat(bundle.bytes(SopBundle.UJI)).isPresent();
    assertThat(ExamplePlay.run(bundle, Shapes.loaded(name).procedure().orElseThrow())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void it_is_drawn_without_overlaps(String name) {
    LoadedSop loaded = Shapes.loaded(name);

    FlowDrawing drawing =
        FlowDrawing.of(loaded.procedure().orElseThrow().sop(), loaded.table().orElseThrow());

    assertThat(Geometry.faults(drawing.svg())).isEmpty();
    assertThat(drawing.mermaid()).startsWith("flowchart TD\n").doesNotContain("null");
  }
}
