package id.sop.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.audit.AuditCode;
import id.sop.audit.CaseReport;
import id.sop.audit.Finding;
import id.sop.audit.Kriteria;
import id.sop.audit.RowReport;
import id.sop.audit.Verdict;
import id.sop.casework.CaseState;
import id.sop.casework.CaseStatus;
import id.sop.casework.CaseworkCode;
import id.sop.casework.Command;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.problem.Language;
import id.sop.problem.SopException;
import id.sop.store.OpenCaseRow;
import id.sop.testing.Desk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A case goes over to a new version as a whole and with everything said, or stays and says why. */
class MigrationTest {
  private final TwoVersions office = TwoVersions.inserted();

  private MigrationPlan.Builder renamed() {
    return office.plan().rename("3", "4");
  }

  private static List<String> codes(CaseVerdict verdict) {
    return ((CaseVerdict.Stays) verdict).why().stream().map(r -> r.code().id()).toList();
  }

  @Test
  void a_case_goes_over_at_its_row_and_is_finished_by_the_new_version() {
    CaseId early = office.at(1, "1");
    CaseId late = office.at(2, "1", "2");

    List<CaseVerdict> verdicts = office.apply(renamed());

    assertThat(verdicts).hasSize(2).allMatch(CaseVerdict.Moves.class::isInstance);
    assertThat(office.open(early)).containsExactly("2");
    assertThat(office.open(late)).containsExactly("4");
    assertThat(office.engine.state(late).pinned().orElseThrow().versi()).isEqualTo("2");
    assertThat(office.engine.openRows())
        .extracting(OpenCaseRow::step)
        .containsExactlyInAnyOrder(StepId.of("2"), StepId.of("4"));
    office.did(Command.complete(early, "2", Desk.as("STAF")));
    office.did(Command.complete(early, "3", Desk.as("STAF")));
    office.did(Command.complete(early, "4", Desk.as("STAF")));
    office.did(Command.complete(late, "4", Desk.as("STAF")));
    assertThat(office.engine.state(early).status()).isEqualTo(CaseStatus.SELESAI);
    assertThat(office.engine.state(late).status()).isEqualTo(CaseStatus.SELESAI);
    assertThat(office.engine.verify(late)).isEmpty();
  }

  @Test
  void the_dry_run_changes_nothing_and_says_what_will_be_done() {
    CaseId caseId = office.at(1, "1", "2");
    List<Entry> before = office.engine.journal(caseId);

    List<CaseVerdict> planned = office.dryRun(renamed());

    assertThat(office.engine.journal(caseId)).isEqualTo(before);
    assertThat(office.apply(renamed())).isEqualTo(planned);
    assertThat(planned.get(0).text(Language.ID))
        .isEqualTo("Berkas B-1 pindah dari versi 1 ke versi 2: 3 -> 4.");
  }

  @Test
  void a_repeat_finds_nothing_left_to_do() {
    CaseId caseId = office.at(1, "1");
    office.apply(renamed());
    List<Entry> journal = office.engine.journal(caseId);

    MigrationSummary again = office.engine.migration(renamed().build()).apply(verdict -> {});

    assertThat(again).isEqualTo(new MigrationSummary(0, 0, 0, 1, 0, Map.of()));
    assertThat(office.engine.journal(caseId)).isEqualTo(journal);
  }

  @Test
  void the_state_is_the_fold_of_the_journal_at_each_entry() {
    CaseId caseId = office.at(1, "1", "2");
    office.apply(renamed());
    office.did(Command.complete(caseId, "4", Desk.as("STAF")));
    List<Entry> journal = office.engine.journal(caseId);

    CaseState step = CaseState.none(caseId);
    for (Entry entry : journal) {
      step = step.after(entry);
      assertThat(step)
          .isEqualTo(CaseState.of(caseId, journal.subList(0, Math.toIntExact(entry.seq()))));
    }
    assertThat(step.ever()).extracting(StepId::value).containsExactly("1", "2", "4");
    assertThat(step).isEqualTo(office.engine.state(caseId));
  }

  @Test
  void an_open_row_that_the_new_version_lacks_keeps_the_case_where_it_is() {
    CaseId caseId = office.at(1, "1", "2");

    List<CaseVerdict> verdicts = office.apply(office.plan().gone("3"));

    assertThat(codes(verdicts.get(0))).containsExactly(CaseworkCode.ROW_WITHOUT_COUNTERPART.id());
    assertThat(office.open(caseId)).containsExactly("3");
  }

  @Test
  void rows_named_as_staying_keep_their_cases_and_no_others() {
    office.at(1, "1");
    office.at(2, "1", "2");

    List<CaseVerdict> verdicts = office.dryRun(renamed().stays("2"));

    assertThat(codes(verdicts.get(0))).containsExactly(CaseworkCode.ROW_STAYS.id());
    assertThat(verdicts.get(1)).isInstanceOf(CaseVerdict.Moves.class);
  }

  @Test
  void a_plan_that_names_no_person_reason_or_numbered_paper_is_refused() {
    assertThatThrownBy(() -> MigrationPlan.to(office.before.sop().id(), TwoVersions.NEW).build())
        .isInstanceOf(SopException.class)
        .hasMessageContaining("actor, alasan, dasar");
    assertThatThrownBy(() -> office.plan().by(Actor.SISTEM).build())
        .hasMessageContaining("SOP-6701");
  }

  @Test
  void a_plan_that_gives_a_rows_id_away_must_say_what_becomes_of_that_row() {
    assertThatThrownBy(() -> office.dryRun(office.plan().rename("2", "3")))
        .hasMessageContaining("SOP-6704");
    assertThatThrownBy(() -> office.dryRun(office.plan().rename("7", "3")))
        .hasMessageContaining("SOP-6703");
  }

  @Test
  void the_report_judges_each_row_by_the_version_that_it_was_done_on() {
    CaseId caseId = office.at(1, "1", "2");
    office.apply(renamed());
    office.did(Command.complete(caseId, "4", Desk.as("STAF")));

    CaseReport report = office.engine.report(caseId);

    assertThat(report.versi()).isEqualTo("2");
    assertThat(report.rows()).extracting(r -> r.step().value()).containsExactly("1", "2", "4");
    assertThat(report.rows())
        .extracting(r -> r.verdict(Kriteria.URUTAN))
        .containsOnly(Verdict.PATUH);
    assertThat(report.findings()).extracting(Finding::code).containsExactly(AuditCode.MIGRATED);
    RowReport carried = report.rows().get(2);
    assertThat(carried.catatan()).extracting(Finding::code).contains(AuditCode.ROW_CONTINUED);
    assertThat(report.neverVisited()).containsExactly(StepId.of("3"));
    assertThat(report.verdict()).isEqualTo(Verdict.PATUH);
  }
}
