package id.sop.casework;

import static id.sop.testing.Desk.CASE;
import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.paper;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import id.sop.SopEngine;
import id.sop.definition.Eskalasi;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Pengawasan;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.example.SettableClock;
import id.sop.journal.CaseEvent;
import id.sop.problem.Place;
import id.sop.routing.RouteReason;
import id.sop.store.MemoryStore;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import id.sop.worktime.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is told of open rows, and when. */
class LadderTest {
  private static final long SEED = 35_2012_6L;
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final Instant KNOWN = wib("2026-12-31T12:00");
  private static final WorkCalendar CALENDAR = WorkCalendar.indonesia();
  private static final Waktu.Paling DAY = new Waktu.Paling(1, Satuan.HARI_KERJA);
  private static final Waktu.Paling THREE_DAYS = new Waktu.Paling(3, Satuan.HARI_KERJA);
  private static final Waktu.Paling TWO_HOURS = new Waktu.Paling(2, Satuan.JAM_KERJA);
  private static final Pengawasan WATCHED =
      new Pengawasan(
          List.of(DAY),
          List.of(
              new Eskalasi(DAY, List.of(PelaksanaCode.of("KABAG"))),
              new Eskalasi(THREE_DAYS, List.of(PelaksanaCode.of("SEKDA")))));

  private static Instant wib(String local) {
    return LocalDateTime.parse(local).atZone(WIB).toInstant();
  }

  private static Sop sop(Waktu waktu) {
    return aSop().row(aRow("1").within(waktu)).row(aRow("2")).watched("1", WATCHED).build();
  }

  private static SopEngine engine(Sop sop, SettableClock clock) {
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2");
    arrows.from("2").ends();
    return SopEngine.builder()
        .procedure(Desk.procedure(sop, arrows))
        .store(MemoryStore.create())
        .calendar(CALENDAR)
        .clock(clock)
        .build();
  }

  private static SopEngine begun(Sop sop, String at) {
    SopEngine engine = engine(sop, SettableClock.at(wib(at), ZoneOffset.UTC));
    engine.submit(Command.start(CASE, sop.id(), as("STAF")).build());
    return engine;
  }

  private static List<String> told(List<Rung> rungs) {
    return rungs.stream()
        .map(
            r ->
                r.key().anak()
                    + " "
                    + LocalDateTime.ofInstant(r.at(), WIB)
                    + " "
                    + r.kepada().get(0))
        .toList();
  }

  @Test
  void the_performer_is_reminded_then_told_that_he_is_late_and_then_those_above_are() {
    SopEngine engine = begun(sop(THREE_DAYS), "2026-03-12T09:00");

    assertThat(told(engine.ladder(CASE).rungs()))
        .containsExactly(
            "PENGINGAT 1 hari kerja 2026-03-16T15:00 STAF",
            "TERLAMBAT 2026-03-17T15:00 STAF",
            // Lebaran lies in between.
            "ESKALASI 1 hari kerja 2026-03-25T16:00 KABAG",
            "ESKALASI 3 hari kerja 2026-03-27T16:30 SEKDA");
  }

  @Test
  void nobody_is_reminded_of_a_row_that_was_given_to_him_with_less_time_than_that() {
    SopEngine engine = begun(sop(TWO_HOURS), "2026-02-02T09:00");

    assertThat(engine.ladder(CASE).rungs())
        .extracting(Rung::kind)
        .containsExactly(Rung.Kind.TERLAMBAT, Rung.Kind.ESKALASI, Rung.Kind.ESKALASI);
  }

  @Test
  void a_row_of_which_the_sop_says_nothing_is_only_told_to_be_late() {
    Sop sop = sop(DAY);
    SopEngine engine = begun(sop, "2026-02-02T09:00");

    engine.submit(Command.complete(CASE, "1", as("STAF")).build());

    assertThat(told(engine.ladder(CASE).rungs()))
        .containsExactly("TERLAMBAT 2026-02-03T16:00 STAF");
  }

  @Test
  void a_row_by_schedule_has_no_rungs_before_the_schedule_is_recorded() {
    Sop sop = sop(Waktu.sesuaiJadwal());
    SopEngine engine = begun(sop, "2026-02-02T09:00");
    assertThat(engine.ladder(CASE).rungs()).isEmpty();

    engine.submit(
        Command.schedule(
                CASE,
                "1",
                as("STAF"),
                paper("Undangan"),
                wib("2026-02-09T09:00"),
                wib("2026-02-10T12:00"))
            .build());

    assertThat(told(engine.ladder(CASE).rungs()).subList(0, 2))
        .containsExactly(
            "PENGINGAT 1 hari kerja 2026-02-09T12:00 STAF", "TERLAMBAT 2026-02-10T12:00 STAF");
  }

