package id.sop.rules.difference;

import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which rules came, went, or go by a new name. Where they lead is told with the routes. */
final class Rules {
  private final Map<String, Known> before = new LinkedHashMap<>();
  private final Map<String, Known> after = new LinkedHashMap<>();

  private Rules(List<Compared> all) {
    for (int grid = 0; grid < all.size(); grid++) {
      for (Compared.Cell cell : all.get(grid).cells()) {
        Question question = new Question(grid, cell.number());
        note(before, question, cell.before());
        note(after, question, cell.after());
      }
    }
  }

  private record Question(int grid, int cell) {}

  /** A rule and all that it answers. */
  private record Known(RouteReason reason, Map<Question, RouteAnswer> answers) {
    boolean answersLike(Known other) {
      return answers.keySet().equals(other.answers.keySet())
          && answers.entrySet().stream().allMatch(e -> other.answers(e.getKey(), e.getValue()));
    }

    private boolean answers(Question question, RouteAnswer like) {
      RouteAnswer answer = answers.get(question);
      return answer != null && Compared.alike(answer, like);
    }
  }

  static List<Change> changed(List<Compared> all) {
    return new Rules(all).changed();
  }

  private static void note(Map<String, Known> rules, Question question, RouteAnswer answer) {
    answer
        .reason()
        .ifPresent(
            why ->
                rules
                    .computeIfAbsent(why.rule(), r -> new Known(why, new LinkedHashMap<>()))
                    .answers
                    .put(question, answer));
  }

  private List<Change> changed() {
    List<Change> changes = new ArrayList<>();
    Map<String, Known> came = new LinkedHashMap<>(after);
    came.keySet().removeAll(before.keySet());
    for (Map.Entry<String, Known> old : before.entrySet()) {
      String name = old.getKey();
      Known same = after.get(name);
      if (same != null) {
        reworded(changes, name, old.getValue(), same);
        continue;
      }
      Optional<Map.Entry<String, Known>> renamed =
          came.entrySet().stream()
              .filter(e -> e.getValue().answersLike(old.getValue()))
              .findFirst();
      if (renamed.isPresent()) {
        String newName = renamed.get().getKey();
        changes.add(new Change.Renamed(name, newName));
        reworded(changes, newName, old.getValue(), renamed.get().getValue());
        came.remove(newName);
      } else {
        changes.add(new Change.Went(Change.Part.ATURAN, name));
      }
    }
    came.keySet().forEach(name -> changes.add(new Change.Came(Change.Part.ATURAN, name)));
    return changes;
  }

  private static void reworded(List<Change> changes, String name, Known before, Known after) {
    Fields.changes(
        Change.Part.ATURAN, name, fields(before.reason), fields(after.reason), changes::add);
  }

  private static Map<String, String> fields(RouteReason reason) {
    return new Fields()
        .put("baris", reason.baris())
        .put("dasarHukum", reason.dasarHukum())
        .put("karena", reason.karena())
        .all();
  }
}
