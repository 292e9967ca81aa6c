package id.sop.outbox;

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
          .importPackages("id.sop.outbox");

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
  void it_does_not_show_how_json_is_made() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Outbox")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml..", "io.cloudevents.jackson..")
        .because("a host with another format need not care")
        .check(MODULE);
  }
}
