package id.sop.bundle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import id.sop.internal.Unicode;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
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

  /** One token of the reader below, which tells of bad JSON in two ways. */
  private interface Token<T> {
    T read() throws IOException;
  }

  private <T> T token(String expected, Token<T> token) throws UnreadableTableException {
    try {
      return token.read();
    } catch (IOException | IllegalStateException e) {
      throw notATable(expected);
    }
  }

  private boolean hasNext(String end) throws UnreadableTableException {
    mark();
    looked = true;
    return token(end, in::hasNext);
  }

  private void token(String expected, JsonToken kind) throws UnreadableTableException {
    if (!looked) {
      mark();
    }
    looked = false;
    if (token(expected, in::peek) != kind) {
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
    token("{", JsonToken.BEGIN_OBJECT);
    token("{", this::beginObject);
  }

  private boolean beginObject() throws IOException {
    in.beginObject();
    return true;
  }

  void end() throws UnreadableTableException {
    token("}", JsonToken.END_OBJECT);
    token("}", this::endObject);
  }

  private boolean endObject() throws IOException {
    in.endObject();
    return true;
  }

  /** The end of the file. */
  void finish() throws UnreadableTableException {
    end();
    token("akhir berkas", JsonToken.END_DOCUMENT);
  }

  /** Whether another field stands in the object that is being read. */
  boolean hasField() throws UnreadableTableException {
    return hasNext("}");
  }

  void field(String name) throws UnreadableTableException {
    String shown = '"' + name + '"';
    token(shown, JsonToken.NAME);
    if (!token(shown, in::nextName).equals(name)) {
      throw notATable(shown);
    }
  }

  String text(String name) throws UnreadableTableException {
    field(name);
    return text();
  }

  String text() throws UnreadableTableException {
    token("teks", JsonToken.STRING);
    String value = token("teks", in::nextString);
    if (!Unicode.isWellFormed(value)) {
      throw notATable("teks Unicode");
    }
    return value;
  }

  /** A text, or null where there is none. */
  Optional<String> textOrNull(String name) throws UnreadableTableException {
    field(name);
    mark();
    looked = true;
    if (token("teks", in::peek) != JsonToken.NULL) {
      return Optional.of(text());
    }
    token("null", JsonToken.NULL);
    token("null", this::nextNull);
    return Optional.empty();
  }

  private boolean nextNull() throws IOException {
    in.nextNull();
    return true;
  }

  /** Texts by names that are not known beforehand. */
  Map<String, String> texts(String name) throws UnreadableTableException {
    field(name);
    begin();
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    while (hasNext("}")) {
      texts.put(token("teks", in::nextName), text());
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
    token("bilangan", JsonToken.NUMBER);
    String literal = token("bilangan", in::nextString);
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

  /** One item of a list. */
  interface Item<T> {
    T read() throws UnreadableTableException;
  }

  <T> List<T> list(String name, Item<T> item) throws UnreadableTableException {
    field(name);
    return list(item);
  }

  <T> List<T> list(Item<T> item) throws UnreadableTableException {
    token("[", JsonToken.BEGIN_ARRAY);
    token("[", this::beginArray);
    ImmutableList.Builder<T> items = ImmutableList.builder();
    while (hasNext("]")) {
      items.add(item.read());
    }
    token("]", JsonToken.END_ARRAY);
    token("]", this::endArray);
    return items.build();
  }

  private boolean beginArray() throws IOException {
    in.beginArray();
    return true;
  }

  private boolean endArray() throws IOException {
    in.endArray();
    return true;
  }
}
