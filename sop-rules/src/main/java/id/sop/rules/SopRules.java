package id.sop.rules;

import id.sop.bundle.BundleCode;
import id.sop.bundle.SopBundle;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.SopReader;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import id.sop.rules.dialect.Gate;
import id.sop.rules.exploration.Exploration;
import id.sop.rules.live.CompiledRules;
import id.sop.rules.live.LiveRouter;
import java.util.List;
import java.util.Optional;

/**
 * Loads bundles: the document is read, the rules pass the gate, Drools compiles them, every
 * question is asked once, and the answers become a table. Afterwards nothing of Drools is left.
 */
public final class SopRules {
  private SopRules() {}

  /** Reads a {@code sop.yaml}; a test may bring a document of its own. */
  @FunctionalInterface
  interface DefinitionReader {
    SopReader.Result read(String file, byte[] bytes);
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
    return load(bundle, SopReader::read);
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
        .orElseThrow(() -> new UnsoundBundleException(bundle.folder(), loaded.errors()));
  }

  static LoadedSop load(SopBundle bundle, DefinitionReader definitions) {
    Problems problems = new Problems();
    problems.addAll(bundle.problems());
    Optional<Sop> sop =
        bundle.bytes(SopBundle.SOP).flatMap(b -> definition(bundle, b, definitions, problems));
    Optional<String> rules = bundle.bytes(SopBundle.RUTE).flatMap(b -> text(bundle, b, problems));
    if (sop.isEmpty() || rules.isEmpty()) {
      // Without the document the words of the rules mean nothing, but their grammar can be told.
      rules.ifPresent(r -> problems.addAll(Gate.checkGrammar(drl(bundle), r, bundle.id())));
      return LoadedSop.failed(problems.sorted());
    }
    return route(bundle, sop.get(), rules.get(), problems);
  }

  private static String drl(SopBundle bundle) {
    return bundle.fileName(SopBundle.RUTE);
  }

  private static Optional<Sop> definition(
      SopBundle bundle, byte[] bytes, DefinitionReader definitions, Problems problems) {
    String file = bundle.fileName(SopBundle.SOP);
    SopReader.Result read = definitions.read(file, bytes);
    problems.addAll(read.problems());
    Optional<SopId> asked = bundle.id();
    if (asked.isPresent() && read.sop().filter(s -> !s.id().equals(asked.get())).isPresent()) {
      problems.add(
          Place.startOf(file),
          BundleCode.ID_DIFFERS,
          read.sop().get().id().value(),
          asked.get().value());
    }
    return read.sop();
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

  private static LoadedSop route(SopBundle bundle, Sop sop, String rules, Problems problems) {
    Gate.Reading reading = Gate.read(drl(bundle), rules, sop);
    problems.addAll(reading.problems());
    if (Problems.hasErrors(reading.problems())) {
      return LoadedSop.failed(problems.sorted());
    }
    Optional<Problem> tooMany = Exploration.tooMany(sop, reading.rules());
    if (tooMany.isPresent()) {
      problems.addAll(List.of(tooMany.get()));
      return LoadedSop.failed(problems.sorted());
    }
    String digest = bundle.digest();
    Optional<RoutingTable> table = Optional.empty();
    try (CompiledRules compiled = CompiledRules.compile(sop, reading.rules(), digest)) {
      problems.addAll(compiled.problems());
      Optional<LiveRouter> live = compiled.router();
      if (live.isPresent()) {
        Exploration.Result result = Exploration.explore(sop, reading.rules(), live.get());
        problems.addAll(result.problems());
        table = result.table();
      }
    }
    if (table.isEmpty() || problems.hasErrors()) {
      return LoadedSop.failed(problems.sorted());
    }
    Procedure procedure = new Procedure(sop, table.get(), digest);
    return new LoadedSop(Optional.of(procedure), table, problems.sorted());
  }
}
