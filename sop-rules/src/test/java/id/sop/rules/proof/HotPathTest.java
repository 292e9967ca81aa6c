package id.sop.rules.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import id.sop.rules.Shipped;
import id.sop.rules.SopRules;
import id.sop.rules.dialect.Gate;
import id.sop.rules.live.CompiledRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A step calls no rule engine. From what a host loads no object of it can be reached, nor of the
 * packages that know it; and the core, whose code is all that is reached, does not know it either.
 */
class HotPathTest {
  private static boolean isRuleEngine(String name) {
    return name.startsWith("org.drools.")
        || name.startsWith("org.kie.")
        || name.startsWith("id.sop.rules.");
  }

  static List<SopId> bundles() {
    return Shipped.ids();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void nothing_of_the_rule_engine_is_left_in_what_a_host_loads(SopId id) throws Exception {
    Set<String> classes = Reachable.from(Shipped.procedure(id));

    assertThat(classes).contains(RoutingTable.class.getName()).noneMatch(HotPathTest::isRuleEngine);
    assertThat(classes)
        .allMatch(
            c ->
                c.startsWith("id.sop.")
                    || c.startsWith("java.")
                    || c.startsWith("com.google.common.collect."));
  }

  @Test
  void whoever_asks_drools_live_is_seen() throws Exception {
    SopBundle bundle = SopRules.shipped().get(0);
    Procedure loaded = Shipped.procedure(bundle.id().orElseThrow());
    String rules = new String(bundle.bytes(SopBundle.RUTE).orElseThrow(), UTF_8);
    Gate.Reading reading = Gate.read("rute.drl", rules, loaded.sop());
    try (CompiledRules live = CompiledRules.compile(loaded.sop(), reading.rules(), "live")) {
      Procedure asking =
          new Procedure(loaded.sop(), q -> live.router().orElseThrow().route(q), "live");

      Set<String> classes = Reachable.from(asking);

      assertThat(classes)
          .anyMatch(HotPathTest::isRuleEngine)
          .anyMatch(c -> c.startsWith("org.drools."));
    }
  }
}
