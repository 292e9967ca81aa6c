package id.sop.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTableTest {
  private static final PelaksanaCode KABAG = PelaksanaCode.of("KABAG");
  private static final RouteAnswer NONE = new RouteAnswer.NoRoute();

  private static RouteAnswer to(String row) {
    Target target = new Target(StepId.of(row), List.of(KABAG), Waktu.paling(1, Satuan.HARI_KERJA));
    return new RouteAnswer.Open(List.of(target), why("ke " + row));
  }

  private static RouteReason why(String rule) {
    return new RouteReason(rule, Place.startOf("rute.drl"), "", "1", "contoh", "");
  }

  private static Optional<RouteQuestion.Completed> completed(String row, int visit) {
    return Optional.of(new RouteQuestion.Completed(StepId.of(row), Optional.empty(), KABAG, visit));
  }

  private static RouteQuestion ask(String row, Map<String, DataValue> data) {
    return new RouteQuestion(completed(row, 1), Set.of(), Set.of(), data);
  }

  private static RoutingTable table(List<Dimension> dimensions, RouteAnswer... answers) {
    return RoutingTable.of(
        List.of(new Block(new Grid(completed("1", 1), dimensions), List.of(answers))),
        List.of(KABAG));
  }

  private static final Dimension PLACE =
      new Dimension.Words("lokasi", List.of(DataValue.of("DALAM"), DataValue.of("LUAR")));
  private static final Dimension AMOUNT =
      new Dimension.Amounts(
          "nilai", false, List.of(new Range(0, 4), new Range(5, 5), new Range(6, 9)));

  @Test
  void a_word_decides() {
    RoutingTable table = table(List.of(PLACE), NONE, to("2"), to("3"));

    assertThat(table.route(ask("1", Map.of("lokasi", DataValue.of("LUAR"))))).isEqualTo(to("3"));
    assertThat(table.route(ask("1", Map.of()))).isEqualTo(NONE);
  }

  @Test
  void what_the_sop_does_not_declare_has_no_route() {
    RoutingTable table = table(List.of(PLACE), to("4"), to("2"), to("3"));

    assertThat(table.route(ask("1", Map.of("lokasi", DataValue.of("BULAN"))))).isEqualTo(NONE);
    assertThat(table.route(ask("1", Map.of("lokasi", DataValue.of(true))))).isEqualTo(NONE);
    assertThat(table.route(ask("9", Map.of()))).isEqualTo(NONE);
    assertThat(table.route(RouteQuestion.start(Map.of()))).isEqualTo(NONE);
  }

  @Test
  void a_label_that_the_row_does_not_decide_has_no_route() {
    RoutingTable table = table(List.of(), to("2"));
    RouteQuestion labelled =
        new RouteQuestion(
            Optional.of(
                new RouteQuestion.Completed(StepId.of("1"), Optional.of(Label.of("YA")), KABAG, 1)),
            Set.of(),
            Set.of(),
            Map.of());

    assertThat(table.route(labelled)).isEqualTo(NONE);
    assertThat(table.route(ask("1", Map.of()))).isEqualTo(to("2"));
  }

  @Test
  void neighbouring_ranges_with_the_same_answer_are_shown_as_one() {
    RoutingTable table = table(List.of(AMOUNT), NONE, to("2"), to("3"), to("3"));

    assertThat(table.entries())
        .extracting(e -> e.data().get("nilai"))
        .containsExactly("0..4", "5..9");
    assertThat(table.route(ask("1", Map.of("nilai", DataValue.of(5))))).isEqualTo(to("3"));
    assertThat(table.route(ask("1", Map.of("nilai", DataValue.of(10))))).isEqualTo(NONE);
  }

  @Test
  void among_many_ranges_each_value_finds_the_one_that_holds_it() {
    List<Range> ranges = new ArrayList<>();
    List<RouteAnswer> answers = new ArrayList<>(List.of(NONE));
    for (int i = 0; i < 13; i++) {
      ranges.add(new Range(10L * i, 10L * i + 7));
      answers.add(to("r" + i));
    }
    Dimension amount = new Dimension.Amounts("nilai", false, ranges);
    RoutingTable table = table(List.of(amount), answers.toArray(RouteAnswer[]::new));

    for (int value = -3; value < 140; value++) {
      boolean held = value >= 0 && value < 130 && value % 10 <= 7;
      assertThat(table.route(ask("1", Map.of("nilai", DataValue.of(value)))))
          .as("value %d", value)
          .isEqualTo(held ? to("r" + value / 10) : NONE);
    }
  }

  @Test
  void ranges_that_do_not_ascend_are_a_mistake_of_the_maker() {
    List<Range> ranges = List.of(new Range(5, 9), new Range(0, 5));

    assertThatThrownBy(() -> new Dimension.Amounts("nilai", false, ranges))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_no_answer_depends_on_is_dropped() {
    List<RouteAnswer> answers = new ArrayList<>();
    for (int place = 0; place < 3; place++) {
      answers.addAll(List.of(to("2"), to("2"), to("3"), to("3")));
    }
    RoutingTable table = table(List.of(PLACE, AMOUNT), answers.toArray(RouteAnswer[]::new));

    assertThat(table.blocks().get(0).grid().dimensions())
        .extracting(Dimension::name)
        .containsExactly("nilai");
    assertThat(table.route(ask("1", Map.of("lokasi", DataValue.of("BULAN"))))).isEqualTo(to("2"));
  }

  @Test
  void dates_are_cut_by_the_day() {
    LocalDate june = LocalDate.of(2026, 6, 30);
    Dimension day =
        new Dimension.Amounts(
            "tanggal",
            true,
            List.of(
                new Range(june.toEpochDay() - 30, june.toEpochDay()),
                new Range(june.toEpochDay() + 1, june.toEpochDay() + 30)));
    RoutingTable table = table(List.of(day), NONE, to("2"), to("3"));

    assertThat(table.route(ask("1", Map.of("tanggal", DataValue.of(june))))).isEqualTo(to("2"));
    assertThat(table.route(ask("1", Map.of("tanggal", DataValue.of(june.plusDays(1))))))
        .isEqualTo(to("3"));
    assertThat(table.entries())
        .extracting(e -> e.data().get("tanggal"))
        .contains("2026-07-01..2026-07-30");
  }

  @Test
  void the_witness_of_every_line_gets_the_answer_of_that_line() {
    List<Dimension> dimensions =
        List.of(
            PLACE,
            new Dimension.Visits(List.of(new Range(1, 2), new Range(3, Integer.MAX_VALUE))),
            new Dimension.Performer(List.of(KABAG)),
            new Dimension.AnyRow(false, Set.of(StepId.of("5"), StepId.of("6"))),
            new Dimension.AnyRow(true, Set.of(StepId.of("7"))));
    Grid grid = new Grid(completed("1", 1), dimensions);
    List<RouteAnswer> answers = new ArrayList<>();
    for (int cell = 0; cell < grid.cells(); cell++) {
      answers.add(to("r" + cell));
    }
    RoutingTable table =
        RoutingTable.of(
            List.of(new Block(grid, answers)), List.of(KABAG, PelaksanaCode.of("STAF")));

    assertThat(table.entries()).hasSize((int) grid.cells());
    assertThat(table.entries())
        .allSatisfy(e -> assertThat(table.route(e.witness())).isEqualTo(e.answer()));
  }

  @Test
  void two_blocks_for_one_row_are_a_mistake_of_the_maker() {
    Block block = new Block(new Grid(completed("1", 1), List.of()), List.of(NONE));

    assertThatThrownBy(() -> RoutingTable.of(List.of(block, block), List.of(KABAG)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
