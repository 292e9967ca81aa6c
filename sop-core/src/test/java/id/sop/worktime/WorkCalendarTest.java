package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Problem;
import id.sop.worktime.WorkCalendar.Reading;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
  private static final LocalDate NOW = LocalDate.of(2026, 12, 31);
  private final WorkCalendar calendar = WorkCalendar.indonesia();

  @ParameterizedTest(name = "{0} has {1} working days")
  @CsvSource({"2024, 238", "2025, 237", "2026, 240"})
  void a_year_has_its_working_days(int year, long workingDays) {
    assertThat(daysOf(year).filter(d -> calendar.isWorkingDay(d, NOW)).count())
        .isEqualTo(workingDays);
  }

  @ParameterizedTest(name = "{0}: {1} holidays, {2} days of collective leave")
  @CsvSource({"2024, 19, 10", "2025, 17, 11", "2026, 17, 8"})
  void a_year_has_the_days_off_of_its_decrees(int year, long holidays, long leave) {
    var closures = calendar.closures(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), NOW);

    assertThat(closures)
        .filteredOn(c -> c.kind() == ClosureKind.LIBUR_NASIONAL)
        .hasSize((int) holidays);
    assertThat(closures).filteredOn(c -> c.kind() == ClosureKind.CUTI_BERSAMA).hasSize((int) leave);
    assertThat(closures).isSortedAccordingTo((a, b) -> a.date().compareTo(b.date()));
    assertThat(closures).allMatch(c -> !c.source().isBlank() && c.knownFrom().isBefore(c.date()));
  }

  @Test
  void a_holiday_names_the_decree_that_makes_it() {
    CalendarDay day = calendar.day(LocalDate.of(2024, 11, 27), NOW);

    assertThat(day.isWorkingDay()).isFalse();
    assertThat(day.source()).isEqualTo("Keppres 33/2024");
    assertThat(day.closures())
        .extracting(Closure::kind)
        .containsExactly(ClosureKind.LIBUR_NASIONAL);
  }

  @Test
  void a_saturday_is_free_by_the_timetable() {
    CalendarDay day = calendar.day(LocalDate.of(2026, 6, 6), NOW);

    assertThat(day.isWorkingDay()).isFalse();
    assertThat(day.closures()).isEmpty();
    assertThat(day.source()).isEqualTo("Perpres 21/2023");
    assertThat(day.closing()).isEqualTo(LocalTime.of(16, 0));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-06-08, '[07:30-12:00, 13:00-16:00]'",
    "2026-06-12, '[07:30-11:30, 13:00-16:30]'",
    "2026-02-18, '[07:30-12:00, 13:00-16:00]'",
    "2026-02-19, '[08:00-12:00, 12:30-15:00]'",
    "2026-02-20, '[08:00-11:30, 12:30-15:30]'",
    "2026-03-17, '[08:00-12:00, 12:30-15:00]'",
    "2026-03-20, []",
    "2026-03-25, '[07:30-12:00, 13:00-16:00]'",
    "2024-03-13, '[08:00-12:00, 12:30-15:00]'",
    "2025-03-03, '[08:00-12:00, 12:30-15:00]'",
  })
  void each_day_has_its_hours(LocalDate date, String hours) {
    assertThat(calendar.officeHours(date, NOW)).hasToString(hours);
  }

  @Test
  void the_hours_of_a_week_are_those_of_the_perpres() {
    assertThat(minutesOfWeek(LocalDate.of(2026, 6, 8))).isEqualTo(37 * 60 + 30);
    assertThat(minutesOfWeek(LocalDate.of(2026, 3, 2))).isEqualTo(32 * 60 + 30);
  }

  @Test
  void ramadan_has_no_hours_of_its_own_before_the_isbat() {
    LocalDate day = LocalDate.of(2026, 2, 19);

    assertThat(calendar.day(day, LocalDate.of(2026, 2, 16)).timetable())
        .isEqualTo("Jam kerja biasa");
    assertThat(calendar.day(day, LocalDate.of(2026, 2, 17)).timetable())
        .isEqualTo("Jam kerja Ramadan");
  }

  @Test
  void a_day_off_added_late_does_not_count_before_it_was_decreed() {
    LocalDate day = LocalDate.of(2025, 8, 18);

    assertThat(calendar.isWorkingDay(day, LocalDate.of(2025, 8, 6))).isTrue();
    assertThat(calendar.isWorkingDay(day, LocalDate.of(2025, 8, 7))).isFalse();
  }

  @Test
  void a_service_desk_works_on_collective_leave_but_not_on_holidays() {
    WorkCalendar desk = calendar.forServiceDesk();

    assertThat(desk.isWorkingDay(LocalDate.of(2026, 12, 24), NOW)).isTrue();
    assertThat(desk.isWorkingDay(LocalDate.of(2026, 12, 25), NOW)).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2026, 12, 24), NOW)).isFalse();
  }

  @Test
  void only_the_last_four_days_of_collective_leave_of_2025_are_unconfirmed() {
    assertThat(calendar.closures(LocalDate.of(2024, 1, 1), NOW, NOW))
        .filteredOn(Closure::unconfirmed)
        .extracting(c -> c.date().toString())
        .containsExactly("2025-05-13", "2025-05-30", "2025-06-09", "2025-12-26");
  }

  @Test
  void a_region_lays_its_own_holidays_over_the_national_ones() {
    WorkCalendar region =
        over(
            """
            keputusan:
              - sumber: Keputusan Bupati 10/2026
                diketahui: 2026-04-01
                liburDaerah:
                  - { tanggal: 2026-04-13, hari: Senin, nama: Hari jadi kabupaten }
            """);

    assertThat(region.isWorkingDay(LocalDate.of(2026, 4, 13), NOW)).isFalse();
    assertThat(region.isWorkingDay(LocalDate.of(2026, 4, 13), LocalDate.of(2026, 3, 31))).isTrue();
    assertThat(region.isWorkingDay(LocalDate.of(2026, 4, 3), NOW)).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2026, 4, 13), NOW)).isTrue();
  }

  @Test
  void a_desk_has_its_own_hours_and_still_those_of_ramadan() {
    WorkCalendar desk =
        over(
            """
            jamKerja:
              - nama: Loket pengaduan
                sumber: Keputusan kepala kantor 3/2026
                diketahui: 2026-01-05
                mulai: 2026-01-05
                hari:
                  senin: [08:00-15:30]
                  sabtu: [08:00-12:00]
                tutupHariLain: 15:30
            """);

    assertThat(desk.officeHours(LocalDate.of(2026, 6, 8), NOW)).hasToString("[08:00-15:30]");
    assertThat(desk.isWorkingDay(LocalDate.of(2026, 6, 13), NOW)).isTrue();
    assertThat(desk.isWorkingDay(LocalDate.of(2026, 6, 9), NOW)).isFalse();
    assertThat(desk.officeHours(LocalDate.of(2026, 3, 2), NOW))
        .hasToString("[08:00-12:00, 12:30-15:00]");
    assertThat(desk.officeHours(LocalDate.of(2025, 6, 10), NOW))
        .hasToString("[07:30-12:00, 13:00-16:00]");
  }

  @Test
  void a_later_decree_can_take_a_day_back() {
    WorkCalendar amended =
        over(
            """
            keputusan:
              - sumber: SKB perubahan
                diketahui: 2026-10-01
                dicabut:
                  - { tanggal: 2026-12-24, jenis: cutiBersama }
                cutiBersama:
                  - { tanggal: 2026-12-28, nama: Kelahiran Yesus Kristus }
            """);

    assertThat(amended.isWorkingDay(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 9, 30)))
        .isFalse();
    assertThat(amended.isWorkingDay(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 10, 1)))
        .isTrue();
    assertThat(amended.isWorkingDay(LocalDate.of(2026, 12, 28), LocalDate.of(2026, 10, 1)))
        .isFalse();
  }

  @Test
  void taking_a_day_back_leaves_other_kinds_and_what_the_same_decree_sets_anew() {
    WorkCalendar amended =
        over(
            """
            keputusan:
              - sumber: Keputusan bupati
                diketahui: 2026-01-05
                liburDaerah:
                  - { tanggal: 2026-12-24, nama: Hari jadi }
              - sumber: SKB perubahan
                diketahui: 2026-04-01
                dicabut:
                  - { tanggal: 2026-12-24, jenis: cutiBersama }
                  - { tanggal: 2026-05-28, jenis: cutiBersama }
                cutiBersama:
                  - { tanggal: 2026-05-28, nama: Ditetapkan kembali }
                  - { tanggal: 2026-12-24, nama: Ditetapkan kembali }
            """);

    assertThat(amended.day(LocalDate.of(2026, 5, 28), NOW).closures())
        .extracting(Closure::nama)
        .containsExactly("Ditetapkan kembali");
    assertThat(amended.day(LocalDate.of(2026, 12, 24), NOW).closures())
        .extracting(Closure::nama)
        .containsExactly("Hari jadi", "Ditetapkan kembali");
  }

  @Test
  void leave_that_does_not_bind_civil_servants_leaves_the_day_a_working_day() {
    WorkCalendar with =
        over(
            """
            keputusan:
              - sumber: Edaran
                diketahui: 2026-01-05
                liburDaerah:
                  - { tanggal: 2026-07-01, nama: Libur sekolah, tutupBagiAsn: tidak }
            """);

    assertThat(with.day(LocalDate.of(2026, 7, 1), NOW).closures()).hasSize(1);
    assertThat(with.isWorkingDay(LocalDate.of(2026, 7, 1), NOW)).isTrue();
  }

  private WorkCalendar over(String text) {
    Reading reading = calendar.with("lapisan.yaml", text);
    assertThat(reading.problems()).extracting(Problem::toString).isEmpty();
    return reading.calendar().orElseThrow();
  }

  private long minutesOfWeek(LocalDate monday) {
    return monday
        .datesUntil(monday.plusDays(7))
        .flatMap(d -> calendar.officeHours(d, NOW).stream())
        .mapToLong(i -> Duration.between(i.from(), i.to()).toMinutes())
        .sum();
  }

  private static Stream<LocalDate> daysOf(int year) {
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
  }
}
