package id.sop.rules.exploration;

import static id.sop.rules.TestSop.aSop;
import static id.sop.rules.exploration.ExplorationCode.NEVER_RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.problem.Problem;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RoutingTable;
import id.sop.rules.LoadedSop;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parallel branches: one arrow opens several rows, and a later row waits for all of them. */
class ForkTest {
  private static final Sop SOP =
      aSop("uji.cabang").row("1", "A").row("2", "B").row("3", "C").row("4", "D").build();

  private static Graph fork() {
    return Graph.of("uji.cabang")
        .start("ke(\"1\")")
        .after("1", "ke(\"2\").ke(\"3\")")
        .after("4", "selesai()");
  }

  private static RouteAnswer ask(RoutingTable table, String row, String... open) {
    Set<StepId> others =
        java.util.Arrays.stream(open).map(StepId::of).collect(java.util.stream.Collectors.toSet());
    return table.route(
        new RouteQuestion(
            Optional.of(
                new RouteQuestion.Completed(
                    StepId.of(row), Optional.empty(), PelaksanaCode.of("A"), 1)),
            others,
            Set.of(),
            Map.of()));
  }

  @Test
  void the_first_branch_to_finish_waits_and_the_last_one_goes_on() {
    LoadedSop loaded =
        fork()
            .arrow(
                "tunggu",
                "Selesai( langkah in (\"2\", \"3\") )\n    Terbuka( langkah in (\"2\", \"3\") )",
                "tunggu()")
            .arrow(
                "terus",
                "Selesai( langkah in (\"2\", \"3\") )\n    not Terbuka( langkah in (\"2\", \"3\") )",
                "ke(\"4\")")
            .load(SOP);

    RoutingTable table = loaded.table().orElseThrow();

    assertThat(loaded.problems()).isEmpty();
    assertThat(((RouteAnswer.Open) ask(table, "1")).targets())
        .extracting(t -> t.step().value())
        .containsExactly("2", "3");
    assertThat(ask(table, "2", "3")).isInstanceOf(RouteAnswer.Wait.class);
    assertThat(ask(table, "3", "2")).isInstanceOf(RouteAnswer.Wait.class);
    assertThat(ask(table, "2")).isInstanceOf(RouteAnswer.Open.class);
    assertThat(ask(table, "2", "4")).isInstanceOf(RouteAnswer.Open.class);
  }

