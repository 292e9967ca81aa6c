package id.sop.bundle;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import id.sop.definition.DataValue;
import id.sop.definition.Eskalasi;
import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.definition.StepId;
import id.sop.internal.Unicode;
import id.sop.problem.Place;
import id.sop.routing.Block;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.Range;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.RoutingTable;
import id.sop.routing.Target;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a table: the rules, the answers and the blocks, one a line. Rules and answers are named by
 * their numbers, since many cells have the same.
 */
final class TableWriter implements RouteAnswer.Cases<JsonObject> {
  private final String folder;
  private final Map<RouteReason, Integer> rules = new LinkedHashMap<>();
  private final Map<RouteAnswer, Integer> answers = new LinkedHashMap<>();

  private TableWriter(String folder) {
    this.folder = folder;
  }

  static String write(SopBundle bundle, Sop sop, RoutingTable table) {
    List<Block> blocks = table.blocks();
    checkArgument(
        blocks.stream().map(b -> b.grid().asked()).toList().equals(Grid.askedIn(sop)),
        "not a table of %s",
        sop.id());
    TableWriter writer = new TableWriter(bundle.folder() + "/");
    List<JsonObject> lines = blocks.stream().map(writer::block).toList();
    List<JsonObject> answers =
        writer.answers.keySet().stream().map(answer -> answer.match(writer)).toList();
    List<JsonObject> rules = writer.rules.keySet().stream().map(writer::rule).toList();
    JsonElement document =
        bundle
            .bytes(SopBundle.SOP)
            .flatMap(SopReader::prepared)
            .<JsonElement>map(JsonPrimitive::new)
            .orElse(JsonNull.INSTANCE);
    String content =
        "\"document\":"
            + document
            + ",\n"
            + list("rules", rules)
            + ",\n"
            + list("answers", answers)
            + ",\n"
            + list("blocks", lines);
    checkArgument(Unicode.isWellFormed(content), "half a surrogate pair in a table");
    long cells = blocks.stream().mapToLong(b -> b.grid().cells()).sum();
    String rest = content + "}\n";
    return Certificate.of(bundle, sop.id().value(), cells, rest).line() + rest;
  }

  private static String list(String name, List<JsonObject> lines) {
    return lines.stream()
        .map(JsonObject::toString)
        .collect(Collectors.joining(",\n", '"' + name + "\":[\n", "\n]"));
  }

  private int number(RouteReason why) {
    return number(rules, why);
  }

  private static <T> int number(Map<T, Integer> numbers, T value) {
    return numbers.computeIfAbsent(value, v -> numbers.size());
  }

  private JsonObject rule(RouteReason why) {
    Place place = why.place();
    checkArgument(place.file().startsWith(folder), "a rule of another bundle: %s", place);
    JsonObject rule = new JsonObject();
    rule.addProperty("rule", why.rule());
    rule.addProperty("file", place.file().substring(folder.length()));
    rule.addProperty("line", place.line());
    rule.addProperty("column", place.column());
    rule.addProperty("digest", why.digest());
    rule.addProperty("baris", why.baris());
    rule.addProperty("dasarHukum", why.dasarHukum());
    rule.addProperty("karena", why.karena());
    return rule;
  }

  private static JsonObject kind(String kind) {
    JsonObject object = new JsonObject();
    object.addProperty("kind", kind);
    return object;
  }

  @Override
  public JsonObject open(RouteAnswer.Open open) {
    JsonObject answer = kind(TableReader.OPEN);
    JsonArray targets = new JsonArray();
    open.targets().forEach(target -> targets.add(target(target)));
    answer.add("targets", targets);
    answer.addProperty("why", number(open.why()));
    return answer;
  }

  private static JsonObject target(Target target) {
    JsonObject object = new JsonObject();
    object.addProperty("step", target.step().value());
    object.add("by", texts(target.by()));
    object.addProperty("waktu", target.waktu().teks());
    if (!target.eskalasi().isEmpty()) {
      JsonArray rungs = new JsonArray();
      target.eskalasi().forEach(rung -> rungs.add(rung(rung)));
      object.add("eskalasi", rungs);
    }
    return object;
  }

  private static JsonObject rung(Eskalasi rung) {
    JsonObject object = new JsonObject();
    object.addProperty("setelah", rung.setelah().teks());
    object.add("kepada", texts(rung.kepada()));
    return object;
  }

  @Override
  public JsonObject await(RouteAnswer.Wait wait) {
    JsonObject answer = kind(TableReader.WAIT);
    answer.addProperty("why", number(wait.why()));
    return answer;
  }

  @Override
  public JsonObject end(RouteAnswer.End end) {
    JsonObject answer = kind(end.seluruhnya() ? TableReader.END_ALL : TableReader.END);
    answer.addProperty("outcome", end.outcome());
    answer.addProperty("why", number(end.why()));
    return answer;
  }

  @Override
  public JsonObject noRoute(RouteAnswer.NoRoute none) {
    return kind(TableReader.NONE);
  }

  @Override
  public JsonObject conflict(RouteAnswer.Conflict conflict) {
    JsonObject answer = kind(TableReader.CONFLICT);
    JsonArray numbers = new JsonArray();
    conflict.rules().forEach(why -> numbers.add(number(why)));
    answer.add("rules", numbers);
    return answer;
  }

  private JsonObject block(Block block) {
    Optional<RouteQuestion.Completed> asked = block.grid().asked();
    JsonObject object = new JsonObject();
    object.addProperty("from", asked.map(c -> c.step().value()).orElse(null));
    object.addProperty("label", asked.flatMap(c -> c.label()).map(Label::value).orElse(null));
    JsonArray dimensions = new JsonArray();
    block.grid().dimensions().forEach(d -> dimensions.add(dimension(d)));
    object.add("dimensions", dimensions);
    JsonArray numbers = new JsonArray();
    block.answers().forEach(answer -> numbers.add(number(answers, answer)));
    object.add("answers", numbers);
    return object;
  }

  private static JsonObject dimension(Dimension dimension) {
    if (dimension instanceof Dimension.Words words) {
      JsonObject object = kind(TableReader.WORDS);
      object.addProperty("field", words.field());
      object.add("values", texts(words.values().stream().map(DataValue::teks).toList()));
      return object;
    }
    if (dimension instanceof Dimension.Amounts amounts) {
      JsonObject object = kind(TableReader.AMOUNTS);
      object.addProperty("field", amounts.field());
      object.add("ranges", ranges(amounts.ranges()));
      return object;
    }
    if (dimension instanceof Dimension.Visits visits) {
      JsonObject object = kind(TableReader.VISITS);
      object.add("ranges", ranges(visits.ranges()));
      return object;
    }
    if (dimension instanceof Dimension.Performer performer) {
      JsonObject object = kind(TableReader.PERFORMER);
      object.add("named", texts(performer.named()));
      return object;
    }
    Dimension.AnyRow any = (Dimension.AnyRow) dimension;
    JsonObject object = kind(any.ever() ? TableReader.EVER : TableReader.ANY_OPEN);
    object.add("rows", texts(any.rows().stream().map(StepId::value).toList()));
    return object;
  }

  private static JsonArray ranges(List<Range> ranges) {
    JsonArray array = new JsonArray();
    for (Range range : ranges) {
      JsonArray ends = new JsonArray();
      ends.add(range.from());
      ends.add(range.to());
      array.add(ends);
    }
    return array;
  }

  private static JsonArray texts(Collection<?> values) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }
}
