package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What must hold of every deadline, on seeded random starts, times, zones and days of knowledge.
 */
class DeadlineLawsTest {
  private static final long SEED = 21_2023_2026L;
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Asia/Jakarta"), ZoneId.of("Asia/Makassar"), ZoneId.of("Asia/Jayapura"));
  private static final LocalDate FIRST = LocalDate.of(2023, 11, 1);
  private static final List<Satuan> SATUAN =
      List.of(Satuan.MENIT_KERJA, Satuan.JAM_KERJA, Satuan.HARI_KERJA, Satuan.HARI_KALENDER);
  private static final int DAYS = 38 * 31;
  private final WorkCalendar calendar = WorkCalendar.indonesia();
  private final Random random = new Random(SEED);

  private record Question(LocalDateTime start, Waktu.Paling waktu, ZoneId zone, LocalDate knownOn) {
    Instant instant() {
      return start.atZone(zone).toInstant();
    }
  }

  private Question question() {
    LocalDate date = FIRST.plusDays(random.nextInt(DAYS));
    Satuan satuan = SATUAN.get(random.nextInt(SATUAN.size()));
    int most =
        switch (satuan) {
          case MENIT_KERJA -> 1_500;
          case JAM_KERJA -> 60;
          default -> 40;
        };
    return new Question(
        date.atStartOfDay().plusMinutes(random.nextInt(24 * 60)),
        new Waktu.Paling(1 + random.nextInt(most), satuan),
        ZONES.get(random.nextInt(ZONES.size())),
        random.nextInt(4) == 0
            ? LocalDate.of(2026, 12, 31)
            : date.plusDays(random.nextInt(60) - 30));
  }

  private LocalDateTime due(Question q) {
    Instant due = calendar.due(q.instant(), q.waktu(), q.zone(), q.knownOn()).dueAt().orElseThrow();
    return due.atZone(q.zone()).toLocalDateTime();
  }

  @Test
  void a_deadline_is_what_stepping_through_every_minute_finds() {
    for (int i = 0; i < 24_000; i++) {
      Question question = question();

      assertThat(due(question))
          .as("seed %s, round %s, %s", SEED, i, question)
          .isEqualTo(new Stepper(question.knownOn()).due(question.start(), question.waktu()));
    }
  }

  @Test
  void a_later_start_or_a_longer_time_is_never_due_earlier() {
    for (int i = 0; i < 5_000; i++) {
      Question q = question();
      LocalDateTime later = q.start().plusMinutes(random.nextInt(5_000));
      Waktu.Paling longer =
          new Waktu.Paling(q.waktu().jumlah() + random.nextInt(20), q.waktu().satuan());

      assertThat(due(new Question(later, q.waktu(), q.zone(), q.knownOn())))
          .as("seed %s, round %s, %s, later %s", SEED, i, q, later)
          .isAfterOrEqualTo(due(q));
      assertThat(due(new Question(q.start(), longer, q.zone(), q.knownOn())))
          .as("seed %s, round %s, %s, longer %s", SEED, i, q, longer)
          .isAfterOrEqualTo(due(q));
    }
  }

  @Test
  void a_deadline_in_working_time_lies_within_office_hours() {
    for (int i = 0; i < 5_000; i++) {
      Question q = question();
      LocalDateTime due = due(q);
      List<OfficeInterval> hours = calendar.officeHours(due.toLocalDate(), q.knownOn());

      if (q.waktu().satuan() != Satuan.HARI_KALENDER) {
        assertThat(hours)
            .as("seed %s, round %s, %s, due %s", SEED, i, q, due)
            .anyMatch(
                h -> h.from().isBefore(due.toLocalTime()) && !h.to().isBefore(due.toLocalTime()));
      }
      assertThat(due).isAfter(q.start());
    }
  }

  @Test
  void the_office_time_until_a_deadline_in_minutes_is_what_was_allowed() {
    for (int i = 0; i < 5_000; i++) {
      Question q = question();
      Waktu.Paling minutes = new Waktu.Paling(q.waktu().jumlah(), Satuan.MENIT_KERJA);
      Instant due = calendar.due(q.instant(), minutes, q.zone(), q.knownOn()).dueAt().orElseThrow();

      assertThat(calendar.workingTime(q.instant(), due, q.zone(), q.knownOn()))
          .as("seed %s, round %s, %s", SEED, i, q)
          .isEqualTo(Duration.ofMinutes(minutes.jumlah()));
    }
  }

