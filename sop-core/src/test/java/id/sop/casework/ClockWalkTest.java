package id.sop.casework;

import static id.sop.testing.Desk.as;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.audit.CaseReport;
import id.sop.audit.RowReport;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.Entry;
import id.sop.journal.EventCodec;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import id.sop.worktime.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Stops, extensions and new calendars in any order, held against a model that counts office time
 * minute by minute and keeps nothing but lists.
 */
class ClockWalkTest {
  private static final int WALKS = 60;
  private static final int COMMANDS = 70;
  private static final Map<String, Integer> HOURS = Map.of("1", 3, "2", 9, "3", 30, "4", 6, "5", 2);
  private static final Map<String, Integer> MORE = Map.of("2", 4, "3", 11);

  private static final List<WorkCalendar> CALENDARS =
      List.of(
          WorkCalendar.indonesia(),
          decreed("Keputusan Bupati 1/2026", "2026-03-04"),
          decreed("Keputusan Bupati 2/2026", "2026-03-05", "2026-03-10"),
          decreed("Keputusan Bupati 3/2026", "2026-03-04", "2026-03-06", "2026-03-09"));

  private static WorkCalendar decreed(String source, String... dates) {
    StringBuilder text = new StringBuilder("keputusan:\n  - sumber: " + source + "\n");
    text.append("    diketahui: 2026-01-05\n    liburDaerah:\n");
    for (String date : dates) {
      text.append("      - { tanggal: " + date + ", nama: Libur }\n");
    }
    WorkCalendar.Reading reading = WorkCalendar.indonesia().with("kalender.yaml", text.toString());
    return reading.calendar().orElseThrow(() -> new AssertionError(reading.problems()));
  }

  @Test
  void the_machine_agrees_with_a_model_that_counts_minutes() {
    int recorded = 0;
    int refused = 0;
    int moved = 0;
    for (long seed = 20_270; seed < 20_270 + WALKS; seed++) {
      Walk walk = new Walk(seed);
      walk.go();
      recorded += walk.recorded;
      refused += walk.refused;
      moved += walk.moved;
    }
    assertThat(recorded).isGreaterThan(WALKS * 10);
    assertThat(refused).isGreaterThan(WALKS * 5);
    assertThat(moved).isGreaterThan(WALKS * 5);
  }

  private static Sop sop() {
    var sop = aSop();
    for (String row : List.of("1", "2", "3", "4", "5")) {
      var made = aRow(row).within(Waktu.paling(HOURS.get(row), Satuan.JAM_KERJA));
      sop.row(
          MORE.containsKey(row)
              ? made.extendable(Waktu.paling(MORE.get(row), Satuan.JAM_KERJA))
              : made);
    }
    return sop.build();
  }

  private static Arrows arrows(Sop sop) {
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2", "3", "4");
    for (String branch : List.of("2", "3", "4")) {
      arrows.from(branch).whileOthersAreOpen().waits();
      arrows.from(branch).whenAlone().to("5");
    }
    arrows.from("5").ends();
    return arrows;
  }

  private static final class Walk {
    private final long seed;
    private final Random random;
    private final Desk desk;
    private final List<ClockModel.Stop> caseStops = new ArrayList<>();
    private final Map<String, ClockModel.Row> rows = new TreeMap<>();
    private final Map<String, Optional<Instant>> told = new TreeMap<>();
    private final Instant started;
    private ClockModel model;
    private WorkCalendar calendar;
    private int recorded;
    private int refused;
    private int moved;

    Walk(long seed) {
      this.seed = seed;
      random = new Random(seed);
      Sop sop = sop();
      desk = Desk.of(sop, arrows(sop));
      use(CALENDARS.get(0));
      started = desk.clock.instant();
      desk.did(desk.start("STAF"));
      open("1", started);
    }

    void go() {
      for (int i = 0; i < COMMANDS && desk.state().running(); i++) {
        desk.after(Duration.ofMinutes(random.nextInt(5) == 0 ? 900 : random.nextInt(150)));
        if (random.nextInt(12) == 0) {
          use(CALENDARS.get(random.nextInt(CALENDARS.size())));
        }
        act();
        check();
      }
      anyPrefixReplays();
      theReportCountsTheSame();
    }

    private void use(WorkCalendar other) {
      calendar = other;
      model = new ClockModel(other);
      desk.engine.calendar(other);
    }

    private void act() {
      String row = pick();
      Instant now = desk.clock.instant();
      Instant at =
          random.nextInt(3) == 0 ? now.minus(Duration.ofMinutes(random.nextInt(400))) : now;
      switch (random.nextInt(14)) {
        case 0, 1, 2 -> suspend(Optional.of(row), at);
        case 3 -> suspend(Optional.empty(), at);
        case 4, 5, 6 -> resume(Optional.of(row), at);
        case 7, 8 -> resume(Optional.empty(), at);
        case 9, 10 -> extend(row, at);
        case 11 -> reproject();
        default -> complete(row, now);
      }
    }

    /** Mostly a row that is open. */
    private String pick() {
      List<String> open = desk.openRows();
      return random.nextInt(8) == 0
          ? Integer.toString(1 + random.nextInt(5))
          : open.get(random.nextInt(open.size()));
    }

    private boolean open(String row) {
      return told.containsKey(row);
    }

    private void suspend(Optional<String> row, Instant at) {
      var command = Command.suspend(Desk.CASE, as("STAF"), "menunggu pemohon").at(at);
      row.ifPresent(command::row);
      List<ClockModel.Stop> stops = stops(row);
      boolean fits =
          row.isPresent()
              ? open(row.get()) && !at.isBefore(rows.get(row.get()).opened)
              : !at.isBefore(started);
      if (submit(command, fits && stops.stream().allMatch(s -> s.to.isPresent()))) {
        stops.add(new ClockModel.Stop(at));
        retell(row);
      }
    }

