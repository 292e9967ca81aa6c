package id.sop.rules.race;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.SopEngine;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.journal.CaseId;
import id.sop.store.MemoryStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a history must not let pass. */
class HistoryTest {
  private static final CaseId CASE = CaseId.of("S-1");

  private final SopEngine engine = Meeting.node(MemoryStore.create());
  private final History history = new History();
  private final Command start = Kind.START.of(CASE, "0");
  private final Command raise = Kind.RAISE.of(CASE, "a");
  private final Command late = Kind.START.of(CASE, "b");

  private Outcome started;
  private Outcome raised;
  private Outcome refused;

  @BeforeEach
  void work() {
    started = engine.submit(start);
    raised = engine.submit(raise);
    refused = engine.submit(late);
  }

  private void assertSound() {
    history.assertSound(CASE, engine.journal(CASE), Meeting::node);
  }

  @Test
  void what_was_done_one_after_the_other_is_sound() {
    history.add(new History.Done(start, 1, 2, started));
    history.add(new History.Done(raise, 3, 4, raised));
    history.add(new History.Done(late, 5, 6, refused));

    assertSound();
  }

  @Test
  void what_was_done_at_the_same_time_may_have_been_done_in_the_order_of_the_journal() {
    history.add(new History.Done(raise, 1, 5, raised));
    history.add(new History.Done(start, 2, 6, started));
    history.add(new History.Done(late, 3, 4, refused));

    assertSound();
  }

  @Test
  void what_was_answered_before_another_was_submitted_is_not_recorded_after_it() {
    history.add(new History.Done(raise, 1, 2, raised));
    history.add(new History.Done(start, 3, 4, started));

    assertThatThrownBy(this::assertSound).isInstanceOf(AssertionError.class);
  }

  @Test
  void nobody_is_refused_because_of_what_comes_later() {
    history.add(new History.Done(late, 1, 2, refused));
    history.add(new History.Done(start, 3, 4, started));
    history.add(new History.Done(raise, 5, 6, raised));

    assertThatThrownBy(this::assertSound).hasMessageContaining("no moment explains");
  }

  @Test
  void who_was_told_that_he_was_recorded_is_in_the_journal() {
    history.add(new History.Done(start, 1, 2, started));
    history.add(new History.Done(raise, 3, 4, raised));
    history.add(new History.Done(Kind.RAISE.of(CASE, "c"), 5, 6, raised));

    assertThatThrownBy(this::assertSound).hasMessageContaining("recorded of S-1");
  }
}
