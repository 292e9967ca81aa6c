package id.sop.timers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The shape of this module, held by the build. */
class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("id.sop.timers");

  @Test
  void it_uses_no_inside_of_the_core() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("id.sop.internal..")
        .because("what is internal may change without notice")
        .check(MODULE);
  }

  @Test
  void only_nodes_know_the_scheduler() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Nodes")
        .and()
        .doNotHaveSimpleName("Builder")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.kagkarlsson..")
        .because("timers stay right whoever runs them")
        .check(MODULE);
  }
}
