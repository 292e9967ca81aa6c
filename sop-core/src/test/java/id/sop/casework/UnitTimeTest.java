package id.sop.casework;

import static id.sop.testing.Desk.CASE;
import static id.sop.testing.Desk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.Reprojection;
import id.sop.SopEngine;
import id.sop.audit.Kriteria;
import id.sop.audit.RowReport;
import id.sop.audit.Verdict;
import id.sop.definition.DefinitionCode;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.definition.StepId;
import id.sop.example.SettableClock;
import id.sop.journal.CaseEvent;
import id.sop.journal.DueCause;
import id.sop.journal.Entry;
import id.sop.problem.SopException;
import id.sop.store.MemoryStore;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.worktime.DueDates;
import id.sop.worktime.UnitCalendars;
import id.sop.worktime.WorkCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * An office in WIB, its branch in WIT with a calendar of its own, and a desk in WITA that works six
 * days: each row is counted by the time of the unit that does it.
 */
class UnitTimeTest {
  private static final String DOCUMENT =
      """
      sop: contoh.antarkantor
      versi: 1
      zona: WIB
      unitKerja:
        - { kode: CABANG, nama: Kantor Cabang, zona: WIT, kalender: papua }
        - { kode: LOKET, nama: Loket Layanan, zona: WITA, kalender: enam-hari }
      identitas: { instansi: Pemerintah Contoh, unit: Biro Umum, nama: Surat antarkantor,
        nomor: "1", tanggalPembuatan: 2024-01-01, tanggalEfektif: 2024-01-01,
        disahkanOleh: Sekretaris, dasarHukum: [Perda 1/2020] }
      pengawasan:
        pengingat: [2 jam kerja]
        eskalasi: [{ setelah: 1 hari kerja, kepada: STAF }]
      pelaksana:
        - { kode: STAF, nama: Staf }
        - { kode: KACAB, nama: Kepala Cabang, unit: CABANG }
        - { kode: PETUGAS, nama: Petugas Loket, unit: LOKET }
      langkah:
        - { id: 1, kegiatan: Kirim, pelaksana: STAF, waktu: 2 jam kerja }
        - { id: 2, kegiatan: Balas, pelaksana: KACAB, waktu: 2 jam kerja }
        - { id: 3, kegiatan: Layani, pelaksana: PETUGAS, waktu: 1 hari kerja }
        - { id: 4, kegiatan: Paraf, pelaksana: { berjenjang: [KACAB] }, waktu: 1 hari kerja }
      """;

  /** Monday, 14:30 at the office, 15:30 at the desk, 16:30 at the branch, which has closed. */
  private static final Instant MONDAY = at("2026-02-02T14:30", "Asia/Jakarta");

  private final SettableClock clock = SettableClock.at(MONDAY, ZoneOffset.UTC);

  private static Instant at(String local, String zone) {
    return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
  }

  private static Instant wib(String local) {
    return at(local, "Asia/Jakarta");
  }

  private static Instant wita(String local) {
    return at(local, "Asia/Makassar");
  }

  private static Instant wit(String local) {
    return at(local, "Asia/Jayapura");
  }

  private static WorkCalendar papua(String decree, String signed, String dayOff) {
    return WorkCalendar.indonesia()
        .with(
            "papua.yaml",
            """
            keputusan:
              - sumber: %s
                diketahui: %s
                liburDaerah:
                  - { tanggal: %s, nama: Hari jadi }
            """
                .formatted(decree, signed, dayOff))
        .calendar()
        .orElseThrow();
  }

  private static UnitCalendars calendars(DueDates papua) {
    return UnitCalendars.of(WorkCalendar.indonesia())
        .with("papua", papua)
        .with("enam-hari", WorkCalendar.indonesiaSixDays());
  }

  private static Sop sop() {
    SopReader.Result read = SopReader.read("sop.yaml", DOCUMENT.getBytes(StandardCharsets.UTF_8));
    assertThat(read.problems().stream().filter(p -> p.code().id().startsWith("SOP-12"))).isEmpty();
    return read.sop().orElseThrow(() -> new AssertionError(read.problems()));
  }

