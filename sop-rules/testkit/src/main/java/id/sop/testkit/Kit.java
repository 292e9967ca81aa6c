package id.sop.testkit;

import id.sop.bundle.BundleCalendars;
import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import id.sop.example.Example;
import id.sop.example.ExampleReader;
import id.sop.problem.Language;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.rules.example.BundleExamples;
import id.sop.worktime.DueDates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * A bundle, loaded. The same files are loaded once in a JVM.
 *
 * @param table its arrows
 */
record Kit(SopBundle bundle, Procedure procedure, RoutingTable table) {
  private static final Map<String, Kit> LOADED = new ConcurrentHashMap<>();

  /** The bundle in the folder {@code name} if there is one, else on the class path by its id. */
  static SopBundle bundle(String name) {
    Path folder = Path.of(name);
    if (Files.isDirectory(folder) || !SopId.isValid(name)) {
      return SopBundle.inFolder(folder);
    }
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader == null
        ? SopBundle.onClassPath(SopId.of(name))
        : SopBundle.onClassPath(SopId.of(name), loader);
  }

  /**
   * Loads {@code bundle}.
   *
   * @throws AssertionFailedError when it cannot be carried out; it names all errors
   */
  static Kit of(SopBundle bundle) {
    return LOADED.computeIfAbsent(bundle.folder() + " " + bundle.digest(), key -> load(bundle));
  }

  private static Kit load(SopBundle bundle) {
    LoadedSop loaded = SopRules.load(bundle);
    if (loaded.hasErrors()) {
      throw failed(loaded.errors());
    }
    return new Kit(bundle, loaded.procedure().orElseThrow(), loaded.table().orElseThrow());
  }

  /**
   * The examples of the bundle.
   *
   * @throws AssertionFailedError when {@code uji.yaml} cannot be read
   */
  List<Example> examples() {
    ExampleReader.Result read = BundleExamples.read(bundle, procedure.sop());
    if (Problems.hasErrors(read.problems())) {
      throw failed(read.problems());
    }
    return read.examples();
  }

  /**
   * The calendars of the bundle, by which its cases are due.
   *
   * @throws AssertionFailedError when one is missing or cannot be read
   */
  DueDates calendar() {
    BundleCalendars read = BundleCalendars.of(bundle, procedure.sop());
    if (Problems.hasErrors(read.problems())) {
      throw failed(read.problems());
    }
    return read.calendars();
  }

  /** A failure that tells {@code problems}, each with its place and the way out. */
  static AssertionFailedError failed(List<Problem> problems) {
    return new AssertionFailedError(
        problems.stream()
            .map(p -> p + System.lineSeparator() + "    " + p.hint(Language.ID))
            .collect(Collectors.joining(System.lineSeparator())));
  }
}
