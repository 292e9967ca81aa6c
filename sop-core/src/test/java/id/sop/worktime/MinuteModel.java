package id.sop.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is due when, found the plain way: one minute after the other, with hours, holidays and their
 * decrees written out anew. It shares no code and no data with the library.
 */
final class MinuteModel {
  static final int DAY = 24 * 60;

  private static final int[] ORDINARY = {450, 720, 780, 960};
  private static final int[] ORDINARY_FRIDAY = {450, 690, 780, 990};
  private static final int[] RAMADAN = {480, 720, 750, 900};
  private static final int[] RAMADAN_FRIDAY = {480, 690, 750, 930};
  private static final int[] SIX = {450, 720, 780, 885};
  private static final int[] SIX_FRIDAY = {450, 690, 780, 915};
  private static final int[] SIX_RAMADAN = {480, 720, 750, 840};
  private static final int[] SIX_RAMADAN_FRIDAY = {480, 690, 750, 840};
  private static final int[] NIGHT = {0, 360, 1320, 1440};
  private static final int[] ROUND_THE_CLOCK = {0, 720, 720, 1440};

  /** Date, day of its decree, and L for a holiday, C for collective leave. */
  private static final String DAYS_OFF =
      """
      2023-09-12 L 2024-01-01 2024-02-08 2024-02-10 2024-03-11 2024-03-29 2024-03-31 2024-04-10 2024-04-11 2024-05-01
      2023-09-12 L 2024-05-09 2024-05-23 2024-06-01 2024-06-17 2024-07-07 2024-08-17 2024-09-16 2024-12-25
      2023-09-12 C 2024-02-09 2024-03-12 2024-04-08 2024-04-09 2024-04-12 2024-04-15 2024-05-10 2024-05-24 2024-06-18
      2023-09-12 C 2024-12-26
      2024-02-06 L 2024-02-14
      2024-11-21 L 2024-11-27
      2024-10-14 L 2025-01-01 2025-01-27 2025-01-29 2025-03-29 2025-03-31 2025-04-01 2025-04-18 2025-04-20 2025-05-01
      2024-10-14 L 2025-05-12 2025-05-29 2025-06-01 2025-06-06 2025-06-27 2025-08-17 2025-09-05 2025-12-25
      2024-10-14 C 2025-01-28 2025-03-28 2025-04-02 2025-04-03 2025-04-04 2025-04-07 2025-05-13 2025-05-30 2025-06-09
      2024-10-14 C 2025-12-26
      2025-08-07 C 2025-08-18
      2025-09-19 L 2026-01-01 2026-01-16 2026-02-17 2026-03-19 2026-03-21 2026-03-22 2026-04-03 2026-04-05 2026-05-01
      2025-09-19 L 2026-05-14 2026-05-27 2026-05-31 2026-06-01 2026-06-16 2026-08-17 2026-08-25 2026-12-25
      2025-09-19 C 2026-02-16 2026-03-18 2026-03-20 2026-03-23 2026-03-24 2026-05-15 2026-05-28 2026-12-24
      """;

  private static final String RAMADANS =
      """
      2024-03-10 2024-03-12 2024-04-09
      2025-02-28 2025-03-01 2025-03-30
      2026-02-17 2026-02-19 2026-03-20
      """;

  /** The offices that are asked about. */
  enum Office {
    FIVE_DAYS,
    SIX_DAYS,
    SERVICE_DESK,
    NIGHT_DESK,
    ROUND_THE_CLOCK
  }

  /** A decree on one date. */
  private record DayOff(LocalDate known, boolean leave) {}

  private static final Map<LocalDate, DayOff> OFF = new HashMap<>();

  static {
    for (String line : DAYS_OFF.strip().lines().toList()) {
      List<String> words = List.of(line.strip().split(" "));
      for (String date : words.subList(2, words.size())) {
        OFF.put(
            LocalDate.parse(date),
            new DayOff(LocalDate.parse(words.get(0)), words.get(1).equals("C")));
      }
    }
  }

  /** The days that the model knows: long enough before and after those that are asked about. */
  private static final LocalDate FIRST = LocalDate.of(2023, 7, 1);

  private static final int DAYS = 365 * 5;

  private final Office office;
  private final LocalDate knownOn;
  private final int[][] hours = new int[DAYS][];
  private final BitSet open = new BitSet(DAYS * DAY);

