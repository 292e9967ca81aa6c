package id.sop.testkit;

import id.sop.bundle.SopBundle;
import id.sop.example.Example;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.rules.example.ExamplePlay;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples of {@code uji.yaml} as tests, one for each, without code: a class that is a {@link
 * SopTest} implements it and has nothing to add, or any class gives {@link #of} back.
 */
public interface SopExamples {

  /** The examples of the bundle of the class. */
  @TestFactory
  @DisplayName("uji.yaml")
  default Stream<DynamicNode> contoh(SopBundle bundle) {
    return of(bundle);
  }

  /** The examples of a bundle: its id on the class path, or its folder. */
  static Stream<DynamicNode> of(String bundle) {
    return of(Kit.bundle(bundle));
  }

  /**
   * The examples of {@code bundle}.
   *
   * @throws AssertionError when the bundle or its examples cannot be read; it names all errors
   */
  static Stream<DynamicNode> of(SopBundle bundle) {
    Kit kit = Kit.of(bundle);
    return kit.examples().stream().map(example -> test(kit, example));
  }

  private static DynamicNode test(Kit kit, Example example) {
    return DynamicTest.dynamicTest(
        example.nama(),
        source(kit.bundle(), example.place()),
        () -> {
          List<Problem> mismatches = ExamplePlay.run(kit.procedure(), example, kit.calendar());
          if (!mismatches.isEmpty()) {
            throw Kit.failed(mismatches);
          }
        });
  }

  /** Where an editor finds {@code place}. */
  private static URI source(SopBundle bundle, Place place) {
    String position = "?line=" + place.line() + "&column=" + place.column();
    return bundle.id().isPresent()
        ? URI.create("classpath:/" + place.file() + position)
        : URI.create(Path.of(place.file()).toUri() + position);
  }
}
