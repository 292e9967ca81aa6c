package id.sop.rules;

import id.sop.bundle.BundleCode;
import id.sop.bundle.SavedTable;
import id.sop.bundle.SopBundle;
import id.sop.bundle.UnsoundBundleException;
import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import id.sop.rules.arrow.ArrowSheet;
import id.sop.rules.dialect.Gate;
import id.sop.rules.exploration.Exploration;
import id.sop.rules.exploration.Finding;
import id.sop.rules.live.CompiledRules;
import id.sop.rules.live.LiveRouter;
import id.sop.rules.sheet.Utf8;
import java.util.List;
import java.util.Optional;

/**
 * Loads bundles: the document is read, the rules pass the gate, Drools compiles them, every
 * question is asked once, and the answers become a table. Afterwards nothing of Drools is left.
 */
public final class SopRules {
  private SopRules() {}

  /** Reads the document of a bundle; a test may bring one of its own. */
  @FunctionalInterface
  interface DefinitionReader {
    SopReader.Result read(SopBundle bundle);
  }

  /** The bundles that come with this library, by id. */
  public static List<SopBundle> shipped() {
    ClassLoader loader = SopRules.class.getClassLoader();
    return ShippedBundles.ids(loader).stream()
        .map(id -> SopBundle.onClassPath(id, loader))
        .toList();
  }

  /** Loads {@code bundle}. Bad files never throw: they are told in the result, all in one go. */
  public static LoadedSop load(SopBundle bundle) {
    return load(bundle, SopBundle::definition);
  }

  /**
   * Loads {@code bundle} for a host that cannot go on without it.
   *
   * @throws UnsoundBundleException when there is an error; it holds all problems
   */
  public static Procedure loadOrThrow(SopBundle bundle) {
    LoadedSop loaded = load(bundle);
    return loaded
        .procedure()
        .orElseThrow(() -> UnsoundBundleException.of(bundle, loaded.problems()));
  }

  /**
   * Opens {@code bundle} by its saved table if that fits, which takes no rule engine; else compiles
   * its rules, as {@link #load} does. For hosts that want to start fast and would rather compile
   * than not start.
   */
  public static OpenedSop open(SopBundle bundle) {
    SavedTable.Result saved = SavedTable.read(bundle);
    return saved.procedure().isPresent()
        ? OpenedSop.saved(LoadedSop.of(saved))
        : OpenedSop.compiled(load(bundle), saved.problems());
  }

  static LoadedSop load(SopBundle bundle, DefinitionReader definitions) {
    Problems problems = new Problems();
    problems.addAll(bundle.problems());
    SopReader.Result definition = definitions.read(bundle);
    problems.addAll(definition.problems());
    Optional<Sop> sop = definition.sop();
    Optional<byte[]> table = table(bundle);
    if (sop.isPresent() && table.isPresent()) {
      String file = bundle.fileName(bundle.routes().orElseThrow());
      return route(bundle, sop.get(), ArrowSheet.read(file, table.get(), sop.get()), problems);
    }
    Optional<String> rules = bundle.bytes(SopBundle.RUTE).flatMap(b -> text(bundle, b, problems));
    if (sop.isEmpty() || rules.isEmpty() || bundle.routes().isEmpty()) {
      // Without the document the words of the rules mean nothing, but their grammar can be told.
      rules.ifPresent(r -> problems.addAll(Gate.checkGrammar(drl(bundle), r, bundle.id())));
      return LoadedSop.failed(problems.sorted());
    }
    return route(bundle, sop.get(), Gate.read(drl(bundle), rules.get(), sop.get()), problems);
  }

  /** The decision table that stands in place of a rule file. */
  private static Optional<byte[]> table(SopBundle bundle) {
    return bundle.routes().filter(f -> !f.equals(SopBundle.RUTE)).flatMap(bundle::bytes);
  }

  private static String drl(SopBundle bundle) {
    return bundle.fileName(SopBundle.RUTE);
  }

  private static Optional<String> text(SopBundle bundle, byte[] bytes, Problems problems) {
    Utf8 utf8 = Utf8.read(bytes);
    if (!utf8.isComplete()) {
      problems.add(
          new Place(drl(bundle), utf8.endLine(), utf8.endColumn()),
          BundleCode.NOT_UTF8,
          SopBundle.RUTE);
    }
    return utf8.complete();
  }

  private static LoadedSop route(
      SopBundle bundle, Sop sop, Gate.Reading reading, Problems problems) {
    problems.addAll(reading.problems());
    if (Problems.hasErrors(reading.problems())) {
      return LoadedSop.failed(problems.sorted());
    }
    problems.addAll(UnreadParameters.of(sop, reading.names()));
    Optional<Problem> tooMany = Exploration.tooMany(sop, reading.rules());
    if (tooMany.isPresent()) {
      problems.addAll(List.of(tooMany.get()));
      return LoadedSop.failed(problems.sorted());
    }
    String digest = bundle.digest();
    Optional<RoutingTable> table = Optional.empty();
    List<Finding> findings = List.of();
    try (CompiledRules compiled = CompiledRules.compile(sop, reading.rules(), digest)) {
      problems.addAll(compiled.problems());
      Optional<LiveRouter> live = compiled.router();
      if (live.isPresent()) {
        Exploration.Result result = Exploration.explore(sop, reading.rules(), live.get());
        problems.addAll(result.problems());
        findings = result.findings();
        table = result.table();
      }
    }
    if (table.isEmpty() || problems.hasErrors()) {
      return LoadedSop.failed(problems.sorted(), findings);
    }
    Procedure procedure = new Procedure(sop, table.get(), digest);
    return new LoadedSop(Optional.of(procedure), table, problems.sorted(), findings);
  }
}
