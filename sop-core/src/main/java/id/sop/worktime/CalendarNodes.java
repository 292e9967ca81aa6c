package id.sop.worktime;

import com.google.common.collect.Lists;
import id.sop.problem.Place;
import id.sop.problem.Problems;
import id.sop.problem.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The YAML nodes of one calendar file; whatever is wrong with their form becomes a problem. */
final class CalendarNodes {
  private static final int MAX_DEPTH = 10;
  private static final int MAX_CHARACTERS = 200_000;

  private final String file;
  private final Problems problems;

  CalendarNodes(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The root of {@code text}; empty, with a problem, when there is none to read. */
  Optional<Node> root(String text) {
    // The reader's own limit does not see comments.
    if (text.length() > MAX_CHARACTERS) {
      problems.add(Place.startOf(file), WorktimeCode.TOO_LONG, Integer.toString(MAX_CHARACTERS));
      return Optional.empty();
    }
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setAllowNonScalarKeys(true).build();
    try {
      // Composing recurses and follows aliases, so the flat stream of events is judged first.
      if (!isPlain(new Parse(settings).parseString(text))) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problems.add(Place.startOf(file), WorktimeCode.EMPTY_CALENDAR);
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      problems.add(place(e.getProblemMark()), WorktimeCode.NOT_YAML, e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(
          Place.startOf(file), WorktimeCode.NOT_YAML, String.valueOf(e.getMessage()).strip());
    }
    return Optional.empty();
  }

  private boolean isPlain(Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      Optional<WorktimeCode> refused = refused(event, depth);
      if (refused.isPresent()) {
        problems.add(place(event.getStartMark()), refused.get(), Integer.toString(MAX_DEPTH));
        return false;
      }
    }
    return true;
  }

  private static Optional<WorktimeCode> refused(Event event, int depth) {
    if (depth > MAX_DEPTH) {
      return Optional.of(WorktimeCode.TOO_DEEP);
    }
    if (event instanceof AliasEvent
        || (event instanceof NodeEvent n && n.getAnchor().isPresent())) {
      return Optional.of(WorktimeCode.ALIAS_REFUSED);
    }
    boolean tagged =
        (event instanceof ScalarEvent s && s.getTag().isPresent())
            || (event instanceof CollectionStartEvent c && c.getTag().isPresent());
    return tagged ? Optional.of(WorktimeCode.TAG_REFUSED) : Optional.empty();
  }

  Place place(Node node) {
    return place(node.getStartMark());
  }

  private Place place(Optional<Mark> mark) {
    return mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(Place.startOf(file));
  }

  /** The fields of a mapping by key; unknown and repeated keys are problems and left out. */
  Map<String, Node> fields(Node node, List<String> known) {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problems.add(place(node), WorktimeCode.NOT_A_SECTION, String.join(", ", known));
      return fields;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      Node keyNode = tuple.getKeyNode();
      String key = keyNode instanceof ScalarNode s ? s.getValue() : "?";
      if (!known.contains(key)) {
        problems.add(
            place(keyNode),
            WorktimeCode.UNKNOWN_KEY,
            key,
            Suggestion.nearest(key, known).orElse(String.join(", ", known)));
      } else if (fields.putIfAbsent(key, tuple.getValueNode()) != null) {
        problems.add(place(keyNode), WorktimeCode.DUPLICATE_KEY, key);
      }
    }
    return fields;
  }

  /** The items of a list. */
  List<Node> items(Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problems.add(place(node), WorktimeCode.NOT_A_LIST);
    return List.of();
  }

  /** The text of a scalar, which may not be blank. */
  Optional<String> text(Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue().strip());
    }
    problems.add(place(node), WorktimeCode.NO_TEXT);
    return Optional.empty();
  }

  /** A scalar read by {@code parse}; {@code code} when that cannot. */
  <T> Optional<T> value(
      Node node, WorktimeCode code, Function<String, Optional<T>> parse, String... moreFacts) {
    return text(node)
        .flatMap(
            text -> {
              Optional<T> value = parse.apply(text);
              if (value.isEmpty()) {
                problems.add(
                    place(node), code, Lists.asList(text, moreFacts).toArray(String[]::new));
              }
              return value;
            });
  }

  /** The field {@code key}, or a problem at {@code parent}. */
  Optional<Node> required(Node parent, Map<String, Node> fields, String key) {
    Optional<Node> node = Optional.ofNullable(fields.get(key));
    // A parent of another form has been reported as such.
    if (node.isEmpty() && parent instanceof MappingNode) {
      problems.add(place(parent), WorktimeCode.MISSING_KEY, key);
    }
    return node;
  }
}
