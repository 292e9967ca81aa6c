package id.sop.worktime;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the decrees that moved a deadline. A decree was either signed since the deadline was told,
 * or signed before and entered late.
 */
final class Decrees {
  private final WorkCalendar calendar;
  private final Term term;
  private final ZoneId zone;
  private final LocalDate knownOn;

  Decrees(WorkCalendar calendar, Term term, ZoneId zone, LocalDate knownOn) {
    this.calendar = calendar;
    this.term = term;
    this.zone = zone;
    this.knownOn = knownOn;
  }

  /** Those because of which it is not {@code was} that holds. */
  List<String> since(Optional<Instant> was) {
    Optional<Instant> now = calendar.due(term, zone, knownOn).dueAt();
    if (was.isEmpty() || now.isEmpty() || was.equals(now)) {
      return List.of();
    }
    LocalDate begun = LocalDate.ofInstant(term.start(), zone);
    LocalDate over = LocalDate.ofInstant(Comparators.max(was.get(), now.get()), zone);
    // A time that is counted from a date rests on the days between that and its end.
    LocalDate date = date().orElse(begun);
    LocalDate first = Comparators.min(begun, date);
    LocalDate last = Comparators.max(over, date);
    for (LocalDate change : changes(first, last)) {
      LocalDate before = change.minusDays(1);
      if (calendar.due(term, zone, before).dueAt().equals(was)) {
        return signedSince(before, first, last);
      }
    }
    return enteredLate(was, first, last);
  }

  private Optional<LocalDate> date() {
    return term.waktu() instanceof Waktu.Relatif relative
            && relative.acuan() instanceof Waktu.Acuan.Hari day
        ? Optional.of(day.tanggal())
        : Optional.empty();
  }

  /**
   * The days since the beginning on which something about these years became known, latest first.
   */
  private List<LocalDate> changes(LocalDate first, LocalDate last) {
    return IntStream.rangeClosed(first.getYear(), last.getYear())
        .mapToObj(calendar::changesOf)
        .flatMap(Set::stream)
        .filter(change -> change.isAfter(first) && !change.isAfter(knownOn))
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private List<String> signedSince(LocalDate before, LocalDate first, LocalDate last) {
    Set<String> decrees = new LinkedHashSet<>();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      CalendarDay was = calendar.day(date, before);
      CalendarDay is = calendar.day(date, knownOn);
      if (!was.hours().equals(is.hours()) || !was.closing().equals(is.closing())) {
        decrees.add(
            is.isWorkingDay() && !was.isWorkingDay() ? was.source() + " (dicabut)" : source(is));
      }
    }
    return List.copyOf(decrees);
  }

  /** What makes the day what it is: the decree that closes it, the season, or the hours. */
  private String source(CalendarDay day) {
    return day.isWorkingDay()
        ? calendar.inForce(day.date(), knownOn).season().map(Season::source).orElse(day.source())
        : day.source();
  }

  private List<String> enteredLate(Optional<Instant> was, LocalDate first, LocalDate last) {
    List<String> sources = entered(first, last);
    for (String source : sources) {
      if (told(Set.of(source)).equals(was)) {
        return List.of(source);
      }
    }
    ImmutableSet.Builder<String> away = ImmutableSet.builder();
    for (String source : sources) {
      away.add(source);
      if (told(away.build()).equals(was)) {
        return List.copyOf(away.build());
      }
    }
    return List.of();
  }

  private Optional<Instant> told(Set<String> away) {
    return calendar.without(away).due(term, zone, knownOn).dueAt();
  }

  /** The decrees that these days rest on, the latest signed first. */
  private List<String> entered(LocalDate first, LocalDate last) {
    Map<String, LocalDate> signed = new LinkedHashMap<>();
    calendar
        .closures(first, last, knownOn)
        .forEach(c -> signed.merge(c.source(), c.knownFrom(), Comparators::max));
    calendar.data().seasons().stream()
        .filter(s -> !s.from().isAfter(last) && !s.to().isBefore(first))
        .filter(s -> !s.knownFrom().isAfter(knownOn))
        .forEach(s -> signed.merge(s.source(), s.knownFrom(), Comparators::max));
    return signed.entrySet().stream()
        .sorted(Map.Entry.<String, LocalDate>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }
}
