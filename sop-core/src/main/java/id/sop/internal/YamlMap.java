package id.sop.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.sop.problem.Place;
import id.sop.problem.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A map from keys to values. What is asked of it and not as it should be is reported to the
 * problems of the reading, with its place, and answered as absent; so a reader can go on and find
 * the rest. A value that is left blank or {@code null} counts as absent.
 */
public final class YamlMap implements YamlNode {
  /** The most items that a list has, unless its reader says otherwise. */
  public static final int LIST_LIMIT = 200;

  /** The two words of a yes or no. */
  public static final ImmutableMap<String, Boolean> YA_TIDAK =
      ImmutableMap.of("ya", true, "tidak", false);

  private final Place place;
  private final ImmutableMap<String, Entry> entries;
  private final Problems problems;

  /** A key with its value. */
  record Entry(YamlText key, YamlNode value) {}

  YamlMap(Place place, Map<String, Entry> entries, Problems problems) {
    this.place = place;
    this.entries = ImmutableMap.copyOf(entries);
    this.problems = problems;
  }

  @Override
  public Place place() {
    return place;
  }

  /** The keys with their values, in file order. */
  Iterable<Entry> entries() {
    return entries.values();
  }

  /** The keys, in file order. */
  public List<YamlText> keys() {
    List<YamlText> keys = new ArrayList<>(entries.size());
    for (Entry entry : entries.values()) {
      keys.add(entry.key());
    }
    return List.copyOf(keys);
  }

  /** Reports each key that is not among {@code known}. */
  public void allow(List<String> known) {
    Nearest nearest = Nearest.among(known);
    for (Entry entry : entries.values()) {
      YamlText key = entry.key();
      if (!known.contains(key.value())) {
        problems.add(key.place(), YamlCode.UNKNOWN_KEY, key.value(), nearest.to(key.value()));
      }
    }
  }

  /** Whether {@code key} is there with a value. */
  public boolean has(String key) {
    return value(key).isPresent();
  }

  /** Whether a list stands at {@code key}, with nothing in it. */
  public boolean isEmptyList(String key) {
    return value(key).orElse(null) instanceof YamlList list && list.items().isEmpty();
  }

  /** Where {@code key} stands; where the map begins when it is missing. */
  public Place placeOf(String key) {
    Entry entry = entries.get(key);
    return entry == null ? place : entry.key().place();
  }

  /** Where the value of {@code key} stands; where the map begins when it is missing. */
  public Place valuePlace(String key) {
    Optional<YamlNode> value = value(key);
    return value.isPresent() ? value.get().place() : place;
  }

  /** The value of {@code key}, whatever it is. */
  public Optional<YamlNode> value(String key) {
    Entry entry = entries.get(key);
    if (entry == null || (entry.value() instanceof YamlText text && text.isNothing())) {
      return Optional.empty();
    }
    return Optional.of(entry.value());
  }

  /** The text of {@code key}; a blank one between quotes is reported. */
  public Optional<YamlText> text(String key) {
    Optional<YamlNode> value = value(key);
    Optional<YamlText> text = value.isPresent() ? asText(value.get()) : Optional.empty();
    if (text.isPresent() && text.get().value().isBlank()) {
      problems.add(text.get().place(), YamlCode.EMPTY_TEXT, key);
      return Optional.empty();
    }
    return text;
  }

  /** The text of {@code key}, which must be there. */
  public Optional<YamlText> requiredText(String key) {
    require(key);
    return text(key);
  }

  /** Reports {@code key} when it is missing, or left blank. */
  public void require(String key) {
    if (!has(key)) {
      boolean blank = entries.containsKey(key);
      problems.add(placeOf(key), blank ? YamlCode.EMPTY_TEXT : YamlCode.MISSING_KEY, key);
    }
  }

  /** What the word at {@code key} means; a word that {@code words} does not know is reported. */
  public <T> Optional<T> word(String key, Map<String, T> words) {
    Optional<YamlText> text = text(key);
    return text.isPresent() ? meaning(text.get(), words) : Optional.empty();
  }

  /** The same, of a key that must be there. */
  public <T> Optional<T> requiredWord(String key, Map<String, T> words) {
    require(key);
    return word(key, words);
  }

  /** What {@code text} means; a word that {@code words} does not know is reported. */
  public <T> Optional<T> meaning(YamlText text, Map<String, T> words) {
    Optional<T> meaning = Optional.ofNullable(words.get(text.value()));
    if (meaning.isEmpty()) {
      problems.add(
          text.place(),
          YamlCode.UNKNOWN_WORD,
          text.value(),
          Nearest.of(text.value(), ImmutableList.copyOf(words.keySet())));
    }
    return meaning;
  }

