package id.sop.rules.live;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableListMultimap;
import id.sop.definition.Sop;
import id.sop.problem.Problem;
import id.sop.rules.dialect.RouteRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * The rules of one SOP as Drools compiled them. Close it when the questions are asked: Drools then
 * forgets the module, and its classes can be collected.
 */
public final class CompiledRules implements AutoCloseable {
  // Two loads of one bundle at the same time must not take away each other's module.
  private static final AtomicLong COMPILATIONS = new AtomicLong();

  private final Sop sop;
  private final List<RouteRule> rules;
  private final CanonicalRules canonical;
  private final ReleaseId release;
  private final Optional<KieContainer> container;
  private final List<Problem> problems;

  private CompiledRules(
      Sop sop,
      List<RouteRule> rules,
      CanonicalRules canonical,
      ReleaseId release,
      Optional<KieContainer> container,
      List<Problem> problems) {
    this.sop = sop;
    this.rules = List.copyOf(rules);
    this.canonical = canonical;
    this.release = release;
    this.container = container;
    this.problems = List.copyOf(problems);
  }

  /**
   * Compiles {@code rules}, which must have come through the gate without errors.
   *
   * @param digest the digest of the bundle, under which Drools keeps the module meanwhile
   */
  public static CompiledRules compile(Sop sop, List<RouteRule> rules, String digest) {
    CompiledRules compiled = attempt(sop, rules, digest);
    if (compiled.problems.isEmpty() || rules.size() == 1) {
      return compiled;
    }
    compiled.close();
    List<Problem> blamed = new ArrayList<>();
    blame(sop, rules, digest, blamed);
    List<Problem> problems = blamed.isEmpty() ? compiled.problems : blamed;
    return compiled.failed(problems);
  }

  private CompiledRules failed(List<Problem> found) {
    return new CompiledRules(sop, rules, canonical, release, Optional.empty(), found);
  }

  /**
   * Finds the rules that Drools does not take, by halves: the lines in its messages cannot be
   * relied on, many of them are -1.
   */
  private static void blame(Sop sop, List<RouteRule> rules, String digest, List<Problem> blamed) {
    List<Problem> problems;
    try (CompiledRules compiled = attempt(sop, rules, digest)) {
      problems = compiled.problems;
    }
    if (problems.isEmpty()) {
      return;
    }
    if (rules.size() == 1) {
      blamed.addAll(problems);
      return;
    }
    int half = rules.size() / 2;
    blame(sop, rules.subList(0, half), digest, blamed);
    blame(sop, rules.subList(half, rules.size()), digest, blamed);
  }

  private static CompiledRules attempt(Sop sop, List<RouteRule> rules, String digest) {
    CanonicalRules canonical = CanonicalRules.of(sop, rules);
    KieServices kie = KieServices.get();
    String version = digest + "-" + COMPILATIONS.incrementAndGet();
    ReleaseId release = kie.newReleaseId("id.sop.rules.live", sop.id().value(), version);
    KieFileSystem files = kie.newKieFileSystem().generateAndWritePomXML(release);
    files.write("src/main/resources/sop/kanonik/rute.drl", canonical.text());
    KieBuilder builder = kie.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    List<Problem> problems =
        builder.getResults().getMessages(Message.Level.ERROR).stream()
            .map(m -> refused(rules.get(0), m.getText()))
            .toList();
    if (!problems.isEmpty()) {
      kie.getRepository().removeKieModule(release);
      return new CompiledRules(sop, rules, canonical, release, Optional.empty(), problems);
    }
    KieContainer container = kie.newKieContainer(release);
    List<Problem> lost = lost(container.getKieBase(), canonical);
    return new CompiledRules(sop, rules, canonical, release, Optional.of(container), lost);
  }

  /** Drools must know every rule that was handed to it; one dropped in silence is an error. */
  private static List<Problem> lost(KieBase base, CanonicalRules canonical) {
    Set<String> known = new TreeSet<>();
    base.getKiePackages().forEach(p -> p.getRules().forEach(r -> known.add(r.getName())));
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < canonical.rules().size(); i++) {
      if (!known.contains(CanonicalRules.name(i))) {
        problems.add(refused(canonical.rules().get(i), "-"));
      }
    }
    return problems;
  }

  private static Problem refused(RouteRule rule, String message) {
    return Problem.at(rule.reason().place(), LiveCode.DROOLS_REFUSED, rule.name(), message.strip());
  }

  /** What Drools refused, at the author's rules; empty when all is well. */
  public List<Problem> problems() {
    return problems;
  }

  /** Asks Drools; empty when there are problems. */
  public Optional<LiveRouter> router() {
    return router(rules);
  }

  /**
   * Asks Drools and hears {@code some} rules only, as if there were no others. Rule sets that share
   * most of their rules can so be compiled in one go, and each be asked by itself.
   *
   * @param some rules that each mean the same as one of those that were compiled
   * @return empty when there are problems
   */
  public Optional<LiveRouter> router(List<RouteRule> some) {
    ImmutableListMultimap.Builder<Integer, Integer> ofCompiled = ImmutableListMultimap.builder();
    for (int i = 0; i < some.size(); i++) {
      int compiled = canonical.indexOf(some.get(i));
      checkArgument(compiled >= 0, "rule %s was not compiled", some.get(i).name());
      ofCompiled.put(compiled, i);
    }
    return container
        .filter(c -> problems.isEmpty())
        .map(c -> new LiveRouter(sop, some, ofCompiled.build(), c.getKieBase()));
  }

  /** Whether Drools still keeps the module of these rules. */
  boolean isKept() {
    return KieServices.get().getRepository().getKieModule(release) != null;
  }

  @Override
  public void close() {
    container.ifPresent(KieContainer::dispose);
    KieServices.get().getRepository().removeKieModule(release);
  }
}
