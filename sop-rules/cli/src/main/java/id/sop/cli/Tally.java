package id.sop.cli;

import id.sop.casework.Refusal;
import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.document.Arrow;
import id.sop.problem.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of the simulated cases. */
final class Tally {
  /** The end of a case that was given up because it ran in circles. */
  static final String UNFINISHED = "(tidak berakhir)";

  private final Map<String, Integer> ends = new TreeMap<>();
  private final List<Integer> days = new ArrayList<>();
  private final Map<StepId, Integer> visits = new LinkedHashMap<>();
  private final Map<StepId, Integer> mostVisits = new LinkedHashMap<>();
  private final Map<Arrow, Integer> arrows = new LinkedHashMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private int longestCase;
  private int longestLoop;
  private String longestRow = "";
  private int cases;

  /**
   * @param known all arrows of the table, so that those never taken are counted too
   */
  Tally(Sop sop, List<Arrow> known) {
    sop.langkah().keySet().forEach(row -> visits.put(row, 0));
    known.forEach(arrow -> arrows.put(arrow, 0));
  }

  void taken(Arrow arrow) {
    arrows.merge(arrow, 1, Integer::sum);
  }

  void ended(int number, String end, int workingDays, Map<StepId, Integer> visited) {
    cases++;
    ends.merge(end, 1, Integer::sum);
    if (!end.equals(UNFINISHED)) {
      days.add(workingDays);
    }
    for (StepId row : List.copyOf(visits.keySet())) {
      int times = visited.getOrDefault(row, 0);
      visits.merge(row, times, Integer::sum);
      mostVisits.merge(row, times, Math::max);
      if (times > longestLoop) {
        longestLoop = times;
        longestRow = row.value();
        longestCase = number;
      }
    }
  }

  void refused(int number, Refusal why) {
    cases++;
    refusals.merge(
        why.code().id() + " " + why.text(Language.ID) + " (berkas " + number + ")",
        1,
        Integer::sum);
  }

  int cases() {
    return cases;
  }

  Map<String, Integer> ends() {
    return ends;
  }

  Map<String, Integer> refusals() {
    return refusals;
  }

  Map<StepId, Integer> visits() {
    return visits;
  }

  int mostVisits(StepId row) {
    return mostVisits.getOrDefault(row, 0);
  }

  Map<Arrow, Integer> arrows() {
    return arrows;
  }

  /** Working days on average, of the cases that ended; 0 when none did. */
  double mean() {
    return days.stream().mapToInt(d -> d).average().orElse(0);
  }

  /**
   * The working days within which a share of the ended cases is done.
   *
   * @param percent how many of a hundred
   */
  int percentile(int percent) {
    if (days.isEmpty()) {
      return 0;
    }
    List<Integer> sorted = days.stream().sorted().toList();
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1);
  }

  int longestLoop() {
    return longestLoop;
  }

  String longestRow() {
    return longestRow;
  }

  int longestCase() {
    return longestCase;
  }

  /** An arrow as the texts of the command line name it. */
  static String from(Arrow arrow) {
    return arrow.from().map(row -> "baris " + row).orElse("mulai")
        + arrow.label().map(Label::value).map(label -> " " + label).orElse("");
  }
}
