package id.sop.rules.example;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.example.ExampleReader;
import id.sop.routing.Procedure;
import id.sop.rules.SopBundle;
import id.sop.rules.SopRules;
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
    return SopBundle.shipped().stream()
        .map(
            bundle -> {
              Procedure procedure = SopRules.loadOrThrow(bundle);
              ExampleReader.Result read = read(bundle, procedure);
              assertThat(read.problems()).isEmpty();
              return DynamicContainer.dynamicContainer(
                  procedure.sop().id().value(),
                  read.examples().stream()
                      .map(
                          example ->
                              DynamicTest.dynamicTest(
                                  example.nama(),
                                  () ->
                                      assertThat(ExamplePlay.run(procedure, example, CALENDAR))
                                          .isEmpty())));
            });
  }

  private static ExampleReader.Result read(SopBundle bundle, Procedure procedure) {
    return ExampleReader.read(
        bundle.fileName(SopBundle.UJI), bundle.bytes(SopBundle.UJI).orElseThrow(), procedure.sop());
  }
}
