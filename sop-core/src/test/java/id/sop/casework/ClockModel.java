package id.sop.casework;

import id.sop.worktime.OfficeInterval;
import id.sop.worktime.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Office time counted minute by minute, with nothing clever about it. */
final class ClockModel {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final LocalDate KNOWN = LocalDate.of(2026, 12, 31);

  private final WorkCalendar calendar;
  private final Map<LocalDate, boolean[]> days = new HashMap<>();

  ClockModel(WorkCalendar calendar) {
    this.calendar = calendar;
  }

  static final class Stop {
    final Instant from;
    Optional<Instant> to = Optional.empty();

    Stop(Instant from) {
      this.from = from;
    }

    boolean covers(Instant at) {
      return !at.isBefore(from) && (to.isEmpty() || at.isBefore(to.get()));
    }
  }

  static final class Row {
    final Instant opened;
    final int minutes;
    final List<Stop> stops = new ArrayList<>();
    int more;
    Optional<Instant> done = Optional.empty();

    Row(Instant opened, int minutes) {
      this.opened = opened;
      this.minutes = minutes;
    }

    /** What has not ended when it was done ends there; what began later is left out. */
    Row asDone() {
      Row row = new Row(opened, minutes);
      row.more = more;
      row.stops.addAll(ClockModel.asDone(stops, done));
      return row;
    }
  }

  static List<Stop> asDone(List<Stop> stops, Optional<Instant> done) {
    if (done.isEmpty()) {
      return stops;
    }
    List<Stop> cut = new ArrayList<>();
    for (Stop stop : stops) {
      if (stop.from.isBefore(done.get())) {
        Stop copy = new Stop(stop.from);
        copy.to = stop.to.or(() -> done);
        cut.add(copy);
      }
    }
    return cut;
  }

  static List<Stop> all(List<Stop> some, List<Stop> others) {
    List<Stop> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  /** The moment at which the minutes are used up; empty when a stop that stands comes first. */
  Optional<Instant> due(Row row, List<Stop> caseStops) {
    List<Stop> stops = all(row.stops, caseStops);
    int left = row.minutes + row.more;
    Instant at = row.opened;
    while (left > 0) {
      Instant minute = at;
      if (stops.stream().anyMatch(s -> s.to.isEmpty() && s.covers(minute))) {
        return Optional.empty();
      }
      if (isOffice(at) && stops.stream().noneMatch(s -> s.covers(minute))) {
        left--;
      }
      at = at.plusSeconds(60);
    }
    return Optional.of(at);
  }

  /** The minutes left; while the clock stands, those that were left when it stopped. */
  long remaining(Row row, List<Stop> caseStops, Instant now) {
    List<Stop> stops = all(row.stops, caseStops);
    Instant at = now;
    for (Stop stop : stops) {
      if (stop.to.isEmpty() && stop.from.isBefore(at)) {
        at = stop.from;
      }
    }
    Row ran = new Row(row.opened, row.minutes);
    ran.more = row.more;
    for (Stop stop : stops) {
      boolean before = stops.stream().noneMatch(s -> s.to.isEmpty() && !stop.from.isBefore(s.from));
      if (stop.to.isPresent() && before) {
        ran.stops.add(stop);
      }
    }
    Instant due = due(ran, List.of()).orElseThrow();
    if (at.isAfter(due)) {
      return -office(due, at, List.of());
    }
    return office(at.isBefore(row.opened) ? row.opened : at, due, ran.stops);
  }

  private long office(Instant from, Instant to, List<Stop> stops) {
    long minutes = 0;
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
      Instant minute = at;
      if (isOffice(at) && stops.stream().noneMatch(s -> s.covers(minute))) {
        minutes++;
      }
    }
    return minutes;
  }

  private boolean isOffice(Instant at) {
    LocalDate date = LocalDate.ofInstant(at, WIB);
    boolean[] day = days.computeIfAbsent(date, this::day);
    return day[(int) (at.getEpochSecond() / 60 + 7 * 60) % 1440];
  }

  private boolean[] day(LocalDate date) {
    boolean[] open = new boolean[1440];
    for (OfficeInterval interval : calendar.officeHours(date, KNOWN)) {
      int to = interval.to().toSecondOfDay() / 60;
      for (int m = interval.from().toSecondOfDay() / 60; m < to; m++) {
        open[m] = true;
      }
    }
    return open;
  }
}
