package id.sop.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RoutingTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.runtime.KieSession;

/** What is measured beside each other does the same. */
class HostsTest {
  private static final int MOST_CLASSES = 740;
  private static final int MOST_LAMBDAS = 75;

  @Test
  void without_a_rule_engine_on_its_class_path_a_host_carries_a_case_to_its_end(
      @TempDir Path folder) throws Exception {
    String classPath = Hosts.in(folder).coreOnly();

    String said = Hosts.run(classPath, CoreHost.class, "-verbose:class");

    assertThat(said.lines()).contains("SELESAI 33");
    assertThat(classPath).contains("sop-core").doesNotContain("sop-rules", "drools", "kie-");
    assertThat(said)
        .contains("id.sop.routing.RoutingTable")
        .doesNotContain("org.drools.", "org.kie.", "id.sop.rules.");
  }

  /**
   * What a start costs is, above all, the classes that it loads. Those of the JDK that its own
   * archive holds count little; that is why they do not count here.
   */
  @Test
  void until_the_end_of_its_first_case_a_host_loads_few_classes(@TempDir Path folder)
      throws Exception {
    String said = Hosts.run(Hosts.in(folder).coreOnly(), CoreHost.class, "-Xlog:class+load");

    List<String> loaded =
        said.lines()
            .filter(line -> line.contains(" source: ") && !line.contains("shared objects file"))
            .toList();
    assertThat(said.lines()).contains("SELESAI 33");
    assertThat(loaded).hasSizeBetween(300, MOST_CLASSES);
    assertThat(loaded.stream().filter(line -> line.contains("$$Lambda")))
        .hasSizeLessThan(MOST_LAMBDAS);
    assertThat(said).doesNotContain("org.snakeyaml.", "id.sop.problem.Texts");
  }

  @Test
  void table_switch_and_rules_answer_all_questions_alike() {
    RoutingTable table = Konsultasi.table();
    KieSession session = PlainDrools.compile().container().newKieSession();
    PlainDrools.Next next = PlainDrools.listen(session);

    List<RouteQuestion> questions = Konsultasi.questions();

    assertThat(questions)
        .hasSize(16)
        .allSatisfy(
            q -> {
              assertThat(HandSwitch.next(q)).isEqualTo(row(table.route(q)));
              assertThat(PlainDrools.ask(session, next, q)).isEqualTo(row(table.route(q)));
            });
    session.dispose();
  }

  private static String row(RouteAnswer answer) {
    return answer instanceof RouteAnswer.Open open
        ? open.targets().get(0).step().value()
        : ((RouteAnswer.End) answer).outcome();
  }

  @Test
  void the_walks_go_through_the_same_rows() {
    KieSession session = PlainDrools.compile().container().newKieSession();
    PlainDrools.Next next = PlainDrools.listen(session);

    List<String> byRules = Walk.by(q -> PlainDrools.ask(session, next, q));

    assertThat(byRules)
        .isEqualTo(Walk.by(HandSwitch::next))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "12", "13", "SELESAI");
    session.dispose();
  }
}
