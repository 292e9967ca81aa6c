package id.sop.rules.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.ReadBack;
import id.sop.bundle.SopBundle;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.problem.Problem;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RoutingTable;
import id.sop.rules.Bundles;
import id.sop.rules.Shipped;
import id.sop.rules.TestSop;
import id.sop.rules.dialect.Comparison;
import id.sop.rules.dialect.Condition;
import id.sop.rules.dialect.Fact;
import id.sop.rules.dialect.Gate;
import id.sop.rules.dialect.Relation;
import id.sop.rules.dialect.RouteRule;
import id.sop.rules.exploration.Exploration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableAndDroolsAgreeTest {
  private static final String FOLDER = Path.of(Bundles.FILE).getParent().toString();
  private static final Sop KONSULTASI = TestSop.konsultasi();

  static List<SopId> shipped() {
    return Shipped.ids();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  void a_shipped_table_says_what_drools_says(SopId id) {
    Procedure procedure = Shipped.procedure(id);
    byte[] rules = SopBundle.onClassPath(id).bytes(SopBundle.RUTE).orElseThrow();

    RoutingTable explored = agree(procedure.sop(), new String(rules, UTF_8), 100_000);

    // What a host loads is this very table, but for the name of the file.
    RoutingTable loaded = (RoutingTable) procedure.router();
    assertThat(loaded.entries())
        .extracting(RoutingTable.Entry::witness)
        .isEqualTo(explored.entries().stream().map(RoutingTable.Entry::witness).toList());
  }

  @Test
  void so_does_a_table_over_amounts_dates_roles_visits_and_open_rows() {
    agree(Wide.SOP, Wide.RULES, 300_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void and_tables_of_rule_sets_with_bounds_drawn_by_chance(long seed) {
    agree(Bands.SOP, Bands.rules(new Random(seed)), 50_000);
  }

  private static RoutingTable agree(Sop sop, String text, int questions) {
    List<RouteRule> rules = rules(sop, text);
    try (CompiledRules compiled = CompiledRules.compile(sop, rules, "agree")) {
      assertThat(compiled.problems()).isEmpty();
      LiveRouter live = compiled.router().orElseThrow();
      Exploration.Result explored = Exploration.explore(sop, rules, live);
      assertThat(explored.problems()).as("findings").isEmpty();
      RoutingTable table = explored.table().orElseThrow();

      RoutingTable saved = ReadBack.of(FOLDER, text, sop, table);
      assertThat(saved.blocks()).isEqualTo(table.blocks());

      List<RouteQuestion> boundaries = Boundaries.of(sop, rules);
      long seed = 1_121;
      Random random = new Random(seed);
      try (LiveRouter.Sitting drools = live.sit()) {
        for (RoutingTable.Entry entry : table.entries()) {
          assertThat(drools.ask(entry.witness()).answer()).isEqualTo(entry.answer());
          alike(table, saved, drools, entry.witness(), () -> "a line of the table");
        }
        for (RouteQuestion question : boundaries) {
          alike(table, saved, drools, question, () -> "a boundary: " + question);
        }
        for (int i = 0; i < questions; i++) {
          RouteQuestion question = question(sop, random);
          int at = i;
          alike(table, saved, drools, question, () -> "seed " + seed + ", question " + at);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "figure: %s: %d random questions (seed %d) and %d boundary questions: table, saved table and"
              + " Drools answer alike%n",
          sop.id(),
          questions,
          seed,
          boundaries.size());
      return table;
    }
  }

  /** Without an assertion's cost when all is well: this is asked a million times. */
  private static void alike(
      RoutingTable table,
      RoutingTable saved,
      LiveRouter.Sitting drools,
      RouteQuestion question,
      Supplier<String> where) {
    RouteAnswer live = drools.ask(question).answer();
    if (!live.equals(table.route(question)) || !live.equals(saved.route(question))) {
      assertThat(table.route(question)).as(where).isEqualTo(live);
      assertThat(saved.route(question)).as(where).isEqualTo(live);
    }
  }

  private static List<RouteRule> rules(Sop sop, String text) {
    Gate.Reading reading = Gate.read(Bundles.FILE, text, sop);
    assertThat(reading.problems()).isEmpty();
    return reading.rules();
  }

  private static RouteQuestion question(Sop sop, Random random) {
    Map<String, DataValue> data = new HashMap<>();
    sop.data()
        .values()
        .forEach(
            f -> {
              if (random.nextInt(4) > 0) {
                data.put(f.nama(), Wide.value(f.domain(), random));
              }
            });
    if (random.nextInt(20) == 0) {
      return RouteQuestion.start(data);
    }
    List<Step> rows = List.copyOf(sop.langkah().values());
    Step step = rows.get(random.nextInt(rows.size()));
    Optional<Label> label =
        step.decides()
            ? Optional.of(step.keputusan().get(random.nextInt(step.keputusan().size())))
            : Optional.empty();
    List<PelaksanaCode> roles = List.copyOf(sop.pelaksana().keySet());
    PelaksanaCode by = roles.get(random.nextInt(roles.size()));
    Set<StepId> ever = some(sop, random);
    Set<StepId> open = some(sop, random);
    ever.add(step.id());
    open.remove(step.id());
    return new RouteQuestion(
        Optional.of(new RouteQuestion.Completed(step.id(), label, by, 1 + random.nextInt(6))),
        open,
        ever,
        data);
  }

  private static Set<StepId> some(Sop sop, Random random) {
    Set<StepId> some = new HashSet<>();
    sop.langkah().keySet().stream().filter(r -> random.nextInt(4) == 0).forEach(some::add);
    return some;
  }

  @Test
  void of_rules_that_were_compiled_together_only_those_asked_are_heard() {
    List<RouteRule> rules = rules(KONSULTASI, Bundles.konsultasiRules());
    RouteQuestion start = RouteQuestion.start(Map.of());
    try (CompiledRules compiled = CompiledRules.compile(KONSULTASI, rules, "together")) {
      LiveRouter withoutStart = compiled.router(rules.subList(1, rules.size())).orElseThrow();

      RouteAnswer heard = compiled.router().orElseThrow().route(start);

      assertThat(heard).isInstanceOf(RouteAnswer.Open.class);
      assertThat(withoutStart.route(start)).isInstanceOf(RouteAnswer.NoRoute.class);
    }
  }

  @Test
  void when_it_is_closed_drools_has_forgotten_the_module() {
    CompiledRules compiled =
        CompiledRules.compile(KONSULTASI, rules(KONSULTASI, Bundles.konsultasiRules()), "gone");
    boolean before = compiled.isKept();

    compiled.close();

    assertThat(before).isTrue();
    assertThat(compiled.isKept()).isFalse();
  }

  @Test
  void what_drools_refuses_is_told_at_the_author_s_rule() {
    List<RouteRule> rules = new ArrayList<>(rules(KONSULTASI, Bundles.konsultasiRules()));
    RouteRule sound = rules.get(5);
    Relation four = new Relation(Relation.Op.EQ, List.of(DataValue.of("4")));
    Condition wrong =
        new Condition(
            false, Fact.SELESAI, List.of(new Comparison("langkahx", List.of(List.of(four)))));
    rules.set(5, new RouteRule(sound.reason(), "", List.of(wrong), sound.action()));

    List<Problem> problems = CompiledRules.compile(KONSULTASI, rules, "broken").problems();

    assertThat(problems)
        .as("problems %s", problems)
        .isNotEmpty()
        .allSatisfy(
            p -> {
              assertThat(p.code()).isEqualTo(LiveCode.DROOLS_REFUSED);
              assertThat(p.place()).isEqualTo(sound.reason().place());
            });
  }
}
