package id.sop.rules.exploration;

import static id.sop.rules.TestSop.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.DataDomain;
import id.sop.definition.DataValue;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.problem.Language;
import id.sop.problem.Problem;
import id.sop.rules.Bundles;
import id.sop.rules.LoadedSop;
import id.sop.rules.TestSop;
import id.sop.worktime.Waktu;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a graph is told at load, with the place and a case in which it happens. */
class FindingsTest {
  private static final Sop LINE = aSop("uji.garis").row("1", "A").row("2", "B").build();
  private static final Sop CHOICE =
      aSop("uji.pilih").decision("1", "A", "YA", "TIDAK").row("2", "B").build();
  private static final Sop AMOUNT =
      aSop("uji.nilai")
          .data("nilai", new DataDomain.Uang(0, 1_000), "1")
          .row("1", "A")
          .row("2", "B")
          .row("3", "C")
          .build();

  private static Problem only(LoadedSop loaded) {
    assertThat(loaded.problems()).as("problems %s", loaded.problems()).hasSize(1);
    return loaded.problems().get(0);
  }

  @Test
  void an_amount_that_no_rule_covers_is_found_with_the_amount() {
    Graph graph =
        Graph.of("uji.nilai")
            .start("ke(\"1\")")
            .after("1", "Data( nilai <= 500 )", "ke(\"2\")")
            .after("1", "Data( nilai >= 502 )", "ke(\"3\")")
            .after("2", "selesai()")
            .after("3", "selesai()");

    Problem problem = only(graph.load(AMOUNT));

    assertThat(problem.code()).isEqualTo(ExplorationCode.NO_ROUTE);
    assertThat(problem.place().line()).isEqualTo(graph.line("1 Data( nilai <= 500 )"));
    assertThat(problem.text(Language.ID))
        .isEqualTo("Tidak ada aturan yang menjawab: baris 1, nilai 501.");
  }

  @Test
  void an_amount_that_two_rules_cover_is_found_with_both_lines() {
    Graph graph =
        Graph.of("uji.nilai")
            .start("ke(\"1\")")
            .after("1", "Data( nilai <= 500 )", "ke(\"2\")")
            .after("1", "Data( nilai >= 500 )", "ke(\"3\")")
            .after("2", "selesai()")
            .after("3", "selesai()");

    Problem problem = only(graph.load(AMOUNT));

    assertThat(problem.code()).isEqualTo(ExplorationCode.CONFLICT);
    assertThat(problem.place().line()).isEqualTo(graph.line("1 Data( nilai <= 500 )"));
    assertThat(problem.text(Language.ID))
        .contains("rute.drl:" + graph.line("1 Data( nilai >= 500 )") + ":1", "nilai 500");
  }

  @Test
  void a_fact_that_may_still_be_unknown_needs_an_arrow_too() {
    Sop optional =
        aSop("uji.nilai")
            .data("mendesak", new DataDomain.YaTidak())
            .row("1", "A")
            .row("2", "B")
            .build();
    Graph graph =
        Graph.of("uji.nilai")
            .start("ke(\"1\")")
            .after("1", "Data( mendesak == true )", "ke(\"2\")")
            .after("1", "Data( mendesak != true )", "selesai()")
            .after("2", "selesai()");

    Problem problem = only(graph.load(optional));

    assertThat(problem.code()).isEqualTo(ExplorationCode.NO_ROUTE);
    assertThat(problem.text(Language.ID)).contains("mendesak belum diketahui");
  }

