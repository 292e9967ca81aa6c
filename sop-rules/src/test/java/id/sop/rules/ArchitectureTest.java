package id.sop.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.sop.SopEngine;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of this jar, held by the build. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("id.sop");
  private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("id.sop.rules..");
  private static final JavaClasses RULES = ALL.that(OURS);

  @Test
  void the_rule_engine_is_spoken_to_in_one_place() {
    noClasses()
        .that(DescribedPredicate.not(resideInAPackage("id.sop.rules.live")))
        .should(dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie..")))
        .because("what a rule means must be asked of Drools, and only while a table is made")
        .check(RULES);
  }

  @Test
  void public_signatures_show_no_library() {
    ArchCondition<JavaCodeUnit> plain = showOnlyTheJdkAndOurselves();

    methods().that().arePublic().should(plain).because("a host imports them").check(RULES);
    constructors().that().arePublic().should(plain).because("a host imports them").check(RULES);
  }

  private static ArchCondition<JavaCodeUnit> showOnlyTheJdkAndOurselves() {
    return new ArchCondition<>("show only types of the JDK and of this project") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        if (!isReachable(unit.getOwner())) {
          return;
        }
        Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
            .map(JavaClass::getBaseComponentType)
            .filter(t -> !t.isPrimitive())
            .filter(t -> !t.getName().startsWith("java.") && !t.getName().startsWith("id.sop."))
            .forEach(
                t ->
                    events.add(
                        SimpleConditionEvent.violated(
                            unit, unit.getFullName() + " shows " + t.getName())));
      }
    };
  }

  private static boolean isReachable(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isReachable).orElse(true);
  }

  @Test
  void no_two_jars_share_a_package() {
    URI core = place(ALL.get(SopEngine.class));
    Set<String> ofTheCore = packages(core, true);
    Set<String> ofTheRules = packages(core, false);

    assertThat(ofTheCore).isNotEmpty().noneMatch(p -> p.startsWith("id.sop.rules"));
    assertThat(ofTheRules).isNotEmpty().allMatch(p -> p.startsWith("id.sop.rules"));
  }

  private static Set<String> packages(URI core, boolean there) {
    return ALL.stream()
        .filter(c -> place(c).equals(core) == there)
        .map(JavaClass::getPackageName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Where a class was read from: a jar, or a folder of classes. */
  private static URI place(JavaClass type) {
    String uri = type.getSource().orElseThrow().getUri().toString();
    String file = type.getName().replace('.', '/') + ".class";
    return URI.create(uri.substring(0, uri.length() - file.length()).replace("!/", "/"));
  }

  @Test
  void what_is_internal_to_the_core_stays_there() {
    noClasses()
        .should(dependOnClassesThat(resideInAPackage("id.sop.internal..")))
        .because("another jar of another version could not rely on it")
        .check(RULES);
  }

  @Test
  void there_are_no_cycles() {
    slices()
        .matching("id.sop.rules.(**)")
        .should()
        .beFreeOfCycles()
        .because("a package can then be read on its own")
        .check(RULES);
  }

  @Test
  void nobody_prints() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("a library speaks through its results and through SLF4J")
        .check(RULES);
  }
}
