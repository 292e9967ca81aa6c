package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Language;
import id.sop.worktime.Explanation.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final LocalDate NOW = LocalDate.of(2026, 12, 31);
  private final WorkCalendar calendar = WorkCalendar.indonesia();

  @Test
  void each_skipped_day_names_the_decree_that_closes_it() {
    Explanation explanation = explain("2026-03-17T14:00", "1 hari kerja");

    assertThat(lines(explanation))
        .containsExactly(
            "2026-03-17T14:00 2026-03-18T00:00 HARI_AWAL Konvensi hari-berikut",
            "2026-03-18T00:00 2026-03-19T00:00 CUTI_BERSAMA " + SKB_2026,
            "2026-03-19T00:00 2026-03-20T00:00 LIBUR_NASIONAL " + SKB_2026,
            "2026-03-20T00:00 2026-03-21T00:00 CUTI_BERSAMA " + SKB_2026,
            "2026-03-21T00:00 2026-03-22T00:00 LIBUR_NASIONAL " + SKB_2026,
            "2026-03-22T00:00 2026-03-23T00:00 LIBUR_NASIONAL " + SKB_2026,
            "2026-03-23T00:00 2026-03-24T00:00 CUTI_BERSAMA " + SKB_2026,
            "2026-03-24T00:00 2026-03-25T00:00 CUTI_BERSAMA " + SKB_2026,
            "2026-03-25T00:00 2026-03-25T16:00 HARI_KERJA Perpres 21/2023");
    assertThat(explanation.deadline())
        .isEqualTo(calendar.due(at("2026-03-17T14:00"), waktu("1 hari kerja"), WIB, NOW));
  }

  private static final String SKB_2026 =
      "SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025";

  @Test
  void a_person_can_read_it_in_both_languages() {
    List<Part> parts = explain("2026-03-18T10:00", "1 hari kerja").parts();

    assertThat(parts.get(1).text(Language.ID))
        .isEqualTo("Kamis, 19 Maret 2026: libur nasional, Hari Suci Nyepi Tahun Baru Saka 1948.");
    assertThat(parts.get(1).text(Language.EN))
        .startsWith("Thursday, 19 March 2026: national holiday, ");
    assertThat(parts.get(parts.size() - 1).text(Language.ID))
        .isEqualTo("Rabu, 25 Maret 2026: hari kerja ke-1.");
  }

  @Test
  void office_time_is_said_stretch_by_stretch() {
    Explanation explanation = explain("2026-06-12T11:00", "3 jam");

    assertThat(lines(explanation))
        .containsExactly(
            "2026-06-12T11:00 2026-06-12T11:30 JAM_KERJA Perpres 21/2023",
            "2026-06-12T11:30 2026-06-12T13:00 DI_LUAR_JAM_KERJA Perpres 21/2023",
            "2026-06-12T13:00 2026-06-12T15:30 JAM_KERJA Perpres 21/2023");
    assertThat(explanation.parts().get(2).text(Language.ID))
        .isEqualTo("Jumat, 12 Juni 2026: 2 jam 30 menit waktu kerja.");
  }

  @Test
  void a_stop_is_a_stretch_of_its_own_with_its_reason() {
    ClockStop stop =
        new ClockStop(
            at("2026-06-09T10:00"), Optional.of(at("2026-06-10T10:00")), "menunggu kelengkapan");
    Term term = new Term(at("2026-06-08T09:00"), waktu("2 hari kerja"), List.of(stop));

    Explanation explanation = calendar.explain(term, WIB, NOW);

    assertThat(explanation.parts())
        .filteredOn(p -> p.kind() == PartKind.DIHENTIKAN)
        .extracting(p -> p.text(Language.ID))
        .containsExactly(
            "Selasa, 9 Juni 2026 – Rabu, 10 Juni 2026: waktu dihentikan. menunggu kelengkapan");
    assertThat(explanation.deadline().dueAt()).contains(at("2026-06-11T16:00"));
  }

  @Test
  void a_last_day_that_moves_says_to_where_and_why() {
    Explanation explanation =
        explain("2026-06-09T10:00", "4 hari kalender berakhir pada hari kerja");

    assertThat(explanation.parts())
        .extracting(Part::kind)
        .containsExactly(
            PartKind.HARI_AWAL,
            PartKind.MENURUT_KALENDER,
            PartKind.AKHIR_PEKAN,
            PartKind.AKHIR_PEKAN,
            PartKind.HARI_PENGGANTI);
    assertThat(explanation.deadline().dueAt()).contains(at("2026-06-15T16:00"));
  }

  @Test
  void a_shortest_time_has_a_moment_before_which_it_is_too_early_and_no_deadline() {
    Explanation explanation = explain("2026-06-08T10:00", "paling cepat 2 hari kerja");

    assertThat(explanation.deadline().dueAt()).isEmpty();
    assertThat(explanation.notBefore()).contains(at("2026-06-10T16:00"));
    assertThat(explanation.parts()).hasSize(3);
  }

  @Test
  void without_a_moment_there_is_nothing_to_explain() {
    assertThat(explain("2026-06-08T10:00", "sesuai jadwal").parts()).isEmpty();
    assertThat(explain("2026-06-08T10:00", "2 menit/berkas").parts()).isEmpty();
  }

  /** The parts follow each other from the event to the deadline, and add up to what was allowed. */
  @Test
  void the_parts_of_any_explanation_add_up() {
    long seed = 24_2026L;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      Konvensi konvensi = List.of(Konvensi.values()).get(random.nextInt(3));
      Satuan satuan = List.of(Satuan.values()).get(random.nextInt(Satuan.values().length));
      LocalDateTime start =
          LocalDateTime.parse("2023-12-01T00:00").plusSeconds(random.nextInt(94_000_000));
      Waktu.Paling limit =
          new Waktu.Paling(1 + random.nextInt(satuan == Satuan.BULAN ? 2 : 20), satuan);
      Term term =
          new Term(
              start.atZone(WIB).toInstant(), limit, stops(random, start.atZone(WIB).toInstant()));
      WorkCalendar office = calendar.counting(konvensi);

      Explanation explanation = office.explain(term, WIB, NOW);

      String told = "seed " + seed + ", round " + round + ", " + konvensi + ", " + term;
      Instant cursor = term.start();
      for (Part part : explanation.parts()) {
        assertThat(part.from()).as(told).isEqualTo(cursor);
        assertThat(part.to()).as(told).isAfter(part.from());
        cursor = part.to();
      }
      assertThat(explanation.deadline()).as(told).isEqualTo(office.due(term, WIB, NOW));
      assertThat(explanation.deadline().dueAt()).as(told).contains(cursor);
      assertThat(missing(office, explanation, limit)).as(told).isBetween(-1e-4, 1e-4);
    }
  }

  private static List<ClockStop> stops(Random random, Instant start) {
    List<ClockStop> stops = new ArrayList<>();
    for (int left = random.nextInt(3); left > 0; left--) {
      Instant from = start.plusSeconds(1 + random.nextInt(800_000));
      stops.add(ClockStop.of(from, from.plusSeconds(1 + random.nextInt(300_000))));
    }
    return stops;
  }

  /** What was allowed less what the parts counted: working days, or else hours. */
  private static double missing(WorkCalendar office, Explanation explanation, Waktu.Paling limit) {
    double counted = 0;
    for (Part part : explanation.parts()) {
      double seconds = part.counted().toNanos() / 1e9;
      if (limit.satuan() == Satuan.HARI_KERJA && !part.counted().isZero()) {
        Duration day =
            office.officeHours(part.first(), NOW).stream()
                .map(i -> Duration.between(i.from(), i.to()))
                .reduce(Duration.ZERO, Duration::plus);
        seconds /= day.toSeconds();
      }
      counted += seconds;
    }
    return switch (limit.satuan()) {
      case HARI_KERJA -> limit.jumlah() - counted;
      case MENIT_KERJA -> limit.jumlah() - counted / 60;
      case JAM_KERJA, JAM_KALENDER -> limit.jumlah() - counted / 3600;
      // These end with the office hours, not after so many hours.
      case HARI_KALENDER, HARI_KALENDER_SAMPAI_HARI_KERJA, MINGGU, BULAN -> 0;
    };
  }

  private Explanation explain(String start, String text) {
    return calendar.explain(Term.of(at(start), waktu(text)), WIB, NOW);
  }

  private static List<String> lines(Explanation explanation) {
    return explanation.parts().stream()
        .map(
            p ->
                p.from().atZone(WIB).toLocalDateTime()
                    + " "
                    + p.to().atZone(WIB).toLocalDateTime()
                    + " "
                    + p.kind()
                    + " "
                    + p.source())
        .toList();
  }

  private static Waktu waktu(String text) {
    return WaktuParser.parse(text).waktu().orElseThrow();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WIB).toInstant();
  }
}
