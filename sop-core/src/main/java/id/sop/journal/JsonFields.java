package id.sop.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import id.sop.internal.Micros;
import id.sop.internal.Unicode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object, each asked for by name and type. What was never asked for is found by
 * {@link #end()}.
 */
final class JsonFields {
  private final EventCodec.Origin origin;
  private final String path;
  private final JsonObject json;
  private final Set<String> asked = new HashSet<>();

  JsonFields(EventCodec.Origin origin, JsonObject json) {
    this(origin, "", json);
  }

  private JsonFields(EventCodec.Origin origin, String path, JsonObject json) {
    this.origin = origin;
    this.path = path;
    this.json = json;
  }

  boolean has(String name) {
    return json.has(name);
  }

  /** Refuses a field that nobody asked for. */
  void end() {
    for (String name : json.keySet()) {
      if (!asked.contains(name)) {
        throw origin.refuse(JournalCode.FIELD_UNKNOWN, path + name);
      }
    }
  }

  String text(String name) {
    return text(path + name, required(name));
  }

  /** A text that {@code parse} makes a value of, or refuses by an IllegalArgumentException. */
  <T> T text(String name, Function<String, T> parse) {
    return parsed(path + name, text(name), parse);
  }

  Optional<String> optionalText(String name) {
    return optional(name).map(element -> text(path + name, element));
  }

  <T> Optional<T> optionalText(String name, Function<String, T> parse) {
    return optionalText(name).map(text -> parsed(path + name, text, parse));
  }

  <T> List<T> texts(String name, Function<String, T> parse) {
    return items(
        name, required(name), (itemPath, item) -> parsed(itemPath, text(itemPath, item), parse));
  }

  long number(String name) {
    JsonPrimitive primitive = primitive(path + name, required(name), "a number");
    if (!primitive.isNumber()) {
      throw mistyped(path + name, "a number");
    }
    return primitive.getAsLong();
  }

  int whole(String name) {
    long number = number(name);
    if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
      throw invalid(path + name);
    }
    return (int) number;
  }

  boolean yes(String name) {
    JsonPrimitive primitive = primitive(path + name, required(name), "true or false");
    if (!primitive.isBoolean()) {
      throw mistyped(path + name, "true or false");
    }
    return primitive.getAsBoolean();
  }

  /** True; a field that is only written when it is so cannot say otherwise. */
  boolean certainly(String name) {
    if (!yes(name)) {
      throw invalid(path + name);
    }
    return true;
  }

  Instant instant(String name) {
    return text(name, JsonFields::instantOf);
  }

  Optional<Instant> optionalInstant(String name) {
    return optionalText(name, JsonFields::instantOf);
  }

  LocalDate date(String name) {
    return text(name, JsonFields::dateOf);
  }

  Optional<LocalDate> optionalDate(String name) {
    return optionalText(name, JsonFields::dateOf);
  }

  <T> T object(String name, Function<JsonFields, T> read) {
    return object(path + name, required(name), read);
  }

  <T> Optional<T> optionalObject(String name, Function<JsonFields, T> read) {
    return optional(name).map(element -> object(path + name, element, read));
  }

  <T> List<T> objects(String name, Function<JsonFields, T> read) {
    return items(name, required(name), (itemPath, item) -> object(itemPath, item, read));
  }

  <T> Optional<List<T>> optionalObjects(String name, Function<JsonFields, T> read) {
    return json.has(name) ? Optional.of(objects(name, read)) : Optional.empty();
  }

  /** An object whose names are the host's own. */
  <T> Map<String, T> map(String name, Function<JsonFields, T> read) {
    JsonObject entries = asObject(path + name, required(name));
    ImmutableMap.Builder<String, T> map = ImmutableMap.builder();
    for (String key : entries.keySet()) {
      map.put(unicode(path + name, key), object(path + name + "." + key, entries.get(key), read));
    }
    return map.buildOrThrow();
  }

  private <T> T object(String at, JsonElement element, Function<JsonFields, T> read) {
    JsonFields fields = new JsonFields(origin, at + ".", asObject(at, element));
    try {
      T value = read.apply(fields);
      fields.end();
      return value;
    } catch (IllegalArgumentException e) {
      throw origin.refuse(JournalCode.FIELD_INVALID, e, at);
    }
  }

  private JsonObject asObject(String at, JsonElement element) {
    if (!element.isJsonObject()) {
      throw mistyped(at, "an object");
    }
    return element.getAsJsonObject();
  }

  private interface Item<T> {
    T read(String path, JsonElement item);
  }

  private <T> List<T> items(String name, JsonElement element, Item<T> read) {
    if (!element.isJsonArray()) {
      throw mistyped(path + name, "a list");
    }
    JsonArray array = element.getAsJsonArray();
    ImmutableList.Builder<T> items = ImmutableList.builder();
    for (int i = 0; i < array.size(); i++) {
      items.add(read.read(path + name + "[" + i + "]", array.get(i)));
    }
    return items.build();
  }

  private Optional<JsonElement> optional(String name) {
    asked.add(name);
    @Nullable JsonElement element = json.get(name);
    return Optional.ofNullable(element);
  }

  private JsonElement required(String name) {
    return optional(name).orElseThrow(() -> origin.refuse(JournalCode.FIELD_MISSING, path + name));
  }

  private String text(String at, JsonElement element) {
    JsonPrimitive primitive = primitive(at, element, "a text");
    if (!primitive.isString()) {
      throw mistyped(at, "a text");
    }
    return unicode(at, primitive.getAsString());
  }

  private JsonPrimitive primitive(String at, JsonElement element, String wanted) {
    if (!element.isJsonPrimitive()) {
      throw mistyped(at, wanted);
    }
    return element.getAsJsonPrimitive();
  }

  private String unicode(String at, String text) {
    if (!Unicode.isWellFormed(text)) {
      throw invalid(at);
    }
    return text;
  }

  private <T> T parsed(String at, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw origin.refuse(JournalCode.FIELD_INVALID, e, at);
    }
  }

  /** Only the one form in which it is written: the same instant has several in ISO 8601. */
  private static Instant instantOf(String text) {
    Instant instant = Instant.parse(text);
    if (!instant.toString().equals(text) || !Micros.canKeep(instant)) {
      throw new IllegalArgumentException("not the canonical form");
    }
    return instant;
  }

  private static LocalDate dateOf(String text) {
    LocalDate date = LocalDate.parse(text);
    if (!date.toString().equals(text)) {
      throw new IllegalArgumentException("not the canonical form");
    }
    return date;
  }

  private JournalException mistyped(String at, String wanted) {
    return origin.refuse(JournalCode.FIELD_MISTYPED, at, wanted);
  }

  private JournalException invalid(String at) {
    return origin.refuse(JournalCode.FIELD_INVALID, at);
  }
}