  @Test
  void a_case_that_has_ended_tells_nobody() {
    Sop sop = sop(DAY);
    SopEngine engine = begun(sop, "2026-02-02T09:00");

    engine.submit(Command.terminate(CASE, as("STAF"), "dicabut pemohon").build());

    assertThat(engine.ladder(CASE).rungs()).isEmpty();
  }

  @Test
  void a_rung_told_late_says_how_late_by_the_clock_and_in_office_time() {
    Ladder ladder = begun(sop(DAY), "2026-02-05T09:00").ladder(CASE);

    // Due on Friday at 16:30; looked at on Monday at 09:30.
    List<Rung.Call> calls = ladder.calls(wib("2026-02-09T09:30"), Set.of());

    assertThat(calls)
        .extracting(c -> c.rung().kind(), Rung.Call::terlambat, Rung.Call::jamKerja)
        .containsExactly(
            tuple(
                Rung.Kind.PENGINGAT,
                Duration.ofHours(89).plusMinutes(30),
                Duration.ofHours(9).plusMinutes(30)),
            tuple(Rung.Kind.TERLAMBAT, Duration.ofHours(65), Duration.ofHours(2)));
  }

  @Test
  void at_its_very_last_moment_a_row_is_not_late_yet() {
    Ladder ladder = begun(sop(DAY), "2026-02-05T09:00").ladder(CASE);

    Set<Rung.Key> reminded = Set.of(ladder.rungs().get(0).key());

    assertThat(ladder.calls(wib("2026-02-06T16:30"), reminded)).isEmpty();
    assertThat(ladder.calls(wib("2026-02-06T16:30").plusNanos(1_000), reminded)).hasSize(1);
  }

  @Test
  void who_comes_above_can_be_the_rules_word() {
    Eskalasi rule = new Eskalasi(TWO_HOURS, List.of(PelaksanaCode.of("BUPATI")));
    CaseState state =
        state(wib("2026-02-05T09:00"), Optional.of(wib("2026-02-06T16:30")), List.of(rule));

    assertThat(told(Ladder.of(state, sop(DAY), CALENDAR, KNOWN).rungs()))
        .endsWith("ESKALASI 2 jam kerja 2026-02-09T09:30 BUPATI");
  }

  private static CaseState state(Instant opened, Optional<Instant> due, List<Eskalasi> rule) {
    RouteReason why =
        new RouteReason("mulai", Place.startOf("rute.drl"), "0".repeat(64), "1", "SOP", "");
    OpenRow row =
        new OpenRow(
            StepId.of("1"),
            1,
            List.of(PelaksanaCode.of("STAF")),
            DAY,
            opened,
            due,
            why,
            List.<CaseEvent.ScheduleRecorded>of(),
            List.of(),
            rule,
            Optional.empty(),
            RowClock.of(List.of(), List.of()),
            Optional.empty(),
            Optional.empty());
    CaseState none = CaseState.none(CASE);
    return new CaseState(
        none.caseId(),
        CaseStatus.BERJALAN,
        none.pinned(),
        Optional.of(opened),
        Map.of(row.step(), row),
        Map.of(row.step(), 1),
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Map.of(),
        1,
        none.head(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        1,
        List.of());
  }

  /** Looks in at random moments while the due moves, as a timer on some node would. */
  @Test
  void each_rung_is_told_once_in_order_and_never_before_its_time() {
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      String as = "seed " + SEED + ", round " + round;
      Pengawasan watch = watch(random);
      Sop sop = aSop().row(aRow("1")).watched("1", watch).build();
      Instant opened = wib("2026-01-05T00:00").plusSeconds(60L * random.nextInt(350 * 24 * 60));
      Instant due = due(random, opened);
      Set<Rung.Key> told = new HashSet<>();
      List<Rung.Call> calls = new ArrayList<>();
      Instant now = opened;
      for (int look = 0; look < 12; look++) {
        if (random.nextInt(4) == 0) {
          due = due(random, opened);
        }
        now = now.plusSeconds(60L * random.nextInt(20 * 24 * 60));
        Ladder ladder = Ladder.of(state(opened, Optional.of(due), List.of()), sop, CALENDAR, KNOWN);
        List<Rung.Call> called = ladder.calls(now, told);
        Optional<Rung> next = ladder.next(now, told);

        for (Rung.Call call : called) {
          assertThat(call.rung().at()).as(as).isBefore(now);
          assertThat(call.terlambat()).as(as).isPositive();
          assertThat(call.jamKerja()).as(as).isBetween(Duration.ZERO, call.terlambat());
          assertThat(told.add(call.rung().key())).as(as).isTrue();
        }
        assertThat(called.stream().map(c -> c.rung().at()).toList()).as(as).isSorted();
        assertThat(ladder.calls(now, told)).as(as).isEmpty();
        Instant looked = now;
        assertThat(next.stream()).as(as).allMatch(r -> !r.at().isBefore(looked));
        called.forEach(
            c -> assertThat(next.stream()).as(as).allMatch(r -> !r.at().isBefore(c.rung().at())));
        calls.addAll(called);
      }
      Ladder last = Ladder.of(state(opened, Optional.of(due), List.of()), sop, CALENDAR, KNOWN);
      Instant end = now.plus(Duration.ofDays(3_000));
      calls.addAll(last.calls(end, told));

      assertThat(calls.stream().map(c -> c.rung().key())).as(as).doesNotHaveDuplicates();
      assertThat(calls.stream().filter(c -> c.rung().kind() == Rung.Kind.TERLAMBAT))
          .as(as)
          .hasSize(1);
      assertThat(calls.stream().filter(c -> c.rung().kind() == Rung.Kind.ESKALASI))
          .as(as)
          .hasSize(watch.eskalasi().size());
      rungsLieAroundTheDue(as, last, due);
    }
  }

