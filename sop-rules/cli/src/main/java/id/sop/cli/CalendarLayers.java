package id.sop.cli;

import id.sop.worktime.WorkCalendar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lays a calendar file over a calendar. */
final class CalendarLayers {
  private CalendarLayers() {}

  static WorkCalendar.Reading over(WorkCalendar below, Path file) throws IOException {
    return below.with(
        file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }
}
