package id.sop.examples;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README.md shows is code that compiles and rules that run. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PROGRAM = Path.of("src/test/java/id/sop/examples/HostProgramTest.java");

  @Test
  void its_java_is_the_host_program_that_is_tested() throws IOException {
    List<String> shown = blocks("java");

    List<String> tested =
        Pattern.compile("// README: [a-z ]+\\n(.*?)\\n *// README: end", Pattern.DOTALL)
            .matcher(Files.readString(PROGRAM))
            .results()
            .map(found -> found.group(1).stripTrailing().stripIndent().strip())
            .toList();

    assertThat(shown).hasSize(2).isEqualTo(tested);
  }

  @Test
  void the_scenario_of_the_testkit_is_one_that_is_tested() throws IOException {
    String readme = Files.readString(ROOT.resolve("sop-rules/testkit/README.md"));
    String test =
        Files.readString(Path.of("src/test/java/id/sop/examples/KonsultasiScenarioTest.java"));

    String tested =
        test.substring(test.indexOf("@SopTest"), test.indexOf("// README: end")).strip();

    assertThat(readme).contains("```java\n" + tested + "\n```");
  }

  @Test
  void its_rule_stands_in_the_shipped_bundle() throws IOException {
    String rules =
        new String(
            SopBundle.onClassPath(SopId.of("limapuluhkota.konsultasi"))
                .bytes(SopBundle.RUTE)
                .orElseThrow(),
            StandardCharsets.UTF_8);

    List<String> shown = blocks("").stream().filter(b -> b.startsWith("rule ")).toList();

    assertThat(shown).singleElement().satisfies(rule -> assertThat(rules).contains(rule));
  }

  @Test
  void its_test_command_is_the_one_that_runs_unattended() throws IOException {
    String script = Files.readString(ROOT.resolve(".ci/run"));

    assertThat(blocks("")).anyMatch(b -> b.startsWith("mvn ") && script.contains(b));
  }

  @Test
  void the_files_that_it_points_to_are_there() throws IOException {
    Pattern link = Pattern.compile("\\]\\(([^)#:]+)\\)");

    List<String> missing =
        link.matcher(readme())
            .results()
            .map(found -> found.group(1))
            .filter(path -> !Files.exists(ROOT.resolve(path)))
            .toList();

    assertThat(missing).isEmpty();
  }

  /** The fenced blocks of a language, without their fences; {@code ""} for those without one. */
  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Optional<String> open = Optional.empty();
    StringBuilder block = new StringBuilder();
    for (String line : readme().lines().toList()) {
      if (!line.startsWith("```")) {
        block.append(line).append('\n');
      } else if (open.isPresent()) {
        open.filter(language::equals).ifPresent(l -> blocks.add(block.toString().strip()));
        open = Optional.empty();
      } else {
        open = Optional.of(line.substring(3));
        block.setLength(0);
      }
    }
    return blocks;
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }
}
