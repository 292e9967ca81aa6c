package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import id.sop.worktime.MinuteModel.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The library against a model that steps through every minute, on random questions. */
class ReferenceModelTest {
  private static final long SEED = 2023_2026_1447L;
  private static final int ROUNDS = 1_000_000;
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Asia/Jakarta"), ZoneId.of("Asia/Makassar"), ZoneId.of("Asia/Jayapura"));
  private static final LocalDate FIRST = LocalDate.of(2023, 9, 1);
  private static final int DAYS = 3 * 365 + 200;

  /** Around these a slip is likelier to show: ends of years, Ramadan, late decrees. */
  private static final List<LocalDate> SORE =
      List.of(
          LocalDate.of(2023, 12, 29),
          LocalDate.of(2024, 2, 28),
          LocalDate.of(2024, 3, 8),
          LocalDate.of(2024, 4, 5),
          LocalDate.of(2024, 11, 25),
          LocalDate.of(2024, 12, 30),
          LocalDate.of(2025, 2, 27),
          LocalDate.of(2025, 3, 27),
          LocalDate.of(2025, 8, 15),
          LocalDate.of(2025, 12, 30),
          LocalDate.of(2026, 2, 13),
          LocalDate.of(2026, 3, 16));

  private static final Satuan[] SATUAN = Satuan.values();
  private static final Konvensi[] KONVENSI = Konvensi.values();

  private final Random random = new Random(SEED);
  private final Map<Office, WorkCalendar> offices = offices();
  private final Table<Office, Konvensi, WorkCalendar> calendars = HashBasedTable.create();
  private final Map<Office, TreeMap<LocalDate, MinuteModel>> models = new EnumMap<>(Office.class);

  private record Question(
      Office office,
      Konvensi konvensi,
      LocalDateTime start,
      Waktu.Paling waktu,
      List<LocalDateTime> stops,
      ZoneId zone,
      LocalDate knownOn) {
    Term term() {
      List<ClockStop> stopped = new ArrayList<>();
      for (int i = 0; i < stops.size(); i += 2) {
        stopped.add(ClockStop.of(instant(stops.get(i)), instant(stops.get(i + 1))));
      }
      return new Term(instant(start), waktu, stopped);
    }

    Instant instant(LocalDateTime at) {
      return at.atZone(zone).toInstant();
    }
  }

  private static Map<Office, WorkCalendar> offices() {
    Map<Office, WorkCalendar> offices = new EnumMap<>(Office.class);
    WorkCalendar national = WorkCalendar.indonesia();
    offices.put(Office.FIVE_DAYS, national);
    offices.put(Office.SIX_DAYS, WorkCalendar.indonesiaSixDays());
    offices.put(Office.SERVICE_DESK, national.forServiceDesk());
    offices.put(Office.NIGHT_DESK, desk("[00:00-06:00, 22:00-24:00]", 5));
    offices.put(Office.ROUND_THE_CLOCK, desk("[00:00-24:00]", 7));
    return offices;
  }

  /** A desk that keeps its hours in Ramadan too. */
  private static WorkCalendar desk(String hours, int days) {
    StringBuilder text = new StringBuilder("jamKerja:\n");
    for (String season : List.of("", "    masa: ramadan\n")) {
      text.append("  - nama: Loket\n    sumber: Keputusan kepala kantor\n").append(season);
      text.append("    diketahui: 2000-01-01\n    mulai: 2000-01-01\n    hari:\n");
      for (String day : Weekdays.NAMES.subList(0, days)) {
        text.append("      ").append(day).append(": ").append(hours).append('\n');
      }
      text.append("    tutupHariLain: 24:00\n");
    }
    return WorkCalendar.indonesia().with("loket.yaml", text.toString()).calendar().orElseThrow();
  }

  private Question question() {
    LocalDate date =
        random.nextInt(3) == 0
            ? SORE.get(random.nextInt(SORE.size())).plusDays(random.nextInt(5))
            : FIRST.plusDays(random.nextInt(DAYS));
    LocalDateTime start = date.atStartOfDay().plusMinutes(random.nextInt(MinuteModel.DAY));
    Satuan satuan = SATUAN[random.nextInt(SATUAN.length)];
    int most =
        switch (satuan) {
          case MENIT_KERJA -> 600;
          case JAM_KERJA -> 16;
          case JAM_KALENDER -> 100;
          case HARI_KERJA, HARI_KALENDER, HARI_KALENDER_SAMPAI_HARI_KERJA -> 8;
          case MINGGU -> 3;
          case BULAN -> 2;
        };
    if (random.nextInt(200) == 0) {
      most *= 4;
    }
    return new Question(
        List.of(Office.values()).get(random.nextInt(Office.values().length)),
        KONVENSI[random.nextInt(KONVENSI.length)],
        start,
        new Waktu.Paling(1 + random.nextInt(most), satuan),
        stops(start),
        ZONES.get(random.nextInt(ZONES.size())),
        random.nextInt(3) == 0
            ? LocalDate.of(2026, 12, 31)
            : date.plusDays(random.nextInt(60) - 30));
  }

  /** Up to two stops after the start, in order and apart. */
  private List<LocalDateTime> stops(LocalDateTime start) {
    List<LocalDateTime> stops = new ArrayList<>();
    LocalDateTime at = start;
    for (int left = Math.max(random.nextInt(6) - 3, 0); left > 0; left--) {
      LocalDateTime from = at.plusMinutes(random.nextInt(3 * MinuteModel.DAY));
      at = from.plusMinutes(random.nextInt(2 * MinuteModel.DAY));
      stops.add(from);
      stops.add(at);
      at = at.plusMinutes(1);
    }
    return stops;
  }

  private MinuteModel model(Question question) {
    // Between two decrees nothing changes, so one model serves all days of it.
    LocalDate state =
        KNOWLEDGE.stream()
            .filter(d -> !d.isAfter(question.knownOn()))
            .reduce((a, b) -> b)
            .orElse(LocalDate.of(2000, 1, 1));
    return models
        .computeIfAbsent(question.office(), o -> new TreeMap<>())
        .computeIfAbsent(state, day -> new MinuteModel(question.office(), day));
  }

  private WorkCalendar calendar(Question question) {
    return calendars
        .row(question.office())
        .computeIfAbsent(question.konvensi(), offices.get(question.office())::counting);
  }

  private static final List<LocalDate> KNOWLEDGE =
      List.of(
          LocalDate.of(2023, 9, 12),
          LocalDate.of(2024, 2, 6),
          LocalDate.of(2024, 3, 10),
          LocalDate.of(2024, 10, 14),
          LocalDate.of(2024, 11, 21),
          LocalDate.of(2025, 2, 28),
          LocalDate.of(2025, 8, 7),
          LocalDate.of(2025, 9, 19),
          LocalDate.of(2026, 2, 17));

  @Test
  void a_million_deadlines_are_what_stepping_through_the_minutes_finds() {
    for (int round = 0; round < ROUNDS; round++) {
      Question question = question();
      WorkCalendar calendar = calendar(question);
      LocalDateTime expected =
          model(question)
              .due(question.konvensi(), question.start(), question.waktu(), question.stops());

      Instant due =
          calendar.due(question.term(), question.zone(), question.knownOn()).dueAt().orElseThrow();

      if (!due.equals(question.instant(expected))) {
        assertThat(due.atZone(question.zone()).toLocalDateTime())
            .as("seed %s, round %s, %s", SEED, round, question)
            .isEqualTo(expected);
      }
    }
    System.out.printf("figure: %,d deadlines as by the minute model (seed %d)%n", ROUNDS, SEED);
  }
}
