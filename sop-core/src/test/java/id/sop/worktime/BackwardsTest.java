package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.worktime.MinuteModel.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counting back from a date and from a moment. */
class BackwardsTest {
  private static final long SEED = 2026_03_17L;
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final LocalDate KNOWN = LocalDate.of(2026, 12, 31);
  private static final LocalDate FIRST = LocalDate.of(2024, 2, 1);
  private static final int DAYS = 1_040;
  private static final WorkCalendar CALENDAR = WorkCalendar.indonesia();

  private static Instant wib(LocalDateTime local) {
    return local.atZone(WIB).toInstant();
  }

  private static LocalDateTime before(LocalDate date, Waktu.Paling time, WorkCalendar calendar) {
    Waktu waktu =
        new Waktu.Relatif(Optional.of(time), Waktu.Arah.SEBELUM, new Waktu.Acuan.Hari(date));
    Instant due = calendar.due(Instant.EPOCH, waktu, WIB, KNOWN).dueAt().orElseThrow();
    return LocalDateTime.ofInstant(due, WIB);
  }

  private static LocalDateTime before(LocalDateTime end, Waktu.Paling time) {
    Instant at = CALENDAR.before(wib(end), time, WIB, KNOWN).dueAt().orElseThrow();
    return LocalDateTime.ofInstant(at, WIB);
  }

  @ParameterizedTest(name = "{1} before {0} is {2}")
  @CsvSource({
    "2026-02-18T16:00, 1 hari kerja, 2026-02-13T16:30",
    "2026-02-18T10:00, 1 hari kerja, 2026-02-13T10:00",
    "2026-02-18T12:30, 1 hari kerja, 2026-02-13T13:30",
    "2026-02-18T06:00, 1 hari kerja, 2026-02-13T07:30",
    "2026-02-15T16:00, 1 hari kerja, 2026-02-13T07:30",
    "2026-02-18T08:30, 2 jam, 2026-02-13T15:30",
    "2026-02-18T09:30, 2 jam, 2026-02-18T07:30",
    "2026-02-18T13:00, 1 jam, 2026-02-18T11:00",
    "2026-02-18T14:00, 1 jam, 2026-02-18T13:00",
    "2026-02-18T16:00, 3 hari kalender, 2026-02-15T16:00",
    "2026-02-16T15:00, 3 hari kalender, 2026-02-13T15:00",
    "2026-02-18T16:00, 1 minggu, 2026-02-11T16:00",
    "2026-03-31T16:00, 1 bulan, 2026-02-28T15:00",
    "2026-02-18T16:00, 1 x 24 jam, 2026-02-17T16:00",
    "2026-02-18T16:00, 2 hari kalender berakhir pada hari kerja, 2026-02-13T16:30",
  })
  void a_reminder_lies_so_long_before_a_moment(String end, String time, String at) {
    Waktu.Paling length = (Waktu.Paling) WaktuParser.parse(time).waktu().orElseThrow();

    assertThat(before(LocalDateTime.parse(end), length)).isEqualTo(LocalDateTime.parse(at));
  }

