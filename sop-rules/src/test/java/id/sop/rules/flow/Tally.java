package id.sop.rules.flow;

import id.sop.rules.flow.Deed.Act;
import java.util.EnumMap;
import java.util.Map;

/** What happened in all walks, so that nobody takes a walk for more than it was. */
final class Tally {
  final Map<Act, Integer> done = new EnumMap<>(Act.class);
  final Map<Act, Integer> refused = new EnumMap<>(Act.class);
  int states;
  int children;
  int lapsed;
  int deepest;

  /** States from which no arrow leads to an end, all of them after the office left the arrows. */
  int stuck;

  void counts(Act act, boolean accepted) {
    (accepted ? done : refused).merge(act, 1, Integer::sum);
  }

  void provable(Expected one, boolean endable) {
    states++;
    if (!endable) {
      if (!one.bent) {
        throw new AssertionError(one.id + " cannot come to an end from " + one.flow.open.keySet());
      }
      stuck++;
    }
  }

  void ended(Family family) {
    children += family.all.size() - 1;
    family.all.forEach(c -> lapsed += c.flow.lapsed.size());
    family.all.forEach(c -> deepest = Math.max(deepest, c.depth()));
  }
}
