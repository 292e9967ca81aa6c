package id.sop.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.routing.Procedure;
import id.sop.routing.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of each shipped SOP says what the paper says. */
final class RowTruthTest {

  static Stream<RowTruth> rows() {
    return RowTruth.onPaper().stream();
  }

  static List<SopId> bundles() {
    return Bundles.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void a_row_says_and_goes_what_the_paper_says(RowTruth paper) {
    Procedure procedure = Bundles.procedure(paper.sop());
    Step step = procedure.sop().step(paper.row()).orElseThrow();

    RowTruth loaded = RowTruth.asLoaded(procedure.sop(), step, Arrow.of(procedure));

    assertThat(loaded).usingRecursiveComparison().isEqualTo(paper);
  }

  @Test
  void no_row_is_missing_and_none_is_invented() {
    List<String> onPaper = rows().map(RowTruth::toString).toList();

    List<String> loaded =
        Bundles.all().stream()
            .flatMap(
                id ->
                    Bundles.procedure(id).sop().langkah().keySet().stream().map(r -> id + " " + r))
            .toList();

    assertThat(onPaper).hasSize(54);
    assertThat(loaded).containsExactlyElementsOf(onPaper);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void every_arrow_names_exactly_the_performers_of_the_row_it_leads_to(SopId id) {
    Procedure procedure = Bundles.procedure(id);

    List<Target> targets =
        Arrow.of(procedure).stream().map(Arrow::to).flatMap(Optional::stream).toList();

    assertThat(targets).isNotEmpty();
    for (Target target : targets) {
      List<PelaksanaCode> declared =
          procedure.sop().step(target.step()).orElseThrow().pelaksana().roles();
      assertThat(target.by()).as("row %s", target.step()).isEqualTo(declared);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void a_rule_says_which_row_it_encodes_and_by_what_right(SopId id) {
    for (Arrow arrow : Arrow.of(Bundles.procedure(id))) {
      String row = arrow.from().map(StepId::value).orElse("1");

      assertThat(arrow.why().baris()).isEqualTo(row);
      assertThat(arrow.why().dasarHukum()).endsWith(", baris " + row);
      assertThat(arrow.why().rule()).startsWith(arrow.from().isEmpty() ? "mulai: " : row);
    }
  }
}
