package id.sop.worktime;

import static id.sop.worktime.OfficeDay.DAY;

import java.time.Instant;

/** Counts back from a moment. */
final class Backwards {
  private final Deadlines deadlines;
  private final OfficeTime office;

  Backwards(Deadlines deadlines, OfficeTime office) {
    this.deadlines = deadlines;
    this.office = office;
  }

  Instant before(Instant end, Waktu.Paling time) {
    int n = time.jumlah();
    long local = deadlines.local(end);
    // Midnight is the end of the day before it.
    long day = OfficeTime.dayOf(local - 1);
    return switch (time.satuan()) {
      case MENIT_KERJA -> beforeOfficeTime(local, n * 60L);
      case JAM_KERJA -> beforeOfficeTime(local, n * 3_600L);
      case JAM_KALENDER -> end.minusSeconds(n * 3_600L);
      case HARI_KERJA -> workingDay(office.workingDayBefore(day, n), day, local);
      case HARI_KALENDER -> calendarDay(day - n, day, local);
      case HARI_KALENDER_SAMPAI_HARI_KERJA -> closing(office.workingDayBefore(day - n + 1, 1));
      case MINGGU -> calendarDay(day - 7L * n, day, local);
      case BULAN -> calendarDay(OfficeTime.date(day).minusMonths(n).toEpochDay(), day, local);
    };
  }

  /** When a duty that must be done so long before a day is due; the day does not count. */
  Instant before(long day, Waktu.Paling time) {
    int n = time.jumlah();
    return switch (time.satuan()) {
      case MENIT_KERJA, JAM_KERJA, JAM_KALENDER -> before(deadlines.instant(day * DAY, 0), time);
      case HARI_KERJA -> closing(office.workingDayBefore(day, n));
      case HARI_KALENDER -> closing(day - n);
      case HARI_KALENDER_SAMPAI_HARI_KERJA -> closing(office.workingDayBefore(day - n + 1, 1));
      case MINGGU -> closing(day - 7L * n);
      case BULAN -> closing(OfficeTime.date(day).minusMonths(n).toEpochDay());
    };
  }

  private Instant beforeOfficeTime(long local, long seconds) {
    return deadlines.instant(office.before(local, seconds), 0);
  }

  /** At the same share of the hours of {@code target} as {@code local} is of those of its day. */
  private Instant workingDay(long target, long day, long local) {
    OfficeDay hours = office.day(day);
    OfficeDay there = office.day(target);
    int second = (int) (local - day * DAY);
    if (hours.isWorking() && second >= hours.closing()) {
      return closing(target);
    }
    long gone = hours.elapsed(second);
    return deadlines.instant(
        target * DAY
            + (gone == 0
                ? there.at(1) - 1
                : there.at((int) Math.max(1, gone * there.seconds() / hours.seconds()))),
        0);
  }

  /** At the same hour, but the end of the office hours stays the end of the office hours. */
  private Instant calendarDay(long target, long day, long local) {
    long same = target * DAY + (local - day * DAY);
    long closes = office.closing(target);
    int order = Long.compare(local, office.closing(day));
    long at = order == 0 ? closes : order < 0 ? Math.min(same, closes) : Math.max(same, closes);
    return deadlines.instant(at, 0);
  }

  private Instant closing(long day) {
    return deadlines.instant(office.closing(day), 0);
  }
}
