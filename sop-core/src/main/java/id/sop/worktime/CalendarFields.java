package id.sop.worktime;

import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Place;
import id.sop.problem.Problems;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of one section of a calendar file. What is wrong with a field is reported, and
 * answered as absent.
 */
final class CalendarFields {
  private static final int LIST_LIMIT = 1_000;

  /** The republic keeps office hours since 1945; four digits keep a slip out of the far future. */
  private static final int FIRST_YEAR = 1945;

  private static final int LAST_YEAR = 2999;

  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

  private final YamlMap map;
  private final Problems problems;

  private CalendarFields(YamlMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  /**
   * The fields of {@code map}, which must have the {@code required} ones and may have the {@code
   * optional} ones. An optional one left blank is a slip as well: whoever means nothing by it
   * leaves it out.
   */
  static CalendarFields of(
      YamlMap map, List<String> required, List<String> optional, Problems problems) {
    List<String> known = new ArrayList<>(required);
    known.addAll(optional);
    map.allow(known);
    for (String key : required) {
      map.require(key);
    }
    for (YamlText key : map.keys()) {
      if (optional.contains(key.value())) {
        map.require(key.value());
      }
    }
    return new CalendarFields(map, problems);
  }

  /** Where the section begins. */
  Place place() {
    return map.place();
  }

  /** Where the value of {@code key} begins. */
  Place place(String key) {
    return map.valuePlace(key);
  }

  Optional<String> text(String key) {
    Optional<YamlText> text = map.text(key);
    return text.isPresent() ? Optional.of(text.get().value().strip()) : Optional.empty();
  }

  <T> Optional<T> word(String key, Map<String, T> words) {
    return map.word(key, words);
  }

  boolean flag(String key, boolean otherwise) {
    return map.word(key, YamlMap.YA_TIDAK).orElse(otherwise);
  }

  List<YamlMap> sections(String key) {
    return map.maps(key, LIST_LIMIT);
  }

  Optional<YamlMap> section(String key) {
    return map.map(key);
  }

  List<YamlText> texts(String key) {
    return map.texts(key);
  }

  Optional<LocalDate> date(String key) {
    Optional<LocalDate> date = map.date(key);
    if (date.isEmpty()) {
      return date;
    }
    int year = date.get().getYear();
    return isYear(year, key, Integer.toString(year)) ? date : Optional.empty();
  }

  Optional<Integer> year(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int year = YEAR.matcher(text.get()).matches() ? Integer.parseInt(text.get()) : 0;
    return isYear(year, key, text.get()) ? Optional.of(year) : Optional.empty();
  }

  private boolean isYear(int year, String key, String written) {
    if (year >= FIRST_YEAR && year <= LAST_YEAR) {
      return true;
    }
    problems.add(
        place(key),
        WorktimeCode.BAD_YEAR,
        written,
        Integer.toString(FIRST_YEAR),
        Integer.toString(LAST_YEAR));
    return false;
  }

  /** The hour at which something ends, {@code 24:00} included. */
  Optional<LocalTime> end(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalTime> time = OfficeInterval.end(text.get());
    if (time.isEmpty()) {
      problems.add(place(key), WorktimeCode.BAD_TIME, text.get());
    }
    return time;
  }

  /** Reports a period that ends before it begins. */
  void checkPeriod(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      problems.add(
          place(), WorktimeCode.PERIOD_REVERSED, from.get().toString(), to.get().toString());
    }
  }
}
