package id.sop.migration;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.audit.Kriteria;
import id.sop.audit.RowReport;
import id.sop.audit.Verdict;
import id.sop.casework.CaseworkCode;
import id.sop.casework.Command;
import id.sop.casework.OpenRow;
import id.sop.casework.Refusal;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.definition.StepId;
import id.sop.journal.CaseId;
import id.sop.routing.Procedure;
import id.sop.store.MemoryStore;
import id.sop.testing.Desk;
import id.sop.worktime.DueDates;
import id.sop.worktime.UnitCalendars;
import id.sop.worktime.WorkCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rows of units with times of their own go over: an open one is counted by the unit whose it is on
 * the new version, wherever it began and whatever it is called.
 */
class MigratedUnitsTest {
  private static final String DOCUMENT =
      """
      sop: contoh.antarkantor
      versi: %s
      zona: WIB
      unitKerja:
        - { kode: CABANG, nama: Kantor Cabang, zona: WIT, kalender: papua }
        - { kode: LOKET, nama: Loket Layanan, zona: WITA }
      identitas: { instansi: Pemerintah Contoh, unit: Biro Umum, nama: Surat antarkantor,
        nomor: "1", tanggalPembuatan: 2024-01-01, tanggalEfektif: 2024-01-01,
        disahkanOleh: Sekretaris, dasarHukum: [Perda 1/2020] }
      pelaksana:
        - { kode: STAF, nama: Staf }
        - { kode: KACAB, nama: Kepala Cabang, unit: %s }
        - { kode: PETUGAS, nama: Petugas, unit: LOKET }
      langkah:
        - { id: 1, kegiatan: Kirim, pelaksana: STAF, waktu: 2 jam kerja }
        - { id: %s, kegiatan: Balas, pelaksana: %s, waktu: 1 hari kerja }
      """;

  /** Monday, 08:00 at the office and 10:00 at the branch. */
  private static final Instant MONDAY = at("2026-02-02T08:00", "Asia/Jakarta");

  private static Instant at(String local, String zone) {
    return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
  }

  private static Instant wit(String local) {
    return at(local, "Asia/Jayapura");
  }

  private static Instant wita(String local) {
    return at(local, "Asia/Makassar");
  }

  /** The branch has Tuesday off; nobody else has. */
  private static UnitCalendars calendars(String dayOff) {
    DueDates papua =
        WorkCalendar.indonesia()
            .with(
                "papua.yaml",
                """
                keputusan:
                  - sumber: Perda 3/2025
                    diketahui: 2025-12-01
                    liburDaerah:
                      - { tanggal: %s, nama: Hari jadi }
                """
                    .formatted(dayOff))
            .calendar()
            .orElseThrow();
    return UnitCalendars.of(WorkCalendar.indonesia()).with("papua", papua);
  }

  private static Procedure version(
      String versi, String digest, String unit, String row, String performer) {
    String text = DOCUMENT.formatted(versi, unit, row, performer);
    SopReader.Result read = SopReader.read("sop.yaml", text.getBytes(StandardCharsets.UTF_8));
    Sop sop = read.sop().orElseThrow(() -> new AssertionError(read.problems()));
    return TwoVersions.procedure(sop, TwoVersions.inOrder(sop, "1", row), digest);
  }

  private static TwoVersions office(String unit, String row, String performer) {
    return new TwoVersions(
        version("1", TwoVersions.OLD, "CABANG", "2", "KACAB"),
        version("2", TwoVersions.NEW, unit, row, performer),
        MemoryStore.create(),
        calendars("2026-02-03"));
  }

  private static CaseId atTheBranch(TwoVersions office) {
    office.clock.set(MONDAY);
    CaseId id = office.at(1, "1");
    assertThat(row(office, "2").dueAt()).contains(wit("2026-02-04T16:00"));
    return id;
  }

  private static OpenRow row(TwoVersions office, String id) {
    return office.engine.state(TwoVersions.id(1)).open().get(StepId.of(id));
  }

  private static void goesOver(TwoVersions office, MigrationPlan.Builder plan) {
    assertThat(office.apply(plan)).singleElement().isInstanceOf(CaseVerdict.Moves.class);
  }

  @Test
  void a_row_that_is_only_called_otherwise_keeps_its_unit_and_its_time() {
    TwoVersions office = office("CABANG", "balas", "KACAB");
    atTheBranch(office);

    goesOver(office, office.plan().rename("2", "balas"));

    assertThat(row(office, "balas").dueAt()).contains(wit("2026-02-04T16:00"));
    office.engine.calendar(calendars("2026-02-04"));
    office.engine.reproject();
    assertThat(row(office, "balas").dueAt()).contains(wit("2026-02-03T16:00"));
  }

  @Test
  void a_row_whose_performer_belongs_to_another_unit_now_is_counted_by_that() {
    TwoVersions office = office("LOKET", "2", "KACAB");
    CaseId id = atTheBranch(office);

    goesOver(office, office.plan());

    // Tuesday is a day like any other there.
    assertThat(row(office, "2").dueAt()).contains(wita("2026-02-03T16:00"));
    office.engine.calendar(calendars("2026-02-05"));
    office.engine.reprojectAll();
    assertThat(row(office, "2").dueAt()).contains(wita("2026-02-03T16:00"));
    office.clock.set(wita("2026-02-03T16:01"));
    office.did(Command.complete(id, "2", Desk.as("KACAB")));
    assertThat(late(office, "2")).isEqualTo(Verdict.TIDAK_PATUH);
  }

  @Test
  void a_row_that_another_unit_does_now_is_counted_by_that() {
    TwoVersions office = office("CABANG", "balas", "PETUGAS");
    CaseId id = atTheBranch(office);

    goesOver(office, office.plan().rename("2", "balas"));

    assertThat(row(office, "balas").clock().pemilik()).isEqualTo(PelaksanaCode.of("PETUGAS"));
    assertThat(row(office, "balas").dueAt()).contains(wita("2026-02-03T16:00"));
    office.clock.set(wita("2026-02-03T15:59"));
    office.did(Command.complete(id, "balas", Desk.as("PETUGAS")));
    assertThat(late(office, "balas")).isEqualTo(Verdict.PATUH);
  }

  @Test
  void a_row_whose_clock_stands_does_not_go_to_another_unit() {
    TwoVersions office = office("LOKET", "2", "KACAB");
    CaseId id = atTheBranch(office);
    office.clock.set(wita("2026-02-03T09:00"));
    office.did(Command.suspend(id, Desk.as("STAF"), "menunggu pemohon").row("2"));

    assertThat(office.apply(office.plan()))
        .singleElement()
        .satisfies(v -> assertThat(why(v)).containsExactly(CaseworkCode.CLOCK_DOES_NOT_FIT.id()));

    office.clock.set(wita("2026-02-03T11:00"));
    office.did(Command.resume(id, Desk.as("STAF")).row("2"));
    goesOver(office, office.plan());
    // What the stop took on Tuesday is given back on Wednesday, though the branch was off.
    assertThat(row(office, "2").dueAt()).contains(wita("2026-02-04T09:30"));
  }

  private static List<String> why(CaseVerdict verdict) {
    return ((CaseVerdict.Stays) verdict)
        .why().stream().map(Refusal::code).map(c -> c.id()).toList();
  }

  private static Verdict late(TwoVersions office, String row) {
    return office.engine.report(TwoVersions.id(1)).rows().stream()
        .filter(r -> r.step().value().equals(row))
        .findFirst()
        .map((RowReport r) -> r.verdict(Kriteria.WAKTU))
        .orElseThrow();
  }
}
