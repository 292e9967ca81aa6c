package id.sop.worktime;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.worktime.CalendarData.DecreedYear;
import id.sop.worktime.Deadline.Note;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days and hours on which an office works, and what is due when. Holidays and seasons are dated
 * data with a source and a day from which they are known, so a question can be asked as known then
 * and as known now: entries that became known after {@code knownOn} do not count.
 *
 * <p>Immutable; threads may share it. All dates and hours are local: the zone belongs to the office
 * ("zona waktu setempat", Perpres 21/2023) and comes with each question.
 */
public final class WorkCalendar implements DueDates {
  /** Well within the years of an {@link Almanac} in every zone. */
  private static final Instant FIRST_MOMENT = Instant.parse("0001-01-03T00:00:00Z");

  private static final Instant LAST_MOMENT = Instant.parse("9999-12-29T00:00:00Z");

  /** A power of two. */
  private static final int RECENT = 256;

  private final CalendarData data;
  private final ImmutableList<Timetable> latestFirst;
  private final ImmutableList<Season> latestSeasonFirst;
  private final ImmutableListMultimap<LocalDate, Closure> closures;
  private final Timetable earliest;
  private final Konvensi konvensi;
  private final Almanac almanac;

  /** What was asked last; most questions are asked in few zones, and of the same few days. */
  private final AtomicReferenceArray<@Nullable Asked> recent = new AtomicReferenceArray<>(RECENT);

  private record Asked(ZoneId zone, LocalDate knownOn, Deadlines deadlines) {}

  private WorkCalendar(CalendarData data, Timetable earliest, Konvensi konvensi) {
    this.data = data;
    this.earliest = earliest;
    this.konvensi = konvensi;
    this.almanac = new Almanac(this);
    this.latestFirst = data.timetables().reverse();
    this.latestSeasonFirst = data.seasons().reverse();
    ImmutableListMultimap.Builder<LocalDate, Closure> byDate = ImmutableListMultimap.builder();
    for (Closure closure : data.closures()) {
      byDate.put(closure.date(), closure);
    }
    this.closures = byDate.build();
  }

  /**
   * The national calendar for offices that still work six days a week, as units that serve the
   * public directly may: the hours of the Perpres spread over six days, which is an assumption that
   * every answer resting on it says.
   */
  public static WorkCalendar indonesiaSixDays() {
    return ShippedCalendar.IndonesiaSixDays.CALENDAR;
  }

  /**
   * The national calendar for civil servants with five working days: Perpres 21/2023, and the
   * holidays, cuti bersama and Ramadan of 2024, 2025 and 2026.
   */
  public static WorkCalendar indonesia() {
    return ShippedCalendar.Indonesia.CALENDAR;
  }

  /**
   * Reads a calendar that stands alone.
   *
   * @param file the name under which problems are reported
   * @param text its YAML
   */
  public static Reading read(String file, String text) {
    return layered(CalendarData.EMPTY, Konvensi.HARI_BERIKUT, file, text);
  }

  /**
   * This calendar with another file laid over it: more holidays, or the hours of one office. Hours
   * of the layer win over those below, but hours of a season win over ordinary ones.
   *
   * @param file the name under which problems are reported
   * @param text its YAML
   */
  public Reading with(String file, String text) {
    return layered(data, konvensi, file, text);
  }

  /**
   * This calendar for a desk that serves the public and stays open on the days on which the decrees
   * let it, such as cuti bersama.
   */
  public WorkCalendar forServiceDesk() {
    ImmutableList<Closure> kept =
        data.closures().stream()
            .filter(c -> !c.desksMayOpen())
            .collect(ImmutableList.toImmutableList());
    return new WorkCalendar(
        new CalendarData(data.timetables(), data.seasons(), kept, data.years()),
        earliest,
        konvensi);
  }

  /** This calendar for a unit that counts days by {@code convention}. */
  public WorkCalendar counting(Konvensi convention) {
    return new WorkCalendar(data, earliest, convention);
  }

  /** How days are counted; {@link Konvensi#HARI_BERIKUT} unless said otherwise. */
  public Konvensi konvensi() {
    return konvensi;
  }

