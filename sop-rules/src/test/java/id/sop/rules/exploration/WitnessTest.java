package id.sop.rules.exploration;

import static id.sop.rules.TestSop.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.DataDomain;
import id.sop.definition.DataValue;
import id.sop.definition.Sop;
import id.sop.problem.Language;
import id.sop.problem.Severity;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.rules.Bundles;
import id.sop.rules.LoadedSop;
import id.sop.rules.dialect.Gate;
import id.sop.rules.dialect.RouteRule;
import id.sop.rules.live.CompiledRules;
import id.sop.rules.live.LiveRouter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A fault is told with a case that leads to it, and never on our word alone. */
class WitnessTest {
  private static final Sop LOOP =
      aSop("uji.jalan").row("1", "A").decision("2", "B", "YA", "TIDAK").row("3", "C").build();
  private static final Sop AMOUNT =
      aSop("uji.nilai")
          .data("nilai", new DataDomain.Uang(0, 1_000), "1")
          .row("1", "A")
          .row("2", "B")
          .build();

  private static Finding only(List<Finding> findings) {
    assertThat(findings).as("findings").hasSize(1);
    return findings.get(0);
  }

  private static Graph withAmounts(String first, String second) {
    return Graph.of("uji.nilai")
        .start("ke(\"1\")")
        .after("1", "Data( nilai " + first + " )", "ke(\"2\")")
        .after("1", "Data( nilai " + second + " )", "selesai()")
        .after("2", "selesai()");
  }

  /** Explores with answers that may differ from those of Drools. */
  private static List<Finding> explore(
      Sop sop,
      Graph graph,
      Function<Function<RouteQuestion, LiveRouter.Heard>, Function<RouteQuestion, LiveRouter.Heard>>
          twist) {
    List<RouteRule> rules = Gate.read(Bundles.FILE, graph.text(), sop).rules();
    try (CompiledRules compiled = CompiledRules.compile(sop, rules, "twisted")) {
      return Exploration.explore(sop, rules, twist.apply(compiled.router().orElseThrow()::ask))
          .findings();
    }
  }

  @Test
  void the_shortest_way_to_a_fault_is_told_row_by_row_and_label_by_label() {
    LoadedSop loaded =
        Graph.of("uji.jalan")
            .start("ke(\"1\")")
            .after("1", "ke(\"2\")")
            .decided("2", "YA", "ke(\"3\")")
            .arrow(
                "sekali",
                "Selesai( langkah == \"2\", keputusan == \"TIDAK\", kunjungan < 3 )",
                "ke(\"1\")")
            .after("3", "selesai()")
            .load(LOOP);

    Finding gap = only(loaded.findings());

    assertThat(gap.problem().code()).isEqualTo(ExplorationCode.NO_ROUTE);
    assertThat(gap.problem().hint(Language.ID))
        .endsWith("Jalan ke sana: 1, 2 TIDAK, 1, 2 TIDAK, 1, 2 TIDAK.");
    assertThat(gap.witness().orElseThrow().path())
        .extracting(q -> q.completed().map(c -> c.step() + "/" + c.visit()).orElse("mulai"))
        .containsExactly("mulai", "1/1", "2/1", "1/2", "2/2", "1/3", "2/3");
  }

  @Test
  void the_way_says_which_facts_lead_there_and_the_gap_which_rules_leave_it() {
    Graph graph =
        withAmounts("<= 500", ">= 502 && <= 800").after("1", "Data( nilai > 800 )", "selesai()");

    Finding gap = only(graph.load(AMOUNT).findings());

    assertThat(gap.problem().hint(Language.ID))
        .contains("rute.drl:" + graph.line("1 Data( nilai <= 500 )"))
        .contains("rute.drl:" + graph.line("1 Data( nilai >= 502 && <= 800 )"))
        .doesNotContain("rute.drl:" + graph.line("1 Data( nilai > 800 )"))
        .endsWith("Jalan ke sana: 1 (nilai 501).");
    assertThat(gap.witness().orElseThrow().question().data())
        .isEqualTo(Map.of("nilai", DataValue.of(501)));
  }

  @Test
  void what_leads_into_a_loop_is_told_too() {
    LoadedSop loaded =
        Graph.of("uji.jalan")
            .start("ke(\"1\")")
            .after("1", "ke(\"2\")")
            .decided("2", "YA", "selesai()")
            .decided("2", "TIDAK", "ke(\"3\")")
            .after("3", "ke(\"3\")")
            .load(LOOP);

    Finding trap = only(loaded.findings());

    assertThat(trap.problem().code()).isEqualTo(ExplorationCode.NO_WAY_OUT);
    assertThat(trap.witness().orElseThrow().text()).isEqualTo("1, 2 TIDAK");
  }

  @Test
  void what_does_not_show_when_it_is_replayed_is_told_as_our_own_error() {
    Set<RouteQuestion> asked = new HashSet<>();
    LiveRouter.Heard nothing = new LiveRouter.Heard(new RouteAnswer.NoRoute(), List.of());

    List<Finding> findings =
        explore(
            AMOUNT,
            withAmounts("<= 500", "> 500"),
            drools ->
                q ->
                    q.data().containsValue(DataValue.of(500)) && asked.add(q)
                        ? nothing
                        : drools.apply(q));

    assertThat(only(findings).problem().code()).isEqualTo(ExplorationCode.WITNESS_FAILED);
    assertThat(only(findings).problem().severity()).isEqualTo(Severity.ERROR);
    assertThat(only(findings).problem().facts()).containsExactly("SOP-3001", "1 (nilai 500)");
  }

  @Test
  void a_region_that_drools_does_not_answer_as_one_is_our_own_error() {
    LiveRouter.Heard nothing = new LiveRouter.Heard(new RouteAnswer.NoRoute(), List.of());

    List<Finding> findings =
        explore(
            AMOUNT,
            withAmounts("<= 500", "> 500"),
            drools -> q -> q.data().containsValue(DataValue.of(499)) ? nothing : drools.apply(q));

    assertThat(only(findings).problem().code()).isEqualTo(ExplorationCode.CUT_WRONGLY);
    assertThat(only(findings).problem().text(Language.ID)).contains("baris 1, nilai 0..499", "499");
  }

  @Test
  void who_completes_a_row_is_told_where_it_decides() {
    Sop sop = aSop("uji.jalan").row("1", "A", "B").row("2", "C").build();

    LoadedSop loaded =
        Graph.of("uji.jalan")
            .start("ke(\"1\")")
            .arrow("oleh A", "Selesai( langkah == \"1\", oleh == \"A\" )", "ke(\"2\")")
            .after("2", "selesai()")
            .load(sop);

    assertThat(only(loaded.findings()).witness().orElseThrow().text()).isEqualTo("1 oleh B");
  }
}