    private void resume(Optional<String> row, Instant at) {
      var command = Command.resume(Desk.CASE, as("STAF")).at(at);
      row.ifPresent(command::row);
      Optional<ClockModel.Stop> standing =
          row.isPresent() && !open(row.get())
              ? Optional.empty()
              : stops(row).stream().filter(s -> s.to.isEmpty()).findFirst();
      if (submit(command, standing.filter(s -> !at.isBefore(s.from)).isPresent())) {
        standing.orElseThrow().to = Optional.of(at);
        retell(row);
      }
    }

    private void extend(String row, Instant at) {
      Optional<Instant> due = open(row) ? due(row) : Optional.empty();
      boolean fits =
          due.filter(d -> !at.isAfter(d)).isPresent()
              && MORE.containsKey(row)
              && rows.get(row).more == 0
              && !at.isBefore(rows.get(row).opened);
      var command =
          Command.extend(Desk.CASE, row, as("STAF"), "arsip tersebar", Desk.paper("SURAT")).at(at);
      if (submit(command, fits)) {
        rows.get(row).more = MORE.get(row) * 60;
        retell(Optional.of(row));
      }
    }

    private void reproject() {
      boolean fits = told.entrySet().stream().anyMatch(e -> !e.getValue().equals(due(e.getKey())));
      if (submit(Command.reproject(Desk.CASE, as("STAF")), fits)) {
        retell(Optional.empty());
      }
    }

    private void complete(String row, Instant now) {
      boolean fits =
          open(row)
              && ClockModel.all(rows.get(row).stops, caseStops).stream()
                  .noneMatch(s -> s.covers(now));
      if (submit(Desk.complete(row, "STAF"), fits)) {
        told.remove(row);
        rows.get(row).done = Optional.of(now);
        if (row.equals("1")) {
          List.of("2", "3", "4").forEach(next -> open(next, now));
        } else if (told.isEmpty() && !row.equals("5")) {
          open("5", now);
        }
      }
    }

    private void open(String row, Instant at) {
      rows.put(row, new ClockModel.Row(at, HOURS.get(row) * 60));
      told.put(row, due(row));
    }

    private List<ClockModel.Stop> stops(Optional<String> row) {
      return row.map(
              r -> rows.containsKey(r) ? rows.get(r).stops : new ArrayList<ClockModel.Stop>())
          .orElse(caseStops);
    }

    private Optional<Instant> due(String row) {
      return model.due(rows.get(row), caseStops);
    }

    private void retell(Optional<String> row) {
      told.replaceAll((r, was) -> row.filter(only -> !only.equals(r)).isPresent() ? was : due(r));
    }

    private boolean submit(CommandBuilder<?> command, boolean fits) {
      Outcome outcome = desk.submit(command);
      assertThat(outcome instanceof Outcome.Recorded)
          .as("seed %s: %s gave %s", seed, command.build(), outcome)
          .isEqualTo(fits);
      if (outcome instanceof Outcome.Recorded r) {
        recorded++;
        moved +=
            (int)
                r.receipt().events().stream().filter(CaseEvent.DueMoved.class::isInstance).count();
      } else {
        refused++;
      }
      return fits;
    }

    private void check() {
      Instant now = desk.clock.instant();
      CaseState state = desk.state();
      assertThat(state.open().keySet().stream().map(StepId::value))
          .as("seed %s", seed)
          .containsExactlyElementsOf(told.keySet());
      Map<StepId, Duration> remaining = desk.engine.remaining(Desk.CASE);
      for (OpenRow row : state.openRows()) {
        ClockModel.Row own = rows.get(row.step().value());
        assertThat(row.dueAt())
            .as("seed %s, row %s, entry %s", seed, row.step(), state.seq())
            .isEqualTo(told.get(row.step().value()));
        assertThat(row.suspended())
            .as("seed %s, row %s", seed, row.step())
            .isEqualTo(ClockModel.all(own.stops, caseStops).stream().anyMatch(s -> s.to.isEmpty()));
        assertThat(remaining.get(row.step()))
            .as("seed %s, row %s, entry %s", seed, row.step(), state.seq())
            .isEqualTo(Duration.ofMinutes(model.remaining(own, caseStops, now)));
      }
    }

    private void anyPrefixReplays() {
      List<Entry> journal = desk.journal();
      CaseState whole = CaseState.of(Desk.CASE, journal);
      for (int cut = 0; cut <= journal.size(); cut++) {
        assertThat(
                CaseState.of(Desk.CASE, journal.subList(0, cut))
                    .after(journal.subList(cut, journal.size())))
            .as("seed %s, cut %s", seed, cut)
            .isEqualTo(whole);
      }
      for (Entry entry : journal) {
        assertThat(EventCodec.decode(Desk.CASE, entry.seq(), EventCodec.encode(entry.event())))
            .isEqualTo(entry.event());
      }
      assertThat(desk.engine.verify(Desk.CASE)).isEmpty();
    }

    private void theReportCountsTheSame() {
      CaseReport report = desk.engine.report(Desk.CASE);
      for (RowReport row : report.rows()) {
        ClockModel.Row own = rows.get(row.step().value());
        assertThat(row.dueAt())
            .as("seed %s, row %s", seed, row.step())
            .isEqualTo(model.due(own.asDone(), ClockModel.asDone(caseStops, own.done)));
      }
    }
  }
}
