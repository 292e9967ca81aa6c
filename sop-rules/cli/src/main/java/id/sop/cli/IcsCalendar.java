package id.sop.cli;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.DateTimeProperty;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import com.google.gson.JsonPrimitive;
import id.sop.problem.Place;
import id.sop.problem.Problems;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the days off of an iCalendar file and writes them as a calendar file of ours. Nobody has
 * compared such a file with a decree, so each of its days is unconfirmed, and it does not decree a
 * year.
 */
final class IcsCalendar {
  private static final int EVENTS = 1_000;
  private static final int LONGEST = 31;
  private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

  private final String file;
  private final List<Integer> lines;
  private final Problems problems;
  private final Set<Day> days = new LinkedHashSet<>();

  /** One day off. */
  private record Day(LocalDate date, String nama, boolean leave, LocalDate knownFrom) {}

  private IcsCalendar(String file, String text, Problems problems) {
    this.file = file;
    this.problems = problems;
    List<String> all = text.lines().toList();
    this.lines =
        Stream.iterate(0, i -> i < all.size(), i -> i + 1)
            .filter(i -> all.get(i).strip().equalsIgnoreCase("BEGIN:VEVENT"))
            .map(i -> i + 1)
            .toList();
  }

  /** The YAML that says the same; empty when there is an error. */
  static Optional<String> toYaml(String file, String text, Problems problems) throws IOException {
    IcsCalendar calendar = new IcsCalendar(file, text, problems);
    calendar.read(text);
    return problems.hasErrors() ? Optional.empty() : Optional.of(calendar.yaml());
  }

  private void read(String text) throws IOException {
    try (ICalReader reader = new ICalReader(text)) {
      @Nullable ICalendar calendar = reader.readNext();
      if (calendar == null) {
        problems.add(Place.startOf(file), IcsCode.NOT_A_CALENDAR);
        return;
      }
      reader.getWarnings().forEach(this::unread);
      List<VEvent> events = calendar.getEvents();
      if (reader.readNext() != null) {
        problems.add(Place.startOf(file), IcsCode.NOT_A_CALENDAR);
      } else if (events.isEmpty()) {
        problems.add(Place.startOf(file), IcsCode.NO_EVENT);
      } else if (events.size() > EVENTS) {
        problems.add(Place.startOf(file), IcsCode.TOO_MUCH, EVENTS + " VEVENT");
      } else {
        for (int i = 0; i < events.size(); i++) {
          read(events.get(i), i < lines.size() ? lines.get(i) : 1);
        }
      }
    }
  }

  private void unread(ParseWarning warning) {
    @Nullable Integer line = warning.getLineNumber();
    problems.add(
        new Place(file, line == null ? 1 : line, 1),
        IcsCode.BAD_LINE,
        String.valueOf(warning.getMessage()));
  }

  private void read(VEvent event, int line) {
    Place place = new Place(file, line, 1);
    Optional<LocalDate> from = date(event.getDateStart(), place);
    String nama =
        event.getSummary() == null ? "" : String.valueOf(event.getSummary().getValue()).strip();
    if (nama.isEmpty()) {
      problems.add(place, IcsCode.NO_NAME);
    }
    Optional<LocalDate> known = known(event);
    if (known.isEmpty()) {
      problems.add(place, IcsCode.NOT_DATED, nama);
    }
    if (event.getRecurrenceRule() != null || !event.getRecurrenceDates().isEmpty()) {
      problems.add(place, IcsCode.REPEATED, nama);
      return;
    }
    @Nullable Status status = event.getStatus();
    if (status != null && status.isCancelled()) {
      problems.add(place, IcsCode.CANCELLED, nama);
      return;
    }
    Optional<LocalDate> end =
        event.getDateEnd() == null ? from.map(d -> d.plusDays(1)) : date(event.getDateEnd(), place);
    if (from.isEmpty() || end.isEmpty() || known.isEmpty() || nama.isEmpty()) {
      return;
    }
    long length = ChronoUnit.DAYS.between(from.get(), end.get());
    if (length < 1 || length > LONGEST) {
      problems.add(place, IcsCode.TOO_LONG, nama, Long.toString(length), Integer.toString(LONGEST));
      return;
    }
    boolean leave = nama.toLowerCase(Locale.ROOT).contains("cuti bersama");
    from.get()
        .datesUntil(end.get())
        .forEach(date -> days.add(new Day(date, nama, leave, known.get())));
  }

  private Optional<LocalDate> date(@Nullable DateOrDateTimeProperty property, Place place) {
    @Nullable DateTimeComponents raw =
        property == null || property.getValue() == null
            ? null
            : property.getValue().getRawComponents();
    try {
      if (raw != null && !raw.hasTime() && raw.getYear() >= 1945 && raw.getYear() <= 2999) {
        return Optional.of(LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate()));
      }
    } catch (DateTimeException e) {
      // Told below, with all other dates that are none.
    }
    problems.add(place, IcsCode.NOT_A_DAY, raw == null ? "-" : raw.toString());
    return Optional.empty();
  }

  /** The first day on which the event is known to have been written down. */
  private static Optional<LocalDate> known(VEvent event) {
    List<LocalDate> dates = new ArrayList<>();
    for (@Nullable DateTimeProperty property :
        Arrays.asList(event.getCreated(), event.getLastModified(), event.getDateTimeStamp())) {
      if (property != null && property.getValue() != null) {
        dates.add(LocalDate.ofInstant(property.getValue().toInstant(), CAPITAL));
      }
    }
    return dates.stream().min(LocalDate::compareTo);
  }

  private String yaml() {
    StringBuilder yaml = new StringBuilder("keputusan:\n");
    days.stream().map(Day::knownFrom).distinct().sorted().forEach(known -> decree(yaml, known));
    return yaml.toString();
  }

  private void decree(StringBuilder yaml, LocalDate known) {
    yaml.append("  - sumber: ").append(quoted("Kalender " + file)).append('\n');
    yaml.append("    diketahui: ").append(known).append('\n');
    Set<LocalDate> listed = new LinkedHashSet<>();
    for (boolean leave : new boolean[] {false, true}) {
      List<Day> kind =
          days.stream()
              .filter(d -> d.knownFrom().equals(known) && d.leave() == leave)
              .filter(d -> listed.add(d.date()))
              .toList();
      if (!kind.isEmpty()) {
        yaml.append(leave ? "    cutiBersama:\n" : "    liburNasional:\n");
        for (Day day : kind) {
          yaml.append("      - { tanggal: ")
              .append(day.date())
              .append(", nama: ")
              .append(quoted(day.nama()))
              .append(", belumPasti: ya }\n");
        }
      }
    }
  }

  /** As JSON quotes it, which YAML reads alike. */
  private static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }
}
