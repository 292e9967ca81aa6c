package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockStopTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final LocalDate NOW = LocalDate.of(2026, 12, 31);
  private final WorkCalendar calendar = WorkCalendar.indonesia();

  @ParameterizedTest(name = "{0}, stopped {1} to {2}: {3}")
  @CsvSource({
    // One day from ten to ten is a day, and one day is given back.
    "2 hari kerja, 2026-06-09T10:00, 2026-06-10T10:00, 2026-06-11T16:00",
    // Half a day is half a day of the next one.
    "2 hari kerja, 2026-06-09T07:30, 2026-06-09T11:15, 2026-06-11T11:15",
    // Nights, week-ends and holidays take nothing away.
    "2 hari kerja, 2026-06-08T17:00, 2026-06-09T07:00, 2026-06-10T16:00",
    "1 hari kerja, 2026-06-13T00:00, 2026-06-15T00:00, 2026-06-09T16:00",
    // On the day of the event nothing is counted yet.
    "2 hari kerja, 2026-06-08T10:00, 2026-06-08T15:00, 2026-06-10T16:00",
    "3 jam, 2026-06-08T10:00, 2026-06-08T11:00, 2026-06-08T14:00",
    "3 jam, 2026-06-08T10:00:30, 2026-06-08T11:00:31.5, 2026-06-08T14:00:01.5",
    "2 x 24 jam, 2026-06-08T10:00, 2026-06-09T11:00, 2026-06-11T10:00",
    "3 hari kalender, 2026-06-09T10:00, 2026-06-10T10:00, 2026-06-12T16:00",
    "3 hari kalender berakhir pada hari kerja, 2026-06-09T10:00, 2026-06-11T10:00, 2026-06-15T16:00",
    // A stop that begins when the time is over.
    "3 jam, 2026-06-08T12:00, 2026-06-08T15:00, 2026-06-08T12:00",
  })
  void what_a_stop_takes_away_is_given_back(
      String waktu, String from, String to, LocalDateTime due) {
    assertThat(due(term(waktu, ClockStop.of(at(from), at(to))))).isEqualTo(due);
  }

  @Test
  void a_day_of_ramadan_that_was_lost_is_made_good_by_a_day_after_it() {
    Term term =
        new Term(
            at("2026-03-12T09:00"),
            waktu("3 hari kerja"),
            List.of(ClockStop.of(at("2026-03-16T08:00"), at("2026-03-17T15:00"))));

    assertThat(due(term)).isEqualTo(LocalDateTime.parse("2026-03-26T16:00"));
  }

  @Test
  void stops_in_any_order_that_overlap_or_touch_are_one() {
    Term one = term("3 hari", ClockStop.of(at("2026-06-09T10:00"), at("2026-06-10T10:00")));
    Term many =
        term(
            "3 hari",
            ClockStop.of(at("2026-06-09T15:00"), at("2026-06-10T10:00")),
            ClockStop.of(at("2026-06-09T10:00"), at("2026-06-09T14:00")),
            ClockStop.of(at("2026-06-09T14:00"), at("2026-06-09T16:00")));

    assertThat(due(many)).isEqualTo(due(one));
    assertThat(calendar.explain(many, WIB, NOW)).isEqualTo(calendar.explain(one, WIB, NOW));
  }

  @Test
  void while_the_clock_stands_there_is_no_deadline_but_the_time_left_is_known() {
    Term term =
        term("3 jam", new ClockStop(at("2026-06-08T10:00"), Optional.empty(), "menunggu berkas"));

    Deadline deadline = calendar.due(term, WIB, NOW);

    assertThat(deadline.dueAt()).isEmpty();
    assertThat(deadline.notes()).extracting(n -> n.code().name()).containsExactly("CLOCK_STANDS");
    assertThat(calendar.remaining(term, at("2026-06-30T10:00"), WIB, NOW))
        .contains(Duration.ofHours(2));
    assertThat(calendar.remaining(term, at("2026-06-08T09:20:10"), WIB, NOW))
        .contains(Duration.ofHours(3).minus(Duration.ofSeconds(1210)));
  }

  @Test
  void a_stop_that_has_not_ended_after_the_time_was_over_changes_nothing() {
    Term term = term("1 jam", new ClockStop(at("2026-06-08T10:00"), Optional.empty(), ""));

    assertThat(due(term)).isEqualTo(LocalDateTime.parse("2026-06-08T10:00"));
  }

  @Test
  void a_stop_cannot_end_before_it_begins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClockStop.of(at("2026-06-08T10:00"), at("2026-06-08T09:59")));
  }

  @Test
  void the_time_left_is_negative_once_it_is_late() {
    Term term = term("1 jam");

    assertThat(calendar.remaining(term, at("2026-06-08T10:30"), WIB, NOW))
        .contains(Duration.ofMinutes(-30));
    assertThat(calendar.remaining(term("sesuai jadwal"), at("2026-06-08T10:30"), WIB, NOW))
        .isEmpty();
  }

  /** On random terms: no time passes in a stop, and a stop without length does nothing. */
  @Test
  void no_time_is_lost_and_none_is_won_in_a_stop() {
    long seed = 8_2026L;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      Term term = randomTerm(random);
      String told = "seed " + seed + ", round " + round + ", " + term;
      Optional<Duration> allowed = calendar.remaining(term, term.start(), WIB, NOW);

      for (ClockStop stop : term.stops()) {
        Optional<Duration> left = calendar.remaining(term, stop.from(), WIB, NOW);
        if (left.orElseThrow().compareTo(Duration.ZERO) > 0) {
          assertThat(calendar.remaining(term, stop.to().orElseThrow(), WIB, NOW))
              .as(told)
              .isEqualTo(left);
        }
      }

      Instant still = term.start().plusSeconds(random.nextInt(900_000));
      List<ClockStop> more = new ArrayList<>(term.stops());
      more.add(ClockStop.of(still, still));
      Collections.shuffle(more, random);
      Term same = new Term(term.start(), term.waktu(), more);
      assertThat(calendar.due(same, WIB, NOW)).as(told).isEqualTo(calendar.due(term, WIB, NOW));
      assertThat(calendar.remaining(same, term.start(), WIB, NOW)).as(told).isEqualTo(allowed);
    }
  }

  @Test
  void a_longer_stop_never_makes_it_due_earlier() {
    long seed = 9_2026L;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      Term term = randomTerm(random);
      List<ClockStop> longer =
          term.stops().stream()
              .map(
                  s ->
                      ClockStop.of(
                          s.from(), s.to().orElseThrow().plusSeconds(random.nextInt(50_000))))
              .toList();

      assertThat(due(new Term(term.start(), term.waktu(), longer)))
          .as("seed %s, round %s, %s", seed, round, term)
          .isAfterOrEqualTo(due(term));
    }
  }

  @Test
  void a_later_start_is_never_due_earlier_under_the_same_stops() {
    long seed = 10_2026L;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      Term term = randomTerm(random);
      Instant later = term.start().plusSeconds(random.nextInt(400_000));

      assertThat(due(new Term(later, term.waktu(), term.stops())))
          .as("seed %s, round %s, %s, later %s", seed, round, term, later)
          .isAfterOrEqualTo(due(term));
    }
  }

  /** In units whose length does not hang on the date alone. */
  private static Term randomTerm(Random random) {
    Instant start =
        LocalDateTime.parse("2023-12-01T00:00")
            .plusSeconds(random.nextInt(94_000_000))
            .atZone(WIB)
            .toInstant();
    List<Satuan> units = List.of(Satuan.MENIT_KERJA, Satuan.JAM_KERJA, Satuan.HARI_KERJA);
    List<ClockStop> stops = new ArrayList<>();
    Instant at = start;
    for (int left = random.nextInt(4); left > 0; left--) {
      Instant from = at.plusSeconds(random.nextInt(300_000));
      at = from.plusSeconds(random.nextInt(300_000));
      stops.add(ClockStop.of(from, at));
    }
    return new Term(
        start, Waktu.paling(1 + random.nextInt(12), units.get(random.nextInt(3))), stops);
  }

  private Term term(String waktu, ClockStop... stops) {
    return new Term(at("2026-06-08T09:00"), waktu(waktu), List.of(stops));
  }

  private LocalDateTime due(Term term) {
    return calendar.due(term, WIB, NOW).dueAt().orElseThrow().atZone(WIB).toLocalDateTime();
  }

  private static Waktu waktu(String text) {
    return WaktuParser.parse(text).waktu().orElseThrow();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WIB).toInstant();
  }
}
