package id.sop.journal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * One JSON object as RFC 8259 has it, and stricter: no name twice (the last one would win without a
 * word), nothing after it, whole numbers as {@link Long}.
 */
final class StrictJson {
  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,18}");

  private final EventCodec.Origin origin;
  private final JsonReader in;

  private StrictJson(EventCodec.Origin origin, JsonReader in) {
    this.origin = origin;
    this.in = in;
  }

  static JsonObject parse(EventCodec.Origin origin, String text) {
    // The reader below would step over a byte order mark.
    if (!text.startsWith("{")) {
      throw origin.refuse(JournalCode.NOT_JSON, "$");
    }
    JsonReader in = new JsonReader(new StringReader(text));
    in.setStrictness(Strictness.STRICT);
    try {
      JsonObject object = new StrictJson(origin, in).object();
      if (in.peek() != JsonToken.END_DOCUMENT) {
        throw origin.refuse(JournalCode.NOT_JSON, in.getPath());
      }
      return object;
    } catch (IOException e) {
      throw origin.refuse(JournalCode.NOT_JSON, e, in.getPath());
    }
  }

  private JsonObject object() throws IOException {
    JsonObject object = new JsonObject();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      if (object.has(name)) {
        throw origin.refuse(JournalCode.NOT_JSON, in.getPath());
      }
      object.add(name, value());
    }
    in.endObject();
    return object;
  }

  private JsonArray array() throws IOException {
    JsonArray array = new JsonArray();
    in.beginArray();
    while (in.hasNext()) {
      array.add(value());
    }
    in.endArray();
    return array;
  }

  private JsonElement value() throws IOException {
    JsonToken next = in.peek();
    if (next == JsonToken.BEGIN_OBJECT) {
      return object();
    }
    if (next == JsonToken.BEGIN_ARRAY) {
      return array();
    }
    if (next == JsonToken.BOOLEAN) {
      return new JsonPrimitive(in.nextBoolean());
    }
    if (next == JsonToken.NUMBER) {
      return new JsonPrimitive(number(in.nextString(), in.getPath()));
    }
    if (next == JsonToken.NULL) {
      in.nextNull();
      return JsonNull.INSTANCE;
    }
    return new JsonPrimitive(in.nextString());
  }

  /** No event holds any number but a whole one; {@code 1.0} and {@code 1e0} are not its form. */
  private long number(String literal, String path) {
    if (WHOLE.matcher(literal).matches()) {
      BigInteger whole = new BigInteger(literal);
      if (whole.bitLength() < Long.SIZE) {
        return whole.longValue();
      }
    }
    throw origin.refuse(JournalCode.FIELD_MISTYPED, path, "a whole number of 64 bits");
  }
}
