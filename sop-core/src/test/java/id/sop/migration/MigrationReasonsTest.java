package id.sop.migration;

import static id.sop.migration.TwoVersions.chain;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.audit.AuditCode;
import id.sop.audit.CaseReport;
import id.sop.audit.Finding;
import id.sop.audit.Knowledge;
import id.sop.authority.Authority;
import id.sop.casework.CaseworkCode;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.casework.Refusal;
import id.sop.casework.RowMapping;
import id.sop.definition.DataDomain;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.store.ForwardingStore;
import id.sop.store.MemoryStore;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.RowBuilder;
import id.sop.testing.SopBuilder;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What keeps a case on its version, what changes with it, and what becomes of the rest. */
class MigrationReasonsTest {
  private static TwoVersions office(Procedure after) {
    return new TwoVersions(chain("1", TwoVersions.OLD, s -> s, "1", "2", "3"), after);
  }

  private static Procedure next(UnaryOperator<SopBuilder> edit) {
    return chain("2", TwoVersions.NEW, edit, "1", "2", "3");
  }

  /** The new version has another row 2. */
  private static Procedure nextWith(RowBuilder second) {
    Sop sop = aSop().versi("2").row(aRow("1")).row(second).row(aRow("3")).build();
    return TwoVersions.procedure(sop, TwoVersions.inOrder(sop, "1", "2", "3"), TwoVersions.NEW);
  }

  private static List<String> why(CaseVerdict verdict) {
    return verdict.match(
        new CaseVerdict.Cases<List<String>>() {
          @Override
          public List<String> moves(CaseVerdict.Moves moves) {
            return List.of();
          }

          @Override
          public List<String> stays(CaseVerdict.Stays stays) {
            return stays.why().stream().map(Refusal::code).map(c -> c.id()).toList();
          }

          @Override
          public List<String> failed(CaseVerdict.Failed failed) {
            throw new AssertionError(failed);
          }
        });
  }

  private static CaseEvent.Migrated change(CaseVerdict verdict) {
    return ((CaseVerdict.Moves) verdict).change();
  }

  private static Command.Migrate order(CaseId id, String dari, String ke) {
    return new Command.Migrate(
        id,
        dari,
        ke,
        RowMapping.SAME,
        TwoVersions.BIRO,
        "SOP baru berlaku",
        TwoVersions.LETTER,
        Optional.empty());
  }

  private static List<String> refused(TwoVersions office, Command command) {
    long before = office.store.read(command.caseId()).size();
    Outcome outcome = office.engine.submit(command);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(office.store.read(command.caseId())).hasSize((int) before);
    return ((Outcome.Refused) outcome).why().stream().map(Refusal::code).map(c -> c.id()).toList();
  }

  @Test
  void an_order_that_takes_a_case_from_where_it_is_not_is_refused() {
    TwoVersions office = office(next(s -> s));
    CaseId id = office.at(1);

    assertThat(refused(office, order(id, "c".repeat(64), TwoVersions.NEW)))
        .containsExactly("SOP-4110");
    assertThat(refused(office, order(id, TwoVersions.OLD, TwoVersions.OLD)))
        .containsExactly("SOP-4110");
    office.apply(office.plan());
    assertThat(refused(office, order(id, TwoVersions.OLD, TwoVersions.NEW)))
        .containsExactly("SOP-4110");
  }

  @Test
  void an_order_to_a_version_that_nobody_has_loaded_is_refused() {
    TwoVersions office = office(next(s -> s));

    assertThat(refused(office, order(office.at(1), TwoVersions.OLD, "c".repeat(64))))
        .containsExactly("SOP-4111");
  }

  @Test
  void a_fact_that_the_new_version_does_not_take_keeps_the_case() {
    DataDomain two = new DataDomain.Pilihan(List.of("A", "B"));
    DataDomain other = new DataDomain.Pilihan(List.of("B", "C"));
    TwoVersions office =
        new TwoVersions(
            chain("1", TwoVersions.OLD, s -> s.fact("jenis", two), "1", "2", "3"),
            next(s -> s.fact("jenis", other)));
    office.did(
        Command.start(TwoVersions.id(1), office.before.sop().id(), Desk.as("STAF"))
            .data("jenis", "A"));
    office.did(
        Command.start(TwoVersions.id(2), office.before.sop().id(), Desk.as("STAF"))
            .data("jenis", "B"));

    List<CaseVerdict> verdicts = office.apply(office.plan());

    assertThat(why(verdicts.get(0))).containsExactly(CaseworkCode.FACT_DOES_NOT_FIT.id());
    assertThat(verdicts.get(1)).isInstanceOf(CaseVerdict.Moves.class);
  }

