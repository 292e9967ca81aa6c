package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
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
    "2026-03-02T08:00, 1 hari kerja, 2026-03-03T15:00",
    "2026-03-05T09:00, 1 hari kerja, 2026-03-06T15:30",
    "2026-03-17T09:00, 3 hari kerja, 2026-03-27T16:30",
    "2026-03-26T10:00, 4 hari kalender, 2026-03-30T16:00",
    "2026-06-17T10:00, 2 hari kalender, 2026-06-19T16:30",
    "2026-06-15T15:00, 2 jam kerja, 2026-06-17T08:30",
    "2026-06-08T15:00, 2 jam kerja, 2026-06-09T08:30",
    "2026-06-08T15:00, 1 jam kerja, 2026-06-08T16:00",
  })
  void a_start_and_a_time_make_a_deadline(LocalDateTime start, String waktu, LocalDateTime due) {
    assertThat(due(start, waktu, start.toLocalDate())).isEqualTo(due);
  }

  private LocalDateTime due(LocalDateTime start, String text, LocalDate knownOn) {
    Waktu waktu = WaktuParser.parse(text).waktu().orElseThrow();
    return calendar
        .due(start.atZone(WIB).toInstant(), waktu, WIB, knownOn)
        .dueAt()
        .orElseThrow()
        .atZone(WIB)
        .toLocalDateTime();
  }
}
