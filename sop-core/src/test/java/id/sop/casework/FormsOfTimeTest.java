package id.sop.casework;

import static id.sop.testing.Desk.CASE;
import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.paper;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.audit.AuditCode;
import id.sop.audit.Finding;
import id.sop.audit.Kriteria;
import id.sop.audit.RowReport;
import id.sop.audit.Verdict;
import id.sop.definition.DataDomain;
import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.example.SettableClock;
import id.sop.journal.CaseEvent;
import id.sop.journal.Entry;
import id.sop.store.MemoryStore;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.worktime.Deadline;
import id.sop.worktime.Waktu;
import id.sop.worktime.WaktuParser;
import id.sop.worktime.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Times that depend on more than the opening of a row: in the machine and in the report. */
class FormsOfTimeTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final DataDomain DATE =
      new DataDomain.Tanggal(DataDomain.TANGGAL_PERTAMA, DataDomain.TANGGAL_TERAKHIR);

  private final SettableClock clock = SettableClock.at(wib("2026-02-02T08:00"), ZoneOffset.UTC);

  private static Instant wib(String local) {
    return LocalDateTime.parse(local).atZone(WIB).toInstant();
  }

  private static Waktu waktu(String text) {
    return WaktuParser.parse(text).waktu().orElseThrow();
  }

  private SopEngine engine(Sop sop, Arrows arrows) {
    SopEngine engine =
        SopEngine.builder()
            .procedure(Desk.procedure(sop, arrows))
            .store(MemoryStore.create())
            .calendar(WorkCalendar.indonesia())
            .clock(clock)
            .build();
    did(engine, Command.start(CASE, sop.id(), as("STAF")));
    return engine;
  }

  private void did(SopEngine engine, CommandBuilder<?> command) {
    assertThat(engine.submit(command.build())).isInstanceOf(Outcome.Recorded.class);
  }

  private void did(SopEngine engine, String at, CommandBuilder<?> command) {
    clock.set(wib(at));
    did(engine, command);
  }

  private static Optional<String> due(SopEngine engine, String row) {
    return Optional.ofNullable(engine.state(CASE).open().get(StepId.of(row)))
        .flatMap(OpenRow::dueAt)
        .map(at -> LocalDateTime.ofInstant(at, WIB).toString());
  }

  private static RowReport report(SopEngine engine, String row) {
    return engine.report(CASE).rows().stream()
        .filter(r -> r.step().value().equals(row))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private static Verdict verdict(SopEngine engine, String row) {
    return report(engine, row).verdict(Kriteria.WAKTU);
  }

  private static List<AuditCode> codes(SopEngine engine, String row) {
    return report(engine, row).assessments().get(Kriteria.WAKTU).findings().stream()
        .map(Finding::code)
        .toList();
  }

  private SopEngine deciding() {
    Sop sop =
        aSop()
            .row(
                aRow("1")
                    .decides("TERBIT", "TOLAK")
                    .within(waktu("TERBIT: 2 hari kerja; TOLAK: 1 hari kerja")))
            .row(aRow("2"))
            .build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").label("TERBIT").to("2");
    arrows.from("1").label("TOLAK").ends("DITOLAK");
    arrows.from("2").ends();
    return engine(sop, arrows);
  }

  @Test
  void while_nothing_is_decided_the_longest_time_holds_and_each_label_can_be_asked() {
    SopEngine engine = deciding();

    assertThat(due(engine, "1")).contains("2026-02-04T16:00");
    assertThat(engine.due(CASE, StepId.of("1")).flatMap(Deadline::dueAt))
        .contains(wib("2026-02-04T16:00"));
    assertThat(engine.due(CASE, StepId.of("1"), Label.of("TOLAK")).flatMap(Deadline::dueAt))
        .contains(wib("2026-02-03T16:00"));
  }

  @Test
  void a_refusal_is_judged_by_the_time_for_refusals() {
    SopEngine late = deciding();
    did(
        late,
        "2026-02-04T10:00",
        Command.complete(CASE, "1", as("STAF")).decision("TOLAK").alasan("kurang"));

    assertThat(verdict(late, "1")).isEqualTo(Verdict.TIDAK_PATUH);
    assertThat(report(late, "1").catatan())
        .extracting(Finding::code)
        .containsExactly(AuditCode.TIME_BY_DECISION);

    clock.set(wib("2026-02-02T08:00"));
    SopEngine inTime = deciding();
    did(inTime, "2026-02-04T10:00", Command.complete(CASE, "1", as("STAF")).decision("TERBIT"));

    assertThat(verdict(inTime, "1")).isEqualTo(Verdict.PATUH);
  }

  /** Row 1 opens 2, which waits for a date, and 3, which tells it. */
  private SopEngine dated(String time) {
    Sop sop =
        aSop()
            .fact("tanggalKegiatan", DATE)
            .row(aRow("1"))
            .row(aRow("2").within(waktu(time)))
            .row(aRow("3"))
            .build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2", "3");
    arrows.from("2").whileOthersAreOpen().waits();
    arrows.from("3").whileOthersAreOpen().waits();
    arrows.from("2").whenAlone().ends();
    arrows.from("3").whenAlone().ends();
    SopEngine engine = engine(sop, arrows);
    did(engine, "2026-02-02T09:00", Command.complete(CASE, "1", as("STAF")));
    return engine;
  }

  @Test
  void a_row_before_a_date_is_due_once_the_date_is_known() {
    SopEngine engine = dated("3 hari kerja sebelum tanggalKegiatan");
    assertThat(due(engine, "2")).isEmpty();
    assertThat(verdict(engine, "2")).isEqualTo(Verdict.BELUM_JATUH_TEMPO);
    assertThat(codes(engine, "2")).containsExactly(AuditCode.WAITS_FOR_REFERENCE);
    assertThat(engine.ladder(CASE).rungs())
        .extracting(r -> r.key().step().value())
        .containsOnly("3");
    assertThat(engine.due(CASE, StepId.of("2")).orElseThrow().notes())
        .singleElement()
        .extracting(n -> n.code().id())
        .isEqualTo("SOP-7111");

    did(
        engine,
        "2026-02-03T09:00",
        Command.complete(CASE, "3", as("STAF")).data("tanggalKegiatan", LocalDate.of(2026, 2, 18)));

    // Wednesday; Monday and Tuesday before it are free.
    assertThat(due(engine, "2")).contains("2026-02-11T16:00");
    assertThat(engine.journal(CASE))
        .extracting(Entry::event)
        .last()
        .isEqualTo(
            new CaseEvent.DueSet(
                StepId.of("2"),
                1,
                "tanggalKegiatan",
                Optional.of(wib("2026-02-11T16:00")),
                wib("2026-02-03T09:00")));
    assertThat(engine.ladder(CASE).rungs()).hasSize(1);

    did(engine, "2026-02-12T08:00", Command.complete(CASE, "2", as("STAF")));

    assertThat(codes(engine, "2")).containsExactly(AuditCode.LATE);
    assertThat(report(engine, "2").catatan()).isEmpty();
  }

  @Test
  void a_date_that_is_corrected_moves_the_due_with_it() {
    SopEngine engine = dated("pada tanggalKegiatan");
    did(
        engine,
        "2026-02-03T09:00",
        Command.complete(CASE, "3", as("STAF")).data("tanggalKegiatan", LocalDate.of(2026, 2, 18)));
    assertThat(due(engine, "2")).contains("2026-02-18T16:00");
    long entry =
        engine.journal(CASE).stream()
            .filter(e -> e.event() instanceof CaseEvent.RowCompleted)
            .reduce((first, last) -> last)
            .orElseThrow()
            .seq();

    did(
        engine,
        "2026-02-04T09:00",
        Command.correct(CASE, entry, as("STAF"), "salah ketik")
            .data("tanggalKegiatan", LocalDate.of(2026, 2, 20)));

    // Ramadan began on the 19th, which nobody knew on the 4th.
    assertThat(due(engine, "2")).contains("2026-02-20T16:30");
  }

  @Test
  void a_row_done_before_its_date_was_known_cannot_be_assessed() {
    SopEngine engine = dated("5 hari kerja setelah tanggalKegiatan");

    did(engine, "2026-02-03T09:00", Command.complete(CASE, "2", as("STAF")));

    assertThat(verdict(engine, "2")).isEqualTo(Verdict.TIDAK_DAPAT_DINILAI);
    assertThat(codes(engine, "2")).containsExactly(AuditCode.REFERENCE_MISSING);
  }

  @Test
  void a_row_after_another_is_counted_from_its_last_completion() {
    Sop sop =
        aSop()
            .row(aRow("1"))
            .row(aRow("2"))
            .row(aRow("3").within(waktu("3 hari kerja setelah langkah 1")))
            .build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2");
    arrows.from("2").to("3");
    arrows.from("3").ends();
    SopEngine engine = engine(sop, arrows);
    did(engine, "2026-02-02T09:00", Command.complete(CASE, "1", as("STAF")));
    did(engine, "2026-02-04T15:00", Command.complete(CASE, "2", as("STAF")));
    assertThat(due(engine, "3")).contains("2026-02-05T16:00");
    long first =
        engine.journal(CASE).stream()
            .filter(e -> e.event() instanceof CaseEvent.RowCompleted)
            .findFirst()
            .orElseThrow()
            .seq();

    did(
        engine,
        "2026-02-04T16:00",
        Command.correct(CASE, first, as("STAF"), "salah jam").happenedAt(wib("2026-02-02T08:30")));
    assertThat(due(engine, "3")).contains("2026-02-05T16:00");

    did(engine, "2026-02-06T08:00", Command.complete(CASE, "3", as("STAF")));
    assertThat(codes(engine, "3")).containsExactly(AuditCode.LATE);
  }

  /** 1 -> 2 -> 3 -> 4, where 2 to 4 share three days; from 4 back to 2, 1 or on. */
  private SopEngine sharing() {
    Sop sop =
        aSop()
            .row(aRow("1"))
            .row(aRow("2").within(waktu("3 hari kerja")))
            .row(aRow("3").within(waktu("bersama langkah 2")))
            .row(aRow("4").within(waktu("bersama langkah 2")).decides("YA", "ULANG", "AWAL"))
            .row(aRow("5"))
            .build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2");
    arrows.from("2").to("3");
    arrows.from("3").to("4");
    arrows.from("4").label("YA").to("5");
    arrows.from("4").label("ULANG").to("2");
    arrows.from("4").label("AWAL").to("1");
    arrows.from("5").ends();
    SopEngine engine = engine(sop, arrows);
    did(engine, "2026-02-02T09:00", Command.complete(CASE, "1", as("STAF")));
    did(engine, "2026-02-03T09:00", Command.complete(CASE, "2", as("STAF")));
    did(engine, "2026-02-04T09:00", Command.complete(CASE, "3", as("STAF")));
    return engine;
  }

  @Test
  void rows_that_share_a_time_are_due_together_counted_from_the_first() {
    SopEngine engine = sharing();

    assertThat(due(engine, "4")).contains("2026-02-05T16:00");
    did(engine, "2026-02-06T09:00", Command.complete(CASE, "4", as("STAF")).decision("YA"));

    assertThat(verdict(engine, "2")).isEqualTo(Verdict.PATUH);
    assertThat(verdict(engine, "3")).isEqualTo(Verdict.PATUH);
    assertThat(verdict(engine, "4")).isEqualTo(Verdict.TIDAK_PATUH);
    assertThat(report(engine, "4").catatan())
        .extracting(Finding::code)
        .containsExactly(AuditCode.TIME_SHARED);
    assertThat(report(engine, "5").catatan()).isEmpty();
  }

  @Test
  void the_shared_time_runs_on_within_its_rows_and_begins_anew_from_outside() {
    SopEngine again = sharing();
    did(
        again,
        "2026-02-05T09:00",
        Command.complete(CASE, "4", as("STAF")).decision("ULANG").alasan("kurang"));
    assertThat(due(again, "2")).contains("2026-02-05T16:00");
    did(again, "2026-02-06T09:00", Command.complete(CASE, "2", as("STAF")));
    assertThat(verdict(again, "2")).isEqualTo(Verdict.TIDAK_PATUH);

    clock.set(wib("2026-02-02T08:00"));
    SopEngine anew = sharing();
    did(
        anew,
        "2026-02-05T09:00",
        Command.complete(CASE, "4", as("STAF")).decision("AWAL").alasan("kurang"));
    did(anew, "2026-02-06T09:00", Command.complete(CASE, "1", as("STAF")));
    assertThat(due(anew, "2")).contains("2026-02-11T16:00");
    assertThat(verdict(anew, "2")).isEqualTo(Verdict.BELUM_JATUH_TEMPO);
  }

  @Test
  void what_sets_no_time_is_assessed_by_a_schedule_or_not_at_all() {
    for (String time : List.of("sesuai jadwal", "sesuai kebutuhan", "tidak ditetapkan")) {
      for (boolean scheduled : List.of(true, false)) {
        clock.set(wib("2026-02-02T08:00"));
        Sop sop = aSop().row(aRow("1").within(waktu(time))).row(aRow("2")).build();
        Arrows arrows = Arrows.of(sop);
        arrows.start().to("1");
        arrows.from("1").to("2");
        arrows.from("2").ends();
        SopEngine engine =
            SopEngine.builder()
                .procedure(Desk.procedure(sop, arrows))
                .store(MemoryStore.create())
                .calendar(WorkCalendar.indonesia())
                .policy(CompliancePolicy.retrospective())
                .clock(clock)
                .build();
        did(engine, Command.start(CASE, sop.id(), as("STAF")));
        assertThat(due(engine, "1")).as(time).isEmpty();
        assertThat(engine.ladder(CASE).rungs()).as(time).isEmpty();
        if (scheduled) {
          did(
              engine,
              "2026-02-02T09:00",
              Command.schedule(
                  CASE,
                  "1",
                  as("STAF"),
                  paper("Undangan"),
                  wib("2026-02-04T08:00"),
                  wib("2026-02-04T12:00")));
          assertThat(due(engine, "1")).as(time).contains("2026-02-04T12:00");
        }
        did(engine, "2026-02-04T13:00", Command.complete(CASE, "1", as("STAF")));

        assertThat(verdict(engine, "1"))
            .as(time)
            .isEqualTo(scheduled ? Verdict.TIDAK_PATUH : Verdict.TIDAK_DAPAT_DINILAI);
        did(engine, "2026-02-04T14:00", Command.complete(CASE, "2", as("STAF")));
        // Only "sesuai jadwal" promised a standard that nobody recorded.
        boolean lacks = time.equals("sesuai jadwal");
        assertThat(engine.report(CASE).verdict())
            .as(time)
            .isEqualTo(
                scheduled
                    ? Verdict.TIDAK_PATUH
                    : lacks ? Verdict.TIDAK_DAPAT_DINILAI : Verdict.PATUH);
      }
    }
  }
}
