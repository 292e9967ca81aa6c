package id.sop.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Severity;
import id.sop.rules.LoadedSop;
import id.sop.worktime.Waktu;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No slip in a shipped rule file goes unseen. A retargeted arrow can leave a sound flowchart, such
 * as TIDAK leading one row further; then it is the bundle's own examples that see it.
 */
final class ArrowMutantTest {
  private static final Map<String, Pattern> WORDS = words();
  private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,6}\\b");

  private static Map<String, Pattern> words() {
    Map<String, Pattern> words = new LinkedHashMap<>();
    words.put("fact", Pattern.compile("(Mulai|Selesai)\\("));
    words.put("row", Pattern.compile("langkah == \"(\\w+)"));
    words.put("label", Pattern.compile("keputusan == \"(\\w+)"));
    words.put("field", Pattern.compile("Data\\( (\\w+)"));
    words.put("value", Pattern.compile("Data\\( \\w+ == \"(\\w+)"));
    words.put("call", Pattern.compile("rute\\.(\\w+)"));
    words.put("target", Pattern.compile("ke\\(\"(\\w+)"));
    words.put("role", Pattern.compile("oleh\\(\"(\\w+)"));
    words.put("last role", Pattern.compile("oleh\\(.*, \"(\\w+)\"\\)"));
    words.put("time", Pattern.compile("selama\\(\"([^\"]+)"));
    return words;
  }

  static List<SopId> bundles() {
    return Bundles.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void a_deleted_arrow_is_found_with_its_place(SopId id) {
    List<String> unseen = new ArrayList<>();

    for (RuleText rule : rulesOf(id)) {
      if (errors(Bundles.loadWithRules(id, rule.deleted())).isEmpty()) {
        unseen.add(rule.name());
      }
    }

    assertThat(unseen).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void an_arrow_drawn_twice_to_different_rows_is_found_with_both_places(SopId id) {
    List<String> unseen = new ArrayList<>();

    for (RuleText rule : rulesOf(id)) {
      String doubled = rule.doubled(another(id, rule));
      List<Problem> errors = errors(Bundles.loadWithRules(id, doubled));
      boolean bothNamed =
          RuleText.of(doubled).stream()
              .filter(r -> r.name().startsWith(rule.name()))
              .allMatch(r -> names(errors, r));
      if (!bothNamed) {
        unseen.add(rule.name());
      }
    }

    assertThat(unseen).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void an_arrow_to_another_row_is_found_at_load_or_by_the_examples(SopId id) {
    List<String> unseen = new ArrayList<>();

    for (RuleText rule : rulesOf(id)) {
      LoadedSop loaded = Bundles.loadWithRules(id, rule.retargeted(another(id, rule)));
      boolean seen =
          !errors(loaded).isEmpty()
              || !ExampleReplay.of(loaded.procedure().orElseThrow(), Bundles.text(id, Bundles.UJI))
                  .disagreements()
                  .isEmpty();
      if (!seen) {
        unseen.add(rule.name());
      }
    }

    assertThat(unseen).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void a_misspelt_word_is_found_on_its_line(SopId id) {
    List<String> unseen = new ArrayList<>();

    for (RuleText rule : rulesOf(id)) {
      WORDS.forEach(
          (what, word) ->
              rule.misspelt(word, "X")
                  .filter(slip -> !isFound(id, slip))
                  .ifPresent(slip -> unseen.add(rule.name() + ": " + what)));
    }

    assertThat(unseen).isEmpty();
  }

  @Test
  void there_are_enough_slips_to_trust_the_answer() {
    long misspelt =
        Bundles.all().stream()
            .flatMap(id -> rulesOf(id).stream())
            .mapToLong(
                rule ->
                    WORDS.values().stream().filter(w -> rule.misspelt(w, "X").isPresent()).count())
            .sum();
    long rules = Bundles.all().stream().mapToLong(id -> rulesOf(id).size()).sum();

    assertThat(rules).isEqualTo(62);
    assertThat(misspelt).isGreaterThan(200);
  }

  private static boolean isFound(SopId id, RuleText.Misspelt slip) {
    return errors(Bundles.loadWithRules(id, slip.file())).stream()
        .map(Problem::place)
        .anyMatch(place -> place.file().endsWith(Bundles.RUTE) && place.line() == slip.line());
  }

  /** Whether one of {@code errors} stands in {@code rule} or names one of its lines. */
  private static boolean names(List<Problem> errors, RuleText rule) {
    return errors.stream()
        .flatMap(
            error ->
                Stream.concat(
                    Stream.of(error.place().line()),
                    error.facts().stream().flatMap(ArrowMutantTest::numbers)))
        .anyMatch(line -> rule.firstLine() <= line && line <= rule.lastLine());
  }

  private static Stream<Integer> numbers(String fact) {
    return NUMBER.matcher(fact).results().map(n -> Integer.valueOf(n.group()));
  }

  private static List<Problem> errors(LoadedSop loaded) {
    List<Problem> errors =
        loaded.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
    assertThat(errors).allSatisfy(problem -> isInTheBundle(problem.place()));
    return errors;
  }

  private static void isInTheBundle(Place place) {
    String file = place.file().substring(place.file().lastIndexOf('/') + 1);
    assertThat(file).isIn(Bundles.SOP, Bundles.RUTE);
    assertThat(place.line()).isPositive();
  }

  private static List<RuleText> rulesOf(SopId id) {
    return RuleText.of(Bundles.text(id, Bundles.RUTE));
  }

  /**
   * The row after the one that {@code rule} leads to, in printed order; the first after the last.
   * Rows whose time the rules must give are left out when this rule gives none: that alone would be
   * an error.
   */
  private static String another(SopId id, RuleText rule) {
    Sop sop = Bundles.procedure(id).sop();
    List<String> rows =
        sop.langkah().values().stream()
            .filter(s -> rule.givesTime() || !(s.mutuBaku().waktu() instanceof Waktu.MenurutAturan))
            .map(step -> step.id().value())
            .toList();
    int target = rule.target().map(rows::indexOf).orElse(rows.size() - 1);
    return rows.get((target + 1) % rows.size());
  }
}