  @Test
  void a_fact_that_the_new_version_needs_of_a_row_already_done_keeps_the_case() {
    TwoVersions office = office(next(s -> s.fact("jumlah", new DataDomain.Bilangan(1, 9), "1")));
    office.at(1);
    office.at(2, "1");

    List<CaseVerdict> verdicts = office.apply(office.plan());

    assertThat(verdicts.get(0)).isInstanceOf(CaseVerdict.Moves.class);
    assertThat(why(verdicts.get(1))).containsExactly(CaseworkCode.FACT_NEVER_ASKED.id());
  }

  @Test
  void two_rows_that_a_case_went_through_do_not_become_one() {
    TwoVersions office = office(next(s -> s));
    office.at(1, "1");

    List<CaseVerdict> verdicts = office.dryRun(office.plan().rename("1", "1").rename("2", "1"));

    assertThat(why(verdicts.get(0))).containsExactly(CaseworkCode.ROWS_BECOME_ONE.id());
  }

  @Test
  void an_open_row_gets_its_new_performer_unless_somebody_has_it_in_hand() {
    TwoVersions office = office(nextWith(aRow("2").by("KABAG")));
    CaseId free = office.at(1, "1");
    CaseId claimed = office.at(2, "1");
    office.did(Command.claim(claimed, "2", Desk.as("STAF")));

    List<CaseVerdict> verdicts = office.apply(office.plan());

    assertThat(why(verdicts.get(1))).containsExactly(CaseworkCode.PERFORMERS_DO_NOT_FIT.id());
    assertThat(office.engine.state(free).openRows().get(0).by())
        .containsExactly(PelaksanaCode.of("KABAG"));
    office.did(Command.complete(free, "2", Desk.as("KABAG")));
    assertThat(office.engine.report(free).findings())
        .extracting(Finding::code)
        .containsExactly(AuditCode.MIGRATED);
  }

  @Test
  void an_open_row_is_due_by_the_new_time_from_its_old_opening_and_the_event_says_so() {
    Waktu longer = Waktu.paling(5, Satuan.HARI_KERJA);
    TwoVersions office = office(nextWith(aRow("2").within(longer)));
    CaseId caseId = office.at(1, "1");
    office.clock.advance(Duration.ofHours(30));

    CaseVerdict verdict = office.apply(office.plan()).get(0);

    assertThat(change(verdict).open().get(0).dueAt())
        .contains(Desk.MORNING.plus(Duration.ofDays(5)));
    assertThat(office.engine.openRows().get(0).dueAt())
        .contains(Desk.MORNING.plus(Duration.ofDays(5)));
    assertThat(office.engine.state(caseId).openRows().get(0).openedAt()).isEqualTo(Desk.MORNING);
    assertThat(office.engine.reprojectAll().moved()).isZero();
  }

  @Test
  void a_row_whose_clock_stands_is_not_given_another_time() {
    Waktu longer = Waktu.paling(5, Satuan.HARI_KERJA);
    TwoVersions office = office(nextWith(aRow("2").within(longer)));
    CaseId standing = office.at(1, "1");
    office.did(Command.suspend(standing, Desk.as("STAF"), "menunggu pemohon"));

    assertThat(why(office.apply(office.plan()).get(0)))
        .containsExactly(CaseworkCode.CLOCK_DOES_NOT_FIT.id());

    office.did(Command.resume(standing, Desk.as("STAF")));
    assertThat(office.apply(office.plan()).get(0)).isInstanceOf(CaseVerdict.Moves.class);
  }

