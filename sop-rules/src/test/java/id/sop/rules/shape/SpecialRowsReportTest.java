package id.sop.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.audit.AuditCode;
import id.sop.audit.CaseReport;
import id.sop.audit.Finding;
import id.sop.audit.Verdict;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.definition.SopId;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.store.MemoryStore;
import id.sop.worktime.WorkCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the report says of rows that were skipped, lapsed, arose, or were repeated. */
class SpecialRowsReportTest {
  private static final CaseId ID = CaseId.of("B-1");
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private final SettableClock clock =
      SettableClock.at(LocalDateTime.of(2026, 1, 5, 8, 0).atZone(WIB).toInstant(), WIB);

  private SopEngine engine(String name) {
    return SopEngine.builder()
        .procedure(Shapes.loaded(name).procedure().orElseThrow(), LocalDate.of(2026, 1, 2))
        .store(MemoryStore.create())
        .calendar(WorkCalendar.indonesia())
        .clock(clock)
        .build();
  }

  private void does(SopEngine engine, Command command) {
    clock.set(clock.instant().plusSeconds(600));
    assertThat(engine.submit(command)).isInstanceOf(Outcome.Recorded.class);
  }

  private static Actor as(String role) {
    return Actor.of("u-1", role);
  }

  private static Command done(String row, String role, String... output) {
    var command = Command.complete(ID, row, as(role));
    List.of(output).forEach(o -> command.output(Document.of(o, "1")));
    return command.build();
  }

  private static List<AuditCode> codes(CaseReport report, String row) {
    return report.rows().stream()
        .filter(r -> r.step().value().equals(row))
        .flatMap(r -> r.assessments().values().stream())
        .flatMap(a -> a.findings().stream())
        .map(Finding::code)
        .toList();
  }

  private CaseReport background(boolean monitored) {
    try (SopEngine engine = engine("c08-latar")) {
      String sop = "contoh.c08-latar";
      does(engine, Command.start(ID, SopId.of(sop), as("KABAG")).build());
      does(engine, done("1", "KABAG"));
      if (monitored) {
        does(engine, done("2", "KASUBAG", "Catatan pantauan"));
      }
      does(engine, done("4", "STAF"));
      does(engine, done("5", "STAF", "Laporan"));
      return engine.report(ID);
    }
  }

  @Test
  void a_row_that_runs_along_and_is_left_undone_is_a_breach() {
    CaseReport report = background(false);

    assertThat(report.verdict()).isEqualTo(Verdict.TIDAK_PATUH);
    assertThat(codes(report, "2")).contains(AuditCode.LAPSED_MANDATORY);
  }

  @Test
  void one_that_is_optional_too_is_none() {
    CaseReport report = background(true);

    assertThat(report.verdict()).isEqualTo(Verdict.PATUH);
    assertThat(codes(report, "3")).contains(AuditCode.LAPSED_OPTIONAL);
  }

  @Test
  void an_optional_row_that_was_skipped_is_no_finding() {
    try (SopEngine engine = engine("c08-opsional")) {
      String sop = "contoh.c08-opsional";
      does(engine, Command.start(ID, SopId.of(sop), as("STAF")).build());
      does(engine, done("1", "STAF", "Rancangan keputusan"));
      does(engine, Command.skip(ID, "2", as("KASUBAG"), "rutin").build());
      does(engine, Command.skip(ID, "3", as("KABAG"), "berhalangan").build());
      does(engine, done("6", "STAF"));

      CaseReport report = engine.report(ID);

      assertThat(report.verdict()).isEqualTo(Verdict.PATUH);
      assertThat(codes(report, "2"))
          .contains(AuditCode.IN_ORDER, AuditCode.SKIPPED)
          .doesNotContain(AuditCode.NOT_DONE_YET);
    }
  }

  @Test
  void a_case_that_was_withdrawn_followed_its_sop() {
    try (SopEngine engine = engine("c08-sewaktu-waktu")) {
      String sop = "contoh.c08-sewaktu-waktu";
      does(engine, Command.start(ID, SopId.of(sop), as("STAF")).build());
      does(engine, Command.raise(ID, "4", as("PEMOHON"), "acara batal").build());
      does(engine, done("4", "STAF"));

      CaseReport report = engine.report(ID);

      assertThat(report.outcome()).contains("DITARIK");
      assertThat(report.findings()).isEmpty();
      assertThat(report.verdict()).isEqualTo(Verdict.PATUH);
      assertThat(codes(report, "1")).contains(AuditCode.LAPSED_WITH_CASE);
      assertThat(codes(report, "4")).contains(AuditCode.IN_ORDER);
    }
  }

  @Test
  void each_time_a_row_repeats_is_a_visit_in_order() {
    try (SopEngine engine = engine("c08-berulang")) {
      String sop = "contoh.c08-berulang";
      does(engine, Command.start(ID, SopId.of(sop), as("STAF")).build());
      does(engine, done("1", "STAF"));
      Document bahan = Document.of("Bahan", "1");
      Document notulen = Document.of("Notulen", "1");
      for (int i = 0; i < 2; i++) {
        does(
            engine,
            Command.complete(ID, "2", as("KASUBAG")).kelengkapan(bahan).output(notulen).again());
      }
      does(
          engine,
          Command.complete(ID, "2", as("KASUBAG")).kelengkapan(bahan).output(notulen).build());
      does(engine, done("3", "STAF"));

      CaseReport report = engine.report(ID);

      assertThat(report.verdict()).isEqualTo(Verdict.PATUH);
      assertThat(report.findings()).isEmpty();
      assertThat(report.rows()).filteredOn(r -> r.step().value().equals("2")).hasSize(3);
    }
  }
}