  @Test
  void an_optional_fact_is_covered_by_not_data() {
    Sop optional =
        aSop("uji.nilai")
            .data("mendesak", new DataDomain.YaTidak())
            .row("1", "A")
            .row("2", "B")
            .build();

    LoadedSop loaded =
        Graph.of("uji.nilai")
            .start("ke(\"1\")")
            .after("1", "Data( mendesak == \"ya\" )", "ke(\"2\")")
            .after("1", "not Data( mendesak == \"ya\" )", "selesai()")
            .after("2", "selesai()")
            .load(optional);

    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  void a_value_that_the_row_does_not_let_pass_needs_no_arrow() {
    Sop demanded =
        aSop("uji.nilai")
            .data("dana", new DataDomain.YaTidak(), "1", DataValue.of(true))
            .row("1", "A")
            .build();

    LoadedSop loaded =
        Graph.of("uji.nilai")
            .start("ke(\"1\")")
            .after("1", "Data( dana == true )", "selesai()")
            .load(demanded);

    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  void an_arrow_for_a_value_that_never_passes_is_dead() {
    Sop demanded =
        aSop("uji.nilai")
            .data("dana", new DataDomain.YaTidak(), "1", DataValue.of(true))
            .row("1", "A")
            .build();
    Graph graph =
        Graph.of("uji.nilai")
            .start("ke(\"1\")")
            .after("1", "Data( dana == true )", "selesai()")
            .after("1", "Data( dana == false )", "selesai(\"DITOLAK\")");

    Problem problem = only(graph.load(demanded));

    assertThat(problem.code()).isEqualTo(ExplorationCode.ARROW_DEAD);
    assertThat(problem.place().line()).isEqualTo(graph.line("1 Data( dana == false )"));
  }

  @Test
  void the_same_arrow_drawn_twice_is_a_warning() {
    Graph graph =
        Graph.of("uji.garis")
            .start("ke(\"1\")")
            .after("1", "ke(\"2\")")
            .arrow("satu lagi", "Selesai( langkah == \"1\" )", "ke(\"2\")")
            .after("2", "selesai()");
    LoadedSop loaded = graph.load(LINE);

    Problem problem = only(loaded);

    assertThat(problem.code()).isEqualTo(ExplorationCode.ARROW_TWICE);
    assertThat(problem.text(Language.ID)).contains("satu lagi");
    assertThat(loaded.table()).isPresent();
  }

  @Test
  void a_label_without_an_arrow_is_told_at_the_row() {
    LoadedSop loaded =
        Graph.of("uji.pilih")
            .start("ke(\"1\")")
            .decided("1", "YA", "ke(\"2\")")
            .after("2", "selesai()")
            .load(CHOICE);

    Problem problem = only(loaded);

    assertThat(problem.code()).isEqualTo(ExplorationCode.LABEL_WITHOUT_ARROW);
    assertThat(problem.place()).isEqualTo(CHOICE.langkah().get(StepId.of("1")).place());
    assertThat(problem.facts()).containsExactly("1", "TIDAK");
  }

  @Test
  void labels_that_all_lead_to_the_same_place_are_a_warning() {
    LoadedSop loaded =
        Graph.of("uji.pilih")
            .start("ke(\"1\")")
            .decided("1", "YA", "ke(\"2\")")
            .decided("1", "TIDAK", "ke(\"2\")")
            .after("2", "selesai()")
            .load(CHOICE);

    assertThat(only(loaded).code()).isEqualTo(ExplorationCode.LABELS_ALIKE);
  }

  @Test
  void a_row_that_nobody_reaches_is_told_once_for_its_whole_part() {
    Sop sop = aSop("uji.garis").row("1", "A").row("2", "B").row("3", "C").build();

    LoadedSop loaded =
        Graph.of("uji.garis")
            .start("ke(\"1\")")
            .after("1", "selesai()")
            .after("2", "ke(\"3\")")
            .after("3", "selesai()")
            .load(sop);

    Problem problem = only(loaded);
    assertThat(problem.code()).isEqualTo(ExplorationCode.ROW_UNREACHABLE);
    assertThat(problem.facts()).containsExactly("2");
  }

  @Test
  void a_loop_without_an_exit_is_found() {
    LoadedSop loaded =
        Graph.of("uji.garis")
            .start("ke(\"1\")")
            .after("1", "ke(\"2\")")
            .after("2", "ke(\"1\")")
            .load(LINE);

    assertThat(loaded.problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(ExplorationCode.END_MISSING, ExplorationCode.NO_WAY_OUT);
  }

  @Test
  void a_side_loop_without_an_exit_is_found_beside_a_good_way() {
    Sop sop =
        aSop("uji.pilih").decision("1", "A", "YA", "TIDAK").row("2", "B").row("3", "C").build();

    LoadedSop loaded =
        Graph.of("uji.pilih")
            .start("ke(\"1\")")
            .decided("1", "YA", "selesai()")
            .decided("1", "TIDAK", "ke(\"2\")")
            .after("2", "ke(\"3\")")
            .after("3", "ke(\"2\")")
            .load(sop);

    Problem problem = only(loaded);
    assertThat(problem.code()).isEqualTo(ExplorationCode.NO_WAY_OUT);
    assertThat(problem.facts()).containsExactly("2, 3", "1 TIDAK");
  }

  @Test
  void without_a_first_arrow_only_that_is_told() {
    LoadedSop loaded =
        Graph.of("uji.garis").after("1", "ke(\"2\")").after("2", "selesai()").load(LINE);

    assertThat(only(loaded).code()).isEqualTo(ExplorationCode.START_MISSING);
  }

  @Test
  void two_arrows_with_different_times_are_shown() {
    Sop sop =
        aSop("uji.pilih")
            .decision("1", "A", "YA", "TIDAK")
            .row("2", "B")
            .row("3", new Waktu.MenurutAturan(), "C")
            .build();

    LoadedSop loaded =
        Graph.of("uji.pilih")
            .start("ke(\"1\")")
            .decided("1", "YA", "ke(\"2\")")
            .decided("1", "TIDAK", "ke(\"3\").selama(\"1 hari kerja\")")
            .after("2", "ke(\"3\").selama(\"2 hari kerja\")")
            .after("3", "selesai()")
            .load(sop);

    Problem problem = only(loaded);
    assertThat(problem.code()).isEqualTo(ExplorationCode.TARGETS_DIFFER);
    assertThat(problem.text(Language.ID)).contains("2 hari kerja", "1 hari kerja", "1 TIDAK");
  }

  @Test
  void a_time_that_contradicts_the_document_is_shown() {
    Graph graph =
        Graph.of("uji.garis")
            .start("ke(\"1\")")
            .after("1", "ke(\"2\").selama(\"2 hari kerja\")")
            .after("2", "selesai()");
    LoadedSop loaded = graph.load(LINE);

    Problem problem = only(loaded);

    assertThat(problem.code()).isEqualTo(ExplorationCode.TIME_DIFFERS);
    assertThat(problem.place().line()).isEqualTo(graph.line("1") + 6);
    assertThat(problem.text(Language.ID))
        .contains("2 hari kerja", "1 hari kerja", LINE.step(StepId.of("2")).get().place() + "");
    assertThat(loaded.table()).isPresent();
  }

  @Test
  void a_time_that_repeats_the_document_is_none() {
    LoadedSop loaded =
        Graph.of("uji.garis")
            .start("ke(\"1\")")
            .after("1", "ke(\"2\").selama(\"1 hari kerja\")")
            .after("2", "selesai()")
            .load(LINE);

    assertThat(loaded.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "...", "TODO", " ? ", "(belum ada)", "xxx", "N/A"})
  void a_legal_basis_that_says_nothing_is_none(String basis) {
    String text =
        Graph.of("uji.garis")
            .start("ke(\"1\")")
            .after("1", "ke(\"2\")")
            .after("2", "selesai()")
            .text();
    int second = text.indexOf("contoh", text.indexOf("rule \"1\""));

    LoadedSop loaded =
        Bundles.load(LINE, text.substring(0, second) + basis + text.substring(second + 6));

    Problem problem = only(loaded);
    assertThat(problem.code()).isEqualTo(ExplorationCode.BASIS_MISSING);
    assertThat(problem.facts()).containsExactly("1", basis.strip());
  }

  @Test
  void too_many_questions_are_not_asked_but_told_with_what_multiplies() {
    TestSop sop = aSop("uji.banyak").row("1", "A");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      sop.data("nilai" + i, new DataDomain.Bilangan(0, 9), "1");
      all.append(i == 0 ? "" : ", ").append("nilai" + i + " > 4");
    }

    LoadedSop loaded =
        Graph.of("uji.banyak")
            .start("ke(\"1\")")
            .arrow("a", "Selesai( langkah == \"1\" )\n    Data( " + all + " )", "selesai()")
            .load(sop.build());

    Problem problem = only(loaded);
    assertThat(problem.code()).isEqualTo(ExplorationCode.TOO_MANY_QUESTIONS);
    assertThat(problem.text(Language.ID)).contains("baris 1", "nilai0 (4) x nilai1 (4)");
  }

  @Test
  void konsultasi_itself_is_the_counter_example() {
    assertThat(Bundles.load(TestSop.konsultasi(), Bundles.konsultasiRules()).problems())
        .isEqualTo(List.of());
  }
}