  @Test
  void a_case_is_not_taken_to_where_no_arrow_leads_on() {
    Sop sop = aSop().versi("2").row(aRow("1")).row(aRow("2")).row(aRow("3")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("3");
    arrows.from("3").ends();
    TwoVersions office = office(TwoVersions.procedure(sop, arrows, TwoVersions.NEW));
    office.at(1, "1");

    assertThat(why(office.dryRun(office.plan()).get(0)))
        .containsExactly(CaseworkCode.NO_WAY_ON.id());
  }

  @Test
  void a_crash_in_the_middle_leaves_whole_cases_and_a_repeat_goes_on() {
    int[] appends = {0};
    MemoryStore kept = MemoryStore.create();
    CaseStore failing =
        new ForwardingStore(kept) {
          @Override
          public void append(Change change) {
            boolean migrates =
                change.entries().stream().anyMatch(e -> e.event() instanceof CaseEvent.Migrated);
            if (migrates && ++appends[0] == 3) {
              throw new StoreException(StoreCode.CLOSED);
            }
            super.append(change);
          }
        };
    TwoVersions office =
        new TwoVersions(
            chain("1", TwoVersions.OLD, s -> s, "1", "2", "3"), next(s -> s), failing, Desk.PLAIN);
    for (int i = 1; i <= 5; i++) {
      office.at(i, "1");
    }
    Migration migration = office.engine.migration(office.plan().build());

    assertThatThrownBy(() -> migration.apply(verdict -> {})).isInstanceOf(StoreException.class);
    MigrationSummary again = migration.apply(verdict -> {});

    assertThat(again.already()).isEqualTo(2);
    assertThat(again.moves()).isEqualTo(3);
    for (int i = 1; i <= 5; i++) {
      assertThat(office.engine.verify(TwoVersions.id(i))).isEmpty();
      assertThat(office.engine.state(TwoVersions.id(i)).migrations()).hasSize(1);
    }
  }

  @Test
  void a_row_done_before_is_corrected_by_the_words_of_its_own_version() {
    TwoVersions office = office(chain("2", TwoVersions.NEW, s -> s, "1", "2a", "4"));
    CaseId caseId = office.at(1, "1", "2");
    office.apply(office.plan().rename("3", "4"));
    long done =
        office.engine.state(caseId).completions().stream()
            .filter(c -> c.event().step().value().equals("2"))
            .findFirst()
            .orElseThrow()
            .seq();

    office.did(
        Command.correct(caseId, done, Desk.as("STAF"), "salah nomor")
            .output(Document.of("SURAT", "7")));

    assertThat(office.engine.state(caseId).ever())
        .extracting(Object::toString)
        .containsExactly("1");
    assertThat(office.engine.report(caseId).rows().get(1).catatan())
        .extracting(Finding::code)
        .contains(AuditCode.CORRECTED);
  }

  @Test
  void what_was_done_before_cannot_be_taken_back_afterwards() {
    TwoVersions office = TwoVersions.inserted();
    CaseId caseId = office.at(1, "1");
    office.apply(office.plan().rename("3", "4"));

    Outcome outcome =
        office.engine.submit(Command.recall(caseId, "1", Desk.as("STAF"), "keliru").build());

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).why())
        .extracting(Refusal::code)
        .contains(CaseworkCode.RECALL_TOO_LATE);
  }

  @Test
  void a_migration_that_says_otherwise_than_the_versions_is_found() {
    TwoVersions office = office(nextWith(aRow("2").by("KABAG")));
    CaseId caseId = office.at(1, "1");
    office.apply(office.plan());
    List<Entry> forged = new ArrayList<>();
    for (Entry entry : office.engine.journal(caseId)) {
      CaseEvent event = entry.event();
      if (event instanceof CaseEvent.Migrated m) {
        CaseEvent.Migrated.Open row = m.open().get(0);
        CaseEvent.Migrated.Open other =
            new CaseEvent.Migrated.Open(
                row.step(),
                row.visit(),
                List.of(PelaksanaCode.of("STAF")),
                row.waktu(),
                row.dueAt(),
                row.countedFrom());
        event =
            new CaseEvent.Migrated(
                m.dari(),
                m.ke(),
                m.actor(),
                m.alasan(),
                m.dasar(),
                m.rows(),
                List.of(other),
                m.occurredAt());
      }
      forged.add(
          Chain.next(
              caseId, entry.seq(), entry.recordedAt(), entry.command(), event, entry.previous()));
    }

    CaseReport report =
        CaseReport.of(
            digest ->
                List.of(office.before, office.after).stream()
                    .filter(p -> p.digest().equals(digest))
                    .findFirst(),
            forged,
            Desk.PLAIN,
            Authority.trusting(),
            Desk.MORNING,
            Knowledge.THEN);

    assertThat(report.findings()).extracting(Finding::code).contains(AuditCode.MIGRATED_OTHERWISE);
  }

  @Test
  void a_report_without_one_of_the_versions_is_not_made() {
    TwoVersions office = office(next(s -> s));
    CaseId caseId = office.at(1, "1");
    office.apply(office.plan());

    assertThatThrownBy(
            () ->
                CaseReport.of(
                    office.before, office.engine.journal(caseId), Desk.PLAIN, Desk.MORNING))
        .isInstanceOf(SopException.class)
        .hasMessageContaining("SOP-5252");
    assertThat(Optional.of(office.engine.report(caseId).versi())).contains("2");
  }
}
