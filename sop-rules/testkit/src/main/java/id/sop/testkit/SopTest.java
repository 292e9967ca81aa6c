package id.sop.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class about one SOP. Its methods may ask for a {@link Berkas}, the {@link
 * id.sop.example.SettableClock}, the {@link id.sop.SopEngine} that both use, the {@link
 * id.sop.routing.Procedure} and the {@link id.sop.bundle.SopBundle}.
 *
 * <p>When all tests of the class have run, what its scenarios and the examples of {@code uji.yaml}
 * prove of the rules is written to the folder {@code target/sop-testkit} as JSON and HTML (the
 * configuration parameter {@code sop.testkit.laporan} names another folder).
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SopExtension.class)
public @interface SopTest {
  /** The bundle: its id, such as {@code limapuluhkota.konsultasi}, or its folder. */
  String value();

  /**
   * How much must be proven at least, in per cent, or else the class fails: {@code panah=100,
   * mutasi=90}. When empty, the configuration parameter {@code sop.testkit.minimal} says.
   */
  String minimal() default "";

  /** Whether the examples of {@code uji.yaml} count beside the scenarios of the class. */
  boolean contoh() default true;
}
