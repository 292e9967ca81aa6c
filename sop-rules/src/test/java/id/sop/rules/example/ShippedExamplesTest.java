package id.sop.rules.example;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.routing.Procedure;
import id.sop.rules.Shipped;
import id.sop.worktime.WorkCalendar;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples that come with the five SOPs hold on the real machine. */
class ShippedExamplesTest {
  private static final WorkCalendar CALENDAR = WorkCalendar.indonesia();

  @TestFactory
  Stream<DynamicContainer> every_example_holds() {
    return Shipped.ids().stream()
        .map(
            id -> {
              Procedure procedure = Shipped.procedure(id);
              return DynamicContainer.dynamicContainer(
                  procedure.sop().id().value(),
                  Shipped.examples(procedure).stream()
                      .map(
                          example ->
                              DynamicTest.dynamicTest(
                                  example.nama(),
                                  () ->
                                      assertThat(ExamplePlay.run(procedure, example, CALENDAR))
                                          .isEmpty())));
            });
  }
}
