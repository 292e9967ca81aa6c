package id.sop.casework;

import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.routing.Target;
import id.sop.worktime.Deadline;
import id.sop.worktime.DueDates;
import id.sop.worktime.Term;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When rows are due whose time depends on more than their opening. */
public final class Dues {
  private Dues() {}

  /**
   * When an open row is due, and what that rests on: of a time that refers to something not known
   * yet, a note says so.
   *
   * @param state where the case stands
   * @param row one of its open rows
   * @param decision the decision that the row would be done with; empty for the latest of all
   * @param known when what is known of holidays counts
   */
  public static Deadline of(
      Sop sop,
      CaseState state,
      OpenRow row,
      Optional<Label> decision,
      DueDates calendar,
      Instant known) {
    if (row.waktu().dapatDijadwalkan() && row.dueAt().isPresent()) {
      return Deadline.at(row.dueAt().get());
    }
    Term whole = row.term().resolved(Landmarks.of(sop, state));
    Term term = decision.map(label -> whole.decided(label.value())).orElse(whole);
    return row.time(sop, calendar).due(term, known);
  }

  /**
   * Since when the time of {@code target} runs, opened at {@code at}: where rows share a time, it
   * runs on as long as the case stays among them, and begins anew when it comes to them again.
   */
  static Instant since(Deliberation on, Target target, Instant at) {
    Optional<StepId> shared = on.sop.sharedTime(target.step(), target.waktu());
    return shared.isEmpty()
        ? at
        : on.state.open().values().stream()
            .filter(r -> on.sop.sharedTime(r.step(), r.waktu()).equals(shared))
            .map(OpenRow::since)
            .min(Comparator.naturalOrder())
            .orElse(at);
  }

  /**
   * The dues that follow from what has become known: those of the rows that stay open and whose
   * time refers to it.
   *
   * @param done the row that is done by this; it has no due any more
   */
  static List<CaseEvent> moved(Deliberation on, Landmarks known, Optional<StepId> done) {
    Landmarks before = Landmarks.of(on.sop, on.state);
    List<CaseEvent> moved = new ArrayList<>();
    for (OpenRow row : on.state.openRows()) {
      if (row.waktu() instanceof Waktu.Relatif relative
          && !done.equals(Optional.of(row.step()))
          && !known.agrees(relative.acuan(), before)) {
        Optional<Instant> due = new RowDues(on, known).of(row);
        if (!due.equals(row.dueAt())) {
          moved.add(
              new CaseEvent.DueSet(
                  row.step(), row.visit(), relative.acuan().teks(), due, on.occurredAt));
        }
      }
    }
    return moved;
  }
}
