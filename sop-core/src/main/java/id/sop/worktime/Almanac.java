package id.sop.worktime;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The years of a calendar, each summed up once for every state of knowledge that it went through.
 * Years far from those that offices ask for are summed up on each question, so that odd dates do
 * not fill the memory.
 */
final class Almanac {
  /** Beyond these years no deadline is given: four digits keep a slip out of the far future. */
  static final int EARLIEST = 1;

  static final int LATEST = 9999;

  private static final int FIRST_KEPT = 2000;
  private static final int LAST_KEPT = 2100;

  private final WorkCalendar calendar;
  private final AtomicReferenceArray<@Nullable Versions> years =
      new AtomicReferenceArray<>(LAST_KEPT - FIRST_KEPT + 1);

  Almanac(WorkCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * A year as known on a day of the epoch.
   *
   * @throws DateTimeException beyond {@link #EARLIEST} and {@link #LATEST}
   */
  CalendarYear year(int year, long knownOn) {
    if (year < EARLIEST || year > LATEST) {
      throw new DateTimeException("no calendar for the year " + year);
    }
    if (year < FIRST_KEPT || year > LAST_KEPT) {
      return new CalendarYear(calendar, year, LocalDate.ofEpochDay(knownOn));
    }
    @Nullable Versions kept = years.get(year - FIRST_KEPT);
    if (kept == null) {
      // Two threads may both do this; they come to the same.
      kept = new Versions(calendar, year);
      years.set(year - FIRST_KEPT, kept);
    }
    return kept.asKnown(knownOn);
  }

  /** One year, in each state of knowledge. */
  private static final class Versions {
    private final WorkCalendar calendar;
    private final int year;
    private final long[] changes;
    private final AtomicReferenceArray<@Nullable CalendarYear> versions;

    Versions(WorkCalendar calendar, int year) {
      this.calendar = calendar;
      this.year = year;
      List<LocalDate> days = List.copyOf(calendar.changesOf(year));
      this.changes = new long[days.size()];
      for (int i = 0; i < changes.length; i++) {
        changes[i] = days.get(i).toEpochDay();
      }
      this.versions = new AtomicReferenceArray<>(changes.length + 1);
    }

    CalendarYear asKnown(long knownOn) {
      int found = Arrays.binarySearch(changes, knownOn);
      int version = found >= 0 ? found + 1 : -found - 1;
      @Nullable CalendarYear known = versions.get(version);
      if (known == null) {
        LocalDate day = version == 0 ? LocalDate.MIN : LocalDate.ofEpochDay(changes[version - 1]);
        known = new CalendarYear(calendar, year, day);
        versions.set(version, known);
      }
      return known;
    }
  }
}
