package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The forms of a waktu and the conventions of counting days. */
class DeadlineFormsTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final LocalDate NOW = LocalDate.of(2026, 12, 31);
  private final WorkCalendar calendar = WorkCalendar.indonesia();

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2026-06-12T15:00, 1 x 24 jam, 2026-06-13T15:00",
    "2026-06-12T15:00:07, 2 x 24 jam, 2026-06-14T15:00:07",
    "2026-06-08T10:00, 1 minggu, 2026-06-15T16:00",
    "2026-06-12T10:00, 2 minggu, 2026-06-26T16:30",
    "2025-01-31T10:00, 1 bulan, 2025-02-28T16:30",
    "2024-01-31T10:00, 1 bulan, 2024-02-29T16:00",
    "2026-06-30T10:00, 2 bulan, 2026-08-30T16:00",
    "2025-12-12T10:00, 1 bulan, 2026-01-12T16:00",
    // Ends on a working day; procurement.
    "2026-06-08T10:00, 3 hari kalender berakhir pada hari kerja, 2026-06-11T16:00",
    "2026-06-08T10:00, 5 hari kalender berakhir pada hari kerja, 2026-06-15T16:00",
    "2026-03-13T10:00, 5 hari kalender berakhir pada hari kerja, 2026-03-25T16:00",
    "2026-06-08T10:00, 1-2 hari, 2026-06-10T16:00",
    "2026-06-08T10:00, 1 hari maksimal 3 hari kerja, 2026-06-11T16:00",
    "2026-06-08T10:00, paling lama 2 hari, 2026-06-10T16:00",
    "2026-06-08T10:00, 120 menit / 3 hari, 2026-06-11T16:00",
    "2026-06-12T16:00, 120 menit / 1 x 24 jam, 2026-06-15T09:00",
  })
  void each_form_has_its_limit(LocalDateTime start, String waktu, LocalDateTime due) {
    assertThat(due(calendar, start, waktu)).isEqualTo(due);
  }

  @ParameterizedTest(name = "{0} + {1} = {2} inclusive, {3} rolling")
  @CsvSource({
    "2026-06-08T09:00, 1 hari kerja, 2026-06-08T16:00, 2026-06-09T09:00",
    "2026-06-08T15:59:59, 1 hari kerja, 2026-06-08T16:00, 2026-06-09T15:59:59",
    "2026-06-08T16:00, 1 hari kerja, 2026-06-09T16:00, 2026-06-09T16:00",
    "2026-06-08T07:00, 1 hari kerja, 2026-06-08T16:00, 2026-06-08T16:00",
    "2026-06-13T10:00, 1 hari kerja, 2026-06-15T16:00, 2026-06-15T16:00",
    "2026-06-12T11:15, 1 hari kerja, 2026-06-12T16:30, 2026-06-15T11:15",
    // Half of an ordinary day is half of a day of Ramadan.
    "2026-02-18T11:15, 1 hari kerja, 2026-02-18T16:00, 2026-02-19T11:15",
    "2026-06-08T09:00, 3 hari kalender, 2026-06-10T16:00, 2026-06-11T09:00",
    "2026-06-08T17:00, 3 hari kalender, 2026-06-11T16:00, 2026-06-11T17:00",
    "2026-06-08T09:00, 1 minggu, 2026-06-14T16:00, 2026-06-15T09:00",
    "2026-06-05T09:00, 1 bulan, 2026-07-04T16:00, 2026-07-05T09:00",
    "2025-01-31T09:00, 1 bulan, 2025-02-28T16:30, 2025-02-28T09:00",
    "2026-06-08T15:00, 2 jam, 2026-06-09T08:30, 2026-06-09T08:30",
  })
  void days_are_counted_by_the_convention_of_the_unit(
      LocalDateTime start, String waktu, LocalDateTime inclusive, LocalDateTime rolling) {
    assertThat(due(calendar.counting(Konvensi.INKLUSIF), start, waktu)).isEqualTo(inclusive);
    assertThat(due(calendar.counting(Konvensi.BERGULIR), start, waktu)).isEqualTo(rolling);
  }

  @Test
  void a_convention_stays_with_the_calendar_under_further_layers() {
    WorkCalendar inclusive = calendar.counting(Konvensi.INKLUSIF);

    assertThat(inclusive.forServiceDesk().konvensi()).isEqualTo(Konvensi.INKLUSIF);
    assertThat(inclusive.with("kosong.yaml", "keputusan: []\n").calendar().orElseThrow().konvensi())
        .isEqualTo(Konvensi.INKLUSIF);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"paling cepat 3 hari", "2 menit/berkas", "sesuai kebutuhan", "sesuai jadwal"})
  void some_forms_set_no_moment(String waktu) {
    assertThat(deadline("2026-06-08T09:00", waktu).dueAt()).isEmpty();
  }

  @Test
  void a_form_that_leaves_something_open_says_what() {
    assertThat(codes(deadline("2026-06-08T09:00", "2 menit/berkas")))
        .containsExactly("QUANTITY_MISSING");
    assertThat(codes(deadline("2026-06-08T09:00", "1 jam / 1 hari")))
        .containsExactly("LAST_CHOICE");
    assertThat(new Waktu.PerItem(new Waktu.Paling(2, Satuan.MENIT_KERJA), "berkas").untuk(30))
        .isEqualTo(new Waktu.Paling(60, Satuan.MENIT_KERJA));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Waktu.PerItem(new Waktu.Paling(2, Satuan.MENIT_KERJA), "berkas").untuk(0));
  }

  @Test
  void a_range_and_a_target_say_what_is_aimed_at() {
    assertThat(waktu("1-2 hari").sasaran()).contains(new Waktu.Paling(1, Satuan.HARI_KERJA));
    assertThat(waktu("1 hari maksimal 14 hari").sasaran())
        .contains(new Waktu.Paling(1, Satuan.HARI_KERJA));
    assertThat(waktu("1 hari maksimal 14 hari").batas())
        .contains(new Waktu.Paling(14, Satuan.HARI_KERJA));
    assertThat(waktu("14 hari").sasaran()).isEmpty();
  }

  @Test
  void an_office_with_six_days_works_on_saturday_and_its_hours_are_an_assumption() {
    WorkCalendar six = WorkCalendar.indonesiaSixDays();
    LocalDate monday = LocalDate.of(2026, 6, 8);

    assertThat(due(six, LocalDateTime.parse("2026-06-12T10:00"), "1 hari"))
        .isEqualTo(LocalDateTime.parse("2026-06-13T14:45"));
    assertThat(codes(six.due(at("2026-06-12T10:00"), waktu("1 hari"), WIB, NOW)))
        .containsExactly("HOURS_UNCONFIRMED");
    assertThat(week(six, monday)).isEqualTo(Duration.ofMinutes(37 * 60 + 30));
    assertThat(week(six, LocalDate.of(2026, 3, 2))).isEqualTo(Duration.ofMinutes(32 * 60 + 30));
  }

  private static Duration week(WorkCalendar calendar, LocalDate monday) {
    return calendar.workingTime(
        monday.atStartOfDay(WIB).toInstant(),
        monday.plusDays(7).atStartOfDay(WIB).toInstant(),
        WIB,
        NOW);
  }

  @Test
  void a_desk_can_be_open_day_and_night() {
    WorkCalendar desk =
        calendar
            .with(
                "igd.yaml",
                """
                jamKerja:
                  - nama: Gawat darurat
                    sumber: Keputusan direktur
                    diketahui: 2026-01-05
                    mulai: 2026-01-05
                    hari:
                      senin: [00:00-24:00]
                      selasa: [00:00-24:00]
                      rabu: [00:00-06:00, 22:00-24:00]
                    tutupHariLain: 24:00
                """)
            .calendar()
            .orElseThrow();

    assertThat(desk.officeHours(LocalDate.of(2026, 6, 10), NOW))
        .hasToString("[00:00-06:00, 22:00-24:00]");
    assertThat(due(desk, LocalDateTime.parse("2026-06-08T09:00"), "1 hari"))
        .isEqualTo(LocalDateTime.parse("2026-06-10T00:00"));
    assertThat(due(desk, LocalDateTime.parse("2026-06-08T23:00"), "30 jam"))
        .isEqualTo(LocalDateTime.parse("2026-06-10T05:00"));
    assertThat(due(desk, LocalDateTime.parse("2026-06-10T05:00"), "3 jam"))
        .isEqualTo(LocalDateTime.parse("2026-06-11T00:00"));
  }

  @ParameterizedTest
  @EnumSource(Satuan.class)
  void no_instant_is_too_extreme_to_be_answered(Satuan satuan) {
    for (Instant start :
        List.of(
            Instant.MIN,
            Instant.parse("0000-12-31T23:00:00Z"),
            Instant.parse("9999-12-31T23:59:59Z"),
            Instant.parse("+10000-01-01T00:00:00Z"),
            Instant.MAX)) {
      for (Konvensi konvensi : Konvensi.values()) {
        for (ZoneId zone :
            List.of(WIB, ZoneId.of("Pacific/Kiritimati"), ZoneId.of("Europe/Paris"))) {
          WorkCalendar office = calendar.counting(konvensi);
          Waktu waktu = Waktu.paling(10_000, satuan);
          Term term = new Term(start, waktu, List.of(ClockStop.of(start, Instant.MAX)));

          Deadline deadline = office.due(start, waktu, zone);

          assertThat(deadline.dueAt().isPresent() || codes(deadline).contains("BEYOND_CALENDAR"))
              .as("%s %s %s", start, konvensi, zone)
              .isTrue();
          assertThat(office.explain(term, zone, NOW).deadline().notes()).isNotNull();
          assertThat(office.remaining(term, Instant.MAX, zone, NOW)).isNotNull();
        }
      }
    }
  }

  @Test
  void an_office_abroad_closes_by_the_clock_of_the_day_on_which_it_is_due() {
    ZoneId paris = ZoneId.of("Europe/Paris");
    Instant friday = LocalDateTime.parse("2026-03-27T10:00").atZone(paris).toInstant();

    assertThat(calendar.due(friday, waktu("1 hari"), paris, NOW).dueAt())
        .contains(Instant.parse("2026-03-30T14:00:00Z"));
    assertThat(calendar.due(friday, waktu("8 jam"), paris, NOW).dueAt())
        .contains(Instant.parse("2026-03-30T08:30:00Z"));
  }

  @Test
  void the_office_time_of_all_time_can_be_asked() {
    assertThat(calendar.workingTime(Instant.MIN, Instant.MIN, WIB, NOW)).isZero();
    assertThat(
            calendar.workingTime(
                Instant.MAX, Instant.parse("9999-12-27T00:00:00Z"), WIB, LocalDate.MIN))
        .isNegative();
  }

  @Test
  void what_is_known_on_the_first_and_the_last_day_can_be_asked() {
    assertThat(calendar.due(at("2026-06-08T09:00"), waktu("1 hari"), WIB, LocalDate.MIN).dueAt())
        .contains(at("2026-06-09T16:00"));
    assertThat(calendar.due(at("2026-06-08T09:00"), waktu("1 hari"), WIB, LocalDate.MAX).dueAt())
        .contains(at("2026-06-09T16:00"));
  }

  private LocalDateTime due(WorkCalendar office, LocalDateTime start, String text) {
    return office
        .due(start.atZone(WIB).toInstant(), waktu(text), WIB, NOW)
        .dueAt()
        .orElseThrow()
        .atZone(WIB)
        .toLocalDateTime();
  }

  private Deadline deadline(String start, String text) {
    return calendar.due(at(start), waktu(text), WIB, NOW);
  }

  private static List<String> codes(Deadline deadline) {
    return deadline.notes().stream().map(n -> n.code().name()).toList();
  }

  private static Waktu waktu(String text) {
    return WaktuParser.parse(text).waktu().orElseThrow();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WIB).toInstant();
  }
}