  /** An office as it was known on a day; every minute of its days is written down. */
  MinuteModel(Office office, LocalDate knownOn) {
    this.office = office;
    this.knownOn = knownOn;
    for (int day = 0; day < DAYS; day++) {
      hours[day] = open(FIRST.plusDays(day));
      for (int i = 0; i < hours[day].length; i += 2) {
        open.set(day * DAY + hours[day][i], day * DAY + hours[day][i + 1]);
      }
    }
  }

  private static int minute(LocalDateTime at) {
    return (int) ChronoUnit.MINUTES.between(FIRST.atStartOfDay(), at);
  }

  private static LocalDateTime at(int minute) {
    return FIRST.atStartOfDay().plusMinutes(minute);
  }

  private static int day(LocalDate date) {
    return (int) ChronoUnit.DAYS.between(FIRST, date);
  }

  /**
   * When a file is due, stepping.
   *
   * @param stops from and to, in pairs, in order and apart
   * @return when it is due; to the minute, or the second for shares of a day
   */
  LocalDateTime due(
      Konvensi konvensi, LocalDateTime start, Waktu.Paling waktu, List<LocalDateTime> stops) {
    int n = waktu.jumlah();
    return switch (waktu.satuan()) {
      case MENIT_KERJA -> officeMinutes(start, n, stops);
      case JAM_KERJA -> officeMinutes(start, 60 * n, stops);
      case JAM_KALENDER -> wall(start, start.plusHours(n), stops);
      case HARI_KERJA -> workingDays(konvensi, start, n, stops);
      case HARI_KALENDER -> wall(begins(konvensi, start), lastDay(konvensi, start, n), stops);
      case HARI_KALENDER_SAMPAI_HARI_KERJA ->
          onWorkingDay(wall(begins(konvensi, start), lastDay(konvensi, start, n), stops));
      case MINGGU -> wall(begins(konvensi, start), lastDay(konvensi, start, 7 * n), stops);
      case BULAN -> wall(begins(konvensi, start), lastMonth(konvensi, start, n), stops);
    };
  }

  private LocalDateTime officeMinutes(LocalDateTime start, int n, List<LocalDateTime> stops) {
    int[] stopped = stopped(stops);
    int left = n;
    for (int minute = minute(start); ; minute++) {
      if (open.get(minute) && !isStopped(minute, stopped)) {
        left--;
        if (left == 0) {
          return at(minute + 1);
        }
      }
    }
  }

  /** Each stopped minute before the end puts the end off by one. */
  private static LocalDateTime wall(
      LocalDateTime counted, LocalDateTime end, List<LocalDateTime> stops) {
    int due = minute(end);
    int begin = minute(counted);
    int[] stopped = stopped(stops);
    for (int minute = begin; minute < due; minute++) {
      if (isStopped(minute, stopped)) {
        due++;
      }
    }
    return at(due);
  }

  private LocalDateTime workingDays(
      Konvensi konvensi, LocalDateTime start, int n, List<LocalDateTime> stops) {
    if (konvensi == Konvensi.BERGULIR) {
      return shares(start, n, stops);
    }
    LocalDate date = firstDay(konvensi, start).minusDays(1);
    for (int left = n; left > 0; ) {
      date = date.plusDays(1);
      left -= isFree(date) ? 0 : 1;
    }
    return stops.isEmpty() ? closing(date) : shares(begins(konvensi, start), n, stops);
  }

  /** Each minute of office time weighs one over the minutes of its day. */
  private LocalDateTime shares(LocalDateTime start, int n, List<LocalDateTime> stops) {
    // Every length of a day divides this, so the sum is exact.
    final long whole = 5_148_000;
    int[] stopped = stopped(stops);
    long left = n * whole;
    for (int minute = minute(start); ; minute++) {
      if (open.get(minute) && !isStopped(minute, stopped)) {
        long each = whole / minutes(minute / DAY);
        if (left <= each) {
          return at(minute).plusSeconds((left * 60 + each - 1) / each);
        }
        left -= each;
      }
    }
  }

  /** From when time counts. */
  private LocalDateTime begins(Konvensi konvensi, LocalDateTime start) {
    return switch (konvensi) {
      case HARI_BERIKUT -> start.toLocalDate().plusDays(1).atStartOfDay();
      case INKLUSIF ->
          start.isBefore(closing(start.toLocalDate()))
              ? start.toLocalDate().atStartOfDay()
              : start.toLocalDate().plusDays(1).atStartOfDay();
      case BERGULIR -> start;
    };
  }

