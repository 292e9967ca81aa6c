package id.sop.rules.coverage;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import id.sop.problem.Language;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import java.util.List;
import java.util.function.Function;

/** A {@link Coverage} for programs: one JSON object on one line, the same for the same coverage. */
public final class CoverageJson {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private CoverageJson() {}

  /** The text. */
  public static String of(Coverage coverage) {
    JsonObject object = new JsonObject();
    object.addProperty("sop", coverage.sop().id().value());
    object.addProperty("digest", coverage.digest());
    object.add("examples", array(coverage.trials(), CoverageJson::trial));
    JsonObject measures = new JsonObject();
    for (Measure measure : Measure.values()) {
      measures.add(measure.word(), measure(coverage, measure));
    }
    object.add("coverage", measures);
    JsonObject slips = new JsonObject();
    coverage.slips().forEach((slip, figure) -> slips.add(slip.word(), figure(figure)));
    object.add("slips", slips);
    object.add("survivors", array(coverage.survivors(), CoverageJson::survivor));
    return GSON.toJson(object);
  }

  private static JsonObject trial(Coverage.Trial trial) {
    JsonObject object = named(trial.example().nama(), trial.example().place());
    object.addProperty("holds", trial.holds());
    object.add("mismatches", array(trial.mismatches(), CoverageJson::problem));
    return object;
  }

  private static JsonObject problem(Problem problem) {
    JsonObject object = new JsonObject();
    place(object, problem.place());
    object.addProperty("code", problem.code().id());
    object.addProperty("text", problem.text(Language.ID));
    object.addProperty("hint", problem.hint(Language.ID));
    return object;
  }

  private static JsonObject measure(Coverage coverage, Measure measure) {
    JsonObject object = figure(coverage.figure(measure));
    if (measure != Measure.MUTASI) {
      List<Item> gaps = coverage.gaps().stream().filter(item -> item.measure() == measure).toList();
      object.add("gaps", array(gaps, item -> named(item.name(), item.place())));
    }
    return object;
  }

  private static JsonObject figure(Figure figure) {
    JsonObject object = new JsonObject();
    object.addProperty("covered", figure.covered());
    object.addProperty("total", figure.total());
    object.addProperty("percent", figure.percent());
    return object;
  }

  private static JsonObject survivor(Mutant mutant) {
    JsonObject object = new JsonObject();
    object.addProperty("slip", mutant.slip().word());
    object.addProperty("rule", mutant.rule().rule());
    object.addProperty("change", mutant.change());
    place(object, mutant.rule().place());
    return object;
  }

  private static JsonObject named(String name, Place place) {
    JsonObject object = new JsonObject();
    object.addProperty("name", name);
    place(object, place);
    return object;
  }

  private static void place(JsonObject object, Place place) {
    object.addProperty("file", place.file());
    object.addProperty("line", place.line());
    object.addProperty("column", place.column());
  }

  private static <T> JsonArray array(List<T> list, Function<T, JsonObject> one) {
    JsonArray array = new JsonArray();
    list.forEach(item -> array.add(one.apply(item)));
    return array;
  }
}
