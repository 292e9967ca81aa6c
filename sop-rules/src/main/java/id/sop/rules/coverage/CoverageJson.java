package id.sop.rules.coverage;

import com.google.common.collect.ImmutableMap;
import id.sop.problem.Language;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** A {@link Coverage} for programs: one JSON object on one line, the same for the same coverage. */
public final class CoverageJson {
  private CoverageJson() {}

  /** The text. */
  public static String of(Coverage coverage) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("sop", coverage.sop().id().value());
    object.put("digest", coverage.digest());
    object.put("examples", coverage.trials().stream().map(CoverageJson::trial).toList());
    Map<String, Object> measures = new LinkedHashMap<>();
    for (Measure measure : Measure.values()) {
      measures.put(measure.word(), measure(coverage, measure));
    }
    object.put("coverage", measures);
    object.put("slips", slips(coverage));
    object.put("survivors", coverage.survivors().stream().map(CoverageJson::survivor).toList());
    return Json.of(object);
  }

  private static Map<String, Object> trial(Coverage.Trial trial) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", trial.example().nama());
    object.putAll(place(trial.example().place()));
    object.put("holds", trial.holds());
    object.put("mismatches", trial.mismatches().stream().map(CoverageJson::problem).toList());
    return object;
  }

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> object = new LinkedHashMap<>(place(problem.place()));
    object.put("code", problem.code().id());
    object.put("text", problem.text(Language.ID));
    object.put("hint", problem.hint(Language.ID));
    return object;
  }

  private static Map<String, Object> measure(Coverage coverage, Measure measure) {
    Map<String, Object> object = figure(coverage.figure(measure));
    if (measure != Measure.MUTASI) {
      object.put(
          "gaps",
          coverage.gaps().stream()
              .filter(item -> item.measure() == measure)
              .map(item -> named(item.name(), item.place()))
              .toList());
    }
    return object;
  }

  private static Map<String, Object> figure(Figure figure) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("covered", figure.covered());
    object.put("total", figure.total());
    object.put("percent", figure.percent());
    return object;
  }

  private static Map<String, Object> named(String name, Place place) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", name);
    object.putAll(place(place));
    return object;
  }

  private static Map<String, Object> place(Place place) {
    return ImmutableMap.of("file", place.file(), "line", place.line(), "column", place.column());
  }

  private static Map<String, Object> slips(Coverage coverage) {
    Map<String, Object> object = new LinkedHashMap<>();
    coverage.slips().forEach((slip, figure) -> object.put(slip.word(), figure(figure)));
    return object;
  }

  private static Map<String, Object> survivor(Mutant mutant) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("slip", mutant.slip().word());
    object.put("rule", mutant.rule().rule());
    object.put("change", mutant.change());
    object.putAll(place(mutant.rule().place()));
    return object;
  }
}
