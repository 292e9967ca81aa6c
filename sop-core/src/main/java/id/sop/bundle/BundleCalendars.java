package id.sop.bundle;

import id.sop.definition.Sop;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.worktime.UnitCalendars;
import id.sop.worktime.WorkCalendar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The calendars that lie beside a {@code sop.yaml}, each laid over the national one: {@code
 * kalender.yaml} for the units that name none, {@code kalender-papua.yaml} for those that name
 * {@code papua}. By these its examples are tested; a host may take them, or its own.
 *
 * @param calendars by which its units work; one that is missing or has errors is left out
 * @param problems what is wrong with the files, and which of them are missing
 */
public record BundleCalendars(UnitCalendars calendars, List<Problem> problems) {
  public BundleCalendars {
    problems = List.copyOf(problems);
  }

  /** Reads the calendars by which the units of {@code sop} work, from its bundle. */
  public static BundleCalendars of(SopBundle bundle, Sop sop) {
    Problems problems = new Problems();
    UnitCalendars calendars =
        UnitCalendars.of(
            laid(bundle, SopBundle.KALENDER, problems).orElseGet(WorkCalendar::indonesia));
    for (String name : sop.kalender()) {
      String file = SopBundle.calendarFile(name);
      Optional<WorkCalendar> calendar = laid(bundle, file, problems);
      if (calendar.isPresent()) {
        calendars = calendars.with(name, calendar.get());
      } else if (bundle.bytes(file).isEmpty()) {
        Place place = Place.startOf(bundle.fileName(SopBundle.SOP));
        problems.add(place, BundleCode.CALENDAR_MISSING, name, file);
      }
    }
    return new BundleCalendars(calendars, problems.sorted());
  }

  private static Optional<WorkCalendar> laid(SopBundle bundle, String file, Problems problems) {
    if (bundle.bytes(file).isEmpty()) {
      return Optional.empty();
    }
    String text = new String(bundle.bytes(file).get(), StandardCharsets.UTF_8);
    WorkCalendar.Reading reading = WorkCalendar.indonesia().with(bundle.fileName(file), text);
    problems.addAll(reading.problems());
    return reading.calendar();
  }
}
