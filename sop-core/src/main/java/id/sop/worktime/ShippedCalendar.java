package id.sop.worktime;

import id.sop.worktime.WorkCalendar.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calendar that comes with the library, read on first use. */
final class ShippedCalendar {
  private static final String HOURS = "jam-kerja.yaml";
  private static final List<String> YEARS = List.of("2024.yaml", "2025.yaml", "2026.yaml");

  private static final String SIX_DAY_HOURS = "enam-hari.yaml";

  static final WorkCalendar INDONESIA = load();
  static final WorkCalendar SIX_DAYS = sound(INDONESIA.with(SIX_DAY_HOURS, text(SIX_DAY_HOURS)));

  private ShippedCalendar() {}

  private static WorkCalendar load() {
    WorkCalendar calendar = sound(WorkCalendar.read(HOURS, text(HOURS)));
    for (String file : YEARS) {
      calendar = sound(calendar.with(file, text(file)));
    }
    return calendar;
  }

  private static WorkCalendar sound(Reading reading) {
    return reading
        .calendar()
        .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
  }

  private static String text(String file) {
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
