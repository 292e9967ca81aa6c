package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Language;
import id.sop.problem.Texts;
import id.sop.worktime.CalendarDay;
import id.sop.worktime.Closure;
import id.sop.worktime.ClosureKind;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import id.sop.worktime.WorkCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IcsCalendarTest {
  private static final LocalDate LATER = LocalDate.of(2027, 12, 31);
  private static final String SOUND =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Kabupaten//Libur//ID
      BEGIN:VEVENT
      UID:1
      DTSTAMP:20261001T000000Z
      CREATED:20260930T180000Z
      DTSTART;VALUE=DATE:20270104
      DTEND;VALUE=DATE:20270106
      SUMMARY:Hari jadi\\, "kabupaten"
      END:VEVENT
      BEGIN:VEVENT
      UID:2
      DTSTAMP:20261001T000000Z
      DTSTART;VALUE=DATE:20270108
      SUMMARY:Cuti Bersama Hari jadi
      END:VEVENT
      END:VCALENDAR
      """;

  @TempDir Path home;

  private WorkCalendar.Reading read(String text) throws IOException {
    Path file = home.resolve("libur.ics");
    Files.writeString(file, text);
    return CalendarLayers.over(WorkCalendar.indonesia(), file);
  }

  @Test
  void its_days_are_days_off_that_are_unconfirmed_and_known_since_they_were_written()
      throws IOException {
    WorkCalendar calendar = read(SOUND).calendar().orElseThrow();

    List<Closure> closures = calendar.closures(LocalDate.of(2027, 1, 1), LATER, LATER);
    assertThat(closures)
        .extracting(c -> c.date() + " " + c.kind() + " " + c.nama() + " " + c.knownFrom())
        .containsExactly(
            "2027-01-04 LIBUR_NASIONAL Hari jadi, \"kabupaten\" 2026-10-01",
            "2027-01-05 LIBUR_NASIONAL Hari jadi, \"kabupaten\" 2026-10-01",
            "2027-01-08 CUTI_BERSAMA Cuti Bersama Hari jadi 2026-10-01");
    assertThat(closures).allMatch(Closure::unconfirmed);
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 4), LocalDate.of(2026, 9, 30))).isTrue();
  }

  @Test
  void a_day_that_a_decree_has_confirmed_stays_confirmed() throws IOException {
    WorkCalendar calendar =
        read(SOUND.replace("20270104", "20261225").replace("20270106", "20261226"))
            .calendar()
            .orElseThrow();

    CalendarDay christmas = calendar.day(LocalDate.of(2026, 12, 25), LATER);

    assertThat(christmas.closures()).extracting(Closure::kind).contains(ClosureKind.LIBUR_NASIONAL);
    assertThat(
            calendar
                .due(
                    Instant.parse("2026-12-23T03:00:00Z"),
                    Waktu.paling(1, Satuan.HARI_KERJA),
                    ZoneId.of("Asia/Jakarta"),
                    LATER)
                .notes())
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource({
    "BEGIN:VCALENDAR, BEGIN:VCARD, 1:1 NOT_A_CALENDAR",
    "DTSTART;VALUE=DATE:20270108, DTSTART:20270108T100000Z, 12:1 NOT_A_DAY",
    "DTSTART;VALUE=DATE:20270108, DTSTART;VALUE=DATE:30270108, 12:1 NOT_A_DAY",
    "DTEND;VALUE=DATE:20270106, DTEND;VALUE=DATE:20270306, 4:1 TOO_LONG",
    "DTEND;VALUE=DATE:20270106, DTEND;VALUE=DATE:20270104, 4:1 TOO_LONG",
    "SUMMARY:Cuti Bersama Hari jadi, LOCATION:x, 12:1 NO_NAME",
    "SUMMARY:Cuti Bersama Hari jadi, 'SUMMARY:x\nRRULE:FREQ=YEARLY', 12:1 REPEATED",
    "SUMMARY:Cuti Bersama Hari jadi, 'SUMMARY:x\nSTATUS:CANCELLED', 12:1 CANCELLED",
  })
  void each_slip_is_found_at_its_event(String was, String is, String problem) throws IOException {
    assertThat(
            read(SOUND.replace(was, is.replace("\\n", "\n"))).problems().stream()
                .map(p -> p.place().line() + ":" + p.place().column() + " " + p.code().name()))
        .contains(problem);
  }

  @Test
  void an_event_without_a_date_of_knowledge_is_refused() throws IOException {
    WorkCalendar.Reading reading =
        read(
            SOUND
                .replace("DTSTAMP:20261001T000000Z\n", "")
                .replace("CREATED:20260930T180000Z\n", ""));

    assertThat(reading.calendar()).isEmpty();
    assertThat(reading.problems()).extracting(p -> p.code().name()).containsOnly("NOT_DATED");
  }

  @Test
  void what_is_no_calendar_at_all_is_a_problem_and_no_exception() throws IOException {
    for (String text :
        List.of("", "\u0000", "BEGIN:VCALENDAR", "BEGIN:VEVENT\nEND:VCALENDAR", SOUND + SOUND)) {
      assertThat(read(text).calendar()).as(text).isEmpty();
      assertThat(read(text).problems()).as(text).isNotEmpty();
    }
  }

  @Test
  void a_file_that_is_too_large_or_not_text_is_refused() throws IOException {
    Path file = home.resolve("besar.ics");
    Files.write(file, new byte[(1 << 20) + 1]);
    Path binary = home.resolve("biner.ics");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThat(CalendarLayers.over(WorkCalendar.indonesia(), file).problems())
        .extracting(p -> p.code().name())
        .containsExactly("TOO_MUCH");
    assertThat(CalendarLayers.over(WorkCalendar.indonesia(), binary).problems())
        .extracting(p -> p.code().name())
        .containsExactly("BAD_LINE");
  }

  @ParameterizedTest
  @EnumSource(IcsCode.class)
  void every_code_speaks_both_languages(IcsCode code) {
    for (Language language : Language.values()) {
      assertThat(Texts.text(code, language, List.of("a", "b", "c"))).isNotBlank();
      assertThat(Texts.hint(code, language, List.of("a", "b", "c"))).isNotBlank();
    }
  }
}
