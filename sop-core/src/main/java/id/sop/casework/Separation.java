package id.sop.casework;

import id.sop.authority.RowRoles;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Duties kept apart (E11: who drafts does not approve). It is persons that are kept apart, not
 * roles: one who holds two roles, or acts in the second by a mandate, is still the same person.
 */
final class Separation {
  private final Sop sop;
  private final CaseState state;

  Separation(Sop sop, CaseState state) {
    this.sop = sop;
    this.state = state;
  }

  /** A row kept apart from {@code step} that {@code person} did, or did a part of, in this case. */
  Optional<StepId> doneBefore(String person, StepId step) {
    Set<StepId> apart = sop.separatedFrom(step);
    return apart.isEmpty()
        ? Optional.empty()
        : Stream.concat(
                state.completions().stream().flatMap(c -> doneBy(c, person).stream()),
                state.open().values().stream()
                    .filter(row -> tookPart(row.step(), row, person) || awaits(row, person))
                    .map(OpenRow::step))
            .filter(apart::contains)
            .sorted()
            .findFirst();
  }

  /** The row of {@code completion}, as it is called now, when the person did it or a part of it. */
  private Optional<StepId> doneBy(Completion completion, String person) {
    return state
        .now(completion.event().step(), completion.seq())
        .filter(row -> didIt(row, completion, person) || tookPart(row, completion.row(), person));
  }

  /** Who records what somebody outside did has not done it himself. */
  private boolean didIt(StepId row, Completion completion, String person) {
    return completion.event().actor().id().equals(person)
        && step(row).pelaksana().mode() != Mode.EKSTERNAL;
  }

  /** A recipient who confirms has done no part of the row. */
  private boolean tookPart(StepId row, OpenRow visit, String person) {
    RowRoles roles = new RowRoles(sop, step(row), visit.by());
    return step(row).pelaksana().mode() != Mode.EKSTERNAL
        && visit.participations().stream()
            .anyMatch(p -> p.actor().id().equals(person) && roles.mayAct(p.actor().role()));
  }

  /** Whether the row will be done in his name when the case ends that he began for it. */
  private static boolean awaits(OpenRow row, String person) {
    return row.child()
        .filter(c -> c.running() && c.begun().actor().id().equals(person))
        .isPresent();
  }

  private Step step(StepId row) {
    return sop.step(row).orElseThrow();
  }
}