  @Test
  void a_join_that_no_branch_completes_waits_forever() {
    Graph graph = fork().arrow("tunggu", "Selesai( langkah in (\"2\", \"3\") )", "tunggu()");

    LoadedSop loaded = graph.load(SOP);

    assertThat(loaded.problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(ExplorationCode.WAITS_FOREVER, ExplorationCode.ROW_UNREACHABLE);
    assertThat(loaded.problems().get(0).place().line()).isEqualTo(graph.line("tunggu"));
  }

  @Test
  void branches_that_both_go_on_open_a_row_that_is_open() {
    Graph graph = fork().after("2", "ke(\"4\")").after("3", "ke(\"4\")");

    LoadedSop loaded = graph.load(SOP);

    assertThat(loaded.errors()).extracting(Problem::code).containsOnly(ExplorationCode.REOPENED);
    assertThat(loaded.errors())
        .extracting(p -> p.place().line())
        .contains(graph.line("2"), graph.line("3"));
  }

  @Test
  void a_branch_may_end_while_the_other_goes_on() {
    LoadedSop loaded = fork().after("2", "selesai()").after("3", "ke(\"4\")").load(SOP);

    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  void a_join_that_one_branch_leaves_alone_is_found_although_another_order_goes_well() {
    Graph graph =
        fork()
            .after("2", "Terbuka( langkah == \"3\" )", "tunggu()")
            .after("2", "not Terbuka( langkah == \"3\" )", "ke(\"4\")")
            .after("3", "selesai()");

    LoadedSop loaded = graph.load(SOP);

    assertThat(loaded.problems()).extracting(Problem::code).containsExactly(NEVER_RELEASED);
    assertThat(loaded.problems().get(0).place().line())
        .isEqualTo(graph.line("2 Terbuka( langkah == 3 )"));
    assertThat(loaded.problems().get(0).facts())
        .containsExactly("2 Terbuka( langkah == 3 )", "3", "1, 2");
  }

  @Test
  void a_branch_that_waits_for_one_that_goes_round_forever_is_found() {
    Sop sop =
        aSop("uji.cabang")
            .row("1", "A")
            .row("2", "B")
            .row("3", "C")
            .row("4", "D")
            .row("5", "E")
            .build();

    LoadedSop loaded =
        fork()
            .after("2", "Terbuka( langkah in (\"3\", \"5\") )", "tunggu()")
            .after("2", "not Terbuka( langkah in (\"3\", \"5\") )", "ke(\"4\")")
            .after("3", "ke(\"5\")")
            .after("5", "ke(\"3\")")
            .load(sop);

    assertThat(loaded.errors())
        .extracting(Problem::code)
        .contains(NEVER_RELEASED, ExplorationCode.NO_WAY_OUT);
  }

  @Test
  void a_rejection_in_the_other_branch_may_end_the_case_of_one_that_waits() {
    Sop sop =
        aSop("uji.cabang")
            .row("1", "A")
            .row("2", "B")
            .decision("3", "C", "YA", "TIDAK")
            .row("4", "D")
            .build();
    String yes = "Selesai( langkah == \"3\", keputusan == \"YA\" )\n    ";

    LoadedSop loaded =
        fork()
            .after("2", "Terbuka( langkah == \"3\" )", "tunggu()")
            .after("2", "not Terbuka( langkah == \"3\" )", "ke(\"4\")")
            .arrow("3 YA lebih dahulu", yes + "Terbuka( langkah == \"2\" )", "tunggu()")
            .arrow("3 YA terakhir", yes + "not Terbuka( langkah == \"2\" )", "ke(\"4\")")
            .decided("3", "TIDAK", "selesai(\"DITOLAK\")")
            .load(sop);

    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  void a_loop_that_counts_its_visits_ends() {
    Sop sop = aSop("uji.cabang").row("1", "A").row("2", "B").build();

    LoadedSop loaded =
        Graph.of("uji.cabang")
            .start("ke(\"1\")")
            .after("1", "ke(\"2\")")
            .arrow("ulang", "Selesai( langkah == \"2\", kunjungan < 3 )", "ke(\"1\")")
            .arrow("akhir", "Selesai( langkah == \"2\", kunjungan >= 3 )", "selesai()")
            .load(sop);

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.table().orElseThrow().entries())
        .extracting(e -> e.conditions().toString())
        .contains("{kunjungan=1..2}", "{kunjungan=3 atau lebih}");
  }

  @Test
  void what_happened_before_can_decide() {
    Sop sop =
        aSop("uji.cabang").decision("1", "A", "YA", "TIDAK").row("2", "B").row("3", "C").build();

    LoadedSop loaded =
        Graph.of("uji.cabang")
            .start("ke(\"1\")")
            .decided("1", "YA", "ke(\"2\")")
            .decided("1", "TIDAK", "ke(\"3\")")
            .after("2", "ke(\"3\")")
            .after("3", "Pernah( langkah == \"2\" )", "selesai()")
            .after("3", "not Pernah( langkah == \"2\" )", "selesai(\"DITOLAK\")")
            .load(sop);

    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  void a_row_just_completed_was_done_before_the_question_and_is_no_longer_open() {
    Sop sop = aSop("uji.cabang").row("1", "A").build();

    LoadedSop done =
        Graph.of("uji.cabang")
            .start("ke(\"1\")")
            .after("1", "Pernah( langkah == \"1\" )", "selesai()")
            .load(sop);
    LoadedSop closed =
        Graph.of("uji.cabang")
            .start("ke(\"1\")")
            .after("1", "not Terbuka( langkah == \"1\" )", "selesai()")
            .load(sop);

    assertThat(done.problems()).isEmpty();
    assertThat(closed.problems()).isEmpty();
  }

  @Test
  void an_arrow_for_a_row_that_was_never_done_cannot_leave_that_row() {
    Sop sop = aSop("uji.cabang").row("1", "A").build();

    LoadedSop loaded =
        Graph.of("uji.cabang")
            .start("ke(\"1\")")
            .after("1", "not Pernah( langkah == \"1\" )", "selesai()")
            .load(sop);

    assertThat(loaded.hasErrors()).isTrue();
  }

  @Test
  void who_completed_a_row_can_decide() {
    Sop sop = aSop("uji.cabang").row("1", "A", "B").row("2", "C").build();

    LoadedSop loaded =
        Graph.of("uji.cabang")
            .start("ke(\"1\")")
            .arrow("oleh A", "Selesai( langkah == \"1\", oleh == \"A\" )", "ke(\"2\")")
            .arrow("oleh lain", "Selesai( langkah == \"1\", oleh != \"A\" )", "selesai()")
            .after("2", "selesai()")
            .load(sop);

    assertThat(loaded.problems()).isEmpty();
  }
}
