package id.sop.rules.reload;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.rules.dialect.Gate;
import id.sop.rules.live.CompiledRules;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.KieServices;
import org.kie.api.builder.KieRepository;

/** A program that reloads for years must not fill up with what Drools made of old versions. */
class ReloadLeakTest {
  private static final int WARM_UP = 20;
  private static final int RELOADS = 200;
  private static final int LEAKED = 10;

  private static final ClassLoadingMXBean CLASSES = ManagementFactory.getClassLoadingMXBean();

  @TempDir Path root;

  @Test
  void two_hundred_reloads_leave_no_class_and_no_module_behind() throws Exception {
    RuleReload reload = RuleReload.of(root, (procedure, date, replaced) -> {}).build();
    for (int version = 1; version <= WARM_UP; version++) {
      reloaded(reload, version);
    }
    int before = loaded();

    for (int version = WARM_UP + 1; version <= WARM_UP + RELOADS; version++) {
      reloaded(reload, version);
    }
    int growth = loaded() - before;
    int leak = leak();

    System.out.println(
        "figure: classes: "
            + before
            + ", after "
            + RELOADS
            + " reloads "
            + growth
            + " more; "
            + LEAKED
            + " modules kept open on purpose: "
            + leak
            + " more");
    assertThat(growth).isLessThan(RELOADS / 2);
    assertThat(leak).as("growth if a leak had happened").isGreaterThan(10 * LEAKED);
    assertThat(modules()).as("modules kept by Drools").isEmpty();
  }

  private void reloaded(RuleReload reload, int version) {
    Letter.version(version).in(root);
    assertThat(reload.check()).hasOnlyElementsOfType(ReloadOutcome.Loaded.class).hasSize(1);
  }

  /** How many classes stay when compiled rules are not closed: what a leak would look like. */
  private static int leak() {
    int before = loaded();
    List<CompiledRules> open = new ArrayList<>();
    Letter letter = Letter.version(1);
    Sop sop =
        SopReader.read(SopBundle.SOP, letter.sop().getBytes(StandardCharsets.UTF_8))
            .sop()
            .orElseThrow();
    for (int i = 0; i < LEAKED; i++) {
      open.add(
          CompiledRules.compile(
              sop, Gate.read(SopBundle.RUTE, letter.rute(), sop).rules(), "leak-" + i));
    }
    int growth = loaded() - before;
    open.forEach(CompiledRules::close);
    return growth;
  }

  /** The classes that are loaded once no more of them can be collected. */
  private static int loaded() {
    int least = Integer.MAX_VALUE;
    for (int same = 0; same < 3; ) {
      System.gc();
      int now = CLASSES.getLoadedClassCount();
      same = now < least ? 0 : same + 1;
      least = Math.min(least, now);
    }
    return least;
  }

  /** What the repository of Drools still holds of the SOP; it offers no way to ask. */
  private static List<Object> modules() throws ReflectiveOperationException {
    KieRepository repository = KieServices.get().getRepository();
    Object kept = field(repository, "kieModuleRepo");
    List<Object> modules = new ArrayList<>();
    ((Map<?, ?>) field(kept, "kieModules"))
        .forEach(
            (artifact, versions) -> {
              if (artifact.toString().contains(Letter.ID.value())) {
                modules.addAll(((Map<?, ?>) versions).values());
              }
            });
    ((Map<?, ?>) field(kept, "oldKieModules"))
        .forEach(
            (release, module) -> {
              if (release.toString().contains(Letter.ID.value())) {
                modules.add(module);
              }
            });
    return modules;
  }

  private static Object field(Object object, String name) throws ReflectiveOperationException {
    Field field = object.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(object);
  }
}
