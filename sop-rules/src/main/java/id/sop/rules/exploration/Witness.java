package id.sop.rules.exploration;

import id.sop.routing.RouteQuestion;
import java.util.List;

/**
 * How a case comes to where a fault shows. It was replayed on the rules before it was told.
 *
 * @param path every question that the case raises, from its start; the last is where it shows
 * @param text the same in the words of an author: {@code 1, 2, 3 TIDAK, 2, 3 YA (nilai 501)}
 */
public record Witness(List<RouteQuestion> path, String text) {
  public Witness {
    path = List.copyOf(path);
  }

  /** The question at which the fault shows. */
  public RouteQuestion question() {
    return path.get(path.size() - 1);
  }
}
