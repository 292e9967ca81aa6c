package id.sop.rules.shape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.audit.AuditCode;
import id.sop.audit.CaseReport;
import id.sop.audit.Finding;
import id.sop.bundle.SavedTable;
import id.sop.bundle.SopBundle;
import id.sop.casework.CaseworkCode;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.definition.DataValue;
import id.sop.definition.DefinitionCode;
import id.sop.definition.Parameter;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.migration.CaseVerdict;
import id.sop.migration.MigrationPlan;
import id.sop.problem.Language;
import id.sop.problem.Problem;
import id.sop.problem.Severity;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.rules.difference.Change;
import id.sop.rules.difference.Difference;
import id.sop.store.MemoryStore;
import id.sop.worktime.WorkCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that a regulation changes: which one holds, what is told of them, what is found. */
class ParametersTest {
  private static final String NAME = "c04-ambang-bertanggal";
  private static final CaseId ID = CaseId.of("B-1");
  private static final WorkCalendar CALENDAR = WorkCalendar.indonesia();

  private static String text(String file) {
    return new String(Shapes.bundle(NAME).bytes(file).orElseThrow(), UTF_8);
  }

  private static SopBundle bundle(String sop, String rute) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(SopBundle.SOP, sop.getBytes(UTF_8));
    files.put(SopBundle.RUTE, rute.getBytes(UTF_8));
    return SopBundle.of("ambang", files);
  }

  /** The mark ▶ in {@code written} is where the problem stands. */
  private static Problem problem(String file, String part, String written) {
    String good = text(file);
    assertThat(good).containsOnlyOnce(part);
    String marked = good.replace(part, written);
    String broken = marked.replace("▶", "");
    LoadedSop loaded =
        SopRules.load(
            file.equals(SopBundle.SOP)
                ? bundle(broken, text(SopBundle.RUTE))
                : bundle(text(SopBundle.SOP), broken));
    List<Problem> errors =
        loaded.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
    assertThat(errors).hasSize(1);
    String before = marked.substring(0, marked.indexOf('▶'));
    assertThat(errors.get(0).place().line())
        .isEqualTo(before.chars().filter(c -> c == '\n').count() + 1);
    assertThat(errors.get(0).place().column())
        .isEqualTo(before.length() - before.lastIndexOf('\n'));
    return errors.get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SOP-1192 | 2025-04-30 | ▶2018-07-01 ",
        "SOP-1193 | 2018-07-01, nilai: 10_000_000 | ▶2024-01-03, nilai: 10_000_000",
        "SOP-1191 | nama: batasBeliLangsung | nama: ▶nilai",
        "SOP-1105 | nama: batasBeliLangsung | nama: ▶tanggalMulai",
        "SOP-1104 | nama: batasBeliLangsung | nama: ▶Batas",
        "SOP-1140 | nilai: 50_000_000 | nilai: ▶lima puluh juta",
      })
  void what_is_wrong_with_a_parameter_is_told_at_its_place(
      String code, String part, String written) {
    String marked = written;
    if (code.equals("SOP-1192") || code.equals("SOP-1193")) {
      // The whole value is meant: its place is where it begins.
      marked = written.replace("▶", "");
      part = "{ sejak: " + part;
      marked = "▶{ sejak: " + marked;
    }
    // A name that rules use and nobody declares any more is told there, too.
    String good = text(SopBundle.SOP);
    String broken = good.replace(part, marked.replace("▶", ""));
    List<Problem> told =
        SopRules.load(bundle(broken, text(SopBundle.RUTE))).problems().stream()
            .filter(p -> p.place().file().endsWith(SopBundle.SOP))
            .filter(p -> p.severity() == Severity.ERROR)
            .toList();

    String whole = good.replace(part, marked);
    String before = whole.substring(0, whole.indexOf('▶'));
    assertThat(told).extracting(p -> p.code().id()).containsExactly(code);
    assertThat(told.get(0).place().line())
        .isEqualTo(before.chars().filter(c -> c == '\n').count() + 1);
    assertThat(told.get(0).place().column()).isEqualTo(before.length() - before.lastIndexOf('\n'));
  }

  private static List<Problem> unread(LoadedSop loaded) {
    return loaded.problems().stream()
        .filter(p -> p.code() == DefinitionCode.PARAMETER_UNREAD)
        .toList();
  }

  @Test
  void a_parameter_that_nothing_is_compared_with_is_told_at_its_place_and_the_sop_loads() {
    String good = text(SopBundle.SOP);
    String more =
        """
        parameter:
          - nama: batasLain
            jenis: uang
            nilai:
              - { sejak: 2018-07-01, nilai: 5, dasarHukum: Peraturan Bupati Nomor 3 Tahun 2018 }
        """;
    assertThat(good).containsOnlyOnce("parameter:\n");

    LoadedSop loaded =
        SopRules.load(bundle(good.replace("parameter:\n", more), text(SopBundle.RUTE)));

    assertThat(loaded.procedure()).isPresent();
    assertThat(unread(loaded)).hasSize(1);
    Problem told = unread(loaded).get(0);
    assertThat(told.severity()).isEqualTo(Severity.WARNING);
    assertThat(told.text(Language.ID)).contains("batasLain");
    String before = good.substring(0, good.indexOf("parameter:\n"));
    assertThat(told.place().line()).isEqualTo(before.chars().filter(c -> c == '\n').count() + 2);
    assertThat(told.place().column()).isEqualTo(5);
  }

  @Test
  void one_that_only_a_checklist_or_only_a_rule_reads_is_read() {
    assertThat(unread(SopRules.load(Shapes.bundle("c17-kelengkapan-menurut-data")))).isEmpty();
    assertThat(unread(SopRules.load(Shapes.bundle(NAME)))).isEmpty();
  }

  @Test
  void an_unknown_name_is_told_with_the_one_that_was_meant() {
    Problem problem =
        problem(SopBundle.RUTE, "nilai <= batasBeliLangsung )", "nilai <= ▶batasBeliLansung )");

    assertThat(problem.code().id()).isEqualTo("SOP-2028");
    assertThat(problem.hint(Language.ID)).contains("batasBeliLangsung");
  }

  @Test
  void amounts_are_not_compared_with_dates() {
    Problem problem =
        problem(
            SopBundle.RUTE, "nilai <= batasBeliLangsung )", "tanggalMulai <= ▶batasBeliLangsung )");

    assertThat(problem.code().id()).isEqualTo("SOP-2070");
  }

  @Test
  void a_later_value_outside_the_range_of_its_fact_is_told_with_its_day() {
    String sop = text(SopBundle.SOP).replace("sampai: 100_000_000_000", "sampai: 300_000_000");

    List<Problem> told =
        SopRules.load(bundle(sop, text(SopBundle.RUTE))).problems().stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .toList();

    assertThat(told).extracting(p -> p.code().id()).containsOnly("SOP-2071").hasSize(2);
    assertThat(told.get(0).text(Language.ID)).contains("400000000 sejak 2025-07-01");
  }

  @Test
  void a_gap_that_only_opens_when_a_value_changes_is_found_with_the_day() {
    String rute = text(SopBundle.RUTE).replace("> batasPengadaanLangsung )", "> 400_000_000 )");

    List<Problem> told =
        SopRules.load(bundle(text(SopBundle.SOP), rute)).problems().stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .toList();

    assertThat(told).extracting(p -> p.code().id()).containsExactly("SOP-3001");
    assertThat(told.get(0).text(Language.ID)).contains("tanggalMulai", "2024-01-02");
    assertThat(told.get(0).text(Language.ID)).doesNotContain("2025-07-02");
  }

  @Test
  void the_saved_table_knows_every_period() {
    SopBundle bare = bundle(text(SopBundle.SOP), text(SopBundle.RUTE));
    Procedure compiled = SopRules.loadOrThrow(bare);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(SopBundle.SOP, bare.bytes(SopBundle.SOP).orElseThrow());
    files.put(SopBundle.RUTE, bare.bytes(SopBundle.RUTE).orElseThrow());
    files.put(
        SopBundle.TABEL, SavedTable.bytes(bare, compiled.sop(), (RoutingTable) compiled.router()));

    Procedure saved = SavedTable.procedureOrThrow(SopBundle.of("ambang", files));

    assertThat(saved.sop()).isEqualTo(compiled.sop());
    assertThat(((RoutingTable) saved.router()).blocks())
        .isEqualTo(((RoutingTable) compiled.router()).blocks());
  }

  @Test
  void a_changed_value_is_told_between_two_versions_and_where_it_leads() {
    String sop = text(SopBundle.SOP).replace("nilai: 50_000_000", "nilai: 75_000_000");
    Procedure before = Shapes.loaded(NAME).procedure().orElseThrow();
    Procedure after = SopRules.load(bundle(sop, text(SopBundle.RUTE))).procedure().orElseThrow();

    List<Change> changes = Difference.between(before, after).changes();

    assertThat(changes)
        .filteredOn(c -> c instanceof Change.Reworded)
        .singleElement()
        .asString()
        .contains("batasBeliLangsung", "50000000 sejak 2025-04-30", "75000000 sejak 2025-04-30");
    assertThat(changes).anyMatch(c -> c instanceof Change.Routed);
  }

  private static SopEngine engine(Instant now) {
    return SopEngine.builder()
        .procedure(Shapes.loaded(NAME).procedure().orElseThrow(), LocalDate.of(2020, 1, 1))
        .store(MemoryStore.create())
        .calendar(CALENDAR)
        .clock(Clock.fixed(now, ZoneOffset.UTC))
        .build();
  }

  private static Actor staf() {
    return Actor.of("u-1", "STAF");
  }

  private static List<String> opensAfterRow1(String begun) {
    try (SopEngine engine = engine(Instant.parse("2026-01-05T02:00:00Z"))) {
      Outcome started =
          engine.submit(
              Command.start(ID, Shapes.loaded(NAME).procedure().orElseThrow().sop().id(), staf())
                  .at(Instant.parse(begun))
                  .build());
      assertThat(started).isInstanceOf(Outcome.Recorded.class);
      Outcome done =
          engine.submit(
              Command.complete(ID, "1", staf())
                  .kelengkapan(Document.of("Nota permintaan", "1"))
                  .data("nilai", 30_000_000)
                  .build());
      assertThat(done).isInstanceOf(Outcome.Recorded.class);
      return engine.state(ID).openRows().stream().map(r -> r.step().value()).toList();
    }
  }

  /** The zone of the unit decides what day it is: in Jakarta 17:00 UTC is tomorrow. */
  @Test
  void the_value_in_force_when_the_case_began_decides_however_long_it_runs() {
    assertThat(opensAfterRow1("2025-04-29T16:59:59Z")).containsExactly("3");
    assertThat(opensAfterRow1("2025-04-29T17:00:00Z")).containsExactly("2");
  }

  @Test
  void nobody_can_say_on_which_day_a_case_began() {
    try (SopEngine engine = engine(Instant.parse("2026-01-05T02:00:00Z"))) {
      Outcome outcome =
          engine.submit(
              Command.start(ID, Shapes.loaded(NAME).procedure().orElseThrow().sop().id(), staf())
                  .data(Parameter.TANGGAL_MULAI, LocalDate.of(2025, 1, 1))
                  .build());

      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
      assertThat(((Outcome.Refused) outcome).why())
          .extracting(r -> r.code())
          .containsExactly(CaseworkCode.FACT_UNKNOWN);
    }
  }

  @Test
  void no_case_begins_before_the_values_are_in_force() {
    try (SopEngine engine = engine(Instant.parse("2026-01-05T02:00:00Z"))) {
      Outcome outcome =
          engine.submit(
              Command.start(ID, Shapes.loaded(NAME).procedure().orElseThrow().sop().id(), staf())
                  .at(Instant.parse("2023-12-29T02:00:00Z"))
                  .build());

      assertThat(((Outcome.Refused) outcome).why())
          .extracting(r -> r.code())
          .containsExactly(CaseworkCode.PARAMETERS_NOT_IN_FORCE);
    }
  }

  @Test
  void the_report_goes_by_the_day_itself_and_not_by_what_was_recorded_of_it() {
    Procedure procedure = Shapes.loaded(NAME).procedure().orElseThrow();
    Instant now = Instant.parse("2025-03-03T02:00:00Z");
    List<Entry> journal;
    try (SopEngine engine = engine(now)) {
      engine.submit(Command.start(ID, procedure.sop().id(), staf()).build());
      engine.submit(
          Command.complete(ID, "1", staf())
              .kelengkapan(Document.of("Nota permintaan", "1"))
              .data("nilai", 30_000_000)
              .build());
      journal = engine.journal(ID);
    }
    assertThat(findings(procedure, journal, now)).isEmpty();

    List<Entry> forged = new ArrayList<>();
    for (Entry entry : journal) {
      CaseEvent event = entry.event();
      if (event instanceof CaseEvent.Started s) {
        event =
            new CaseEvent.Started(
                s.sop(),
                s.versi(),
                s.digest(),
                s.actor(),
                Map.of(Parameter.TANGGAL_MULAI, DataValue.of(LocalDate.of(2025, 9, 1))),
                s.occurredAt());
      }
      String head = forged.isEmpty() ? Chain.GENESIS : forged.get(forged.size() - 1).digest();
      forged.add(
          Chain.next(ID, forged.size() + 1L, entry.recordedAt(), Optional.empty(), event, head));
    }

    assertThat(findings(procedure, forged, now))
        .extracting(Finding::code)
        .containsExactly(AuditCode.BEGUN_ANOTHER_DAY);
  }

  @ParameterizedTest
  @CsvSource({"15_000_000, 2", "30_000_000, 3", "60_000_000, 3"})
  void after_going_over_the_new_versions_value_of_the_day_of_beginning_holds(
      String nilai, String row) {
    // Amended for those days, too; what holds since later days is as it was.
    String sop =
        text(SopBundle.SOP)
            .replace("versi: 2024-01", "versi: 2026-02")
            .replace("nilai: 10_000_000", "nilai: 20_000_000");
    Procedure before = Shapes.loaded(NAME).procedure().orElseThrow();
    Procedure after = SopRules.loadOrThrow(bundle(sop, text(SopBundle.RUTE)));
    assertThat(after.digest()).isNotEqualTo(before.digest());
    try (SopEngine engine = engine(Instant.parse("2026-01-05T02:00:00Z"))) {
      engine.load(after, LocalDate.of(2199, 1, 1));
      engine.submit(
          Command.start(ID, before.sop().id(), staf())
              .at(Instant.parse("2025-04-29T16:59:59Z"))
              .build());
      MigrationPlan plan =
          MigrationPlan.to(before.sop().id(), after.digest())
              .by(staf())
              .because("nilai diubah")
              .onGround(Document.of("Peraturan Bupati", "6/2025"))
              .build();

      assertThat(engine.migration(plan).apply(v -> {}).moves()).isEqualTo(1);
      engine.submit(
          Command.complete(ID, "1", staf())
              .kelengkapan(Document.of("Nota permintaan", "1"))
              .data("nilai", Long.parseLong(nilai.replace("_", "")))
              .build());

      assertThat(engine.state(ID).openRows())
          .extracting(r -> r.step().value())
          .containsExactly(row);
      assertThat(engine.state(ID).data().get(Parameter.TANGGAL_MULAI))
          .isEqualTo(DataValue.of(LocalDate.of(2025, 4, 29)));
      assertThat(engine.report(ID).findings())
          .extracting(Finding::code)
          .doesNotContain(AuditCode.NOT_BY_RULES, AuditCode.BEGUN_ANOTHER_DAY);
    }
  }

  @Test
  void a_case_goes_over_only_to_where_each_value_was_in_force_when_it_began() {
    String sop =
        text(SopBundle.SOP)
            .replace("versi: 2024-01", "versi: 2026-02")
            .replaceFirst("\\s+- \\{ sejak: 2018-07-01, nilai: 10_000_000[^\\n]*", "")
            .replaceFirst("tanggalEfektif: [0-9-]+", "tanggalEfektif: 2026-01-02");
    Procedure before = Shapes.loaded(NAME).procedure().orElseThrow();
    Procedure after = SopRules.loadOrThrow(bundle(sop, text(SopBundle.RUTE)));
    try (SopEngine engine = engine(Instant.parse("2026-01-05T02:00:00Z"))) {
      engine.load(after, LocalDate.of(2199, 1, 1));
      engine.submit(
          Command.start(ID, before.sop().id(), staf())
              .at(Instant.parse("2025-04-29T16:59:59Z"))
              .build());
      List<CaseVerdict> verdicts = new ArrayList<>();
      engine
          .migration(
              MigrationPlan.to(before.sop().id(), after.digest())
                  .by(staf())
                  .because("nilai diubah")
                  .onGround(Document.of("Peraturan Bupati", "6/2025"))
                  .build())
          .apply(verdicts::add);

      assertThat(((CaseVerdict.Stays) verdicts.get(0)).why())
          .extracting(r -> r.code())
          .containsExactly(CaseworkCode.FACT_DOES_NOT_FIT);
    }
  }

  private static List<Finding> findings(Procedure procedure, List<Entry> journal, Instant now) {
    return CaseReport.of(procedure, journal, CALENDAR, now).findings();
  }
}