  @Test
  void days_before_a_date_are_what_stepping_back_day_by_day_finds() {
    Random random = new Random(SEED);
    for (Office office : List.of(Office.FIVE_DAYS, Office.SIX_DAYS, Office.SERVICE_DESK)) {
      MinuteModel model = new MinuteModel(office, KNOWN);
      WorkCalendar calendar =
          switch (office) {
            case SIX_DAYS -> WorkCalendar.indonesiaSixDays();
            case SERVICE_DESK -> CALENDAR.forServiceDesk();
            default -> CALENDAR;
          };
      for (int i = 0; i < 5_000; i++) {
        LocalDate date = FIRST.plusDays(60 + random.nextInt(DAYS - 60));
        int n = 1 + random.nextInt(25);
        Konvensi convention = Konvensi.values()[random.nextInt(Konvensi.values().length)];

        LocalDate expected = date;
        for (int left = n; left > 0; ) {
          expected = expected.minusDays(1);
          left -= model.isFree(expected) ? 0 : 1;
        }

        assertThat(
                before(date, new Waktu.Paling(n, Satuan.HARI_KERJA), calendar.counting(convention))
                    .toLocalDate())
            .as("seed %s, %s, %s before %s, %s", SEED, office, n, date, convention)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void so_many_days_before_a_working_day_and_after_that_is_the_day_again() {
    Random random = new Random(SEED + 1);
    for (int i = 0; i < 20_000; i++) {
      LocalDate date = FIRST.plusDays(random.nextInt(DAYS));
      Waktu.Paling time = new Waktu.Paling(1 + random.nextInt(40), Satuan.HARI_KERJA);

      LocalDateTime due = before(date, time, CALENDAR);
      LocalDateTime back =
          LocalDateTime.ofInstant(
              CALENDAR.due(wib(due), time, WIB, KNOWN).dueAt().orElseThrow(), WIB);

      LocalDate again = date;
      while (!CALENDAR.isWorkingDay(again, KNOWN)) {
        again = again.plusDays(1);
      }
      assertThat(back.toLocalDate())
          .as("seed %s, round %s, %s before %s", SEED, i, time, date)
          .isEqualTo(again);
    }
  }

  @Test
  void office_time_before_a_moment_is_all_that_is_left_until_it() {
    Random random = new Random(SEED + 2);
    for (int i = 0; i < 20_000; i++) {
      LocalDateTime end =
          FIRST
              .plusDays(20 + random.nextInt(DAYS))
              .atStartOfDay()
              .plusMinutes(random.nextInt(1_440));
      Waktu.Paling time = new Waktu.Paling(1 + random.nextInt(3_000), Satuan.MENIT_KERJA);
      LocalDateTime at = before(end, time);

      assertThat(CALENDAR.workingTime(wib(at), wib(end), WIB, KNOWN).toMinutes())
          .as("seed %s, round %s, %s before %s", SEED, i, time, end)
          .isEqualTo(time.jumlah());
      // A minute later there is less: the office is open then.
      assertThat(CALENDAR.workingTime(wib(at.plusMinutes(1)), wib(end), WIB, KNOWN).toMinutes())
          .as("seed %s, round %s, %s before %s", SEED, i, time, end)
          .isEqualTo(time.jumlah() - 1);
    }
  }

  @Test
  void a_later_moment_has_no_earlier_reminder() {
    Random random = new Random(SEED + 3);
    Satuan[] units = Satuan.values();
    for (int i = 0; i < 20_000; i++) {
      LocalDateTime end =
          FIRST
              .plusDays(60 + random.nextInt(DAYS))
              .atStartOfDay()
              .plusMinutes(random.nextInt(1_440));
      LocalDateTime later = end.plusMinutes(random.nextInt(6_000));
      Waktu.Paling time =
          new Waktu.Paling(1 + random.nextInt(20), units[random.nextInt(units.length)]);

      if (time.satuan() != Satuan.BULAN) {
        assertThat(before(later, time))
            .as("seed %s, round %s, %s before %s and %s", SEED, i, time, end, later)
            .isAfterOrEqualTo(before(end, time));
      }
      assertThat(before(end, time)).as("%s before %s", time, end).isBefore(end);
    }
  }

  @Test
  void what_is_counted_back_adds_up_and_leaves_no_gap() {
    Random random = new Random(SEED + 4);
    for (int i = 0; i < 2_000; i++) {
      LocalDate date = FIRST.plusDays(60 + random.nextInt(DAYS - 60));
      Waktu.Paling time = new Waktu.Paling(1 + random.nextInt(20), Satuan.HARI_KERJA);
      Waktu waktu =
          new Waktu.Relatif(Optional.of(time), Waktu.Arah.SEBELUM, new Waktu.Acuan.Hari(date));
      List<Explanation.Part> parts =
          CALENDAR.explain(Term.of(Instant.EPOCH, waktu), WIB, KNOWN).parts();
      Map<PartKind, Integer> kinds = new HashMap<>();
      parts.forEach(p -> kinds.merge(p.kind(), 1, Integer::sum));

      assertThat(kinds)
          .as("seed %s, %s", SEED, waktu.teks())
          .containsEntry(PartKind.HARI_KERJA, time.jumlah());
      for (int p = 1; p < parts.size(); p++) {
        assertThat(parts.get(p).from()).isEqualTo(parts.get(p - 1).to());
      }
      assertThat(parts.get(parts.size() - 1).to()).isEqualTo(wib(date.atStartOfDay()));
    }
  }

  @Test
  void what_lies_beyond_the_calendar_is_noted_and_not_thrown() {
    for (LocalDate date : List.of(LocalDate.MIN, LocalDate.of(1, 1, 2), LocalDate.MAX)) {
      for (Satuan unit : Satuan.values()) {
        for (Waktu.Arah side : List.of(Waktu.Arah.SEBELUM, Waktu.Arah.SETELAH)) {
          Waktu waktu =
              new Waktu.Relatif(
                  Optional.of(new Waktu.Paling(10_000, unit)), side, new Waktu.Acuan.Hari(date));

          assertThat(CALENDAR.due(Instant.EPOCH, waktu, WIB, KNOWN)).isNotNull();
        }
      }
      assertThat(
              CALENDAR.due(
                  Instant.EPOCH,
                  new Waktu.Relatif(Optional.empty(), Waktu.Arah.PADA, new Waktu.Acuan.Hari(date)),
                  WIB,
                  KNOWN))
          .isNotNull();
    }
    for (Instant end : List.of(Instant.MIN, Instant.MAX)) {
      for (Satuan unit : Satuan.values()) {
        assertThat(CALENDAR.before(end, new Waktu.Paling(10_000, unit), WIB, KNOWN)).isNotNull();
      }
    }
  }
}
