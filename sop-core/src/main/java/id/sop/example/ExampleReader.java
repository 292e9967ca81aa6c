package id.sop.example;

import id.sop.definition.Sop;
import id.sop.internal.YamlFile;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code uji.yaml} against the SOP whose examples it holds. All that is wrong with the file
 * comes out in one go.
 */
public final class ExampleReader {
  private static final int EXAMPLE_LIMIT = 500;
  private static final int STEP_LIMIT = 500;

  private final Sop sop;
  private final Problems problems;
  private final StepReader reader;

  /**
   * What came out.
   *
   * @param examples the examples in file order; none when there is an error among the problems
   * @param problems all that was found, in file order
   */
  public record Result(List<Example> examples, List<Problem> problems) {
    public Result {
      examples = List.copyOf(examples);
      problems = List.copyOf(problems);
    }
  }

  private ExampleReader(Sop sop, Problems problems) {
    this.sop = sop;
    this.problems = problems;
    this.reader = new StepReader(sop, problems);
  }

  /**
   * Reads examples. Whatever the bytes are, this does not throw.
   *
   * @param file the file as its problems shall name it
   * @param bytes its contents: YAML in UTF-8, at most 1 MiB
   * @param sop the SOP that they are about
   */
  public static Result read(String file, byte[] bytes, Sop sop) {
    Problems problems = new Problems();
    List<Example> examples =
        YamlFile.read(file, bytes, problems)
            .map(root -> new ExampleReader(sop, problems).file(root))
            .orElse(List.of());
    return new Result(problems.hasErrors() ? List.of() : examples, problems.sorted());
  }

  private List<Example> file(YamlMap root) {
    root.allow(List.of("sop", "contoh"));
    root.requiredText("sop")
        .filter(text -> !text.value().equals(sop.id().value()))
        .ifPresent(
            text ->
                problems.add(text.place(), ExampleCode.OTHER_SOP, text.value(), sop.id().value()));
    root.require("contoh");
    List<YamlMap> maps = root.maps("contoh", EXAMPLE_LIMIT);
    if (root.isEmptyList("contoh")) {
      problems.add(root.placeOf("contoh"), ExampleCode.NO_EXAMPLES);
    }
    Map<String, Place> names = new HashMap<>();
    List<Example> examples = new ArrayList<>();
    for (YamlMap map : maps) {
      example(map, names).ifPresent(examples::add);
    }
    return examples;
  }

  private Optional<Example> example(YamlMap map, Map<String, Place> names) {
    map.allow(List.of("nama", "mulai", "langkah", "akhir"));
    Optional<YamlText> nama = map.requiredText("nama");
    nama.ifPresent(text -> checkName(text, names));
    Optional<ExampleStart> mulai = map.requiredMap("mulai").flatMap(reader::start);
    List<ExampleStep> langkah =
        map.maps("langkah", STEP_LIMIT).stream()
            .flatMap(step -> reader.step(step).stream())
            .toList();
    Optional<Located<String>> akhir = map.text("akhir").flatMap(reader::outcome);
    if (nama.isEmpty() || mulai.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Example(nama.get().value(), mulai.get(), langkah, akhir, map.place()));
  }

  private void checkName(YamlText name, Map<String, Place> names) {
    Place first = names.putIfAbsent(name.value(), name.place());
    if (first != null) {
      problems.add(
          name.place(), ExampleCode.DUPLICATE_NAME, name.value(), Integer.toString(first.line()));
    }
  }
}