  /**
   * What came of reading a calendar file.
   *
   * @param calendar the calendar; empty when there is an error
   * @param problems all that is wrong with the file, in file order
   */
  public record Reading(Optional<WorkCalendar> calendar, List<Problem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  private static Reading layered(CalendarData below, Konvensi konvensi, String file, String text) {
    Problems problems = new Problems();
    CalendarData data = CalendarFile.read(below, file, text, problems);
    return of(data, konvensi, file, problems);
  }

  /** A calendar of {@code data}, whose last layer came from {@code file}. */
  static Reading of(CalendarData data, Konvensi konvensi, String file, Problems problems) {
    Optional<Timetable> earliest = earliest(data.timetables());
    if (earliest.isEmpty() && !problems.hasErrors()) {
      problems.add(Place.startOf(file), WorktimeCode.NO_TIMETABLE);
    }
    if (problems.hasErrors() || earliest.isEmpty()) {
      return new Reading(Optional.empty(), problems.sorted());
    }
    return new Reading(
        Optional.of(new WorkCalendar(data, earliest.get(), konvensi)), problems.sorted());
  }

  /** Of the ordinary hours those that came into force first. */
  private static Optional<Timetable> earliest(List<Timetable> timetables) {
    Optional<Timetable> earliest = Optional.empty();
    for (Timetable timetable : timetables) {
      if (timetable.season().isEmpty()
          && (earliest.isEmpty() || timetable.from().isBefore(earliest.get().from()))) {
        earliest = Optional.of(timetable);
      }
    }
    return earliest;
  }

  /** Whether the office works on {@code date}: a hari kerja. */
  public boolean isWorkingDay(LocalDate date, LocalDate knownOn) {
    return inForce(date, knownOn).timetable().hours().containsKey(date.getDayOfWeek())
        && closing(closuresOf(date, knownOn)).isEmpty();
  }

  private static List<Closure> closing(List<Closure> closures) {
    List<Closure> closing = new ArrayList<>();
    for (Closure closure : closures) {
      if (closure.closedForAsn()) {
        closing.add(closure);
      }
    }
    return closing;
  }

  /** The hours of {@code date}, what closes it, and the source of either. */
  public CalendarDay day(LocalDate date, LocalDate knownOn) {
    Timetable timetable = inForce(date, knownOn).timetable();
    List<Closure> closed = closuresOf(date, knownOn);
    List<OfficeInterval> hours = officeHours(date, knownOn);
    String source =
        hours.isEmpty() && !closed.isEmpty()
            ? closed.stream().map(Closure::source).distinct().collect(Collectors.joining("; "))
            : timetable.source();
    return new CalendarDay(date, hours, closing(date, knownOn), closed, timetable.nama(), source);
  }

  /** The office hours of {@code date} in order; empty when the office does not work. */
  public List<OfficeInterval> officeHours(LocalDate date, LocalDate knownOn) {
    return isWorkingDay(date, knownOn)
        ? inForce(date, knownOn).timetable().hours().get(date.getDayOfWeek())
        : List.of();
  }

  /** The holidays and leave days from {@code from} to {@code to}, both included, in order. */
  public List<Closure> closures(LocalDate from, LocalDate to, LocalDate knownOn) {
    return data.closures().stream()
        .filter(c -> !c.date().isBefore(from) && !c.date().isAfter(to))
        .filter(c -> c.holdsAsKnown(knownOn))
        .sorted(Comparator.comparing(Closure::date))
        .toList();
  }

  /** When {@code waktu}, begun at {@code start}, is over, as known on the day of the start. */
  public Deadline due(Instant start, Waktu waktu, ZoneId zone) {
    return due(start, waktu, zone, knownAtStart(start, zone));
  }

  private static LocalDate knownAtStart(Instant start, ZoneId zone) {
    try {
      return LocalDate.ofInstant(start, zone);
    } catch (DateTimeException e) {
      return start.isBefore(Instant.EPOCH) ? LocalDate.MIN : LocalDate.MAX;
    }
  }

  /**
   * When {@code waktu}, begun at {@code start}, is over.
   *
   * <ul>
   *   <li>Hari kerja: by the convention of the unit; usually the day of the start does not count,
   *       and it is due at the end of office hours of the n-th working day after it.
   *   <li>Hari kalender, minggu, bulan: due on that day after the start, at the end of the office
   *       hours which that day has or, on a week-end or holiday, would have on an ordinary day.
   *       Where it must end on a working day, at the end of the next one.
   *   <li>Jam and menit kerja: counted within office hours only. A start outside them begins to
   *       count at the next opening; time that runs out exactly when an interval ends is due then.
   *   <li>Jam kalender: by the clock on the wall.
   *   <li>A range or a target with a limit: the limit. Alternatives: the last of them, with a note.
   *   <li>A shortest time, a time per item, sesuai jadwal, sesuai kebutuhan and menurut aturan: no
   *       moment.
   * </ul>
   *
   * <p>Beyond the years that the calendar knows, week-ends alone are free, and a note says so. No
   * moment is given beyond the years 1 to 9999; a note says that as well.
   *
   * @param zone the zone of the office that performs the row
   * @param knownOn decrees that became known after this day do not count
   */
  @Override
  public Deadline due(Instant start, Waktu waktu, ZoneId zone, LocalDate knownOn) {
    Deadlines deadlines = deadlines(zone, knownOn);
    return waktu instanceof Waktu.Paling limit
        ? deadlines.due(start, limit)
        : new Counting(deadlines, start, List.of()).of(waktu).deadline();
  }

  /**
   * When {@code term} is over. A stop of its clock is given back exactly: office time to the
   * second, working days by the share of them that it took, calendar time by the clock on the wall.
   * While a stop has not ended there is no moment, and a note says so.
   *
   * @param zone the zone of the office that performs the row
   * @param knownOn decrees that became known after this day do not count
   */
  public Deadline due(Term term, ZoneId zone, LocalDate knownOn) {
    return answer(deadlines(zone, knownOn), term).deadline();
  }

  private static Counting.Answer answer(Deadlines deadlines, Term term) {
    return new Counting(deadlines, term.start(), term.stops()).of(term.waktu());
  }

  /**
   * Why {@code term} is over when it is: what was counted, each day that was not and by which
   * decree, and each stop.
   *
   * @param zone the zone of the office that performs the row
   * @param knownOn decrees that became known after this day do not count
   */
  public Explanation explain(Term term, ZoneId zone, LocalDate knownOn) {
    Deadlines deadlines = deadlines(zone, knownOn);
    Counting.Answer answer = answer(deadlines, term);
    return new Explanation(
        answer.deadline(),
        term.waktu() instanceof Waktu.PalingCepat
            ? answer.course().map(Course::due)
            : Optional.empty(),
        konvensi,
        answer
            .course()
            .map(course -> new Explaining(this, knownOn, deadlines, course).parts())
            .orElse(List.of()));
  }

  /**
   * The office time that {@code term} has left at {@code moment}, exact to the second: what lies
   * before its deadline, counts, and is not taken by a later stop. Negative once it is late, and
   * the same from the beginning of a stop to its end. Empty when no limit is set.
   *
   * @param zone the zone of the office that performs the row
   * @param knownOn decrees that became known after this day do not count
   */
  public Optional<Duration> remaining(Term term, Instant moment, ZoneId zone, LocalDate knownOn) {
    Optional<Instant> standing =
        term.stops().stream()
            .filter(s -> s.to().isEmpty())
            .map(ClockStop::from)
            .min(Comparator.naturalOrder());
    List<ClockStop> over =
        term.stops().stream()
            .filter(s -> s.to().isPresent())
            .filter(s -> standing.filter(from -> !s.from().isBefore(from)).isEmpty())
            .toList();
    Instant at = standing.filter(moment::isAfter).orElse(moment);
    Deadlines deadlines = deadlines(zone, knownOn);
    Counting.Answer answer = answer(deadlines, new Term(term.start(), term.waktu(), over));
    return answer.deadline().dueAt().isEmpty()
        ? Optional.empty()
        : answer.course().map(course -> deadlines.remaining(course, clamped(at)));
  }

  private Deadlines deadlines(ZoneId zone, LocalDate knownOn) {
    int place = (31 * zone.hashCode() + knownOn.hashCode()) & (RECENT - 1);
    @Nullable Asked asked = recent.get(place);
    if (asked == null || !asked.knownOn().equals(knownOn) || !asked.zone().equals(zone)) {
      asked = new Asked(zone, knownOn, new Deadlines(konvensi, officeTime(knownOn), zone));
      recent.set(place, asked);
    }
    return asked.deadlines();
  }

  OfficeTime officeTime(LocalDate knownOn) {
    return new OfficeTime(almanac, knownOn);
  }

  /**
   * The office time between two moments; negative when {@code to} lies before {@code from}. So much
   * is left until a deadline, or so much it is late. What lies beyond the years 1 to 9999 does not
   * count.
   */
  public Duration workingTime(Instant from, Instant to, ZoneId zone, LocalDate knownOn) {
    Instant begin = clamped(from);
    Instant end = clamped(to);
    Deadlines deadlines = deadlines(zone, knownOn);
    return end.isBefore(begin)
        ? deadlines.officeTime(end, begin).negated()
        : deadlines.officeTime(begin, end);
  }

  private static Instant clamped(Instant moment) {
    return Comparators.max(FIRST_MOMENT, Comparators.min(LAST_MOMENT, moment));
  }

  /** When a duty of {@code date} ends. */
  private LocalTime closing(LocalDate date, LocalDate knownOn) {
    List<OfficeInterval> hours = officeHours(date, knownOn);
    return hours.isEmpty()
        ? inForce(date, knownOn).timetable().otherDaysClose()
        : hours.get(hours.size() - 1).to();
  }

  /** Whether the list of holidays of this year has been decreed. */
  boolean isDecreed(int year, LocalDate knownOn) {
    for (DecreedYear decreed : data.years()) {
      if (decreed.year() == year && !decreed.knownFrom().isAfter(knownOn)) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code date} is free by entries of which none is confirmed. */
  boolean isDoubtful(LocalDate date, LocalDate knownOn) {
    List<Closure> closed = closing(closuresOf(date, knownOn));
    for (Closure closure : closed) {
      if (!closure.unconfirmed()) {
        return false;
      }
    }
    // On a day that is free anyway the entry changes nothing.
    return !closed.isEmpty()
        && inForce(date, knownOn).timetable().hours().containsKey(date.getDayOfWeek());
  }

  /** What an answer that rests on {@code date} being free must say. */
  Notes doubts(LocalDate date, LocalDate knownOn) {
    return Notes.of(
        closuresOf(date, knownOn).stream()
            .filter(c -> c.unconfirmed() && c.closedForAsn())
            .map(
                c ->
                    new Note(
                        WorktimeCode.CLOSURE_UNCONFIRMED,
                        List.of(c.date().toString(), c.nama(), c.source())))
            .toList());
  }

  /** The days on which something about {@code year} became known. */
  SortedSet<LocalDate> changesOf(int year) {
    SortedSet<LocalDate> changes = new TreeSet<>();
    for (Closure closure : data.closures()) {
      if (closure.date().getYear() == year) {
        changes.add(closure.knownFrom());
        if (closure.withdrawnFrom().isPresent()) {
          changes.add(closure.withdrawnFrom().get());
        }
      }
    }
    for (Season season : data.seasons()) {
      if (season.from().getYear() <= year && year <= season.to().getYear()) {
        changes.add(season.knownFrom());
      }
    }
    for (Timetable timetable : data.timetables()) {
      changes.add(timetable.knownFrom());
    }
    for (DecreedYear decreed : data.years()) {
      if (decreed.year() == year) {
        changes.add(decreed.knownFrom());
      }
    }
    return changes;
  }

  List<Closure> closuresOf(LocalDate date, LocalDate knownOn) {
    List<Closure> all = closures.get(date);
    List<Closure> holding = new ArrayList<>(all.size());
    for (Closure closure : all) {
      if (closure.holdsAsKnown(knownOn)) {
        holding.add(closure);
      }
    }
    return List.copyOf(holding);
  }

  /**
   * @param season the season that put the timetable in force
   * @param assumed whether no timetable is known for the date and this one stands in
   */
  record InForce(Timetable timetable, Optional<Season> season, boolean assumed) {
    /** Whether these are the same hours; of each timetable and season the calendar has one. */
    @SuppressWarnings("ReferenceEquality")
    boolean isLike(InForce other) {
      return timetable == other.timetable
          && season.orElse(null) == other.season.orElse(null)
          && assumed == other.assumed;
    }

    /** What an answer that rests on these hours must say. */
    Notes reservations() {
      List<Note> notes = new ArrayList<>();
      if (season.isPresent() && season.get().unconfirmed()) {
        Season s = season.get();
        notes.add(
            new Note(
                WorktimeCode.SEASON_UNCONFIRMED,
                List.of(s.nama(), s.from().toString(), s.to().toString())));
      }
      if (timetable.unconfirmed()) {
        notes.add(new Note(WorktimeCode.HOURS_UNCONFIRMED, List.of(timetable.nama())));
      }
      return Notes.of(notes);
    }

    /** What it must say besides when it rests on a break. */
    Notes breakReservations() {
      return timetable.breakUnconfirmed()
          ? Notes.of(WorktimeCode.BREAK_UNCONFIRMED, timetable.nama())
          : Notes.NONE;
    }
  }

  InForce inForce(LocalDate date, LocalDate knownOn) {
    for (Season season : latestSeasonFirst) {
      if (season.covers(date, knownOn)) {
        for (Timetable timetable : latestFirst) {
          if (timetable.isOf(season) && timetable.isInForce(date, knownOn)) {
            return new InForce(timetable, Optional.of(season), false);
          }
        }
      }
    }
    for (Timetable timetable : latestFirst) {
      if (timetable.season().isEmpty() && timetable.isInForce(date, knownOn)) {
        return new InForce(timetable, Optional.empty(), false);
      }
    }
    return new InForce(earliest, Optional.empty(), true);
  }
}
