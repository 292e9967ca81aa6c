package id.sop.testkit;

import id.sop.example.Example;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.rules.coverage.Coverage;
import id.sop.rules.coverage.Thresholds;
import id.sop.worktime.WorkCalendar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the scenarios of a class that hold, and says at its end what they prove. */
final class Recorder {
  private final Class<?> type;
  private final SopTest asked;
  private final Kit kit;
  private final List<Example> scenarios = new ArrayList<>();

  private Recorder(Class<?> type, SopTest asked, Kit kit) {
    this.type = type;
    this.asked = asked;
    this.kit = kit;
  }

  static Recorder of(Class<?> type, SopTest asked) {
    return new Recorder(type, asked, Kit.of(Kit.bundle(asked.value())));
  }

  Kit kit() {
    return kit;
  }

  /** Tests may run at the same time. */
  synchronized void add(Example scenario) {
    scenarios.add(scenario);
  }

  /**
   * Measures and writes the reports.
   *
   * @param parameter the configuration of the test run
   * @throws AssertionError when less is proven than asked for
   */
  synchronized void report(Function<String, Optional<String>> parameter) {
    List<Example> suite = new ArrayList<>(asked.contoh() ? kit.examples() : List.of());
    // In whatever order the tests ran, the report is the same.
    scenarios.stream().sorted(Comparator.comparing(Example::nama)).forEach(suite::add);
    Coverage coverage = Coverage.of(kit.procedure(), kit.table(), suite, WorkCalendar.indonesia());
    Thresholds thresholds =
        Thresholds.parse(
            asked.minimal().isEmpty()
                ? parameter.apply("sop.testkit.minimal").orElse("")
                : asked.minimal());
    List<Problem> below = thresholds.below(coverage, Place.startOf(type.getName()));
    if (!below.isEmpty()) {
      throw Kit.failed(below);
    }
  }
}
