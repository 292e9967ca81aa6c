package id.sop.bundle;

import com.google.common.collect.ImmutableMap;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import id.sop.internal.Unicode;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/**
 * JSON read from front to back, by whoever knows what comes next. Fields stand in the one order in
 * which they are written, so that a missing, doubled, unknown or misplaced one is the same mistake:
 * another was expected here.
 */
final class TableText {
  /** No table nests deeper than: file, blocks, block, dimensions, dimension, ranges, range. */
  private static final int MAX_DEPTH = 8;

  private final String file;
  private final String text;
  private final JsonReader in;
  private int at;
  private boolean looked;

  TableText(String file, String text) {
    this.file = file;
    this.text = text;
    this.in = new JsonReader(new StringReader(text));
    in.setStrictness(Strictness.STRICT);
    in.setNestingLimit(MAX_DEPTH);
  }

  private boolean hasNext(String end) throws UnreadableTableException {
    mark();
    looked = true;
    try {
      return in.hasNext();
    } catch (IOException | IllegalStateException e) {
      throw notATable(end);
    }
  }

  private JsonToken peek(String expected) throws UnreadableTableException {
    if (!looked) {
      mark();
    }
    looked = true;
    try {
      return in.peek();
    } catch (IOException | IllegalStateException e) {
      throw notATable(expected);
    }
  }

  /** Takes the next token, which must be a {@code kind}, and returns its text if it has one. */
  private String take(JsonToken kind, String expected) throws UnreadableTableException {
    if (peek(expected) != kind) {
      throw notATable(expected);
    }
    looked = false;
    try {
      switch (kind) {
        case NAME -> {
          return in.nextName();
        }
        case STRING, NUMBER -> {
          return in.nextString();
        }
        case BEGIN_OBJECT -> in.beginObject();
        case END_OBJECT -> in.endObject();
        case BEGIN_ARRAY -> in.beginArray();
        case END_ARRAY -> in.endArray();
        case NULL -> in.nextNull();
        case BOOLEAN, END_DOCUMENT -> {}
      }
      return "";
    } catch (IOException | IllegalStateException e) {
      throw notATable(expected);
    }
  }

  UnreadableTableException notATable(String expected) {
    return refuse(TableCode.NOT_A_TABLE, expected);
  }

  /** Why reading stops at the value that was read last, or should have come. */
  UnreadableTableException refuse(TableCode code, String... facts) {
    return new UnreadableTableException(Problem.at(place(), code, facts));
  }

  /** Remembers where the next token begins, for a problem with it. */
  private void mark() {
    at = (int) in.getCharacterOffset();
    while (at < text.length() && " \t\r\n,:".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Place place() {
    int lineStart = text.lastIndexOf('\n', at - 1) + 1;
    int line = (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
    return new Place(file, line, text.codePointCount(lineStart, at) + 1);
  }

  void begin() throws UnreadableTableException {
    take(JsonToken.BEGIN_OBJECT, "{");
  }

  void end() throws UnreadableTableException {
    take(JsonToken.END_OBJECT, "}");
  }

  /** The end of the file. */
  void finish() throws UnreadableTableException {
    end();
    take(JsonToken.END_DOCUMENT, "akhir berkas");
  }

  void field(String name) throws UnreadableTableException {
    String shown = '"' + name + '"';
    if (!take(JsonToken.NAME, shown).equals(name)) {
      throw notATable(shown);
    }
  }

  String text(String name) throws UnreadableTableException {
    field(name);
    return text();
  }

  String text() throws UnreadableTableException {
    String value = take(JsonToken.STRING, "teks");
    if (!Unicode.isWellFormed(value)) {
      throw notATable("teks Unicode");
    }
    return value;
  }

  /** A text, or null where there is none. */
  Optional<String> textOrNull(String name) throws UnreadableTableException {
    field(name);
    if (peek("teks") != JsonToken.NULL) {
      return Optional.of(text());
    }
    take(JsonToken.NULL, "null");
    return Optional.empty();
  }

  /** Texts by names that are not known beforehand. */
  Map<String, String> texts(String name) throws UnreadableTableException {
    field(name);
    begin();
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    while (hasNext("}")) {
      texts.put(take(JsonToken.NAME, "teks"), text());
    }
    end();
    try {
      return texts.buildOrThrow();
    } catch (IllegalArgumentException e) {
      throw notATable("}");
    }
  }

  long number(String name) throws UnreadableTableException {
    field(name);
    return number();
  }

  /** A whole number in the form in which it is written: no fraction, exponent or leading zero. */
  long number() throws UnreadableTableException {
    String literal = take(JsonToken.NUMBER, "bilangan");
    try {
      long value = Long.parseLong(literal);
      if (Long.toString(value).equals(literal)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw notATable("bilangan");
  }

  /** A number from {@code least} to {@code most}. */
  int number(int least, int most) throws UnreadableTableException {
    long value = number();
    if (value < least || value > most) {
      throw notATable("bilangan " + least + ".." + most);
    }
    return (int) value;
  }

  /** A number that must be {@code ours}. */
  void expect(long ours, TableCode otherwise) throws UnreadableTableException {
    long theirs = number();
    if (theirs != ours) {
      throw refuse(otherwise, Long.toString(theirs), Long.toString(ours));
    }
  }

  /** The beginning of the list {@code name}; {@link #hasItem} tells of each item, then the end. */
  void beginList(String name) throws UnreadableTableException {
    field(name);
    beginList();
  }

  void beginList() throws UnreadableTableException {
    take(JsonToken.BEGIN_ARRAY, "[");
  }

  /** Whether another item follows; when none does, the end of the list is taken. */
  boolean hasItem() throws UnreadableTableException {
    if (hasNext("]")) {
      return true;
    }
    take(JsonToken.END_ARRAY, "]");
    return false;
  }
}
