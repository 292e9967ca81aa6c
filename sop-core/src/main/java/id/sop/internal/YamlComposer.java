package id.sop.internal;

import id.sop.problem.Place;
import id.sop.problem.Problems;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Makes nodes of the parser's events. It works on events and not on the parser's own nodes, so that
 * an alias is refused before anything is expanded, and depth is bounded before anything recurses.
 */
final class YamlComposer {
  static final int DEPTH_LIMIT = 30;
  static final int TEXT_LIMIT = 2_000;

  private final String file;
  private final Problems problems;
  private final Iterator<Event> events;

  /** Whether something was refused that makes the rest of the file uncertain. */
  private boolean refused;

  private Optional<Place> longQuote = Optional.empty();

  /** Whether nothing more is read. */
  private boolean stopped;

  YamlComposer(String file, String text, Problems problems) {
    this.file = file;
    this.problems = problems;
    this.events =
        new Parse(LoadSettings.builder().setUseMarks(true).build()).parseString(text).iterator();
  }

  /** The map that the file is; empty when it is something else, or something was refused. */
  Optional<YamlMap> compose() {
    Optional<YamlNode> root = Optional.empty();
    while (events.hasNext() && !refused) {
      Event event = events.next();
      if (event instanceof NodeEvent node) {
        root = Optional.of(node(node, 0));
      } else if (event.getEventId() == Event.ID.DocumentStart && root.isPresent()) {
        refuse(event, YamlCode.SECOND_DOCUMENT);
      }
    }
    if (refused) {
      return Optional.empty();
    }
    if (root.isEmpty() || (root.get() instanceof YamlText text && text.isNothing())) {
      problems.add(Place.startOf(file), YamlCode.EMPTY_FILE);
      return Optional.empty();
    }
    if (root.get() instanceof YamlMap map) {
      return Optional.of(map);
    }
    problems.add(root.get().place(), YamlCode.EXPECTED_MAP);
    return Optional.empty();
  }

  /**
   * Where the text begins that was read last, if it is quoted and runs over several lines. When the
   * parser stumbles right behind it, the mistake is a quote that was not closed.
   */
  Optional<Place> longQuote() {
    return longQuote;
  }

  private YamlNode node(NodeEvent event, int depth) {
    longQuote = Optional.empty();
    if (event instanceof AliasEvent) {
      refuse(event, YamlCode.ALIAS);
      return new YamlText("", place(event), OptionalInt.empty(), true);
    }
    if (event.getAnchor().isPresent()) {
      refuse(event, YamlCode.ALIAS);
    }
    if (event instanceof ScalarEvent scalar) {
      return text(scalar);
    }
    CollectionStartEvent collection = (CollectionStartEvent) event;
    collection.getTag().ifPresent(tag -> refuse(event, YamlCode.TAG, tag));
    if (depth == DEPTH_LIMIT) {
      refuse(event, YamlCode.TOO_DEEP, Integer.toString(DEPTH_LIMIT));
      stopped = true;
      return new YamlList(List.of(), place(event));
    }
    return collection instanceof MappingStartEvent
        ? map(collection, depth)
        : list(collection, depth);
  }

  private YamlText text(ScalarEvent event) {
    event.getTag().ifPresent(tag -> refuse(event, YamlCode.TAG, tag));
    String value = event.getValue();
    int length = value.codePointCount(0, value.length());
    if (length > TEXT_LIMIT) {
      problems.add(
          place(event),
          YamlCode.TEXT_TOO_LONG,
          Integer.toString(length),
          Integer.toString(TEXT_LIMIT));
    }
    boolean quoted = event.isSQuoted() || event.isDQuoted();
    if (quoted && line(event.getEndMark()) > line(event.getStartMark())) {
      longQuote = Optional.of(place(event));
    }
    return new YamlText(
        value, place(event), offset(event, length), event.getScalarStyle() == ScalarStyle.PLAIN);
  }

  /** Only a text that takes as many columns as it has characters can be pointed into. */
  private static OptionalInt offset(ScalarEvent event, int length) {
    Mark start = event.getStartMark().orElseThrow();
    Mark end = event.getEndMark().orElseThrow();
    int columns = end.getLine() == start.getLine() ? end.getColumn() - start.getColumn() : -1;
    if (event.isPlain() && columns == length) {
      return OptionalInt.of(0);
    }
    boolean quoted = event.isSQuoted() || event.isDQuoted();
    return quoted && columns == length + 2 ? OptionalInt.of(1) : OptionalInt.empty();
  }

  private YamlList list(CollectionStartEvent start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    while (next() instanceof NodeEvent event) {
      items.add(node(event, depth + 1));
    }
    return new YamlList(items, place(start));
  }

  private YamlMap map(CollectionStartEvent start, int depth) {
    Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
    while (next() instanceof NodeEvent event) {
      YamlNode key = node(event, depth + 1);
      if (!(next() instanceof NodeEvent valueEvent)) {
        break;
      }
      YamlNode value = node(valueEvent, depth + 1);
      if (key instanceof YamlText text) {
        put(entries, new YamlMap.Entry(text, value));
      } else {
        problems.add(key.place(), YamlCode.KEY_NOT_TEXT);
      }
    }
    return new YamlMap(place(start), entries, problems);
  }

  private void put(Map<String, YamlMap.Entry> entries, YamlMap.Entry entry) {
    YamlText key = entry.key();
    YamlMap.Entry first = entries.putIfAbsent(key.value(), entry);
    if (first != null) {
      String line = Integer.toString(first.key().place().line());
      problems.add(key.place(), YamlCode.DUPLICATE_KEY, key.value(), line);
    }
  }

  /** The next event. What is no {@link NodeEvent} ends a collection, as does an early stop. */
  private Event next() {
    return stopped || !events.hasNext() ? new StreamEndEvent() : events.next();
  }

  private void refuse(Event event, YamlCode code, String... facts) {
    problems.add(place(event), code, facts);
    refused = true;
  }

  private static int line(Optional<Mark> mark) {
    return mark.orElseThrow().getLine();
  }

  private Place place(Event event) {
    Mark mark = event.getStartMark().orElseThrow();
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