  @Test
  void two_times_in_a_row_are_due_when_their_sum_is() {
    for (int i = 0; i < 5_000; i++) {
      Question q = question();
      Waktu.Paling more = new Waktu.Paling(1 + random.nextInt(20), q.waktu().satuan());
      Waktu.Paling sum = new Waktu.Paling(q.waktu().jumlah() + more.jumlah(), q.waktu().satuan());

      assertThat(due(new Question(due(q), more, q.zone(), q.knownOn())))
          .as("seed %s, round %s, %s, then %s", SEED, i, q, more)
          .isEqualTo(due(new Question(q.start(), sum, q.zone(), q.knownOn())));
    }
  }

  /** Counts the plain way, one minute or one day after the other, with hours written out anew. */
  private static final class Stepper {
    private static final boolean[] DAY = minutes(450, 720, 780, 960);
    private static final boolean[] FRIDAY = minutes(450, 690, 780, 990);
    private static final boolean[] RAMADAN_DAY = minutes(480, 720, 750, 900);
    private static final boolean[] RAMADAN_FRIDAY = minutes(480, 690, 750, 930);
    private static final ImmutableListMultimap<LocalDate, Closure> CLOSURES =
        Multimaps.index(
            WorkCalendar.indonesia().closures(LocalDate.MIN, LocalDate.MAX, LocalDate.MAX),
            Closure::date);
    private final LocalDate knownOn;

    private static boolean[] minutes(int opens, int rests, int resumes, int closes) {
      boolean[] minutes = new boolean[24 * 60];
      Arrays.fill(minutes, opens, rests, true);
      Arrays.fill(minutes, resumes, closes, true);
      return minutes;
    }

    Stepper(LocalDate knownOn) {
      this.knownOn = knownOn;
    }

    LocalDateTime due(LocalDateTime start, Waktu.Paling waktu) {
      int n = waktu.jumlah();
      return switch (waktu.satuan()) {
        case MENIT_KERJA -> minutes(start, n);
        case JAM_KERJA -> minutes(start, n * 60);
        case HARI_KERJA -> days(start.toLocalDate(), n);
        case HARI_KALENDER -> closing(start.toLocalDate().plusDays(n));
        default -> throw new IllegalArgumentException(waktu.teks());
      };
    }

    private LocalDateTime minutes(LocalDateTime start, int minutes) {
      LocalDate date = start.toLocalDate();
      int minute = start.getHour() * 60 + start.getMinute();
      int left = minutes;
      while (true) {
        if (isFree(date)) {
          minute = 24 * 60;
        }
        boolean[] open = open(date.getDayOfWeek() == DayOfWeek.FRIDAY, isRamadan(date));
        for (; minute < 24 * 60; minute++) {
          if (open[minute] && --left == 0) {
            return date.atTime(LocalTime.ofSecondOfDay((minute + 1) * 60L));
          }
        }
        date = date.plusDays(1);
        minute = 0;
      }
    }

    private LocalDateTime days(LocalDate start, int days) {
      LocalDate date = start;
      for (int left = days; left > 0; ) {
        date = date.plusDays(1);
        if (!isFree(date)) {
          left--;
        }
      }
      return closing(date);
    }

    private LocalDateTime closing(LocalDate date) {
      boolean friday = date.getDayOfWeek() == DayOfWeek.FRIDAY && !isFree(date);
      int hour = isRamadan(date) ? 15 : 16;
      return date.atTime(hour, friday ? 30 : 0);
    }

    private boolean isFree(LocalDate date) {
      return date.getDayOfWeek().getValue() > 5
          || CLOSURES.get(date).stream().anyMatch(c -> !c.knownFrom().isAfter(knownOn));
    }

    private static boolean[] open(boolean friday, boolean ramadan) {
      if (ramadan) {
        return friday ? RAMADAN_FRIDAY : RAMADAN_DAY;
      }
      return friday ? FRIDAY : DAY;
    }

    private boolean isRamadan(LocalDate date) {
      return ramadan(date, 2024, "2024-03-10", "2024-03-12", "2024-04-09")
          || ramadan(date, 2025, "2025-02-28", "2025-03-01", "2025-03-30")
          || ramadan(date, 2026, "2026-02-17", "2026-02-19", "2026-03-20");
    }

    private boolean ramadan(LocalDate date, int year, String isbat, String from, String to) {
      return date.getYear() == year
          && date.getMonthValue() < 5
          && !LocalDate.parse(isbat).isAfter(knownOn)
          && !date.isBefore(LocalDate.parse(from))
          && !date.isAfter(LocalDate.parse(to));
    }
  }
}
