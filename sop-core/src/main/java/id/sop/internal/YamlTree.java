package id.sop.internal;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import id.sop.problem.Place;
import id.sop.problem.Problems;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The nodes of a YAML file as JSON, and back, each with its place: for whoever reads a file again
 * that has not changed, and starts too often to parse it each time.
 *
 * <p>A node is a list: its kind, line and column; then for a text the offset (-1 for none), whether
 * it is plain, and the text; for a list its items; for a map its keys and values in turn.
 */
public final class YamlTree {
  private static final int TEXT = 0;
  private static final int LIST = 1;
  private static final int MAP = 2;

  private final String file;
  private final JsonReader in;
  private final Problems problems;

  private YamlTree(String file, JsonReader in, Problems problems) {
    this.file = file;
    this.in = in;
    this.problems = problems;
  }

  /** {@code root} and all below it; equal for equal nodes, on every machine. */
  public static String write(YamlMap root) {
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      out.setHtmlSafe(false);
      write(root, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(YamlNode node, JsonWriter out) throws IOException {
    out.beginArray();
    Place place = node.place();
    if (node instanceof YamlText text) {
      out.value(TEXT).value(place.line()).value(place.column());
      out.value(text.offset().orElse(-1)).value(text.plain()).value(text.value());
    } else if (node instanceof YamlList list) {
      out.value(LIST).value(place.line()).value(place.column());
      for (YamlNode item : list.items()) {
        write(item, out);
      }
    } else {
      out.value(MAP).value(place.line()).value(place.column());
      for (YamlMap.Entry entry : ((YamlMap) node).entries()) {
        write(entry.key(), out);
        write(entry.value(), out);
      }
    }
    out.endArray();
  }

  /**
   * The nodes that {@link #write} wrote.
   *
   * @param file the file as its problems shall name it
   * @param problems where the nodes tell what they find wrong with themselves
   * @throws IllegalArgumentException when {@code json} is not what {@link #write} gives
   */
  public static YamlMap read(String file, String json, Problems problems) {
    JsonReader in = new JsonReader(new StringReader(json));
    in.setStrictness(Strictness.STRICT);
    in.setNestingLimit(YamlComposer.DEPTH_LIMIT + 1);
    try {
      YamlNode root = new YamlTree(file, in, problems).node();
      if (root instanceof YamlMap map && in.peek() == JsonToken.END_DOCUMENT) {
        return map;
      }
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      throw new IllegalArgumentException("not the nodes of a file", e);
    }
    throw new IllegalArgumentException("not the nodes of a file");
  }

  private YamlNode node() throws IOException {
    in.beginArray();
    int kind = in.nextInt();
    Place place = new Place(file, in.nextInt(), in.nextInt());
    YamlNode node =
        switch (kind) {
          case TEXT -> text(place);
          case LIST -> new YamlList(items(), place);
          case MAP -> map(place);
          default -> throw new IllegalStateException("no such kind: " + kind);
        };
    in.endArray();
    return node;
  }

  private YamlText text(Place place) throws IOException {
    int offset = in.nextInt();
    boolean plain = in.nextBoolean();
    OptionalInt known = offset < 0 ? OptionalInt.empty() : OptionalInt.of(offset);
    return new YamlText(in.nextString(), place, known, plain);
  }

  private List<YamlNode> items() throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (in.hasNext()) {
      items.add(node());
    }
    return items;
  }

  private YamlMap map(Place place) throws IOException {
    Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
    while (in.hasNext()) {
      if (!(node() instanceof YamlText key)) {
        throw new IllegalStateException("a key is a text");
      }
      entries.put(key.value(), new YamlMap.Entry(key, node()));
    }
    return new YamlMap(place, entries, problems);
  }
}
