package id.sop.worktime;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calendars of several units: one for all that name none, and others by the names that the
 * {@code kalender} of a {@code sop.yaml} gives them, as for a branch in another region, or a desk
 * that works six days.
 *
 * <p>Immutable; threads may share it, as far as they may share its calendars.
 */
public final class UnitCalendars implements DueDates {
  private final DueDates usual;
  private final ImmutableMap<String, DueDates> named;

  private UnitCalendars(DueDates usual, Map<String, DueDates> named) {
    this.usual = usual;
    this.named = ImmutableMap.copyOf(named);
  }

  /** The calendar of all units that name none. */
  public static UnitCalendars of(DueDates usual) {
    return usual instanceof UnitCalendars several
        ? several
        : new UnitCalendars(usual, ImmutableMap.of());
  }

  /** These and {@code calendar}, which goes by {@code name}, in place of one that did. */
  public UnitCalendars with(String name, DueDates calendar) {
    return new UnitCalendars(
        usual,
        ImmutableMap.<String, DueDates>builder()
            .putAll(named)
            .put(name, calendar)
            .buildKeepingLast());
  }

  /** The calendar of the units that name none. */
  public DueDates usual() {
    return usual;
  }

  /** The others, by name. */
  public Map<String, DueDates> named() {
    return named;
  }

  @Override
  public Optional<DueDates> named(String name) {
    return Optional.ofNullable(named.get(name));
  }

  @Override
  public Deadline due(Instant start, Waktu waktu, ZoneId zone, LocalDate knownOn) {
    return usual.due(start, waktu, zone, knownOn);
  }

  @Override
  public Deadline due(Term term, ZoneId zone, LocalDate knownOn) {
    return usual.due(term, zone, knownOn);
  }

  @Override
  public Optional<Instant> notBefore(Term term, ZoneId zone, LocalDate knownOn) {
    return usual.notBefore(term, zone, knownOn);
  }

  @Override
  public Optional<Duration> remaining(Term term, Instant moment, ZoneId zone, LocalDate knownOn) {
    return usual.remaining(term, moment, zone, knownOn);
  }

  @Override
  public List<String> decrees(Term term, Optional<Instant> was, ZoneId zone, LocalDate knownOn) {
    return usual.decrees(term, was, zone, knownOn);
  }

  @Override
  public Deadline before(Instant end, Waktu.Paling time, ZoneId zone, LocalDate knownOn) {
    return usual.before(end, time, zone, knownOn);
  }

  @Override
  public Duration workingTime(Instant from, Instant to, ZoneId zone, LocalDate knownOn) {
    return usual.workingTime(from, to, zone, knownOn);
  }
}
