package id.sop.rules.flow;

import id.sop.rules.flow.Visit.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row that was done, as it must be remembered. */
final class Done {
  final Visit visit;
  final Person by;
  final long at;
  final List<Visit> opened;
  final Map<String, Integer> data;

  /** Whether anybody has corrected it, or said that he has what came out. */
  boolean touched;

  Done(Visit visit, Person by, long at, List<Visit> opened, Map<String, Integer> data) {
    this.visit = visit;
    this.by = by;
    this.at = at;
    this.opened = opened;
    this.data = new HashMap<>(data);
  }

  /** Whether he did it or a part of it, and not for somebody outside. */
  boolean wasDoneBy(String name) {
    return visit.doers().how() != Doers.How.OUTSIDE
        && (by.name().equals(name) || visit.tookPart(name));
  }
}
