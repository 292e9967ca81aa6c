package id.sop.rules.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.Sop;
import id.sop.problem.Problem;
import id.sop.rules.Bundles;
import id.sop.rules.TestSop;
import id.sop.rules.dialect.Gate;
import id.sop.rules.dialect.RouteRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every arrow of Konsultasi, drawn wrongly in every way that a tired author draws one. */
class MutantsTest {
  private static final Sop SOP = TestSop.konsultasi();
  private static final String RULES = Bundles.konsultasiRules();
  private static final Pattern RULE = Pattern.compile("(?s)rule \".*?\nend\n");
  private static final Pattern TARGET = Pattern.compile("ke\\(\"(\\d+)\"\\)");

  private static List<String> rules() {
    return RULE.matcher(RULES).results().map(r -> r.group()).toList();
  }

  private static String mutant(String rule, UnaryOperator<String> change) {
    return RULES.replace(rule, change.apply(rule));
  }

  private static List<Problem> problems(String text) {
    return Bundles.load(SOP, text).problems();
  }

  private static String name(String rule) {
    return rule.substring(6, rule.indexOf('"', 6));
  }

  @Test
  void an_arrow_that_is_missing_is_found() {
    for (String rule : rules()) {
      assertThat(problems(mutant(rule, r -> ""))).as("without " + name(rule)).isNotEmpty();
    }
  }

  @Test
  void a_misspelt_row_or_label_is_found_on_its_line() {
    for (String rule : rules()) {
      String text =
          mutant(
              rule,
              r -> r.replaceFirst("(langkah|keputusan) == \"(\\w+)\"( \\)|,)", "$1 == \"$2x\"$3"));
      if (!text.equals(RULES)) {
        int line = line(text, name(rule)) + 4;

        assertThat(problems(text))
            .as("misspelt in " + name(rule))
            .anySatisfy(p -> assertThat(p.place().line()).isEqualTo(line));
      }
    }
  }

  private static int line(String text, String name) {
    String before = text.substring(0, text.indexOf("rule \"" + name + "\""));
    return (int) before.chars().filter(c -> c == '\n').count() + 1;
  }

  @Test
  void an_arrow_drawn_a_second_time_to_another_row_is_found_with_both_lines() {
    for (String rule : rules().subList(0, 15)) {
      String other =
          rule.replace("rule \"", "rule \"lagi ").replaceFirst("rute\\..*;", "rute.selesai();");
      String text = mutant(rule, r -> r + "\n" + other);

      List<Problem> problems = problems(text);

      assertThat(problems)
          .as("twice: " + name(rule))
          .anySatisfy(
              p -> {
                assertThat(p.code()).isEqualTo(ExplorationCode.CONFLICT);
                assertThat(p.place().line()).isEqualTo(line(text, name(rule)));
                assertThat(p.facts().get(1)).contains(":" + line(text, "lagi " + name(rule)) + ":");
              });
    }
  }

  /**
   * The performers that a rule names make nearly every wrong target show at once; the others leave
   * a row that nobody reaches, a loop, or labels that lead to one place.
   */
  @Test
  void an_arrow_to_a_wrong_row_is_found() {
    List<String> missed = new ArrayList<>();
    for (String rule : rules()) {
      Matcher target = TARGET.matcher(rule);
      if (target.find()) {
        for (int row = 1; row <= 13; row++) {
          String to = "ke(\"" + row + "\")";
          String text = mutant(rule, r -> r.replace(target.group(), to));
          if (!to.equals(target.group()) && !isFound(text)) {
            missed.add(name(rule) + " -> " + row);
          }
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  /** The gate finds nearly all of them; only what passes it is compiled and explored. */
  private static boolean isFound(String text) {
    Gate.Reading reading = Gate.read(Bundles.FILE, text, SOP);
    List<RouteRule> understood = reading.rules();
    assertThat(understood).hasSizeLessThanOrEqualTo(16);
    return !reading.problems().isEmpty() || !problems(text).isEmpty();
  }
}