  private SopEngine engine(DueDates calendar) {
    Sop sop = sop();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1", "2", "3", "4");
    for (String row : List.of("1", "2", "3", "4")) {
      arrows.from(row).ends();
    }
    SopEngine engine =
        SopEngine.builder()
            .procedure(Desk.procedure(sop, arrows))
            .store(MemoryStore.create())
            .calendar(calendar)
            .clock(clock)
            .build();
    did(engine, Command.start(CASE, sop.id(), as("STAF")));
    return engine;
  }

  private static void did(SopEngine engine, CommandBuilder<?> command) {
    Outcome outcome = engine.submit(command.build());
    assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
  }

  private static Optional<Instant> due(SopEngine engine, String row) {
    return engine.state(CASE).open().get(StepId.of(row)).dueAt();
  }

  private static RowReport report(SopEngine engine, String row) {
    return engine.report(CASE).rows().stream()
        .filter(r -> r.step().value().equals(row))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void each_row_is_due_by_the_hours_of_the_unit_that_does_it() {
    SopEngine engine = engine(calendars(papua("Perda 3/2025", "2025-12-01", "2026-02-03")));

    // 1 h 30 min of Monday, 30 min of Tuesday.
    assertThat(due(engine, "1")).contains(wib("2026-02-03T08:00"));
    // Monday is over at the branch, Tuesday is off there.
    assertThat(due(engine, "2")).contains(wit("2026-02-04T09:30"));
    // The desk closes on Tuesday at the end of the hours of six working days.
    assertThat(due(engine, "3")).contains(wita("2026-02-03T14:45"));
    assertThat(due(engine, "4")).contains(wit("2026-02-04T16:00"));
  }

  @Test
  void what_is_told_later_is_by_the_same_hours() {
    SopEngine engine = engine(calendars(papua("Perda 3/2025", "2025-12-01", "2026-02-03")));
    clock.set(wit("2026-02-04T08:30"));

    assertThat(engine.remaining(CASE)).containsEntry(StepId.of("2"), Duration.ofHours(1));
    assertThat(engine.due(CASE, StepId.of("2")).orElseThrow().dueAt())
        .contains(wit("2026-02-04T09:30"));
    assertThat(engine.ladder(CASE).rungs())
        .filteredOn(r -> r.key().step().equals(StepId.of("4")))
        .extracting(Rung::at)
        .containsExactly(wit("2026-02-04T14:00"), wit("2026-02-04T16:00"), wit("2026-02-05T16:00"));
    assertThat(engine.ladder(CASE).calls(wit("2026-02-05T08:00"), java.util.Set.of()))
        .filteredOn(c -> c.rung().key().step().equals(StepId.of("4")))
        .extracting(Rung.Call::jamKerja)
        .containsExactly(Duration.ofMinutes(150), Duration.ofMinutes(30));
  }

  @Test
  void the_report_judges_by_the_same_hours_and_shows_them() {
    SopEngine engine = engine(calendars(papua("Perda 3/2025", "2025-12-01", "2026-02-03")));
    clock.set(wit("2026-02-04T09:30"));
    did(engine, Command.complete(CASE, "2", as("KACAB")));
    clock.set(wit("2026-02-04T09:31"));
    did(engine, Command.complete(CASE, "1", as("STAF")));

    assertThat(report(engine, "2").verdict(Kriteria.WAKTU)).isEqualTo(Verdict.PATUH);
    assertThat(report(engine, "2").dueAt()).contains(wit("2026-02-04T09:30"));
    assertThat(report(engine, "2").assessments().get(Kriteria.WAKTU).findings().get(0).facts())
        .contains("2026-02-04 09:30:00 WIT");
    assertThat(report(engine, "1").verdict(Kriteria.WAKTU)).isEqualTo(Verdict.TIDAK_PATUH);
  }

  @Test
  void a_decree_of_one_unit_moves_its_rows_only_and_is_named() {
    SopEngine engine = engine(calendars(WorkCalendar.indonesia()));
    assertThat(due(engine, "2")).contains(wit("2026-02-03T09:30"));
    engine.reproject();
    engine.calendar(calendars(papua("Keputusan Bupati 9/2026", "2026-02-02", "2026-02-03")));

    Reprojection done = engine.reproject();

    assertThat(done.moved()).isEqualTo(2);
    assertThat(due(engine, "1")).contains(wib("2026-02-03T08:00"));
    assertThat(due(engine, "2")).contains(wit("2026-02-04T09:30"));
    List<Entry> journal = engine.journal(CASE);
    assertThat(((CaseEvent.DueMoved) journal.get(journal.size() - 1).event()).cause())
        .isEqualTo(
            new DueCause.Calendar(List.of("Keputusan Bupati 9/2026"), LocalDate.of(2026, 2, 2)));
    assertThat(engine.reproject().moved()).isZero();
  }

  @Test
  void the_day_of_knowledge_is_that_of_the_unit() {
    SopEngine engine = engine(calendars(WorkCalendar.indonesia()));
    // Tuesday at the branch, Monday still at the office: there the decree is not known yet.
    clock.set(wit("2026-02-03T01:00"));
    engine.calendar(calendars(papua("Keputusan Bupati 9/2026", "2026-02-03", "2026-02-03")));

    assertThat(engine.reprojectAll().moved()).isEqualTo(2);
    assertThat(due(engine, "2")).contains(wit("2026-02-04T09:30"));
  }

  @Test
  void a_stopped_clock_gives_back_the_hours_of_the_unit() {
    SopEngine engine = engine(calendars(WorkCalendar.indonesia()));
    clock.set(wit("2026-02-03T08:30"));
    did(engine, Command.suspend(CASE, as("KACAB"), "menunggu surat").row("2"));
    clock.set(wit("2026-02-04T15:30"));
    did(engine, Command.resume(CASE, as("KACAB")).row("2"));

    // An hour is left: 30 min before closing, 30 min after opening.
    assertThat(due(engine, "2")).contains(wit("2026-02-05T08:00"));
  }

  @Test
  void whoever_signs_in_addition_does_not_change_whose_clock_it_is() {
    SopEngine engine = engine(calendars(WorkCalendar.indonesia()));
    Optional<Instant> due = due(engine, "4");
    did(
        engine,
        Command.addSigner(
                CASE, "4", as("KACAB"), PelaksanaCode.of("STAF"), "perlu paraf", "nota 3/2026")
            .sebelum(PelaksanaCode.of("KACAB")));

    assertThat(engine.reprojectAll().moved()).isZero();
    assertThat(due(engine, "4")).isEqualTo(due);
    assertThat(report(engine, "4").dueAt()).isEqualTo(due);
  }

  @Test
  void a_calendar_that_nobody_gave_is_refused_at_once_and_by_name() {
    assertThatThrownBy(() -> engine(WorkCalendar.indonesia()))
        .isInstanceOfSatisfying(
            SopException.class,
            e -> {
              assertThat(e.code()).isEqualTo(DefinitionCode.CALENDAR_NOT_GIVEN);
              assertThat(e.facts()).containsExactly("papua", "contoh.antarkantor");
            });
    SopEngine engine = engine(calendars(WorkCalendar.indonesia()));
    assertThatThrownBy(() -> engine.calendar(WorkCalendar.indonesia()))
        .isInstanceOf(SopException.class);
    // What it had holds.
    assertThat(engine.due(CASE, StepId.of("2")).orElseThrow().dueAt())
        .contains(wit("2026-02-03T09:30"));
    SopEngine empty =
        SopEngine.builder().store(MemoryStore.create()).calendar(WorkCalendar.indonesia()).build();
    Sop sop = sop();
    assertThatThrownBy(() -> empty.load(Desk.procedure(sop, Arrows.of(sop))))
        .isInstanceOf(SopException.class);
  }
}
