package id.sop.rules.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Problem;
import id.sop.problem.Severity;
import id.sop.rules.Bundles;
import id.sop.rules.exploration.MutantFiles.Slip;
import id.sop.rules.exploration.Subject.Finder;
import id.sop.rules.exploration.Subject.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No slip in a rule file goes unseen: by the gate, by the exploration, or, where the graph stays
 * sound, by the examples.
 */
class MutantsTest {
  /**
   * A branch that ends where it should wait, while another branch goes on to the same row: every
   * case moves as before, with the same performers and times. Only the picture differs.
   */
  private static final String[] ENDS_INSTEAD_OF_WAITING = {
    "uji.dua: OUTCOME_CHANGED in \"2 Terbuka( langkah == 3 )\" on line 32",
    "uji.dua: OUTCOME_CHANGED in \"3 Terbuka( langkah == 2 )\" on line 52",
    "uji.tiga: OUTCOME_CHANGED in \"tunggu\" on line 32"
  };

  private static final Pattern NUMBER = Pattern.compile("(?<=:)\\d+(?=:)");
  private static final Map<Subject, List<Verdict>> VERDICTS = new LinkedHashMap<>();

  @BeforeAll
  static void judge() {
    Stream.concat(Subject.shipped().stream(), MadeUp.subjects().stream())
        .forEach(s -> VERDICTS.put(s, s.verdicts()));
  }

  private static List<Verdict> all() {
    return VERDICTS.values().stream().flatMap(List::stream).toList();
  }

  private static List<Verdict> all(Slip slip) {
    List<Verdict> found = all().stream().filter(v -> v.mutant().slip() == slip).toList();
    assertThat(found).as("mutants that are %s", slip).hasSizeGreaterThan(5);
    return found;
  }

  @Test
  void every_slip_that_changes_an_answer_is_found() {
    Map<Finder, Integer> counts = new EnumMap<>(Finder.class);
    all().forEach(v -> counts.merge(v.finder(), 1, Integer::sum));
    System.out.printf(
        "figure: %d correct SOPs: findings 0; %d mutants: %s%n",
        VERDICTS.size(), all().size(), counts);

    List<String> missed =
        VERDICTS.entrySet().stream()
            .flatMap(
                e ->
                    e.getValue().stream()
                        .filter(v -> v.finder() == Finder.NOBODY)
                        .map(v -> e.getKey().sop().id() + ": " + v.mutant()))
            .toList();
    assertThat(missed).containsExactly(ENDS_INSTEAD_OF_WAITING);
    assertThat(all()).hasSizeGreaterThan(2_000);
    assertThat(counts.get(Finder.EXPLORATION)).isGreaterThan(500);
  }

  @Test
  void a_missing_arrow_is_an_error() {
    assertThat(all(Slip.DROPPED))
        .allSatisfy(v -> assertThat(v.problems()).anyMatch(p -> p.severity() == Severity.ERROR));
  }

  @Test
  void a_misspelt_word_is_found_on_its_line() {
    assertThat(all(Slip.MISSPELT))
        .filteredOn(v -> v.finder() == Finder.GATE)
        .hasSizeGreaterThan(200)
        .allSatisfy(
            v ->
                assertThat(v.problems())
                    .as("%s", v)
                    .anyMatch(p -> p.place().line() == v.mutant().line()));
  }

  @Test
  void an_arrow_that_another_one_contradicts_is_found_with_both_places() {
    assertThat(all(Slip.CONTRADICTED))
        .allSatisfy(
            v ->
                assertThat(v.problems())
                    .as("%s", v)
                    .anyMatch(p -> names(p, v.mutant()) && names(p, again(v.mutant()))));
  }

  private static MutantFiles.Mutant again(MutantFiles.Mutant mutant) {
    return new MutantFiles.Mutant(
        mutant.slip(), "lagi: " + mutant.rule(), mutant.line(), mutant.text());
  }

  /** Whether {@code problem} stands at the rule of {@code mutant} or names its line. */
  private static boolean names(Problem problem, MutantFiles.Mutant mutant) {
    String before = mutant.text().split("rule \"" + Pattern.quote(mutant.rule()) + "\"", -1)[0];
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return problem.place().line() == line
        || problem.facts().stream()
            .flatMap(f -> NUMBER.matcher(f).results())
            .anyMatch(n -> n.group().equals(Integer.toString(line)));
  }

  @Test
  void what_is_found_here_is_what_loading_the_bundle_tells() {
    long seed = 62;
    Random random = new Random(seed);
    List<Map.Entry<Subject, Verdict>> some = new ArrayList<>();
    VERDICTS.forEach(
        (subject, verdicts) -> {
          for (int i = 0; i < 2; i++) {
            some.add(Map.entry(subject, verdicts.get(random.nextInt(verdicts.size()))));
          }
        });

    assertThat(some)
        .as("seed %d", seed)
        .allSatisfy(
            e -> {
              Verdict verdict = e.getValue();
              List<Problem> told =
                  Bundles.load(e.getKey().sop(), verdict.mutant().text()).problems();
              boolean atLoad =
                  verdict.finder() == Finder.GATE || verdict.finder() == Finder.EXPLORATION;
              assertThat(told)
                  .as("%s", verdict.mutant())
                  .containsAll(atLoad ? verdict.problems() : List.of());
              assertThat(told.isEmpty()).isEqualTo(!atLoad);
            });
  }
}
