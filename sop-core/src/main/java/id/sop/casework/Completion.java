package id.sop.casework;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.sop.definition.DataValue;
import id.sop.journal.CaseEvent;
import id.sop.journal.Document;
import id.sop.routing.RouteQuestion;
import java.time.Instant;
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
 * @param acknowledgements who received what came out, oldest first
 */
public record Completion(
    long seq,
    OpenRow row,
    CaseEvent.RowCompleted event,
    RouteQuestion asked,
    List<CaseEvent.Corrected> corrections,
    List<CaseEvent.Acknowledged> acknowledgements) {
  public Completion {
    corrections = List.copyOf(corrections);
    acknowledgements = List.copyOf(acknowledgements);
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

  /** What was there, as corrected. */
  public List<Document> kelengkapan() {
    List<Document> holds = event.kelengkapan();
    for (CaseEvent.Corrected correction : corrections) {
      holds = correction.kelengkapan().orElse(holds);
    }
    return holds;
  }

  /** What came out, as corrected. */
  public List<Document> output() {
    List<Document> holds = event.output();
    for (CaseEvent.Corrected correction : corrections) {
      holds = correction.output().orElse(holds);
    }
    return holds;
  }

  /** When it was really done, as corrected. */
  public Instant doneAt() {
    return corrections.stream()
        .flatMap(c -> c.happenedAt().stream())
        .reduce((first, last) -> last)
        .orElse(event.occurredAt());
  }

  Completion corrected(CaseEvent.Corrected correction) {
    return new Completion(
        seq,
        row,
        event,
        asked,
        ImmutableList.<CaseEvent.Corrected>builder().addAll(corrections).add(correction).build(),
        acknowledgements);
  }

  Completion acknowledged(CaseEvent.Acknowledged acknowledgement) {
    return new Completion(
        seq,
        row,
        event,
        asked,
        corrections,
        ImmutableList.<CaseEvent.Acknowledged>builder()
            .addAll(acknowledgements)
            .add(acknowledgement)
            .build());
  }
}
