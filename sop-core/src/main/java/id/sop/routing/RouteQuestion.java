package id.sop.routing;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked when a case begins or a row is completed: everything that a rule may look at.
 *
 * @param completed the row just completed, and how; empty when the case begins
 * @param open the other rows that are open
 * @param ever the rows completed at least once, this one included unless it was skipped
 * @param data what is known of the case; a fact not yet known is absent
 */
public record RouteQuestion(
    Optional<Completed> completed,
    Set<StepId> open,
    Set<StepId> ever,
    Map<String, DataValue> data) {

  /**
   * A row just completed.
   *
   * @param step the row
   * @param label the label of its decision; empty when it decides nothing; {@link Label#DILEWATI}
   *     when it was not done but skipped
   * @param by the role that completed it
   * @param visit how many times it has now been completed, from 1
   */
  public record Completed(StepId step, Optional<Label> label, PelaksanaCode by, int visit) {
    /** Whether the row was not done, but skipped. */
    public boolean skipped() {
      return label.filter(Label.DILEWATI::equals).isPresent();
    }
  }

  public RouteQuestion {
    open = Collections.unmodifiableSortedSet(new TreeSet<>(open));
    ever = Collections.unmodifiableSortedSet(new TreeSet<>(ever));
    data = ImmutableMap.copyOf(data);
  }

  /** The question at the start of a case. */
  public static RouteQuestion start(Map<String, DataValue> data) {
    return new RouteQuestion(Optional.empty(), Set.of(), Set.of(), data);
  }
}
