package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be told of a deadline without counting it, and by which decree it moved. */
class CalendarChangeTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final LocalDate THEN = LocalDate.of(2026, 5, 4);
  private static final LocalDate NOW = LocalDate.of(2026, 6, 1);
  private static final WorkCalendar BASE = WorkCalendar.indonesia();

  private static WorkCalendar with(String entries) {
    WorkCalendar.Reading reading = BASE.with("kalender.yaml", entries);
    return reading.calendar().orElseThrow(() -> new AssertionError(reading.problems()));
  }

  private static String decree(int number, LocalDate signed, LocalDate date) {
    return """
      - sumber: Keputusan %d
        diketahui: %s
        liburDaerah:
          - { tanggal: %s, nama: Libur }
    """
        .formatted(number, signed, date);
  }

  private static WorkCalendar random(Random random) {
    StringBuilder text = new StringBuilder("keputusan:\n");
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      text.append(
          decree(
              i,
              THEN.plusDays(random.nextInt(60) - 30L),
              THEN.plusDays(10L * i + random.nextInt(10))));
    }
    return with(text.toString());
  }

  @Test
  void no_deadline_moves_that_was_not_touched() {
    int moved = 0;
    int touched = 0;
    int all = 0;
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      WorkCalendar before = random.nextBoolean() ? BASE : random(random);
      WorkCalendar after = random.nextBoolean() ? before : random(random);
      CalendarChange change = CalendarChange.between(before, THEN, after, NOW);
      CalendarChange unknown = CalendarChange.sinceUnknown(after);
      for (int i = 0; i < 40; i++) {
        Instant start = THEN.atStartOfDay(WIB).toInstant().plusSeconds(random.nextInt(40 * 86_400));
        Waktu waktu = new Waktu.Paling(1 + random.nextInt(9), Satuan.values()[random.nextInt(6)]);
        Optional<Instant> told = before.due(start, waktu, WIB, THEN).dueAt();
        Optional<Instant> is = after.due(start, waktu, WIB, NOW).dueAt();
        boolean touches = change.touches(start, told.orElseThrow());
        all++;
        touched += touches ? 1 : 0;
        if (!told.equals(is)) {
          moved++;
          assertThat(touches).as("seed %s, %s %s", seed, start, waktu.teks()).isTrue();
          // Nobody knows the calendar before: only one without decrees can be told from this.
          if (before == BASE) {
            assertThat(unknown.touches(start, told.get())).as("seed %s", seed).isTrue();
          }
        }
      }
    }
    assertThat(moved).isGreaterThan(300);
    assertThat(touched).as("not everything is touched").isLessThan(all / 2);
  }

  @Test
  void the_same_calendar_on_the_same_day_touches_nothing() {
    CalendarChange change = CalendarChange.between(BASE, NOW, BASE, NOW);

    assertThat(
            change.touches(
                Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")))
        .isFalse();
  }

  @Test
  void hours_or_a_convention_of_its_own_and_a_calendar_of_the_host_touch_everything() {
    Instant start = Instant.parse("2026-06-08T01:00:00Z");
    DueDates own = (from, waktu, zone, knownOn) -> Deadline.at(from.plus(Duration.ofDays(1)));

    for (DueDates other :
        List.of(WorkCalendar.indonesiaSixDays(), BASE.counting(Konvensi.INKLUSIF), own)) {
      assertThat(CalendarChange.between(BASE, THEN, other, NOW).touches(start, start)).isTrue();
      assertThat(CalendarChange.between(other, THEN, BASE, NOW).touches(start, start)).isTrue();
    }
    assertThat(CalendarChange.sinceUnknown(own).touches(start, start)).isTrue();
    assertThat(CalendarChange.everything().touches(start, start)).isTrue();
  }

  @Test
  void office_hours_that_become_known_touch_what_ends_after_they_begin() {
    WorkCalendar hours =
        with(
            """
            jamKerja:
              - nama: Loket
                sumber: Keputusan kepala kantor
                diketahui: 2026-05-20
                mulai: 2026-06-08
                hari:
                  senin: [09:00-12:00]
                tutupHariLain: 12:00
            """);
    CalendarChange change = CalendarChange.between(hours, THEN, hours, NOW);

    assertThat(
            change.touches(
                Instant.parse("2026-05-25T01:00:00Z"), Instant.parse("2026-06-04T09:00:00Z")))
        .isFalse();
    assertThat(
            change.touches(
                Instant.parse("2026-05-25T01:00:00Z"), Instant.parse("2026-06-08T09:00:00Z")))
        .isTrue();
  }

  @Test
  void the_decree_is_found_by_which_a_deadline_moved_and_no_other() {
    Instant start = Instant.parse("2026-06-08T01:00:00Z");
    Waktu three = Waktu.paling(3, Satuan.HARI_KERJA);
    Optional<Instant> told = BASE.due(start, three, WIB, NOW).dueAt();
    WorkCalendar after =
        with(
            "keputusan:\n"
                + decree(1, LocalDate.of(2026, 6, 9), LocalDate.of(2026, 6, 10))
                + decree(2, LocalDate.of(2026, 6, 9), LocalDate.of(2026, 6, 17))
                + decree(3, LocalDate.of(2026, 6, 12), LocalDate.of(2026, 6, 11)));

    assertThat(after.decrees(Term.of(start, three), told, WIB, LocalDate.of(2026, 6, 10)))
        .containsExactly("Keputusan 1");
    assertThat(after.decrees(Term.of(start, three), told, WIB, LocalDate.of(2026, 6, 12)))
        .containsExactly("Keputusan 1", "Keputusan 3");
    assertThat(after.decrees(Term.of(start, three), told, WIB, NOW)).isEmpty();
    assertThat(after.decrees(Term.of(start, three), Optional.empty(), WIB, NOW)).isEmpty();
  }

  @Test
  void the_hours_of_a_season_are_named_by_what_put_it_in_force() {
    Instant start = Instant.parse("2026-06-08T06:00:00Z");
    Waktu hours = Waktu.paling(3, Satuan.JAM_KERJA);
    WorkCalendar after =
        with(
            """
            masa:
              - { masa: ramadan, nama: Masa percobaan, mulai: 2026-06-08, sampai: 2026-06-12,
                  sumber: Edaran 1, diketahui: 2026-06-09 }
            """);

    assertThat(
            after.decrees(
                Term.of(start, hours),
                BASE.due(start, hours, WIB, NOW).dueAt(),
                WIB,
                LocalDate.of(2026, 6, 9)))
        .containsExactly("Edaran 1");
  }

  @Test
  void days_added_are_the_days_that_would_have_been_allowed_at_once() {
    Random random = new Random(17);
    for (int i = 0; i < 3_000; i++) {
      Instant start = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(random.nextInt(60_000_000));
      int first = 1 + random.nextInt(12);
      int more = 1 + random.nextInt(12);
      Satuan satuan =
          List.of(Satuan.HARI_KERJA, Satuan.JAM_KERJA, Satuan.MENIT_KERJA).get(random.nextInt(3));
      WorkCalendar calendar =
          BASE.counting(Konvensi.values()[random.nextInt(Konvensi.values().length)]);
      Term extended =
          new Term(
              start,
              Waktu.paling(first, satuan),
              List.of(),
              Optional.of(Waktu.paling(more, satuan)));
      Term atOnce = Term.of(start, Waktu.paling(first + more, satuan));
      Instant moment = start.plusSeconds(random.nextInt(3_000_000));

      assertThat(calendar.due(extended, WIB, NOW).dueAt())
          .as("%s %s + %s %s %s", start, first, more, satuan, calendar.konvensi())
          .isEqualTo(calendar.due(atOnce, WIB, NOW).dueAt());
      assertThat(calendar.remaining(extended, moment, WIB, NOW))
          .as("%s %s + %s %s %s at %s", start, first, more, satuan, calendar.konvensi(), moment)
          .isEqualTo(calendar.remaining(atOnce, moment, WIB, NOW));
    }
  }

  @Test
  void an_extension_is_explained_without_a_gap() {
    Instant start = Instant.parse("2026-03-12T03:00:00Z");
    Term term =
        new Term(
            start,
            Waktu.paling(2, Satuan.HARI_KERJA),
            List.of(
                ClockStop.of(
                    Instant.parse("2026-03-13T01:00:00Z"), Instant.parse("2026-03-16T01:00:00Z"))),
            Optional.of(Waktu.paling(3, Satuan.HARI_KERJA)));

    Explanation why = BASE.explain(term, WIB, NOW);

    assertThat(why.deadline()).isEqualTo(BASE.due(term, WIB, NOW));
    Instant cursor = start;
    for (Explanation.Part part : why.parts()) {
      assertThat(part.from()).isEqualTo(cursor);
      cursor = part.to();
    }
    assertThat(cursor).isEqualTo(why.deadline().dueAt().orElseThrow());
    assertThat(why.parts().stream().filter(p -> p.kind() == PartKind.HARI_KERJA)).hasSize(5);
  }

  @Test
  void a_host_that_knows_of_no_stops_has_them_given_back_by_the_clock_on_the_wall() {
    DueDates plain = (from, waktu, zone, knownOn) -> Deadline.at(from.plus(Duration.ofHours(10)));
    Instant start = Instant.parse("2026-06-08T00:00:00Z");
    List<ClockStop> stops =
        Stream.of("2/4", "3/5", "20/21")
            .map(s -> s.split("/"))
            .map(
                s ->
                    ClockStop.of(
                        start.plus(Duration.ofHours(Long.parseLong(s[0]))),
                        start.plus(Duration.ofHours(Long.parseLong(s[1])))))
            .toList();
    Waktu any = Waktu.paling(1, Satuan.HARI_KERJA);
    ClockStop standing = new ClockStop(start.plus(Duration.ofHours(1)), Optional.empty(), "");

    // Three hours from 2 to 5; then 13, before 20.
    assertThat(plain.due(new Term(start, any, stops), WIB, NOW).dueAt())
        .contains(start.plus(Duration.ofHours(13)));
    // Ten more from 13, and the hour from 20 to 21.
    assertThat(plain.due(new Term(start, any, stops, Optional.of(any)), WIB, NOW).dueAt())
        .contains(start.plus(Duration.ofHours(24)));
    assertThat(plain.due(new Term(start, any, List.of(standing)), WIB, NOW).dueAt()).isEmpty();
    assertThat(
            plain.remaining(
                new Term(start, any, List.of(standing)), start.plus(Duration.ofDays(3)), WIB, NOW))
        .contains(Duration.ofHours(9));
    assertThat(
            plain.remaining(new Term(start, any, stops), start.plus(Duration.ofHours(3)), WIB, NOW))
        .contains(Duration.ofHours(8));
    assertThat(ClockStop.within(stops, start, start.plus(Duration.ofHours(20))))
        .isEqualTo(Duration.ofHours(3));
  }
}
