package id.sop.rules.exploration;

import static id.sop.rules.TestSop.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.DataDomain;
import id.sop.definition.DataValue;
import id.sop.definition.Sop;
import id.sop.problem.Language;
import id.sop.problem.Problem;
import id.sop.rules.LoadedSop;
import id.sop.rules.TestSop;
import org.junit.jupiter.api.Test;

/** What one row saw of a fact still holds when another row looks at it. */
class FactsTest {
  private static final String BIG = "Data( nilai > 500 )";
  private static final String SMALL = "Data( nilai <= 500 )";

  private static TestSop amount() {
    return aSop("uji.fakta").data("nilai", new DataDomain.Uang(0, 1_000), "1").row("1", "A");
  }

  private static Graph begun() {
    return Graph.of("uji.fakta").start("ke(\"1\")");
  }

  private static Problem only(LoadedSop loaded) {
    assertThat(loaded.problems()).as("problems").hasSize(1);
    return loaded.problems().get(0);
  }

  @Test
  void a_value_that_took_another_way_needs_no_arrow_here() {
    Sop sop = amount().row("2", "B").row("3", "C").build();

    LoadedSop loaded =
        begun()
            .after("1", BIG, "ke(\"2\")")
            .after("1", SMALL, "ke(\"3\")")
            .after("2", "Data( nilai > 400 )", "ke(\"3\")")
            .after("3", "selesai()")
            .load(sop);

    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  void an_arrow_for_a_value_that_took_another_way_is_dead() {
    Sop sop = amount().row("2", "B").row("3", "C").build();
    Graph graph =
        begun()
            .after("1", BIG, "ke(\"2\")")
            .after("1", SMALL, "ke(\"3\")")
            .after("2", "Data( nilai > 400 )", "ke(\"3\")")
            .after("2", "Data( nilai <= 400 )", "selesai()")
            .after("3", "selesai()");

    Problem problem = only(graph.load(sop));

    assertThat(problem.code()).isEqualTo(ExplorationCode.ARROW_DEAD);
    assertThat(problem.place().line()).isEqualTo(graph.line("2 Data( nilai <= 400 )"));
  }

  @Test
  void a_loop_that_one_value_never_leaves_is_found_with_that_value() {
    Sop sop = amount().row("2", "B").row("3", "C").build();

    LoadedSop loaded =
        begun()
            .after("1", "ke(\"2\")")
            .after("2", BIG, "ke(\"3\")")
            .after("2", SMALL, "selesai()")
            .after("3", "ke(\"2\")")
            .load(sop);

    Problem problem = only(loaded);
    assertThat(problem.code()).isEqualTo(ExplorationCode.NO_WAY_OUT);
    assertThat(problem.facts()).containsExactly("2, 3", "1 (nilai 501), 2");
  }

  @Test
  void the_row_that_demands_a_fact_can_give_another_value_when_it_is_done_again() {
    LoadedSop loaded =
        begun()
            .after("1", "ke(\"2\")")
            .after("2", BIG, "ke(\"1\")")
            .after("2", SMALL, "selesai()")
            .load(amount().row("2", "B").build());

    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  void a_fact_that_no_row_demands_can_change_but_is_not_forgotten() {
    Sop sop =
        aSop("uji.fakta")
            .data("cepat", new DataDomain.YaTidak())
            .row("1", "A")
            .row("2", "B")
            .build();

    LoadedSop loaded =
        begun()
            .after("1", "Data( cepat == \"ya\" )", "ke(\"2\")")
            .after("1", "not Data( cepat == \"ya\" )", "selesai()")
            .after("2", "Data( cepat == \"ya\" )", "selesai()")
            .load(sop);

    Problem problem = only(loaded);
    assertThat(problem.code()).isEqualTo(ExplorationCode.NO_ROUTE);
    assertThat(problem.text(Language.ID))
        .isEqualTo("Tidak ada aturan yang menjawab: baris 2, cepat tidak.");
    assertThat(problem.hint(Language.ID)).endsWith("1 (cepat ya), 2 (cepat tidak).");
  }

  @Test
  void a_demanded_value_still_holds_on_later_rows() {
    Sop sop =
        aSop("uji.fakta")
            .data("dana", new DataDomain.YaTidak(), "1", DataValue.of(true))
            .row("1", "A")
            .row("2", "B")
            .build();

    LoadedSop loaded =
        begun().after("1", "ke(\"2\")").after("2", "Data( dana == \"ya\" )", "selesai()").load(sop);

    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  void rows_that_cut_a_fact_differently_are_held_against_each_other() {
    Sop sop = amount().row("2", "B").row("3", "C").build();

    LoadedSop loaded =
        begun()
            .after("1", "Data( nilai < 300 )", "ke(\"2\")")
            .after("1", "Data( nilai >= 300 )", "ke(\"3\")")
            .after("2", "Data( nilai < 200 )", "selesai()")
            .after("2", "Data( nilai >= 250 )", "ke(\"3\")")
            .after("3", "Data( nilai >= 250 )", "selesai()")
            .load(sop);

    Problem problem = only(loaded);
    assertThat(problem.code()).isEqualTo(ExplorationCode.NO_ROUTE);
    assertThat(problem.text(Language.ID)).endsWith("baris 2, nilai 200; baris 2, nilai 201..249.");
  }

  @Test
  void a_visit_counts_whatever_was_decided_in_it() {
    Sop sop = aSop("uji.fakta").decision("1", "A", "YA", "TIDAK").row("2", "B").build();
    String yes = "Selesai( langkah == \"1\", keputusan == \"YA\", kunjungan ";

    LoadedSop loaded =
        begun()
            .decided("1", "TIDAK", "ke(\"1\")")
            .arrow("cepat", yes + "< 3 )", "selesai()")
            .arrow("lama", yes + ">= 3 )", "ke(\"2\")")
            .after("2", "selesai()")
            .load(sop);

    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  void what_no_later_row_looks_at_does_not_multiply_situations() {
    TestSop sop = aSop("uji.fakta");
    Graph graph = Graph.of("uji.fakta").start("ke(\"1\")");
    for (int row = 1; row <= 20; row++) {
      String next = row == 20 ? "selesai()" : "ke(\"" + (row + 1) + "\")";
      String label = "Selesai( langkah == \"" + row + "\", keputusan == ";
      sop.decision(Integer.toString(row), "A", "YA", "TIDAK");
      graph
          .decided(Integer.toString(row), "YA", next)
          .arrow(row + " lagi", label + "\"TIDAK\", kunjungan < 3 )", "ke(\"" + row + "\")")
          .arrow(row + " gagal", label + "\"TIDAK\", kunjungan >= 3 )", "selesai(\"GAGAL\")");
    }

    LoadedSop loaded = graph.load(sop.build());

    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  void when_values_cannot_be_followed_that_is_said_and_every_value_is_checked_everywhere() {
    int facts = 13;
    TestSop sop = aSop("uji.fakta").row("0", "A");
    Graph graph = Graph.of("uji.fakta").start("ke(\"0\")").after("0", "ke(\"1\")");
    for (int i = 1; i <= facts; i++) {
      sop.data("f" + i, new DataDomain.YaTidak(), "0");
    }
    for (int row = 1; row <= 2 * facts; row++) {
      String fact = "f" + (row > facts ? row - facts : row);
      String next = row == 2 * facts ? "selesai()" : "ke(\"" + (row + 1) + "\")";
      sop.row(Integer.toString(row), "A");
      graph
          .after(Integer.toString(row), "Data( " + fact + " == \"ya\" )", next)
          .after(Integer.toString(row), "Data( " + fact + " == \"tidak\" )", next);
    }

    LoadedSop loaded = graph.load(sop.build());

    assertThat(only(loaded).code()).isEqualTo(ExplorationCode.FACTS_NOT_CARRIED);
    assertThat(loaded.table()).isPresent();
  }
}