  private static void rungsLieAroundTheDue(String as, Ladder ladder, Instant due) {
    for (Rung rung : ladder.rungs()) {
      switch (rung.kind()) {
        case PENGINGAT -> assertThat(rung.at()).as(as).isBefore(due);
        case TERLAMBAT -> assertThat(rung.at()).as(as).isEqualTo(due);
        case ESKALASI -> assertThat(rung.at()).as(as).isAfter(due);
      }
    }
  }

  private static Instant due(Random random, Instant opened) {
    return opened.plusSeconds(60L * (1 + random.nextInt(40 * 24 * 60)));
  }

  private static Pengawasan watch(Random random) {
    List<Waktu.Paling> before = times(random);
    List<Eskalasi> after =
        times(random).stream()
            .map(t -> new Eskalasi(t, List.of(PelaksanaCode.of("KABAG"))))
            .toList();
    return new Pengawasan(before, after);
  }

  private static Pengawasan withoutMonths(Pengawasan watch) {
    return new Pengawasan(
        watch.pengingat().stream().filter(t -> t.satuan() != Satuan.BULAN).toList(),
        watch.eskalasi().stream().filter(e -> e.setelah().satuan() != Satuan.BULAN).toList());
  }

  private static List<Waktu.Paling> times(Random random) {
    Satuan[] units = Satuan.values();
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(
            i -> new Waktu.Paling(1 + random.nextInt(12), units[random.nextInt(units.length)]))
        .distinct()
        .toList();
  }

  @Test
  void a_due_that_comes_later_never_brings_a_rung_forward() {
    Random random = new Random(SEED + 1);
    for (int round = 0; round < 2_000; round++) {
      // The last day of a short month stands for several: there the hour alone decides.
      Pengawasan watch = withoutMonths(watch(random));
      Sop sop = aSop().row(aRow("1")).watched("1", watch).build();
      Instant opened = wib("2026-01-05T00:00").plusSeconds(60L * random.nextInt(350 * 24 * 60));
      Instant due = opened.plus(Duration.ofDays(500)).plusSeconds(60L * random.nextInt(20_000));
      Instant later = due.plusSeconds(60L * random.nextInt(20_000));

      Map<Rung.Key, Instant> first = byKey(opened, due, sop);
      Map<Rung.Key, Instant> second = byKey(opened, later, sop);

      assertThat(second.keySet()).isEqualTo(first.keySet());
      first.forEach(
          (key, at) ->
              assertThat(second.get(key))
                  .as("seed %s, round of %s: %s, due %s, %s", SEED, opened, key, due, later)
                  .isAfterOrEqualTo(at));
    }
  }

  private static Map<Rung.Key, Instant> byKey(Instant opened, Instant due, Sop sop) {
    Map<Rung.Key, Instant> all = new TreeMap<>(Comparator.comparing(Rung.Key::toString));
    Ladder.of(state(opened, Optional.of(due), List.of()), sop, CALENDAR, KNOWN)
        .rungs()
        .forEach(r -> all.put(r.key(), r.at()));
    return all;
  }
}
