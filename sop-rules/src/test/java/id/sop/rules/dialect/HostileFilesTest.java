package id.sop.rules.dialect;

import static id.sop.rules.dialect.BrokenFile.FILE;
import static id.sop.rules.dialect.BrokenFile.SOP;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Language;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.problem.Severity;
import id.sop.rules.Bundles;
import id.sop.rules.LoadedSop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a rule file tries, it is refused where it tries it, and Drools never hears of it. */
class HostileFilesTest {

  static List<BrokenFile> attacks() {
    return Corpus.read("hostile.txt");
  }

  static List<HostileFamilies.Hostile> families() {
    return HostileFamilies.all();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void an_attack_is_refused_where_it_stands(BrokenFile attack) {
    List<Problem> problems = Gate.read(FILE, attack.text(), SOP).problems();

    assertThat(problems)
        .as("problems of: %s", problems)
        .anySatisfy(
            p -> {
              assertThat(p.code()).isEqualTo(attack.code());
              assertThat(p.place().line()).isEqualTo(attack.line());
              assertThat(p.place().column()).isEqualTo(attack.column());
              assertThat(p.severity()).isEqualTo(Severity.ERROR);
            });
    assertThat(problems.get(0).place().line()).isEqualTo(attack.line());
  }

  @Test
  void every_hostile_file_is_refused_before_drools() {
    List<HostileFamilies.Hostile> hostile = new ArrayList<>(families());
    attacks().forEach(a -> hostile.add(new HostileFamilies.Hostile(a.what(), a.text())));
    List<String> passed = new ArrayList<>();

    for (HostileFamilies.Hostile file : hostile) {
      if (!isRefused(file)) {
        passed.add(file.what());
      }
    }

    System.out.printf(
        "figure: hostile: %d of %d refused%n", hostile.size() - passed.size(), hostile.size());
    assertThat(passed).isEmpty();
    assertThat(hostile).hasSizeGreaterThan(600).doesNotHaveDuplicates();
  }

  /** Whether loading ends at the gate, with places inside the file and in few words. */
  private static boolean isRefused(HostileFamilies.Hostile file) {
    String text = file.text();
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      return Problems.hasErrors(Gate.read(FILE, text, SOP).problems());
    }
    LoadedSop loaded = Bundles.load(SOP, text);
    long lines = text.chars().filter(c -> c == '\n' || c == '\r').count() + 1;
    assertThat(loaded.problems())
        .as(file.what())
        .hasSizeLessThanOrEqualTo(2 * Refusals.MAX_TOLD + 2)
        .allSatisfy(
            p -> {
              assertThat(p.code()).isInstanceOf(DialectCode.class);
              assertThat(p.place().line()).isBetween(1, (int) lines);
              assertThat(p.place().column()).isBetween(1, text.length() + 1);
              assertThat(p.text(Language.ID) + p.hint(Language.ID)).hasSizeLessThan(1_000);
              assertThat(p.text(Language.EN)).doesNotContain("\u001b", "\u202e", "\u0000");
            });
    return loaded.hasErrors() && loaded.procedure().isEmpty() && loaded.table().isEmpty();
  }

  static Stream<HostileFamilies.Hostile> bombs() {
    return families().stream().filter(h -> h.text().length() > 100_000);
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void a_bomb_is_read_in_few_steps(HostileFamilies.Hostile bomb) {
    Refusals refusals = new Refusals(new Source(FILE, bomb.text()));

    List<Token> tokens = Tokenizer.tokens(refusals);

    assertThat(tokens.size()).isLessThanOrEqualTo(Tokenizer.MAX_TOKENS + 1);
  }
}
