package id.sop;

import id.sop.casework.CaseState;
import id.sop.journal.CaseId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the cases stood that an engine moved last. Others may have moved them since; whoever
 * decides on what is remembered finds out when he stores it, for a change names the entry and the
 * digest that it follows.
 *
 * <p>What is taken is forgotten, so that a command which fails, however it fails, leaves nothing.
 */
final class Remembered {
  private final int most;
  private final Map<CaseId, CaseState> states = new LinkedHashMap<>();

  Remembered(int most) {
    this.most = most;
  }

  synchronized Optional<CaseState> take(CaseId caseId) {
    return Optional.ofNullable(states.remove(caseId));
  }

  /** Keeps {@code state}, in the place of the case that was moved longest ago. */
  synchronized void keep(CaseState state) {
    states.remove(state.caseId());
    states.put(state.caseId(), state);
    if (states.size() > most) {
      states.remove(states.keySet().iterator().next());
    }
  }
}
