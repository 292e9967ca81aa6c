package id.sop.casework;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.sop.definition.DataValue;
import id.sop.journal.CaseEvent;
import id.sop.routing.RouteQuestion;
import java.util.List;
import java.util.Map;

/**
 * A row that was done.
 *
 * @param seq the number of its entry
 * @param row the visit as it was open
 * @param event what was recorded
 * @param asked what the rules were asked
 * @param corrections what was said since to hold instead, oldest first
 */
public record Completion(
    long seq,
    OpenRow row,
    CaseEvent.RowCompleted event,
    RouteQuestion asked,
    List<CaseEvent.Corrected> corrections) {
  public Completion {
    corrections = List.copyOf(corrections);
  }

  /** The facts that it made known, as corrected. */
  public Map<String, DataValue> data() {
    ImmutableMap.Builder<String, DataValue> data = ImmutableMap.builder();
    data.putAll(event.data());
    for (CaseEvent.Corrected correction : corrections) {
      data.putAll(correction.data());
    }
    return data.buildKeepingLast();
  }

  Completion corrected(CaseEvent.Corrected correction) {
    return new Completion(
        seq,
        row,
        event,
        asked,
        ImmutableList.<CaseEvent.Corrected>builder().addAll(corrections).add(correction).build());
  }
}
