package id.sop.rules.coverage;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.SopException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of each measure a suite must cover at least.
 *
 * @param percent whole per cent, by measure
 */
public record Thresholds(Map<Measure, Integer> percent) {
  private static final Pattern ONE = Pattern.compile("([a-z]+)\\s*=\\s*([0-9]{1,3})");
  private static final int NAMED_GAPS = 5;

  public Thresholds {
    percent = ImmutableMap.copyOf(percent);
  }

  /**
   * Reads {@code panah=100,mutasi=90}; an empty text asks for nothing.
   *
   * @throws SopException when it says something else
   */
  public static Thresholds parse(String text) {
    Map<Measure, Integer> percent = new EnumMap<>(Measure.class);
    for (String part : Splitter.on(',').trimResults().omitEmptyStrings().split(text)) {
      Matcher one = ONE.matcher(part);
      Optional<Measure> measure = one.matches() ? Measure.of(one.group(1)) : Optional.empty();
      int least = measure.isPresent() ? Integer.parseInt(one.group(2)) : 101;
      if (least > 100 || percent.put(measure.orElseThrow(), least) != null) {
        throw new SopException(CoverageCode.BAD_THRESHOLD, part, words());
      }
    }
    return new Thresholds(percent);
  }

  private static String words() {
    return Stream.of(Measure.values()).map(Measure::word).collect(Collectors.joining(", "));
  }

  /**
   * Which of them {@code coverage} does not reach.
   *
   * @param place where examples could be added
   */
  public List<Problem> below(Coverage coverage, Place place) {
    List<Problem> below = new ArrayList<>();
    percent.forEach(
        (measure, least) -> {
          Figure figure = coverage.figure(measure);
          if (figure.percent() < least) {
            below.add(
                Problem.at(
                    place,
                    CoverageCode.BELOW_THRESHOLD,
                    measure.word(),
                    figure.toString(),
                    Integer.toString(least),
                    gaps(coverage, measure)));
          }
        });
    return List.copyOf(below);
  }

  private static String gaps(Coverage coverage, Measure measure) {
    List<String> names =
        measure == Measure.MUTASI
            ? coverage.survivors().stream().map(Mutant::toString).toList()
            : coverage.gaps().stream().filter(i -> i.measure() == measure).map(Item::name).toList();
    String named = names.stream().limit(NAMED_GAPS).collect(Collectors.joining("; "));
    int more = names.size() - NAMED_GAPS;
    return more > 0 ? named + "; +" + more : named;
  }
}
