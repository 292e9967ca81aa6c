package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Language;
import id.sop.problem.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final LocalDate NOW = LocalDate.of(2026, 12, 31);
  private final WorkCalendar calendar = WorkCalendar.indonesia();

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2026-02-13T09:00, 1 hari kerja, 2026-02-18T16:00",
    "2026-03-17T09:00, 1 hari kerja, 2026-03-25T16:00",
    "2025-03-27T09:00, 1 hari kerja, 2025-04-08T16:00",
    "2024-04-05T09:00, 1 hari kerja, 2024-04-16T16:00",
    "2025-08-15T09:00, 1 hari kerja, 2025-08-19T16:00",
    "2024-11-26T09:00, 1 hari kerja, 2024-11-28T16:00",
    "2026-05-13T09:00, 2 hari kerja, 2026-05-19T16:00",
    // Ramadan, and the first days after it.
    "2026-03-02T08:00, 1 hari kerja, 2026-03-03T15:00",
    "2026-03-05T09:00, 1 hari kerja, 2026-03-06T15:30",
    "2026-03-09T09:00, 3 hari kerja, 2026-03-12T15:00",
    "2026-03-17T09:00, 3 hari kerja, 2026-03-27T16:30",
    "2026-02-17T23:00, 2 hari kerja, 2026-02-19T15:00",
    // The hour of the start does not matter, nor whether the office works on its day.
    "2026-06-08T00:00, 1 hari kerja, 2026-06-09T16:00",
    "2026-06-08T23:59:59, 1 hari kerja, 2026-06-09T16:00",
    "2026-06-06T10:00, 1 hari kerja, 2026-06-08T16:00",
    "2026-06-07T10:00, 1 hari kerja, 2026-06-08T16:00",
    // Over the end of a year.
    "2025-12-24T10:00, 1 hari kerja, 2025-12-29T16:00",
    "2025-12-31T10:00, 1 hari kerja, 2026-01-02T16:30",
  })
  void working_days_end_with_the_office_hours_of_the_last_one(
      LocalDateTime start, String waktu, LocalDateTime due) {
    assertThat(due(start, waktu, NOW)).isEqualTo(due);
    assertThat(due(start, waktu, start.toLocalDate())).isEqualTo(due);
  }

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2026-03-26T10:00, 4 hari kalender, 2026-03-30T16:00",
    "2026-06-17T10:00, 2 hari kalender, 2026-06-19T16:30",
    "2026-06-18T10:00, 2 hari kalender, 2026-06-20T16:00",
    "2026-06-18T10:00, 3 hari kalender, 2026-06-21T16:00",
    "2026-04-30T10:00, 1 hari kalender, 2026-05-01T16:00",
    "2026-03-05T10:00, 1 hari kalender, 2026-03-06T15:30",
    "2026-03-06T10:00, 1 hari kalender, 2026-03-07T15:00",
    "2025-12-31T23:30, 1 hari kalender, 2026-01-01T16:00",
  })
  void calendar_days_end_with_office_hours_too(
      LocalDateTime start, String waktu, LocalDateTime due) {
    assertThat(due(start, waktu, NOW)).isEqualTo(due);
  }

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2026-06-08T15:00, 2 jam, 2026-06-09T08:30",
    "2026-06-08T15:00, 1 jam, 2026-06-08T16:00",
    "2026-06-08T15:00, 61 menit, 2026-06-09T07:31",
    "2026-06-08T06:00, 30 menit, 2026-06-08T08:00",
    "2026-06-08T07:30, 270 menit, 2026-06-08T12:00",
    "2026-06-08T07:30, 271 menit, 2026-06-08T13:01",
    "2026-06-08T12:00, 1 menit, 2026-06-08T13:01",
    "2026-06-08T12:30, 1 jam, 2026-06-08T14:00",
    "2026-06-08T16:00, 1 menit, 2026-06-09T07:31",
    "2026-06-08T20:00, 1 jam, 2026-06-09T08:30",
    "2026-06-12T11:00, 1 jam, 2026-06-12T13:30",
    "2026-06-12T16:00, 1 jam, 2026-06-15T08:00",
    "2026-06-13T10:00, 1 jam, 2026-06-15T08:30",
    "2026-06-08T10:00:30, 10 menit, 2026-06-08T10:10:30",
    // The last ordinary day before Ramadan, the first day of it, the last working day in it.
    "2026-02-18T15:30, 1 jam, 2026-02-19T08:30",
    "2026-02-19T14:30, 1 jam, 2026-02-20T08:30",
    "2026-03-17T14:30, 1 jam, 2026-03-25T08:00",
    "2025-12-31T15:30, 1 jam, 2026-01-02T08:00",
  })
  void hours_and_minutes_run_only_while_the_office_is_open(
      LocalDateTime start, String waktu, LocalDateTime due) {
    assertThat(due(start, waktu, NOW)).isEqualTo(due);
  }

  @Test
  void a_day_off_decreed_later_moves_the_deadline_only_for_who_knows_it() {
    LocalDateTime friday = LocalDateTime.parse("2025-08-15T09:00");

    assertThat(due(friday, "1 hari", LocalDate.of(2025, 8, 6)))
        .isEqualTo(LocalDateTime.parse("2025-08-18T16:00"));
    assertThat(due(friday, "1 hari", LocalDate.of(2025, 8, 7)))
        .isEqualTo(LocalDateTime.parse("2025-08-19T16:00"));
  }

  @Test
  void without_another_word_a_question_is_asked_as_known_on_the_day_of_the_start() {
    LocalDateTime before = LocalDateTime.parse("2024-11-20T09:00");

    Deadline deadline =
        calendar.due(before.atZone(WIB).toInstant(), Waktu.paling(5, Satuan.HARI_KERJA), WIB);

    assertThat(deadline.dueAt())
        .contains(LocalDateTime.parse("2024-11-27T16:00").atZone(WIB).toInstant());
  }

  @ParameterizedTest(name = "{0}: due {1}")
  @CsvSource({
    "Asia/Jakarta, 2026-06-09T09:00:00Z",
    "Asia/Pontianak, 2026-06-09T09:00:00Z",
    "Asia/Makassar, 2026-06-09T08:00:00Z",
    "Asia/Jayapura, 2026-06-10T07:00:00Z",
  })
  void each_office_counts_in_its_own_zone(String zone, String due) {
    // Monday evening in the west and the centre, already Tuesday in the east.
    var start = Instant.parse("2026-06-08T15:30:00Z");

    assertThat(calendar.due(start, Waktu.paling(1, Satuan.HARI_KERJA), ZoneId.of(zone)).dueAt())
        .contains(Instant.parse(due));
  }

  @Test
  void a_schedule_or_the_rules_set_no_moment() {
    var start = LocalDateTime.parse("2026-06-08T09:00").atZone(WIB).toInstant();

    assertThat(calendar.due(start, Waktu.sesuaiJadwal(), WIB)).isEqualTo(Deadline.none());
    assertThat(calendar.due(start, new Waktu.MenurutAturan(), WIB)).isEqualTo(Deadline.none());
  }

  @Test
  void a_year_without_a_decree_is_answered_with_a_warning() {
    Deadline deadline = deadline("2026-12-29T09:00", "3 hari kerja", NOW);

    assertThat(deadline.dueAt())
        .contains(LocalDateTime.parse("2027-01-01T16:30").atZone(WIB).toInstant());
    assertThat(deadline.notes())
        .extracting(n -> n.code().name() + n.facts())
        .containsExactly("YEAR_UNKNOWN[2027]");
    assertThat(deadline.notes().get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(deadline.notes().get(0).text(Language.ID)).contains("2027");
    assertThat(deadline.notes().get(0).hint(Language.EN)).contains("2027");
  }

  @ParameterizedTest(name = "{0} + {1}, as known on {2}: {3}")
  @CsvSource({
    "2026-06-08T09:00, 1 hari kerja, 2026-06-08, []",
    "2026-06-08T09:00, 2 hari kalender, 2026-06-08, []",
    "2026-06-08T09:00, 1 jam kerja, 2026-06-08, []",
    "2026-01-05T09:00, 1 hari kerja, 2025-09-18, [YEAR_UNKNOWN]",
    "2026-01-05T09:00, 1 hari kerja, 2025-09-19, []",
    "2025-05-12T09:00, 1 hari kerja, 2026-12-31, [CLOSURE_UNCONFIRMED]",
    "2025-05-13T09:00, 1 jam kerja, 2026-12-31, [CLOSURE_UNCONFIRMED]",
    "2025-05-12T09:00, 2 hari kalender, 2026-12-31, []",
    "2026-03-02T09:00, 1 hari kerja, 2026-03-02, [SEASON_UNCONFIRMED]",
    "2026-02-13T09:00, 1 hari kerja, 2026-03-02, []",
    "2026-06-08T11:00, 3 jam kerja, 2026-06-08, [BREAK_UNCONFIRMED]",
    "2026-03-02T11:00, 3 jam kerja, 2026-03-02, [SEASON_UNCONFIRMED]",
    "2023-01-02T09:00, 1 hari kerja, 2026-12-31, '[YEAR_UNKNOWN, HOURS_UNCONFIRMED]'",
    "1995-09-25T09:00, 1 hari kerja, 2026-12-31, '[YEAR_UNKNOWN, HOURS_UNCONFIRMED, HOURS_ASSUMED]'",
    "2023-05-02T09:00, 1 hari kerja, 2026-12-31, [YEAR_UNKNOWN]",
  })
  void a_deadline_says_what_it_rests_on(
      String start, String waktu, LocalDate knownOn, String codes) {
    assertThat(deadline(start, waktu, knownOn).notes().stream().map(n -> n.code().name()).toList())
        .hasToString(codes);
  }

  @Test
  void office_time_between_two_moments_leaves_out_nights_breaks_and_week_ends() {
    var friday = LocalDateTime.parse("2026-06-12T11:00").atZone(WIB).toInstant();
    var monday = LocalDateTime.parse("2026-06-15T08:00").atZone(WIB).toInstant();

    assertThat(calendar.workingTime(friday, monday, WIB, NOW))
        .isEqualTo(Duration.ofMinutes(30 + 210 + 30));
    assertThat(calendar.workingTime(monday, friday, WIB, NOW))
        .isEqualTo(Duration.ofMinutes(-30 - 210 - 30));
    assertThat(calendar.workingTime(monday, monday, WIB, NOW)).isZero();
  }

  private LocalDateTime due(LocalDateTime start, String text, LocalDate knownOn) {
    return deadline(start.toString(), text, knownOn)
        .dueAt()
        .orElseThrow()
        .atZone(WIB)
        .toLocalDateTime();
  }

  private Deadline deadline(String start, String text, LocalDate knownOn) {
    Waktu waktu = WaktuParser.parse(text).waktu().orElseThrow();
    return calendar.due(LocalDateTime.parse(start).atZone(WIB).toInstant(), waktu, WIB, knownOn);
  }
}
