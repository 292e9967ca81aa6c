package id.sop.rules.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.SopId;
import id.sop.example.Example;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import id.sop.rules.Shipped;
import id.sop.worktime.WorkCalendar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much the examples of the five SOPs prove of their rules. */
class ShippedCoverageTest {
  private static final SopId KONSULTASI = SopId.of("limapuluhkota.konsultasi");

  static List<SopId> bundles() {
    return Shipped.ids();
  }

  private static Coverage measured(SopId id, List<Example> examples) {
    Procedure procedure = Shipped.procedure(id);
    return Coverage.of(
        procedure, (RoutingTable) procedure.router(), examples, WorkCalendar.indonesia());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void every_arrow_is_passed_and_every_slip_is_noticed(SopId id) {
    Coverage coverage = measured(id, Shipped.examples(Shipped.procedure(id)));

    for (Measure measure : Measure.values()) {
      System.out.println("figure: " + id + " " + measure.word() + " " + coverage.figure(measure));
    }
    assertThat(coverage.mismatches()).isEmpty();
    assertThat(coverage.gaps()).isEmpty();
    assertThat(coverage.survivors()).isEmpty();
    assertThat(coverage.mutants()).hasSizeGreaterThan(80);
  }

  @Test
  void without_either_example_of_konsultasi_less_is_proven() {
    List<Example> both = Shipped.examples(Shipped.procedure(KONSULTASI));

    int all = noticed(both);

    assertThat(both).hasSize(2);
    assertThat(noticed(both.subList(0, 1))).isLessThan(all);
    assertThat(noticed(both.subList(1, 2))).isLessThan(all);
  }

  @Test
  void an_example_twice_proves_no_more_than_once() {
    Example one = Shipped.examples(Shipped.procedure(KONSULTASI)).get(0);

    int once = noticed(List.of(one));

    assertThat(noticed(List.of(one, one))).isEqualTo(once);
    assertThat(noticed(List.of())).isZero();
  }

  private static int noticed(List<Example> examples) {
    return measured(KONSULTASI, examples).figure(Measure.MUTASI).covered();
  }
}
