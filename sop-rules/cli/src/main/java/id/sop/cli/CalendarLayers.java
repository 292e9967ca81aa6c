package id.sop.cli;

import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.worktime.WorkCalendar;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lays a calendar file, YAML or iCalendar, over a calendar. */
final class CalendarLayers {
  private static final int MOST_BYTES = 1 << 20;

  private CalendarLayers() {}

  static WorkCalendar.Reading over(WorkCalendar below, Path file) throws IOException {
    String name = file.toString();
    if (Files.size(file) > MOST_BYTES) {
      return failed(Problem.at(Place.startOf(name), IcsCode.TOO_MUCH, "1 MiB"));
    }
    String text;
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException e) {
      return failed(Problem.at(Place.startOf(name), IcsCode.BAD_LINE, "UTF-8"));
    }
    if (!name.toLowerCase(Locale.ROOT).endsWith(".ics")) {
      return below.with(name, text);
    }
    Problems problems = new Problems();
    Optional<String> yaml = IcsCalendar.toYaml(name, text, problems);
    if (yaml.isEmpty()) {
      return new WorkCalendar.Reading(Optional.empty(), problems.sorted());
    }
    WorkCalendar.Reading reading = below.with(name, yaml.get());
    problems.addAll(reading.problems());
    return new WorkCalendar.Reading(reading.calendar(), problems.sorted());
  }

  private static WorkCalendar.Reading failed(Problem problem) {
    return new WorkCalendar.Reading(Optional.empty(), List.of(problem));
  }
}
