package id.sop.worktime;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Place;
import id.sop.problem.Problems;
import java.time.LocalDate;
import java.time.LocalTime;
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
  private static final Range<Integer> YEARS = Range.closed(1945, 2999);

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
    map.allow(ImmutableList.<String>builder().addAll(required).addAll(optional).build());
    required.forEach(map::require);
    map.keys().stream().map(YamlText::value).filter(optional::contains).forEach(map::require);
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
    return map.text(key).map(text -> text.value().strip());
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
    return map.date(key)
        .filter(date -> isYear(date.getYear(), key, Integer.toString(date.getYear())));
  }

  Optional<Integer> year(String key) {
    return text(key)
        .flatMap(
            text -> {
              int year = YEAR.matcher(text).matches() ? Integer.parseInt(text) : 0;
              return isYear(year, key, text) ? Optional.of(year) : Optional.empty();
            });
  }

  private boolean isYear(int year, String key, String written) {
    if (YEARS.contains(year)) {
      return true;
    }
    problems.add(
        place(key),
        WorktimeCode.BAD_YEAR,
        written,
        YEARS.lowerEndpoint().toString(),
        YEARS.upperEndpoint().toString());
    return false;
  }

  /** The hour at which something ends, {@code 24:00} included. */
  Optional<LocalTime> end(String key) {
    return text(key)
        .flatMap(
            text -> {
              Optional<LocalTime> time = OfficeInterval.end(text);
              if (time.isEmpty()) {
                problems.add(place(key), WorktimeCode.BAD_TIME, text);
              }
              return time;
            });
  }

  /** Reports a period that ends before it begins. */
  void checkPeriod(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      problems.add(
          place(), WorktimeCode.PERIOD_REVERSED, from.get().toString(), to.get().toString());
    }
  }
}
