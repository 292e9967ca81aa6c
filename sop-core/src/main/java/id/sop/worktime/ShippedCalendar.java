package id.sop.worktime;

import id.sop.internal.YamlFile;
import id.sop.internal.YamlTree;
import id.sop.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calendars that come with the library, read on first use. People write them as YAML; what is
 * read here is {@link #prepared}, which lies beside, so that a start parses no YAML.
 */
final class ShippedCalendar {
  /** The national calendar with five working days, the lowest layer first. */
  private static final List<String> FIVE_DAYS = List.of("jam-kerja", "2024", "2025", "2026");

  /** The same with the layer that makes six days of five. */
  static final List<String> SIX_DAYS = List.of("jam-kerja", "2024", "2025", "2026", "enam-hari");

  private ShippedCalendar() {}

  /** The calendar with five working days. */
  static final class Indonesia {
    static final WorkCalendar CALENDAR = load(FIVE_DAYS);

    private Indonesia() {}
  }

  /** The calendar with six working days. */
  static final class IndonesiaSixDays {
    static final WorkCalendar CALENDAR = load(SIX_DAYS);

    private IndonesiaSixDays() {}
  }

  private static WorkCalendar load(List<String> layers) {
    Problems problems = new Problems();
    CalendarData data = CalendarData.EMPTY;
    for (String layer : layers) {
      String file = layer + ".yaml";
      data =
          CalendarFile.over(data, YamlTree.read(file, text(layer + ".json"), problems), problems);
    }
    String last = layers.get(layers.size() - 1);
    WorkCalendar.Reading read = WorkCalendar.of(data, Konvensi.HARI_BERIKUT, last, problems);
    if (read.calendar().isEmpty()) {
      throw new IllegalStateException(read.problems().toString());
    }
    return read.calendar().get();
  }

  /** What the YAML of a layer says, as it is to lie beside it. */
  static String prepared(String layer) {
    Problems problems = new Problems();
    String tree =
        YamlFile.read(layer + ".yaml", text(layer + ".yaml"), problems)
            .map(YamlTree::write)
            .orElseThrow(() -> new IllegalStateException(problems.sorted().toString()));
    return tree + "\n";
  }

  static String text(String file) {
    try (@Nullable InputStream in = ShippedCalendar.class.getResourceAsStream("calendar/" + file)) {
      if (in == null) {
        throw new IllegalStateException("missing calendar/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
