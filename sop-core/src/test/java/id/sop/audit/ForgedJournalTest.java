package id.sop.audit;

import static id.sop.testing.Desk.CASE;
import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.complete;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.casework.Command;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.problem.Code;
import id.sop.routing.RouteReason;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What no machine of ours would write, and a report finds all the same. */
class ForgedJournalTest {
  private static Desk desk() {
    Sop sop =
        aSop()
            .row(aRow("1").by("STAF"))
            .row(aRow("2").by("KASUBAG"))
            .row(aRow("3").by("KABAG"))
            .build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2");
    arrows.from("2").to("3");
    arrows.from("3").ends();
    return Desk.of(sop, arrows).begun("STAF");
  }

  private static List<Code> findings(Desk desk, CaseEvent... forged) {
    List<Entry> journal = new ArrayList<>(desk.journal());
    Instant now = desk.clock.instant();
    for (CaseEvent event : forged) {
      Entry last = journal.get(journal.size() - 1);
      journal.add(Chain.next(CASE, last.seq() + 1, now, Optional.empty(), event, last.digest()));
    }
    return CaseReport.of(desk.procedure, journal, Desk.PLAIN, now).findings().stream()
        .<Code>map(Finding::code)
        .toList();
  }

  private static RouteReason why(Desk desk) {
    return desk.state().openRows().get(0).why();
  }

  @Test
  void a_row_that_cannot_arise_has_no_ground() {
    Desk desk = desk();
    CaseEvent arose =
        new CaseEvent.RowArose(StepId.of("3"), as("KABAG"), "ada aduan", desk.clock.instant());

    assertThat(findings(desk, arose)).contains(AuditCode.AROSE_WITHOUT_GROUND);
  }

  @Test
  void a_row_that_does_not_repeat_has_no_ground_to() {
    Desk desk = desk();
    CaseEvent again =
        new CaseEvent.RowCompleted(
            StepId.of("1"),
            1,
            as("STAF"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of(),
            why(desk),
            true,
            desk.clock.instant());

    assertThat(findings(desk, again)).contains(AuditCode.REPEATED_WITHOUT_GROUND);
  }

  @Test
  void a_completion_that_was_taken_back_after_the_case_went_on_is_found() {
    Desk desk = desk();
    desk.did(complete("1", "STAF"));
    long first = desk.state().completions().get(0).seq();
    desk.did(complete("2", "KASUBAG"));
    CaseEvent recalled =
        new CaseEvent.Recalled(
            first, StepId.of("1"), 1, as("STAF"), List.of(), "palsu", desk.clock.instant());

    assertThat(findings(desk, recalled)).containsExactly(AuditCode.RECALLED_TOO_LATE);
  }

  @Test
  void a_row_that_was_touched_is_not_withdrawn_in_silence() {
    Desk desk = desk();
    desk.did(complete("1", "STAF"));
    long first = desk.state().completions().get(0).seq();
    desk.did(Command.claim(CASE, "2", as("KASUBAG")));
    CaseEvent recalled =
        new CaseEvent.Recalled(
            first,
            StepId.of("1"),
            1,
            as("STAF"),
            List.of(new CaseEvent.RowVisit(StepId.of("2"), 1)),
            "palsu",
            desk.clock.instant());

    assertThat(findings(desk, recalled)).containsExactly(AuditCode.RECALLED_TOO_LATE);
  }

  @Test
  void a_move_whose_row_was_never_opened_is_found() {
    Desk desk = desk();
    CaseEvent moved =
        new CaseEvent.RowMoved(
            StepId.of("1"),
            1,
            as("KABAG"),
            CaseEvent.RowMoved.Cara.PINDAH,
            StepId.of("3"),
            "mendesak",
            Optional.of("disposisi"),
            desk.clock.instant());
    CaseEvent stopped = new CaseEvent.Terminated(as("KABAG"), "selesai saja", desk.clock.instant());

    assertThat(findings(desk, moved, stopped))
        .containsExactly(AuditCode.MOVED, AuditCode.ROW_NOT_OPENED, AuditCode.TERMINATED);
  }
}