  /** The ISO date at {@code key}. */
  public Optional<LocalDate> date(String key) {
    Optional<YamlText> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.get().value()));
    } catch (DateTimeParseException e) {
      problems.add(text.get().place(), YamlCode.NOT_A_DATE, text.get().value());
      return Optional.empty();
    }
  }

  /** The texts of the list at {@code key}, each once and none blank; none when it is missing. */
  public List<YamlText> texts(String key) {
    Optional<YamlList> list = list(key, LIST_LIMIT);
    return list.isPresent() ? texts(list.get()) : List.of();
  }

  /** The same, where a single text may stand for a list of one. */
  public List<YamlText> textOrTexts(String key) {
    if (value(key).orElse(null) instanceof YamlText) {
      return text(key).map(List::of).orElse(List.of());
    }
    return texts(key);
  }

  /**
   * The items of the list at {@code key}, each a text that is not blank or a map; others are
   * reported.
   */
  public List<YamlNode> textsAndMaps(String key) {
    List<YamlNode> items = new ArrayList<>();
    Optional<YamlList> list = list(key, LIST_LIMIT);
    for (YamlNode item : list.isPresent() ? first(LIST_LIMIT, list.get()) : List.<YamlNode>of()) {
      Optional<YamlText> text = item instanceof YamlMap ? Optional.empty() : asText(item);
      if (item instanceof YamlMap) {
        items.add(item);
      } else if (text.isPresent() && (text.get().value().isBlank() || text.get().isNothing())) {
        problems.add(text.get().place(), YamlCode.EMPTY_TEXT, "-");
      } else if (text.isPresent()) {
        items.add(text.get());
      }
    }
    return items;
  }

  /** Whether a list with a map among its items stands at {@code key}. */
  public boolean listsMaps(String key) {
    if (value(key).orElse(null) instanceof YamlList list) {
      for (YamlNode item : list.items()) {
        if (item instanceof YamlMap) {
          return true;
        }
      }
    }
    return false;
  }

  /** The map at {@code key}. */
  public Optional<YamlMap> map(String key) {
    Optional<YamlNode> value = value(key);
    return value.isPresent() ? asMap(value.get()) : Optional.empty();
  }

  /** The map at {@code key}, which must be there. */
  public Optional<YamlMap> requiredMap(String key) {
    require(key);
    return map(key);
  }

  /** The maps of the list at {@code key}, at most {@code limit}; other items are reported. */
  public List<YamlMap> maps(String key, int limit) {
    List<YamlMap> maps = new ArrayList<>();
    Optional<YamlList> list = list(key, limit);
    for (YamlNode item : list.isPresent() ? first(limit, list.get()) : List.<YamlNode>of()) {
      Optional<YamlMap> map = asMap(item);
      if (map.isPresent()) {
        maps.add(map.get());
      }
    }
    return List.copyOf(maps);
  }

  private static List<YamlNode> first(int limit, YamlList list) {
    return list.items().subList(0, Math.min(list.items().size(), limit));
  }

  private Optional<YamlList> list(String key, int limit) {
    Optional<YamlNode> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof YamlList list)) {
      problems.add(value.get().place(), YamlCode.EXPECTED_LIST, key);
      return Optional.empty();
    }
    if (list.items().size() > limit) {
      problems.add(
          list.items().get(limit).place(),
          YamlCode.LIST_TOO_LONG,
          key,
          Integer.toString(list.items().size()),
          Integer.toString(limit));
    }
    return Optional.of(list);
  }

  private List<YamlText> texts(YamlList list) {
    List<YamlText> texts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode item : first(LIST_LIMIT, list)) {
      Optional<YamlText> text = asText(item);
      if (text.isEmpty()) {
        continue;
      }
      String value = text.get().value();
      if (value.isBlank() || text.get().isNothing()) {
        problems.add(text.get().place(), YamlCode.EMPTY_TEXT, "-");
      } else if (seen.add(value)) {
        texts.add(text.get());
      } else {
        problems.add(text.get().place(), YamlCode.DUPLICATE_ITEM, value);
      }
    }
    return texts;
  }

  private Optional<YamlText> asText(YamlNode node) {
    if (node instanceof YamlText text) {
      return Optional.of(text);
    }
    problems.add(node.place(), YamlCode.EXPECTED_TEXT);
    return Optional.empty();
  }

  private Optional<YamlMap> asMap(YamlNode node) {
    if (node instanceof YamlMap map) {
      return Optional.of(map);
    }
    problems.add(node.place(), YamlCode.EXPECTED_MAP);
    return Optional.empty();
  }
}
