package id.sop.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.testing.Desk;
import id.sop.testing.Konsultasi;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseStateTest {
  private static final List<Entry> JOURNAL = Konsultasi.at("4").journal();

  @Test
  void a_journal_with_a_gap_is_not_read() {
    List<Entry> gap = new ArrayList<>(JOURNAL);
    gap.remove(3);

    assertThatThrownBy(() -> CaseState.of(Desk.CASE, gap))
        .isInstanceOf(BrokenJournalException.class)
        .hasMessageContaining("B-1");
  }

  @Test
  void a_journal_of_another_case_is_not_read() {
    assertThatThrownBy(() -> CaseState.of(CaseId.of("B-2"), JOURNAL))
        .isInstanceOf(BrokenJournalException.class);
  }

  @Test
  void an_entry_that_cannot_follow_is_not_read() {
    for (int i = 0; i < JOURNAL.size(); i++) {
      Entry again = JOURNAL.get(i);
      List<Entry> twice = new ArrayList<>(JOURNAL);
      twice.add(
          new Entry(
              again.caseId(),
              JOURNAL.size() + 1L,
              again.recordedAt(),
              again.command(),
              again.event(),
              again.previous(),
              again.digest()));

      assertThatThrownBy(() -> CaseState.of(Desk.CASE, twice))
          .as("entry %s again", i + 1)
          .isInstanceOf(BrokenJournalException.class);
    }
  }

  @Test
  void a_state_counts_visits_and_remembers_what_was_done() {
    CaseState state = CaseState.of(Desk.CASE, JOURNAL);

    assertThat(state.ever()).extracting(Object::toString).containsExactly("1", "2", "3");
    assertThat(state.visits().values()).containsOnly(1);
    assertThat(state.completions().get(2).asked().completed().orElseThrow().label()).isPresent();
    assertThat(state.head()).isEqualTo(JOURNAL.get(JOURNAL.size() - 1).digest());
  }
}
