package id.sop.casework;

import id.sop.journal.CaseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gathers the reasons against one command, so that all of them come out in one go. */
final class Refusals {
  private final List<Refusal> found = new ArrayList<>();

  void add(CaseworkCode code, String... facts) {
    found.add(Refusal.of(code, facts));
  }

  boolean none() {
    return found.isEmpty();
  }

  /** Records {@code events} unless something speaks against it. */
  Decision unless(Supplier<List<CaseEvent>> events) {
    return none() ? new Decision.Accept(events.get()) : refuse();
  }

  Decision refuse() {
    return new Decision.Refuse(found);
  }

  static Decision refuse(CaseworkCode code, String... facts) {
    return new Decision.Refuse(List.of(Refusal.of(code, facts)));
  }
}