  /** Day 1. */
  private LocalDate firstDay(Konvensi konvensi, LocalDateTime start) {
    return begins(konvensi, start).toLocalDate();
  }

  private LocalDateTime lastDay(Konvensi konvensi, LocalDateTime start, int n) {
    return konvensi == Konvensi.BERGULIR
        ? start.plusDays(n)
        : closing(firstDay(konvensi, start).plusDays(n - 1));
  }

  private LocalDateTime lastMonth(Konvensi konvensi, LocalDateTime start, int n) {
    if (konvensi == Konvensi.BERGULIR) {
      return start.plusMonths(n);
    }
    if (konvensi == Konvensi.HARI_BERIKUT) {
      return closing(start.toLocalDate().plusMonths(n));
    }
    LocalDate first = firstDay(konvensi, start);
    LocalDate last = first.plusMonths(n);
    return closing(last.getDayOfMonth() < first.getDayOfMonth() ? last : last.minusDays(1));
  }

  private LocalDateTime onWorkingDay(LocalDateTime end) {
    // An end at midnight is that of the day before.
    LocalDate date = end.minusMinutes(1).toLocalDate();
    while (isFree(date) || closing(date).isBefore(end)) {
      date = date.plusDays(1);
    }
    return closing(date);
  }

  private static int[] stopped(List<LocalDateTime> stops) {
    return stops.stream().mapToInt(MinuteModel::minute).toArray();
  }

  private static boolean isStopped(int minute, int[] stopped) {
    for (int i = 0; i < stopped.length; i += 2) {
      if (minute >= stopped[i] && minute < stopped[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private int minutes(int day) {
    return hours[day][1] - hours[day][0] + hours[day][3] - hours[day][2];
  }

  private LocalDateTime closing(LocalDate date) {
    int[] open = openOn(date);
    int minute =
        open.length > 0
            ? open[3]
            : switch (office) {
              case FIVE_DAYS, SERVICE_DESK -> isRamadan(date) ? 900 : 960;
              case SIX_DAYS -> isRamadan(date) ? 840 : 885;
              case NIGHT_DESK, ROUND_THE_CLOCK -> 1440;
            };
    return date.atStartOfDay().plusMinutes(minute);
  }

  boolean isFree(LocalDate date) {
    return openOn(date).length == 0;
  }

  private int[] openOn(LocalDate date) {
    return hours[day(date)];
  }

  private int[] open(LocalDate date) {
    DayOff off = OFF.get(date);
    if (off != null
        && !off.known().isAfter(knownOn)
        && !(office == Office.SERVICE_DESK && off.leave())) {
      return new int[0];
    }
    boolean friday = date.getDayOfWeek() == DayOfWeek.FRIDAY;
    boolean saturday = date.getDayOfWeek() == DayOfWeek.SATURDAY;
    boolean sunday = date.getDayOfWeek() == DayOfWeek.SUNDAY;
    boolean ramadan = isRamadan(date);
    return switch (office) {
      case FIVE_DAYS, SERVICE_DESK -> {
        if (saturday || sunday) {
          yield new int[0];
        }
        yield ramadan ? (friday ? RAMADAN_FRIDAY : RAMADAN) : friday ? ORDINARY_FRIDAY : ORDINARY;
      }
      case SIX_DAYS -> {
        if (sunday) {
          yield new int[0];
        }
        yield ramadan ? (friday ? SIX_RAMADAN_FRIDAY : SIX_RAMADAN) : friday ? SIX_FRIDAY : SIX;
      }
      case NIGHT_DESK -> saturday || sunday ? new int[0] : NIGHT;
      case ROUND_THE_CLOCK -> ROUND_THE_CLOCK;
    };
  }

  private boolean isRamadan(LocalDate date) {
    if (office == Office.NIGHT_DESK || office == Office.ROUND_THE_CLOCK) {
      return false;
    }
    return RAMADANS
        .strip()
        .lines()
        .map(line -> line.strip().split(" "))
        .anyMatch(
            days ->
                !LocalDate.parse(days[0]).isAfter(knownOn)
                    && !date.isBefore(LocalDate.parse(days[1]))
                    && !date.isAfter(LocalDate.parse(days[2])));
  }
}
