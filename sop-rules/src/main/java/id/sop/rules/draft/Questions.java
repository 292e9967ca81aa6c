package id.sop.rules.draft;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.Asumsi;
import id.sop.definition.Asumsi.Bidang;
import id.sop.definition.Asumsi.Keyakinan;
import id.sop.definition.StepId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the table does not say, gathered as assumptions for the owner of the SOP to confirm. */
final class Questions {
  /**
   * A question; rows for which it is the same are asked about together.
   *
   * @param proposed the reading that the draft uses
   * @param other what else it may mean
   */
  record Question(
      Bidang bidang,
      String teks,
      String proposed,
      String other,
      String alasan,
      Keyakinan keyakinan) {}

  private final Map<Question, List<StepId>> asked = new LinkedHashMap<>();

  void ask(StepId row, Question question) {
    List<StepId> rows = asked.computeIfAbsent(question, q -> new ArrayList<>());
    if (!rows.contains(row)) {
      rows.add(row);
    }
  }

  /** About the document. */
  void ask(Question question) {
    asked.computeIfAbsent(question, q -> new ArrayList<>());
  }

  List<Asumsi> asumsi() {
    List<Asumsi> all = new ArrayList<>();
    asked.forEach(
        (question, rows) ->
            all.add(
                new Asumsi(
                    "R" + (all.size() + 1),
                    rows,
                    Set.of(question.bidang()),
                    question.teks(),
                    ImmutableMap.of("a", question.proposed(), "b", question.other()),
                    "a",
                    question.alasan(),
                    question.keyakinan(),
                    false)));
    return List.copyOf(all);
  }
}
