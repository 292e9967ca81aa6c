package id.sop.rules.exploration;

import static id.sop.rules.TestSop.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.DataDomain;
import id.sop.definition.Sop;
import id.sop.routing.Grid;
import id.sop.rules.Bundles;
import id.sop.rules.TestSop;
import id.sop.rules.dialect.Gate;
import id.sop.rules.dialect.RouteRule;
import id.sop.rules.live.CompiledRules;
import id.sop.rules.live.LiveRouter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** An SOP larger than any on paper: 36 parts, each with amounts, a fork, a join and a loop. */
class LargeSopTest {
  private static final int PARTS = 36;

  private final TestSop document = aSop("uji.besar");
  private final Graph rules = Graph.of("uji.besar").start("ke(\"1\")");

  private void part(int number) {
    String a = Integer.toString(number);
    String g = number + "g";
    String amount = "nilai" + number;
    String next = number == PARTS ? "selesai()" : "ke(\"" + (number + 1) + "\")";
    document.data(amount, new DataDomain.Uang(0, 1_000_000), a);
    for (String letter : List.of("", "b", "c", "d", "e", "f")) {
      document.row(number + letter, "A", "B");
    }
    document.decision(g, "C", "YA", "TIDAK");
    rules
        .after(a, "Data( " + amount + " < 1_000 )", to(number, "b"))
        .after(a, "Data( " + amount + " >= 1_000, " + amount + " < 5_000 )", to(number, "c"))
        .after(a, "Data( " + amount + " >= 5_000 )", to(number, "d"))
        .after(number + "b", to(number, "d"))
        .after(number + "c", "Data( " + amount + " < 3_000 )", to(number, "d"))
        .after(number + "c", "Data( " + amount + " >= 3_000 )", to(number, "b"))
        .after(number + "d", "ke(\"" + number + "e\", \"" + number + "f\")");
    branch(number, "e", "f");
    branch(number, "f", "e");
    rules
        .decided(g, "YA", next)
        .arrow(g + " TIDAK", no(g) + "kunjungan < 3 )", to(number, ""))
        .arrow(g + " TIDAK lagi", no(g) + "kunjungan >= 3 )", "selesai(\"DITOLAK\")");
  }

  private void branch(int number, String own, String other) {
    String open = "Terbuka( langkah == \"" + number + other + "\" )";
    rules.after(number + own, open, "tunggu()").after(number + own, "not " + open, to(number, "g"));
  }

  private static String to(int number, String letter) {
    return "ke(\"" + number + letter + "\")";
  }

  private static String no(String row) {
    return "Selesai( langkah == \"" + row + "\", keputusan == \"TIDAK\", ";
  }

  /** Time of the processor, not of the clock: the machine has other work too. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Test
  void five_hundred_rules_are_verified_with_few_questions_and_few_situations() {
    for (int number = 1; number <= PARTS; number++) {
      part(number);
    }
    Sop sop = document.build();
    Gate.Reading reading = Gate.read(Bundles.FILE, rules.text(), sop);
    assertThat(reading.problems()).isEmpty();
    List<RouteRule> all = reading.rules();
    try (CompiledRules compiled = CompiledRules.compile(sop, all, "besar")) {
      LiveRouter live = compiled.router().orElseThrow();
      long start = cpu();

      Exploration.Result result = Exploration.explore(sop, all, live);

      long explored = cpu();
      List<Grid> grids = Grids.of(sop, all);
      List<Asked> asked;
      try (LiveRouter.Sitting drools = live.sit()) {
        asked = grids.stream().map(g -> Asked.ask(g, drools::ask, sop)).toList();
      }
      long answered = cpu();
      int states = Walk.through(sop, asked, true).states();
      long walked = cpu();
      long cells = grids.stream().mapToLong(Grid::cells).sum();
      System.out.printf(
          Locale.ROOT,
          "figure: %d rows, %d rules, %d questions, %d situations: verified in %.2f s of one processor;"
              + " once more: asked in %.2f s, walked in %.2f s%n",
          sop.langkah().size(),
          all.size(),
          cells,
          states,
          (explored - start) / 1e9,
          (answered - explored) / 1e9,
          (walked - answered) / 1e9);
      assertThat(all).hasSize(505);
      assertThat(result.findings()).isEmpty();
      assertThat(cells).isLessThan(2_000);
      assertThat(states).isLessThan(5_000);
    }
  }
}
