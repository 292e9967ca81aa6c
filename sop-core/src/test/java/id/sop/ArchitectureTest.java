package id.sop;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The shape of the house, held by the build. */
class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("id.sop");

  /** What each package may use of the others, beyond itself. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("id.sop.problem", Set.of()),
          Map.entry("id.sop.internal", Set.of("problem")),
          Map.entry("id.sop.worktime", Set.of("problem", "internal")),
          Map.entry("id.sop.definition", Set.of("problem", "internal", "worktime")),
          Map.entry("id.sop.example", Set.of("problem", "internal", "worktime", "definition")),
          Map.entry("id.sop.authority", Set.of("problem", "internal", "definition")),
          Map.entry("id.sop.document", Set.of("worktime", "definition", "routing")),
          Map.entry(
              "id.sop.bundle", Set.of("problem", "internal", "worktime", "definition", "routing")),
          Map.entry("id.sop.routing", Set.of("problem", "worktime", "definition")),
          Map.entry(
              "id.sop.journal",
              Set.of("problem", "internal", "worktime", "definition", "authority", "routing")),
          Map.entry(
              "id.sop.casework",
              Set.of(
                  "problem",
                  "internal",
                  "worktime",
                  "definition",
                  "authority",
                  "routing",
                  "journal")),
          Map.entry(
              "id.sop.store",
              Set.of(
                  "problem",
                  "internal",
                  "worktime",
                  "definition",
                  "routing",
                  "journal",
                  "casework")),
          Map.entry(
              "id.sop.store.jdbc",
              Set.of(
                  "problem",
                  "internal",
                  "worktime",
                  "definition",
                  "authority",
                  "routing",
                  "journal",
                  "casework",
                  "store")),
          Map.entry(
              "id.sop.migration",
              Set.of(
                  "problem", "internal", "definition", "journal", "casework", "routing", "store")),
          Map.entry(
              "id.sop.record",
              Set.of("problem", "internal", "definition", "journal", "casework", "store")),
          Map.entry(
              "id.sop.audit",
              Set.of(
                  "problem",
                  "internal",
                  "worktime",
                  "definition",
                  "authority",
                  "routing",
                  "journal")));

  @TestFactory
  Stream<DynamicTest> each_package_uses_only_those_below_it() {
    return MAY_USE.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> {
                      Set<String> allowed = new HashSet<>(Set.of(e.getKey()));
                      e.getValue().forEach(p -> allowed.add("id.sop." + p));
                      classes()
                          .that(resideInAPackage(e.getKey()))
                          .should(
                              ArchCondition.from(
                                  DescribedPredicate.describe(
                                      "use only " + allowed, c -> usesOnly(c, allowed))))
                          .because("arrows of dependency point one way")
                          .allowEmptyShould(false)
                          .check(CORE);
                    }));
  }

  private static boolean usesOnly(JavaClass type, Set<String> allowed) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(d -> d.getTargetClass().getBaseComponentType().getPackageName())
        .filter(p -> p.startsWith("id.sop"))
        .allMatch(allowed::contains);
  }

  @Test
  void every_package_has_its_place_in_the_table() {
    Set<String> packages = new HashSet<>();
    CORE.forEach(c -> packages.add(c.getPackageName()));
    packages.remove("id.sop");

    assertThat(MAY_USE.keySet()).containsAll(packages);
  }

  @Test
  void there_are_no_cycles() {
    slices()
        .matching("id.sop.(**)")
        .should()
        .beFreeOfCycles()
        .because("a package can then be read on its own")
        .check(CORE);
  }

  @Test
  void sql_is_spoken_in_one_place() {
    noClasses()
        .that(
            DescribedPredicate.not(resideInAPackage("id.sop.store.jdbc")).and(are(notTheEngine())))
        .should(dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..")))
        .because("another database must touch one package only")
        .check(CORE);
  }

  private static DescribedPredicate<JavaClass> notTheEngine() {
    return DescribedPredicate.describe("not the engine", c -> !c.getPackageName().equals("id.sop"));
  }

  @Test
  void the_core_knows_no_rule_engine() {
    noClasses()
        .should(
            dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie..", "id.sop.rules..")))
        .because("a host with a saved table runs without one")
        .check(CORE);
  }

  @Test
  void nobody_prints() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("a library speaks through its results and through SLF4J")
        .check(CORE);
  }

  @Test
  void nobody_reads_the_clock_of_the_machine() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.ZoneId.class, "systemDefault")
        .because("the clock is injected")
        .check(CORE);
  }

  @Test
  void public_signatures_show_no_library() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should(showOnlyTheJdkAndOurselves())
        .because("a host must not be tied to the version of a library that we use inside")
        .check(CORE);
  }

  private static ArchCondition<JavaMethod> showOnlyTheJdkAndOurselves() {
    return new ArchCondition<>("show only types of the JDK and of this project") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (method.getOwner().getPackageName().equals("id.sop.internal")
            || !isReachable(method.getOwner())) {
          return;
        }
        Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
            .map(t -> t.getBaseComponentType())
            .filter(
                t ->
                    !t.isPrimitive()
                        && !t.getPackageName().startsWith("java.")
                        && !t.getPackageName().startsWith("javax.sql")
                        && !t.getPackageName().startsWith("id.sop"))
            .forEach(
                t ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " shows " + t.getName())));
      }
    };
  }

  private static boolean isReachable(JavaClass type) {
    return type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isReachable).orElse(true);
  }

  @Test
  void every_package_says_what_it_answers() {
    List<String> without =
        CORE.stream()
            .map(JavaClass::getPackageName)
            .distinct()
            .filter(p -> !hasNullMarkedInfo(p))
            .sorted()
            .toList();

    assertThat(without).isEmpty();
  }

  private static boolean hasNullMarkedInfo(String packageName) {
    try {
      return Arrays.stream(Class.forName(packageName + ".package-info").getAnnotations())
          .anyMatch(a -> a.annotationType().getSimpleName().equals("NullMarked"));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
