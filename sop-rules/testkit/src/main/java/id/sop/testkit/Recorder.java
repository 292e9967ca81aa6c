package id.sop.testkit;

import id.sop.bundle.SopBundle;
import id.sop.example.Example;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.SopException;
import id.sop.rules.coverage.Coverage;
import id.sop.rules.coverage.CoverageFiles;
import id.sop.rules.coverage.CoverageHtml;
import id.sop.rules.coverage.CoverageJson;
import id.sop.rules.coverage.Thresholds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the scenarios of a class that hold, and says at its end what they prove. */
final class Recorder {
  private static final String FOLDER = "sop.testkit.laporan";
  private static final String LEAST = "sop.testkit.minimal";

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
    Coverage coverage = Coverage.of(kit.procedure(), kit.table(), suite, kit.calendar());
    Thresholds thresholds =
        Thresholds.parse(
            asked.minimal().isEmpty() ? parameter.apply(LEAST).orElse("") : asked.minimal());
    write(coverage, Path.of(parameter.apply(FOLDER).orElse("target/sop-testkit")));
    List<Problem> below = thresholds.below(coverage, Place.startOf(type.getName()));
    if (!below.isEmpty()) {
      throw Kit.failed(below);
    }
  }

  private void write(Coverage coverage, Path folder) {
    Path file = folder.resolve(type.getName() + ".html");
    String rules =
        kit.bundle()
            .bytes(SopBundle.RUTE)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
    try {
      CoverageFiles.write(
          file, CoverageHtml.of(List.of(new CoverageHtml.Chapter(coverage, rules))));
      CoverageFiles.write(
          folder.resolve(type.getName() + ".json"), CoverageJson.of(coverage) + "\n");
    } catch (IOException e) {
      throw new SopException(TestkitCode.REPORT_UNWRITABLE, e, file.toString());
    }
  }
}
